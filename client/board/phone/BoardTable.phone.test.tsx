// One table led from one phone: the steps, the clock, the reveal asked in its own words, themes by taps, notes entered for a seat,
// dots with who is missing, and never a note before the reveal.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  A1,
  B1,
  closeDots,
  facilitator,
  freeze,
  give,
  member,
  memberId,
  nameTheme,
  noteId,
  openDots,
  plan,
  reveal,
  table1,
  themeId,
  working,
  write,
} from '../../../shared/board/testing.testkit.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import { act, click, draw, type, type Drawn } from '../../ui/render.testkit.tsx';
import { answered, box, button, documentOf, ok, outbox, row, tableMineOf, tablePage } from './fixture.testkit.tsx';

const one = plan().areas.slice(0, 1);
const silent = () => working(plan(undefined, { silent: true, areas: one }));
const written = () =>
  silent()
    .when(write(noteId(1), 'Più ombra nelle piazze', { silence: 1 }), member(1))
    .when(write(noteId(2), 'Meno auto in centro', { silence: 1, kind: 'against' }), member(2))
    .when(write(noteId(3), 'Più ombra in piazza', { silence: 1 }), member(3));
const themes = () => written().when(reveal(), table1).when({ type: 'board.step', board: B1, from: 'read', to: 'themes' }, table1);
const dialog = (page: Drawn): HTMLElement => page.one('dialog');
const openNote = (page: Drawn, words: string): void => click(row(page, words).querySelector('button') ?? page.host);

beforeEach(() => localStorage.clear());

describe('silence and reveal', () => {
  it('[BO2] whoever leads the table sees how many notes of how many people, and no note', () => {
    const story = written();
    const { send } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    expect(page.one('.bp-count').textContent).toBe('3biglietti, scritti da 3 su 4');
    expect(page.all('.seats > .solid')).toHaveLength(3);
    expect(page.all('.seats > .waiting')).toHaveLength(1);
    expect(page.host.textContent).toContain('Nessuno legge ancora, nemmeno tu');
    expect(page.host.textContent).not.toContain('ombra');
  });

  it('[BO2] the reveal is asked with its object and number, says who has not written as far as it is known, and names its silence', async () => {
    const story = written();
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send }));
    click(button(page, 'Scopri i biglietti…'));
    expect(dialog(page).querySelector('h2')?.textContent).toBe('Scopri i 3 biglietti al tavolo?');
    expect(dialog(page).textContent).toContain('tutte le 4 persone del tavolo');
    expect(dialog(page).textContent).toContain('Una persona non ha ancora scritto.');
    expect(dialog(page).textContent).toContain('Lo schermo della sala no.');
    click(button(page, 'Aspetta ancora un minuto'));
    expect(sent[0]?.wish).toEqual({ type: 'board.clock', board: B1, wish: { kind: 'add', sec: 60 } });
    expect(page.all('dialog')).toHaveLength(0);
    await answered(sent[0], ok);
    click(button(page, 'Scopri i biglietti…'));
    click(button(page, 'Scopri i 3 biglietti'));
    expect(sent[1]?.wish).toEqual({ type: 'board.reveal', board: B1, silence: 1 });
    story.when(sent[1]?.wish, table1).then({ type: 'board.revealed' });
  });

  it('when everybody has written nobody is said to be missing; with no note there is nothing to reveal', () => {
    const { send } = outbox();
    const all = written().when(write(noteId(4), 'Acqua', { silence: 1 }), member(4));
    const page = draw(tablePage(all, { send }));
    click(button(page, 'Scopri i biglietti…'));
    expect(dialog(page).textContent).not.toContain('non ha ancora scritto');
    const empty = draw(tablePage(silent(), { send }));
    click(button(empty, 'Scopri i biglietti…'));
    expect(empty.all('dialog')).toHaveLength(0);
    expect(empty.host.textContent).toContain('Non c’è ancora nessun biglietto da scoprire.');
  });

  it('[BO2] leaving the writing by the head line is the reveal too, never a silent step', () => {
    const { send, sent } = outbox();
    const page = draw(tablePage(written(), { send }));
    click(button(page, 'Temi'));
    expect(dialog(page).querySelector('h2')?.textContent).toBe('Scopri i 3 biglietti al tavolo?');
    expect(sent).toEqual([]);
  });

  it('[BO3] a note for who has no phone: whose it is comes first, and it is marked as said or from a sheet', () => {
    const story = written();
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send }));
    click(button(page, 'scrivi un biglietto'));
    type(box(page), 'Panchine all’ombra');
    click(button(page, 'Aggiungi il biglietto'));
    expect(page.one('.thumb-zone [role=alert]').textContent).toBe('Prima scegli di chi è il biglietto.');
    const seat = page.one('select');
    if (!(seat instanceof HTMLSelectElement)) throw new Error('no seats');
    seat.value = memberId(4);
    seat.dispatchEvent(new Event('change', { bubbles: true }));
    click(page.all('input[type=radio]').find((radio) => radio.getAttribute('value') === 'paper') ?? page.host);
    click(button(page, 'Aggiungi il biglietto'));
    expect(sent[0]).toMatchObject({ keep: true, wish: { text: 'Panchine all’ombra', seat: memberId(4), door: 'paper', silence: 1 } });
    expect(page.all('.thumb-zone [role=alert]')).toHaveLength(0);
    story.when(sent[0]?.wish, table1).thenWritten();
  });
});

describe('the steps', () => {
  it('[K9] a step back is one tap and a question, and back in the writing one chooses silence or the open board', () => {
    const story = themes();
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    expect(page.one('[aria-current=step]').textContent).toContain('Temi');
    click(button(page, 'Lettura'));
    expect(sent).toEqual([]);
    click(button(page, 'Vai a Lettura'));
    expect(sent[0]?.wish).toEqual({ type: 'board.step', board: B1, from: 'themes', to: 'read' });
    click(button(page, 'Scrittura'));
    click(button(page, 'Scrivete in silenzio'));
    expect(sent[1]?.wish).toEqual({ type: 'board.silence', board: B1 });
  });

  it('[BO7] the clock is lengthened, stopped and goes on', () => {
    const story = written();
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, backAt: Date.UTC(2026, 10, 21, 11, 30) }));
    expect(page.host.textContent).toContain('In sala si torna alle 12.30');
    for (const words of ['1 minuto in più', '5 minuti in più', 'Ferma il tempo']) click(button(page, words));
    expect(sent.map(({ wish }) => wish['wish'])).toEqual([{ kind: 'add', sec: 60 }, { kind: 'add', sec: 300 }, { kind: 'pause' }]);
    story.when(sent[2]?.wish, table1);
    page.again(tablePage(story, { send }));
    click(button(page, 'Il tempo riprende'));
    expect(sent[3]?.wish['wish']).toEqual({ kind: 'resume' });
  });
});

describe('themes by taps', () => {
  it('[BO5] a theme gets its name and the notes that are ticked', async () => {
    const story = themes();
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    openNote(page, 'nelle piazze');
    click(button(page, 'Nuovo tema'));
    click(button(page, 'Crea il tema con 1 biglietto'));
    expect(page.one('.thumb-zone [role=alert]').textContent).toBe('Prima scrivi il nome del tema.');
    type(page.one('input.inp'), 'Ombra');
    click(
      page
        .all('label')
        .find((label) => label.textContent.includes('in piazza'))
        ?.querySelector('input') ?? page.host,
    );
    click(button(page, 'Crea il tema con 2 biglietti'));
    expect(sent[0]?.wish).toMatchObject({ type: 'board.nameTheme', area: A1, title: 'Ombra', lang: 'it', notes: [noteId(1), noteId(3)] });
    await answered(sent[0], ok);
    story.when(sent[0]?.wish, table1).thenWritten();
    expect(page.host.textContent).toContain('Tema creato: Ombra');
  });

  it('[BO5] the likest come first in "Uguale a", as a suggestion, and a person decides', () => {
    const story = themes();
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    openNote(page, 'nelle piazze');
    click(button(page, 'Uguale a…'));
    const first = page.one('label.choice');
    expect(first.textContent).toContain('Più ombra in piazza');
    expect(first.textContent).toContain('ha parole simili');
    click(button(page, 'Sono uguali'));
    expect(sent).toEqual([]);
    click(first.querySelector('input') ?? page.host);
    click(button(page, 'Sono uguali'));
    expect(sent[0]?.wish).toMatchObject({ type: 'board.same', note: noteId(1), into: noteId(3) });
  });

  it('[BO7] hiding is there only for whoever may; it asks once, with a reason, and is taken back with its own fact', async () => {
    const story = themes();
    const { send, sent } = outbox();
    const mine = tableMineOf(story);
    const plain = draw(tablePage(story, { send, document: documentOf(story) }));
    openNote(plain, 'Meno auto');
    click(button(plain, 'Altro'));
    expect(plain.all('dialog button').some((one) => one.textContent.includes('Nascondi'))).toBe(mine.may.hide);
    click(button(plain, 'Chiudi'));
    const page = draw(tablePage(story, { send, document: documentOf(story), mine: { ...mine, may: { ...mine.may, hide: true } } }));
    openNote(page, 'Meno auto');
    click(button(page, 'Altro'));
    click(button(page, 'Nascondi…'));
    expect(sent).toEqual([]);
    type(page.one('dialog input.inp'), 'dato privato');
    click(button(page, 'Nascondi il biglietto'));
    expect(sent[0]?.wish).toEqual({ type: 'board.hide', board: B1, note: noteId(2), on: true, reason: 'dato privato' });
    await answered(sent[0], ok);
    click(button(page, 'Annulla'));
    expect(sent[1]?.wish).toMatchObject({ type: 'board.hide', note: noteId(2), on: false });
  });

  it('[BO5] a note moves up and down in its list, and a minority is marked, without any dragging', () => {
    const story = themes();
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    const more = (words: string, act: string): void => {
      if (row(page, words).querySelector('button')?.getAttribute('aria-expanded') !== 'true') openNote(page, words);
      click(button(page, 'Altro'));
      click(button(page, act));
    };
    more('Meno auto', 'Sposta più su');
    more('Meno auto', 'Sposta più giù');
    more('Meno auto', 'Segna come minoranza');
    expect(sent.map(({ wish }) => wish)).toMatchObject([
      { type: 'board.place', note: noteId(2), before: noteId(1) },
      { type: 'board.place', note: noteId(2), before: null },
      { type: 'board.flag', note: noteId(2), on: true },
    ]);
  });

  it('a theme gets another name, another place, or goes: its notes stay', () => {
    const story = themes()
      .when(nameTheme(themeId(1), 'Ombra', [noteId(1)]), table1)
      .when(nameTheme(themeId(2), 'Auto'), table1);
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    const more = (): void => click(page.all('button[aria-label="Altro per questo tema"]')[1] ?? page.host);
    more();
    click(button(page, 'Sposta più su'));
    more();
    click(button(page, 'Togli il tema'));
    more();
    click(button(page, 'Cambia nome'));
    expect(page.one('input.inp')).toMatchObject({ value: 'Auto' });
    type(page.one('input.inp'), 'Traffico');
    click(button(page, 'Cambia nome'));
    expect(sent.map(({ wish }) => wish)).toMatchObject([
      { type: 'board.placeTheme', theme: themeId(2), before: themeId(1) },
      { type: 'board.removeTheme', theme: themeId(2) },
      { type: 'board.nameTheme', theme: themeId(2), title: 'Traffico', notes: [] },
    ]);
  });
});

describe('dots', () => {
  it('[BO6] while they are open only how many have finished and which seats are missing; closing repeats the number', () => {
    const story = themes()
      .when(openDots, table1)
      .when(give([[noteId(1), 2]], 1, true), member(1))
      .when(give([[noteId(2), 1]], 1), member(2));
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    expect(page.one('.bp-count').textContent).toBe('1ha finito, su 4');
    expect(page.host.textContent).toContain('Mancano i posti 2, 3, 4.');
    expect(page.host.textContent).not.toContain('punti a');
    expect(page.all('.bp-note')).toHaveLength(0);
    click(button(page, 'Chiudi i punti…'));
    expect(dialog(page).textContent).toContain('3 persone non hanno ancora finito.');
    click(button(page, 'Chiudi i punti di 2 persone'));
    expect(sent[0]?.wish).toEqual({ type: 'board.closeDots', board: B1, round: 1 });
    story.when(closeDots(), table1);
    page.again(tablePage(story, { send, document: documentOf(story) }));
    expect(row(page, 'nelle piazze').textContent).toContain('2 punti');
  });
});

describe('what gives way', () => {
  const naming = (story: Scenario) => {
    const { send, sent } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story) }));
    return { page, sent, push: () => page.again(tablePage(story, { send, document: documentOf(story) })) };
  };
  it.each([
    ['dots are opened', openDots],
    ['the board is frozen', freeze()],
  ])('[GR4] "Nuovo tema" closes when %s, and the name that was typed is kept', (_why, wish) => {
    const story = themes();
    const { page, push } = naming(story);
    click(button(page, 'Nuovo tema'));
    type(page.one('input.inp'), 'Ombra');
    story.when(wish, facilitator);
    push();
    expect(page.all('input.inp')).toHaveLength(0);
    expect(page.all('nav .now')).toHaveLength(1);
    expect(page.host.textContent.includes('La bacheca è ferma')).toBe(wish.type === 'board.freeze');
  });

  it('[BO9] a note for somebody that was half written when the board was frozen is in sight, and sent all the same it waits', () => {
    const story = themes();
    const { page, push, sent } = naming(story);
    click(button(page, 'scrivi un biglietto'));
    type(box(page), 'Panchine');
    story.when(freeze(), facilitator);
    push();
    expect(page.host.textContent).toContain('Hai un testo che non è partito.');
    click(button(page, 'Riprendi il testo'));
    expect(box(page).value).toBe('Panchine');
    const seat = page.one('select');
    if (!(seat instanceof HTMLSelectElement)) throw new Error('no seats');
    seat.value = memberId(4);
    act(() => void seat.dispatchEvent(new Event('change', { bubbles: true })));
    click(button(page, 'Manda lo stesso'));
    story.when(sent[0]?.wish, table1).thenWritten();
  });
});

describe('beside a whole board', () => {
  it('the strip has every control and no second list', () => {
    const story = themes();
    const { send } = outbox();
    const page = draw(tablePage(story, { send, document: documentOf(story), canvas: true }));
    expect(page.all('.bp-note')).toHaveLength(0);
    button(page, 'Nuovo tema');
    button(page, 'Passa ai punti');
  });

  it('without network what was done is said not to have left', () => {
    const story = themes();
    const { send } = outbox();
    const page = draw(
      tablePage(story, {
        send,
        online: false,
        pending: [{ id: 'w1', command: { type: 'board.flag', board: B1 }, since: 0, tries: 0, keep: true }],
      }),
    );
    expect(page.host.textContent).toContain('1 cosa non è ancora partita');
  });
});

it('[BO3] what may not be done says so and does nothing', () => {
  const story = themes();
  const { send, sent } = outbox();
  const page = draw(
    tablePage(story.when({ type: 'board.lock', boards: [B1], on: true }, facilitator), { send, document: documentOf(story) }),
  );
  click(button(page, 'Nuovo tema'));
  expect(sent).toEqual([]);
  expect(page.host.textContent).toContain('In questo momento non si può.');
  expect(row(page, 'Meno auto').querySelector('button')).toBeNull();
});
