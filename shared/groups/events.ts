// What happened to the tables of a session: which there are, who sits where and why, when everybody went to them and came back,
// who called for help, who reports. The only file of this room that others may open.
// Members' ids and seats only: no attribute ever enters a fact, though a balanced assignment is made from attributes (decisions: people).
import { z } from 'zod';
import { blockIdSchema, groupIdSchema, memberIdSchema, themeIdSchema } from '../kernel/ids.ts';
import type { GroupId, MemberId } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { block as paragraph, textSchema } from '../kernel/text.ts';
import { groupLimits, helpReasons } from './limits.ts';

const v = z.literal(1);
const group = groupIdSchema;
const member = memberIdSchema;
export const nameSchema = textSchema(groupLimits.nameChars);
export const questionSchema = textSchema(limits.titleChars);
/** The card of instructions that lies on the table ("Consegna ai tavoli"). */
export const cardSchema = textSchema(limits.descriptionChars, paragraph);
/** http(s) only. */
export const videoSchema = z
  .string()
  .max(400)
  .regex(/^https?:\/\/[^\s"'<>]+$/);

export const themePlanSchema = z.strictObject({ id: themeIdSchema, title: nameSchema });
/** `number` stands on the table. `name` null: it is called by its theme. */
export const groupPlanSchema = z.strictObject({
  id: group,
  number: z.int().min(1).max(999),
  name: nameSchema.nullable(),
  theme: themeIdSchema.nullable(),
  question: questionSchema.nullable(),
  video: videoSchema.nullable(),
});
export type ThemePlan = z.infer<typeof themePlanSchema>;
export type GroupPlan = z.infer<typeof groupPlanSchema>;

const attribute = z.string().min(1).max(limits.attributeChars);
/** What a balanced assignment looks at. `neverAlone`: of these attributes' values a table holds none or at least two. */
export const mixSchema = z.strictObject({
  attributes: z.array(attribute).max(groupLimits.attributes),
  neverAlone: z.array(attribute).max(groupLimits.attributes),
  together: z.array(z.tuple([member, member])).max(groupLimits.pins),
  apart: z.array(z.tuple([member, member])).max(groupLimits.pins),
});
export type Mix = z.infer<typeof mixSchema>;

const n = z.int().min(0);
/** How an assignment was made, so that it can be made again and told in words: the seed, what it looked at, what came out. Numbers of people only. */
export const howSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hand') }),
  z.strictObject({ by: z.literal('theme'), asked: n, first: n, second: n }),
  z.strictObject({
    by: z.literal('balanced'),
    seed: n,
    attributes: z.array(attribute).max(groupLimits.attributes),
    neverAlone: z.array(attribute).max(groupLimits.attributes),
    /** Cells outside floor and ceiling, people alone of their kind, pins not kept: 0 wherever that is possible. */
    outside: n,
    alone: n,
    pinsBroken: n,
    /** Pairs at a table, and how many of them had not met at a table before. */
    pairs: n,
    newPairs: n,
  }),
]);
export type How = z.infer<typeof howSchema>;
export const seatingSchema = z.array(z.strictObject({ group, members: z.array(member).max(limits.seats) })).max(groupLimits.groups);
export type SeatingRows = z.infer<typeof seatingSchema>;
export const roundSchema = z.int().min(1).max(groupLimits.rounds);

export const groupsFacts = z.discriminatedUnion('type', [
  /** The whole plan of tables as it now is. */
  z.strictObject({
    type: z.literal('groups.planned'),
    v,
    themes: z.array(themePlanSchema).max(groupLimits.themes),
    groups: z.array(groupPlanSchema).max(groupLimits.groups),
  }),
  z.strictObject({ type: z.literal('groups.mixSet'), v, mix: mixSchema }),
  /** Members say which theme they would rather; answers lie in the box `groups.choice.{round}`. */
  z.strictObject({ type: z.literal('groups.choiceOpened'), v, round: roundSchema }),
  z.strictObject({ type: z.literal('groups.choiceClosed'), v, round: roundSchema, answered: n, base: n }),
  /** Who is assigned where in round `round`; replaces what the round had. Who is in no row has no table. */
  z.strictObject({
    type: z.literal('groups.assigned'),
    v,
    round: roundSchema,
    how: howSchema,
    seating: seatingSchema,
    /** They were already at the tables and were mixed anew: only ever on request. */
    reshuffled: z.exactOptional(z.literal(true)),
  }),
  /** Actually sits elsewhere than assigned (GR3). `late`: came after the assignment and was placed where it changes least. */
  z.strictObject({
    type: z.literal('groups.moved'),
    v,
    member,
    seat: z.string(),
    from: group.nullable(),
    to: group.nullable(),
    why: z.enum(['hand', 'late', 'table', 'undo']),
  }),
  /** Everybody to the tables. */
  z.strictObject({ type: z.literal('groups.split'), v, round: roundSchema, block: blockIdSchema.nullable() }),
  /** Everybody back. `seating`: who really sat where (companions of later rounds). `why`: undo when nobody had done anything yet. */
  z.strictObject({
    type: z.literal('groups.recalled'),
    v,
    round: roundSchema,
    seating: seatingSchema,
    why: z.enum(['recall', 'undo', 'close']),
  }),
  /** More time for one table, on top of what the block has; the block's own time is the agenda's. */
  z.strictObject({ type: z.literal('groups.timeGiven'), v, group, sec: z.int(), extraSec: z.int() }),
  z.strictObject({ type: z.literal('groups.cardSet'), v, group: group.nullable(), card: cardSchema.nullable() }),
  z.strictObject({ type: z.literal('groups.helpCalled'), v, group, about: z.enum(helpReasons), words: z.string() }),
  z.strictObject({
    type: z.literal('groups.helpEnded'),
    v,
    group,
    how: z.enum(['coming', 'sent', 'given', 'withdrawn']),
    by: z.enum(['table', 'lead']),
  }),
  z.strictObject({ type: z.literal('groups.spokespersonSet'), v, group, member: member.nullable(), seat: z.string().nullable() }),
  /** Who still has to tell the plenary, in this order, `sec` each; of the same round, a table in it that had told tells again. */
  z.strictObject({ type: z.literal('groups.reportQueued'), v, order: z.array(group).max(groupLimits.groups), sec: z.int() }),
  /** Whoever was telling has told: one step from a table to the next, so that it is taken back as one. */
  z.strictObject({ type: z.literal('groups.reportStarted'), v, group, endsAt: z.int() }),
  z.strictObject({ type: z.literal('groups.reportEnded'), v, group }),
  /** Takes back the step of fact `seq`. Time, a card, a speaker, a mix are given back by a fact just before it; a move and a split by a fact that says so. */
  z.strictObject({ type: z.literal('groups.undone'), v, seq: z.int(), step: z.string().max(40) }),
]);
export type GroupsFact = z.infer<typeof groupsFacts>;

/** Who sits where now, for every room that needs it (a note carries its group from the moment of writing, GR3). */
export interface Seating {
  readonly mode: 'plenary' | 'groups';
  readonly groupOf: ReadonlyMap<MemberId, GroupId>;
  readonly groups: ReadonlyMap<GroupId, { readonly number: number }>;
  /** What `groups.undone` gives back: the seating before the last step. */
  readonly before: { readonly seq: number; readonly seating: Omit<Seating, 'before'> } | null;
}
export const nobodySeated: Seating = { mode: 'plenary', groupOf: new Map(), groups: new Map(), before: null };
export const isGroupsFact = (fact: { readonly type: string }): fact is GroupsFact => fact.type.startsWith('groups.');

const keep = ({ mode, groupOf, groups }: Seating): Omit<Seating, 'before'> => ({ mode, groupOf, groups });
/** The one way to read who sits where from the facts. The same object when nothing changes. */
export const seatingAfter = (seating: Seating, fact: { readonly type: string }, seq: number): Seating => {
  if (!isGroupsFact(fact)) return seating;
  const before = { seq, seating: keep(seating) };
  switch (fact.type) {
    case 'groups.planned': {
      const groups = new Map(fact.groups.map(({ id, number }) => [id, { number }]));
      const groupOf = new Map([...seating.groupOf].filter(([, group]) => groups.has(group)));
      return { ...seating, groups, groupOf, before };
    }
    case 'groups.assigned':
      return {
        ...seating,
        groupOf: new Map(fact.seating.flatMap(({ group, members }) => members.map((member) => [member, group] as const))),
        before,
      };
    case 'groups.moved': {
      const groupOf = new Map(seating.groupOf);
      if (fact.to === null) groupOf.delete(fact.member);
      else groupOf.set(fact.member, fact.to);
      return { ...seating, groupOf, before };
    }
    case 'groups.split':
      return { ...seating, mode: 'groups', before };
    case 'groups.recalled':
      return { ...seating, mode: 'plenary', before };
    case 'groups.undone':
      return seating.before?.seq === fact.seq ? { ...seating.before.seating, before: null } : seating;
    case 'groups.mixSet':
    case 'groups.choiceOpened':
    case 'groups.choiceClosed':
    case 'groups.timeGiven':
    case 'groups.cardSet':
    case 'groups.helpCalled':
    case 'groups.helpEnded':
    case 'groups.spokespersonSet':
    case 'groups.reportQueued':
    case 'groups.reportStarted':
    case 'groups.reportEnded':
      return seating;
    default:
      return fact satisfies never;
  }
};
