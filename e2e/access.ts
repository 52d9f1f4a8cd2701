// Whether everybody can use a page (IN2): WCAG 2.2 AA as far as a machine can tell, in light and in dark, and our own stricter rules for
// phones: nothing to scroll sideways at 320 px or with text twice as large, and no target smaller than 44 px.
// Findings are collected state by state and judged together, so that one run tells everything that is wrong.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { still } from './reading.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const leastTargetPx = 44;

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly html: string; readonly failureSummary?: string | undefined }[];
}
const said = (violations: readonly Found[]): readonly string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n').slice(1, 2).join(' ').trim().slice(0, 140) ?? ''}`,
    ),
  );

export class Findings {
  /** What is wrong → the states in which it is. */
  readonly #where = new Map<string, Set<string>>();

  note(state: string, problems: readonly string[]): void {
    for (const problem of problems) this.#where.set(problem, (this.#where.get(problem) ?? new Set()).add(state));
  }
  /** One line for each thing that is wrong, with its states; forgets them. */
  take(): readonly string[] {
    const lines = [...this.#where].map(([problem, states]) => `${problem} [${[...states].join('; ')}]`);
    this.#where.clear();
    return lines;
  }

  /** The whole set in the page's own colours, then contrast again in the other ones. `dark`: false where the page has no other.
      `within`: only this part of a page that was looked at already. */
  async look(
    page: Page,
    state: string,
    { dark = true, within = 'html' }: { readonly dark?: boolean; readonly within?: string } = {},
  ): Promise<void> {
    await still(page);
    const whole = await new AxeBuilder({ page }).setLegacyMode().include(within).withTags(tags).analyze();
    this.note(state, said(whole.violations));
    if (!dark) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await still(page);
    const contrast = await new AxeBuilder({ page }).setLegacyMode().include(within).withRules(['color-contrast']).analyze();
    this.note(`${state}, dark`, said(contrast.violations));
    await page.emulateMedia({ colorScheme: 'light' });
  }

  /** A phone's page once more: 320 px wide, with text at 200 %, and the size of what is touched. */
  async lookAtPhone(page: Page, state: string): Promise<void> {
    await this.look(page, state);
    const size = page.viewportSize();
    this.note(
      state,
      (await smallTargets(page)).map((target) => `smaller than ${leastTargetPx} px: ${target}`),
    );
    await page.setViewportSize({ width: 320, height: 640 });
    this.note(`${state}, 320 px`, await tooWide(page));
    if (size !== null) await page.setViewportSize(size);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    this.note(`${state}, text at 200 %`, await tooWide(page));
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  }
}

/** What makes a page scroll sideways; empty when nothing does. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - wide;
    if (over <= 0) return [];
    const culprits = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > wide + 1 || left < -1) && element.children.length === 0;
      })
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120));
    return [`${over} px too wide: ${culprits.join(' | ')}`];
  });

/** Controls that a thumb cannot hit. A radio or a box counts with its label; a link in a sentence is as high as its line. */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const shown = (element: Element): boolean =>
      element.checkVisibility({ checkVisibilityCSS: true }) && element.closest('[aria-hidden=true], .sr-only') === null;
    return [...document.querySelectorAll('button, a[href], input, select, textarea, summary')].filter(shown).flatMap((element) => {
      const box = (
        element instanceof HTMLInputElement && /radio|checkbox/.test(element.type) ? (element.closest('label') ?? element) : element
      ).getBoundingClientRect();
      return box.width + 0.5 < least || box.height + 0.5 < least
        ? [`${Math.round(box.width)} × ${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`]
        : [];
    });
  }, leastTargetPx);

/** A dialog is opened by its button, looked at, and closed by Escape. */
export const lookAtDialog = async (found: Findings, page: Page, name: string | RegExp, state: string): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
  await found.look(page, state);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
