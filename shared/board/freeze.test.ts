// Stories of the frozen copy: what is in it, what is not, a new version, notes that wait, themes gathered in the plenary.
import { describe, expect, test } from 'vitest';
import { canonical } from '../kernel/canonical.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { boardFacts } from './events.ts';
import { gatheredId } from './gather.ts';
import { boardLists } from './lists.ts';
import { rollUp } from './rollup.ts';
import {
  A1,
  A2,
  admit,
  B1,
  B2,
  B3,
  closeSession,
  facilitator,
  flag,
  freeze,
  G1,
  G2,
  give,
  hide,
  lastCopy,
  listener,
  lock,
  member,
  memberId,
  nameTheme,
  noteId,
  noteOf,
  openDots,
  part,
  plan,
  recalled,
  reveal,
  same,
  shownNotes,
  silence,
  stateOf,
  table1,
  table2,
  textsShown,
  themeId,
  undo,
  withdraw,
  working,
  write,
} from './testing.testkit.ts';

const [n1, n2, n3, n4] = [noteId(1), noteId(2), noteId(3), noteId(4)];
const [t1, t2] = [themeId(1), themeId(2)];
const reopen = (version = 1) => ({ type: 'board.reopen', board: B1, version, reason: 'Mancava un tema' });
const gather = (...from: readonly string[]) => ({ type: 'board.gather', board: B3, from, area: A1 });
const rows = (story: Scenario) => boardLists['board.frozen'].rows(stateOf(story), story.viewContext(), B1, facilitator);
const three = (): Scenario =>
  working().when(write(n1, 'Più alberi'), member(1)).when(write(n2, 'Alberi nuovi'), member(2)).when(write(n3, 'Meno auto'), member(3));

describe('the copy', () => {
  test('[BO8] ids, texts, themes, voices, dots, table; who wrote only as a number', () => {
    const story = three()
      .when(nameTheme(t1, 'Verde', [n2]), table1)
      .when(same(n1, n2), member(1))
      .when(flag(n1), member(1));
    story
      .when(openDots, table1)
      .when(give([[n2, 2]]), member(4))
      .when(freeze(), facilitator);
    expect(story.facts.at(-1)).toMatchObject({ type: 'board.frozen', version: 1, group: G1, title: { it: 'Che cosa viene prima?' } });
    expect(lastCopy(story)).toMatchObject({
      themes: [{ id: t1, title: 'Verde', notes: 1, voices: 2, dots: 2 }],
      notes: [
        { id: n2, text: 'Alberi nuovi', theme: t1, into: null, voices: 2, minority: false, dots: 2, group: G1 },
        { id: n1, text: 'Più alberi', theme: t1, into: n2, voices: 1, minority: true, dots: null },
        { id: n3, text: 'Meno auto', theme: null, into: null, voices: 1, dots: 0 },
      ],
      writers: 3,
      hidden: 0,
    });
    expect(JSON.stringify(story.log.slice(-2))).not.toContain(memberId(1));
  });
  test('[BO8] hidden notes are only a number in it, what was taken back is not there', () => {
    const story = three().when(hide(n1), facilitator).when(withdraw(n2), member(2)).when(freeze(), facilitator);
    expect(lastCopy(story)).toMatchObject({ notes: [{ id: n3 }], hidden: 1 });
  });
  test('[BO8] seats only where the board shows them', () => {
    const shown = working(plan(B1, { authors: 'seat' }))
      .when(write(n1, 'Mio'), member(1))
      .when(freeze(), facilitator);
    expect(lastCopy(shown).notes[0]?.seat).toBe('1');
    expect(lastCopy(three().when(freeze(), facilitator)).notes.map(({ seat }) => seat)).toEqual([null, null, null]);
  });
  test('[BO2] a board that is frozen in silence is revealed in the same decision', () => {
    const story = working(plan(B1, { silent: true }))
      .when(write(n1, 'Zitto', { silence: 1 }), member(1))
      .when(freeze(), facilitator);
    story.then({ type: 'board.revealed', notes: 1, writers: 1 }, { type: 'board.frozen', copy: { notes: [{ text: 'Zitto' }] } });
    expect(textsShown(story)).toEqual(['Zitto']);
  });
  test('[BO7] several at once; those that are frozen already stay as they are', () => {
    const story = working(plan(), plan(B2)).when(freeze(B1), facilitator).when(freeze(B1, B2), facilitator).then({ board: B2, version: 1 });
    story.when(freeze(B1, B2), facilitator).thenNothing();
  });
  test('[BO8] the close of the session freezes what is still open', () => {
    const story = three()
      .when(silence, table1)
      .when(write(n4, 'All’ultimo', { silence: 1 }), member(4))
      .when(closeSession, facilitator);
    expect(story.log.slice(-3).map(({ type }) => type)).toEqual(['session.closed', 'board.revealed', 'board.frozen']);
    expect(stateOf(story).boards.get(B1)).toMatchObject({ phase: 'frozen', frozen: { version: 1, copy: { notes: { length: 4 } } } });
  });
  test('[K4] the same items and facts give the same copy, byte for byte', () => {
    const make = () =>
      canonical(
        lastCopy(
          three()
            .when(nameTheme(t1, 'Verde', [n3, n1]), table1)
            .when(freeze(), facilitator),
        ),
      );
    expect(make()).toBe(make());
  });
  test('[BO8] five hundred notes are frozen and their fact is read in less than 50 ms', () => {
    const story = working();
    for (let i = 0; i < 500; i += 1)
      story.when(write(noteId(`x${i}`), `Idea numero ${i} per la città`), i % 5 === 0 ? table1 : member(i % 5)).thenWritten();
    for (let i = 0; i < 20; i += 1)
      story.when(
        nameTheme(
          themeId(`x${i}`),
          `Tema ${i}`,
          Array.from({ length: 20 }, (_, j) => noteId(`x${i * 20 + j}`)),
        ),
        table1,
      );
    story.when(freeze(), facilitator);
    const fact = story.facts.at(-1);
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      boardFacts.parse(fact);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(50);
    expect(lastCopy(story)).toMatchObject({ notes: { length: 500 }, themes: { length: 20 } });
  });
});

describe('again', () => {
  test('[BO8] opened again with a reason, frozen again: a new version, the old one stays in the log', () => {
    const story = three().when(freeze(), facilitator).when(reopen(2), facilitator).refused('board.otherVersion');
    story.when(reopen(), facilitator).then({ type: 'board.reopened', version: 1, reason: 'Mancava un tema' });
    story.when(reopen(), facilitator).thenNothing();
    story.when(write(n4, 'Ombra'), member(4)).thenWritten();
    story.when(freeze(), facilitator).then({ type: 'board.frozen', version: 2, copy: { notes: { length: 4 } } });
    expect(story.log.filter(({ type }) => type === 'board.frozen')).toHaveLength(2);
  });
  test('[BO9] a note that came after the freeze waits, and enters marked late in a new copy when it is admitted', () => {
    const story = three()
      .when(freeze(), facilitator)
      .when(write(n4, 'Tardi'), member(4))
      .when(write(noteId(5), 'Più tardi'), member(4));
    expect(rows(story)).toMatchObject({ version: 1, notes: { length: 3 } });
    story.when(admit(n4), table1).refused('kernel.notYours');
    story.when(admit(n4), facilitator).then({ type: 'board.frozen', version: 2, copy: { notes: { length: 4 } } });
    expect(lastCopy(story).notes.find(({ id }) => id === n4)).toMatchObject({ text: 'Tardi', late: true });
    expect(textsShown(story)).toContain('Tardi');
    expect(textsShown(story)).not.toContain('Più tardi');
    story.when(admit(n4), facilitator).thenNothing();
    expect(story.mine(member(4))).toMatchObject({ board: { own: [{ note: n4, state: 'late' }, { state: 'waiting' }] } });
  });
  test('[BO9] whoever is back in the hall is told how many of their notes wait, and nobody else is', () => {
    const story = three().when(freeze(), facilitator).when(write(n4, 'Tardi'), member(4)).given(recalled);
    expect(story.mine(member(4))).toMatchObject({ board: { now: null, waiting: 1 } });
    expect(story.mine(member(1))).toMatchObject({ board: { waiting: 0 } });
    story.when(admit(n4), facilitator);
    expect(story.mine(member(4))).toMatchObject({ board: { waiting: 0 } });
  });
  test('[BO9] on a board that is opened again what waited is there, marked late', () => {
    const story = three().when(freeze(), facilitator).when(write(n4, 'Tardi'), member(4)).when(reopen(), facilitator);
    expect(shownNotes(story)[n4]).toMatchObject({ text: 'Tardi', late: true });
  });
  test('[BO7] what is hidden after the freeze is gone from the copy that is read, and voices are counted anew', () => {
    const story = three().when(same(n1, n2), member(1)).when(freeze(), facilitator).when(hide(n1), facilitator);
    expect(rows(story)).toMatchObject({ notes: [{ id: n2, voices: 1 }, { id: n3 }] });
    expect(JSON.stringify(rows(story))).not.toContain('Più alberi');
  });
  test('[BO7] the one on top is hidden after the freeze: those under it stand by themselves', () => {
    const story = three().when(same(n1, n2), member(1)).when(freeze(), facilitator).when(hide(n2), facilitator);
    expect(rows(story)).toMatchObject({ notes: [{ id: n1, into: null }, { id: n3 }] });
  });
});

describe('the plenary', () => {
  const day = (): Scenario => {
    const story = working(plan(), plan(B2), plan(B3));
    story.when(write(n1, 'Più alberi'), member(1)).when(write(n2, 'Ombra'), member(2));
    story.when(write(n3, 'Meno auto', { board: B2 }), member(5)).when(write(n4, 'Da sola', { board: B2 }), member(6));
    story.when(nameTheme(t1, 'Verde', [n1, n2]), table1).when({ ...nameTheme(t2, 'Traffico', [n3]), board: B2 }, table2);
    return story.when(freeze(B1, B2), facilitator);
  };
  const texts = (story: Scenario) => textsShown(story, B3);
  test('[BO13] the themes of the tables become notes of the plenary’s board, each with the way back', () => {
    const story = day().when(gather(B1, B2), facilitator).thenWritten();
    expect(texts(story)).toEqual(['Verde', 'Traffico']);
    expect(shownNotes(story, B3)[gatheredId(B1, t1)]).toMatchObject({
      text: 'Verde',
      group: G1,
      from: { board: B1, theme: t1, group: G1, number: 1, notes: 2, dots: 0 },
    });
    story.when({ ...freeze(B3) }, facilitator);
    expect(lastCopy(story)).toMatchObject({
      notes: [{ from: { board: B1, theme: t1 } }, { from: { board: B2, theme: t2, group: G2 } }],
      writers: 0,
    });
  });
  test('[BO13] gathered again only what is new is added; what somebody took away stays away, what an undo took back does not', () => {
    const story = day().when(gather(B1), facilitator).when(gather(B1, B2), facilitator);
    expect(texts(story)).toEqual(['Verde', 'Traffico']);
    story.when(gather(B1, B2), facilitator).thenNothing();
    story
      .when({ type: 'board.withdraw', board: B3, note: gatheredId(B1, t1) }, facilitator)
      .when(gather(B1, B2), facilitator)
      .thenNothing();
    expect(texts(story)).toEqual(['Traffico']);
    const fresh = day().when(gather(B1, B2), facilitator);
    fresh.when({ ...undo(fresh.wish), board: B3 }, facilitator);
    expect(texts(fresh)).toEqual([]);
    fresh.when(gather(B1, B2), facilitator);
    expect(texts(fresh)).toEqual(['Verde', 'Traffico']);
  });
  test('[BO13] only onto the plenary’s open board, only from frozen ones, only by those who lead', () => {
    const story = working(plan(), plan(B2), plan(B3)).when(gather(B1), facilitator).refused('board.freezeFirst');
    story.when({ ...gather(B1), board: B2 }, facilitator).refused('board.notPlenary');
    story.when(gather(B1), table1).refused('kernel.notYours');
    story.when(gather('board9999'), facilitator).refused('board.unknown');
    story.when(freeze(B1), facilitator).when(gather(B1), facilitator).refused('board.nothingToGather');
    story.when(lock(true, B3), facilitator).when(gather(B1), facilitator).refused('board.locked');
    story.when({ type: 'board.gather', board: B3, from: [B1], area: A2 }, listener).refused('kernel.notYours');
  });
  test('[BO13] boards side by side: themes with notes and dots, what has no theme is counted', () => {
    const story = day();
    const read = (id: string) => boardLists['board.frozen'].rows(stateOf(story), story.viewContext(), id, facilitator);
    const both = [B1, B2].flatMap((id) => read(id) ?? []);
    const { boards, themes } = rollUp(both);
    expect(boards).toMatchObject([
      { board: B1, group: G1, themes: [{ title: 'Verde', voices: 2 }], loose: 0, notes: 2 },
      { board: B2, group: G2, themes: [{ title: 'Traffico', voices: 1 }], loose: 1, notes: 2 },
    ]);
    expect(themes.map(({ title, board: of, theme }) => [title, of, theme])).toEqual([
      ['Verde', B1, t1],
      ['Traffico', B2, t2],
    ]);
  });
  test('[BO9] a table whose laptop died: whoever leads the session goes on with the board as it was', () => {
    const story = working(plan(B1, { silent: true })).when(write(n1, 'Zitto', { silence: 1 }), member(1));
    story
      .when(reveal(), facilitator)
      .when(nameTheme(t1, 'Verde', [n1]), facilitator)
      .thenWritten();
    story.when(same(n1, n1), facilitator).thenNothing().when(part(n1), facilitator).thenNothing();
    expect(noteOf(story, n1).theme).toBe(t1);
  });
});
