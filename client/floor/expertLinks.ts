/* Links of experts, over HTTP: made on request, listed while they open, taken back with every device that came in by them. */
import { useCallback, useEffect, useState } from 'react';
import type { ExpertId } from '../../shared/kernel/ids.ts';
import type { Params } from '../../shared/kernel/room.ts';

export type MadeLink = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly code: string; readonly params: Params };
/** A link that still opens somebody's page. */
export interface LiveLink {
  readonly id: string;
  readonly of: string;
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isParams = (value: unknown): value is Params =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number');
const isLive = (link: unknown): link is LiveLink =>
  isRecord(link) &&
  typeof link['id'] === 'string' &&
  link['role'] === 'expert' &&
  typeof link['of'] === 'string' &&
  link['revokedAt'] === null;
const asked = async (path: string, options?: RequestInit): Promise<Readonly<Record<string, unknown>>> => {
  try {
    const data: unknown = await (await fetch(path, options)).json();
    return isRecord(data) ? data : {};
  } catch {
    return { ok: false, code: 'kernel.offline' };
  }
};

/** What a link is listed as is shorter than what an expert is called; a letter is never cut in two. */
const listedChars = 60;
const listed = (label: string): string => {
  let words = '';
  for (const letter of label) {
    if (words.length + letter.length > listedChars) break;
    words += letter;
  }
  return words.trim();
};

export interface ExpertLinks {
  readonly links: readonly LiveLink[];
  readonly make: (expert: ExpertId, label: string) => Promise<MadeLink>;
  readonly takeBack: (ids: readonly string[]) => Promise<void>;
}
export const useExpertLinks = (session: string): ExpertLinks => {
  const [links, setLinks] = useState<readonly LiveLink[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    void asked(`/api/sessions/${session}/links`).then((data) => {
      if (here) setLinks(Array.isArray(data['links']) ? data['links'].filter(isLive) : []);
    });
    return () => {
      here = false;
    };
  }, [session, turn]);
  const make = useCallback(
    async (expert: ExpertId, label: string): Promise<MadeLink> => {
      const data = await asked(`/api/sessions/${session}/links`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ role: 'expert', expert, label: listed(label) }),
      });
      setTurn((before) => before + 1);
      if (data['ok'] === true && typeof data['url'] === 'string') return { ok: true, url: data['url'] };
      return {
        ok: false,
        code: typeof data['code'] === 'string' ? data['code'] : 'kernel.offline',
        params: isParams(data['params']) ? data['params'] : {},
      };
    },
    [session],
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
