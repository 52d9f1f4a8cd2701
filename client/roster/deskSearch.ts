/* Finding who is in front of the desk (RO8): by seat, by name, by code, whatever is typed first. The seat wins over the name,
   the beginning of a word over its middle; accents and case do not matter ("nicolo" finds Nicolò). Pure, so that it can be tested. */
import { readCode } from '../../shared/kernel/codes.ts';
import type { DeskList, DeskPerson, DeskReserve } from './deskTypes.ts';

export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export interface Found {
  readonly people: readonly DeskPerson[];
  readonly reserves: readonly DeskReserve[];
  /** More than are shown. */
  readonly more: number;
}
const nothing: Found = { people: [], reserves: [], more: 0 };
export const rowsShown = 6;

/** 0 is best; null: not this one. Every typed word must begin a word of the name. */
const rank = (seat: string, name: string | null, wanted: string): number | null => {
  const seats = fold(seat);
  if (seats === wanted) return 0;
  const words = fold(name ?? '').split(' ');
  const asked = wanted.split(' ');
  if (asked.every((ask) => words.some((word) => word.startsWith(ask)))) return words[0]?.startsWith(asked[0] ?? '') ? 2 : 3;
  if (seats.startsWith(wanted)) return 4;
  return wanted.length >= 3 && fold(name ?? '').includes(wanted) ? 5 : null;
};

export const search = (list: DeskList, typed: string): Found => {
  const wanted = fold(typed);
  if (wanted === '') return nothing;
  const people = list.members
    .map((one, place) => ({ one, place, rank: rank(one.seat, one.name, wanted) }))
    .filter((hit) => hit.rank !== null)
    .sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || a.place - b.place)
    .map(({ one }) => one);
  const reserves = list.reserves.filter((one) => rank(`r${one.rank}`, one.name, wanted) !== null);
  return { people: people.slice(0, rowsShown), reserves: reserves.slice(0, 3), more: Math.max(0, people.length - rowsShown) };
};

/** The row that Enter acts on: who is not in yet comes before who is already in, unless the seat was typed exactly. */
export const firstChoice = (found: Found, typed: string): number => {
  const exact = found.people.findIndex((one) => fold(one.seat) === fold(typed));
  if (exact >= 0) return exact;
  const outside = found.people.findIndex((one) => one.state !== 'here');
  return outside >= 0 ? outside : 0;
};

/** A card's code, complete; null while it cannot be one. */
export const cardCode = (typed: string): string | null => {
  const read = readCode(typed);
  return read?.kind === 'card' ? read.code : null;
};
