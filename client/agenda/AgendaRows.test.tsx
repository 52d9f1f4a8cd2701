// Reordering the programme without a mouse, on the real rule.
import { act } from 'react';
import { expect, it } from 'vitest';
import { agenda } from '../../shared/agenda/room.ts';
import { scenario } from '../../shared/kernel/scenario.ts';
import { click, draw, type Drawn } from '../ui/render.testkit.tsx';
import { AgendaRows } from './AgendaRows.tsx';
import { driverOf, begun, nine, senderOf, zone } from './fixture.testkit.ts';

const morning = () => begun(scenario([agenda]));

const setUp = () => {
  const story = morning();
  const { send, wishes } = senderOf(story);
  let selected: string | null = null;
  const page = () => (
    <AgendaRows
      view={driverOf(story)}
      now={nine + 600_000}
      timeZone={zone}
      send={send}
      selected={selected}
      onSelect={(id) => (selected = id)}
    />
  );
  const drawn = draw(page());
  const again = () => drawn.again(page());
  return { drawn, again, wishes };
};
const key = async (element: HTMLElement, name: string, alt: boolean) =>
  act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: name, altKey: alt, bubbles: true, cancelable: true }));
  });
const order = (drawn: Drawn) => drawn.all('[data-open]').map((row) => row.dataset['open']);

it('[AG4] Alt and arrow move the row that has the focus, and it keeps the focus', async () => {
  const { drawn, again, wishes } = setUp();
  const row = drawn.one('[data-open=talkstalks]');
  row.focus();
  await key(row, 'ArrowUp', true);
  expect(wishes).toEqual([{ type: 'agenda.move', block: 'talkstalks', after: 'opening' }]);
  expect(order(drawn)).toEqual(['opening', 'talkstalks', 'whereweare', 'lunchlunch', 'goodbye']);
  again();
  expect(order(drawn)).toEqual(['opening', 'talkstalks', 'whereweare', 'lunchlunch', 'goodbye']);
  expect(document.activeElement).toBe(drawn.one('[data-open=talkstalks]'));
});

it('[AG4] arrows alone only look: they move the focus and nobody else', async () => {
  const { drawn, wishes } = setUp();
  drawn.one('[data-open=opening]').focus();
  await key(drawn.one('[data-open=opening]'), 'ArrowDown', false);
  expect(document.activeElement).toBe(drawn.one('[data-open=whereweare]'));
  expect(wishes).toEqual([]);
});

it('[AG4] the open row has buttons for up and down; a row cannot pass what has already started, and says why', async () => {
  const { drawn, again, wishes } = setUp();
  click(drawn.one('[data-open=whereweare]'));
  again();
  const [up, down] = drawn.all('.agenda-row-moves button');
  expect(up?.getAttribute('aria-disabled')).toBe('true');
  expect(
    drawn
      .all('.agenda-row-moves')
      .map((cell) => cell.textContent)
      .join(),
  ).toContain('È già il primo che si può spostare.');
  await act(async () => down?.click());
  expect(wishes).toEqual([{ type: 'agenda.move', block: 'whereweare', after: 'talkstalks' }]);
});

it('[AG4] what runs has neither handle nor buttons', () => {
  const { drawn, again } = setUp();
  click(drawn.one('[data-open=opening]'));
  again();
  expect(drawn.all('.agenda-row-moves button')).toEqual([]);
  expect(drawn.all('.agenda-handle')).toHaveLength(4);
});

it('[AG1] every row says planned and true or estimated hour, in words for who does not see the columns', () => {
  const { drawn } = setUp();
  const row = drawn.one('[data-open=whereweare]').closest('li');
  expect(row?.textContent).toContain('Previsto 9.15');
  expect(row?.textContent).toContain('Vero o stimato 9.21');
});
