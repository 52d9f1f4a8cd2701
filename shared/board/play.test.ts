// A table plays with a board in every order: whatever happens, nothing that was said is lost and the piles stay piles.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../kernel/scenario.ts';
import {
  A1,
  A2,
  B1,
  bodyOf,
  edit,
  flag,
  member,
  nameTheme,
  noteId,
  part,
  place,
  removeTheme,
  same,
  shownNotes,
  shownThemes,
  table1,
  themeId,
  undo,
  withdraw,
  working,
  write,
} from './testing.testkit.ts';

const many = 6;
const who = fc.integer({ min: 0, max: 3 });
const one = fc.integer({ min: 1, max: many }).map(noteId);
const theme = fc.integer({ min: 1, max: 2 }).map(themeId);
const wish = fc.oneof(
  fc.record({ who, note: one, into: one }).map(({ who: by, note, into }) => ({ by, wish: same(note, into) })),
  fc.record({ who, note: one }).map(({ who: by, note }) => ({ by, wish: part(note) })),
  fc
    .record({ who, note: one, before: one, area: fc.constantFrom(A1, A2) })
    .map(({ who: by, note, before, area }) => ({ by, wish: place(note, before, { area }) })),
  fc.record({ who, note: one }).map(({ who: by, note }) => ({ by, wish: withdraw(note) })),
  fc.record({ who, note: one }).map(({ who: by, note }) => ({ by, wish: flag(note) })),
  fc
    .record({ who, note: one, word: fc.constantFrom('verde', 'ombra') })
    .map(({ who: by, note, word }) => ({ by, wish: edit(note, '', word) })),
  fc
    .record({ theme, notes: fc.uniqueArray(one, { maxLength: 3 }), area: fc.constantFrom(A1, A2) })
    .map(({ theme: id, notes, area }) => ({ by: 0, wish: nameTheme(id, 'Verde', notes, area) })),
  fc
    .record({ theme, area: fc.constantFrom(A1, A2) })
    .map(({ theme: id, area }) => ({ by: 0, wish: { type: 'board.placeTheme', board: B1, theme: id, area, before: null } })),
  theme.map((id) => ({ by: 0, wish: removeTheme(id) })),
  fc.record({ who, back: fc.integer({ min: 0, max: 6 }) }).map(({ who: by, back }) => ({ by, back })),
);

const check = (story: Scenario): void => {
  const items = [...story.documents.items(B1).keys()].map((id) => [id, bodyOf(story, id)] as const);
  const shown = shownNotes(story);
  for (const [id, item] of items) {
    if (item.t === 'theme') {
      expect(Object.hasOwn(shownThemes(story), id)).toBe(!item.removed);
      continue;
    }
    // Everything that was not taken back can be read.
    expect(Object.hasOwn(shown, id)).toBe(!item.withdrawn);
    if (item.withdrawn) continue;
    if (item.into !== null) {
      const head = bodyOf(story, item.into);
      expect(head).toMatchObject({ t: 'note', withdrawn: false, into: null, area: item.area, theme: item.theme });
    }
    if (item.theme !== null) expect(bodyOf(story, item.theme)).toMatchObject({ t: 'theme', removed: false, area: item.area });
  }
};

test('[BO5] [BO11] whatever is merged, parted, moved, named, taken back and undone: no chain, no lost voice, no theme that is gone', () => {
  let written = 0;
  fc.assert(
    fc.property(fc.array(wish, { minLength: 5, maxLength: 40 }), (wishes) => {
      const story = working();
      for (let i = 1; i <= many; i += 1) story.when(write(noteId(i), `Nota ${i}`), member((i % 4) + 1));
      const made: string[] = [];
      for (const each of wishes) {
        const actor = each.by === 0 ? table1 : member(each.by);
        story.when('back' in each ? undo(made.at(-1 - each.back) ?? 'wish00000003') : each.wish, actor);
        if (story.last?.kind === 'writing') {
          made.push(story.wish);
          written += 1;
        }
        check(story);
      }
    }),
    { numRuns: 150 },
  );
  expect(written).toBeGreaterThan(150);
});
test('[BO11] a step and its inverse leave the board as it was', () => {
  let undone = 0;
  const state = (story: Scenario) =>
    JSON.stringify(Object.entries(shownNotes(story)).map(([id, { rev: _, ...fields }]) => [id, fields])) +
    JSON.stringify(Object.entries(shownThemes(story)).map(([id, { rev: _, ...fields }]) => [id, fields]));
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 15 }), (wishes) => {
      const story = working();
      for (let i = 1; i <= many; i += 1) story.when(write(noteId(i), `Nota ${i}`), member((i % 4) + 1));
      for (const each of wishes) {
        if (!('wish' in each)) continue;
        const actor = each.by === 0 ? table1 : member(each.by);
        const before = state(story);
        story.when(each.wish, actor);
        if (story.last?.kind !== 'writing') continue;
        const renumbered = story.last.changes.length;
        const step = story.wish;
        const after = state(story);
        story.when(undo(step), actor);
        expect(story.last.kind).toBe('writing');
        if (renumbered < many) expect(state(story)).toBe(before);
        story.when(undo(story.wish), actor);
        if (renumbered < many) expect(state(story)).toBe(after);
        undone += 1;
      }
    }),
    { numRuns: 100 },
  );
  expect(undone).toBeGreaterThan(20);
});
