// For the tests of the floor on phones: the very views and lists that the rules make, a line that answers with them, and the outbox in the
// test's hand. For tests only.
import type { ReactElement } from 'react';
import { createStore } from 'zustand/vanilla';
import { floor } from '../../../shared/floor/room.ts';
import { seats, stateOf } from '../../../shared/floor/testing.testkit.ts';
import { floorMine, floorViews } from '../../../shared/floor/view.ts';
import type { Actor } from '../../../shared/kernel/audience.ts';
import type { ListReply, Reply } from '../../../shared/kernel/protocol.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import type { Connection, Live } from '../../kernel/connection.ts';
import { ConnectionContext } from '../../kernel/live.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { act, type Drawn } from '../../ui/render.testkit.tsx';

export const zone = 'Europe/Rome';
export interface Sent {
  readonly wish: Parameters<Send>[0];
  readonly keep: boolean;
  readonly reply: (reply: Reply) => void;
}
/** The outbox and the server's mouth: what was sent, and how it is answered. */
export const outbox = () => {
  const sent: Sent[] = [];
  const send: Send = (wish, options) => new Promise((reply) => sent.push({ wish, keep: options?.keep === true, reply }));
  return { sent, send };
};
export const ok: Reply = { ok: true, done: 'done', at: 0 };
/** What was sent goes to the rules as that person's, and their answer comes back. */
export const given = async (story: Scenario, one: Sent | undefined, actor: Actor): Promise<void> => {
  if (one === undefined) throw new Error('nothing was sent');
  story.when(one.wish, actor);
  const { last } = story;
  await answered(
    one,
    last?.kind === 'refused' ? { ok: false, code: last.code, ...(last.params === undefined ? {} : { params: last.params }), at: 0 } : ok,
  );
};
/** The server's answer arrives, and the page settles. */
export const answered = async (one: Sent | undefined, reply: Reply): Promise<void> => {
  if (one === undefined) throw new Error('nothing was sent');
  one.reply(reply);
  await settled();
};
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  act(() => undefined);
};
export const pendingOf = (sent: readonly Sent[], tries = 1): readonly PendingWish[] =>
  sent.map(({ wish, keep }, index) => ({ id: `wish${index}`, command: wish, since: 0, tries, keep }));

/** With the roll that these stories have. */
const contextOf = (story: Scenario) => ({ ...story.viewContext(), assembly: seats(12) });
/** A line that is live and answers lists as the server would for this person. */
export const lineOf = (story: Scenario, actor: Actor): Connection => {
  const store = createStore<Live>()(() => ({
    link: { kind: 'live' },
    common: null,
    mine: null,
    wall: null,
    pending: [],
    refused: [],
    clockOffsetMs: 0,
  }));
  const list = (name: string, key: string): Promise<ListReply> => {
    const its = floor.lists?.[name];
    const { role } = actor;
    if (its === undefined || role === 'system' || !its.roles.includes(role))
      return Promise.resolve({ ok: false, code: 'kernel.notYours', at: 0 });
    const context = contextOf(story);
    const rows = its.rows(stateOf(story), context, key, actor);
    return Promise.resolve({ ok: true, version: its.version(stateOf(story), context, key), rows });
  };
  return {
    store,
    send: () => Promise.resolve(ok),
    list,
    setLang: () => undefined,
    wake: () => undefined,
    dismiss: () => undefined,
    serverNow: () => story.now,
    door: { role: 'member', session: null },
    close: () => undefined,
  };
};
export const within = (line: Connection, page: ReactElement): ReactElement => (
  <ConnectionContext.Provider value={line}>{page}</ConnectionContext.Provider>
);

const there = <Value,>(value: Value | null): Value => {
  if (value === null) throw new Error('nothing for this actor');
  return value;
};
const of = (story: Scenario) => [stateOf(story), contextOf(story)] as const;
export const memberView = (story: Scenario) => floorViews.member(...of(story));
export const memberMine = (story: Scenario, actor: Actor) => there(floorMine.member(...of(story), actor));
export const audienceView = (story: Scenario) => floorViews.audience(...of(story));
export const audienceMine = (story: Scenario, actor: Actor) => there(floorMine.audience(...of(story), actor));
export const tableMine = (story: Scenario, actor: Actor) => there(floorMine.table(...of(story), actor));
export const expertMine = (story: Scenario, actor: Actor) => there(floorMine.expert(...of(story), actor));

export const button = (page: Drawn, words: string): HTMLElement => {
  const found = page
    .all('button')
    .find((one) => one.textContent.includes(words) || one.getAttribute('aria-label')?.includes(words) === true);
  if (found === undefined) throw new Error(`no button ${words} in ${page.host.textContent}`);
  return found;
};
export const box = (page: Drawn): HTMLTextAreaElement => {
  const found = page.host.querySelector('textarea');
  if (found === null) throw new Error(`no box in ${page.host.textContent}`);
  return found;
};
export const row = (page: Drawn, words: string, at = 0): HTMLElement => {
  const found = page.all('li').filter((one) => one.textContent.includes(words))[at];
  if (found === undefined) throw new Error(`no row ${words} in ${page.host.textContent}`);
  return found;
};
export const inside = (host: HTMLElement, words: string): HTMLElement => {
  const found = [...host.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button ${words} in ${host.textContent}`);
  return found;
};
