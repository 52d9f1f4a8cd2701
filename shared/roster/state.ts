// The roll as its facts leave it: who sits where with which card, who waits as a reserve, who has gone; and every card ever given.
// Ids, seats, dates: no name and no attribute ever enters here (RO1).
import { compareSeats } from './seats.ts';
import type { CardId, MemberId } from '../kernel/ids.ts';
import { cardIdSchema } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { FactMeta } from '../kernel/room.ts';
import type { CardStanding, RosterFact, RosterReads } from './events.ts';

export interface Enrolled {
  readonly member: MemberId;
  readonly standing:
    | { readonly kind: 'seat'; readonly seat: string; readonly card: CardId }
    | { readonly kind: 'reserve'; readonly rank: number }
    | {
        readonly kind: 'gone';
        readonly seat: string | null;
        readonly at: number;
        readonly why: 'removed' | 'substituted' | 'replacedList';
      };
  readonly from: string | null;
  readonly until: string | null;
  readonly cohort: string;
}
/** What was done to cards and seats at a desk, newest last: the desk shows its own, the organiser all. `by` is the actor's label. */
export type RosterAct = {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly seat: string;
  readonly session: string | null;
} & (
  | { readonly kind: 'card'; readonly member: MemberId }
  | {
      readonly kind: 'substitution';
      readonly leaves: MemberId;
      readonly enters: MemberId;
      readonly rank: number;
      readonly old: CardId;
      readonly undone: boolean;
    }
);
export interface RosterState {
  readonly name: Text | null;
  readonly demo: boolean;
  readonly people: ReadonlyMap<MemberId, Enrolled>;
  /** Seat label → who sits there. */
  readonly seats: ReadonlyMap<string, MemberId>;
  readonly cards: ReadonlyMap<CardId, CardStanding>;
  readonly acts: readonly RosterAct[];
}
export const emptyRoster: RosterState = { name: null, demo: false, people: new Map(), seats: new Map(), cards: new Map(), acts: [] };

/** As many acts as a desk does in a day; older ones are in the log. */
const actsKept = 400;

export const seated = (state: RosterState, member: MemberId): { readonly seat: string; readonly card: CardId } | null => {
  const standing = state.people.get(member)?.standing;
  return standing?.kind === 'seat' ? standing : null;
};
/** Reserves in the order in which they are called. */
export const reservesOf = (state: RosterState): readonly { readonly member: MemberId; readonly rank: number }[] =>
  [...state.people.values()]
    .flatMap(({ member, standing }) => (standing.kind === 'reserve' ? [{ member, rank: standing.rank }] : []))
    .sort((a, b) => a.rank - b.rank);

export const evolveRoster = (state: RosterState, fact: RosterFact, meta: FactMeta): RosterState => {
  switch (fact.type) {
    case 'roster.assemblyNamed':
      return { ...state, name: fact.name, demo: fact.demo };
    case 'roster.imported': {
      const people = new Map(state.people);
      const seats = new Map(state.seats);
      const cards = new Map(state.cards);
      if (fact.replaces)
        for (const was of state.people.values()) {
          if (was.standing.kind === 'gone') continue;
          leave(people, seats, cards, was, { at: meta.at, why: 'replacedList' });
        }
      for (const one of fact.members) enrol(people, seats, cards, one);
      return { ...state, people, seats, cards };
    }
    case 'roster.seatAdded': {
      const { type: _, v: __, ...one } = fact;
      const people = new Map(state.people);
      const seats = new Map(state.seats);
      const cards = new Map(state.cards);
      enrol(people, seats, cards, one);
      return { ...state, people, seats, cards };
    }
    case 'roster.removed': {
      const was = state.people.get(fact.member);
      if (!was) return state;
      const people = new Map(state.people);
      const seats = new Map(state.seats);
      const cards = new Map(state.cards);
      leave(people, seats, cards, was, { at: meta.at, why: 'removed' });
      return { ...state, people, seats, cards };
    }
    case 'roster.cardReplaced': {
      const was = state.people.get(fact.member);
      if (was?.standing.kind !== 'seat') return state;
      const { seat } = was.standing;
      const people = new Map(state.people).set(fact.member, { ...was, standing: { kind: 'seat', seat, card: fact.card } });
      const cards = new Map(state.cards)
        .set(fact.old, { state: 'void', why: 'replaced', member: fact.member, seat, at: meta.at })
        .set(fact.card, { state: 'live', member: fact.member, seat });
      return { ...state, people, cards, acts: acted(state, meta, { kind: 'card', seat, member: fact.member }) };
    }
    case 'roster.substituted': {
      const leaves = state.people.get(fact.leaves);
      const enters = state.people.get(fact.enters);
      if (!leaves || !enters) return state;
      const { seat } = fact;
      const rank = enters.standing.kind === 'reserve' ? enters.standing.rank : 0;
      const people = new Map(state.people)
        .set(fact.leaves, { ...leaves, standing: { kind: 'gone', seat, at: meta.at, why: 'substituted' } })
        .set(fact.enters, { ...enters, standing: { kind: 'seat', seat, card: fact.card } });
      const cards = new Map(state.cards)
        .set(fact.old, { state: 'void', why: 'substituted', member: fact.leaves, seat, at: meta.at })
        .set(fact.card, { state: 'live', member: fact.enters, seat });
      const act = { kind: 'substitution', seat, leaves: fact.leaves, enters: fact.enters, rank, old: fact.old, undone: false } as const;
      return { ...state, people, seats: new Map(state.seats).set(seat, fact.enters), cards, acts: acted(state, meta, act) };
    }
    case 'roster.substitutionUndone': {
      const leaves = state.people.get(fact.leaves);
      const enters = state.people.get(fact.enters);
      if (!leaves || !enters) return state;
      const { seat } = fact;
      const people = new Map(state.people)
        .set(fact.leaves, { ...leaves, standing: { kind: 'seat', seat, card: fact.old } })
        .set(fact.enters, { ...enters, standing: { kind: 'reserve', rank: fact.rank } });
      const cards = new Map(state.cards)
        .set(fact.old, { state: 'live', member: fact.leaves, seat })
        .set(fact.card, { state: 'void', why: 'substituted', member: fact.enters, seat, at: meta.at });
      const acts = state.acts.map((act) =>
        act.kind === 'substitution' && act.enters === fact.enters && act.seat === seat ? { ...act, undone: true } : act,
      );
      return { ...state, people, seats: new Map(state.seats).set(seat, fact.leaves), cards, acts };
    }
    default:
      return state;
  }
};

type Entry = Extract<RosterFact, { type: 'roster.imported' }>['members'][number];
const enrol = (people: Map<MemberId, Enrolled>, seats: Map<string, MemberId>, cards: Map<CardId, CardStanding>, one: Entry): void => {
  people.set(one.member, one);
  if (one.standing.kind !== 'seat') return;
  seats.set(one.standing.seat, one.member);
  cards.set(one.standing.card, { state: 'live', member: one.member, seat: one.standing.seat });
};
const leave = (
  people: Map<MemberId, Enrolled>,
  seats: Map<string, MemberId>,
  cards: Map<CardId, CardStanding>,
  was: Enrolled,
  how: { readonly at: number; readonly why: 'removed' | 'replacedList' },
): void => {
  const seat = was.standing.kind === 'seat' ? was.standing.seat : null;
  people.set(was.member, { ...was, standing: { kind: 'gone', seat, ...how } });
  if (was.standing.kind !== 'seat') return;
  seats.delete(was.standing.seat);
  cards.set(was.standing.card, { state: 'void', why: 'removed', member: was.member, seat: was.standing.seat, at: how.at });
};
// `Omit` on a union would forget which act has which fields.
type Done = RosterAct extends infer Act ? (Act extends RosterAct ? Omit<Act, 'seq' | 'at' | 'by' | 'session'> : never) : never;
const acted = (state: RosterState, meta: FactMeta, act: Done): readonly RosterAct[] =>
  [...state.acts, { seq: meta.seq, at: meta.at, by: meta.by, session: meta.session, ...act }].slice(-actsKept);

type Reading = NonNullable<RosterReads['roster']> & { readonly cards: ReadonlyMap<CardId, CardStanding> };
const readings = new WeakMap<RosterState, Reading>();
/** What other logs' rooms and the door read: made once per state, because it is asked for at every wish. */
export const readRoster = (state: RosterState): Reading => {
  const known = readings.get(state);
  if (known) return known;
  const members = [...state.people.values()]
    .flatMap(({ member, standing }) => (standing.kind === 'seat' ? [{ member, seat: standing.seat, card: standing.card }] : []))
    .sort((a, b) => compareSeats(a.seat, b.seat));
  const made: Reading = {
    members,
    reserves: reservesOf(state),
    cards: state.cards,
    name: state.name ? (state.name[state.name.original] ?? '') : '',
    demo: state.demo,
  };
  readings.set(state, made);
  return made;
};

/** Ids made by the kernel are ids; parsing here keeps the brand without a cast. */
export const newCard = (id: string): CardId => cardIdSchema.parse(id);
