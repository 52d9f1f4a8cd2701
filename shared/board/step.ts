// One step on a board: what a wish changes, laid over the items as they are. It keeps what every writing rule must keep: nothing lies
// under a note that is not there or itself lies under another, what lies under a note is in its area and theme, no note is in a theme
// that is gone, and no voice is lost. It writes down what each changed field was, so that its maker can take the step back (BO11).
import type { AreaId, NoteId, ThemeId } from '../kernel/ids.ts';
import { noteIdSchema } from '../kernel/ids.ts';
import { nothing } from '../kernel/room.ts';
import type { Outcome } from '../kernel/room.ts';
import type { ItemChange } from '../kernel/document.ts';
import type { BoardFact } from './events.ts';
import { isItem } from './item.ts';
import type { BoardItem, BoardTheme, Note } from './item.ts';

export type Items = ReadonlyMap<string, unknown>;
export interface Step {
  readonly note: (id: string) => Note | undefined;
  readonly theme: (id: string) => BoardTheme | undefined;
  readonly put: (id: string, item: BoardItem) => void;
  /** A neighbour gets another number so that there is room: it is no part of the step, and its own last step stays its last. */
  readonly ride: (id: string, order: number) => void;
  /** All items as the step leaves them. Called back, not iterated: it is what most of a wish's time goes into on a board of five hundred. */
  readonly each: (look: (id: string, item: BoardItem) => void) => void;
  /** Notes that the step changes, as they were before it (new ones are not among them). */
  readonly changed: () => readonly Note[];
  readonly outcome: () => Outcome<BoardFact>;
}
export interface Maker {
  readonly document: string;
  readonly wish: string;
  readonly key: string;
  readonly now: number;
  readonly undoes?: string;
}
/** Between two neighbours: sixteen things can be put between them before the list gets new numbers. */
export const orderGap = 65_536;
/** What an item's last step was before it has one: `outcome` writes the real one. */
export const unmade = { wish: '', by: '', size: 0, before: null, undoes: null } as const;

const known = (items: Items, id: string): BoardItem | undefined => {
  const body = items.get(id);
  return isItem(body) ? body : undefined;
};
const sameValue = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const bookkeeping: ReadonlySet<string> = new Set(['rev', 'last']);
/** What the fields that differ were. */
const differences = (was: BoardItem, now: BoardItem): Readonly<Record<string, unknown>> | null => {
  const after = new Map<string, unknown>(Object.entries(now));
  const changed = Object.entries(was).filter(([field, value]) => !bookkeeping.has(field) && !sameValue(value, after.get(field)));
  return changed.length === 0 ? null : Object.fromEntries(changed);
};

export const beginStep = (items: Items, { document, wish, key, now: at, undoes }: Maker): Step => {
  const touched = new Map<string, BoardItem>();
  const riders = new Map<string, number>();
  const read = (id: string): BoardItem | undefined => touched.get(id) ?? known(items, id);
  const note = (id: string): Note | undefined => {
    const item = read(id);
    return item?.t === 'note' ? item : undefined;
  };
  const theme = (id: string): BoardTheme | undefined => {
    const item = read(id);
    return item?.t === 'theme' ? item : undefined;
  };
  const each = (look: (id: string, item: BoardItem) => void): void => {
    for (const [id, body] of items) {
      const item = touched.size === 0 ? body : (touched.get(id) ?? body);
      if (isItem(item)) look(id, item);
    }
    for (const [id, item] of touched) if (!items.has(id)) look(id, item);
  };
  return {
    note,
    theme,
    put: (id, item) => touched.set(id, item),
    ride: (id, order) => riders.set(id, order),
    each,
    changed: () =>
      [...touched].flatMap(([id, now]) => {
        const was = known(items, id);
        return was?.t === 'note' && differences(was, now) !== null ? [was] : [];
      }),
    outcome: () => {
      const steps = [...touched].flatMap(([id, now]) => {
        const was = known(items, id);
        const before = was ? differences(was, now) : null;
        return was && before === null ? [] : [{ id, was, now, before }];
      });
      if (steps.length === 0) return nothing;
      const last = { wish, by: key, size: steps.length, undoes: undoes ?? null, at };
      const changes: ItemChange[] = steps.map(({ id, was, now, before }) => ({
        id,
        body: { ...now, rev: was ? was.rev + 1 : 1, last: { ...last, before } },
      }));
      const stepped = new Set(changes.map(({ id }) => id));
      for (const [id, order] of riders) {
        const was = known(items, id);
        if (was && !stepped.has(id)) changes.push({ id, body: { ...was, order, rev: was.rev + 1 } });
      }
      return { kind: 'writing', document, changes };
    },
  };
};

const byOrder = (a: { readonly id: string; readonly order: number }, b: { readonly id: string; readonly order: number }): number =>
  a.order - b.order || (a.id < b.id ? -1 : 1);

/** The note that stands on top of this one's pile; null when it is not there any more, or is `self`. */
export const headOf = (step: Step, id: string, self: string): NoteId | null => {
  const note = step.note(id);
  if (!note || note.withdrawn) return null;
  const head = note.into ?? noteIdSchema.parse(id);
  const top = step.note(head);
  return head === self || !top || top.withdrawn ? null : head;
};

const piles = (step: Step): ReadonlyMap<string, readonly string[]> => {
  const under = new Map<string, { id: string; order: number }[]>();
  step.each((id, item) => {
    if (item.t !== 'note' || item.into === null || item.withdrawn) return;
    const pile = under.get(item.into);
    if (pile) pile.push({ id, order: item.order });
    else under.set(item.into, [{ id, order: item.order }]);
  });
  return new Map([...under].map(([head, pile]) => [head, pile.sort(byOrder).map(({ id }) => id)]));
};

/** Puts right what hangs on the items that a step touched. Three passes over the board; not needed when only words change. */
export const settle = (step: Step, touched: Iterable<string>): void => {
  const ids = new Set(touched);
  const change = (id: string, fields: Partial<Pick<Note, 'into' | 'area' | 'theme' | 'place' | 'order'>>): void => {
    const note = step.note(id);
    if (!note) return;
    step.put(id, { ...note, ...fields });
    ids.add(id);
  };
  // Themes that went: their notes are free. Themes that moved: their notes go along.
  const themes = [...ids].flatMap((id) => (step.theme(id) ? [id] : []));
  if (themes.length > 0)
    step.each((id, item) => {
      if (item.t !== 'note' || item.theme === null || item.withdrawn || !themes.includes(item.theme)) return;
      const theme = step.theme(item.theme);
      if (!theme || theme.removed) change(id, { theme: null });
      else if (theme.area !== item.area) change(id, { area: theme.area, place: null });
    });
  // What lies under what.
  const before = piles(step);
  for (const id of [...ids]) {
    const note = step.note(id);
    if (!note) continue;
    const under = before.get(id) ?? [];
    if (note.withdrawn) {
      // Nothing that others said goes with it: the first takes its place, with the rest under it.
      const [first, ...rest] = under.map((one) => noteIdSchema.parse(one));
      if (first !== undefined) change(first, { into: null, area: note.area, theme: note.theme, place: note.place, order: note.order });
      for (const one of rest) change(one, { into: first ?? null });
      continue;
    }
    const into = note.into === null ? null : headOf(step, note.into, id);
    if (into !== note.into) change(id, { into });
    if (into !== null) for (const one of under) if (one !== into) change(one, { into });
  }
  // Where they are.
  const after = piles(step);
  const liveTheme = (note: Note): ThemeId | null => {
    const theme = note.theme === null ? undefined : step.theme(note.theme);
    return theme && !theme.removed && theme.area === note.area ? note.theme : null;
  };
  for (const id of [...ids]) {
    const note = step.note(id);
    if (!note || note.withdrawn) continue;
    const top = note.into ?? id;
    const head = step.note(top);
    if (!head) continue;
    const theme = liveTheme(head);
    for (const one of [top, ...(after.get(top) ?? [])])
      change(one, step.note(one)?.area === head.area ? { theme } : { area: head.area, theme, place: null });
  }
};

export interface Spot {
  readonly area: AreaId;
  readonly theme: ThemeId | null;
}
/** Notes that stand in a list by themselves, first to last. */
export const standing = (step: Step, { area, theme }: Spot): readonly string[] => {
  const list: { id: string; order: number }[] = [];
  step.each((id, item) => {
    if (item.t === 'note' && !item.withdrawn && item.into === null && item.area === area && item.theme === theme)
      list.push({ id, order: item.order });
  });
  return list.sort(byOrder).map(({ id }) => id);
};
export const themesOf = (step: Step, area: AreaId | null): readonly string[] => {
  const list: { id: string; order: number }[] = [];
  step.each((id, item) => {
    if (item.t === 'theme' && !item.removed && (area === null || item.area === area)) list.push({ id, order: item.order });
  });
  return list.sort(byOrder).map(({ id }) => id);
};
/** The number that puts something before `before` in a list (null, or not in it: at the end). Where there is no room the whole list gets new numbers. */
export const orderBefore = (step: Step, list: readonly string[], before: string | null): number => {
  const orderAt = (id: string | undefined): number | null => (id === undefined ? null : ((step.note(id) ?? step.theme(id))?.order ?? null));
  const found = before === null ? -1 : list.indexOf(before);
  const place = found === -1 ? list.length : found;
  const low = orderAt(list[place - 1]);
  const high = orderAt(list[place]);
  if (high === null) return (low ?? 0) + orderGap;
  const middle = low === null ? high - orderGap : Math.floor((low + high) / 2);
  if (low === null || (middle > low && middle < high)) return middle;
  list.forEach((id, index) => step.ride(id, (index + (index >= place ? 2 : 1)) * orderGap));
  return (place + 1) * orderGap;
};
