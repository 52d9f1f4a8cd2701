// The wall follows (SC8): what the session, the roll call, the programme, polls, the questions of the hall, the tables and their boards do becomes a step of the trail.
// Start of a block → its title and time; a question opens → question and count; closes → "chiusa"; published → result;
// to the tables → tables and time; a table tells → its board; a board sent to the wall → its themes (tables.ts);
// questions put on the wall → they are there, taken off → what was there before (floor.ts); the next thing → replaced. An interruption (roll call, suspension) that ends gives back what was there;
// what is taken back or voided leaves the trail, and whatever was held or shown of it leaves the walls.
import type { AgendaFact, Material } from '../agenda/events.ts';
import type { BoardFact } from '../board/events.ts';
import type { FloorFact } from '../floor/events.ts';
import type { GroupsFact } from '../groups/events.ts';
import type { BlockId, MaterialId, PollId } from '../kernel/ids.ts';
import type { PollFact } from '../poll/events.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { SessionFact } from '../session/events.ts';
import type { Content } from './scene.ts';
import { settle } from './caused.ts';
import { onFloor } from './floor.ts';
import type { KnownPoll, ScreenState } from './state.ts';
import { onBoard, onGroups } from './tables.ts';
import { drop, home, isPoll, ofPoll, phaseOf, push, remove, top, walk } from './trail.ts';

export type Followed = SessionFact | PresenceFact | AgendaFact | GroupsFact | FloorFact | PollFact | BoardFact;

const onSession = (state: ScreenState, fact: SessionFact, seq: number): ScreenState => {
  switch (fact.type) {
    case 'session.doorsOpened':
      return push(state, { kind: 'join' }, seq);
    case 'session.opened':
      return push({ ...state, phase: 'running' }, { kind: 'agenda', block: state.block }, seq);
    case 'session.suspended':
      return push(state, { kind: 'suspended' }, seq);
    case 'session.resumed':
      return remove(state, (step) => step.scene.kind === 'suspended');
    case 'session.closed':
      // Nothing is asked of the hall any more: its questions leave the walls, and can still be read in the record.
      return push(settle({ ...state, phase: 'over', block: null, questions: [] }), { kind: 'thanks' }, seq);
    case 'session.sealed':
      return { ...state, phase: 'sealed', last: null };
    default:
      return state;
  }
};

const onPresence = (state: ScreenState, fact: PresenceFact, seq: number): ScreenState => {
  switch (fact.type) {
    case 'presence.rollCallOpened':
      return push(state, { kind: 'rollCall', rollCall: fact.rollCall }, seq);
    case 'presence.rollCallClosed':
    case 'presence.rollCallWithdrawn': {
      const gone = (scene: Content): boolean => scene.kind === 'rollCall' && scene.rollCall === fact.rollCall;
      const after = remove(state, (step) => gone(step.scene));
      return { ...after, controls: drop(after.controls, gone) };
    }
    default:
      return state;
  }
};

const reorder = (state: ScreenState, blocks: readonly BlockId[], seq: number): ScreenState => ({
  ...state,
  blocks,
  blocksBefore: { seq, blocks: state.blocks },
});
const insert = (blocks: readonly BlockId[], block: BlockId, after: BlockId | null): readonly BlockId[] => {
  const others = blocks.filter((each) => each !== block);
  const place = after === null ? 0 : others.indexOf(after) + 1;
  // A block behind one that is not in the list (it was skipped) goes to the end: the preview errs, the wall does not.
  return after !== null && place === 0 ? [...others, block] : [...others.slice(0, place), block, ...others.slice(place)];
};
const hang = (state: ScreenState, materials: readonly Material[]): ScreenState =>
  materials.length === 0
    ? state
    : { ...state, materials: new Map([...state.materials, ...materials.map(({ id, pages }): [MaterialId, number] => [id, pages ?? 1])]) };

const onAgenda = (state: ScreenState, fact: AgendaFact, seq: number): ScreenState => {
  switch (fact.type) {
    case 'agenda.loaded': {
      const ids = fact.blocks.map(({ id }) => id);
      const with_ = hang(
        fact.mode === 'replace' ? { ...state, materials: new Map() } : state,
        fact.blocks.flatMap(({ materials }) => materials),
      );
      return reorder(with_, fact.mode === 'replace' ? ids : [...state.blocks, ...ids], seq);
    }
    case 'agenda.added':
      return hang(reorder(state, insert(state.blocks, fact.block.id, fact.after), seq), fact.block.materials);
    case 'agenda.moved':
      return reorder(state, insert(state.blocks, fact.block, fact.after), seq);
    case 'agenda.removed':
    case 'agenda.skipped':
      return reorder(
        state,
        state.blocks.filter((block) => block !== fact.block),
        seq,
      );
    case 'agenda.remedied': {
      const { remedy } = fact;
      return remedy.kind === 'skip' || remedy.kind === 'postpone'
        ? reorder(
            state,
            state.blocks.filter((block) => block !== remedy.block),
            seq,
          )
        : state;
    }
    case 'agenda.started':
      return push({ ...state, block: fact.block }, { kind: 'agenda', block: fact.block }, seq);
    case 'agenda.ended':
      return state.block === fact.block ? push({ ...state, block: null }, { kind: 'agenda', block: null }, seq) : state;
    case 'agenda.undone': {
      const back = state.blocksBefore?.seq === fact.seq ? { ...state, blocks: state.blocksBefore.blocks, blocksBefore: null } : state;
      return remove({ ...back, block: fact.running?.block ?? null }, (step) => step.seq === fact.seq);
    }
    case 'agenda.materialAttached':
      return hang(state, [fact.material]);
    case 'agenda.materialDetached': {
      const materials = new Map(state.materials);
      materials.delete(fact.material);
      const controls = drop(state.controls, (scene) => scene.kind === 'slides' && scene.material === fact.material);
      return { ...state, materials, controls, last: controls === state.controls ? state.last : null };
    }
    default:
      return state;
  }
};

const know = (state: ScreenState, poll: PollId, round: number, phase: KnownPoll['phase'] | null): ScreenState => {
  const others = state.polls.filter((each) => each.poll !== poll || each.round !== round);
  return { ...state, polls: phase === null ? others : [...others, { poll, round, phase }] };
};
const onPoll = (state: ScreenState, fact: PollFact, seq: number): ScreenState => {
  switch (fact.type) {
    case 'poll.opened':
      return push(know(state, fact.poll, fact.round, 'open'), { kind: 'pollOpen', poll: fact.poll, round: fact.round }, seq);
    case 'poll.closed': {
      const closed: Content = { kind: 'pollClosed', poll: fact.poll, round: fact.round };
      const known = know(state, fact.poll, fact.round, 'closed');
      const now = top(known);
      // Another question still open, an interruption or the end keep the wall: this one closes behind them.
      const another =
        now !== undefined && isPoll(now) && !ofPoll(now, fact.poll, fact.round) && phaseOf(known, now.poll, now.round) === 'open';
      if (another || now?.kind === 'rollCall' || now?.kind === 'suspended' || now?.kind === 'thanks')
        return walk(
          known,
          known.trail.map((step) => (ofPoll(step.scene, fact.poll, fact.round) ? { ...step, scene: closed } : step)),
        );
      return push(known, closed, seq);
    }
    case 'poll.published':
      return push(know(state, fact.poll, fact.round, 'published'), { kind: 'pollResult', poll: fact.poll, round: fact.round }, seq);
    case 'poll.withdrawn':
    case 'poll.voided': {
      const gone = (scene: Content): boolean => ofPoll(scene, fact.poll, fact.round);
      const now = top(state);
      const known = know(state, fact.poll, fact.round, null);
      const after = remove({ ...known, controls: drop(known.controls, gone), last: null }, (step) => gone(step.scene));
      const under = top(after);
      // Taken back: what was there returns. Voided: back to the programme or the tables, unless the wall was elsewhere or another question is still open.
      if (fact.type === 'poll.withdrawn' || now === undefined || !gone(now)) return after;
      if (under !== undefined && isPoll(under) && phaseOf(after, under.poll, under.round) === 'open') return after;
      return push(after, home(state), seq);
    }
    default:
      return state;
  }
};

// Facts in a log were parsed when they were written: the first word of the type is enough to tell whose they are.
const isSession = (fact: Followed): fact is SessionFact => fact.type.startsWith('session.');
const isPresence = (fact: Followed): fact is PresenceFact => fact.type.startsWith('presence.');
const isAgenda = (fact: Followed): fact is AgendaFact => fact.type.startsWith('agenda.');
const isGroups = (fact: Followed): fact is GroupsFact => fact.type.startsWith('groups.');
const isFloor = (fact: Followed): fact is FloorFact => fact.type.startsWith('floor.');
const isPollFact = (fact: Followed): fact is PollFact => fact.type.startsWith('poll.');
const isBoard = (fact: Followed): fact is BoardFact => fact.type.startsWith('board.');

export const follow = (state: ScreenState, fact: Followed, seq: number): ScreenState => {
  if (isSession(fact)) return onSession(state, fact, seq);
  if (isPresence(fact)) return onPresence(state, fact, seq);
  if (isAgenda(fact)) return onAgenda(state, fact, seq);
  if (isGroups(fact)) return onGroups(state, fact, seq);
  if (isFloor(fact)) return onFloor(state, fact, seq);
  if (isPollFact(fact)) return onPoll(state, fact, seq);
  return isBoard(fact) ? onBoard(state, fact, seq) : state;
};
