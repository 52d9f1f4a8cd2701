// Phones without a browser, for a full hall: each is the page's own line to the server (client/kernel/connection.ts) with a cookie of
// its own, so that what they send, keep and send again is what a real phone does. A test sees each reply: it knows what was acknowledged.
import { connect, type Connection } from '../client/kernel/connection.ts';
import { newId } from '../client/kernel/ids.ts';
import { socketTransport } from '../client/kernel/transport.ts';
import type { Reply } from '../shared/kernel/protocol.ts';
import { z } from 'zod';
import { until, type House } from './house.ts';

const roundSchema = z.object({
  poll: z.string(),
  round: z.number(),
  question: z.object({ s: z.string() }),
  phase: z.enum(['open', 'closed', 'published', 'voided']),
  answered: z.number().nullable(),
  base: z.number().nullable(),
  kind: z.object({ kind: z.string() }),
  options: z.array(z.object({ id: z.string(), text: z.object({ s: z.string() }) })),
});
type AskedNow = z.infer<typeof roundSchema>;
const calledSchema = z.object({ presence: z.object({ rollCall: z.object({ id: z.string() }) }) });
const screensSchema = z.object({ screen: z.object({ screens: z.array(z.object({ screen: z.string(), connected: z.boolean() })) }) });
const commonSchema = z.object({ poll: z.object({ now: roundSchema.nullable() }) });
const said = z.object({ s: z.string() });
/** What a test reads of the programme and the tables, as a console has them. */
const ledSchema = z.object({
  agenda: z.object({
    course: z.object({ rows: z.array(z.object({ id: z.string(), title: said.nullable() })) }),
    running: z.object({ id: z.string() }).nullable(),
  }),
  groups: z.object({ round: z.number(), groups: z.array(z.object({ group: z.string(), number: z.number() })) }),
  board: z.object({
    boards: z.array(z.object({ board: z.string(), group: z.string().nullable(), phase: z.string(), silence: z.number().nullable() })),
  }),
});
type Led = z.infer<typeof ledSchema>;
const areasSchema = z.object({ about: z.object({ areas: z.array(z.object({ id: z.string() })) }) });
const seatingSchema = z.array(z.object({ member: z.string(), seat: z.string(), assigned: z.string().nullable() }));

export type Given =
  | { readonly kind: 'choice'; readonly picked: readonly string[] }
  | { readonly kind: 'words'; readonly entries: readonly string[] }
  | { readonly kind: 'dontknow' };

export class Phone {
  readonly connection: Connection;
  constructor(connection: Connection) {
    this.connection = connection;
  }
  get live(): boolean {
    return this.connection.store.getState().link.kind === 'live';
  }
  /** The question on this phone, as it has it. */
  get asked(): AskedNow | null {
    const read = commonSchema.safeParse(this.connection.store.getState().common);
    return read.success ? read.data.poll.now : null;
  }
  /** Waits for an open question (of these words, when given) and the state that goes with it. */
  async when(is: (asked: AskedNow | null) => boolean): Promise<AskedNow | null> {
    if (is(this.asked)) return this.asked;
    return new Promise((resolve) => {
      const stop = this.connection.store.subscribe(() => {
        const { asked } = this;
        if (!is(asked)) return;
        stop();
        resolve(asked);
      });
    });
  }
  /** As the page sends an answer: kept until the server has said yes or no. */
  async answer(given: (asked: AskedNow) => Given, edit = 1): Promise<Reply> {
    const asked = await this.when((each) => each?.phase === 'open');
    if (asked === null) throw new Error('no question');
    return this.connection.send({ type: 'poll.answer', poll: asked.poll, round: asked.round, edit, answer: given(asked) }, { keep: true });
  }
  /** "Sono qui", to the roll call that is on this phone as soon as it has come. */
  async imHere(): Promise<Reply> {
    const has = (): boolean => calledSchema.safeParse(this.connection.store.getState().mine).success;
    await until(has).toBe(true);
    const read = calledSchema.parse(this.connection.store.getState().mine);
    return this.connection.send({ type: 'presence.imHere', rollCall: read.presence.rollCall.id, edit: 1 }, { keep: true });
  }
}

/** Opened one by one link or code each; resolves when all are live. Close with `closeAll`. */
export const openPhones = async (house: House, by: readonly string[]): Promise<readonly Phone[]> =>
  Promise.all(
    by.map(async (each) => {
      const { cookie, role, session } = await house.enter(each);
      if (role !== 'audience' && role !== 'member') throw new Error(`${role} is no phone`);
      const transport = socketTransport({ url: house.direct, headers: { cookie } });
      const phone = new Phone(connect({ transport, role, session: role === 'audience' ? session : null, lang: 'it' }));
      await haveView(phone.connection);
      return phone;
    }),
  );

/** A facilitator without a page, for what a test only needs to have happened. Each wish must be granted. */
export class Driver {
  readonly #connection: Connection;
  constructor(connection: Connection) {
    this.#connection = connection;
  }
  async give(command: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<void> {
    const reply = await this.#connection.send(command);
    if (!reply.ok) throw new Error(`${command.type} was refused: ${reply.code}`);
  }
  /** A question to the members, open at once. Several languages, where more than Italian is given. */
  async ask(question: Words, options: readonly Words[]): Promise<{ readonly poll: string; readonly round: 1 }> {
    const poll = newId();
    await this.give({
      type: 'poll.quick',
      poll,
      draft: {
        block: null,
        question: asText(question),
        kind: { kind: options.length === 0 ? 'yesno' : 'single' },
        options: options.map((words, index) => ({ id: `option${index + 1}`, text: asText(words) })),
        electorate: 'members',
        live: false,
        splitBy: [],
        closeAfterSec: null,
      },
    });
    return { poll, round: 1 };
  }
  /** All that a console has now. */
  get common(): unknown {
    return this.#connection.store.getState().common;
  }
  /** The programme and the tables, as the console has them now. */
  get led(): Led {
    return ledSchema.parse(this.#connection.store.getState().common);
  }
  /** Brings the programme to the block of this title, from wherever it is. */
  async goTo(title: string): Promise<void> {
    const { course, running } = this.led.agenda;
    const to = course.rows.find((row) => row.title?.s === title)?.id;
    if (to === undefined) throw new Error(`no block ${title}`);
    await this.give({ type: 'agenda.start', from: running?.id ?? null, to });
  }
  /** Everybody to the tables, with the boards that lie ready there. */
  async split(): Promise<void> {
    const { agenda, groups, board } = this.led;
    await this.give({ type: 'groups.split', round: groups.round, block: agenda.running?.id ?? null });
    const ready = board.boards.filter(({ group, phase }) => group !== null && phase === 'prepared');
    await this.give({ type: 'board.open', boards: ready.map((each) => each.board) });
  }
  /** The running block has so many seconds left, as if the rest had gone by. */
  async secondsLeft(leftSec: number): Promise<void> {
    await this.give({ type: 'agenda.timer', block: this.led.agenda.running?.id ?? '', do: { kind: 'set', leftSec } });
  }
  async addSeconds(seconds: number): Promise<void> {
    await this.give({ type: 'agenda.timer', block: this.led.agenda.running?.id ?? '', do: { kind: 'add', seconds } });
  }
  group(number: number): string {
    return this.led.groups.groups.find((row) => row.number === number)?.group ?? '';
  }
  /** The board that lies on a table. */
  boardOf(number: number): Led['board']['boards'][number] {
    const group = this.group(number);
    const found = this.led.board.boards.find((board) => board.group === group);
    if (found === undefined) throw new Error(`no board on table ${number}`);
    return found;
  }
  /** A theme without notes, under the first question of a board. */
  async nameTheme(board: string, title: string): Promise<void> {
    const reply = await this.#connection.list('board.about', board, null);
    const { areas } = areasSchema.parse(reply.ok ? reply.rows : null).about;
    await this.give({ type: 'board.nameTheme', board, theme: newId(), area: areas[0]?.id ?? '', title, lang: 'it', notes: [] });
  }
  /** Who sits there. */
  async memberAt(seat: string): Promise<string> {
    const reply = await this.#connection.list('groups.seating', '', null);
    return seatingSchema.parse(reply.ok ? reply.rows : null).find((row) => row.seat === seat)?.member ?? '';
  }
  /** The seats assigned to each table, in the order of the roll, by the tables' numbers. */
  async seats(): Promise<ReadonlyMap<number, readonly string[]>> {
    const reply = await this.#connection.list('groups.seating', '', null);
    const rows = seatingSchema.parse(reply.ok ? reply.rows : null);
    return new Map(
      this.led.groups.groups.map(({ group, number }) => [
        number,
        rows.filter(({ assigned }) => assigned === group).map(({ seat }) => seat),
      ]),
    );
  }
  /** The ids of the screens that are connected, once there are so many. */
  async screens(count: number): Promise<readonly string[]> {
    const read = (): readonly string[] => {
      const found = screensSchema.safeParse(this.#connection.store.getState().common);
      return found.success ? found.data.screen.screens.filter(({ connected }) => connected).map(({ screen }) => screen) : [];
    };
    return new Promise((resolve) => {
      if (read().length >= count) return resolve(read());
      const stop = this.#connection.store.subscribe(() => {
        if (read().length < count) return;
        stop();
        resolve(read());
      });
    });
  }
  close(): void {
    this.#connection.close();
  }
}
type Words = string | { readonly it: string; readonly en?: string; readonly ar?: string };
const asText = (words: Words) => ({ original: 'it', ...(typeof words === 'string' ? { it: words } : words) });

export const openDriver = async (house: House, link: string): Promise<Driver> => {
  const { cookie, session } = await house.enter(link);
  const connection = connect({
    transport: socketTransport({ url: house.direct, headers: { cookie } }),
    role: 'facilitator',
    session,
    lang: 'it',
  });
  await haveView(connection);
  return new Driver(connection);
};

const haveView = (connection: Connection): Promise<void> =>
  new Promise((resolve) => {
    const look = (): boolean => connection.store.getState().link.kind === 'live' && connection.store.getState().common !== null;
    if (look()) return resolve();
    const stop = connection.store.subscribe(() => {
      if (!look()) return;
      stop();
      resolve();
    });
  });

export const closeAll = (phones: readonly Phone[]): void => {
  for (const { connection } of phones) connection.close();
};

/** Picks the option whose words begin so. */
export const pick =
  (words: string) =>
  (asked: AskedNow): Given => ({
    kind: 'choice',
    picked: asked.options.filter(({ text }) => text.s.startsWith(words)).map(({ id }) => id),
  });
export const write =
  (...entries: string[]) =>
  (): Given => ({ kind: 'words', entries });
