/* Getting in: a link's or card's token from the address (wiped at once, so that it stays in no history and is shown to nobody),
   or a code that somebody typed. The server answers with a cookie that no script can read. Safe for phones. */
import type { Params } from '../../shared/kernel/room.ts';

export type EnterReply =
  | { readonly ok: true; readonly role: string; readonly session: string; readonly path: string }
  | { readonly ok: false; readonly code: string; readonly params: Params };

const isParams = (value: unknown): value is Params => typeof value === 'object' && value !== null;

/** Posts JSON; what cannot be reached or read comes back as a refusal. */
export const post = async (
  path: string,
  body: unknown,
): Promise<{ readonly ok: boolean; readonly data: Readonly<Record<string, unknown>> }> => {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const data: unknown = await response.json();
    return { ok: response.ok, data: typeof data === 'object' && data !== null ? { ...data } : {} };
  } catch {
    return { ok: false, data: { code: 'kernel.offline' } };
  }
};

export const enter = async (by: { readonly token: string } | { readonly code: string }): Promise<EnterReply> => {
  const { ok, data } = await post('/api/enter', by);
  if (ok && typeof data['role'] === 'string' && typeof data['session'] === 'string' && typeof data['path'] === 'string')
    return { ok: true, role: data['role'], session: data['session'], path: data['path'] };
  return {
    ok: false,
    code: typeof data['code'] === 'string' ? data['code'] : 'kernel.offline',
    params: isParams(data['params']) ? data['params'] : {},
  };
};

/** `#t=…` (a link, a card's QR) or `#c=…` (the room's code in the wall's QR). Wiped from the address bar as it is read. */
export const takeFragment = (): { readonly token: string } | { readonly code: string } | null => {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('t');
  const code = fragment.get('c');
  if (token === null && code === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return token !== null ? { token } : { code: code ?? '' };
};

/** Set when this very page load let a card in: only an act checks somebody in, never a page that was left open (decisions: present). */
const freshKey = 'plenaria.fresh';
export const markFresh = (): void => {
  try {
    sessionStorage.setItem(freshKey, '1');
  } catch {
    // Then the member taps "Sono in sala".
  }
};
export const takeFresh = (): boolean => {
  try {
    const fresh = sessionStorage.getItem(freshKey) !== null;
    sessionStorage.removeItem(freshKey);
    return fresh;
  } catch {
    return false;
  }
};
