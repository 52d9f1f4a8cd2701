// The floor on the real server, with the pages' own lines: what the hall throws at it. Two facilitators call at once; ninety hands go up in
// a moment; a question is sent twice over a lost network; the server is killed while all of them ask and support; an audience device asks
// where only members may; markup, formulas and right-to-left words stay words (K2, K3, K6, FL2).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connect, type Connection } from '../client/kernel/connection.ts';
import { newId } from '../client/kernel/ids.ts';
import type { PendingWish, Shelf } from '../client/kernel/send.ts';
import { socketTransport } from '../client/kernel/transport.ts';
import { roles } from '../shared/kernel/audience.ts';
import { until } from './house.ts';
import { Served } from './served.ts';

const complaints: string[] = [];
const served = new Served({}, (words) => complaints.push(words));
const lines: Connection[] = [];
/** A device with the role of a link or a card; its outbox lies on a shelf, as in the browser. */
const device = async (by: string): Promise<Connection> => {
  const { cookie, role, session } = await served.enter(by);
  let lies: readonly PendingWish[] = [];
  const shelf: Shelf = { load: () => lies, save: (wishes) => (lies = wishes) };
  const known = roles.find((each) => each === role);
  if (!known) throw new Error(`nobody is ${role}`);
  const line = connect({
    transport: socketTransport({ url: served.direct, headers: { cookie } }),
    role: known,
    session: known === 'member' ? null : session,
    lang: 'it',
    shelf,
  });
  lines.push(line);
  await new Promise<void>((resolve) => {
    const here = (): boolean => line.store.getState().link.kind === 'live' && line.store.getState().mine !== null;
    if (here()) return resolve();
    const stop = line.store.subscribe(() => {
      if (!here()) return;
      stop();
      resolve();
    });
  });
  return line;
};
const give = async (line: Connection, command: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<void> => {
  const reply = await line.send(command);
  if (!reply.ok) throw new Error(`${command.type} was refused: ${reply.code}`);
};

const votesSchema = z.object({ members: z.number(), audience: z.number() });
const questionsSchema = z.array(
  z.object({
    question: z.string(),
    text: z.string(),
    votes: votesSchema,
    into: z.string().nullable(),
    hidden: z.boolean(),
    from: z.string(),
  }),
);
const handsSchema = z.array(z.object({ member: z.string(), seat: z.string() }));
const listOf = async <T>(line: Connection, list: string, shape: z.ZodType<T>): Promise<T> => {
  const reply = await line.list(list, '', null);
  return shape.parse(reply.ok ? reply.rows : null);
};
const questions = (line: Connection) => listOf(line, 'floor.questions', questionsSchema);
const hands = (line: Connection) => listOf(line, 'floor.hands', handsSchema);
const floorSchema = z.object({
  floor: z.object({
    plenary: z.object({ now: z.object({ turn: z.string(), seat: z.string().nullable() }).nullable(), waiting: z.number() }),
  }),
});
const plenary = (line: Connection) => floorSchema.parse(line.store.getState().common).floor.plenary;
const ownHand = z.object({ floor: z.object({ hand: z.object({ before: z.number() }).nullable() }) });
const before = (line: Connection): number | null => ownHand.safeParse(line.store.getState().mine).data?.floor.hand?.before ?? null;

let lead: Connection;
let other: Connection;
let audience: Connection;
let phones: readonly Connection[] = [];
const ask = (text: string, question = newId()) => ({ type: 'floor.ask', question, text, lang: 'it', door: 'phone', group: null });

beforeAll(async () => {
  await served.begin();
  const link = served.link('plenary');
  lead = await device(link);
  other = await device(link);
  await give(lead, { type: 'session.openDoors' });
  const cards = await served.cards(link);
  phones = await Promise.all(cards.map(({ url }) => device(url)));
  await Promise.all(phones.map((phone) => give(phone, { type: 'presence.enter', door: 'card' })));
  await give(lead, { type: 'session.open' });
  const code = z.object({ session: z.object({ code: z.string() }) }).parse(lead.store.getState().common).session.code;
  audience = await device(`${served.direct}/#c=${code}`);
  await give(lead, { type: 'floor.lowerAll', where: null });
}, 60_000);
afterAll(async () => {
  for (const line of lines) line.close();
  await served.end();
  expect(complaints).toEqual([]);
});

describe('the floor under stress', () => {
  it('[K3] ninety hands in a moment stand in one order, the same on every console and every phone', async () => {
    const replies = await Promise.all(
      phones.map((phone) => phone.send({ type: 'floor.raise', member: null, kind: 'speech', on: true }, { keep: true })),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const [one, two] = await Promise.all([hands(lead), hands(other)]);
    expect(one).toHaveLength(phones.length);
    expect(two).toEqual(one);
    await until(() => phones.filter((phone) => before(phone) !== null).length).toBe(phones.length);
    await until(() => new Set(phones.map(before)).size).toBe(phones.length);
  });

  it('[K1] two facilitators who call the next one at once go one step: one turn, nobody is skipped', async () => {
    for (let round = 0; round < 5; round += 1) {
      const now = plenary(lead).now?.turn ?? null;
      await until(() => plenary(other).now?.turn ?? null).toBe(now);
      const next = (await hands(lead))[0]?.member;
      const call = (turn: string) => ({ type: 'floor.call', where: null, from: now, turn, member: next, kind: 'speech' });
      const replies = await Promise.all([lead.send(call(newId())), other.send(call(newId()))]);
      expect(replies.map((reply) => (reply.ok ? reply.done : reply.code)).sort()).toEqual(['done', 'nothing']);
      await until(() => plenary(lead).waiting).toBe(phones.length - round - 1);
      await until(() => plenary(lead).now?.turn !== now).toBe(true);
      expect(await hands(lead)).toHaveLength(phones.length - round - 1);
    }
    await give(lead, { type: 'floor.endTurn', turn: plenary(lead).now?.turn ?? '' });
    await give(lead, { type: 'floor.lowerAll', where: null });
  });

  it('[K6] an audience device asks where only members may: refused in a code, nothing changed; where it may, it is heard', async () => {
    const many = (await questions(lead)).length;
    await give(lead, { type: 'floor.setDoor', members: true, audience: false });
    expect(await audience.send(ask('Posso chiedere?'))).toMatchObject({ ok: false, code: 'floor.notForAudience' });
    expect(await questions(lead)).toHaveLength(many);
    await give(lead, { type: 'floor.setDoor', members: true, audience: true });
    expect(await audience.send(ask('Posso chiedere?'))).toMatchObject({ ok: true });
    expect((await questions(lead)).find(({ text }) => text === 'Posso chiedere?')).toMatchObject({ from: 'audience' });
    for (const wish of [
      { type: 'floor.merge', question: newId(), into: newId() },
      { type: 'floor.hide', question: newId(), on: true },
      { type: 'floor.call', where: null, from: null, turn: newId(), member: null, kind: 'speech' },
      { type: 'floor.raise', member: null, kind: 'speech', on: true },
    ])
      expect(await audience.send(wish)).toMatchObject({ ok: false, code: 'kernel.notYours' });
    expect(await audience.list('floor.questions', '', null)).toMatchObject({ ok: false, code: 'kernel.notYours' });
  });

  it('[K6] markup, formulas and right-to-left words are words; what hides in a line is taken out; what is too long is refused', async () => {
    const [phone] = phones;
    if (!phone) throw new Error('no phone');
    const texts = ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', 'متى تُزرع الأشجار؟'];
    for (const text of texts) expect(await phone.send(ask(text))).toMatchObject({ ok: true });
    expect(await phone.send(ask('Il \u202eoilgof\u202c'))).toMatchObject({ ok: true });
    const there = (await questions(lead)).map(({ text }) => text);
    expect(there).toEqual(expect.arrayContaining([...texts, 'Il oilgof']));
    for (const wrong of ['', ' \u200b ', 'a'.repeat(281)])
      expect(await phone.send(ask(wrong))).toMatchObject({ ok: false, code: 'kernel.malformed' });
    expect(await questions(lead)).toHaveLength(there.length);
  });

  it('[K2] [K3] killed while all ask and support: what was acknowledged is there once, what was not is sent again and there once', async () => {
    const known = (await questions(lead)).map(({ question }) => question);
    const [head = ''] = known;
    const asked = phones.slice(0, 40).map((phone, n) => ({ phone, question: newId(), text: `Domanda ${String(n)}` }));
    const wishes = [
      ...asked.map(({ phone, question, text }) => phone.send(ask(text, question), { keep: true })),
      ...phones.map((phone) => phone.send({ type: 'floor.upvote', question: head, on: true, edit: 1 }, { keep: true })),
    ];
    await Promise.race(wishes);
    await served.kill();
    await served.start();
    const replies = await Promise.all(wishes);
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    // The same again, as from a phone that did not hear: nothing is there twice.
    const again = await Promise.all(asked.map(({ phone, question, text }) => phone.send(ask(text, question))));
    expect(again.every(({ ok }) => ok)).toBe(true);
    await until(() => lead.store.getState().link.kind).toBe('live');
    const rows = await questions(lead);
    for (const { question } of asked) expect(rows.filter((row) => row.question === question)).toHaveLength(1);
    expect(rows).toHaveLength(known.length + asked.length);
    expect(rows.find((row) => row.question === head)?.votes.members).toBe(phones.length);
  }, 60_000);

  it('[K9] a merge that is taken back leaves both as they were, with their own supporters; merged, nobody counts twice', async () => {
    const rows = (await questions(lead)).filter(({ text }) => /^Domanda [01]$/.test(text));
    const [one = '', two = ''] = rows.map(({ question }) => question);
    const vote = (phone: Connection | undefined, question: string) => phone?.send({ type: 'floor.upvote', question, on: true, edit: 1 });
    for (const phone of phones.slice(0, 3)) expect(await vote(phone, one)).toMatchObject({ ok: true });
    for (const phone of phones.slice(2, 7)) expect(await vote(phone, two)).toMatchObject({ ok: true });
    const votes = async () =>
      Object.fromEntries(
        (await questions(lead)).flatMap((row) => ([one, two].includes(row.question) ? [[row.question, row.votes.members]] : [])),
      );
    expect(await votes()).toEqual({ [one]: 3, [two]: 5 });
    await give(lead, { type: 'floor.merge', question: one, into: two });
    expect((await votes())[two]).toBe(7);
    const undo = z.object({ house: z.object({ undo: z.object({ code: z.string(), command: z.looseObject({ type: z.string() }) }) }) });
    await until(() => undo.safeParse(lead.store.getState().common).data?.house.undo.code).toBe('floor.merged');
    await give(lead, undo.parse(lead.store.getState().common).house.undo.command);
    expect(await votes()).toEqual({ [one]: 3, [two]: 5 });
  });
});
