/* What tests of the organiser's pages stand on: a server that is a table of answers, and a page that settles before it is looked at. */
import { act } from 'react';
import { vi } from 'vitest';
import type { AssemblyRow, Home, SessionRow } from '../../shared/organiser/wire.ts';

export interface Asking {
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
}
/** `GET /api/home` → what it answers. Everything asked is kept. An answer of `null` is a network that is away. */
export const serve = (
  answers: Readonly<Record<string, unknown>>,
): { readonly asked: Asking[]; readonly answers: Record<string, unknown> } => {
  const table: Record<string, unknown> = { ...answers };
  const asked: Asking[] = [];
  vi.stubGlobal(
    'fetch',
    async (path: string, { method = 'GET', body = null }: { readonly method?: string; readonly body?: string | File | null } = {}) => {
      const asking = { method, path, body: body === null ? null : typeof body === 'string' ? body : await body.text() };
      asked.push(asking);
      const answer = table[`${method} ${path.split('?')[0] ?? ''}`];
      if (answer === null || answer === undefined) throw new TypeError(`no answer for ${method} ${path}`);
      return new Response(JSON.stringify(answer), { status: 200 });
    },
  );
  return { asked, answers: table };
};

/** Waits for something to be on the page; what the page does meanwhile is let through step by step. */
export const until = (look: () => unknown): Promise<void> =>
  vi.waitFor(async () => {
    await act(async () => undefined);
    if (!look()) throw new Error('not on the page');
  });

export const sessionRow = (more: Partial<SessionRow> = {}): SessionRow => ({
  id: 'session000001',
  title: { original: 'it', it: 'Seconda plenaria' },
  day: '2026-11-21',
  timeZone: 'Europe/Rome',
  place: 'Sala grande',
  phase: 'draft',
  code: 'K7M4QX',
  startsAt: Date.UTC(2026, 10, 21, 7, 45),
  endsAt: null,
  present: 0,
  seats: 90,
  blocks: 9,
  running: null,
  polls: 2,
  materials: 0,
  closedAt: null,
  keepUntil: '2028-11-21',
  erasedAt: null,
  ...more,
});
export const assemblyRow = (more: Partial<AssemblyRow> = {}): AssemblyRow => ({
  id: 'assembly00001',
  name: { original: 'it', it: 'Clima, 2026' },
  demo: false,
  members: 90,
  reserves: 2,
  from: '2026-06-01',
  until: '2027-06-30',
  importedAt: null,
  people: 77,
  cardsReplaced: 0,
  base: 'http://plenaria.local',
  printed: null,
  keepUntil: '2028-11-21',
  sessions: [],
  ...more,
});
export const home = (assemblies: readonly AssemblyRow[], more: Partial<Home> = {}): Home => ({
  ok: true,
  now: Date.UTC(2026, 10, 21, 8, 52),
  me: { id: 'me00000001', name: 'Marta Riva' },
  assemblies: [...assemblies],
  due: [],
  canDemo: false,
  computer: {
    version: '0.1.0',
    engine: 'sqlite',
    folder: '/data',
    freeBytes: 5e9,
    startedAt: 0,
    addresses: [{ base: 'http://plenaria.local', kind: 'network', network: 'eth0' }],
  },
  ...more,
});
export const here = { ok: true, here: { organiser: '' } };
export const button = (host: HTMLElement, words: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>('button, a')].find((one) => one.textContent.includes(words));
  if (!found) throw new Error(`no «${words}» in ${host.textContent}`);
  return found;
};
