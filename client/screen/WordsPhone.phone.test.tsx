// The facilitator's words on a phone, on what phones really run.
import { expect, it } from 'vitest';
import { InLang } from '../kernel/i18n.ts';
import { draw } from '../ui/render.testkit.tsx';
import { WordsPhone } from './WordsPhone.tsx';

it('[SC7] the words stand on the phone as long as they stand, line by line', () => {
  const page = draw(<WordsPhone view={{ words: { s: 'Pranzo\nSi riprende alle 14.05' } }} />);
  expect(page.all('bdi').map((line) => line.textContent)).toEqual(['Pranzo', 'Si riprende alle 14.05']);
  expect(page.one('.band').textContent).toContain('Da chi conduce');
  page.again(<WordsPhone view={{ words: null }} />);
  expect(page.host.textContent).toBe('');
});
it('[SC7] words that nobody translated keep their language for the voice that reads them', () => {
  const page = draw(
    <InLang lang="ar">
      <WordsPhone view={{ words: { s: 'Pranzo', lang: 'it' } }} />
    </InLang>,
  );
  expect(page.one('bdi').lang).toBe('it');
  expect(page.one('bdi').dir).toBe('ltr');
});
