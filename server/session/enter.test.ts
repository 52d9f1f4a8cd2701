// How people get in, with everything that goes wrong at a door: a mistyped code, a lost card, two phones with one card, a phone that is
// already somebody's, a door that is closed. And that what people write stays what they wrote.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCode } from '../../shared/kernel/codes.ts';
import { openDoorForTests } from './door-for-tests.ts';
import type { Browser, DoorForTests } from './door-for-tests.ts';
import { memberId } from './hall-for-tests.ts';

let door: DoorForTests;
beforeEach(async () => {
  door = await openDoorForTests();
});
afterEach(async () => {
  await door.stop();
  expect(door.errors).toEqual([]);
});
const room = () => door.hall.about().code;
const wrongCode = () => (room() === 'KKKKKK' ? 'QQQQQQ' : 'KKKKKK');
const atSeat = async (seat: number): Promise<Browser> => {
  const browser = door.browser();
  expect(await browser.enter({ code: door.cardOf(seat).code })).toMatchObject({
    status: 200,
    data: { ok: true, role: 'member', path: '/m' },
  });
  return browser;
};

describe('codes', () => {
  it('[RO2] a card by its code, typed as people type, or by its QR, is the same seat', async () => {
    const { code, token } = door.cardOf(3);
    for (const by of [
      { code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} ` },
      { code: code.replaceAll('Z', '2').replaceAll('S', '5') },
      { token },
    ]) {
      const browser = door.browser();
      expect(await browser.enter(by)).toMatchObject({ data: { ok: true, role: 'member' } });
      const line = await browser.line('member');
      expect(line.frames[0]?.mine?.data['presence']).toMatchObject({ seat: '3' });
    }
    expect(door.waits).toEqual([]);
  });

  it('[decisions] a wrong code costs this device more each time, and the session a little; a right one is never slowed, not even then', async () => {
    const browser = door.browser();
    for (let n = 0; n < 7; n += 1)
      expect(await browser.enter({ code: wrongCode() })).toMatchObject({ status: 403, data: { ok: false, code: 'enter.wrongCode' } });
    const prices = [...door.waits];
    expect(prices).toHaveLength(7);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(prices[0]).toBeLessThan(1000);
    expect(prices[6]).toBeGreaterThan(6000);
    expect(Math.max(...prices)).toBeLessThanOrEqual(10_000);
    const other = door.browser();
    await other.enter({ code: wrongCode() });
    expect(door.waits.at(-1)).toBeLessThan(1500);
    const count = door.waits.length;
    expect(await browser.enter({ code: door.cardOf(1).code })).toMatchObject({ data: { ok: true } });
    expect(await other.enter({ code: room() })).toMatchObject({ data: { ok: true, role: 'audience' } });
    expect(door.waits).toHaveLength(count);
  });

  it('[decisions] many wrong ones are an alarm on the console, with numbers and no device; it goes away', async () => {
    const lead = await (await door.withLink('facilitator')).line('facilitator');
    for (let n = 0; n < 25; n += 1) await door.browser().enter({ code: wrongCode() });
    await vi.waitFor(
      () => expect(lead.frames.at(-1)?.common?.data['house']).toMatchObject({ alarms: [{ kind: 'wrongCodes', count: 25, of: 25 }] }),
      { timeout: 8000 },
    );
    expect(JSON.stringify(door.hall.alarms.list())).not.toMatch(/[a-z0-9]{20}/);
    door.now += 121_000;
    expect(door.hall.alarms.list()).toEqual([]);
  });

  it('[K1] what is no code at all, and what is no request at all, is answered in the same way', async () => {
    const browser = door.browser();
    for (const code of ['', 'abc', '😀😀😀😀😀😀', 'OOOOOO', '<script>'])
      expect(await browser.enter({ code })).toMatchObject({ status: 403, data: { code: 'enter.notACode' } });
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '{"code":7}',
      '{"code":"KKKKKK","role":"facilitator"}',
      '{"token":"../../x"}',
      `{"code":"${'K'.repeat(99)}"}`,
    ])
      expect(await browser.post('/api/enter', body)).toMatchObject({ status: 400, data: { ok: false, code: 'kernel.malformed' } });
    expect((await browser.post('/api/nothing', {})).data).toMatchObject({ ok: false, code: 'kernel.notFound' });
  });

  it('[K1] a piece of a page that was built anew is said to be gone, never answered with another page', async () => {
    for (const piece of ['/p/member-OLD00000.js', '/l/console-OLD00000.js']) {
      const answer = await fetch(door.base + piece, { redirect: 'manual' });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/plain');
    }
  });

  it('[decisions] a renewed room code closes the old one and keeps those who are in', async () => {
    const inside = door.browser();
    await inside.enter({ code: room() });
    const line = await inside.line('audience');
    const before = room();
    await door.system({ type: 'session.renewCode', code: wrongCode() });
    expect(await door.browser().enter({ code: before })).toMatchObject({ data: { code: 'enter.wrongCode' } });
    expect(await door.browser().enter({ code: room() })).toMatchObject({ data: { role: 'audience' } });
    expect(line.connected()).toBe(true);
    expect((await inside.line('audience')).refused).toBeNull();
  });

  it('[decisions] the audience’s door can be closed; members and those inside still come in', async () => {
    const inside = door.browser();
    await inside.enter({ code: room() });
    await door.system({ type: 'session.setAudienceDoor', open: false });
    expect(await door.browser().enter({ code: room() })).toMatchObject({ data: { code: 'enter.audienceDoorClosed' } });
    expect(await inside.enter({ code: room() })).toMatchObject({ data: { ok: true, role: 'audience' } });
    const link = await door.app.access.makeLink({ role: 'audience', assembly: door.assembly.id, session: door.hall.id });
    expect(await door.browser().enter({ token: link.token })).toMatchObject({ data: { code: 'enter.audienceDoorClosed' } });
    await atSeat(1);
  });

  it('room codes are readable, never two alike, and every character is used', () => {
    const codes = Array.from({ length: 400 }, () => door.app.registry.newRoomCode());
    expect(codes.every((code) => readCode(code)?.code === code)).toBe(true);
    expect(new Set(codes).size).toBe(400);
    const counts = new Map<string, number>();
    for (const char of codes.join('')) counts.set(char, (counts.get(char) ?? 0) + 1);
    expect(counts.size).toBe(26);
  });
});

describe('one seat, one device', () => {
  it('[RO3] a card opened on a second phone moves the seat and tells the first', async () => {
    const first = await atSeat(1);
    const line = await first.line('member');
    const second = await atSeat(1);
    await vi.waitFor(() => expect(line.connected()).toBe(false));
    expect(line.told).toMatchObject([{ code: 'seat.moved' }]);
    expect((await first.line('member')).refused).toBe('seat.moved');
    expect((await second.line('member')).refused).toBeNull();
  });

  it('[RO3] two phones that open one card in the same second: one of them has the seat', async () => {
    const phones = Array.from({ length: 6 }, () => door.browser());
    const replies = await Promise.all(phones.map((phone) => phone.enter({ token: door.cardOf(2).token })));
    expect(replies.every(({ data }) => data['ok'] === true)).toBe(true);
    const lines = await Promise.all(phones.map((phone) => phone.line('member')));
    expect(lines.filter(({ refused }) => refused === null)).toHaveLength(1);
  });

  it('[K3] the same card in two tabs of one browser is one device, and both stay', async () => {
    const phone = await atSeat(1);
    const tab = await phone.line('member');
    expect(await phone.enter({ token: door.cardOf(1).token })).toMatchObject({ data: { ok: true } });
    const other = await phone.line('member');
    expect([tab.connected(), other.connected(), tab.told]).toEqual([true, true, []]);
  });

  it('[RO3] a replaced card is void at once: it says since when, its phone is told, the new one opens the seat', async () => {
    const phone = await atSeat(4);
    const line = await phone.line('member');
    const lost = door.cardOf(4);
    door.now += 60_000;
    await door.system({ type: 'roster.replaceCard', member: memberId(4), old: lost.id });
    await vi.waitFor(() => expect(line.connected()).toBe(false));
    expect(line.told).toMatchObject([{ code: 'card.replaced' }]);
    door.now += 60_000;
    for (const by of [{ code: lost.code }, { token: lost.token }])
      expect(await door.browser().enter(by)).toMatchObject({
        status: 403,
        data: { code: 'enter.cardReplaced', params: { at: door.now - 60_000, seat: '4', timeZone: 'Europe/Rome' } },
      });
    expect(door.cardOf(4).code).not.toBe(lost.code);
    expect((await (await atSeat(4)).line('member')).refused).toBeNull();
  });

  it('[RO8] who gave up the seat to a reserve has no phone in the session any more', async () => {
    const phone = await atSeat(5);
    const line = await phone.line('member');
    await door.system({ type: 'roster.addReserve', member: memberId(99), from: null, until: null, cohort: '' });
    await door.system({ type: 'roster.substitute', seat: '5', leaves: memberId(5), enters: memberId(99) });
    await vi.waitFor(() => expect(line.connected()).toBe(false));
    expect((await (await atSeat(5)).line('member')).frames[0]?.mine?.data['presence']).toMatchObject({ seat: '5' });
  });

  it('[PO2] a phone with a seat is never audience: not by the room’s code, not by the audience’s link, not afterwards', async () => {
    const phone = await atSeat(1);
    const link = await door.app.access.makeLink({ role: 'audience', assembly: door.assembly.id, session: door.hall.id });
    for (const by of [{ code: room() }, { token: link.token }])
      expect(await phone.enter(by)).toMatchObject({ data: { ok: true, role: 'member', path: '/m' } });
    expect((await phone.line('audience')).refused).toBe('access.none');
    const guest = door.browser();
    await guest.enter({ code: room() });
    const line = await guest.line('audience');
    await guest.enter({ token: door.cardOf(2).token });
    await vi.waitFor(() => expect(line.connected()).toBe(false));
    expect((await guest.line('audience')).refused).toBe('access.none');
    expect((await guest.line('member')).refused).toBeNull();
  });

  it('[decisions] a shared tablet is cleared: who leaves is out in every tab, and the next card has its own seat', async () => {
    const tablet = await atSeat(1);
    const line = await tablet.line('member');
    expect((await tablet.get('/api/here')).data).toMatchObject({ here: { member: door.hall.id } });
    await tablet.post('/api/leave', { role: 'member' });
    await vi.waitFor(() => expect(line.connected()).toBe(false));
    expect((await tablet.get('/api/here')).data).toEqual({ ok: true, here: {} });
    await tablet.enter({ token: door.cardOf(2).token });
    expect((await tablet.line('member')).frames[0]?.mine?.data['presence']).toMatchObject({ seat: '2' });
  });

  it('[decisions] a tablet that goes from one card to the next without leaving leaves no open seat behind', async () => {
    const tablet = await atSeat(1);
    const old = tablet.jar.get('plenaria_member');
    await tablet.enter({ token: door.cardOf(2).token });
    expect(tablet.jar.get('plenaria_member')).not.toBe(old);
    expect(await door.app.access.identify('member', old)).toBeNull();
  });
});

describe('links', () => {
  it('[decisions] a link opens its role for as long as it stands; one browser may hold several roles', async () => {
    const browser = await door.withLink('facilitator');
    const wall = await door.app.access.makeLink({ role: 'screen', assembly: door.assembly.id, session: door.hall.id });
    expect(await browser.enter({ token: wall.token })).toMatchObject({ data: { role: 'screen', path: '/screen' } });
    expect((await browser.line('facilitator')).refused).toBeNull();
    expect((await browser.line('screen')).refused).toBeNull();
    await door.app.access.revoke(wall.row.id);
    expect(await door.browser().enter({ token: wall.token })).toMatchObject({ status: 403, data: { ok: false } });
    expect((await browser.get('/api/here')).data).toMatchObject({ here: { facilitator: door.hall.id } });
  });

  it('[decisions] a token is kept only as a hash, in a cookie that no script reads and no other site sends', async () => {
    const { token } = door.cardOf(1);
    const response = await fetch(`${door.base}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^plenaria_member=[a-z2-7]{26};/);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    const value = /=([a-z2-7]{26});/.exec(cookie)?.[1] ?? 'x';
    expect(value).not.toBe(token);
    expect(JSON.stringify(await door.app.store.listAccess({ assembly: door.assembly.id }))).not.toContain(value);
    const secure = await openDoorForTests({ publicUrl: 'https://plenaria.example' });
    const there = await fetch(`${secure.base}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: secure.cardOf(1).token }),
    });
    expect(there.headers.getSetCookie()[0]).toContain('Secure');
    await secure.stop();
  });

  it('[K1] once the session is over the door says so', async () => {
    const link = await door.app.access.makeLink({ role: 'desk', assembly: door.assembly.id, session: door.hall.id });
    await door.system({ type: 'session.close' });
    expect(await door.browser().enter({ code: room() })).toMatchObject({ data: { code: 'enter.over' } });
    await door.system({ type: 'session.seal' });
    expect(await door.browser().enter({ token: link.token })).toMatchObject({ data: { code: 'enter.over' } });
    expect(await door.browser().enter({ token: door.cardOf(1).token })).toMatchObject({ data: { code: 'enter.noSession' } });
  });
});

it('[K6] markup and direction overrides in every field that people write stay text, or are cleaned, wherever they are shown', async () => {
  const nasty = '<img src=x onerror=alert(1)>\u202e"\'</script>&amp;';
  const clean = nasty.replace('\u202e', '');
  await door.system({ type: 'presence.letIn', member: memberId(3), phone: true });
  const lead = await (await door.withLink('facilitator')).line('facilitator');
  const text = { original: 'it', it: nasty };
  const block = {
    id: 'block00001',
    title: text,
    description: text,
    instructions: text,
    notes: text,
    activity: 'talk',
    plannedSec: 600,
    warnSec: 60,
    video: null,
    materials: [],
  };
  const draft = {
    block: null,
    question: text,
    kind: { kind: 'text', maxChars: 200 },
    options: [],
    electorate: 'members',
    live: true,
    splitBy: [],
    closeAfterSec: null,
  };
  const wishes = [
    { type: 'session.edit', title: text, day: '2026-11-21', place: nasty, video: '', wifi: nasty },
    { type: 'agenda.add', block, after: null },
    { type: 'agenda.start', from: null, to: 'block00001' },
    { type: 'agenda.recordHands', block: 'block00001', words: nasty, for: 1, against: 0, abstained: 0 },
    { type: 'screen.say', text },
    { type: 'poll.quick', poll: 'poll000001', draft },
    { type: 'session.suspend', reason: nasty },
  ];
  for (const one of wishes) expect({ one: one.type, reply: await lead.do(one) }).toMatchObject({ reply: { ok: true } });
  await door.system({ type: 'session.resume' });
  const member = await (await atSeat(1)).line('member');
  await member.do({ type: 'presence.enter', door: 'card' });
  expect(
    await member.do({ type: 'poll.answer', poll: 'poll000001', round: 1, edit: 1, answer: { kind: 'text', text: nasty } }),
  ).toMatchObject({ ok: true });
  const wall = await (await door.withLink('screen')).line('screen');
  const views = [
    ...(await (await atSeat(2)).line('member')).frames,
    ...(await (await door.withLink('facilitator')).line('facilitator')).frames,
    ...wall.frames,
    ...(await (await door.withLink('desk')).line('desk')).frames,
  ];
  const all =
    JSON.stringify(views) + JSON.stringify(door.hall.ledger.states) + JSON.stringify(await door.app.store.read(door.hall.ledger.name));
  expect(all).not.toContain('\u202e');
  expect(JSON.stringify(views)).toContain(JSON.stringify(clean).slice(1, -1));
  expect(wall.frames[0]?.common?.data['screen']).toMatchObject({ scene: { kind: expect.stringMatching(/words|poll/) } });
});
