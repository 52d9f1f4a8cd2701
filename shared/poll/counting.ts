// From the box and the facts to the numbers that everybody sees: one road, whoever asks (PO5). Who may see them is the view's business.
// Members have a base, those present until the close (PO1): who is present now, and who went away after answering, so that "n di m" never
// has n above m. The audience has no roll: its base is null and only the answers are counted.
import type { BoxEntry, BoxReading } from '../kernel/box.ts';
import type { MemberId, PollId } from '../kernel/ids.ts';
import type { People } from '../kernel/room.ts';
import { keptOf } from './answer.ts';
import type { Closing } from './closing.ts';
import type { WordAct } from './cloud-words.ts';
import type { Curation } from './curation.ts';
import { boxOf } from './state.ts';
import type { OpenRound, Poll, PollState, Round } from './state.ts';
import { cleanLine } from './spelling.ts';
import { compareRounds } from './rounds.ts';
import { count } from './tally.ts';
import type { CountedAnswer, Tally } from './tally.ts';

/** The answers of a box, as the count takes them. `order` is the arrival; after the seal it is only the order of the rows. */
export const countedRows = (rows: readonly BoxEntry[]): readonly CountedAnswer[] =>
  rows.flatMap(({ key, body }, order) => {
    const { answer, source } = keptOf(body);
    return answer === null ? [] : [{ answer, source, person: key, order }];
  });

/** A fingerprint of a text (FNV-1a, 53 bits of two lanes): its name in the facts that hide it, so that the log does not repeat an insult. Equal texts have one. */
export const textIdOf = (text: string): string => {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (const char of cleanLine(text)) {
    const code = char.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return `t${((high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff)).toString(36).padStart(4, '0')}`;
};

const isWordAct = (act: Curation): act is Exclude<Curation, { readonly kind: 'hideText' | 'unhideText' }> =>
  act.kind !== 'hideText' && act.kind !== 'unhideText';
export const wordActsOf = (round: Pick<Round, 'acts'>): readonly WordAct[] =>
  round.acts.flatMap(({ act }) => (isWordAct(act) ? [act] : []));
/** Ids of the texts that are hidden now. */
export const hiddenTextIds = (round: Pick<Round, 'acts'>): ReadonlySet<string> => {
  const hidden = new Set<string>();
  for (const { act } of round.acts) {
    if (act.kind === 'hideText') hidden.add(act.text);
    if (act.kind === 'unhideText') hidden.delete(act.text);
  }
  return hidden;
};

/** The box as it is now, counted with the acts of curation. No splits: those are counted once, at the close. */
export const countNow = (poll: PollId, round: Round, base: number | null, box: BoxReading): Tally => {
  const answers = countedRows(box.rows(boxOf(poll, round.round)));
  const hidden = hiddenTextIds(round);
  const hiddenTexts =
    hidden.size === 0
      ? []
      : answers.flatMap(({ answer }) => (answer.kind === 'text' && hidden.has(textIdOf(answer.text)) ? [cleanLine(answer.text)] : []));
  const hands = round.phase === 'open' && round.hands ? { hands: round.hands } : {};
  return count(round.asked.kind, round.asked.options, answers, { base, wordActs: wordActsOf(round), hiddenTexts, ...hands });
};

/** People who answered, hands included. */
export const answeredOf = (poll: PollId, round: OpenRound, box: BoxReading): number =>
  answeredInBox(poll, round.round, box) + handsOf(round);
export const answeredInBox = (poll: PollId, round: number, box: BoxReading): number =>
  box.rows(boxOf(poll, round)).reduce((sum, { body }) => sum + (keptOf(body).answer === null ? 0 : 1), 0);
export const handsOf = (round: OpenRound): number => Object.values(round.hands?.counts ?? {}).reduce((sum, each) => sum + each, 0);

export const hasAnswered = (poll: PollId, round: number, voter: string, box: BoxReading): boolean => {
  const entry = box.of(boxOf(poll, round), voter);
  return entry !== undefined && keptOf(entry.body).answer !== null;
};
/** "di m": those present, and those who left after answering; null for the audience. */
export const baseOf = (state: PollState, poll: PollId, round: OpenRound, box: BoxReading): number | null => {
  if (round.asked.electorate === 'audience') return null;
  const gone = [...round.left].filter((member) => !state.present.has(member) && hasAnswered(poll, round.round, member, box));
  return state.present.size + gone.length;
};
/** Of those in the base, who has not answered yet: how many are connected, how many have no phone. Numbers, never seats. */
export const missingOf = (
  state: PollState,
  poll: PollId,
  round: OpenRound,
  box: BoxReading,
  isConnected: (member: MemberId) => boolean,
) => {
  const missing = [...state.present].filter(([member]) => !hasAnswered(poll, round.round, member, box));
  const withoutPhone = missing.filter(([, { phone }]) => !phone).length;
  const connected = missing.filter(([member, { phone }]) => phone && isConnected(member)).length;
  return { people: missing.length, connected, withoutPhone, asleep: missing.length - connected - withoutPhone };
};

/** What is frozen in `poll.closed`. `base` has been checked against hands by who closes. */
export const closingOf = (
  poll: Poll,
  round: OpenRound,
  base: number | null,
  by: Closing['by'],
  box: BoxReading,
  people: People,
): Closing => {
  const { asked } = round;
  const rows = box.rows(boxOf(poll.poll, round.round));
  const attributesByKey = new Map<string, Readonly<Record<string, string>>>();
  if (asked.splitBy.length > 0)
    for (const [member, { attributes }] of people) {
      const key = box.keyOf(member);
      if (key !== undefined) attributesByKey.set(key, attributes);
    }
  const answers = countedRows(rows).map((each) => {
    const attributes = each.person === undefined ? undefined : attributesByKey.get(each.person);
    return attributes ? { ...each, attributes } : each;
  });
  const whole = count(asked.kind, asked.options, answers, { base, splitBy: asked.splitBy, ...(round.hands ? { hands: round.hands } : {}) });
  // What was written stays in the box; the fact holds how many.
  const tally: Tally = { ...whole, texts: [], words: [], hidden: 0, held: 0 };
  const before = poll.past.findLast((one) => one.phase !== 'voided');
  const comparedTo =
    before?.closing && asked.kind.kind !== 'text' && asked.kind.kind !== 'words'
      ? {
          round: before.round,
          comparison: compareRounds(
            { tally: before.closing.tally, answers: countedRows(box.rows(boxOf(poll.poll, before.round))) },
            { tally, answers },
          ),
        }
      : null;
  return { by, tally, comparedTo };
};

/** The numbers of a round that was closed: the frozen ones; for texts and words what lies in the box, with the curation. */
export const tallyOf = (poll: PollId, round: Round, closing: Closing, box: BoxReading): Tally => {
  if (closing.tally.kind !== 'text' && closing.tally.kind !== 'words') return closing.tally;
  const { texts, words, hidden, held } = countNow(poll, round, closing.tally.base, box);
  return { ...closing.tally, texts, words, hidden, held };
};
