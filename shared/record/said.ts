// A log as the record reads it: facts with their place, told apart by the first word of their type.
// Facts in a log were parsed when they were written: that word is enough to tell whose they are.
import type { AgendaFact } from '../agenda/events.ts';
import type { BoardFact } from '../board/events.ts';
import type { FloorFact } from '../floor/events.ts';
import type { GroupsFact } from '../groups/events.ts';
import type { AnyFact, FactMeta } from '../kernel/room.ts';
import type { PollFact } from '../poll/events.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { RosterFact } from '../roster/events.ts';
import type { ScreenFact } from '../screen/events.ts';
import type { SessionFact } from '../session/events.ts';

export interface Said<Fact extends { readonly type: string } = AnyFact> {
  readonly fact: Fact;
  readonly meta: FactMeta;
}
type Of = {
  session: SessionFact;
  presence: PresenceFact;
  agenda: AgendaFact;
  groups: GroupsFact;
  floor: FloorFact;
  poll: PollFact;
  board: BoardFact;
  screen: ScreenFact;
  roster: RosterFact;
};

const isOf =
  <Name extends keyof Of>(names: readonly Name[]) =>
  (said: Said): said is Said<Of[Name]> =>
    names.some((name) => said.fact.type.startsWith(`${name}.`));

export const factsOf = <Name extends keyof Of>(log: readonly Said[], ...names: readonly Name[]): readonly Said<Of[Name]>[] =>
  log.filter(isOf(names));

/** Rebuilds a room's state from what it hears. */
export const fold = <State, Fact extends { readonly type: string }>(
  room: { readonly initial: State; readonly evolve: (state: State, fact: Fact, meta: FactMeta) => State },
  log: readonly Said<Fact>[],
): State => log.reduce((state, { fact, meta }) => room.evolve(state, fact, meta), room.initial);
