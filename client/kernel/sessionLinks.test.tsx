// A link is made for one thing, by the name that the server knows it under, and is listed under words that the server takes.
import { afterEach, expect, it, vi } from 'vitest';
import { click, draw } from '../ui/render.testkit.tsx';
import { useSessionLinks } from './sessionLinks.ts';

afterEach(() => vi.unstubAllGlobals());

function Probe({ role }: { role: 'table' | 'expert' }) {
  const { links, make } = useSessionLinks('session0001', role);
  return <button onClick={() => void make('someone0001', `Tavolo 12 · ${'à'.repeat(60)}`)}>{links.map(({ id }) => id).join(' ')}</button>;
}

it.each([
  ['table', 'group'],
  ['expert', 'expert'],
] as const)('[GR1] the link for a %s names its %s, and a long name is cut to what a link may be called', async (role, name) => {
  const sent: unknown[] = [];
  const row = (id: string, of: string, as: string, revokedAt: number | null) => ({ id, role: as, of, revokedAt });
  vi.stubGlobal('fetch', (_path: string, options?: { readonly body?: string }) => {
    if (options?.body !== undefined) sent.push(JSON.parse(options.body));
    const links = [row('here', 'someone0001', role, null), row('gone', 'someone0001', role, 1), row('other', 'x', 'screen', null)];
    return Promise.resolve(Response.json({ ok: true, links, url: 'http://plenaria.test/t#t=x' }));
  });
  const page = draw(<Probe role={role} />);
  await vi.waitFor(() => expect(page.one('button').textContent).toBe('here'));
  click(page.one('button'));
  await vi.waitFor(() => expect(sent).toEqual([{ role, [name]: 'someone0001', label: `Tavolo 12 · ${'à'.repeat(48)}` }]));
});
