// The keys of the tables on the console: what they do, and that none of them does anything while somebody writes (WCAG 2.1.4, IN2).
import { act, useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import type { GroupsDriverView } from '../../shared/groups/shown.ts';
import { boardIdSchema, groupIdSchema, type GroupId } from '../../shared/kernel/ids.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { typedDigits, type TablesTime, type Work } from '../groups/tables.ts';
import { useKeys } from '../kernel/keys.ts';
import type { Send } from '../kernel/send.ts';
import { draw } from '../ui/render.testkit.tsx';
import { splitKey, tablesKeys } from './consoleKeyTable.ts';

const table = (n: number) => groupIdSchema.parse(`table${String(n).padStart(4, '0')}`);
const board = (n: number) => boardIdSchema.parse(`board${String(n).padStart(4, '0')}`);
const groups: GroupsDriverView = {
  mode: 'groups',
  round: 1,
  rounds: 0,
  block: null,
  splitAt: 0,
  groups: Array.from({ length: 11 }, (_, index) => ({
    group: table(index + 1),
    number: index + 1,
    name: null,
    assigned: 7,
    seated: 7,
    present: 7,
    connected: 7,
    extraSec: 0,
    call: null,
    spokesperson: null,
    helpers: 0,
    video: null,
  })),
  themes: [],
  how: null,
  unplaced: 0,
  missing: 0,
  card: null,
  choice: null,
  report: { order: [], sec: 0, now: null, done: [] },
  list: '1',
  may: { plan: true, assign: true, split: true, recall: true, choice: false, report: false },
};
const work: Work = new Map([
  [
    table(1),
    { board: board(1), phase: 'open', step: 'write', silent: false, locked: false, notes: 3, themes: 0, writers: 2, people: 7, lastAt: 0 },
  ],
]);
const time: TablesTime = {
  block: 'block00006',
  title: { s: 'Lavori di gruppo' },
  number: 6,
  of: 9,
  left: 600,
  totalMin: 80,
  elapsedMin: 70,
  endsAt: 0,
  paused: false,
};
let wishes: Parameters<Send>[0][] = [];
const recalled: string[] = [];
const reply: Reply = { ok: true, done: 'done', at: 0 };
const send: Send = (wish) => {
  wishes.push(wish);
  return Promise.resolve(reply);
};
beforeEach(() => {
  wishes = [];
  recalled.length = 0;
});

function Tables() {
  const [typed] = useState(typedDigits);
  const [chosen, setChosen] = useState<GroupId | null>(null);
  useKeys(tablesKeys({ groups, work, time, chosen, typed, onChoose: setChosen, onRecall: () => recalled.push('recall'), step: send }));
  return (
    <>
      <output>{chosen}</output>
      <input />
      <select />
    </>
  );
}
const press = (...keys: string[]): void => {
  for (const key of keys)
    act(() => {
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
};

it('[IN2] digits choose a table, two of them one of two figures; + gives time to it, and to all when none is chosen', () => {
  const page = draw(<Tables />);
  press('+', '5', '+');
  expect(page.one('output').textContent).toBe(table(5));
  press('Escape', '1', '1', '+', 'l', 'g');
  expect(page.one('output').textContent).toBe(table(11));
  expect(wishes).toEqual([
    { type: 'agenda.timer', block: 'block00006', do: { kind: 'add', seconds: 300 } },
    { type: 'groups.giveTime', group: table(5), sec: 300 },
    { type: 'groups.giveTime', group: table(11), sec: 300 },
    { type: 'board.lock', boards: [board(1)], on: true },
  ]);
  expect(recalled).toEqual(['recall']);
});
it('[IN2] no key acts while somebody writes in a field or chooses from a list', () => {
  const page = draw(<Tables />);
  for (const field of ['input', 'select']) {
    page.one(field).focus();
    press('5', '+', 'l', 'g', 'Escape');
  }
  expect(page.one('output').textContent).toBe('');
  expect(wishes).toEqual([]);
  expect(recalled).toEqual([]);
});
it('[K9] G sends everybody to the tables only from the hall and only when somebody is assigned; at the tables it is the recall', () => {
  const plenary = { ...groups, mode: 'plenary' } as const;
  expect(Object.keys(splitKey(plenary, () => undefined))).toEqual(['g']);
  expect(splitKey(groups, () => undefined)).toEqual({});
  expect(splitKey({ ...plenary, groups: plenary.groups.map((row) => ({ ...row, assigned: 0 })) }, () => undefined)).toEqual({});
  const keys = tablesKeys({
    groups: plenary,
    work,
    time,
    chosen: null,
    typed: typedDigits(),
    onChoose: () => undefined,
    onRecall: () => undefined,
    step: send,
  });
  for (const key of ['g', '+', 'l']) expect(keys[key]).toBeUndefined();
});
