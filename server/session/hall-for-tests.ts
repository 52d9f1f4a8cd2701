// A hall for tests: the real ledgers over a real store, a clock that is set by hand, a store that breaks when it is told to,
// and a small assembly with seats. Nothing here runs in a session. Used by the tests of the kernel, by the play and by the golden logs.
import type { Actor, Role } from '../../shared/kernel/audience.ts';
import { deviceIdSchema, memberIdSchema, screenIdSchema } from '../../shared/kernel/ids.ts';
import type { MemberId } from '../../shared/kernel/ids.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { People } from '../../shared/kernel/room.ts';
import { house } from '../../shared/kernel/session.ts';
import { assemblyRooms, sessionRooms } from '../../shared/rooms.ts';
import type { RosterReads } from '../../shared/roster/events.ts';
import { Ledger } from '../kernel/ledger.ts';
import type { Change } from '../kernel/ledger.ts';
import type { Store } from '../store/store.ts';

export type Person = Actor & { readonly role: Role };
const device = (name: string) => deviceIdSchema.parse(name);
export const memberId = (n: number): MemberId => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
export const memberOf = (n: number): Person => ({
  role: 'member',
  member: memberId(n),
  device: device(`phone${String(n).padStart(4, '0')}`),
});
export const listener = (n: number): Person => ({ role: 'audience', device: device(`guest${String(n).padStart(4, '0')}`) });
export const facilitator: Person = { role: 'facilitator', device: device('laptop0001') };
export const secondFacilitator: Person = { role: 'facilitator', device: device('laptop0002') };
export const organiser: Person = { role: 'organiser', device: device('organiser1') };
export const desk: Person = { role: 'desk', device: device('desk000001') };
export const screen: Person = { role: 'screen', screen: screenIdSchema.parse('screen0001') };

/** A morning in Milan; moves only when it is told to. */
export class Clock {
  now = Date.UTC(2026, 10, 21, 8, 0);
  readonly read = (): number => this.now;
  after(ms: number): void {
    this.now += ms;
  }
}

/** A store whose writes can be made to fail, once: before anything is written, or after it is written and before it is said. */
export type Break = 'before' | 'after';
export interface BreakableStore extends Store {
  readonly breakNext: (method: 'append' | 'putAnswers' | 'seal' | 'destroySecret' | 'read', when: Break, error: Error) => void;
  readonly calls: string[];
}
export const breakable = (store: Store): BreakableStore => {
  const waiting: { readonly method: string; readonly when: Break; readonly error: Error }[] = [];
  const calls: string[] = [];
  const wrap =
    <Args extends readonly unknown[], Result>(method: string, act: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      calls.push(method);
      const at = waiting.findIndex((one) => one.method === method);
      const next = at < 0 ? undefined : waiting.splice(at, 1)[0];
      if (next?.when === 'before') throw next.error;
      const result = await act(...args);
      if (next) throw next.error;
      return result;
    };
  return {
    ...store,
    append: wrap('append', (...args: Parameters<Store['append']>) => store.append(...args)),
    putAnswers: wrap('putAnswers', (rows: Parameters<Store['putAnswers']>[0]) => store.putAnswers(rows)),
    seal: wrap('seal', (session: string, boxes: readonly string[]) => store.seal(session, boxes)),
    destroySecret: wrap('destroySecret', (id: string) => store.destroySecret(id)),
    read: wrap('read', (...args: Parameters<Store['read']>) => store.read(...args)),
    calls,
    breakNext: (method, when, error) => {
      waiting.push({ method, when, error });
    },
  };
};

export interface HallForTests {
  readonly roll: Ledger;
  readonly ledger: Ledger;
  readonly changes: Change[];
  readonly errors: unknown[];
  /** A wish with an id of its own, or with the one given. */
  readonly wish: (who: Actor, command: { readonly type: string } & Readonly<Record<string, unknown>>, id?: string) => Promise<Reply>;
  readonly stop: () => Promise<void>;
}
export interface HallOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly id?: string;
  readonly people?: People;
  readonly onChange?: (change: Change) => void;
}

let halls = 0;
export const openHall = async ({ store, clock, id = 'session001', people = new Map(), onChange }: HallOptions): Promise<HallForTests> => {
  const changes: Change[] = [];
  const errors: unknown[] = [];
  const of = { store, clock: clock.read, people: () => people, onError: (error: unknown) => void errors.push(error) };
  const roll: Ledger = await Ledger.open({
    ...of,
    name: { scope: 'assembly', id: 'assembly01' },
    house: house(assemblyRooms),
    assembly: () => roll.reading(),
    onChange: () => undefined,
  });
  const reads = (): RosterReads => roll.reading();
  const ledger = await Ledger.open({
    ...of,
    name: { scope: 'session', id },
    house: house(sessionRooms),
    assembly: reads,
    onChange: (change) => {
      changes.push(change);
      onChange?.(change);
    },
  });
  let wishes = 0;
  halls += 1;
  const tag = String(halls);
  return {
    roll,
    ledger,
    changes,
    errors,
    wish: (who, command, wishId) => {
      wishes += 1;
      const on = command.type.startsWith('roster.') ? roll : ledger;
      return on.submit({ id: wishId ?? `wish${tag}n${String(wishes)}`, command }, who, on === roll ? id : null);
    },
    stop: async () => {
      await ledger.stop();
      await roll.stop();
    },
  };
};

/** A roll of `seats` people and a draft session. */
export const found = async (hall: HallForTests, seats: number): Promise<void> => {
  const members = Array.from({ length: seats }, (_, n) => ({
    member: memberId(n + 1),
    seat: String(n + 1),
    from: null,
    until: null,
    cohort: '',
  }));
  const system = { role: 'system' } as const;
  await must(hall.wish(system, { type: 'roster.nameAssembly', name: { original: 'it', it: 'Assemblea' }, demo: false }, 'foundname'));
  await must(hall.wish(system, { type: 'roster.import', source: 'prova.csv', replaces: true, members }, 'foundroll'));
  await must(
    hall.wish(
      system,
      {
        type: 'session.create',
        assembly: 'assembly01',
        assemblyName: 'Assemblea',
        title: { original: 'it', it: 'Prima plenaria' },
        day: '2026-11-21',
        timeZone: 'Europe/Rome',
        place: 'Sala',
        code: 'K7M4QX',
        demo: false,
      },
      'foundsession',
    ),
  );
};
/** Doors and session open, the first `present` seats in the hall. */
export const begin = async (hall: HallForTests, present: number): Promise<void> => {
  await must(hall.wish(facilitator, { type: 'session.openDoors' }));
  await must(hall.wish(facilitator, { type: 'session.open' }));
  for (let n = 1; n <= present; n += 1) await must(hall.wish(memberOf(n), { type: 'presence.enter', door: 'card' }));
};
/** A reply that must be yes. */
export const must = async (reply: Promise<Reply>): Promise<Reply> => {
  const given = await reply;
  if (!given.ok) throw new Error(`refused: ${given.code} ${JSON.stringify(given.params ?? {})}`);
  return given;
};

export const options = ['shade0001', 'water0001', 'trees0001'] as const;
export const question = (more: Readonly<Record<string, unknown>> = {}) => ({
  block: null,
  question: { original: 'it', it: 'Che cosa manca di più?' },
  kind: { kind: 'single' },
  options: options.map((id) => ({ id, text: { original: 'it', it: id } })),
  electorate: 'members',
  live: false,
  splitBy: [],
  closeAfterSec: null,
  ...more,
});
export const ask = (poll: string, more: Readonly<Record<string, unknown>> = {}) => ({ type: 'poll.quick', poll, draft: question(more) });
export const answer = (poll: string, edit: number, picked: string, round = 1) => ({
  type: 'poll.answer',
  poll,
  round,
  edit,
  answer: { kind: 'choice', picked: [picked] },
});
