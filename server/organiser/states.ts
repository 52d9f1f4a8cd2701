// What the rooms of a log have come to, as the organiser's page and exports read it. Read only: whoever changes something gives a command.
// The ledger knows no room, so each state is recognised by the one field that no other room has.
import type { AgendaState } from '../../shared/agenda/state.ts';
import type { FloorState } from '../../shared/floor/state.ts';
import type { GroupsState } from '../../shared/groups/state.ts';
import type { PollState } from '../../shared/poll/state.ts';
import type { PresenceState } from '../../shared/presence/state.ts';
import type { RosterState } from '../../shared/roster/state.ts';
import type { Ledger } from '../kernel/ledger.ts';

const has = (value: unknown, field: string): boolean => typeof value === 'object' && value !== null && field in value;
const isRoster = (value: unknown): value is RosterState => has(value, 'cards');
const isAgenda = (value: unknown): value is AgendaState => has(value, 'plan');
const isPoll = (value: unknown): value is PollState => has(value, 'polls');
const isGroups = (value: unknown): value is GroupsState => has(value, 'seating') && has(value, 'tables');
const isFloor = (value: unknown): value is FloorState => has(value, 'experts') && has(value, 'questions');
const isPresence = (value: unknown): value is PresenceState => has(value, 'visits');

const stateOf = <State>(ledger: Ledger, room: string, is: (value: unknown) => value is State): State => {
  const state = ledger.states[room];
  if (is(state)) return state;
  throw new Error(`the log ${ledger.name.scope}:${ledger.name.id} has no ${room}`);
};
export const rosterOf = (ledger: Ledger): RosterState => stateOf(ledger, 'roster', isRoster);
export const agendaOf = (ledger: Ledger): AgendaState => stateOf(ledger, 'agenda', isAgenda);
export const pollsOf = (ledger: Ledger): PollState => stateOf(ledger, 'poll', isPoll);
export const groupsOf = (ledger: Ledger): GroupsState => stateOf(ledger, 'groups', isGroups);
/** The tables that there are. */
export const tablesOf = (ledger: Ledger): ReadonlySet<string> => new Set(groupsOf(ledger).tables.groups.map(({ id }) => id));
export const floorOf = (ledger: Ledger): FloorState => stateOf(ledger, 'floor', isFloor);
/** The experts and technicians that there are. */
export const expertsOf = (ledger: Ledger): ReadonlySet<string> => new Set(floorOf(ledger).experts.map(({ id }) => id));
export const presenceOf = (ledger: Ledger): PresenceState => stateOf(ledger, 'presence', isPresence);
