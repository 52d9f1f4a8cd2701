// Who was there, in numbers: how many, when they came and went, how they are made up. Never who.
// A slip of the desk that was taken back leaves no line. Members only; visitors are counted apart and decide nothing.
import type { People } from '../kernel/room.ts';
import type { MemberId } from '../kernel/ids.ts';
import { composition } from '../presence/composition.ts';
import { presentAfter } from '../presence/events.ts';
import type { PresenceFact, PresentNow } from '../presence/events.ts';
import type { RosterFact } from '../roster/events.ts';
import type { SessionFact } from '../session/events.ts';
import type { Attendance, Movement, RollCallLine } from './document.ts';
import type { Said } from './said.ts';

type Heard = SessionFact | PresenceFact;
const minute = 60_000;
const isPresence = (fact: Heard): fact is PresenceFact => fact.type.startsWith('presence.');

interface Crossing {
  readonly at: number;
  readonly change: 1 | -1;
}

/** Every crossing of the door that stands: an entry or a departure taken back by the desk is left out together with what took it back. */
const crossings = (log: readonly Said<Heard>[]): readonly Crossing[] => {
  const undone = new Set<number>();
  for (const { fact, meta } of log)
    if ('undoes' in fact) {
      undone.add(fact.undoes);
      undone.add(meta.seq);
    }
  const since = new Map<MemberId, number>();
  const list: Crossing[] = [];
  for (const { fact, meta } of log) {
    if (undone.has(meta.seq)) continue;
    if (fact.type === 'presence.entered' && !since.has(fact.member)) {
      since.set(fact.member, meta.at);
      list.push({ at: meta.at, change: 1 });
    }
    if (fact.type !== 'presence.left') continue;
    const from = since.get(fact.member);
    if (from === undefined) continue;
    since.delete(fact.member);
    // They went when it was known (a roll call may write it later), never before they came.
    list.push({ at: fact.knownAt >= from && fact.knownAt <= meta.at ? fact.knownAt : meta.at, change: -1 });
  }
  return list.sort((a, b) => a.at - b.at || b.change - a.change);
};

const byMinute = (list: readonly Crossing[]): readonly Movement[] => {
  const lines: { at: number; entered: number; left: number; present: number }[] = [];
  let present = 0;
  for (const { at, change } of list) {
    present += change;
    const start = at - (((at % minute) + minute) % minute);
    const last = lines.at(-1);
    const line = last?.at === start ? last : { at: start, entered: 0, left: 0, present };
    if (line !== last) lines.push(line);
    if (change === 1) line.entered += 1;
    else line.left += 1;
    line.present = present;
  }
  return lines;
};

/** How many were present when the last fact of the list had happened. */
export const presentAt = (log: readonly Said<Heard>[], seq: number): number =>
  log.reduce<PresentNow>(
    (present, { fact, meta }) => (meta.seq <= seq && isPresence(fact) ? presentAfter(present, fact) : present),
    new Map(),
  ).size;

export const attendanceOf = (log: readonly Said<Heard>[], assembly: readonly Said<RosterFact>[], people: People): Attendance => {
  const undone = new Set(log.flatMap(({ fact }) => ('undoes' in fact ? [fact.undoes] : [])));
  const stands = log.filter(({ meta }) => !undone.has(meta.seq));
  const came = new Set<MemberId>();
  const phone = new Map<MemberId, boolean>();
  const visitors = new Map<string, number>();
  let roll: readonly { readonly member: MemberId }[] = [];
  for (const { fact } of stands) {
    if (fact.type === 'session.opened') roll = fact.roll;
    if ('undoes' in fact) continue;
    if (fact.type === 'presence.entered') {
      came.add(fact.member);
      phone.set(fact.member, fact.phone);
    }
    if (fact.type === 'presence.phoneSet') phone.set(fact.member, fact.phone);
    if (fact.type === 'presence.visitorEntered') visitors.set(fact.as, (visitors.get(fact.as) ?? 0) + 1);
  }
  const movements = byMinute(crossings(log));
  const called = new Set(roll.map(({ member }) => member));
  // Who came in a seat that passed on that day belongs to the whole too.
  const whole = [...roll, ...[...came].filter((member) => !called.has(member)).map((member) => ({ member }))];
  const count = (type: RosterFact['type']): number => assembly.filter(({ fact }) => fact.type === type).length;
  return {
    called: roll.length,
    came: came.size,
    most: movements.reduce((most, { present }) => Math.max(most, present), 0),
    withoutPhone: [...came].filter((member) => phone.get(member) === false).length,
    visitors: Object.fromEntries([...visitors].sort(([a], [b]) => (a < b ? -1 : 1))),
    movements,
    composition: composition(whole, came, people, { hideSmall: true }).filter(({ attribute }) => attribute !== ''),
    roll: {
      substituted: count('roster.substituted') - count('roster.substitutionUndone'),
      added: count('roster.seatAdded'),
      removed: count('roster.removed'),
      cardsReplaced: count('roster.cardReplaced'),
    },
  };
};

export const rollCallsOf = (log: readonly Said<Heard>[]): readonly RollCallLine[] => {
  const lines = new Map<string, RollCallLine>();
  for (const { fact, meta } of log) {
    if (fact.type === 'presence.rollCallOpened')
      lines.set(fact.rollCall, { at: meta.at, closedAt: null, asked: fact.asked.length, here: null, silent: null });
    if (fact.type === 'presence.rollCallWithdrawn') lines.delete(fact.rollCall);
    const open = fact.type === 'presence.rollCallClosed' ? lines.get(fact.rollCall) : undefined;
    if (open && fact.type === 'presence.rollCallClosed')
      lines.set(fact.rollCall, { ...open, closedAt: meta.at, here: fact.here, silent: fact.silent.length });
  }
  return [...lines.values()];
};
