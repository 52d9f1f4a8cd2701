// The roll call and who is here, on the console.
import { expect, test } from 'vitest';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { memberIdSchema } from '../../shared/kernel/ids.ts';
import { rollCallIdSchema } from '../../shared/presence/events.ts';
import type { PresenceConsoleView, RollRow, SilentRow } from '../../shared/presence/view.ts';
import { click, draw, type } from '../ui/render.testkit.tsx';
import { momentOf } from './clockIn.ts';
import { PresenceConsole } from './PresenceConsole.tsx';
import { RollCallConsole } from './RollCallConsole.tsx';
import { RollList } from './RollList.tsx';

const rollCall = rollCallIdSchema.parse('rollcall01');
const now = Date.UTC(2026, 10, 21, 14, 47, 20);
const since = Date.UTC(2026, 10, 21, 8, 2, 30);
const silent = (n: number): SilentRow => ({
  member: memberIdSchema.parse(`member${String(n).padStart(4, '0')}`),
  seat: String(n),
  name: null,
  phone: true,
  since,
  connected: false,
  lastSeenAt: Date.UTC(2026, 10, 21, 14, 2),
});
const open = { state: 'open' as const, id: rollCall, openedAt: now - 60_000, asked: 73, here: 64, silent: 9, list: '1' };
const outbox = () => {
  const sent: unknown[] = [];
  return { sent, send: async (command: unknown): Promise<Reply> => (sent.push(command), { ok: true, done: 'done', at: now }) };
};
const button = (host: ParentNode, words: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.startsWith(words));
  if (!found) throw new Error(`no button ${words}`);
  return found;
};

test('[RO7] the silent are listed with the last sign of their phone; “È uscito” records since when it is known', () => {
  const { sent, send } = outbox();
  const page = draw(
    <RollCallConsole rollCall={open} silent={[12, 27, 33, 58, 60].map(silent)} send={send} now={now} timeZone="Europe/Rome" />,
  );
  expect(page.all('.silent-rows li')).toHaveLength(4);
  expect(page.one('.silent-rows li').textContent).toContain('telefono spento dalle 15.02');
  click(button(page.one('.silent-rows'), 'È uscito'));
  const field = page.one('dialog input');
  type(field, '8.30');
  click(button(page.one('dialog'), 'Segna'));
  expect(sent).toEqual([]);
  expect(page.one('dialog').textContent).toContain('Scrivi un’ora tra le 9.02 e adesso.');
  type(field, '15.10');
  click(button(page.one('dialog'), 'Segna'));
  expect(sent).toEqual([{ type: 'presence.markLeft', rollCall, member: silent(12).member, knownAt: Date.UTC(2026, 10, 21, 14, 10) }]);
});
test('[RO7] “È qui” is one tap', () => {
  const { sent, send } = outbox();
  const page = draw(<RollCallConsole rollCall={open} silent={[silent(27)]} send={send} now={now} timeZone="Europe/Rome" />);
  click(button(page.one('.silent-rows'), 'È qui'));
  expect(sent).toEqual([{ type: 'presence.markHere', rollCall, member: silent(27).member }]);
});
test('an hour as people type it, never in the future: 23.50 after midnight is yesterday’s', () => {
  expect(momentOf('15:02', now, 'Europe/Rome')).toBe(Date.UTC(2026, 10, 21, 14, 2));
  expect(momentOf('1502', now, 'Europe/Rome')).toBe(Date.UTC(2026, 10, 21, 14, 2));
  expect(momentOf('23.50', Date.UTC(2026, 10, 21, 23, 10), 'Europe/Rome')).toBe(Date.UTC(2026, 10, 21, 22, 50));
  for (const wrong of ['', 'ieri', '25.10', '9.75']) expect(momentOf(wrong, now, 'Europe/Rome')).toBeNull();
});
test('[RO4] by attribute: every person a mark, one width in all rows, the exact numbers in words', () => {
  const view: PresenceConsoleView = {
    present: 73,
    of: 90,
    phones: 69,
    sheets: 4,
    connected: 66,
    visitors: { all: 12, audience: 8, technician: 3, press: 1, companion: 0 },
    roll: '',
    composition: '',
    rollCall: null,
    may: { openRollCall: true, letIn: true },
  };
  const composition = [
    {
      attribute: 'genere',
      cells: [
        { value: 'donna', present: 38, of: 46 },
        { value: 'uomo', present: 34, of: 43 },
        { value: 'altro', present: 1, of: 1 },
      ],
    },
  ];
  const page = draw(
    <PresenceConsole view={view} composition={composition} open onToggle={() => undefined} all={false} onAll={() => undefined} />,
  );
  const rows = page.all('.presence-attribute .seats');
  expect(rows.map((row) => row.children.length)).toEqual([46, 43, 1]);
  expect(rows.map((row) => row.style.getPropertyValue('--share'))).toEqual(['1', String(43 / 46), String(1 / 46)]);
  expect(rows[0]?.getAttribute('aria-label')).toBe('donna: 38 presenti di 46');
});
test('[RO2] seat by seat: present and connected are told apart, and who is seen leaving is marked with one tap', () => {
  const { sent, send } = outbox();
  const row = (n: number, change: Partial<RollRow>): RollRow => ({
    member: silent(n).member,
    seat: String(n),
    name: null,
    state: 'notYet',
    since: null,
    phone: null,
    connected: false,
    lastSeenAt: null,
    ...change,
  });
  const page = draw(
    <RollList
      rows={[row(1, { state: 'here', since, phone: true }), row(2, {}), row(3, { state: 'here', since, phone: false })]}
      may={{ letIn: true }}
      send={send}
      timeZone="Europe/Rome"
    />,
  );
  expect(page.all('.silent-rows li').map((one) => one.querySelector('.meta')?.textContent)).toEqual([
    'in sala dalle 9.02, mai collegato',
    'non ancora in sala, mai collegato',
    'in sala dalle 9.02, senza telefono',
  ]);
  click(button(page.host, 'È uscito'));
  click(button(page.host, 'Fai entrare'));
  expect(sent).toEqual([
    { type: 'presence.letOut', member: silent(1).member, knownAt: null },
    { type: 'presence.letIn', member: silent(2).member, phone: true },
  ]);
});
