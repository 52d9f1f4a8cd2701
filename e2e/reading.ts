// How the tests read a page: tables of results as rows of words, whichever screen they stand on, and the step forward of the console.
import type { Locator, Page } from 'playwright-core';

/** The body of a table, cell by cell, as a screen reader gets it. */
export const rowsOf = async (table: Locator): Promise<readonly (readonly string[])[]> => {
  const rows: string[][] = [];
  await table.waitFor({ state: 'attached' });
  for (const row of await table.locator('tbody tr').all())
    rows.push((await row.locator('th, td').allInnerTexts()).map((text) => text.trim()));
  return rows;
};
/** A list's rows, each in one line. */
export const linesOf = async (list: Locator): Promise<readonly string[]> =>
  (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

/** The big button in the corner of the console: to the next block. */
export const forward = (console_: Page, title: string): Locator =>
  console_.getByRole('button', { name: new RegExp(`^(Comincia|Avanti): ${title}`) });

/** The programme is brought to a block, from wherever it is, by the button in the corner. */
export const goTo = async (console_: Page, titles: readonly string[]): Promise<void> => {
  for (const title of titles) {
    await forward(console_, title).last().click();
    await console_.getByRole('main').getByRole('heading', { level: 1, name: title }).waitFor();
  }
};

/** Waits until nothing on the page moves or fades any more. */
export const still = (page: Page): Promise<void> =>
  page
    .waitForFunction(() =>
      document.getAnimations().every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity),
    )
    .then(() => undefined);

/** The block that runs, as the programme on a phone marks it. */
export const runsOnPhone = (phone: Page, title: string): Locator =>
  phone.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'fino alle' });

/** Everything that comes to a page over its lines, from now on, in letters: for what must never come there. */
export const overhear = (page: Page): { readonly heard: (words: string) => boolean; readonly frames: () => number } => {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(typeof payload === 'string' ? payload : payload.toString('utf8'))),
  );
  return { heard: (words) => frames.some((frame) => frame.includes(words)), frames: () => frames.length };
};
