// The roll (elenco) of an assembly: who sits where, with which card, who waits as a reserve. The organiser keeps it, the desk replaces cards and seats reserves.
// Laws: RO1 a member is a random id; people see the seat; no name and no attribute is in a fact
//       · RO3 a replaced card is void from that moment, and it is known since when
//       · RO6 a list enters whole or not at all · RO8 substitute and lost card are one wish each · K3 a second press changes nothing.
// Hidden: names and attributes lie in the erasable table; only facilitators and organiser read attributes, the desk reads names, nobody else either.
import { actorLabel } from '../kernel/audience.ts';
import { defineRoom, facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { MemberId } from '../kernel/ids.ts';
import { rosterCommands } from './commands.ts';
import type { RosterCommand } from './commands.ts';
import { rosterFacts } from './events.ts';
import type { RosterFact } from './events.ts';
import { emptyRoster, evolveRoster, newCard, readRoster, reservesOf, seated } from './state.ts';
import type { RosterState } from './state.ts';
import { rosterLists, rosterMine, rosterViews } from './view.ts';

const lastRank = (state: RosterState): number => reservesOf(state).at(-1)?.rank ?? 0;
/** An id is never used again, not even by who left (RO1). */
const known = (state: RosterState, member: MemberId): boolean => state.people.has(member);

const importList = (command: Extract<RosterCommand, { type: 'roster.import' }>, state: RosterState, ctx: Context): Outcome<RosterFact> => {
  const seats = new Set(command.replaces ? [] : state.seats.keys());
  const ids = new Set<string>();
  let rank = command.replaces ? 0 : lastRank(state);
  const members = [];
  for (const { member, seat, ...rest } of command.members) {
    if (known(state, member) || ids.has(member)) return refuse('roster.memberKnown');
    ids.add(member);
    if (seat === null) {
      rank += 1;
      members.push({ member, standing: { kind: 'reserve' as const, rank }, ...rest });
      continue;
    }
    if (seats.has(seat)) return refuse('roster.seatTaken', { seat });
    seats.add(seat);
    members.push({ member, standing: { kind: 'seat' as const, seat, card: newCard(ctx.newId()) }, ...rest });
  }
  return facts<RosterFact>({ type: 'roster.imported', v: 1, source: command.source, replaces: command.replaces, members });
};

const decide = (command: RosterCommand, state: RosterState, ctx: Context): Outcome<RosterFact> => {
  switch (command.type) {
    case 'roster.nameAssembly': {
      const { name, demo } = command;
      if (state.demo === demo && JSON.stringify(state.name) === JSON.stringify(name)) return nothing;
      return facts<RosterFact>({ type: 'roster.assemblyNamed', v: 1, name, demo });
    }
    case 'roster.import':
      return importList(command, state, ctx);
    case 'roster.addSeat': {
      const { type: _, seat, ...one } = command;
      if (known(state, one.member)) return refuse('roster.memberKnown');
      if (state.seats.has(seat)) return refuse('roster.seatTaken', { seat });
      return facts<RosterFact>({ type: 'roster.seatAdded', v: 1, ...one, standing: { kind: 'seat', seat, card: newCard(ctx.newId()) } });
    }
    case 'roster.addReserve': {
      const { type: _, ...one } = command;
      if (known(state, one.member)) return refuse('roster.memberKnown');
      return facts<RosterFact>({ type: 'roster.seatAdded', v: 1, ...one, standing: { kind: 'reserve', rank: lastRank(state) + 1 } });
    }
    case 'roster.remove': {
      const one = state.people.get(command.member);
      if (!one) return refuse('roster.unknownMember');
      return one.standing.kind === 'gone'
        ? nothing
        : facts<RosterFact>({ type: 'roster.removed', v: 1, member: command.member, reason: command.reason });
    }
    case 'roster.replaceCard': {
      const now = seated(state, command.member);
      if (!now) return refuse('roster.noSeat');
      if (now.card !== command.old) return nothing;
      return facts<RosterFact>({ type: 'roster.cardReplaced', v: 1, member: command.member, card: newCard(ctx.newId()), old: command.old });
    }
    case 'roster.substitute': {
      const { seat, leaves, enters } = command;
      const holder = state.seats.get(seat);
      if (holder === enters) return nothing;
      const now = seated(state, leaves);
      if (holder !== leaves || !now) return refuse('roster.seatMoved', { seat });
      if (state.people.get(enters)?.standing.kind !== 'reserve') return refuse('roster.notReserve');
      return facts<RosterFact>({ type: 'roster.substituted', v: 1, seat, leaves, enters, card: newCard(ctx.newId()), old: now.card });
    }
    case 'roster.undoSubstitution': {
      const { seat, leaves, enters } = command;
      const last = state.acts.findLast((act) => act.kind === 'substitution' && act.seat === seat);
      if (last?.kind !== 'substitution' || last.enters !== enters || last.leaves !== leaves) return refuse('roster.seatMoved', { seat });
      if (last.undone) return nothing;
      const now = seated(state, enters);
      if (state.seats.get(seat) !== enters || !now) return refuse('roster.seatMoved', { seat });
      // A desk takes back what it did itself; another desk's work only a facilitator.
      if (ctx.actor.role === 'desk' && last.by !== actorLabel(ctx.actor)) return refuse('roster.otherDesk');
      return facts<RosterFact>({
        type: 'roster.substitutionUndone',
        v: 1,
        seat,
        leaves,
        enters,
        card: now.card,
        old: last.old,
        rank: last.rank,
      });
    }
    default:
      return command satisfies never;
  }
};

const atTheDoor = ['organiser', 'facilitator', 'desk'] as const;

export const roster = defineRoom<RosterState, RosterCommand, RosterFact>({
  name: 'roster',
  scope: 'assembly',
  commands: rosterCommands,
  facts: rosterFacts,
  rights: {
    'roster.nameAssembly': ['organiser'],
    'roster.import': ['organiser'],
    'roster.addSeat': ['organiser'],
    'roster.addReserve': atTheDoor,
    'roster.remove': ['organiser', 'facilitator'],
    'roster.replaceCard': atTheDoor,
    'roster.substitute': atTheDoor,
    'roster.undoSubstitution': atTheDoor,
  },
  initial: emptyRoster,
  decide,
  evolve: evolveRoster,
  reading: readRoster,
  view: rosterViews,
  mine: rosterMine,
  lists: rosterLists,
});
