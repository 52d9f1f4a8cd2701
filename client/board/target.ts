// Where a note in the hand may be put down, and what the wish is then. The same for the pointer, the keyboard and the dialogs, so that
// every drag has its twin (BO5). Pure. Safe for phones.
import type { Place } from '../../shared/board/events.ts';
import { boardLimits } from '../../shared/board/limits.ts';
import type { AreaShown, NoteShown } from '../../shared/board/shown.ts';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import { orderBefore, spotOf, type BoardModel, type BoardTree, type Column, type Going } from './model.ts';

export type Target =
  /** In a list: before that note, or at the end. */
  | { readonly kind: 'column'; readonly area: AreaId; readonly theme: ThemeId | null; readonly before: NoteId | null }
  /** Anywhere in a 2×2 or a free area. */
  | { readonly kind: 'field'; readonly area: AreaId; readonly place: Place }
  /** On the middle of another note: an offer to merge, never done without a further word. */
  | { readonly kind: 'same'; readonly into: NoteId };
export type Direction = 'up' | 'down' | 'start' | 'end';

/** 0…3: top start, top end, bottom start, bottom end. */
export type Quarter = 0 | 1 | 2 | 3;
export const nearestQuarter = ([x, y]: Place): Quarter => {
  const half = boardLimits.place / 2;
  return y < half ? (x < half ? 0 : 1) : x < half ? 2 : 3;
};
export const clampPlace = (x: number, y: number): Place => {
  const inside = (value: number): number => Math.round(Math.min(boardLimits.place, Math.max(0, value)));
  return [inside(x), inside(y)];
};

export const sameTarget = (a: Target | null, b: Target | null): boolean => JSON.stringify(a) === JSON.stringify(b);
const columnAt = (tree: BoardTree, area: AreaId, theme: ThemeId | null): Column | undefined =>
  tree.areas.find((each) => each.area === area)?.columns.find((each) => each.theme === theme);
const headsWithout = (column: Column | undefined, moving: NoteId) => (column?.heads ?? []).filter(({ id }) => id !== moving);

/** Where the note lies now, as a target. */
export const targetOf = (tree: BoardTree, id: NoteId, note: NoteShown, areas: readonly AreaShown[]): Target | null => {
  const spot = spotOf(tree, id);
  const shape = areas.find((area) => area.id === spot?.area.area)?.shape.kind;
  if (spot === undefined || shape === undefined) return null;
  if (shape === 'column')
    return { kind: 'column', area: spot.area.area, theme: spot.column.theme, before: spot.column.heads[spot.index + 1]?.id ?? null };
  return { kind: 'field', area: spot.area.area, place: note.place ?? [0, 0] };
};

/** A step of a key: forty thousandths in a field; one note up or down, one list sideways in columns; over the edge lies the next area. */
const fieldStep = 40;
export const step = (target: Target, direction: Direction, moving: NoteId, tree: BoardTree, areas: readonly AreaShown[]): Target => {
  if (target.kind === 'same') return target;
  const enter = (area: AreaId, from: 'start' | 'end'): Target => {
    const shape = areas.find(({ id }) => id === area)?.shape.kind;
    if (shape !== 'column') return { kind: 'field', area, place: [from === 'start' ? 0 : boardLimits.place, boardLimits.place / 2] };
    const columns = tree.areas.find((each) => each.area === area)?.columns ?? [];
    const column = from === 'start' ? columns[0] : columns.at(-1);
    return { kind: 'column', area, theme: column?.theme ?? null, before: headsWithout(column, moving)[0]?.id ?? null };
  };
  const beside = (by: -1 | 1): Target => {
    const next = areas[areas.findIndex(({ id }) => id === target.area) + by];
    return next === undefined ? target : enter(next.id, by === 1 ? 'start' : 'end');
  };
  if (target.kind === 'field') {
    const [x, y] = target.place;
    if (direction === 'start' && x === 0) return beside(-1);
    if (direction === 'end' && x === boardLimits.place) return beside(1);
    const across = direction === 'start' ? -fieldStep : direction === 'end' ? fieldStep : 0;
    const down = direction === 'up' ? -fieldStep : direction === 'down' ? fieldStep : 0;
    return { ...target, place: clampPlace(x + across, y + down) };
  }
  const columns = tree.areas.find((each) => each.area === target.area)?.columns ?? [];
  const heads = headsWithout(columnAt(tree, target.area, target.theme), moving);
  const at =
    target.before === null
      ? heads.length
      : Math.max(
          0,
          heads.findIndex(({ id }) => id === target.before),
        );
  if (direction === 'up' || direction === 'down') {
    const to = Math.min(heads.length, Math.max(0, at + (direction === 'up' ? -1 : 1)));
    return { ...target, before: heads[to]?.id ?? null };
  }
  const by = direction === 'start' ? -1 : 1;
  const column = columns[columns.findIndex(({ theme }) => theme === target.theme) + by];
  if (column === undefined) return beside(by);
  return { ...target, theme: column.theme, before: headsWithout(column, moving)[at]?.id ?? null };
};

/** The wish that puts a note there; null when it would lie where it lies. */
export const placing = (target: Exclude<Target, { kind: 'same' }>, id: NoteId, model: BoardModel) => {
  const tree = model.tree();
  const spot = spotOf(tree, id);
  if (target.kind === 'column') {
    const unmoved = spot?.area.area === target.area && spot.column.theme === target.theme;
    const next = unmoved ? (spot.column.heads[spot.index + 1]?.id ?? null) : undefined;
    if (unmoved && (target.before === id || next === target.before)) return null;
    return { note: id, area: target.area, theme: target.theme, before: target.before, place: null };
  }
  // In a field the list keeps its order: only the place changes.
  const stays = spot?.area.area === target.area;
  const was = model.notes().get(id)?.place;
  if (stays && was?.[0] === target.place[0] && was[1] === target.place[1]) return null;
  return {
    note: id,
    area: target.area,
    theme: stays ? spot.column.theme : null,
    before: stays ? (spot.column.heads[spot.index + 1]?.id ?? null) : null,
    place: target.place,
  };
};
/** What is shown of it until the server answers. */
export const goingTo = (wish: NonNullable<ReturnType<typeof placing>>, model: BoardModel): Going => ({
  area: wish.area,
  theme: wish.theme,
  place: wish.place,
  order: orderBefore(columnAt(model.tree(), wish.area, wish.theme)?.heads ?? [], wish.before, wish.note, model.notes()),
});
