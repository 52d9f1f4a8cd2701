// What a person does with what others wrote: hide with one key, merge and split words, release a held one, take any of it back (PO7, PO12).
// Only where the facilitator can see the answers: after the close, or while open if live was chosen before opening (PO1).
// Each act is a fact, counted and shown everywhere; a second press of the same act does nothing.
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import { groupWords } from './cloud-words.ts';
import type { WordGroup } from './cloud-words.ts';
import type { PollCommand } from './commands.ts';
import { countedRows, hiddenTextIds, textIdOf, wordActsOf } from './counting.ts';
import type { Curation } from './curation.ts';
import type { PollFact } from './events.ts';
import { boxOf, roundOf } from './state.ts';
import type { PollState, Round } from './state.ts';

export type CurationCommand = Extract<PollCommand, { type: 'poll.hide' | 'poll.merge' | 'poll.split' | 'poll.release' | 'poll.uncurate' }>;

/** Whether facilitators may see what was answered in a round (PO1). */
export const isReadable = (round: Round): boolean => (round.phase === 'open' ? round.asked.live : round.phase !== 'voided');

export const curate = (command: CurationCommand, state: PollState, ctx: Context): Outcome<PollFact> => {
  const round = roundOf(state.polls.get(command.poll), command.round);
  if (!round) return refuse('poll.notOpen');
  if (round.phase === 'voided') return refuse('poll.voided');
  if (!isReadable(round)) return refuse('poll.stillHidden');
  if (command.type === 'poll.uncurate') {
    if (!round.acts.some(({ seq }) => seq === command.act)) return nothing;
    return facts<PollFact>({ type: 'poll.uncurated', v: 1, poll: command.poll, round: command.round, act: command.act });
  }
  const rows = countedRows(ctx.box.rows(boxOf(command.poll, command.round)));
  const act =
    command.type === 'poll.hide' && command.what.kind === 'text'
      ? hideText(command.what.text, command.hidden, round, rows)
      : actOnWords(command, round, rows);
  if ('type' in act) return facts<PollFact>({ type: 'poll.curated', v: 1, poll: command.poll, round: command.round, act: act.act });
  return act;
};
interface Act {
  readonly type: 'act';
  readonly act: Curation;
}
type Decided = Act | ReturnType<typeof refuse> | typeof nothing;
type Rows = ReturnType<typeof countedRows>;

const hideText = (text: string, hide: boolean, round: Round, rows: Rows): Decided => {
  if (round.asked.kind.kind !== 'text') return refuse('poll.notForThisKind');
  if (!rows.some(({ answer }) => answer.kind === 'text' && textIdOf(answer.text) === text)) return refuse('poll.noSuchText');
  if (hiddenTextIds(round).has(text) === hide) return nothing;
  return { type: 'act', act: { kind: hide ? 'hideText' : 'unhideText', text } };
};

const actOnWords = (command: Exclude<CurationCommand, { type: 'poll.uncurate' }>, round: Round, rows: Rows): Decided => {
  if (round.asked.kind.kind !== 'words') return refuse('poll.notForThisKind');
  const entries = rows.flatMap(({ answer, person = '', order = 0 }) =>
    answer.kind === 'words' ? answer.entries.map((text) => ({ person, order, text })) : [],
  );
  const { groups, hidden, held } = groupWords(entries, wordActsOf(round));
  const has = (list: readonly WordGroup[], key: string) => list.some((group) => group.id === key || group.keys.includes(key));
  const known = (key: string) => has(groups, key) || has(hidden, key) || has(held, key);
  switch (command.type) {
    case 'poll.hide': {
      if (command.what.kind !== 'word') return refuse('poll.notForThisKind');
      const { key } = command.what;
      if (!known(key)) return refuse('poll.noSuchWord');
      if (has(hidden, key) === command.hidden) return nothing;
      return { type: 'act', act: { kind: command.hidden ? 'hide' : 'unhide', key } };
    }
    case 'poll.release':
      if (!known(command.key)) return refuse('poll.noSuchWord');
      return has(held, command.key) ? { type: 'act', act: { kind: 'release', key: command.key } } : nothing;
    case 'poll.merge': {
      if (!known(command.from) || !known(command.into)) return refuse('poll.noSuchWord');
      const one = groups.find((group) => group.keys.includes(command.from));
      if (command.from === command.into || one?.keys.includes(command.into)) return nothing;
      return { type: 'act', act: { kind: 'merge', from: command.from, into: command.into } };
    }
    case 'poll.split': {
      const group = groups.find((one) => one.id === command.key || one.keys.includes(command.key));
      if (!group) return refuse('poll.noSuchWord');
      const inside = new Set(group.spellings.map(({ spelling }) => spelling));
      // All of it is no split: something must stay.
      if (!command.spellings.every((spelling) => inside.has(spelling)) || command.spellings.length >= inside.size)
        return refuse('poll.cannotSplit');
      return { type: 'act', act: { kind: 'split', key: command.key, spellings: command.spellings } };
    }
    default:
      return command satisfies never;
  }
};
