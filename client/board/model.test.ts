// What a page makes of a board's document, and where everything lies: pure, without a page.
import { describe, expect, it } from 'vitest';
import type { NoteShown } from '../../shared/board/shown.ts';
import { boardLayout, areaLayout, neighbour, rectOf, targetAt } from './layout.ts';
import { createMeasure } from './measure.ts';
import { createModel, readingOrder, spotOf, voicesOf } from './model.ts';
import { areaId, noteId, sampleBoard, themeId } from './sampleBoard.ts';
import { goingTo, placing, step, targetOf, type Target } from './target.ts';
import { recurring } from './recurring.ts';

const setUp = (notes = 53, shape: 'columns' | 'matrix' = 'columns') => {
  const { document, about } = sampleBoard(notes, shape);
  const model = createModel(document, about.areas);
  const stop = model.start();
  const layout = () => {
    const how = { rem: 16, far: 1, measure: createMeasure(16), notes: model.notes(), themes: model.themes(), seen: () => undefined };
    return boardLayout(
      model.tree().areas.flatMap((tree, index) => {
        const area = about.areas[index];
        return area === undefined ? [] : [areaLayout(tree, area, how)];
      }),
      16,
    );
  };
  const change = (id: string, fields: Partial<NoteShown> | null) => {
    const entry = document.entry('notes', id);
    document.change([{ map: 'notes', id, fields: fields === null ? null : { ...(typeof entry === 'object' ? entry : {}), ...fields } }]);
  };
  return { document, about, model, stop, layout, change };
};
const first = noteId('note0001');

describe('the tree', () => {
  it('[BO5] a merged note lies under the other, keeps its own words, and counts as a voice', () => {
    const { model } = setUp();
    const spot = spotOf(model.tree(), first);
    expect(spot?.head.under).toEqual(['note9999']);
    expect(spot && voicesOf(spot.head)).toBe(2);
    expect(model.notes().get(noteId('note9999'))?.text).toContain('Posti bici');
    expect(model.tree().notes).toBe(53);
    expect(readingOrder(model.tree())).toHaveLength(52);
  });
  it('a note under one that is hidden stands by itself: nothing said is lost', () => {
    const { model, document } = setUp();
    document.change([{ map: 'notes', id: first, fields: null }]);
    expect(spotOf(model.tree(), noteId('note9999'))).toMatchObject({ column: { theme: 'theme00aa' } });
    expect(model.tree().notes).toBe(52);
  });
  it('a note whose theme was removed is among those without one, last', () => {
    const { model, document } = setUp();
    document.change([{ map: 'themes', id: 'theme00aa', fields: null }]);
    const columns = model.tree().areas[0]?.columns ?? [];
    expect(spotOf(model.tree(), first)?.column.theme).toBeNull();
    expect(columns.at(-1)?.theme).toBeNull();
  });
  it('[BO9] two who chose the same place see the same order: by order, then by id', () => {
    const { model, change } = setUp();
    change('note0002', { order: 2 });
    change('note0001', { order: 2 });
    expect(spotOf(model.tree(), noteId('note0002'))?.column.heads.map(({ id }) => id)).toEqual(['note0001', 'note0002']);
  });
  it('[BO10] words that change move nothing: the tree and every other area stay the very same', () => {
    const { model, change } = setUp();
    const before = model.tree();
    let told = 0;
    model.onTree(() => (told += 1));
    change('note0001', { text: 'Altre parole' });
    expect(model.tree()).toBe(before);
    expect(told).toBe(0);
    change('note0001', { area: areaId('area1aa') });
    expect(told).toBe(1);
    expect(model.tree().areas[4]).toBe(before.areas[4]);
    expect(model.tree().areas[0]).not.toBe(before.areas[0]);
  });
  it('a note that was put down stays where it was put until the server says its word', () => {
    const { model, change } = setUp();
    const wish = placing({ kind: 'column', area: areaId('area4aa'), theme: themeId('theme41aa'), before: null }, first, model);
    if (wish === null) throw new Error('nothing to do');
    model.go(first, goingTo(wish, model));
    expect(spotOf(model.tree(), first)).toMatchObject({ area: { area: 'area4aa' }, column: { theme: 'theme41aa' } });
    // The server decided otherwise: its word counts.
    change('note0001', { area: areaId('area2aa'), rev: 2 });
    expect(spotOf(model.tree(), first)?.area.area).toBe('area2aa');
    change('note0002', { rev: 2 });
    expect(spotOf(model.tree(), first)?.area.area).toBe('area2aa');
  });
  it('a refused move goes back at once', () => {
    const { model } = setUp();
    model.go(first, { area: areaId('area4aa'), theme: null, order: 1, place: null });
    model.stay(first);
    expect(spotOf(model.tree(), first)?.area.area).toBe('area0aa');
  });
});

describe('the places', () => {
  it('no two notes of the columns overlap, and none leaves its area', () => {
    const { layout } = setUp(500);
    for (const { inner } of layout().areas) {
      const rects = [...inner.notes.values()];
      rects.forEach((a, index) => {
        expect(a.x + a.w).toBeLessThanOrEqual(inner.w);
        expect(a.y + a.h).toBeLessThanOrEqual(inner.h);
        for (const b of rects.slice(index + 1))
          expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h, 'they overlap').toBe(false);
      });
    }
  });
  it('one note more in an area moves no other area across the page', () => {
    const { layout, change } = setUp();
    const before = layout().areas.map(({ x }) => x);
    change('note0099', { text: 'Uno in più', kind: 'idea', lang: 'it', area: areaId('area0aa'), order: 99, rev: 1 });
    expect(layout().areas.map(({ x }) => x)).toEqual(before);
  });
  it('[BO1] arrows go to the note that lies that way', () => {
    const { layout } = setUp();
    const board = layout();
    expect(neighbour(board, first, 'down')).toBe('note0002');
    expect(neighbour(board, noteId('note0002'), 'up')).toBe('note0001');
    expect(neighbour(board, first, 'end')).toBe('note0003');
    expect(neighbour(board, first, 'start')).toBeNull();
  });
  it('[BO1] from every note every other note can be reached by arrows', () => {
    const { layout, model } = setUp();
    const board = layout();
    const seen = new Set<string>([first]);
    const queue = [first];
    for (let at = queue.shift(); at !== undefined; at = queue.shift())
      for (const way of ['up', 'down', 'start', 'end'] as const) {
        const to = neighbour(board, at, way);
        if (to === null || seen.has(to)) continue;
        seen.add(to);
        queue.push(to);
      }
    expect(seen.size).toBe(readingOrder(model.tree()).length);
  });
  it('[BO5] the middle of a note offers to merge; its edges put before or after', () => {
    const { layout, about } = setUp();
    const board = layout();
    const rect = rectOf(board, noteId('note0003'));
    if (!rect) throw new Error('not laid out');
    const at = (px: number, py: number): Target | null => targetAt(board, about.areas, first, [px, py], [px, py], 80, 16);
    expect(at(rect.x + rect.w / 2, rect.y + rect.h / 2)).toEqual({ kind: 'same', into: 'note0003' });
    expect(at(rect.x + rect.w / 2, rect.y + 4)).toEqual({ kind: 'column', area: 'area0aa', theme: 'theme01aa', before: 'note0003' });
    expect(at(rect.x + rect.w / 2, rect.y + rect.h - 2)).toEqual({
      kind: 'column',
      area: 'area0aa',
      theme: 'theme01aa',
      before: 'note0004',
    });
    expect(at(-50, -50)).toBeNull();
  });
  it('in a 2×2 a place is thousandths from the top start corner, and never outside', () => {
    const { layout, about } = setUp(17, 'matrix');
    const board = layout();
    const area = board.areas[1];
    const field = area?.inner.field;
    if (!area || !field) throw new Error('no field');
    const corner: readonly [number, number] = [area.x + field.x + field.w * 2, area.y + field.y];
    expect(targetAt(board, about.areas, first, [area.x + field.x + 5, area.y + field.y + 5], corner, 80, 16)).toEqual({
      kind: 'field',
      area: 'areamatrix',
      place: [1000, 0],
    });
  });
});

describe('the hand by keys', () => {
  it('[BO5] down passes one note, end goes to the next list, over the edge lies the next area', () => {
    const { model, about } = setUp();
    const note = model.notes().get(first);
    const begin = note && targetOf(model.tree(), first, note, about.areas);
    if (!begin) throw new Error('no target');
    expect(begin).toEqual({ kind: 'column', area: 'area0aa', theme: 'theme00aa', before: 'note0002' });
    const go = (target: Target, way: Parameters<typeof step>[1]) => step(target, way, first, model.tree(), about.areas);
    expect(go(begin, 'down')).toMatchObject({ before: null });
    expect(go(go(begin, 'down'), 'down')).toMatchObject({ before: null });
    expect(go(begin, 'end')).toMatchObject({ theme: 'theme01aa', before: 'note0003' });
    let target: Target = begin;
    for (let index = 0; index < 5; index += 1) target = go(target, 'end');
    expect(target).toMatchObject({ area: 'area1aa', theme: 'theme10aa' });
    expect(go(begin, 'start')).toEqual(begin);
  });
  it('putting a note where it lies is no wish', () => {
    const { model, about } = setUp();
    const note = model.notes().get(first);
    const target = note && targetOf(model.tree(), first, note, about.areas);
    if (!target || target.kind === 'same') throw new Error('no target');
    expect(placing(target, first, model)).toBeNull();
  });
});

it('words that come back in notes are offered once, whatever their ending', () => {
  expect(recurring(['I sensori dell’aria sui tetti', 'Un sensore per ogni scuola', 'Aria più pulita nelle scuole'])).toEqual([
    'sensori',
    'scuola',
    'aria',
  ]);
  expect(recurring(['Una cosa sola'])).toEqual([]);
});
