// Writing down a show of hands, on the real rule.
import { act } from 'react';
import { expect, it } from 'vitest';
import { agenda } from '../../shared/agenda/room.ts';
import { scenario } from '../../shared/kernel/scenario.ts';
import { draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { AgendaHands } from './AgendaHands.tsx';
import { anna, driverOf, begun, nine, senderOf, stateOf, zone } from './fixture.testkit.ts';

const morning = () => begun(scenario([agenda]));

const setUp = (correct = false) => {
  const story = morning();
  if (correct) story.when({ type: 'agenda.recordHands', block: 'opening', words: 'Pausa', for: 61, against: 5, abstained: 4 }, anna);
  const { send, wishes } = senderOf(story);
  let closed = false;
  const view = driverOf(story);
  const drawn = draw(
    <AgendaHands
      view={view}
      now={nine + 600_000}
      timeZone={zone}
      send={send}
      correct={correct ? view.hands[0] : undefined}
      onClose={() => (closed = true)}
    />,
  );
  return { story, drawn, wishes, isClosed: () => closed };
};
const fields = (drawn: Drawn) => drawn.all('input');
const write = async (drawn: Drawn) => act(async () => drawn.one('footer .btn.primary, .dialog-foot .btn.primary').click());
const fill = (drawn: Drawn, words: string, ...counts: string[]) => {
  [words, ...counts].forEach((value, index) => {
    const field = fields(drawn)[index];
    if (field) type(field, value);
  });
};

it('[AG8] words and three counts are recorded in the running block; the button repeats the outcome', async () => {
  const { drawn, wishes, isClosed } = setUp();
  fill(drawn, 'Facciamo una pausa', '61', '5', '4');
  expect(drawn.one('.btn.primary').textContent).toBe('Scrivi: sì, 61 a 5');
  expect(drawn.host.textContent).toContain('70 di 73 hanno alzato la mano.');
  await write(drawn);
  expect(wishes).toEqual([
    { type: 'agenda.recordHands', block: 'opening', words: 'Facciamo una pausa', for: 61, against: 5, abstained: 4 },
  ]);
  expect(isClosed()).toBe(true);
});

it('[AG8] more hands than people present cannot be sent, and the reason is said', async () => {
  const { drawn, wishes } = setUp();
  fill(drawn, 'Facciamo una pausa', '61', '5', '8');
  await write(drawn);
  expect(wishes).toEqual([]);
  expect(drawn.one('.btn.primary').getAttribute('aria-disabled')).toBe('true');
  expect(drawn.host.textContent).toContain('74 mani e 73 presenti: ricontate.');
  // The line never draws more marks than people.
  expect(drawn.all('.seats > i')).toHaveLength(73);
});

it('[AG8] somebody left while they were counting: the refusal says how many are present now, and nothing typed is lost', async () => {
  const { story, drawn } = setUp();
  fill(drawn, 'Facciamo una pausa', '61', '5', '7');
  story.given({ type: 'presence.left', v: 1, member: 'member100', why: 'self', knownAt: nine });
  await write(drawn);
  expect(drawn.host.textContent).toContain('73 mani, ma i presenti sono 72. Ricontate.');
  expect(fields(drawn).map((field) => (field instanceof HTMLInputElement ? field.value : ''))).toEqual([
    'Facciamo una pausa',
    '61',
    '5',
    '7',
  ]);
});

it('[AG8] the room moved on while they were counting: it is still recorded where it was taken', async () => {
  const { story, drawn, wishes } = setUp();
  fill(drawn, 'Facciamo una pausa', '61', '5', '4');
  story.when({ type: 'agenda.start', from: 'opening', to: 'whereweare' }, anna);
  await write(drawn);
  expect(wishes).toMatchObject([{ block: 'opening' }]);
  expect(stateOf(story).hands).toHaveLength(1);
});

it('[AG8] a correction wants a reason', async () => {
  const { drawn, wishes, story } = setUp(true);
  fill(drawn, 'Pausa', '62', '5', '4');
  await write(drawn);
  expect(wishes).toEqual([]);
  expect(drawn.host.textContent).toContain('Scrivi perché correggi');
  const reason = fields(drawn)[4];
  if (reason) type(reason, 'contati due volte');
  await write(drawn);
  expect(wishes).toMatchObject([{ type: 'agenda.correctHands', for: 62, reason: 'contati due volte' }]);
  expect(stateOf(story).hands[0]).toMatchObject({ for: 62, corrections: [{ was: { for: 61 } }] });
});
