// A board on a laptop, by keyboard and by list, as people use it. The same stories run on what tablets run (BoardPage.phone.test.tsx).
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardAbout, BoardMay, OwnNote } from '../../shared/board/shown.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { singleKeys } from '../kernel/keys.ts';
import type { Send } from '../kernel/send.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { act, click, draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { BoardPage } from './BoardPage.tsx';
import { areaId, noteId, sampleBoard, yesMan } from './sampleBoard.ts';

// A page here has no size: a laptop's window is lent to it.
beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1204, 700)));
afterEach(() => {
  vi.restoreAllMocks();
  singleKeys.set('on');
});

interface Start {
  readonly about?: Partial<BoardAbout>;
  readonly may?: Partial<BoardMay>;
  readonly own?: readonly OwnNote[];
  readonly shape?: 'columns' | 'matrix';
  /** Refuses wishes of these types. */
  readonly refuse?: Readonly<Record<string, Extract<Reply, { ok: false }>>>;
}
const setUp = ({ about, may, own = [], shape = 'columns', refuse = {} }: Start = {}) => {
  localStorage.clear();
  const board = sampleBoard(shape === 'matrix' ? 17 : 53, shape);
  const wishes: { readonly wish: Parameters<Send>[0]; readonly id: string | undefined }[] = [];
  const yes = yesMan(board.document);
  const send: Send = (wish, options) => {
    wishes.push({ wish, id: options?.id });
    const no = refuse[wish.type];
    return no === undefined ? yes(wish, options) : Promise.resolve(no);
  };
  const page = (more: Partial<BoardAbout> = {}) => (
    <>
      <LiveRegion />
      <BoardPage
        about={{ ...board.about, ...about, ...more }}
        may={{ ...board.may, ...may }}
        own={own}
        document={board.document}
        send={send}
      />
    </>
  );
  const drawn = draw(page());
  return { ...board, drawn, wishes, again: (more: Partial<BoardAbout>) => drawn.again(page(more)) };
};
/** Lets promises and the frames that were asked for pass. */
const settle = async (): Promise<void> => {
  // What happens by itself meanwhile is drawn as in a browser.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.resolve();
  }
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
};
const press = async (key: string): Promise<void> => {
  act(() => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  await settle();
};
const focus = async (drawn: Drawn, id: string): Promise<HTMLElement> => {
  const note = drawn.one(`[data-note="${id}"]`);
  act(() => note.focus());
  await settle();
  return note;
};
const said = (drawn: Drawn): string => drawn.one('[role="status"]').textContent;
const button = (drawn: Drawn, words: string): HTMLElement => {
  const found = drawn.all('button').find((each) => each.textContent.includes(words) || each.getAttribute('aria-label') === words);
  if (found === undefined) throw new Error(`no button says ${words}`);
  return found;
};

describe('by keyboard', () => {
  it('[BO1] one tab stop, arrows go from note to note, and the chosen one can be seen and is said', async () => {
    const { drawn } = setUp();
    await settle();
    expect(drawn.all('[data-note][tabindex="0"]').map((note) => note.dataset['note'])).toEqual(['note0001']);
    await focus(drawn, 'note0001');
    await press('ArrowDown');
    const now = document.activeElement;
    expect(now?.getAttribute('data-note')).toBe('note0002');
    expect(now?.getAttribute('aria-pressed')).toBe('true');
    expect(now?.getAttribute('aria-label')).toBe('Idea. Far ripartire il Pedibus alle elementari.');
    expect(drawn.all('[data-note][tabindex="0"]')).toHaveLength(1);
    expect(drawn.one('[role="toolbar"]').textContent).toContain('1 biglietto scelto');
  });
  it('[BO5] M takes in the hand, arrows move, Enter leaves: one wish, one sentence', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await focus(drawn, 'note0001');
    await press('m');
    await press('ArrowRight');
    expect(said(drawn)).toContain('nel tema «Regole e chi lavora», prima di «Rivedere il regolamento');
    expect(drawn.one('.board-dock.hand').textContent).toContain('nel tema «Regole e chi lavora»');
    await press('ArrowDown');
    expect(wishes).toEqual([]);
    await press('Enter');
    expect(wishes.map(({ wish }) => wish)).toEqual([
      { type: 'board.place', board: 'boardsample', note: 'note0001', area: 'area0aa', theme: 'theme01aa', before: 'note0004', place: null },
    ]);
    expect(drawn.all('.board-dock.hand')).toEqual([]);
    // It moved in the page and keeps the focus.
    expect(document.activeElement?.getAttribute('data-note')).toBe('note0001');
  });
  it('[BO5] Esc puts back, and nobody hears of it', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await focus(drawn, 'note0001');
    await press('m');
    await press('ArrowRight');
    await press('Escape');
    expect(wishes).toEqual([]);
    expect(said(drawn)).toBe('Rimesso dov’era');
  });
  it('in a 2×2 the hand says the place in the words of the axes', async () => {
    const { drawn, wishes } = setUp({ shape: 'matrix' });
    await settle();
    await focus(drawn, 'note0016');
    await press('m');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(said(drawn)).toMatch(/^In mano: adesso è in «\w+»: .*più urgente$/u);
    await press('Enter');
    expect(wishes[0]?.wish).toMatchObject({ type: 'board.place', area: 'areamatrix', theme: null });
  });
  it('[BO11] Z takes back one’s own last step by the id of its wish, and says what', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await focus(drawn, 'note0002');
    await press('f');
    await press('z');
    expect(wishes.map(({ wish }) => wish.type)).toEqual(['board.flag', 'board.undo']);
    expect(wishes[1]?.wish).toMatchObject({ wish: wishes[0]?.id });
    expect(said(drawn)).toBe('Annullato: un segno di minoranza');
    await press('z');
    expect(wishes).toHaveLength(2);
    expect(said(drawn)).toBe('Non c’è ancora niente di tuo da annullare');
  });
  it('[BO11] a step that somebody changed since is refused with a word', async () => {
    const { drawn } = setUp({ refuse: { 'board.undo': { ok: false, code: 'board.changedSince', at: 0 } } });
    await settle();
    await focus(drawn, 'note0002');
    await press('f');
    await press('z');
    expect(drawn.one('[role="alert"]').textContent).toContain('Intanto qualcuno l’ha cambiato: non si può annullare.');
  });
  it('single keys are dead while typing, and when they are switched off; arrows still go', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await press('n');
    const field = drawn.one('textarea');
    expect(document.activeElement).toBe(field);
    await press('f');
    await press('m');
    expect(wishes).toEqual([]);
    await press('Escape');
    act(() => singleKeys.set('off'));
    await focus(drawn, 'note0001');
    await press('f');
    expect(wishes).toEqual([]);
    await press('ArrowDown');
    expect(document.activeElement?.getAttribute('data-note')).toBe('note0002');
  });
  it('[BO3] Delete withdraws; a note that is not one’s own is not withdrawn, and why is said', async () => {
    const { drawn, wishes } = setUp({
      may: { change: 'own', lead: false, hide: false },
      own: [{ note: noteId('note0002'), text: '', kind: 'idea', area: areaId('area0aa'), state: 'open', door: 'laptop' }],
    });
    await settle();
    await focus(drawn, 'note0001');
    await press('Delete');
    expect(wishes).toEqual([]);
    expect(said(drawn)).toBe('Si cambiano solo i propri biglietti');
    await focus(drawn, 'note0002');
    await press('Delete');
    expect(wishes[0]?.wish).toEqual({ type: 'board.withdraw', board: 'boardsample', note: 'note0002' });
  });
});

describe('writing', () => {
  it('N: the cursor is ready, the note goes where one stands, the next can be written', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await focus(drawn, 'note0003');
    await press('n');
    type(drawn.one('textarea'), 'Più ombra alle fermate');
    click(button(drawn, 'Aggiungi il biglietto'));
    await settle();
    expect(wishes[0]?.wish).toMatchObject({
      type: 'board.write',
      area: 'area0aa',
      theme: 'theme01aa',
      text: 'Più ombra alle fermate',
      kind: 'idea',
      silence: null,
      door: 'laptop',
      seat: null,
    });
    expect(drawn.one('textarea')).toMatchObject({ value: '' });
    expect(document.activeElement).toBe(drawn.one('textarea'));
  });
  it('[BO9] a note that was refused comes back into the box', async () => {
    const { drawn } = setUp({ refuse: { 'board.write': { ok: false, code: 'board.locked', at: 0 } } });
    await settle();
    await press('n');
    type(drawn.one('textarea'), 'Non perdermi');
    click(button(drawn, 'Aggiungi il biglietto'));
    await settle();
    expect(drawn.one('textarea')).toMatchObject({ value: 'Non perdermi' });
  });
  it('[BO9] somebody else changed the same words: both texts are seen, what was typed stays, mine can be put', async () => {
    const {
      drawn,
      document: shared,
      wishes,
    } = setUp({
      refuse: { 'board.edit': { ok: false, code: 'board.changedMeanwhile', params: { text: 'Pedibus ogni giorno' }, at: 0 } },
    });
    await settle();
    await focus(drawn, 'note0002');
    await press('Enter');
    type(drawn.one('dialog textarea'), 'Pedibus in tutte le scuole');
    act(() => {
      const before = shared.entry('notes', 'note0002');
      shared.change([
        { map: 'notes', id: 'note0002', fields: { ...(typeof before === 'object' ? before : {}), text: 'Pedibus ogni giorno' } },
      ]);
    });
    expect(drawn.one('dialog').textContent).toContain('Pedibus ogni giorno');
    expect(drawn.one('dialog textarea')).toMatchObject({ value: 'Pedibus in tutte le scuole' });
    click(button(drawn, 'Salva il biglietto'));
    await settle();
    expect(wishes[0]?.wish).toMatchObject({ was: 'Far ripartire il Pedibus alle elementari', text: 'Pedibus in tutte le scuole' });
    expect(drawn.one('dialog textarea')).toMatchObject({ value: 'Pedibus in tutte le scuole' });
    click(button(drawn, 'Metti il mio testo'));
    await settle();
    expect(wishes[1]?.wish).toMatchObject({ was: 'Pedibus ogni giorno', text: 'Pedibus in tutte le scuole' });
  });
  it('[BO2] in silence only one’s own notes are on the page, with the count; whoever leads does not read the others either', async () => {
    const { drawn } = setUp({
      about: { silence: 1, notes: 17, writers: 6, people: 9 },
      own: [{ note: noteId('mine0001'), text: 'La mia sola', kind: 'idea', area: areaId('area0aa'), state: 'silent', door: 'laptop' }],
    });
    await settle();
    expect(drawn.host.textContent).toContain('La mia sola');
    expect(drawn.one('.board-page').textContent).not.toContain('Pedibus');
    expect(drawn.all('[data-note]')).toEqual([]);
    expect(drawn.one('.board-silent-count').textContent).toContain('17 biglietti, scritti da 6 su 9');
    click(button(drawn, 'Scopri 17 biglietti'));
    expect(drawn.one('dialog').textContent).toContain('Scoprire 17 biglietti?');
  });
  it('[BO7] frozen: it is said above, and what writes says why when it is touched', async () => {
    const { drawn, wishes } = setUp({ about: { phase: 'frozen', frozen: 2 }, may: { write: false, change: 'none', themes: false } });
    await settle();
    expect(drawn.one('.board-bands').textContent).toContain('Bacheca congelata, copia 2.');
    click(button(drawn, 'Scrivi'));
    expect(said(drawn)).toBe('La bacheca è congelata: si può solo leggere');
    expect(wishes).toEqual([]);
  });
});

describe('together', () => {
  it('[BO7] who reads is taken there; who writes is asked, and nothing of the text is touched', async () => {
    const { drawn, again } = setUp();
    await settle();
    await press('n');
    type(drawn.one('textarea'), 'Sto scrivendo');
    again({ focus: areaId('area3aa') });
    expect(drawn.one('.board-bands').textContent).toContain('Chi conduce porta tutti su «Milano Più Fresca».');
    expect(drawn.one('textarea')).toMatchObject({ value: 'Sto scrivendo' });
    click(button(drawn, 'Vai lì'));
    expect(drawn.all('.board-bands .band')).toEqual([]);
  });
  it('[BO6] while dots are given only progress is seen; once counted they stand on the notes', async () => {
    const rule = { each: 5, max: 3, on: 'notes' } as const;
    const {
      drawn,
      again,
      document: shared,
    } = setUp({ about: { dots: { state: 'open', rule, round: 1, finished: 7, begun: 8, base: 9 } } });
    await settle();
    expect(drawn.one('.board-bands').textContent).toContain('Punti aperti: hanno finito 7 su 9.');
    expect(drawn.all('.board-dots')).toEqual([]);
    act(() => {
      const entry = shared.entry('notes', 'note0001');
      shared.change([{ map: 'notes', id: 'note0001', fields: { ...(typeof entry === 'object' ? entry : {}), dots: 7 } }]);
    });
    again({ dots: { state: 'closed', rule, round: 1, voters: 9, base: 9 } });
    await settle();
    expect(drawn.all('[data-note="note0001"] .board-dots i')).toHaveLength(7);
    expect(drawn.one('[data-note="note0001"]').getAttribute('aria-label')).toContain('7 punti');
  });
});

describe('the list', () => {
  it('[BO1] reads area, theme, note in the order of the canvas, and does all that the canvas does', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    const order = drawn.all('[data-area="area0aa"] [data-note]').map((note) => note.dataset['note']);
    await press('e');
    const rows = drawn.all('[data-row]');
    expect(rows.map((row) => row.dataset['row']).slice(0, order.length)).toEqual(order);
    act(() => rows[1]?.querySelector('button')?.focus());
    await settle();
    const acts = drawn.all('[data-row="note0002"] .board-row-acts button').map(({ textContent }) => textContent);
    expect(acts).toEqual(['Modifica', 'Uguale a…', 'Sposta in…', 'Segna minoranza', 'Ritira', 'Nascondi…']);
    await press('m');
    await press('ArrowUp');
    await press('Enter');
    expect(wishes[0]?.wish).toMatchObject({ type: 'board.place', note: 'note0002', theme: 'theme00aa', before: 'note0001' });
  });
  it('[BO5] Sposta in… by digit and Enter', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await focus(drawn, 'note0001');
    await press('s');
    await press('2');
    expect(drawn.all('dialog input:checked')).toHaveLength(1);
    await press('Enter');
    expect(wishes[0]?.wish).toMatchObject({ type: 'board.place', note: 'note0001', area: 'area0aa', theme: 'theme01aa', before: null });
  });
  it('[BO5] Uguale a… searches all notes and merges only what was chosen', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await focus(drawn, 'note0001');
    await press('u');
    type(drawn.one('dialog input[type=search]'), 'pedibus');
    expect(drawn.all('dialog input[type=radio]')).toHaveLength(1);
    await press('ArrowDown');
    await press('Enter');
    expect(wishes[0]?.wish).toEqual({ type: 'board.same', board: 'boardsample', note: 'note0001', into: 'note0002' });
  });
  it('[BO5] what was merged is read with its own words, and parted', async () => {
    const { drawn, wishes } = setUp();
    await settle();
    await focus(drawn, 'note0001');
    click(button(drawn, 'Leggi tutti e 2'));
    expect(drawn.one('dialog').textContent).toContain('Posti bici in numero giusto');
    click(button(drawn, 'Dividi'));
    await settle();
    expect(wishes[0]?.wish).toEqual({ type: 'board.part', board: 'boardsample', note: 'note9999' });
  });
});
