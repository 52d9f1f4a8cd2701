// What is too long to be pushed and is fetched by version, for who leads only: everybody on the roll or present with where they were assigned
// and where they sit, and the plan in all its languages with what earlier rounds of today looked like. Seats and opaque ids, no name.
import type { List, ViewContext } from '../kernel/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { preferenceOf } from './choice.ts';
import type { GroupsPlanRows, SeatingRow } from './shown.ts';
import { boxOf, groupOf, ownOf, peopleOf, themeOf } from './state.ts';
import type { GroupsState } from './state.ts';

type Ctx = ViewContext<RosterReads>;

/** Changes whenever a row of a list would: facts of this room and of the door, who is on the roll, preferences while they are asked. */
export const listVersion = (state: GroupsState, ctx: Ctx): string => {
  const { roster } = ctx.assembly;
  let voided = 0;
  for (const card of roster?.cards?.values() ?? []) if (card.state === 'void') voided += 1;
  const answers = state.choice ? ctx.box.revision(boxOf(state.choice.round)) : 0;
  return `${state.revision}.${roster?.members.length ?? 0}.${roster?.cards?.size ?? 0}.${voided}.${answers}`;
};
const seatingRows = (state: GroupsState, ctx: Ctx): readonly SeatingRow[] => {
  const { choice, tables } = state;
  const round = choice?.round === tables.round ? choice.round : null;
  return [...peopleOf(state, ctx.assembly)].map(([one, seat]): SeatingRow => {
    const group = groupOf(state, one);
    const preference = round === null ? null : preferenceOf(ctx.box, round, one);
    return {
      member: one,
      seat,
      here: state.present.has(one),
      assigned: tables.assigned.get(one) ?? null,
      group,
      why: group === null ? null : (tables.why.get(one) ?? null),
      first: themeOf(state, preference?.first ?? null)?.id ?? null,
      second: themeOf(state, preference?.second ?? null)?.id ?? null,
    };
  });
};
const planRows = (state: GroupsState): GroupsPlanRows => ({
  themes: state.tables.themes,
  groups: state.tables.groups.map(({ id, number, name, theme, question, video }) => ({
    id,
    number,
    name,
    theme,
    question,
    video,
    card: ownOf(state, id).card,
  })),
  mix: state.mix,
  past: state.tables.past.map(({ seating }) => seating.map(({ members }) => members)),
});

const drivers = ['organiser', 'facilitator'] as const;
export const groupsLists = {
  'groups.seating': { roles: drivers, version: listVersion, rows: seatingRows },
  'groups.plan': { roles: drivers, version: listVersion, rows: planRows },
} satisfies Readonly<Record<string, List<GroupsState, RosterReads>>>;
