// How a test walks a page without a mouse: single keys, Tab until something has the focus, and what has it now, in words.
import type { Page } from 'playwright-core';
import { until } from './house.ts';

const mostTabs = 90;
/** The names of what can have the focus, or only of what has it now, as far as a page can tell. */
const namesOf = (all: boolean): readonly string[] => {
  const name = (at: Element): string => {
    const by = document.getElementById(at.getAttribute('aria-labelledby') ?? '');
    if (by !== null) return by.textContent.trim();
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
    return at.getAttribute('aria-label') ?? (labels?.[0]?.innerText ?? at.textContent).trim();
  };
  if (all) return [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')].map(name);
  const { activeElement: at } = document;
  return at === null || at === document.body ? [] : [name(at)];
};

export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async key(...keys: string[]): Promise<void> {
    for (const each of keys) await this.page.keyboard.press(each);
  }
  type(words: string): Promise<void> {
    return this.page.keyboard.type(words);
  }
  /** Nothing focused: single keys are the page's. */
  letGo(): Promise<void> {
    return this.page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  }
  /** What has the focus; empty when nothing has it. */
  async focused(): Promise<string> {
    return (await this.page.evaluate(namesOf, false))[0] ?? '';
  }
  /** Waits until the page has what is called so, then Tab (or Shift+Tab) until the focus stands on it; fails when it cannot be reached. */
  async tabTo(name: RegExp, step: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await until(async () => (await this.page.evaluate(namesOf, true)).some((each) => name.test(each))).toBe(true);
    const seen: string[] = [];
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      const words = await this.focused();
      if (name.test(words)) return;
      seen.push(words.slice(0, 40));
      await this.page.keyboard.press(step);
    }
    throw new Error(`${step} never reached ${String(name)}: ${seen.join(' | ')}`);
  }
  async press(name: RegExp, step: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.tabTo(name, step);
    await this.page.keyboard.press('Enter');
  }
}
