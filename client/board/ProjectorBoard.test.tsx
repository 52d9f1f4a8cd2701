// Boards on the wall: one mark a note, seven lines, silence as numbers only, a minority that is seen, no author.
import { beforeAll, describe, expect, it } from 'vitest';
import type { BoardOnWall, NoteOnWall, NoteShown } from '../../shared/board/shown.ts';
import type { NoteKind } from '../../shared/board/limits.ts';
import { areaIdSchema, boardIdSchema, groupIdSchema, noteIdSchema, themeIdSchema, type NoteId } from '../../shared/kernel/ids.ts';
import { heldDocument } from '../kernel/document.ts';
import { InLang, loadLang, type Lang } from '../kernel/i18n.ts';
import { act, draw } from '../ui/render.testkit.tsx';
import { BoardWithDots, ProjectorBoard } from './ProjectorBoard.tsx';
import { ProjectorBoards } from './ProjectorBoards.tsx';
import { Canvas } from './ProjectorCanvas.tsx';
import { ProjectorTheme } from './ProjectorTheme.tsx';
import { planOf, sheetsOf } from './wallCanvas.ts';
import { fitting, rowsOf } from './wallFit.ts';

beforeAll(() => Promise.all([loadLang('en'), loadLang('ar')]));

type Theme = BoardOnWall['themes'][number];
const area = areaIdSchema.parse('area000001');
const id = (number: number): string => `theme0000${String(number).padStart(2, '0')}`;
const theme = (number: number, title: string, notes: number, more: Partial<Theme> = {}): Theme => ({
  id: themeIdSchema.parse(id(number)),
  title,
  lang: 'it',
  notes,
  dots: null,
  minority: 0,
  ...more,
});
const note = (number: number, text: string, kind: NoteKind = 'idea'): NoteOnWall => ({
  id: noteIdSchema.parse(`note000${String(number).padStart(3, '0')}`),
  text,
  kind,
  lang: 'it',
});
const board = (more: Partial<BoardOnWall> = {}): BoardOnWall => ({
  board: boardIdSchema.parse('board00001'),
  group: groupIdSchema.parse('group00001'),
  title: { s: 'Che cosa dite del piano?' },
  notes: 31,
  themes: [
    theme(1, 'Contare il verde', 9, { minority: 2 }),
    theme(2, 'Nuovi parchi', 8),
    theme(3, 'Un albero vale meno uno', 6),
    theme(4, 'Ombra alle fermate', 5),
    theme(5, 'Vernici', 3),
  ],
  themesInAll: more.themes?.length ?? 5,
  loose: [],
  looseCount: 0,
  silent: null,
  dots: 'none',
  ...more,
});
const table = { number: 1, name: { s: 'Ombra e alberi' } };
const wall = (more: Partial<BoardOnWall> = {}, lang: Lang = 'it') =>
  draw(
    <InLang lang={lang}>
      <ProjectorBoard board={board(more)} table={table} />
    </InLang>,
  );
const rows = (page: ReturnType<typeof draw>): string[] => page.all('.board-wall-rows > li').map((row) => row.textContent);

describe('by themes', () => {
  it('[SC3] a row for each theme, one mark a note, the number, and where the numbers come from', () => {
    const page = wall();
    expect(page.one('h1').textContent).toBe('Tavolo 1: Ombra e alberi');
    expect(rows(page)).toEqual(['Contare il verde9', 'Nuovi parchi8', 'Un albero vale meno uno6', 'Ombra alle fermate5', 'Vernici3']);
    expect(page.all('.board-wall-rows > li').map((row) => row.querySelectorAll('.seats > i').length)).toEqual([9, 8, 6, 5, 3]);
    expect(page.one('.wall-foot').textContent).toBe('31 biglietti, 5 temi. Un segno è un biglietto. Vuoto: di minoranza.');
  });
  it('[BO5] a minority is seen beside the others, hollow, and is not fewer', () => {
    const page = wall();
    expect(page.all('.seats')[0]?.querySelectorAll('i.outlined')).toHaveLength(2);
    expect(wall({ themes: [theme(1, 'Uno', 2)] }).one('.wall-foot').textContent).not.toContain('minoranza');
  });
  it('[SC3] marks have one width in all rows, and the widest row fits', () => {
    const slots = wall({ themes: [theme(1, 'Uno', 90), theme(2, 'Due', 3)] })
      .all('.seats')
      .map((line) => Number(line.style.getPropertyValue('--slot')));
    expect(new Set(slots).size).toBe(1);
    expect((slots[0] ?? 0) * 90).toBeLessThanOrEqual(580);
    expect(Number(wall().all('.seats')[0]?.style.getPropertyValue('--slot'))).toBe(52);
  });
  it('[SC3] seven lines at most: long titles count for two, what is left is a number of themes and of notes', () => {
    const ten = Array.from({ length: 10 }, (_, index) => theme(index + 1, `Tema ${index + 1}`, 10 - index));
    expect(rows(wall({ themes: ten.slice(0, 7) }))).toHaveLength(7);
    const page = wall({ themes: ten });
    expect(rows(page)).toHaveLength(7);
    expect(rows(page).at(-1)).toBe('e altri 4 temi10');
    const cut = wall({ themes: ten.slice(0, 3), themesInAll: 10 });
    expect(rows(cut)).toEqual(['Tema 110', 'Tema 29', 'Tema 38', 'e altri 7 temi']);
    expect(cut.one('.wall-foot').textContent).toContain('31 biglietti, 10 temi.');
    const long = Array.from({ length: 5 }, (_, index) => theme(index + 1, 'parola '.repeat(11), 2));
    expect(rows(wall({ themes: long }))).toHaveLength(4);
    expect(fitting([9, 9], (each) => each).shown).toEqual([9]);
  });
  it('[BO6] dots take the place of notes once they are closed, most first; while they are given only that is said', () => {
    const themes = [theme(1, 'Uno', 9, { dots: 3 }), theme(2, 'Due', 2, { dots: 12 })];
    const page = wall({ themes, dots: 'closed' });
    expect(rows(page)).toEqual(['Due12', 'Uno3']);
    expect(page.all('.board-wall-rows.dots')).toHaveLength(1);
    expect(page.one('.wall-foot').textContent).toBe('15 punti, 31 biglietti, 2 temi. Un segno è un punto.');
    const open = wall({ themes: themes.map((each) => ({ ...each, dots: null })), dots: 'open' });
    expect(rows(open)).toEqual(['Uno9', 'Due2']);
    expect(open.one('.wall-foot').textContent).toBe(
      '31 biglietti, 2 temi. Un segno è un biglietto. Si danno i punti: si vedono alla fine.',
    );
  });
  it('[BO6] while dots are given the foot still says what a mark is, a hollow one too; numbers give way to that', () => {
    const foot = wall({ dots: 'open', looseCount: 18 }).one('.wall-foot').textContent;
    expect(foot).toBe('31 biglietti. Un segno è un biglietto. Vuoto: di minoranza. Si danno i punti: si vedono alla fine.');
    const plain = wall({ dots: 'open', looseCount: 18, themes: [theme(1, 'Uno', 2)] }).one('.wall-foot').textContent;
    expect(plain).toBe('31 biglietti, 18 senza tema. Un segno è un biglietto. Si danno i punti: si vedono alla fine.');
  });
  it('[GR6] [BO6] a table tells: the legend stands beside its time; dots outside of the themes are a row, and the sum is said', async () => {
    const document = heldDocument(() => undefined, { kind: 'live' });
    const told = board({
      themes: [theme(1, 'Uno', 5, { dots: 22 }), theme(2, 'Due', 3, { dots: 25 })],
      dots: 'closed',
      notes: 29,
      looseCount: 2,
    });
    const page = draw(<BoardWithDots board={told} table={table} end={<b>1:20</b>} document={document} />);
    // Not known yet: no sum, and no row.
    expect(rows(page)).toEqual(['Due25', 'Uno22']);
    expect(page.one('.wall-foot').textContent).toBe('29 biglietti, 2 temi, 2 senza tema. Un segno è un punto.1:20');
    const notes = [{ dots: 7 }, { dots: 4 }, { theme: id(1), dots: 22 }, { theme: id(2), dots: 25 }, { theme: 'theme000099' }];
    act(() =>
      document.change([
        { map: 'themes', id: id(1), fields: { title: 'Uno', lang: 'it', area, order: 1, rev: 1 } },
        { map: 'themes', id: id(2), fields: { title: 'Due', lang: 'it', area, order: 2, rev: 1 } },
        ...notes.map((more, at) => ({
          map: 'notes',
          id: `note000${100 + at}`,
          fields: { text: 'Testo', kind: 'idea', lang: 'it', area, order: at, rev: 1, ...more },
        })),
      ]),
    );
    expect(rows(page)).toEqual(['Due25', 'Uno22', 'Biglietti senza tema11']);
    expect(page.all('.board-wall-rows > .loose .seats > i')).toHaveLength(11);
    expect(page.one('.wall-foot').textContent).toBe('58 punti, 29 biglietti, 2 temi, 2 senza tema. Un segno è un punto.1:20');
  });
  it('[SC3] up to three lines are larger and begin under the title; a line for what lies outside of the themes is one of the seven', () => {
    const few = [theme(1, 'Uno', 5), theme(2, 'Due', 3), theme(3, 'Tre', 3)];
    expect(wall({ themes: few }).all('.board-wall-rows.few')).toHaveLength(1);
    expect(wall({ themes: [...few, theme(4, 'Quattro', 1)] }).all('.board-wall-rows.few')).toHaveLength(0);
    const eight = Array.from({ length: 8 }, (_, index) => ({
      ...rowsOf(board({ themes: [theme(1, `Tema ${index}`, 2)] }), false, null)[0],
    }));
    expect(fitting(eight, () => 1, { kept: 1 })).toMatchObject({ shown: { length: 5 }, rest: { length: 3 } });
    expect(fitting(eight.slice(0, 6), () => 1, { kept: 1 }).shown).toHaveLength(6);
  });
  it('[BO2] in silence how many, of how many people, and not a word of what was written', () => {
    const page = wall({ themes: [theme(1, 'Segreto', 3)], loose: [note(1, 'Segreto')], silent: { notes: 23, writers: 7, people: 9 } });
    expect(page.host.textContent).toContain('23 biglietti scritti in silenzio7 di 9 hanno scritto');
    expect(page.host.textContent).not.toContain('Segreto');
    expect([page.all('.seats > .solid').length, page.all('.seats > .waiting').length]).toEqual([7, 2]);
  });
  it('[SC3] with no theme yet the newest notes in words, whole, each with its kind; the rest is a number', () => {
    const loose = [
      note(1, 'Chi annaffia gli alberi?', 'question'),
      note(2, 'No', 'against'),
      ...[3, 4, 5, 6, 7].map((number) => note(number, 'parola '.repeat(12).trim())),
    ];
    const page = wall({ themes: [], notes: 12, loose, looseCount: 12 });
    const shown = page.all('.board-wall-notes > li').map((row) => row.textContent.trim());
    expect(shown.slice(0, 2)).toEqual(['DomandaChi annaffia gli alberi?', 'ControNo']);
    expect(shown).toHaveLength(5);
    expect(shown.at(-1)).toBe('e altri 8 biglietti');
    expect(page.one('.wall-foot').textContent).toBe('12 biglietti. Ancora nessun tema.');
  });
  it('[SC3] an empty board says so', () => {
    const page = wall({ themes: [], notes: 0 });
    expect(page.host.textContent).toBe('Tavolo 1: Ombra e alberiQui non c’è ancora nessun biglietto.');
  });
  it('[GR6] the plenary’s board by its own title; the time to tell stands at the end of the foot', () => {
    const page = draw(<ProjectorBoard board={board({ group: null })} table={null} end={<b>1:20</b>} />);
    expect(page.one('h1').textContent).toBe('Che cosa dite del piano?');
    expect(page.one('.wall-foot').textContent).toMatch(/1:20$/u);
  });
  it('[IN1] Arabic around Italian titles, each in its own language and direction', () => {
    const page = wall({ themes: [theme(1, 'Uno', 2), theme(2, 'الظل', 1, { lang: 'ar' })] }, 'ar');
    expect(page.one('.wall-foot').textContent).toBe('31 بطاقة، موضوعان. كل علامة بطاقة.');
    expect(page.all('.l bdi').map(({ lang, dir }) => [lang, dir])).toEqual([['it', 'ltr']]);
    expect(page.one('h1').textContent).toContain('الطاولة 1');
  });
});

describe('one theme, all the themes', () => {
  it('[SC3] one theme with its notes in words; without them it says where they are', () => {
    const texts = [note(1, 'Contare il verde che si usa'), note(2, 'A patto che sia aperto', 'condition')];
    const page = draw(<ProjectorTheme board={board()} theme={theme(1, 'Contare il verde', 9, { texts })} table={table} />);
    expect(page.one('h1').textContent).toBe('Contare il verde');
    expect(page.all('.board-wall-notes > li').map((row) => row.textContent.trim())).toEqual([
      'IdeaContare il verde che si usa',
      'A patto cheA patto che sia aperto',
      'e altri 7 biglietti',
    ]);
    expect(page.one('.wall-foot').textContent).toBe('Tavolo 1: Ombra e alberi9 biglietti');
    page.again(<ProjectorTheme board={board()} theme={theme(1, 'Contare il verde', 9)} table={table} />);
    expect(page.host.textContent).toContain('I biglietti si leggono sulla bacheca.');
  });
  const other = board({
    board: boardIdSchema.parse('board00002'),
    group: groupIdSchema.parse('group00002'),
    themes: [theme(11, 'Strade con meno auto', 7), theme(12, 'Area B', 6)],
  });
  const two = { number: 2, name: null };
  it('[BO13] the tables’ themes together, heaviest first, each with its table, seven lines', () => {
    const page = draw(
      <ProjectorBoards
        boards={[
          { board: board(), table },
          { board: other, table: two },
        ]}
      />,
    );
    expect(page.one('h1').textContent).toBe('Tutti i temi insieme');
    expect(rows(page)).toEqual([
      'Contare il verdeTavolo 19',
      'Nuovi parchiTavolo 18',
      'Strade con meno autoTavolo 27',
      'Un albero vale meno unoTavolo 16',
      'Area BTavolo 26',
      'Ombra alle fermateTavolo 15',
      'VerniciTavolo 13',
    ]);
    expect(page.one('.wall-foot').textContent).toContain('44 biglietti, 7 temi, 2 bacheche.');
  });
  it('[BO13] dots of one table are not put in one order with notes of another; the plenary’s board is not counted twice', () => {
    const dotted = board({ dots: 'closed', themes: [theme(1, 'Uno', 2, { dots: 40 })] });
    const all = (boards: readonly BoardOnWall[]) =>
      rows(draw(<ProjectorBoards boards={boards.map((each) => ({ board: each, table: each.group === null ? null : table }))} />));
    expect(all([dotted, other])).toEqual(['Strade con meno autoTavolo 17', 'Area BTavolo 16', 'UnoTavolo 12']);
    expect(all([dotted])).toEqual(['UnoTavolo 140']);
    expect(all([other, board({ group: null, themes: [theme(9, 'Raccolto', 13)] })])).not.toContain('Raccolto13');
    expect(all([board({ silent: { notes: 1, writers: 1, people: 9 } })])).toEqual([]);
  });
});

describe('the whole board', () => {
  const filled = (themes: number, each: number) => {
    const document = heldDocument(() => undefined, { kind: 'live' });
    const list = Array.from({ length: themes }, (_, index) => [
      { map: 'themes', id: id(index), fields: { title: `Tema ${index + 1}`, lang: 'it', area, order: index, rev: 1 } },
      ...Array.from({ length: each }, (__, at) => ({
        map: 'notes',
        id: `note${String(index * 100 + at).padStart(6, '0')}`,
        fields: { text: 'x', kind: 'idea', lang: 'it', area, theme: id(index), order: at, rev: 1 },
      })),
    ]).flat();
    document.change(list);
    return document;
  };
  const areas = [{ id: area, prompt: { s: 'Più fresca' }, shape: { kind: 'column' } as const }];
  it('[SC3] sheets, titles and a paper for each note, as they change', () => {
    const document = filled(3, 4);
    const page = draw(<Canvas board={board({ areas })} table={table} document={document} />);
    expect(page.all('.board-canvas-sheet h2').map((title) => title.textContent)).toEqual(['Più fresca12']);
    expect(page.all('.board-canvas-theme').map((each) => each.querySelectorAll('li').length)).toEqual([4, 4, 4]);
    act(() => {
      document.change([
        { map: 'notes', id: 'note999999', fields: { text: 'y', kind: 'against', lang: 'it', area, order: 9, minority: true, rev: 1 } },
        { map: 'notes', id: 'note000001', fields: { text: 'x', kind: 'idea', lang: 'it', area, order: 1, into: 'note000000', rev: 2 } },
      ]);
    });
    expect(page.all('.board-canvas-theme.loose li.minority')).toHaveLength(1);
    expect(page.all('.board-canvas-theme li.same')).toHaveLength(1);
  });
  it('[SC3] what would not be legible is not drawn: first without the papers, then by the themes', () => {
    const drawn = (themes: number, each: number) => draw(<Canvas board={board({ areas })} table={table} document={filled(themes, each)} />);
    expect(drawn(10, 30).all('.board-canvas-theme li')).toHaveLength(0);
    expect(drawn(10, 30).all('.board-canvas-theme')).toHaveLength(10);
    const full = drawn(70, 5);
    expect(full.all('.board-canvas')).toHaveLength(0);
    expect(full.all('.board-wall-rows')).toHaveLength(1);
    expect(drawn(0, 0).all('.board-wall-rows')).toHaveLength(1);
  });
  it('[SC3] a 2×2 keeps true places; areas that were not sent are those that the notes name', () => {
    const place: NoteShown['place'] = [250, 750];
    const placed = new Map<NoteId, NoteShown>([[note(1, '').id, { text: 'x', kind: 'idea', lang: 'it', area, order: 1, place, rev: 1 }]]);
    const sheets = sheetsOf(placed, new Map(), undefined);
    expect(sheets).toMatchObject([{ key: area, shape: { kind: 'column' }, columns: [{ title: null, marks: [{ place }] }] }]);
    const x = [{ s: 'meno urgente' }, { s: 'più urgente' }] as const;
    const matrix = sheetsOf(placed, new Map(), [{ id: area, prompt: { s: '' }, shape: { kind: 'matrix', x, y: x, quarters: null } }]);
    expect(planOf(matrix)).toMatchObject({ papers: true });
  });
});
