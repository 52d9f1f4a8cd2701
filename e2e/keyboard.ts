// How a test walks a page without a mouse: single keys, Tab until something has the focus, and what has it now, in words.
import type { Page } from 'playwright-core';

const mostTabs = 90;
/** The name of what has the focus, as far as a page can tell; empty when nothing has it. */
const nameNow = (): string => {
  const { activeElement: at } = document;
  if (at === null || at === document.body) return '';
  const by = document.getElementById(at.getAttribute('aria-labelledby') ?? '');
  if (by !== null) return by.textContent.trim();
  const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
  return at.getAttribute('aria-label') ?? (labels?.[0]?.innerText ?? at.textContent).trim();
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
  focused(): Promise<string> {
    return this.page.evaluate(nameNow);
  }
  /** Tab (or Shift+Tab) until the focus stands on what is called so; fails when it cannot be reached. */
  async tabTo(name: RegExp, step: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
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
