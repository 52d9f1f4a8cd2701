/* For the tests of the floor's console: rows, views, a line whose lists are given, and the wishes that were sent. */
import { act, type ReactElement } from 'react';
import { createStore } from 'zustand/vanilla';
import type { FloorDriverView, HandRow, QuestionRow } from '../../shared/floor/shown.ts';
import { blockIdSchema, expertIdSchema, groupIdSchema, memberIdSchema, questionIdSchema, turnIdSchema } from '../../shared/kernel/ids.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { Connection, Live } from '../kernel/connection.ts';
import { ConnectionContext } from '../kernel/live.ts';
import type { Send } from '../kernel/send.ts';

export const now = Date.UTC(2026, 10, 21, 9, 30);
const id = (word: string, n: number): string => `${word}${String(n).padStart(4, '0')}`;
export const questionId = (n: number) => questionIdSchema.parse(id('question', n));
export const memberId = (n: number) => memberIdSchema.parse(id('member', n));
export const turnId = (n: number) => turnIdSchema.parse(id('turn', n));
export const expertId = (n: number) => expertIdSchema.parse(id('expert', n));
export const groupId = (n: number) => groupIdSchema.parse(id('table', n));
export const blockId = (n: number) => blockIdSchema.parse(id('block', n));

export const question = (n: number, change: Partial<QuestionRow> = {}): QuestionRow => ({
  question: questionId(n),
  text: `Domanda numero ${n}?`,
  lang: 'it',
  block: null,
  table: null,
  from: 'member',
  votes: { members: 20 - n, audience: 0 },
  merged: 0,
  standing: 'open',
  words: '',
  onWall: false,
  at: now - n * 60_000,
  door: 'phone',
  group: null,
  into: null,
  expert: null,
  answers: [],
  hidden: false,
  withdrawn: false,
  ...change,
});
export const hand = (n: number, change: Partial<HandRow> = {}): HandRow => ({
  member: memberId(n),
  seat: String(n),
  kind: 'speech',
  at: now - n * 60_000,
  turns: 0,
  sec: 0,
  phone: true,
  ...change,
});
export const floorView = (change: Partial<FloorDriverView> = {}): FloorDriverView => ({
  door: { members: true, audience: false },
  experts: [],
  counts: { open: 0, answered: 0, parked: 0, disputed: 0, merged: 0, hidden: 0, withdrawn: 0 },
  list: '1',
  turns: '1',
  wall: [],
  plenary: { where: null, by: 'asked', sec: 120, now: null, hands: [], waiting: 0 },
  tables: [],
  may: { ask: true, call: true, door: true },
  ...change,
});

export interface Sent {
  readonly wishes: Parameters<Send>[0][];
  /** What the next wishes are answered. */
  reply: Reply;
  readonly send: Send;
}
export const sending = (): Sent => {
  const sent: Sent = {
    wishes: [],
    reply: { ok: true, done: 'done', at: 0 },
    send: (wish) => {
      sent.wishes.push(wish);
      return Promise.resolve(sent.reply);
    },
  };
  return sent;
};
/** A line that is live and answers these lists; `asked` gathers which were asked for. */
export const withLists = (lists: Readonly<Record<string, unknown>>, page: ReactElement, asked: string[] = []): ReactElement => {
  const connection: Connection = {
    store: createStore<Live>()(() => ({
      link: { kind: 'live' },
      common: null,
      mine: null,
      wall: null,
      pending: [],
      refused: [],
      clockOffsetMs: 0,
    })),
    send: () => Promise.resolve({ ok: true, done: 'done', at: 0 }),
    list: (list) => {
      asked.push(list);
      return Promise.resolve({ ok: true, version: '1', rows: lists[list] });
    },
    setLang: () => undefined,
    wake: () => undefined,
    dismiss: () => undefined,
    serverNow: () => now,
    door: { role: 'facilitator', session: null },
    close: () => undefined,
  };
  return <ConnectionContext value={connection}>{page}</ConnectionContext>;
};

export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await act(async () => Promise.resolve());
};
export const button = (host: ParentNode, words: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.startsWith(words));
  if (!found) throw new Error(`no button ${words} in ${[...host.querySelectorAll('button')].map((one) => one.textContent).join(' | ')}`);
  return found;
};
export const key = (pressed: string): void => {
  act(() => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
    );
  });
};
/** Chooses in the list under these words, by the words of one of its lines. */
export const choose = (host: ParentNode, label: string, words: string): void => {
  const named = [...host.querySelectorAll('label')].find((one) => one.textContent === label);
  const select = named === undefined ? null : document.getElementById(named.htmlFor);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no list ${label}`);
  const line = [...select.options].find((one) => one.textContent.startsWith(words));
  if (line === undefined) throw new Error(`no line ${words} in ${select.textContent}`);
  act(() => {
    select.value = line.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
};
/** The field under these words. */
export const field = (host: ParentNode, label: string): HTMLElement => {
  const named = [...host.querySelectorAll('label')].find((one) => one.textContent === label);
  const found = named === undefined ? null : document.getElementById(named.htmlFor);
  if (found === null) throw new Error(`no field ${label}`);
  return found;
};
