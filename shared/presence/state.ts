// Who is in the hall as the facts leave it: one visit per member, visitors, what each desk did last, the roll call.
// Present is not connected: nothing in here knows of sockets. Ids and seats only.
import type { MemberId } from '../kernel/ids.ts';
import type { RosterReads } from '../roster/events.ts';
import type { PresentNow, RollCallId, VisitorId, VisitorKind } from './events.ts';

export interface Visit {
  readonly seat: string;
  /** Here since, or gone since when it was known: epoch ms. */
  readonly state: 'here' | 'gone';
  readonly since: number;
  readonly door: 'card' | 'desk' | 'self';
  readonly phone: boolean;
  /** The fact that last changed this visit: an older act cannot be taken back any more. */
  readonly seq: number;
}
export interface Visitor {
  readonly as: VisitorKind;
  readonly since: number;
  readonly seq: number;
}
/** Something done for somebody else, that the same desk can take back. `before` is what the undo restores. */
export type DeskAct = { readonly seq: number; readonly at: number; readonly by: string; readonly undone: boolean } & (
  | {
      readonly kind: 'entered' | 'left' | 'phone';
      readonly member: MemberId;
      readonly seat: string;
      readonly phone: boolean;
      readonly before: Visit | null;
    }
  | {
      readonly kind: 'visitorEntered' | 'visitorLeft';
      readonly visitor: VisitorId;
      readonly as: VisitorKind;
      readonly before: Visitor | null;
    }
);
export type RollCall =
  | { readonly state: 'none' }
  | {
      readonly state: 'open';
      readonly id: RollCallId;
      readonly seq: number;
      readonly openedAt: number;
      readonly asked: readonly MemberId[];
    }
  | {
      readonly state: 'closed';
      readonly id: RollCallId;
      readonly openedAt: number;
      readonly closedAt: number;
      readonly asked: number;
      readonly here: number;
      readonly silent: readonly MemberId[];
    };

export interface PresenceState {
  readonly phase: 'none' | 'draft' | 'doors' | 'open' | 'over';
  /** Who was called, from the fact that opened the session; null before. */
  readonly called: readonly { readonly member: MemberId; readonly seat: string }[] | null;
  readonly visits: ReadonlyMap<MemberId, Visit>;
  readonly visitors: ReadonlyMap<VisitorId, Visitor>;
  readonly acts: readonly DeskAct[];
  readonly rollCall: RollCall;
  readonly revision: number;
}
export const emptyPresence: PresenceState = {
  phase: 'none',
  called: null,
  visits: new Map(),
  visitors: new Map(),
  acts: [],
  rollCall: { state: 'none' },
  revision: 0,
};
/** More than the largest roll, so that what each desk let in is counted whole; older acts are in the log. */
export const actsKept = 2500;

export const boxOf = (rollCall: RollCallId): string => `rollcall.${rollCall}`;

export interface Called {
  readonly member: MemberId;
  readonly seat: string;
}
/** The roll: before the opening who sits on the roster now; after it who was called, and in a seat that passed on, who entered for it. */
export const rollOf = (state: PresenceState, reads: RosterReads): readonly Called[] => {
  if (state.called === null) return reads.roster?.members.map(({ member, seat }) => ({ member, seat })) ?? [];
  const called = new Set(state.called.map(({ member }) => member));
  const instead = new Map<string, MemberId>();
  for (const [member, visit] of state.visits) if (!called.has(member)) instead.set(visit.seat, member);
  if (instead.size === 0) return state.called;
  const seats = new Set(state.called.map(({ seat }) => seat));
  return [
    ...state.called.map((one) => ({ member: instead.get(one.seat) ?? one.member, seat: one.seat })),
    ...[...instead].flatMap(([seat, member]) => (seats.has(seat) ? [] : [{ member, seat }])),
  ];
};
/** Who a seat belongs to at this moment. The roster outranks the roll: a card given away is void at once. */
export const seatOf = (state: PresenceState, reads: RosterReads, member: MemberId): string | null => {
  if (reads.roster) return reads.roster.members.find((one) => one.member === member)?.seat ?? null;
  return state.called?.find((one) => one.member === member)?.seat ?? null;
};
export const isHere = (state: PresenceState, member: MemberId): boolean => state.visits.get(member)?.state === 'here';

export const presentOf = (state: PresenceState): PresentNow => {
  const present = new Map<MemberId, { seat: string; phone: boolean }>();
  for (const [member, visit] of state.visits) if (visit.state === 'here') present.set(member, { seat: visit.seat, phone: visit.phone });
  return present;
};
/** Counts that everybody in the hall may know. */
export const countsOf = (state: PresenceState, reads: RosterReads) => {
  let present = 0;
  let phones = 0;
  for (const visit of state.visits.values()) {
    if (visit.state !== 'here') continue;
    present += 1;
    if (visit.phone) phones += 1;
  }
  return { present, of: rollOf(state, reads).length, phones, sheets: present - phones };
};
