// The door of the wire, attacked: who is not who they say, what is malformed, too much, too long, or not theirs to do.
// Each is answered with a code, changes nothing, and nobody else notices.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canonical } from '../../shared/kernel/canonical.ts';
import { PROTOCOL } from '../../shared/kernel/protocol.ts';
import { rightsColumns, rightsTable } from '../../shared/rights.table.ts';
import { openDoorForTests } from '../session/door-for-tests.ts';
import type { Browser, DoorForTests, Line } from '../session/door-for-tests.ts';
import { answer, ask, facilitator, memberId, options } from '../session/hall-for-tests.ts';

let door: DoorForTests;
const printed: string[] = [];
beforeEach(async () => {
  printed.length = 0;
  for (const stream of [process.stdout, process.stderr] as const)
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
  door = await openDoorForTests();
});
afterEach(async () => {
  await door.stop();
  vi.restoreAllMocks();
});

/** Everything that a refusal must leave alone. */
const world = () => [
  door.hall.ledger.seq,
  door.assembly.ledger.seq,
  door.hall.ledger.states,
  door.hall.ledger.box.count('poll.poll000001.1'),
];
const seated = async (seat: number): Promise<Browser> => {
  const browser = door.browser();
  await browser.enter({ token: door.cardOf(seat).token });
  return browser;
};
const listening = async (): Promise<Browser> => {
  const browser = door.browser();
  await browser.enter({ code: door.hall.about().code });
  return browser;
};
const seen = (line: Line): boolean => line.refused === null && line.frames.length > 0;

describe('who comes in', () => {
  it('[decisions] the cookie of the role, and nothing else, says who one is', async () => {
    const member = await seated(1);
    expect(seen(await member.line('member'))).toBe(true);
    for (const role of ['facilitator', 'organiser', 'desk', 'screen', 'audience'] as const)
      expect((await member.line(role)).refused).toBe('access.none');
    expect((await door.browser().line('member')).refused).toBe('access.none');
  });

  it('[decisions] a member’s token in the console’s cookie opens no console; nor does a link’s own token, or one letter more', async () => {
    const member = await seated(1);
    const forged = door.browser();
    const token = member.jar.get('plenaria_member') ?? '';
    const link = await door.app.access.makeLink({ role: 'facilitator', assembly: door.assembly.id, session: door.hall.id });
    for (const value of [token, link.token, `${token}x`, token.slice(1), '', '%', 'a'.repeat(4000)]) {
      forged.jar.set('plenaria_facilitator', value);
      expect((await forged.line('facilitator')).refused).toBe('access.none');
    }
    for (const hello of [{ role: 'system' }, { role: 'member', member: memberId(2) }, { role: ['facilitator'] }, { role: null }]) {
      const line = await member.line('member', hello);
      expect(line.refused === 'kernel.malformed' || seen(line)).toBe(true);
    }
    const mine = await member.line('member', { member: memberId(2), actor: { role: 'facilitator' } });
    expect(mine.frames[0]?.mine?.data['presence']).toMatchObject({ seat: '1' });
  });

  it('[decisions] who acts is the cookie’s seat, whatever the wish says', async () => {
    await door.system(ask('poll000001'));
    const line = await (await seated(1)).line('member');
    await line.do({ type: 'presence.enter', door: 'card' });
    await door.system({ type: 'presence.letIn', member: memberId(2), phone: true });
    for (const extra of [{ member: memberId(2) }, { voter: memberId(2) }, { actor: facilitator }])
      expect(await line.do({ ...answer('poll000001', 1, options[0]), ...extra })).toMatchObject({ ok: false, code: 'kernel.malformed' });
    expect(await line.do(answer('poll000001', 1, options[0]))).toMatchObject({ ok: true });
    expect(door.hall.ledger.box.of('poll.poll000001.1', memberId(2))).toBeUndefined();
    expect(door.hall.ledger.box.of('poll.poll000001.1', memberId(1))).toBeDefined();
  });

  it('[RO3] a revoked device is told and closed at once, and told again when it comes back', async () => {
    const browser = await door.withLink('facilitator');
    const line = await browser.line('facilitator');
    const row = await door.app.access.identify('facilitator', browser.jar.get('plenaria_facilitator'));
    await door.app.access.revoke(row?.row.id ?? '');
    door.app.registry.tell(row?.row.id ?? '', 'access.revoked');
    await vi.waitFor(() => expect(line.connected()).toBe(false));
    expect(line.told).toMatchObject([{ code: 'access.revoked' }]);
    expect((await browser.line('facilitator')).refused).toBe('access.revoked');
  });

  it('[decisions] links end at the seal: all but the organiser are told and closed, and not let in again', async () => {
    const member = await seated(1);
    const screen = await door.withLink('screen');
    const lines = [await member.line('member'), await screen.line('screen')];
    await door.system({ type: 'session.close' });
    expect(lines.map((line) => line.connected())).toEqual([true, true]);
    await door.system({ type: 'session.seal' });
    for (const line of lines) {
      await vi.waitFor(() => expect(line.connected()).toBe(false));
      expect(line.told).toMatchObject([{ code: 'session.sealed' }]);
    }
    expect((await screen.line('screen')).refused).toBe('access.none');
  });

  it('[decisions] an old page is told so', async () => {
    const member = await seated(1);
    expect((await member.line('member', { protocol: PROTOCOL - 1 })).refused).toBe('protocol.old');
    for (const hello of [
      { protocol: '1' },
      { lang: 'xx' },
      { have: { epoch: 'x'.repeat(50), common: 1, mine: 1 } },
      { session: '../etc' },
      { have: 7 },
    ])
      expect((await member.line('member', hello)).refused).toBe('kernel.malformed');
  });

  it('[decisions] a page of another site cannot speak with our cookies', async () => {
    const member = await seated(1);
    expect((await member.line('member', {}, { origin: 'http://evil.example' })).refused).toBe('closed');
    expect((await member.line('member', {}, { origin: 'null' })).refused).toBe('closed');
    expect(seen(await member.line('member', {}, { origin: door.base }))).toBe(true);
    expect((await member.post('/api/leave', { role: 'member' }, { origin: 'http://evil.example' })).status).toBe(403);
    expect(seen(await member.line('member'))).toBe(true);
  });

  it('[decisions] behind a proxy that has another host the page of PUBLIC_URL is let in, and no other', async () => {
    const proxied = await openDoorForTests({ publicUrl: 'https://plenaria.example' });
    const browser = proxied.browser();
    await browser.enter({ token: proxied.cardOf(1).token });
    expect(seen(await browser.line('member', {}, { origin: 'https://plenaria.example' }))).toBe(true);
    for (const origin of ['http://plenaria.example', 'https://plenaria.example.evil.example', 'https://other.example'])
      expect((await browser.line('member', {}, { origin })).refused).toBe('closed');
    await proxied.stop();
  });
});

describe('what comes in', () => {
  it('[K1] [K6] every malformed wish is answered with a code and changes nothing', async () => {
    const line = await (await seated(1)).line('member');
    const before = canonical(world().slice(0, 2));
    let deep: unknown = 'x';
    for (let level = 0; level < 2000; level += 1) deep = [deep];
    const bad = [
      null,
      1,
      'do',
      [],
      {},
      { id: 'x' },
      { id: 'abcdef', command: null },
      { id: 'abcdef', command: [] },
      { id: 'ABC DEF', command: { type: 'presence.leave' } },
      { id: 7, command: { type: 'presence.leave' } },
      { id: 'abcdefgh', command: { type: 7 } },
      { id: 'abcdefgh', command: { type: '__proto__' } },
      { id: 'abcdefgh', command: { type: 'poll.__proto__' } },
      { id: 'abcdefgh', command: { type: 'x'.repeat(1000) } },
      { id: 'abcdefgh', command: { type: 'presence.leave', more: 1 } },
      { id: 'abcdefgh', command: deep },
      { id: 'abcdefgh', command: { type: 'poll.answer', poll: deep } },
      JSON.parse('{"id":"abcdefgh","command":{"type":"presence.leave","__proto__":{"x":1}}}'),
    ];
    for (const raw of bad) {
      door.now += 200;
      expect(await line.ask('do', raw)).toMatchObject({ ok: false, code: expect.stringMatching(/^kernel\.(malformed|unknownCommand)$/) });
    }
    for (const raw of [
      null,
      {},
      { list: 'poll.drafts' },
      { list: 7, key: '', have: null },
      { list: 'x'.repeat(99), key: '', have: null },
    ]) {
      door.now += 200;
      expect(await line.ask('list', raw)).toMatchObject({ ok: false, code: 'kernel.malformed' });
    }
    for (const list of ['poll.nothing', '__proto__.x', 'poll.toString', 'nothing'])
      expect(await line.list(list)).toMatchObject({ ok: false, code: 'kernel.unknownList' });
    expect(await line.ask('dance', 1)).toMatchObject({ ok: false, code: 'kernel.malformed' });
    expect(canonical(world().slice(0, 2))).toBe(before);
    expect(door.errors).toEqual([]);
  });

  it('[K6] binary instead of words is refused', async () => {
    const line = await (await seated(1)).line('member');
    expect(await line.ask('do', Buffer.from('hello'))).toMatchObject({ code: 'kernel.malformed' });
    expect(await line.ask('do', { id: 'abcdefgh', command: Buffer.from('hello') })).toMatchObject({ code: 'kernel.malformed' });
  });

  it('[K6] too large closes that line only', async () => {
    const bad = await (await seated(1)).line('member');
    const good = await (await seated(2)).line('member');
    bad.emit('do', { id: 'abcdefgh', command: { type: 'x'.repeat(200_000) } });
    await vi.waitFor(() => expect(bad.connected()).toBe(false));
    expect(await good.do({ type: 'presence.enter', door: 'card' })).toMatchObject({ ok: true });
  });

  it('[K6] too many are told to slow down; another line of the same device gains nothing; others are served; time heals', async () => {
    const browser = await seated(1);
    const line = await browser.line('member');
    const other = await (await seated(2)).line('member');
    const replies = await Promise.all(Array.from({ length: 120 }, () => line.do({ type: 'presence.leave' })));
    const slowed = replies.filter((reply) => !reply.ok && reply.code === 'kernel.slowDown').length;
    expect(slowed).toBeGreaterThanOrEqual(70);
    expect(replies.filter(({ ok }) => ok).length).toBeGreaterThan(10);
    const again = await browser.line('member');
    expect(await again.do({ type: 'presence.leave' })).toMatchObject({ code: 'kernel.slowDown' });
    expect(await again.list('agenda.programme')).toMatchObject({ code: 'kernel.slowDown' });
    expect(await other.do({ type: 'presence.leave' })).toMatchObject({ ok: true });
    door.now += 1000;
    expect(await again.do({ type: 'presence.leave' })).toMatchObject({ ok: true });
    door.now -= 3_600_000;
    for (let n = 0; n < 3; n += 1) expect(await again.do({ type: 'presence.leave' })).toMatchObject({ ok: true });
  });

  it('[K6] who goes on and on is closed', async () => {
    const line = await (await seated(1)).line('member');
    for (let n = 0; n < 500; n += 1) line.emit('noise', n);
    await vi.waitFor(() => expect(line.connected()).toBe(false));
  });

  it('[decisions] every command that is not theirs is refused to each role, over the wire', async () => {
    const lines = {
      facilitator: await (await door.withLink('facilitator')).line('facilitator'),
      desk: await (await door.withLink('desk')).line('desk'),
      table: await (await door.withTable('group00001')).line('table'),
      expert: await (await door.withExpert('expert0001')).line('expert'),
      member: await (await seated(1)).line('member'),
      audience: await (await listening()).line('audience'),
      screen: await (await door.withLink('screen')).line('screen'),
    } as const;
    const columns: readonly string[] = rightsColumns;
    const before = canonical(world().slice(0, 2));
    for (const [role, line] of Object.entries(lines))
      for (const [type, cells] of Object.entries(rightsTable)) {
        if (cells.split(' ')[columns.indexOf(role)] === 'x') continue;
        door.now += 200;
        const reply = await line.do({ type });
        expect({ role, type, reply }).toMatchObject({
          reply: { ok: false, code: expect.stringMatching(/^kernel\.(notYours|malformed)$/) },
        });
      }
    expect(canonical(world().slice(0, 2))).toBe(before);
  });

  it('[decisions] a list is given only to the roles it names', async () => {
    const line = await (await seated(1)).line('member');
    const wall = await (await door.withLink('screen')).line('screen');
    const desk = await (await door.withLink('desk')).line('desk');
    const lead = await (await door.withLink('facilitator')).line('facilitator');
    for (const list of [
      'roster.members',
      'presence.roll',
      'presence.silent',
      'presence.desk',
      'presence.composition',
      'poll.drafts',
      'poll.review',
      'agenda.blocks',
      'agenda.hands',
      'screen.history',
    ]) {
      for (const one of [line, wall])
        expect({ list, reply: await one.list(list) }).toMatchObject({ reply: { ok: false, code: 'kernel.notYours' } });
      expect({ list, reply: await lead.list(list) }).toMatchObject({ reply: { ok: true } });
    }
    for (const list of ['roster.members', 'presence.roll', 'presence.composition', 'poll.drafts'])
      expect(await desk.list(list)).toMatchObject({ code: 'kernel.notYours' });
    expect(await desk.list('presence.desk')).toMatchObject({ ok: true });
    const programme = await line.list('agenda.programme');
    expect(programme).toMatchObject({ ok: true, rows: [] });
    if (programme.ok) expect(await line.list('agenda.programme', '', programme.version)).toEqual({ ok: true, version: programme.version });
  });
});

describe('fuzz', () => {
  const words = fc.constantFrom(
    'poll000001',
    'shade0001',
    memberId(1),
    memberId(2),
    'it',
    'x',
    '',
    '\u202e<b>',
    '__proto__',
    'constructor',
    'block00001',
  );
  const leaf = fc.oneof(
    words,
    fc.integer({ min: -2, max: 3 }),
    fc.boolean(),
    fc.constant(null),
    fc.double(),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(words, fc.constantFrom('kind', 'picked', 'values', 'text', 'do', 'scene')), tie('node'), { maxKeys: 4 }),
    ),
  })).node;
  const fields = fc.dictionary(
    fc.constantFrom(
      'poll',
      'round',
      'edit',
      'answer',
      'member',
      'door',
      'block',
      'to',
      'from',
      'seq',
      'draft',
      'reason',
      'screen',
      'scene',
      'on',
      'rollCall',
      'knownAt',
      'phone',
      'what',
    ),
    tree,
    { maxKeys: 6 },
  );
  const command = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(rightsTable)), fields).map(([type, more]) => ({ ...more, type })) },
    { weight: 1, arbitrary: tree },
  );
  const frame = fc.record({
    event: fc.constantFrom('do', 'do', 'do', 'list', 'lang', 'clock', 'whatever'),
    payload: fc.oneof(
      fc.record({ id: fc.oneof(fc.stringMatching(/^[a-z0-9]{8,20}$/), leaf), command }),
      fc.record({
        list: fc.oneof(fc.constantFrom('poll.review', 'poll.result', 'agenda.programme', 'presence.roll', 'agenda.blocks'), leaf),
        key: fc.oneof(words, leaf, fc.constantFrom('poll000001.1', 'poll000001.', '.1')),
        have: leaf,
      }),
      tree,
    ),
  });

  it.each(['member', 'audience', 'facilitator'] as const)(
    '[K6] random frames from a %s: no crash, always a coded reply, a refusal changes nothing',
    { timeout: 60_000 },
    async (role) => {
      await door.system(ask('poll000001'));
      const browser = role === 'member' ? await seated(1) : role === 'audience' ? await listening() : await door.withLink('facilitator');
      const line = await browser.line(role);
      const watching = await (await seated(5)).line('member');
      let refusals = 0;
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(frame, async ({ event, payload }) => {
          door.now += 300;
          if (event === 'lang') return line.emit('lang', payload);
          const before = [door.hall.ledger.seq, door.assembly.ledger.seq, door.hall.ledger.states];
          const reply: unknown = event === 'clock' ? await line.ask('clock') : await line.ask(event, payload);
          asked += 1;
          if (event === 'clock') expect(typeof reply).toBe('number');
          else if (typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true)
            expect(reply).toHaveProperty(event === 'do' ? 'done' : 'version');
          else {
            refusals += 1;
            expect(reply).toMatchObject({ ok: false, code: expect.stringMatching(/^[a-z]+\.[a-zA-Z]+$/) });
            expect(reply).not.toMatchObject({ code: 'kernel.bug' });
            expect([door.hall.ledger.seq, door.assembly.ledger.seq]).toEqual(before.slice(0, 2));
            expect(door.hall.ledger.states).toBe(before[2]);
          }
        }),
        { numRuns: 300 },
      );
      expect(line.connected()).toBe(true);
      expect(refusals).toBeGreaterThan(50);
      expect(asked).toBeGreaterThan(150);
      expect(door.errors).toEqual([]);
      expect(await watching.do({ type: 'presence.leave' })).toMatchObject({ ok: true });
    },
  );
});

it('[IN4] nothing of who came from where is printed: no token, no code, no address', async () => {
  const browser = await seated(1);
  const line = await browser.line('member');
  await line.do({ type: 'presence.enter', door: 'card' });
  await line.ask('do', { nonsense: true });
  await browser.enter({ code: 'ZZZZZZ' });
  await browser.get('/api/here');
  await browser.get('/nowhere');
  const said = printed.join('');
  for (const secret of ['127.0.0.1', '::1', browser.jar.get('plenaria_member') ?? 'x', door.cardOf(1).token, door.cardOf(1).code])
    expect(said).not.toContain(secret);
});
