// The test of the room on the console: what each check says, and what a person can do about it.
import { describe, expect, test } from 'vitest';
import type { Address } from '../../shared/organiser/wire.ts';
import type { Rehearsal, RoomTestReply } from '../../shared/roomtest/wire.ts';
import { act, draw, type Drawn } from '../ui/render.testkit.tsx';
import type { Health, RoomTestApi } from './api.ts';
import { sleepBetween } from './awake.ts';
import { RoomTest } from './RoomTest.tsx';

const at = Date.UTC(2026, 10, 21, 7, 21);
const choices: Address['choices'] = [
  { base: 'http://plenaria.local', kind: 'public', network: '' },
  { base: 'http://192.168.8.20:8080', kind: 'network', network: 'wlan0' },
  { base: 'http://localhost:8080', kind: 'local', network: '' },
];
interface Room {
  readonly test?: Partial<RoomTestReply>;
  readonly address?: Partial<Address>;
  readonly health?: Health;
  readonly screens?: number;
  readonly rehearsal?: Rehearsal | null;
  readonly showing?: boolean;
}
const printed = { at: Date.UTC(2026, 10, 19, 12), address: 'http://plenaria.local', cards: 90 };
const drawn = async (room: Room = {}) => {
  const asked: string[] = [];
  const gone: string[] = [];
  const sent: unknown[] = [];
  const test: RoomTestReply = { ok: true, trial: 'k7m4qxabcd', qr: null, probe: null, readable: null, ...room.test };
  const told = <T,>(name: string, data: T) => {
    asked.push(name);
    return Promise.resolve({ ok: true as const, data });
  };
  const api: RoomTestApi = {
    read: () => Promise.resolve({ ok: true, data: test }),
    probe: () => told('probe', { ...test, probe: { at, asked: 12, answered: 12, slowestMs: 900, state: 'done' } }),
    readable: (yes) => told(`readable ${yes}`, test),
    forgetQr: () => told('forget', test),
    address: () =>
      Promise.resolve({ ok: true, data: { ok: true, base: 'http://plenaria.local', chosen: null, choices, printed, ...room.address } }),
    choose: (base) => told(`choose ${base}`, { ok: true, base, chosen: base, choices, printed }),
    health: () => Promise.resolve({ ok: true, data: room.health ?? { ok: true, engine: 'sqlite' } }),
    rehearsal: () => Promise.resolve({ ok: true, data: room.rehearsal ?? null }),
    start: (of) => told(`start ${JSON.stringify(of)}`, { id: 'rehearsal01', of: 'session0001', ...of, startedAt: at, crowd: 'running' }),
    end: () => told('end', { session: 'session0001' }),
  };
  const page = draw(
    <RoomTest
      session="session0001"
      timeZone="Europe/Rome"
      code="K7M4QX"
      screens={Array.from({ length: room.screens ?? 2 }, () => ({
        connected: true,
        scene: { kind: room.showing === true ? 'test' : 'join' },
      }))}
      walls={[]}
      send={(command) => {
        sent.push(command);
        return Promise.resolve({ ok: true, done: 'done', at });
      }}
      api={api}
      go={(href) => gone.push(href)}
    />,
  );
  await expect.poll(() => page.all('.roomtest-checks > li').length).toBe(6);
  return { page, asked, gone, sent };
};
const marks = (page: Drawn): readonly string[] => page.all('.roomtest-checks .ckm').map((mark) => mark.className.replace('ckm', '').trim());
const button = (page: Drawn, words: string): HTMLElement => {
  const found = page.all('button').find((each) => each.textContent.includes(words));
  if (!found) throw new Error(`no button ${words}`);
  return found;
};
const press = (page: Drawn, words: string): void => act(() => button(page, words).click());

describe('six checks', () => {
  test('[K12] before anything was tried: the address stands, QR, screens and phones are to be looked at, sleep is to be put right', async () => {
    const { page } = await drawn();
    await expect.poll(() => marks(page)).toEqual(['ok', 'live', 'live', 'live', 'time', 'ok']);
    expect(page.one('.roomtest > header .meta').textContent).toContain('A posto: 2. Da guardare: 3. Da sistemare: 1.');
  });
  test('[K12] another address than the one on the cards is warned about, with how many cards', async () => {
    const { page } = await drawn({ address: { base: 'http://192.168.8.20:8080' } });
    expect(marks(page)[0]).toBe('time');
    expect(page.one('.roomtest-side').textContent).toContain(
      '90 cartoncini stampati giovedì 19 novembre 2026 portano un altro indirizzo (plenaria.local)',
    );
  });
  test('[K12] an address that only this laptop has is no address for phones', async () => {
    const { page } = await drawn({ address: { base: 'http://localhost:8080', printed: null } });
    expect(marks(page)[0]).toBe('err');
    expect(page.one('.roomtest-checks').textContent).toContain('nessun telefono arriva');
  });
  test('[K12] the address is chosen here', async () => {
    const { page, asked } = await drawn();
    act(() => page.all('.roomtest-addresses input')[1]?.click());
    expect(asked).toContain('choose http://192.168.8.20:8080');
  });
  test('[K12] a phone that opened the QR is told with its hour and seconds; slow is said', async () => {
    expect((await drawn({ test: { qr: { at, ms: 612 } } })).page.one('.roomtest-checks').textContent).toContain('in 0,6 secondi.');
    const { page } = await drawn({ test: { qr: { at, ms: 4200 } } });
    expect(marks(page)[1]).toBe('time');
  });
  test('[K12] only a person says that the wall can be read; with no screen there is nothing to read', async () => {
    const { page, asked, sent } = await drawn();
    press(page, 'Sì, si legge');
    press(page, 'Mostra la prova');
    expect(asked).toContain('readable true');
    expect(sent).toEqual([{ type: 'screen.showScene', scene: { kind: 'test' } }]);
    expect(marks((await drawn({ test: { readable: { yes: true, at } } })).page)[2]).toBe('ok');
    expect(marks((await drawn({ test: { readable: { yes: false, at } } })).page)[2]).toBe('err');
    expect(marks((await drawn({ screens: 0 })).page)[2]).toBe('time');
  });
  test('[K12] phones: how many answered of how many, the slowest; those missing are said, nobody answering is a fault', async () => {
    const probe = { at, asked: 12, answered: 9, slowestMs: 900, state: 'done' as const };
    const { page } = await drawn({ test: { probe } });
    expect(marks(page)[3]).toBe('time');
    expect(page.one('.roomtest-checks [role="status"]').textContent).toBe(
      '9 su 12, il più lento in 0,9 secondi. Chi manca dorme o ha perso la rete.',
    );
    expect(page.all('.roomtest-seats > i.waiting')).toHaveLength(3);
    expect(marks((await drawn({ test: { probe: { ...probe, answered: 0, slowestMs: null } } })).page)[3]).toBe('err');
    expect(marks((await drawn({ test: { probe: { ...probe, answered: 12 } } })).page)[3]).toBe('ok');
  });
  test('a program that cannot save is a fault before the doors open', async () => {
    const { page } = await drawn({ health: { ok: false } });
    await expect.poll(() => marks(page)[5]).toBe('err');
  });
  test('[K12] M sends a test to the phones', async () => {
    const { asked } = await drawn();
    act(() => void dispatchEvent(new KeyboardEvent('keydown', { key: 'm' })));
    expect(asked).toContain('probe');
  });
});

test('[K12] a jump of the clock while the page is in view is a sleep; a late tick or a hidden page is not', () => {
  expect(sleepBetween(at, at + 240_000, true)).toEqual({ from: at, to: at + 240_000 });
  expect(sleepBetween(at, at + 5000, true)).toBeNull();
  expect(sleepBetween(at, at + 240_000, false)).toBeNull();
});

describe('the rehearsal', () => {
  const going: Rehearsal = { id: 'rehearsal01', of: 'session0001', members: 90, audience: 20, speed: 5, startedAt: at, crowd: 'running' };
  test('[AG6] starts with as many invented people as wished, and opens its own console', async () => {
    const { page, asked, gone } = await drawn();
    press(page, 'Comincia la prova generale');
    act(() => page.all('dialog .btn.primary')[0]?.click());
    await expect.poll(() => gone).toEqual(['/console?session=rehearsal01']);
    expect(asked).toContain('start {"members":90,"audience":20,"speed":5}');
  });
  test('[AG6] one that runs can be opened again, and ended', async () => {
    const { page, asked, gone } = await drawn({ rehearsal: going });
    await expect.poll(() => page.one('.roomtest-rehearsal').textContent).toContain('90 membri e 20 del pubblico, finti');
    press(page, 'Apri la prova');
    press(page, 'Finisci la prova');
    await expect.poll(() => asked).toContain('end');
    expect(gone).toEqual(['/console?session=rehearsal01']);
  });
  test('[AG6] ended from inside, it leads back to the session', async () => {
    const { page, gone } = await drawn({ rehearsal: { ...going, id: 'session0001', of: 'real000001' } });
    await expect.poll(() => page.one('.roomtest-rehearsal').textContent).toContain('niente di quello che succede qui resta');
    press(page, 'Finisci la prova');
    await expect.poll(() => gone).toEqual(['/console?session=session0001']);
  });
});
