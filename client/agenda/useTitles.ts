// Titles of the programme: those that came with the view, and the rest by list when a very long programme did not fit (K5). Safe for phones.
import type { Said } from '../../shared/kernel/text.ts';
import type { AgendaProgrammeRows } from '../../shared/agenda/view.ts';
import { useList } from '../kernel/list.ts';
import { useLang } from '../kernel/i18n.ts';

export const useTitles = (rows: readonly { readonly id: string; readonly title: Said | null }[], rev: number): ((id: string) => Said) => {
  const lang = useLang();
  const short = rows.some(({ title }) => title === null);
  const { rows: all } = useList<AgendaProgrammeRows>('agenda.programme', '', short ? `${rev}-${lang}` : null);
  return (id) => rows.find((row) => row.id === id)?.title ?? all?.find((row) => row.id === id)?.title ?? { s: '…' };
};
