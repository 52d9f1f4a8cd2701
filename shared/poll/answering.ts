// How an answer gets into the box: from a phone (member or audience), from a sheet that the desk enters, from hands that are counted.
// One answer per seat or device and round, until the close; a sheet replaces that seat's phone; hands never exceed those present (PO2, PO3, PO9).
// Whoever is not present cannot answer a question to the members: the base is those present (PO1). Late is said with the hour (K7).
import { canonical } from '../kernel/canonical.ts';
import type { PollId } from '../kernel/ids.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import { checkAnswer, keptOf } from './answer.ts';
import type { Kept } from './answer.ts';
import type { PollCommand } from './commands.ts';
import { maxEdit } from './commands.ts';
import { answeredInBox, baseOf, handsOf } from './counting.ts';
import type { PollFact } from './events.ts';
import { boxOf, openRound, roundOf } from './state.ts';
import type { OpenRound, PollState } from './state.ts';
import { checkHands } from './tally.ts';
import type { Answer } from './tally.ts';

type Of<Type extends PollCommand['type']> = Extract<PollCommand, { type: Type }>;
type Done = Outcome<PollFact>;
interface Entering {
  readonly kind: 'open';
  readonly round: OpenRound;
}

/** The open round that a command names, or why it cannot be answered any more. */
const entering = (
  state: PollState,
  command: { readonly poll: PollId; readonly round: number },
  now: number,
  voter: string,
): Entering | ReturnType<typeof refuse> => {
  const poll = state.polls.get(command.poll);
  const round = roundOf(poll, command.round);
  if (!poll || !round) return refuse('poll.notOpen');
  const late = { box: boxOf(command.poll, round.round), voter };
  switch (round.phase) {
    case 'open':
      return round.closesAt !== null && now >= round.closesAt
        ? { ...refuse('poll.tooLate', { closedAt: round.closesAt }), late }
        : { kind: 'open', round };
    case 'closed':
    case 'published':
      return { ...refuse('poll.tooLate', { closedAt: round.closedAt }), late };
    case 'voided':
      return refuse('poll.voided');
    default:
      return round satisfies never;
  }
};

/** For the box. The number of the edit is lifted above what a sheet has replaced. */
const put = (box: string, voter: string, lift: number, edit: number, answer: Answer | null, source: Kept['source']): Done => {
  const body: Kept = { answer, source, lift };
  return { kind: 'answer', box, voter, edit: lift + edit, body };
};

/** Hands and answers together never exceed those present: whoever raised a hand does not answer once more (PO9). */
const handsAreAll = (
  state: PollState,
  { poll, round: number }: { readonly poll: PollId; readonly round: number },
  round: OpenRound,
  ctx: Context,
): boolean => {
  if (!round.hands) return false;
  const base = baseOf(state, poll, round, ctx.box);
  return base !== null && answeredInBox(poll, number, ctx.box) + handsOf(round) >= base;
};

const same = (one: Answer | null, other: Answer): boolean => one !== null && canonical(one) === canonical(other);

export const answerByPhone = (command: Of<'poll.answer'>, state: PollState, ctx: Context): Done => {
  const { actor } = ctx;
  if (actor.role !== 'member' && actor.role !== 'audience') return refuse('kernel.notYours');
  const sender = actor.role === 'member' ? actor.member : actor.device;
  const before = ctx.box.of(boxOf(command.poll, command.round), sender);
  const keptBefore = before ? keptOf(before.body) : undefined;
  const found = entering(state, command, ctx.now, sender);
  // Sent again because "received" was not heard: it is in the box, also when the question has closed meanwhile (K3).
  if (found.kind === 'refused')
    return before && keptBefore?.source === 'phone' && before.edit === keptBefore.lift + command.edit ? nothing : found;
  const { round } = found;
  // Two electorates, never mixed: who came in with a seat is not audience (PO2).
  if (round.asked.electorate !== (actor.role === 'member' ? 'members' : 'audience')) return refuse('poll.otherElectorate');
  if (actor.role === 'member' && !state.present.has(actor.member)) return refuse('poll.notPresent');
  if (round.hands?.mode === 'whole') return refuse('poll.byHands');
  const voter = actor.role === 'member' ? actor.member : actor.device;
  const box = boxOf(command.poll, command.round);
  const entry = ctx.box.of(box, voter);
  const kept = entry ? keptOf(entry.body) : undefined;
  if (kept?.source === 'paper' && kept.answer !== null) return refuse('poll.onPaper');
  const checked = checkAnswer(round.asked, command.answer);
  if (checked.kind === 'refused') return checked;
  // After a sheet that was taken out, the phone starts in a new range: whatever it sends is the newest.
  const lift = kept?.answer === null ? kept.lift + 2 * maxEdit : (kept?.lift ?? 0);
  // The same number with another answer: two pages of one person, and the other was first. It is said, never passed over.
  if (entry && entry.edit === lift + command.edit && !same(kept?.answer ?? null, checked.answer)) return refuse('poll.answeredElsewhere');
  if (entry && entry.edit >= lift + command.edit) return nothing;
  if (!kept?.answer && handsAreAll(state, command, round, ctx)) return refuse('poll.handsFull');
  return put(box, voter, lift, command.edit, checked.answer, 'phone');
};

export const answerOnPaper = (command: Of<'poll.answerOnPaper'>, state: PollState, ctx: Context): Done => {
  const found = entering(state, command, ctx.now, command.member);
  if (found.kind === 'refused') return found;
  const { round } = found;
  if (round.asked.electorate !== 'members') return refuse('poll.otherElectorate');
  if (!state.present.has(command.member)) return refuse('poll.seatNotPresent');
  if (round.hands?.mode === 'whole') return refuse('poll.byHands');
  const checked = command.answer === null ? { answer: null } : checkAnswer(round.asked, command.answer);
  if ('kind' in checked && checked.kind === 'refused') return checked;
  const box = boxOf(command.poll, command.round);
  const entry = ctx.box.of(box, command.member);
  const kept = entry ? keptOf(entry.body) : undefined;
  const replaces = kept?.source === 'paper';
  if (command.answer !== null && !kept?.answer && handsAreAll(state, command, round, ctx)) return refuse('poll.handsFull');
  if (!replaces && command.answer === null) return nothing;
  // A first sheet opens a new range of edit numbers above all that the phone can reach; later ones go on in it.
  const lift = replaces ? kept.lift : (kept?.lift ?? 0) + 2 * maxEdit;
  if (replaces && entry && entry.edit >= lift + command.edit) {
    return JSON.stringify(kept.answer) === JSON.stringify(checked.answer)
      ? nothing
      : refuse('poll.paperAlready', { edit: entry.edit - lift });
  }
  return put(box, command.member, lift, command.edit, checked.answer, 'paper');
};

export const countHands = (command: Of<'poll.hands'>, state: PollState, ctx: Context): Done => {
  const round = openRound(state.polls.get(command.poll));
  if (!round || round.round !== command.round) return refuse('poll.notOpen');
  const answered = answeredInBox(command.poll, command.round, ctx.box);
  const base = baseOf(state, command.poll, round, ctx.box);
  const raised = Object.values(command.counts).reduce((sum, each) => sum + each, 0);
  if (raised > 0) {
    if (command.mode === 'whole' && answered > 0) return refuse('poll.handsAfterPhones', { answered });
    const why = checkHands(round.asked.kind, round.asked.options, { counts: command.counts }, answered, base);
    if (why !== null) return refuse(why, { room: (base ?? 0) - answered, answered, hands: raised });
  } else if (!round.hands) return nothing;
  const same = round.hands?.mode === command.mode && JSON.stringify(sorted(round.hands.counts)) === JSON.stringify(sorted(command.counts));
  return same
    ? nothing
    : facts<PollFact>({
        type: 'poll.handsCounted',
        v: 1,
        poll: command.poll,
        round: command.round,
        mode: command.mode,
        counts: command.counts,
      });
};
const sorted = (counts: Readonly<Record<string, number>>) => Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
