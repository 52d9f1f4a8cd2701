/* Links of a session that open one thing each (a table, an expert's page), over HTTP: made on request, listed while they open, taken back with
   every device that came in by them. */
import { useCallback, useEffect, useState } from 'react';
import type { Params } from '../../shared/kernel/room.ts';

export type MadeLink = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly code: string; readonly params: Params };
/** A link that still opens what it is for. */
export interface LiveLink {
  readonly id: string;
  readonly of: string;
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isParams = (value: unknown): value is Params =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number');
/** What the server says; without it, that there is no network. */
export const asked = async (path: string, options?: RequestInit): Promise<Readonly<Record<string, unknown>>> => {
  try {
    const data: unknown = await (await fetch(path, options)).json();
    return isRecord(data) ? data : {};
  } catch {
    return { ok: false, code: 'kernel.offline' };
  }
};

/** What a link is listed as is shorter than what a table or an expert may be called; a letter is never cut in two. */
const listedChars = 60;
const listed = (label: string): string => {
  let words = '';
  for (const letter of label) {
    if (words.length + letter.length > listedChars) break;
    words += letter;
  }
  return words.trim();
};
/** By what name the wish for a link says what it is for. */
const ofName = { table: 'group', expert: 'expert' } as const;
type LinkRole = keyof typeof ofName;
const isLive =
  (role: LinkRole) =>
  (link: unknown): link is LiveLink =>
    isRecord(link) &&
    typeof link['id'] === 'string' &&
    link['role'] === role &&
    typeof link['of'] === 'string' &&
    link['revokedAt'] === null;

export interface SessionLinks {
  readonly links: readonly LiveLink[];
  /** `of`: the table or the expert; `label`: how the link is listed. */
  readonly make: (of: string, label: string) => Promise<MadeLink>;
  readonly takeBack: (ids: readonly string[]) => Promise<void>;
}
export const useSessionLinks = (session: string, role: LinkRole): SessionLinks => {
  const [links, setLinks] = useState<readonly LiveLink[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    void asked(`/api/sessions/${session}/links`).then((data) => {
      if (here) setLinks(Array.isArray(data['links']) ? data['links'].filter(isLive(role)) : []);
    });
    return () => {
      here = false;
    };
  }, [session, role, turn]);
  const make = useCallback(
    async (of: string, label: string): Promise<MadeLink> => {
      const data = await asked(`/api/sessions/${session}/links`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ role, [ofName[role]]: of, label: listed(label) }),
      });
      setTurn((before) => before + 1);
      if (data['ok'] === true && typeof data['url'] === 'string') return { ok: true, url: data['url'] };
      return {
        ok: false,
        code: typeof data['code'] === 'string' ? data['code'] : 'kernel.offline',
        params: isParams(data['params']) ? data['params'] : {},
      };
    },
    [session, role],
  );
  const takeBack = useCallback(
    async (ids: readonly string[]): Promise<void> => {
      for (const id of ids) await asked(`/api/sessions/${session}/links/${id}`, { method: 'DELETE' });
      setTurn((before) => before + 1);
    },
    [session],
  );
  return { links, make, takeBack };
};
