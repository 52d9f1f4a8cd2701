// What went wrong and what was on the walls: incidents in the order of the day, scenes with their hour.
// A wall never showed a seat beside a choice, so neither does this list; it repeats titles and the facilitators' own words.
import type { BlockPlan } from '../agenda/events.ts';
import type { Text } from '../kernel/text.ts';
import { roundsOf } from '../poll/state.ts';
import type { PollState } from '../poll/state.ts';
import type { PollFact } from '../poll/events.ts';
import type { ScreenState } from '../screen/state.ts';
import type { SessionFact } from '../session/events.ts';
import type { BoardRecord } from './boardsDocument.ts';
import type { Incident, ScreenLine } from './document.ts';
import type { KnownTables } from './groups.ts';
import type { Said } from './said.ts';

const nothing: Text = { original: 'it', it: '' };
const questionOf = (polls: PollState, poll: string): Text => {
  for (const one of polls.polls.values()) if (one.poll === poll) return roundsOf(one)[0]?.asked.question ?? one.draft.question;
  return nothing;
};

export const incidentsOf = (
  session: readonly Said<SessionFact>[],
  polls: readonly Said<PollFact>[],
  state: PollState,
  boards: readonly BoardRecord[],
): readonly Incident[] => {
  const list: Incident[] = [];
  for (const { fact, meta } of session) {
    if (fact.type === 'session.incidentNoted') list.push({ at: meta.at, kind: 'noted', words: fact.words });
    if (fact.type === 'session.suspended') {
      const end = session.find(
        ({ fact: after, meta: then }) => then.seq > meta.seq && (after.type === 'session.resumed' || after.type === 'session.closed'),
      );
      list.push({ at: meta.at, kind: 'suspended', words: fact.reason, untilAt: end?.meta.at ?? null });
    }
    if (fact.type === 'session.closed' && fact.by === 'forgotten') list.push({ at: meta.at, kind: 'forgotten' });
  }
  for (const { fact, meta } of polls) {
    if (fact.type === 'poll.voided')
      list.push({ at: meta.at, kind: 'pollVoided', words: fact.reason, question: questionOf(state, fact.poll), round: fact.round });
    if (fact.type === 'poll.opened' && fact.round > 1)
      list.push({ at: meta.at, kind: 'pollRepeated', question: questionOf(state, fact.poll), round: fact.round });
  }
  for (const { reopened, title, table } of boards)
    for (const { at, reason } of reopened) list.push({ at, kind: 'boardReopened', words: reason, board: title, table });
  const left = boards.flatMap(({ frozen }) => frozen.filter(({ withSession }) => withSession));
  const first = left[0];
  if (first) list.push({ at: first.at, kind: 'boardsFrozen', boards: left.length });
  return list.sort((a, b) => a.at - b.at);
};

/** What scenes point at. */
interface Pointed {
  readonly blocks: ReadonlyMap<string, BlockPlan>;
  readonly polls: PollState;
  readonly boards: readonly BoardRecord[];
  readonly tables: KnownTables;
}
/** A theme's title is in the log only once its board was frozen. */
const themeIn = (board: BoardRecord | undefined, id: string): Text | null => {
  const theme = board?.frozen.flatMap(({ themes }) => themes).findLast((one) => one.id === id);
  return theme ? { original: theme.lang, [theme.lang]: theme.title } : null;
};
export const screensOf = (state: ScreenState, { blocks, polls, boards, tables }: Pointed): readonly ScreenLine[] => {
  const order = new Map<string, string>();
  for (const { screen } of state.history) {
    if (screen === null || order.has(screen)) continue;
    const label = state.controls.looks.get(screen)?.label ?? '';
    order.set(screen, label === '' ? String(order.size + 1) : label);
  }
  const names = new Map<string, string>();
  for (const { materials } of blocks.values()) for (const { id, name } of materials) names.set(id, name);
  return state.history.map(({ at, screen, scene }): ScreenLine => {
    const base = {
      at,
      screen: screen === null ? null : (order.get(screen) ?? null),
      scene: scene.kind,
      text: null,
      table: null,
      page: null,
      round: null,
    };
    switch (scene.kind) {
      case 'agenda':
        return { ...base, text: scene.block === null ? null : (blocks.get(scene.block)?.title ?? null) };
      case 'pollOpen':
      case 'pollClosed':
      case 'pollResult':
        return { ...base, text: questionOf(polls, scene.poll), round: scene.round };
      case 'words':
        return { ...base, text: scene.text };
      case 'slides':
        return { ...base, text: { original: 'it', it: names.get(scene.material) ?? '' }, page: scene.page };
      case 'board':
      case 'canvas':
      case 'theme': {
        const board = boards.find(({ id }) => id === scene.board);
        const theme = scene.kind === 'theme' ? themeIn(board, scene.theme) : null;
        return { ...base, text: theme ?? board?.title ?? null, table: board?.table ?? null };
      }
      case 'report': {
        const table = tables.get(scene.group);
        return { ...base, text: table?.name ?? table?.theme ?? null, table: table?.number ?? null };
      }
      case 'groups':
      case 'boards':
      case 'questions':
      case 'turn':
      case 'join':
      case 'rollCall':
      case 'suspended':
      case 'thanks':
      case 'test':
      case 'blank':
        return base;
      default:
        return scene satisfies never;
    }
  });
};
