// A board on a member's phone, on what phones really run: what is typed is never lost, nothing of the others is there in silence,
// what has not left is said, dots keep to their rule, everything has a name and works by keyboard.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  A1,
  A2,
  closeDots,
  facilitator,
  freeze,
  give,
  lock,
  member,
  nameTheme,
  noteId,
  openDots,
  plan,
  reveal,
  same,
  themeId,
  working,
  write,
} from '../../../shared/board/testing.testkit.ts';

import { setLang } from '../../kernel/i18n.ts';
import { act, click, draw, press, type } from '../../ui/render.testkit.tsx';
import { answered, box, button, documentOf, memberPage, mineOf, ok, outbox, pendingOf, row, sync } from './fixture.testkit.tsx';

const one = plan().areas.slice(0, 1);
/** A board in silence, with one question. */
const silent = () => working(plan(undefined, { silent: true, areas: one }));
/** The same in the open, at its reading. */
const open = () =>
  silent()
    .when(write(noteId(1), 'Più ombra nelle piazze', { silence: 1 }), member(1))
    .when(write(noteId(2), 'Meno auto in centro', { silence: 1, kind: 'against' }), member(2))
    .when(reveal(), facilitator);

beforeEach(() => localStorage.clear());
afterEach(() => vi.useRealTimers());

describe('silent writing', () => {
  it('[BO2] shows the prompt, one box and how many there are, and nothing of the others', () => {
    const story = silent()
      .when(write(noteId(1), 'Più ombra nelle piazze', { silence: 1 }), member(1))
      .when(write(noteId(2), 'Meno auto in centro', { silence: 1 }), member(2));
    const { send } = outbox();
    // Even a document that held them would not be drawn.
    const document = documentOf(open());
    const page = draw(memberPage(story, member(1), { send, document }));
    expect(page.one('h1').textContent).toBe('Idee');
    expect(page.all('textarea')).toHaveLength(1);
    expect(page.host.textContent).toContain('Hai scritto 1 biglietto. Al tavolo ci sono 2 biglietti.');
    expect(page.host.textContent).not.toContain('Meno auto');
    click(button(page, 'Rileggi i tuoi'));
    expect(page.host.textContent).toContain('Più ombra nelle piazze');
    expect(page.host.textContent).toContain('Nessuno lo legge ancora');
    expect(page.host.textContent).not.toContain('Meno auto');
  });

  it('[BO4] says before one writes who will be shown', () => {
    const { send } = outbox();
    const words = (authors: 'hidden' | 'seat' | 'shown') => {
      const story = silent();
      const about = mineOf(story, member(1)).now;
      if (about === null) throw new Error('no board');
      return draw(memberPage(story, member(1), { send, about: { ...about, authors } })).host.textContent;
    };
    expect(words('hidden')).toContain('Il tuo nome non comparirà, nemmeno dopo.');
    expect(words('seat')).toContain('Accanto ci sarà il numero del tuo posto.');
    // Only boards of older logs: nobody reads a name.
    expect(words('shown')).toContain('Accanto ci sarà il numero del tuo posto.');
  });

  it('[BO9] [K8] a note leaves with its silence and its kind, is kept in the outbox, and the box is free for the next', async () => {
    const story = silent();
    const { send, sent } = outbox();
    const page = draw(memberPage(story, member(1), { send }));
    const kind = page.all('input[type=radio]')[1];
    if (kind === undefined) throw new Error('no kinds');
    click(kind);
    type(box(page), '  Contro le ruspe ');
    click(button(page, 'Aggiungi il biglietto'));
    expect(sent[0]).toMatchObject({
      keep: true,
      wish: { type: 'board.write', text: 'Contro le ruspe', kind: 'against', silence: 1, door: 'phone', seat: null, area: A1, place: null },
    });
    expect(box(page).value).toBe('');
    await answered(sent[0], ok);
    expect(page.host.textContent).not.toContain('Contro le ruspe');
  });

  it('an empty note and one that is too long are not sent, in words, and nothing is cut', () => {
    const { send, sent } = outbox();
    const page = draw(memberPage(silent(), member(1), { send }));
    click(button(page, 'Aggiungi il biglietto'));
    expect(page.one('.thumb-zone [role=alert]').textContent).toBe('Prima scrivi qualcosa.');
    type(box(page), 'a'.repeat(281));
    click(button(page, 'Aggiungi il biglietto'));
    expect(page.one('.thumb-zone [role=alert]').textContent).toContain('al massimo 280 caratteri');
    expect(box(page).value).toHaveLength(281);
    expect(sent).toEqual([]);
  });

  it('[K5] [BO9] what is being typed survives a push, the reveal and a closed page', () => {
    const story = silent();
    const { send } = outbox();
    const page = draw(memberPage(story, member(1), { send }));
    type(box(page), 'Un’idea a metà');
    const field = box(page);
    story.when(write(noteId(2), 'Meno auto', { silence: 1 }), member(2));
    page.again(memberPage(story, member(1), { send }));
    expect(box(page)).toBe(field);
    story.when(reveal(), facilitator);
    page.again(memberPage(story, member(1), { send, document: documentOf(story) }));
    expect(box(page)).toBe(field);
    expect(field.value).toBe('Un’idea a metà');
    expect(box(draw(memberPage(story, member(1), { send }))).value).toBe('Un’idea a metà');
  });

  it('"Non ne ho altri" leaves nothing to do; writing again is one tap', () => {
    const { send } = outbox();
    const page = draw(memberPage(silent(), member(1), { send }));
    click(button(page, 'Non ne ho altri'));
    expect(page.one('h1').textContent).toBe('Bene: aspetta gli altri');
    click(button(page, 'Scrivi ancora'));
    expect(page.all('textarea')).toHaveLength(1);
  });
});

describe('what has not arrived', () => {
  it('[BO9] [K8] without network eight notes wait in sight, each called not sent; with the network a moment is not worth a word', () => {
    const { send, sent } = outbox();
    const page = draw(memberPage(silent(), member(1), { send, online: false }));
    for (let n = 1; n <= 8; n += 1) {
      type(box(page), `Biglietto ${n}`);
      click(button(page, 'Aggiungi il biglietto'));
    }
    page.again(memberPage(silent(), member(1), { send, online: false, pending: pendingOf(sent, 0) }));
    expect(page.all('.mine.waiting')).toHaveLength(8);
    expect(page.one('.mine.waiting').textContent).toContain('Non ancora inviato. Parte appena torna la rete.');
    expect(page.host.textContent).not.toMatch(/ricevut/u);
    page.again(memberPage(silent(), member(1), { send, online: true, pending: pendingOf(sent, 1) }));
    expect(page.all('.mine.waiting')).toHaveLength(0);
    page.again(memberPage(silent(), member(1), { send, online: true, pending: pendingOf(sent, 3) }));
    expect(page.one('.mine.waiting').textContent).toContain('Il server non ha risposto');
  });

  it('[BO3] [BO9] a note that is refused comes back as text with the reason, also after what was typed meanwhile', async () => {
    const story = silent();
    const { send, sent } = outbox();
    const page = draw(memberPage(story, member(1), { send }));
    type(box(page), 'Scritta tardi');
    click(button(page, 'Aggiungi il biglietto'));
    type(box(page), 'La prossima');
    await answered(sent[0], { ok: false, code: 'board.locked', at: 0 });
    expect(page.one('.mine.waiting').textContent).toContain('Scritta tardi');
    expect(page.one('.mine.waiting').textContent).toContain('La bacheca è chiusa per un momento.');
    expect(box(page).value).toBe('La prossima');
    click(button(page, 'Riprendi il testo'));
    expect(box(page).value).toBe('La prossima\nScritta tardi');
    expect(page.all('.mine.waiting')).toHaveLength(0);
  });

  it('[BO9] a page that was closed before the answer finds out: arrived, or its text is still here', () => {
    vi.useFakeTimers();
    const story = silent();
    const first = outbox();
    const page = draw(memberPage(story, member(1), { send: first.send }));
    for (const text of ['Arriverà', 'Si perderà']) {
      type(box(page), text);
      click(button(page, 'Aggiungi il biglietto'));
    }
    const wishes = first.sent.map(({ wish }) => wish);
    const { send } = outbox();
    // Only the first was stored; the outbox is empty, and nobody told this page.
    story.when(wishes[0], member(1));
    const again = draw(memberPage(story, member(1), { send }));
    expect(again.all('.mine.waiting')).toHaveLength(0);
    act(() => vi.advanceTimersByTime(5000));
    expect(again.all('.mine.waiting').map((one) => one.textContent)).toEqual([expect.stringContaining('Si perderà')]);
    expect(again.one('.mine.waiting').textContent).toContain('Non è arrivato. Il testo è qui');
  });
});

describe('the open board', () => {
  it('[BO1] is one list by area, theme and note, with what is to be known of each', () => {
    const story = open()
      .when(write(noteId(3), 'Più ombra in piazza', { silence: 1 }), member(3))
      .when(nameTheme(themeId(1), 'Ombra e alberi', [noteId(1)]), facilitator)
      .when(same(noteId(3), noteId(1)), facilitator);
    const { send } = outbox();
    const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
    expect(page.all('h3').map((one) => one.textContent)).toEqual([
      expect.stringContaining('Ombra e alberi'),
      expect.stringContaining('Ancora senza tema'),
    ]);
    expect(row(page, 'Più ombra nelle piazze').textContent).toContain('Tuo');
    expect(row(page, 'Più ombra nelle piazze').textContent).toContain('detto da 2');
    click(button(page, 'Leggi 1 biglietto unito'));
    expect(page.host.textContent).toContain('Più ombra in piazza');
  });

  it('[BO3] only my own notes open, with what I may do; another’s is text', () => {
    const story = open();
    const { send, sent } = outbox();
    const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
    expect(row(page, 'Meno auto').querySelector('button')).toBeNull();
    click(row(page, 'Più ombra').querySelector('button') ?? page.host);
    for (const words of ['Modifica', 'Uguale a…', 'Sposta in…', 'Togli']) button(page, words);
    click(button(page, 'Togli'));
    expect(sent[0]?.wish).toMatchObject({ type: 'board.withdraw', note: noteId(1) });
  });

  it('[BO5] "Uguale a" and "Sposta in" by taps, and the last step is taken back by its own wish [BO11]', async () => {
    const story = open().when(nameTheme(themeId(1), 'Ombra e alberi'), facilitator);
    const { send, sent } = outbox();
    const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
    click(row(page, 'Più ombra').querySelector('button') ?? page.host);
    click(button(page, 'Uguale a…'));
    click(page.one('input[type=radio]'));
    click(button(page, 'Sono uguali'));
    expect(sent[0]?.wish).toMatchObject({ type: 'board.same', note: noteId(1), into: noteId(2) });
    await answered(sent[0], ok);
    click(button(page, 'Annulla'));
    expect(sent[1]?.wish).toMatchObject({ type: 'board.undo', wish: expect.stringMatching(/^[a-z0-9]{20}$/u) });
    await answered(sent[1], ok);
    click(button(page, 'Sposta in…'));
    const theme = page.all('label').find((label) => label.textContent.includes('Ombra e alberi'));
    click(theme?.querySelector('input') ?? page.host);
    click(button(page, 'Sposta il biglietto'));
    expect(sent[2]?.wish).toMatchObject({ type: 'board.place', note: noteId(1), theme: themeId(1), area: A1, before: null, place: null });
  });

  it('[BO9] a change carries the words from which it began, and its draft survives a closed page', () => {
    const story = open();
    const { send, sent } = outbox();
    const edits = () => {
      const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
      click(row(page, 'Più ombra').querySelector('button') ?? page.host);
      click(button(page, 'Modifica'));
      return page;
    };
    type(box(edits()), 'Più ombra nelle piazze e nei viali');
    const page = edits();
    expect(box(page).value).toBe('Più ombra nelle piazze e nei viali');
    click(button(page, 'Salva le parole nuove'));
    expect(sent[0]).toMatchObject({
      keep: true,
      wish: {
        type: 'board.edit',
        note: noteId(1),
        was: 'Più ombra nelle piazze',
        text: 'Più ombra nelle piazze e nei viali',
        kind: 'idea',
      },
    });
  });

  it('[BO3] [BO8] a locked and a frozen board are read, and say so; a text half written may still be sent, and waits [BO9]', () => {
    const story = open();
    const { send, sent } = outbox();
    const document = documentOf(story);
    const locked = draw(memberPage(story.when(lock(true), facilitator), member(1), { send, document }));
    expect(locked.host.textContent).toContain('si legge, non si scrive');
    expect(locked.all('button').some((one) => one.textContent.includes('Scrivi un biglietto'))).toBe(false);
    story.when(lock(false), facilitator);
    const page = draw(memberPage(story, member(1), { send, document }));
    click(button(page, 'Scrivi un biglietto'));
    type(box(page), 'Arrivo tardi');
    story.when(freeze(), facilitator);
    page.again(memberPage(story, member(1), { send, document }));
    expect(page.host.textContent).toContain('La bacheca si è fermata mentre scrivevi.');
    click(button(page, 'Manda lo stesso'));
    const wish = sent[0]?.wish;
    if (wish === undefined) throw new Error('nothing was sent');
    story.when(wish, member(1)).thenWritten();
    page.again(memberPage(story, member(1), { send, document }));
    expect(page.host.textContent).toContain('1 tuo biglietto è arrivato a bacheca ferma');
    expect(page.all('textarea')).toHaveLength(0);
  });

  it('[BO7] with everybody called to an area the next note goes there, but never one that is half written [K5]', () => {
    const story = working(plan(undefined, { silent: true, areas: plan().areas.slice(0, 2) }));
    const { send } = outbox();
    const page = draw(memberPage(story, member(1), { send }));
    const column = () => page.one('.bp-column').textContent;
    expect([page.one('h1').textContent, column()]).toEqual(['Che cosa viene prima?', 'Idee']);
    type(box(page), 'A metà');
    story.when({ type: 'board.focus', board: plan().id, area: A2 }, facilitator);
    page.again(memberPage(story, member(1), { send }));
    expect(column()).toBe('Idee');
    click(button(page, 'Vai dove sono gli altri'));
    expect(column()).toBe('Dubbi');
    expect(box(page).value).toBe('A metà');
  });

  it('[BO10] one note that changes draws its own words, and the list stays where it was', () => {
    const story = open();
    const { send } = outbox();
    const document = documentOf(story);
    const page = draw(memberPage(story, member(1), { send, document }));
    const kept = row(page, 'Più ombra');
    story.when(
      { type: 'board.edit', board: plan().id, note: noteId(2), was: 'Meno auto in centro', text: 'Meno auto', kind: 'against' },
      member(2),
    );
    sync(document, story);
    expect(row(page, 'Meno auto').textContent).not.toContain('in centro');
    expect(row(page, 'Più ombra')).toBe(kept);
  });
});

describe('a text half written', () => {
  it('[BO6] [K5] dots come before it, and their result; it is kept, said in a line, and one tap away', () => {
    const story = open();
    const { send } = outbox();
    const page = draw(memberPage(story, member(1), { send }));
    const push = () => page.again(memberPage(story, member(1), { send, document: documentOf(story) }));
    push();
    click(button(page, 'Scrivi un biglietto'));
    type(box(page), 'Ancora una cosa');
    story.when({ type: 'board.step', board: plan().id, from: 'read', to: 'themes' }, facilitator);
    push();
    expect(box(page).value).toBe('Ancora una cosa');
    story.when(openDots, facilitator);
    push();
    expect(page.host.textContent).toContain('Ti restano 5 punti di 5');
    expect(page.host.textContent).toContain('Hai un testo che non è partito.');
    click(button(page, 'Riprendi il testo'));
    expect(box(page).value).toBe('Ancora una cosa');
    click(button(page, 'Leggi la bacheca'));
    story.when(give([[noteId(1), 1]], 1), member(2)).when(closeDots(), facilitator);
    push();
    expect(page.all('textarea')).toHaveLength(0);
    expect(row(page, 'Più ombra').textContent).toContain('1 punto');
    click(button(page, 'Riprendi il testo'));
    expect(box(page).value).toBe('Ancora una cosa');
  });

  it('an older word of what is missing goes when a note has arrived since', () => {
    const story = silent();
    const { send, sent } = outbox();
    const page = draw(memberPage(story, member(1), { send }));
    type(box(page), 'Ombra');
    click(button(page, 'Aggiungi il biglietto'));
    click(button(page, 'Aggiungi il biglietto'));
    expect(page.one('.thumb-zone [role=alert]').textContent).toBe('Prima scrivi qualcosa.');
    story.when(sent[0]?.wish, member(1));
    page.again(memberPage(story, member(1), { send }));
    expect(page.all('.thumb-zone [role=alert]')).toHaveLength(0);
  });

  it('a column that is a question is the title, the board’s own above it', () => {
    const { send } = outbox();
    const page = draw(memberPage(working(plan(undefined, { silent: true, areas: plan().areas.slice(1).reverse() })), member(1), { send }));
    expect(page.one('h1').textContent).toBe('Importante e urgente?');
    expect(page.one('.bp-column').textContent).toBe('Che cosa viene prima?');
  });
});

describe('dots', () => {
  const dotting = () => open().when(openDots, facilitator);
  it('[BO6] so many each, so many at most on one; at the limit the button says why', () => {
    const story = dotting();
    const { send, sent } = outbox();
    const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
    expect(page.host.textContent).toContain('Ti restano 5 punti di 5');
    const plus = () => button(page, 'Dai un punto: Più ombra');
    click(plus());
    click(plus());
    expect(page.host.textContent).toContain('Ti restano 3 punti di 5');
    expect(plus().getAttribute('aria-disabled')).toBe('true');
    click(plus());
    expect(page.host.textContent).toContain('Qui hai già dato il massimo: 2');
    expect(sent.map(({ wish }) => wish)).toMatchObject([
      { type: 'board.giveDots', round: 1, edit: 1, given: [[noteId(1), 1]], done: false },
      { edit: 2, given: [[noteId(1), 2]], done: false },
    ]);
    story.when(sent[1]?.wish, member(1)).thenAnswer({ edit: 2 });
  });

  it('[BO6] all given: the others say so; "Ho finito" is sent, and can be changed until the close', () => {
    const story = working(plan(undefined, { areas: one, dots: { each: 1, max: 1, on: 'notes' } }))
      .when(write(noteId(1), 'Più ombra'), member(1))
      .when(write(noteId(2), 'Meno auto'), member(2))
      .when(openDots, facilitator);
    const { send, sent } = outbox();
    const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
    click(button(page, 'Dai un punto: Meno auto'));
    const other = button(page, 'Dai un punto: Più ombra');
    expect(other.getAttribute('aria-disabled')).toBe('true');
    expect(other.nextElementSibling?.textContent).toBe('Hai dato tutti i tuoi punti: per cambiare, togline uno');
    click(button(page, 'Ho finito'));
    expect(sent.at(-1)?.wish).toMatchObject({ given: [[noteId(2), 1]], done: true, edit: 2 });
    expect(page.one('h1').textContent).toBe('Hai finito: guarda il tavolo');
    click(button(page, 'Cambia i punti'));
    expect(page.host.textContent).toContain('Ti restano 0 punti di 1');
  });

  it('[K5] a push of what the server holds does not touch what was tapped since; a later edit of another device wins', () => {
    const story = dotting();
    const { send } = outbox();
    const document = documentOf(story);
    const page = draw(memberPage(story, member(1), { send, document }));
    click(button(page, 'Dai un punto: Più ombra'));
    click(button(page, 'Dai un punto: Meno auto'));
    story.when(give([[noteId(1), 1]], 1), member(1));
    page.again(memberPage(story, member(1), { send, document }));
    expect(page.host.textContent).toContain('Ti restano 3 punti di 5');
    story.when(give([[noteId(2), 1]], 9), member(1));
    page.again(memberPage(story, member(1), { send, document }));
    expect(page.host.textContent).toContain('Ti restano 4 punti di 5');
  });
});

describe('for everybody', () => {
  it('[IN2] every control has a name, and a note opens with the keyboard’s own button', () => {
    const story = open();
    const { send } = outbox();
    const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
    const opener = row(page, 'Più ombra').querySelector('button');
    expect(opener?.getAttribute('aria-expanded')).toBe('false');
    press(opener ?? page.host, 'Enter');
    click(opener ?? page.host);
    expect(opener?.getAttribute('aria-expanded')).toBe('true');
    const write = draw(memberPage(silent(), member(1), { send }));
    for (const control of [...page.all('button, input, textarea'), ...write.all('button, input, textarea')]) {
      const id = control.getAttribute('id');
      const label = id === null ? null : document.querySelector(`label[for="${id}"]`);
      const name = control.getAttribute('aria-label') ?? control.textContent.trim();
      expect(name || label?.textContent || control.closest('label')?.textContent).not.toBe('');
    }
  });

  it('[IN1] an Arabic phone has Arabic words around Italian notes, each with its own language', async () => {
    const story = open();
    const { send, sent } = outbox();
    await setLang('ar');
    const page = draw(memberPage(story, member(1), { send, document: documentOf(story) }));
    expect(page.one('.bp-words').getAttribute('lang')).toBe('it');
    expect(page.one('.bp-words').getAttribute('dir')).toBe('ltr');
    click(button(page, 'اكتب بطاقة'));
    type(box(page), 'ظل أكثر');
    click(button(page, 'أضف البطاقة'));
    expect(sent[0]?.wish).toMatchObject({ lang: 'ar', text: 'ظل أكثر' });
    await setLang('it');
  });
});
