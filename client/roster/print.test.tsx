// What goes on paper (RO5): eight cards to a sheet with code and QR, no name; the join sheet; answer sheets; plan B. And the import page (RO6).
import { act } from 'react';
import { expect, test } from 'vitest';
import { draw } from '../ui/render.testkit.tsx';
import type { RollReply, RollSummary } from '../../shared/roster/reading.ts';
import { ImportRoll } from './ImportRoll.tsx';
import { AnswerSheets } from './print/AnswerSheets.tsx';
import { Cards } from './print/Cards.tsx';
import { JoinSheet } from './print/JoinSheet.tsx';
import { PlanB } from './print/PlanB.tsx';

const cards = Array.from({ length: 9 }, (_, i) => ({
  seat: String(i + 1),
  code: `K7MQ3XT${'ABCDEFGHJ'.charAt(i)}`,
  url: `http://plenaria.local/#t=${i}`,
}));

test('[RO5] nine cards are two sheets; each has seat, code in two groups, QR and the second language', () => {
  const page = draw(<Cards cards={cards} assembly="Clima" address="plenaria.local" second="ar" />);
  expect(page.all('.cards-sheet').map((sheet) => sheet.children.length)).toEqual([8, 1]);
  expect(page.one('.seat-card').textContent).toContain('K7MQ 3XTA');
  expect(page.all('svg.qr')).toHaveLength(9);
  expect(page.one('.second').getAttribute('dir')).toBe('rtl');
});
test('[RO5] the join sheet has the room’s code and the hall’s languages; without a hall network it asks nobody to join one', () => {
  const page = draw(
    <JoinSheet assembly="Clima" network="Assemblea" address="plenaria.local" url="http://plenaria.local" roomCode="K7M4QX" />,
  );
  expect(page.host.textContent).toContain('K7M 4QX');
  expect(page.all('.join-others li')).toHaveLength(6);
  page.again(<JoinSheet assembly="Clima" network={null} address="plenaria.local" url="http://plenaria.local" roomCode="K7M4QX" />);
  expect(page.host.textContent).not.toMatch(/Wi-Fi|rete/u);
});
test('[RO5] answer sheets: one per seat, every choice and “Non so”', () => {
  const page = draw(
    <AnswerSheets
      assembly="Clima"
      question="Da dove cominciamo?"
      description=""
      form={{ kind: 'choices', choices: ['Alberi', 'Tetti'], min: 1, max: 1 }}
      seats={['12', '58', '']}
    />,
  );
  expect(page.all('.answer-form')).toHaveLength(3);
  expect(
    page
      .all('.answer-form:first-child li')
      .slice(0, 3)
      .map((one) => one.textContent),
  ).toEqual(['Alberi', 'Tetti', 'Non so']);
});
test('[RO5] plan B: programme, questions with room for strokes, groups when there are some, the seats', () => {
  const page = draw(
    <PlanB
      title="Seconda plenaria"
      assembly="Clima"
      day="21 novembre"
      timeZone="Europe/Rome"
      blocks={[{ title: 'Accoglienza', plannedMin: 30, startsAt: Date.UTC(2026, 10, 21, 7, 45) }]}
      questions={[{ text: 'Da dove?', choices: ['Alberi'] }]}
      groups={[{ name: 'Tavolo 1', seats: ['1', '2'] }]}
      seats={['1', '2', '3']}
    />,
  );
  expect(page.host.textContent).toContain('8.45');
  expect(page.all('.strokes')).toHaveLength(2);
  expect(page.all('.plan-seat')).toHaveLength(4);
  expect(page.host.textContent).toContain('1, 2');
});

const summary: RollSummary = {
  delimiter: ';',
  encoding: 'utf-8',
  rows: 90,
  good: 86,
  seats: 85,
  reserves: 5,
  columns: [{ header: 'sesso', field: 'attribute', attribute: 'genere', values: [] }],
};
const give = async (input: HTMLElement): Promise<void> => {
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'membri.csv')], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  });
};
test('[RO6] a bad list: nobody came in, every fault in words with what to do, and nothing was entered', async () => {
  let entered = 0;
  const reply: RollReply = {
    ok: false,
    more: 0,
    summary,
    problems: [{ line: 23, column: 'fine_mandato', found: '31/06/2027', code: 'dateImpossible', params: { month: 6, days: 30 } }],
  };
  const page = draw(
    <ImportRoll
      assembly="Clima"
      members={0}
      check={async () => reply}
      enter={async () => ({ ok: true, members: (entered += 1) })}
      refusal={({ code }) => code}
    />,
  );
  await give(page.one('input[type="file"]'));
  expect(page.one('.band.error').textContent).toContain('Non è entrato nessuno.');
  expect(page.one('tbody tr').textContent).toBe('23fine_mandato«31/06/2027» non esisteQuel mese ha 30 giorni.');
  expect(entered).toBe(0);
});
test('[RO6] a good list enters only when a person confirms, and replacing a roll is said with both numbers', async () => {
  const asked: boolean[] = [];
  const page = draw(
    <ImportRoll
      assembly="Clima"
      members={90}
      check={async (_, replaces) => (asked.push(replaces), { ok: true, summary })}
      enter={async (_, replaces) => ({ ok: true, members: replaces ? 90 : 0 })}
      refusal={({ code }) => code}
    />,
  );
  await give(page.one('input[type="file"]'));
  await act(async () => {
    page.one('input[type="checkbox"]').click();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  });
  expect(asked).toEqual([false, true]);
  const confirm = page.all('button').find((one) => one.textContent.includes('al posto dei 90'));
  await act(async () => {
    confirm?.click();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  });
  expect(page.one('.band').textContent).toContain('90 membri in elenco.');
});
