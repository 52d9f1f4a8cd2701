// What is ready beforehand and what is taken home: templates, suggestions, exports.
import { describe, expect, test } from 'vitest';
import { areaIdSchema, noteIdSchema } from '../kernel/ids.ts';
import { langs } from '../kernel/text.ts';
import { boardPlanSchema } from './events.ts';
import { boardMarkdown, boardTable, exportFrozen, exportLive } from './export.ts';
import { boardLists } from './lists.ts';
import type { BoardFrozenRows, NoteShown, ThemeShown } from './shown.ts';
import { suggestSame } from './suggest.ts';
import { boardFrom, boardTemplateNames, boardTemplates } from './templates.ts';
import {
  A1,
  A3,
  B1,
  B3,
  G1,
  facilitator,
  flag,
  freeze,
  hall,
  member,
  nameTheme,
  noteId,
  place,
  plan,
  same,
  stateOf,
  spreadsheet,
  table1,
  themeId,
  working,
  write,
} from './testing.testkit.ts';

describe('templates', () => {
  test.each(boardTemplateNames)(
    '[BO12] %s: a board that can be prepared and opened, with its prompts in the three languages of phones and wall',
    (name) => {
      const { areas, title } = boardTemplates[name];
      const ids = areas.map((_, i) => areaIdSchema.parse(`fresh${String(i).padStart(4, '0')}`));
      const made = boardFrom(name, { board: B1, areas: ids }, { group: G1, block: null });
      expect(boardPlanSchema.parse(made)).toEqual(made);
      hall()
        .when({ type: 'board.prepare', plans: [made] }, facilitator)
        .when({ type: 'board.open', boards: [B1] }, facilitator)
        .then({ type: 'board.opened' });
      for (const lang of langs) for (const text of [title, ...areas.map(({ prompt }) => prompt)]) expect(text[lang]).toBeTruthy();
    },
  );
  test('[BO12] priorities and urgencies lie on a 2×2', () => {
    expect(boardTemplates.priorities.areas.map(({ shape }) => shape.kind)).toEqual(['free', 'matrix']);
  });
});

const list = (...texts: readonly string[]) => texts.map((text, i) => ({ id: noteId(i + 1), text, into: null }));
describe('suggestions', () => {
  test('[BO5] notes that share their rare words, the later one to go under the earlier', () => {
    expect(suggestSame(list('Contare il verde che si può usare davvero', 'Meno auto in centro', 'Contare il verde usabile'))).toEqual([
      { note: noteId(3), into: noteId(1), words: ['contare', 'verde'] },
    ]);
  });
  test('[BO5] singular and plural, with and without accents, in other scripts too', () => {
    expect(suggestSame(list('Più alberi in città', 'PIU ALBERO nella citta'))).toMatchObject([{ note: noteId(2), into: noteId(1) }]);
    expect(suggestSame(list('المزيد من الأشجار', 'المزيد الأشجار'))).toHaveLength(1);
  });
  test('[BO5] small words make no likeness, and what lies in a pile is left alone', () => {
    expect(suggestSame(list('Che cosa si può fare per noi', 'Per noi si può fare tutto'))).toEqual([]);
    const [first, second] = list('Più alberi', 'Più alberi');
    if (!first || !second) throw new Error('two notes');
    expect(suggestSame([first, { ...second, into: first.id }])).toEqual([]);
  });
  test('[BO5] only a suggestion: nothing on the board changes by it', () => {
    const story = working()
      .when(write(noteId(1), 'Più alberi'), member(1))
      .when(write(noteId(2), 'Più alberi'), member(2));
    const before = story.documents.revision(B1);
    suggestSame(list('Più alberi', 'Più alberi'));
    expect(story.documents.revision(B1)).toBe(before);
  });
  test('[BO5] five hundred notes in no time', () => {
    const word = (n: number): string =>
      `${['albe', 'stra', 'scuo', 'ombr', 'acqu', 'bici', 'auto', 'piaz'][n % 8] ?? ''}${String.fromCharCode(97 + (n % 25))}nt${n % 120}`;
    const notes = Array.from({ length: 500 }, (_, i) => ({
      id: noteIdSchema.parse(`many${String(i).padStart(4, '0')}`),
      into: null,
      text: `Servono ${word(i)} e ${word(i * 7)} nel quartiere con ${word(i * 3)} vicino a ${word(i * 11)}`,
    }));
    const times = [1, 2, 3].map(() => {
      const begun = performance.now();
      expect(suggestSame(notes).length).toBe(20);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

describe('export', () => {
  const frozen = (): BoardFrozenRows => {
    const story = working()
      .when(write(noteId(1), '=1+1 *alberi*'), member(1))
      .when(write(noteId(2), 'Alberi; nuovi'), member(2));
    story.when(write(noteId(3), 'Subito'), member(3)).when(place(noteId(3), null, { area: A3, place: [800, 100] }), member(3));
    story
      .when(same(noteId(2), noteId(1)), member(2))
      .when(flag(noteId(2)), member(2))
      .when(nameTheme(themeId(1), 'Verde', [noteId(1)]), table1);
    story.when(freeze(), facilitator);
    const rows = boardLists['board.frozen'].rows(stateOf(story), story.viewContext(), B1, facilitator);
    if (!rows) throw new Error('not frozen');
    return rows;
  };
  test('[BO12] rows for a spreadsheet: theme, voices, minority, the field of the 2×2; no cell becomes a formula', () => {
    const rows = boardTable(exportFrozen(frozen(), 'it'), 'it');
    expect(rows.map((row) => row.length)).toEqual([14, 14, 14, 14]);
    expect(rows.slice(1)).toEqual([
      ['Idee', '', 'Verde', '=1+1 *alberi*', 'idea', '2', '', '', '', '', '', '', '1', ''],
      ['Idee', '', 'Verde', 'Alberi; nuovi', 'idea', '1', '=1+1 *alberi*', 'sì', '', '', '', '', '1', ''],
      ['Importante e urgente?', 'Subito', '', 'Subito', 'idea', '1', '', '', '', '', '', '', '1', ''],
    ]);
    const file = spreadsheet(rows);
    expect(file.startsWith('\ufeff')).toBe(true);
    expect(file).toContain(`;'=1+1 *alberi*;`);
    expect(file).toContain('"Alberi; nuovi"');
    expect(boardTable(exportFrozen(frozen(), 'en'), 'en')[0]).toContain('Said by');
  });
  test('[BO12] a text: areas, themes, notes with what is known of them; nothing that was written becomes markup', () => {
    const text = boardMarkdown(exportFrozen(frozen(), 'it'), 'it');
    expect(text).toContain(
      '# Che cosa viene prima?\n\nBacheca ferma, copia 1, tavolo 1\n\n## Idee\n\n### Verde\n\n- \\=1+1 \\*alberi\\* (idea, detto da 2)\n  - Alberi; nuovi (idea, minoranza)\n',
    );
    expect(text).toContain('## Dubbi\n\nNessun biglietto.');
    expect(text).toContain('- Subito (idea, Subito)');
  });
  test('[BO13][GR3] what was gathered keeps its table and the way back, in rows and in the text', () => {
    const story = working(plan(), plan(B3))
      .when(write(noteId(1), 'alberi'), member(1))
      .when(nameTheme(themeId(1), 'Ombra', [noteId(1)]), table1)
      .when(freeze(B1), facilitator)
      .when({ type: 'board.gather', board: B3, from: [B1], area: A1 }, facilitator)
      .when(write(noteId(2), 'Dal tavolo 2', { board: B3 }), member(5))
      .when(freeze(B3), facilitator);
    const rows = boardLists['board.frozen'].rows(stateOf(story), story.viewContext(), B3, facilitator);
    if (!rows) throw new Error('not frozen');
    const copy = exportFrozen(rows, 'it');
    const table = boardTable(copy, 'it');
    expect(table.map((row) => row.slice(-2))).toEqual([
      ['Tavolo', 'Viene da'],
      ['1', 'tavolo 1, «Che cosa viene prima?», 1 biglietto'],
      ['2', ''],
    ]);
    expect(boardMarkdown(copy, 'it')).toContain(
      '- Ombra (idea, viene da: tavolo 1, «Che cosa viene prima?», 1 biglietto)\n- Dal tavolo 2 (idea, tavolo 2)',
    );
  });
  test('[BO12] what is still being written, from the entries that a page has, in the order in which it is read', () => {
    const note = (text: string, order: number, more: Partial<NoteShown> = {}): NoteShown => ({
      text,
      kind: 'idea',
      lang: 'it',
      area: A1,
      order,
      rev: 1,
      ...more,
    });
    const theme: ThemeShown = { title: 'Verde', lang: 'it', area: A1, order: 1, rev: 1 };
    const areas = plan().areas.flatMap(({ id, prompt }) =>
      id === A1 ? [{ id, prompt: { s: prompt.it ?? '' }, shape: { kind: 'column' as const } }] : [],
    );
    const live = exportLive(
      { title: { s: 'Ora' }, areas },
      [
        [noteId(1), note('Senza tema', 1)],
        [noteId(2), note('Seconda', 5, { theme: themeId(1) })],
        [noteId(3), note('Prima', 2, { theme: themeId(1), door: 'paper', dots: 1 })],
        [noteId(4), note('Uguale alla seconda', 3, { theme: themeId(1), into: noteId(2), late: true })],
      ],
      [[themeId(1), theme]],
      'en',
    );
    expect(live.notes.map(({ text }) => text)).toEqual(['Prima', 'Seconda', 'Uguale alla seconda', 'Senza tema']);
    expect(boardMarkdown(live, 'en')).toContain('Board still open: it may change');
    expect(boardMarkdown(live, 'en')).toContain(
      '- Prima (idea, from paper, 1 dot)\n- Seconda (idea, said by 2)\n  - Uguale alla seconda (idea, came later)',
    );
    expect(boardMarkdown(live, 'en')).toContain('### No theme\n\n- Senza tema (idea)');
  });
});
