// Stories of writing: own notes and the table's, late ones, two people in one note, what lies under what, themes, taking back.
import { describe, expect, test } from 'vitest';
import { lengthOf } from '../kernel/text.ts';
import { boardLimits } from './limits.ts';
import {
  A2,
  A3,
  B1,
  B2,
  B3,
  G1,
  G2,
  desk,
  edit,
  entered,
  facilitator,
  flag,
  freeze,
  hall,
  hide,
  left,
  listener,
  lock,
  member,
  memberId,
  moved,
  nameTheme,
  nextRound,
  noteId,
  noteOf,
  part,
  place,
  plan,
  recalled,
  removeTheme,
  reveal,
  same,
  shownNotes,
  shownThemes,
  silence,
  stateOf,
  table1,
  table2,
  textsShown,
  themeId,
  undo,
  wall,
  withdraw,
  working,
  write,
} from './testing.testkit.ts';
import type { Scenario } from '../kernel/scenario.ts';

const [n1, n2, n3, n4] = [noteId(1), noteId(2), noteId(3), noteId(4)];
const [t1, t2] = [themeId(1), themeId(2)];
/** A note by member 1, one by 2, one by 3. */
const three = (): Scenario =>
  working().when(write(n1, 'Più alberi'), member(1)).when(write(n2, 'Alberi nuovi'), member(2)).when(write(n3, 'Meno auto'), member(3));
const order = (story: Scenario) =>
  Object.entries(shownNotes(story))
    .sort(([, a], [, b]) => Number(a['order']) - Number(b['order']))
    .map(([id]) => id);

describe('writing', () => {
  test('[BO3] a member writes on the board of the own table and on the plenary’s, on no other', () => {
    const story = working(plan(), plan(B2), plan(B3));
    story.when(write(n1, 'Più alberi'), member(1)).thenWritten();
    story.when(write(n2, 'In plenaria', { board: B3 }), member(1)).thenWritten();
    story.when(write(n3, 'Altrove', { board: B2 }), member(1)).refused('board.notYours');
    story.when(write(n4, 'Senza tavolo'), member(9)).refused('board.notYours');
    expect(textsShown(story)).toEqual(['Più alberi']);
  });
  test('[BO3] nobody writes who is not present, and neither audience, desk nor screen ever', () => {
    const story = working().given(left(1));
    story.when(write(n1, 'Da casa'), member(1)).refused('board.notYours');
    for (const actor of [desk, listener, wall]) story.when(write(n1, 'No'), actor).refused('kernel.notYours');
  });
  test('[BO3] a table facilitator writes on the own table’s board only; whoever leads the session takes over any', () => {
    const story = working(plan(), plan(B2));
    story.when(write(n1, 'Dal portatile', { door: 'laptop' }), table1).thenWritten();
    story.when(write(n2, 'No', { board: B2, door: 'laptop' }), table1).refused('board.notYours');
    story.when(write(n3, 'Al posto del tavolo', { board: B2, door: 'laptop' }), facilitator).thenWritten();
  });
  test('[K3] the same note sent again is the same note, whatever happened to the board since', () => {
    const story = working().when(write(n1, 'Più alberi'), member(1));
    story.when(write(n1, 'Più alberi'), member(1)).thenNothing();
    story.when(lock(true), facilitator).when(write(n1, 'Più alberi'), member(1)).thenNothing();
    story.when(lock(false), facilitator).when(freeze(), facilitator).when(write(n1, 'Più alberi'), member(1)).thenNothing();
    expect(Object.keys(shownNotes(story))).toEqual([n1]);
  });
  test('[BO3] another’s id is not mine to write', () => {
    three().when(write(n2, 'Mio'), member(1)).refused('board.idTaken');
  });
  test('[K6] what the board does not know is refused', () => {
    const story = working(plan(B1, { kinds: ['idea'] }));
    story.when(write(n1, 'x', { area: 'area9999' }), member(1)).refused('board.unknownArea');
    story.when(write(n1, 'x', { kind: 'against' }), member(1)).refused('board.kindNotHere');
    story.when(write(n1, 'x', { board: B2 }), member(1)).refused('board.unknown');
    story.when(write(n1, 'x'.repeat(281)), member(1)).refused('kernel.malformed');
    story.when(write(n1, ''), member(1)).refused('kernel.malformed');
  });
  test('[BO9] a theme that went while the phone was away does not hold the note back', () => {
    const story = three()
      .when(nameTheme(t1, 'Verde', [n1]), table1)
      .when(removeTheme(t1), table1);
    story.when(write(n4, 'Arrivo tardi', { theme: t1 }), member(4)).thenWritten();
    expect(shownNotes(story)[n4]).not.toHaveProperty('theme');
  });
  test('[K6] a hundred notes of one person on one board are enough; others go on', () => {
    const story = working();
    for (let i = 0; i < boardLimits.notesEach; i += 1) story.when(write(noteId(`a${i}`), `Idea ${i}`), member(1)).thenWritten();
    story.when(write(n1, 'Ancora'), member(1)).refused('board.tooMany', { max: 100 });
    story.when(write(n1, 'Io no'), member(2)).thenWritten();
  });
  test('[GR3] a note carries its table from the moment of writing, also when its author moves', () => {
    const story = working(plan(), plan(B2), plan(B3));
    story.when(write(n1, 'Da un tavolo'), member(1)).when(write(n2, 'In plenaria', { board: B3 }), member(1));
    story.given(moved(1, G1, G2)).when(write(n3, 'Dall’altro', { board: B3 }), member(1));
    expect(noteOf(story, n1).group).toBe(G1);
    expect(noteOf(story, n2, B3).group).toBe(G1);
    expect(noteOf(story, n3, B3).group).toBe(G2);
    // On the board that they left they are neither among the people nor among those who have written.
    expect(story.mine(table1)).toMatchObject({ board: { now: { notes: 1, writers: 0 } } });
    story.when(edit(n1, 'Da un tavolo', 'Non più qui'), member(1)).refused('board.notYours');
    story.given(recalled).when(write(n4, 'Tutti insieme', { board: B3 }), member(1));
    expect(noteOf(story, n4, B3).group).toBeNull();
  });
  test('[BO9] a sheet or a dictated note is entered for a seat that sits at the table, and marked; it is that person’s own', () => {
    const story = working(plan(B1, { authors: 'seat' }));
    story.when(write(n1, 'Dal foglio', { door: 'paper', seat: memberId(2) }), table1).thenWritten();
    expect(shownNotes(story)[n1]).toMatchObject({ door: 'paper', seat: '2' });
    story.when(edit(n1, 'Dal foglio', 'Dal mio foglio'), member(2)).thenWritten();
    story.when(edit(n1, 'Dal mio foglio', 'No'), member(3)).refused('board.notYours');
    story.when(write(n2, 'Di un altro tavolo', { door: 'paper', seat: memberId(5) }), table1).refused('board.notAtTable');
    story.when(write(n2, 'Da un telefono', { door: 'phone', seat: memberId(2) }), table1).refused('board.notYours');
    story.when(write(n2, 'Per un altro', { door: 'paper', seat: memberId(2) }), member(1)).refused('board.notYours');
    story.when(write(n2, 'Finto foglio', { door: 'paper' }), member(1)).refused('board.notYours');
    story.when(write(n2, 'Di tutti', { door: 'dictated' }), table1).thenWritten();
    expect(shownNotes(story)[n2]).toMatchObject({ door: 'dictated' });
  });
  test('before the doors nothing is written; after the close neither', () => {
    const story = working();
    story.when({ type: 'session.close' }, facilitator).when(write(n1, 'Tardi'), member(1)).refused('board.over');
    hall().when(write(n1, 'Presto'), member(1)).refused('board.unknown');
  });
  test('a board that is only prepared takes nothing', () => {
    hall()
      .when({ type: 'board.prepare', plans: [plan()] }, facilitator)
      .when(write(n1, 'Presto'), member(1))
      .refused('board.notOpen');
  });
});

describe('whose note', () => {
  test('[BO3] own notes only: a member changes, takes back, flags and puts away nothing of another', () => {
    const story = three();
    for (const wish of [edit(n2, 'Alberi nuovi', 'x'), withdraw(n2), flag(n2), place(n2, null), same(n2, n1), part(n2)])
      story.when(wish, member(1)).refused('board.notYours');
    expect(textsShown(story)).toEqual(['Più alberi', 'Alberi nuovi', 'Meno auto']);
  });
  test('[BO3] whoever runs the table changes all of its notes, another table’s facilitator none', () => {
    const story = three();
    story.when(edit(n2, 'Alberi nuovi', 'Alberi giovani'), table1).thenWritten();
    story.when(edit(n2, 'Alberi giovani', 'x'), table2).refused('board.notYours');
    story.when(withdraw(n3), facilitator).thenWritten();
    expect(textsShown(story)).toEqual(['Più alberi', 'Alberi giovani']);
  });
  test('[BO3] a locked board and a frozen one take no change', () => {
    const story = three().when(lock(true), table1);
    for (const wish of [edit(n1, 'Più alberi', 'x'), withdraw(n1), place(n1, null), same(n1, n2), flag(n1), write(n4, 'x')])
      story.when(wish, member(1)).refused('board.locked');
    story.when(nameTheme(t1, 'Verde'), table1).refused('board.locked');
    story.when(lock(false), table1).when(freeze(), facilitator);
    for (const wish of [edit(n1, 'Più alberi', 'x'), withdraw(n1), place(n1, null), same(n1, n2), flag(n1)])
      story.when(wish, member(1)).refused('board.frozen');
    story.when(nameTheme(t1, 'Verde'), table1).refused('board.frozen');
  });
  test('[BO3] themes are named by whoever runs the table', () => {
    three().when(nameTheme(t1, 'Verde'), member(1)).refused('kernel.notYours');
  });
});

describe('two people in one note', () => {
  test('[BO9] both changes stay when they do not touch', () => {
    const story = working().when(write(n1, 'Più alberi in città'), member(1));
    story.when(edit(n1, 'Più alberi in città', 'Più alberi in tutta la città'), table1);
    story.when(edit(n1, 'Più alberi in città', 'Più alberi veri in città'), member(1)).thenWritten();
    expect(textsShown(story)).toEqual(['Più alberi veri in tutta la città']);
  });
  test('[BO9] where they touch the later one is refused with the text as it is; nothing is overwritten', () => {
    const story = working()
      .when(write(n1, 'Più alberi'), member(1))
      .when(edit(n1, 'Più alberi', 'Più tigli'), table1);
    story.when(edit(n1, 'Più alberi', 'Più platani'), member(1)).refused('board.changedMeanwhile', { text: 'Più tigli' });
    expect(textsShown(story)).toEqual(['Più tigli']);
  });
  test('[K3] an edit that is there already is nothing to do', () => {
    const story = working()
      .when(write(n1, 'Più alberi'), member(1))
      .when(edit(n1, 'Più alberi', 'Più tigli'), member(1));
    story.when(edit(n1, 'Più alberi', 'Più tigli'), member(1)).thenNothing();
  });
  test('[BO9] a merge that would be too long for a note is refused, and says so', () => {
    const long = 'parola '.repeat(30).trim();
    const story = working().when(write(n1, `inizio ${long} fine`), member(1));
    const [head, tail] = ['lunga '.repeat(9).trim(), 'coda '.repeat(11).trim()];
    story.when(edit(n1, `inizio ${long} fine`, `${head} inizio ${long} fine`), table1).thenWritten();
    story.when(edit(n1, `inizio ${long} fine`, `inizio ${long} fine ${tail}`), member(1)).refused('board.tooLong', { max: 280 });
    expect(lengthOf(noteOf(story, n1).text)).toBeLessThanOrEqual(280);
  });
  test('a note that was taken back is gone for who edits it', () => {
    three()
      .when(withdraw(n1), member(1))
      .when(edit(n1, 'Più alberi', 'x'), member(1))
      .refused('board.gone');
  });
});

describe('late', () => {
  test('[BO9] what was written in a silence that is over is in the open at once, marked late', () => {
    const story = working(plan(B1, { silent: true }))
      .when(write(n1, 'In tempo', { silence: 1 }), member(1))
      .when(reveal(), table1);
    story.when(write(n2, 'Senza rete', { silence: 1 }), member(2)).thenWritten();
    expect(shownNotes(story)[n1]).not.toHaveProperty('late');
    expect(shownNotes(story)[n2]).toMatchObject({ text: 'Senza rete', late: true });
  });
  test('[BO9] what comes back before the reveal joins the silence and is not late', () => {
    const story = working(plan(B1, { silent: true })).when(write(n1, 'Scritta senza rete', { silence: 1 }), member(1));
    expect(textsShown(story)).toEqual([]);
    story.when(reveal(), table1);
    expect(shownNotes(story)[n1]).not.toHaveProperty('late');
  });
  test('[BO9] written at a table without network and sent after one was moved: it enters there, late; nothing else does', () => {
    const story = working(plan(), plan(B2), plan(B3))
      .when(write(n2, 'Prima'), member(1))
      .given(moved(1, G1, G2));
    story.when(write(n1, 'Al primo tavolo'), member(1)).thenWritten();
    expect(noteOf(story, n1)).toMatchObject({ group: G1, late: true, waiting: false });
    for (const wish of [edit(n2, 'Prima', 'Poi'), withdraw(n2), flag(n2), same(n1, n2)])
      story.when(wish, member(1)).refused('board.notYours');
    // Who never sat there has nothing that could come late from there; who is not in the hall neither.
    story.when(write(n3, 'Mai stato qui'), member(5)).refused('board.notYours');
    story.given(left(1)).when(write(n3, 'Da casa'), member(1)).refused('board.notYours');
  });
  test('[BO9] the next round is seated: it waits beside the frozen board of the table where it was written', () => {
    const story = working(plan(B1, { silent: true }), plan(B2))
      .when(freeze(B1), facilitator)
      .given(recalled, nextRound);
    story.when(write(n1, 'Dal primo giro', { silence: 1 }), member(1)).thenWritten();
    expect(noteOf(story, n1)).toMatchObject({ group: G1, late: true, waiting: true });
    expect(story.mine(member(1))).toMatchObject({ board: { waiting: 1 } });
  });
  test('[BO2] a phone that did not know of the silence writes into it', () => {
    const story = working()
      .when(silence, table1)
      .when(write(n1, 'Non lo sapevo', { silence: null }), member(1));
    expect(textsShown(story)).toEqual([]);
    story.when(reveal(), table1);
    expect(shownNotes(story)[n1]).toMatchObject({ text: 'Non lo sapevo' });
    expect(shownNotes(story)[n1]).not.toHaveProperty('late');
  });
  test('[BO2] what comes late from the first silence while a second goes on waits for the second reveal', () => {
    const story = working(plan(B1, { silent: true }))
      .when(reveal(), table1)
      .when(silence, table1);
    story.when(write(n1, 'Dalla prima', { silence: 1 }), member(1));
    expect(textsShown(story)).toEqual([]);
    story.when(reveal(2), table1);
    expect(shownNotes(story)[n1]).toMatchObject({ late: true });
  });
  test('[BO9] a locked board refuses it: it stays on the phone', () => {
    working().when(lock(true), table1).when(write(n1, 'Tardi'), member(1)).refused('board.locked');
  });
  test('[BO9] eight notes of a phone that was away come after the freeze and wait beside the board', () => {
    const story = three().when(freeze(), facilitator);
    for (let i = 0; i < 8; i += 1) story.when(write(noteId(`late${i}`), `Nota ${i}`), member(4)).thenWritten();
    expect(textsShown(story)).toEqual(['Più alberi', 'Alberi nuovi', 'Meno auto']);
    expect(story.mine(member(4))).toMatchObject({ board: { own: Array.from({ length: 8 }, () => ({ state: 'waiting' })) } });
  });
});

describe('the same', () => {
  test('[BO5] a note goes under another, keeps its words, and comes out again', () => {
    const story = three().when(same(n1, n2), member(1));
    expect(shownNotes(story)[n1]).toMatchObject({ text: 'Più alberi', into: n2 });
    story.when(part(n1), member(1));
    expect(shownNotes(story)[n1]).not.toHaveProperty('into');
    expect(order(story)).toEqual([n2, n1, n3]);
  });
  test('[BO5] never a chain: under one that lies under another it goes to the top, with all that lies under it', () => {
    const story = three().when(write(n4, 'Verde'), member(4));
    story.when(same(n1, n2), table1).when(same(n3, n1), table1);
    expect([noteOf(story, n1).into, noteOf(story, n3).into]).toEqual([n2, n2]);
    story.when(same(n2, n4), table1);
    expect([n1, n2, n3].map((id) => noteOf(story, id).into)).toEqual([n4, n4, n4]);
  });
  test('[BO5] two people say that theirs are the same as each other’s: one pile, no circle', () => {
    const story = three().when(same(n1, n2), member(1));
    story.when(same(n2, n1), member(2)).thenNothing();
    story.when(same(n1, n1), member(1)).thenNothing();
    expect(noteOf(story, n2).into).toBeNull();
  });
  test('[BO5] across areas it takes area and theme of the one on top', () => {
    const story = three()
      .when(nameTheme(t1, 'Verde', [n2]), table1)
      .when(write(n4, 'Un dubbio', { area: A2 }), member(4));
    story.when(same(n4, n2), member(4));
    expect(noteOf(story, n4)).toMatchObject({ area: noteOf(story, n2).area, theme: t1, into: n2 });
    story.when(nameTheme(t2, 'Altro', [n2], A2), table1);
    expect(noteOf(story, n4)).toMatchObject({ area: A2, theme: t2, into: n2 });
  });
  test('[BO5] the flag of a minority survives: under another note it is still there for all', () => {
    const story = three()
      .when(flag(n1), member(1))
      .when(same(n1, n2), table1)
      .when(nameTheme(t1, 'Verde', [n2]), table1);
    expect(shownNotes(story)[n1]).toMatchObject({ into: n2, minority: true });
    story.when({ type: 'board.show', board: B1, on: true }, facilitator);
    expect(story.view('screen')).toMatchObject({ board: { boards: [{ themes: [{ title: 'Verde', notes: 2, minority: 1 }] }] } });
  });
  test('[BO5] the one on top is taken back: nobody else’s voice goes with it', () => {
    const story = three()
      .when(nameTheme(t1, 'Verde', [n2]), table1)
      .when(same(n1, n2), member(1))
      .when(same(n3, n2), member(3));
    story.when(withdraw(n2), member(2));
    expect(textsShown(story)).toEqual(['Più alberi', 'Meno auto']);
    expect(noteOf(story, n1)).toMatchObject({ into: null, theme: t1 });
    expect(noteOf(story, n3).into).toBe(n1);
    story.when(undo(story.wish), member(2));
    expect(noteOf(story, n1).into).toBe(n2);
    expect(noteOf(story, n3).into).toBe(n2);
  });
  test('[BO7] what lies under a hidden note stands by itself', () => {
    const story = three().when(same(n1, n2), member(1)).when(hide(n2), facilitator);
    expect(shownNotes(story)).not.toHaveProperty(n2);
    expect(shownNotes(story)[n1]).not.toHaveProperty('into');
  });
  test('under a hidden or absent note nothing is put', () => {
    const story = three().when(hide(n2), facilitator);
    story.when(same(n1, n2), member(1)).refused('board.unknownNote');
    story.when(same(n1, noteId(99)), member(1)).refused('board.unknownNote');
    story.when(withdraw(n3), member(3)).when(same(n1, n3), member(1)).refused('board.gone');
  });
});

describe('where it stands', () => {
  test('[BO5] before another, at the end, and where it is already', () => {
    const story = three().when(place(n3, n1), member(3));
    expect(order(story)).toEqual([n3, n1, n2]);
    story.when(place(n3, n1), member(3)).thenNothing();
    story.when(place(n1, null), member(1));
    expect(order(story)).toEqual([n3, n2, n1]);
    story.when(place(n1, null), member(1)).thenNothing();
  });
  test('[BO9] before one that is gone meanwhile: at the end', () => {
    const story = three().when(withdraw(n2), member(2)).when(place(n1, n2), member(1));
    expect(order(story)).toEqual([n3, n1]);
  });
  test('[BO5] between two neighbours for ever: when there is no room the list gets new numbers, and nobody’s last step is touched', () => {
    const story = three();
    for (let i = 0; i < 60; i += 1) {
      const [last, before] = i % 2 === 0 ? [n3, n2] : [n1, n2];
      story.when(place(last, before), table1);
      expect(order(story).indexOf(last)).toBe(order(story).indexOf(before) - 1);
    }
    expect(new Set(Object.values(shownNotes(story)).map(({ order: number }) => number)).size).toBe(3);
    story.when(undo('wish00000004'), member(2)).thenWritten();
  });
  test('[BO5] on a 2×2 it lies where it is put; a column knows no place', () => {
    const story = three().when(place(n1, null, { area: A3, place: [800, 100] }), member(1));
    expect(shownNotes(story)[n1]).toMatchObject({ area: A3, place: [800, 100] });
    story.when(place(n1, null, { place: [5, 5] }), member(1));
    expect(shownNotes(story)[n1]).not.toHaveProperty('place');
  });
  test('what lies under it comes along; taken out of a pile and put elsewhere it stands alone', () => {
    const story = three()
      .when(same(n1, n2), member(1))
      .when(place(n2, null, { area: A2 }), table1);
    expect(noteOf(story, n1)).toMatchObject({ area: A2, into: n2 });
    story.when(place(n1, null), member(1));
    expect(noteOf(story, n1)).toMatchObject({ area: noteOf(story, n3).area, into: null });
  });
});

describe('themes', () => {
  test('[BO5] a theme is named with its notes, gets another name, and frees its notes when it goes', () => {
    const story = three().when(nameTheme(t1, 'Verde', [n1, n2]), table1);
    expect(shownThemes(story)[t1]).toMatchObject({ title: 'Verde' });
    expect([n1, n2].map((id) => shownNotes(story)[id]?.['theme'])).toEqual([t1, t1]);
    story.when(nameTheme(t1, 'Alberi'), table1);
    expect(shownThemes(story)[t1]).toMatchObject({ title: 'Alberi' });
    story.when(nameTheme(t1, 'Alberi'), table1).thenNothing();
    story.when(removeTheme(t1), table1);
    expect(shownThemes(story)).toEqual({});
    expect(shownNotes(story)[n1]).not.toHaveProperty('theme');
    story.when(undo(story.wish), table1);
    expect([n1, n2].map((id) => shownNotes(story)[id]?.['theme'])).toEqual([t1, t1]);
  });
  test('two themes may have one name', () => {
    const story = three()
      .when(nameTheme(t1, 'Scuola'), table1)
      .when(nameTheme(t2, 'Scuola', [], A2), table1);
    expect(Object.values(shownThemes(story)).map(({ title }) => title)).toEqual(['Scuola', 'Scuola']);
  });
  test('a theme that moves takes its notes along', () => {
    const story = three().when(nameTheme(t1, 'Verde', [n1]), table1);
    story.when({ type: 'board.placeTheme', board: B1, theme: t1, area: A2, before: null }, table1);
    expect(noteOf(story, n1)).toMatchObject({ area: A2, theme: t1 });
    story.when({ type: 'board.placeTheme', board: B1, theme: t1, area: A2, before: null }, table1).thenNothing();
  });
  test('[K6] eighty themes are enough', () => {
    const story = three();
    for (let i = 0; i < boardLimits.themes; i += 1) story.when(nameTheme(themeId(`x${i}`), `Tema ${i}`), table1).thenWritten();
    story.when(nameTheme(t1, 'Uno di più'), table1).refused('board.tooManyThemes', { max: 80 });
  });
  test('a note that was taken back meanwhile stays away from the theme', () => {
    const story = three()
      .when(withdraw(n2), member(2))
      .when(nameTheme(t1, 'Verde', [n1, n2]), table1);
    expect(noteOf(story, n2).withdrawn).toBe(true);
    expect(shownNotes(story)[n1]).toMatchObject({ theme: t1 });
  });
});

describe('taking back', () => {
  test('[BO11] one’s own last step, by its inverse; sent again nothing happens', () => {
    const story = three().when(edit(n1, 'Più alberi', 'Più tigli'), member(1));
    const wish = story.wish;
    story.when(undo(wish), member(1));
    expect(noteOf(story, n1).text).toBe('Più alberi');
    story.when(undo(wish), member(1)).thenNothing();
  });
  test('[BO11] refused with a word when somebody has changed the thing since', () => {
    const story = three().when(edit(n1, 'Più alberi', 'Più tigli'), member(1));
    const wish = story.wish;
    story.when(flag(n1), table1).when(undo(wish), member(1)).refused('board.changedSince');
    expect(noteOf(story, n1).text).toBe('Più tigli');
  });
  test('[BO11] a step of many notes goes back whole or not at all', () => {
    const story = three().when(nameTheme(t1, 'Verde', [n1, n2, n3]), table1);
    const wish = story.wish;
    story
      .when(edit(n2, 'Alberi nuovi', 'Alberi giovani'), member(2))
      .when(undo(wish), table1)
      .refused('board.changedSince');
    expect([n1, n2, n3].map((id) => noteOf(story, id).theme)).toEqual([t1, t1, t1]);
  });
  test('[BO11] another’s step is not mine to take back', () => {
    const story = three().when(edit(n1, 'Più alberi', 'Più tigli'), member(1));
    const wish = story.wish;
    story.when(undo(wish), table1).refused('board.notYours');
    story.when(undo('wish99999999'), member(1)).refused('board.changedSince');
  });
  test('[BO11] what was made is taken away again, and a note that was taken back returns', () => {
    const story = three()
      .when(write(n4, 'Una svista'), member(4))
      .when(undo(story4(4)), member(4));
    expect(textsShown(story)).toEqual(['Più alberi', 'Alberi nuovi', 'Meno auto']);
    story.when(withdraw(n1), member(1)).when(undo(story.wish), member(1));
    expect(textsShown(story)).toEqual(['Più alberi', 'Alberi nuovi', 'Meno auto']);
    story.when(withdraw(n1), member(1)).when(withdraw(n1), member(1)).thenNothing();
  });
  test('[BO11] taken back into a pile that has moved since: into it as it now is, never a chain', () => {
    const story = three().when(write(n4, 'Verde'), member(4)).when(same(n1, n2), member(1)).when(part(n1), member(1));
    const wish = story.wish;
    story.when(same(n2, n4), table1).when(same(n3, n1), member(3));
    story.when(undo(wish), member(1));
    expect(noteOf(story, n1).into).toBe(n4);
    expect(noteOf(story, n3).into).toBe(n4);
  });
  test('[BO11] not on a locked or a frozen board', () => {
    const story = three();
    story.when(lock(true), table1).when(undo('wish00000003'), member(1)).refused('board.locked');
    story.when(lock(false), table1).when(freeze(), facilitator).when(undo('wish00000003'), member(1)).refused('board.frozen');
  });
});
/** Prepare, open, then one wish a member: the wish of member n. */
const story4 = (n: number): string => `wish${String(n + 2).padStart(8, '0')}`;

describe('who comes and goes', () => {
  test('[BO3] whoever comes back writes again; their notes are still theirs', () => {
    const story = three().given(left(1), entered(1));
    story.when(edit(n1, 'Più alberi', 'Più tigli'), member(1)).thenWritten();
    expect(stateOf(story).present.size).toBe(9);
  });
});
