// What each audience reads of the roll, built from nothing. Names: organiser, facilitator, desk. Attributes: organiser and facilitator only.
// Members, audience and screens receive nothing from this room: how many are here is the presence room's to say.
import { actorLabel } from '../kernel/audience.ts';
import type { Actor } from '../kernel/audience.ts';
import type { List, Person, ViewContext } from '../kernel/room.ts';
import { say } from '../kernel/text.ts';
import { compareSeats } from './seats.ts';
import type { RosterState } from './state.ts';

const counts = (state: RosterState) => {
  let reserves = 0;
  for (const { standing } of state.people.values()) if (standing.kind === 'reserve') reserves += 1;
  return { seats: state.seats.size, reserves };
};
/** How far a list of names is from the one a console holds: facts and the erasable table both change it. */
const version = (state: RosterState, ctx: ViewContext): string => {
  let named = 0;
  let attributes = 0;
  for (const person of ctx.people.values()) {
    if (person.name !== null) named += 1;
    attributes += Object.keys(person.attributes).length;
  }
  return `${state.people.size}.${state.cards.size}.${state.seats.size}.${counts(state).reserves}.${state.acts.at(-1)?.seq ?? 0}.${state.acts.filter((act) => act.kind === 'substitution' && act.undone).length}.${ctx.people.size}.${named}.${attributes}`;
};

const keeper = (state: RosterState, ctx: ViewContext) => ({
  name: state.name ? say(state.name, ctx.lang) : null,
  texts: { name: state.name },
  demo: state.demo,
  ...counts(state),
  substitutions: state.acts
    .flatMap((act) => (act.kind === 'substitution' && !act.undone ? [{ seat: act.seat, at: act.at }] : []))
    .slice(-20),
  members: version(state, ctx),
  may: { import: true, nameAssembly: true },
});
const driver = (state: RosterState, ctx: ViewContext) => ({
  name: state.name ? say(state.name, ctx.lang) : null,
  ...counts(state),
  members: version(state, ctx),
});
const desk = (state: RosterState, ctx: ViewContext) => ({ name: state.name ? say(state.name, ctx.lang) : null, ...counts(state) });

/** A session lasts at most 18 hours: what the same laptop did at another session is not of this desk's day. */
const dayMs = 18 * 3600 * 1000;
/** What this desk did to cards and seats, newest first, for its own undo. */
const deskMine = (state: RosterState, ctx: ViewContext, actor: Actor) => {
  const label = actorLabel(actor);
  return {
    acts: state.acts
      .filter((act) => act.by === label && ctx.now - act.at < dayMs)
      .slice(-20)
      .reverse()
      .map((act) =>
        act.kind === 'card'
          ? { seq: act.seq, at: act.at, seat: act.seat, kind: act.kind, undo: null }
          : {
              seq: act.seq,
              at: act.at,
              seat: act.seat,
              kind: act.kind,
              undo: act.undone
                ? null
                : { type: 'roster.undoSubstitution' as const, seat: act.seat, leaves: act.leaves, enters: act.enters },
            },
      ),
  };
};

const nobodyKnown: Person = { name: null, attributes: {} };
const members: List<RosterState, unknown> = {
  roles: ['organiser', 'facilitator'],
  version,
  rows: (state, ctx) =>
    [...state.people.values()]
      .filter(({ standing }) => standing.kind !== 'gone')
      .map(({ member, standing, from, until, cohort }) => {
        const { name, attributes } = ctx.people.get(member) ?? nobodyKnown;
        return {
          member,
          seat: standing.kind === 'seat' ? standing.seat : null,
          card: standing.kind === 'seat' ? standing.card : null,
          reserve: standing.kind === 'reserve' ? standing.rank : null,
          name,
          attributes,
          from,
          until,
          cohort,
        };
      })
      .sort((a, b) => (a.reserve ?? 0) - (b.reserve ?? 0) || compareSeats(a.seat ?? '', b.seat ?? '')),
};

export const rosterViews = { organiser: keeper, facilitator: driver, desk };
export const rosterMine = { desk: deskMine, facilitator: deskMine, organiser: deskMine };
export const rosterLists = { 'roster.members': members };
export type RosterFacilitatorView = ReturnType<typeof driver>;
export type RosterDeskView = ReturnType<typeof desk>;
export type RosterDeskMine = ReturnType<typeof deskMine>;
