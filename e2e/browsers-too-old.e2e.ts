// What somebody sees whose browser cannot run Plenaria: never an empty page. Without JavaScript each page says so, in the three languages;
// where its script does not run (a browser older than Chrome 100, Firefox 100, Safari 15.4) it says that too (decisions: browsers).
import { describe, expect, it } from 'vitest';
import { useHouse } from './house.ts';

const house = useHouse();

describe('a browser that is too old', () => {
  it.each(['/', '/m', '/console', '/screen', '/desk', '/home'])(
    'without JavaScript, %s says what it needs, in the languages it has',
    async (path) => {
      house.aside = true;
      const context = await house.phoneDevice({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${house.origin}${path}`);
      const words = await page.locator('body').innerText();
      // The organiser's pages are in Italian and English.
      const parts = ['ha bisogno di JavaScript', 'needs JavaScript', ...(path === '/home' ? [] : ['تحتاج'])];
      for (const part of parts) expect(words).toContain(part);
      await context.close();
    },
  );

  it.each(['/', '/console'])('where the script of %s cannot run, the page says that the browser is too old', async (path) => {
    house.aside = true;
    house.expectTrouble(/SyntaxError|Unexpected token/);
    const context = await house.phoneDevice();
    // As an older browser reads newer syntax: not at all.
    await context.route(/\/[pl]\/[^/]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: 'export const = 1' }));
    const page = await context.newPage();
    await page.goto(`${house.origin}${path}`);
    await page
      .getByText(/troppo vecchio|aggiorna/i)
      .first()
      .waitFor();
    await context.close();
  });
});
