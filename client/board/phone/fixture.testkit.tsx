// For the tests of boards on phones: the very views and documents that the rules make, drawn as a page would. For tests only.
import { boardMine } from '../../../shared/board/view.ts';
import { board as room } from '../../../shared/board/room.ts';
import type { BoardAbout, BoardMemberMine, BoardTableMine } from '../../../shared/board/shown.ts';
import { B1, memberId, stateOf, table1 } from '../../../shared/board/testing.testkit.ts';
import type { Actor } from '../../../shared/kernel/audience.ts';
import type { Reply } from '../../../shared/kernel/protocol.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import { heldDocument, type HeldDocument } from '../../kernel/document.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { act, type Drawn } from '../../ui/render.testkit.tsx';
import { BoardMember, type BoardMemberProps } from './BoardMember.tsx';
import { BoardTablePhone, type BoardTablePhoneProps } from './BoardTablePhone.tsx';

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
/** The server's answer arrives, and the page settles. */
export const answered = async (one: Sent | undefined, reply: Reply): Promise<void> => {
  if (one === undefined) throw new Error('nothing was sent');
  one.reply(reply);
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  act(() => undefined);
};
export const pendingOf = (sent: readonly Sent[], tries = 1): readonly PendingWish[] =>
  sent.map(({ wish, keep }, index) => ({ id: `wish${index}`, command: wish, since: 0, tries, keep }));

/** What devices hold of the board's document. */
export const documentOf = (story: Scenario): HeldDocument => {
  const held = heldDocument();
  sync(held, story);
  held.setState({ kind: 'live' });
  return held;
};
export const sync = (held: HeldDocument, story: Scenario): void => {
  const maps = story.published(room, B1);
  const list = ['notes', 'themes'].flatMap((map) => [
    ...held.ids(map).flatMap((id) => (maps[map]?.[id] === undefined ? [{ map, id, fields: null }] : [])),
    ...Object.entries(maps[map] ?? {}).map(([id, fields]) => ({ map, id, fields })),
  ]);
  act(() => held.change(list));
};
const now = (about: BoardAbout | null): BoardAbout => {
  if (about === null) throw new Error('no board');
  return about;
};
export const mineOf = (story: Scenario, who: Actor): BoardMemberMine => {
  const mine = boardMine.member(stateOf(story), story.viewContext(), who);
  if (mine === null) throw new Error('no member');
  return mine;
};
export const tableMineOf = (story: Scenario): BoardTableMine => {
  const mine = boardMine.table(stateOf(story), story.viewContext(), table1);
  if (mine === null) throw new Error('no table');
  return mine;
};

export const memberPage = (story: Scenario, who: Actor, more: Partial<BoardMemberProps> & Pick<BoardMemberProps, 'send'>) => {
  const mine = mineOf(story, who);
  return <BoardMember about={now(mine.now)} mine={mine} document={null} pending={[]} online now={story.now} timeZone={zone} {...more} />;
};
export const tablePage = (story: Scenario, more: Partial<BoardTablePhoneProps> & Pick<BoardTablePhoneProps, 'send'>) => {
  const mine = tableMineOf(story);
  return (
    <BoardTablePhone
      about={now(mine.now)}
      mine={mine}
      document={null}
      pending={[]}
      online
      now={story.now}
      timeZone={zone}
      seats={[1, 2, 3, 4].map((n) => ({ member: memberId(n), seat: String(n), here: true }))}
      backAt={null}
      help={null}
      onBefore={() => undefined}
      {...more}
    />
  );
};
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
export const row = (page: Drawn, words: string): HTMLElement => {
  const found = page.all('.bp-note').find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no note ${words} in ${page.host.textContent}`);
  return found;
};
