// What each audience reads of the door, built from nothing. Everybody: how many are here, and the roll call's count.
// Console: the roll with names, attributes counted exactly, the silent. Desk: seats and names, never an attribute (RO1, RO4).
// A member receives nothing about anybody else; audience and screens receive numbers only.
import { actorLabel } from '../kernel/audience.ts';
import type { Actor } from '../kernel/audience.ts';
import type { List, ViewContext } from '../kernel/room.ts';
import type { MemberId } from '../kernel/ids.ts';
import type { RosterReads } from '../roster/events.ts';
import { composition } from './composition.ts';
import { boxOf, countsOf, isHere, presentOf, rollOf, seatOf } from './state.ts';
import type { DeskAct, PresenceState } from './state.ts';
import { visitorKinds } from './events.ts';

type Ctx = ViewContext<RosterReads>;

/** The count that everybody may see: asked and still here, and how many of them said so. */
const rollCallCount = (state: PresenceState, ctx: Ctx) => {
  const { rollCall } = state;
  if (rollCall.state !== 'open') return null;
  const box = boxOf(rollCall.id);
  const still = rollCall.asked.filter((member) => isHere(state, member));
  return {
    id: rollCall.id,
    openedAt: rollCall.openedAt,
    asked: still.length,
    here: still.filter((member) => ctx.box.of(box, member) !== undefined).length,
  };
};
const visitorsOf = (state: PresenceState) => {
  const by = Object.fromEntries(visitorKinds.map((kind) => [kind, 0]));
  for (const { as } of state.visitors.values()) by[as] = (by[as] ?? 0) + 1;
  return {
    all: state.visitors.size,
    audience: by['audience'] ?? 0,
    technician: by['technician'] ?? 0,
    press: by['press'] ?? 0,
    companion: by['companion'] ?? 0,
  };
};
const inHall = (state: PresenceState) => state.phase === 'doors' || state.phase === 'open';
/** Changes whenever a row of a list of people would; names come in with new people only. */
const version = (state: PresenceState, ctx: Ctx): string => {
  const roster = ctx.assembly.roster;
  return `${state.revision}.${roster?.members.length ?? 0}.${roster?.reserves.length ?? 0}.${roster?.cards?.size ?? 0}.${voided(ctx)}.${ctx.people.size}`;
};
const voided = (ctx: Ctx): number => {
  let count = 0;
  for (const card of ctx.assembly.roster?.cards?.values() ?? []) if (card.state === 'void') count += 1;
  return count;
};
/** Phones connected now, of those who came. */
const connectedCount = (state: PresenceState, ctx: Ctx): number => {
  const came: ReadonlySet<string> = new Set(state.visits.keys());
  let count = 0;
  for (const [member, { connected }] of ctx.connections.members) if (connected > 0 && came.has(member)) count += 1;
  return count;
};

const driver = (state: PresenceState, ctx: Ctx) => {
  const open = rollCallCount(state, ctx);
  const { rollCall } = state;
  return {
    ...countsOf(state, ctx.assembly),
    connected: connectedCount(state, ctx),
    visitors: visitorsOf(state),
    roll: rollVersion(state, ctx),
    composition: version(state, ctx),
    rollCall: open
      ? { state: 'open' as const, ...open, silent: silentOf(state, ctx).length, list: silentVersion(state, ctx) }
      : rollCall.state === 'closed'
        ? {
            state: 'closed' as const,
            id: rollCall.id,
            openedAt: rollCall.openedAt,
            closedAt: rollCall.closedAt,
            asked: rollCall.asked,
            here: rollCall.here,
            silent: silentOf(state, ctx).length,
            list: silentVersion(state, ctx),
          }
        : null,
    may: { openRollCall: inHall(state) && rollCall.state !== 'open' && countsOf(state, ctx.assembly).present > 0, letIn: inHall(state) },
  };
};

const desk = (state: PresenceState, ctx: Ctx) => {
  const entered = new Map<string, number>();
  for (const act of state.acts) if (act.kind === 'entered' && !act.undone) entered.set(act.by, (entered.get(act.by) ?? 0) + 1);
  return {
    phase: state.phase,
    ...countsOf(state, ctx.assembly),
    visitors: visitorsOf(state),
    list: version(state, ctx),
    /** How many each desk let in, in the order in which they began; `mine.desk` says which one is this. */
    desks: [...entered.values()],
    desksConnected: ctx.connections.desks,
    rollCall: rollCallCount(state, ctx),
    may: { letIn: inHall(state) },
  };
};
const actRow = (state: PresenceState, act: DeskAct) => {
  const changed =
    'member' in act
      ? state.visits.get(act.member)?.seq !== act.seq
      : act.kind === 'visitorEntered' && state.visitors.get(act.visitor)?.seq !== act.seq;
  return {
    seq: act.seq,
    at: act.at,
    kind: act.kind,
    seat: 'seat' in act ? act.seat : null,
    as: 'as' in act ? act.as : null,
    phone: 'phone' in act ? act.phone : null,
    may: { undo: !act.undone && !changed && inHall(state) },
    undone: act.undone,
  };
};
const deskMine = (state: PresenceState, _ctx: Ctx, actor: Actor) => {
  const label = actorLabel(actor);
  const own = state.acts.filter((act) => act.by === label);
  const order = [...new Set(state.acts.filter((act) => act.kind === 'entered').map((act) => act.by))];
  return {
    /** Place in the common `desks`, or null before this desk let anybody in. */
    desk: order.includes(label) ? order.indexOf(label) : null,
    acts: own
      .slice(-20)
      .reverse()
      .map((act) => actRow(state, act)),
  };
};

const member = (state: PresenceState, ctx: Ctx) => {
  const { present, of } = countsOf(state, ctx.assembly);
  return { present, of, rollCall: rollCallCount(state, ctx) };
};
const memberMine = (state: PresenceState, ctx: Ctx, actor: Actor) => {
  if (actor.role !== 'member') return null;
  const visit = state.visits.get(actor.member);
  const here = visit?.state === 'here';
  const { rollCall } = state;
  const asked = rollCall.state === 'open' && rollCall.asked.includes(actor.member) && here;
  const answered = asked && ctx.box.of(boxOf(rollCall.id), actor.member) !== undefined;
  const seat = seatOf(state, ctx.assembly, actor.member);
  return {
    seat: seat ?? visit?.seat ?? null,
    onRoll: seat !== null,
    present: visit ? { state: visit.state, since: visit.since, phone: visit.phone } : null,
    rollCall: asked ? { id: rollCall.id, answered } : null,
    may: { enter: inHall(state) && !here && seat !== null, leave: inHall(state) && here, hereNow: asked && !answered },
  };
};
const audience = (state: PresenceState, ctx: Ctx) => {
  const { present, of } = countsOf(state, ctx.assembly);
  return { present, of };
};

type Rows = List<PresenceState, RosterReads>;
const nameOf = (ctx: Ctx, one: MemberId): string | null => ctx.people.get(one)?.name ?? null;
const signOf = (ctx: Ctx, one: MemberId) => {
  const sign = ctx.connections.members.get(one);
  return { connected: (sign?.connected ?? 0) > 0, lastSeenAt: sign?.lastSeenAt ?? null };
};
const rollVersion = (state: PresenceState, ctx: Ctx): string => {
  let last = 0;
  for (const { lastSeenAt } of ctx.connections.members.values()) last = Math.max(last, lastSeenAt);
  return `${version(state, ctx)}.${connectedCount(state, ctx)}.${last}`;
};
const roll: Rows = {
  roles: ['facilitator', 'organiser'],
  version: rollVersion,
  rows: (state, ctx) =>
    rollOf(state, ctx.assembly).map((one) => {
      const visit = state.visits.get(one.member);
      return {
        member: one.member,
        seat: one.seat,
        name: nameOf(ctx, one.member),
        state: visit?.state ?? ('notYet' as const),
        since: visit?.since ?? null,
        phone: visit?.phone ?? null,
        ...signOf(ctx, one.member),
      };
    }),
};
const silentOf = (state: PresenceState, ctx: Ctx): readonly MemberId[] => {
  const { rollCall } = state;
  if (rollCall.state === 'none') return [];
  if (rollCall.state === 'closed') return rollCall.silent.filter((one) => isHere(state, one));
  return rollCall.asked.filter((one) => isHere(state, one) && ctx.box.of(boxOf(rollCall.id), one) === undefined);
};
const silentVersion = (state: PresenceState, ctx: Ctx): string =>
  `${rollVersion(state, ctx)}.${state.rollCall.state === 'open' ? ctx.box.revision(boxOf(state.rollCall.id)) : 0}`;
const silent: Rows = {
  roles: ['facilitator', 'organiser', 'desk'],
  version: silentVersion,
  rows: (state, ctx) =>
    silentOf(state, ctx).map((one) => {
      const visit = state.visits.get(one);
      return {
        member: one,
        seat: visit?.seat ?? '',
        name: nameOf(ctx, one),
        phone: visit?.phone ?? false,
        since: visit?.since ?? 0,
        ...signOf(ctx, one),
      };
    }),
};
const deskList: Rows = {
  roles: ['desk', 'facilitator', 'organiser'],
  version,
  rows: (state, ctx) => {
    const cards = new Map(ctx.assembly.roster?.members.map((one) => [one.member, one.card]) ?? []);
    return {
      members: rollOf(state, ctx.assembly).map((one) => {
        const visit = state.visits.get(one.member);
        return {
          member: one.member,
          seat: one.seat,
          name: nameOf(ctx, one.member),
          /** The live card's id (never its code): names what a new card replaces. Null: the seat passed to somebody else. */
          card: cards.get(one.member) ?? null,
          state: visit?.state ?? ('notYet' as const),
          since: visit?.since ?? null,
          phone: visit?.phone ?? null,
        };
      }),
      reserves: ctx.assembly.roster?.reserves.map((one) => ({ member: one.member, rank: one.rank, name: nameOf(ctx, one.member) })) ?? [],
      visitors: [...state.visitors].map(([visitor, { as, since }]) => ({ visitor, as, since })),
    };
  },
};
/** The console sees every number (RO4); nobody else has this list. */
const compositionList: Rows = {
  roles: ['facilitator', 'organiser'],
  version,
  rows: (state, ctx) => composition(rollOf(state, ctx.assembly), presentOf(state), ctx.people, { hideSmall: false }),
};

export const presenceViews = { organiser: driver, facilitator: driver, desk, member, audience, screen: member };
export const presenceMine = { desk: deskMine, facilitator: deskMine, organiser: deskMine, member: memberMine };
export const presenceLists = {
  'presence.roll': roll,
  'presence.silent': silent,
  'presence.desk': deskList,
  'presence.composition': compositionList,
};

export type PresenceConsoleView = ReturnType<typeof driver>;
export type PresenceDeskView = ReturnType<typeof desk>;
export type PresenceDeskMine = ReturnType<typeof deskMine>;
export type PresenceMemberView = ReturnType<typeof member>;
export type PresenceMemberMine = NonNullable<ReturnType<typeof memberMine>>;
export type PresenceScreenView = ReturnType<typeof member>;
export type PresenceAudienceView = ReturnType<typeof audience>;
export interface RollRow {
  readonly member: MemberId;
  readonly seat: string;
  readonly name: string | null;
  readonly state: 'notYet' | 'here' | 'gone';
  readonly since: number | null;
  readonly phone: boolean | null;
  readonly connected: boolean;
  readonly lastSeenAt: number | null;
}
export interface SilentRow {
  readonly member: MemberId;
  readonly seat: string;
  readonly name: string | null;
  readonly phone: boolean;
  readonly since: number;
  readonly connected: boolean;
  readonly lastSeenAt: number | null;
}
