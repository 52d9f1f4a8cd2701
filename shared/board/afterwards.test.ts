// Stories of a board after its work: frozen and read back, the next round at the tables, the close of the session, when the notes themselves
// are forgotten and only facts are left.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { themeIdSchema } from '../kernel/ids.ts';
import { countsOf } from './counts.ts';
import { boardLists } from './lists.ts';
import { board } from './room.ts';
import { liveBoard } from './state.ts';
import {
  admit,
  B1,
  B2,
  B3,
  closeSession,
  edit,
  facilitator,
  flag,
  freeze,
  G1,
  G2,
  give,
  hide,
  member,
  memberId,
  moved,
  nameTheme,
  nextRound,
  noteId,
  openDots,
  plan,
  recalled,
  same,
  show,
  shownNotes,
  shownThemes,
  stateOf,
  table1,
  themeId,
  wall,
  withdraw,
  working,
  write,
} from './testing.testkit.ts';

const [n1, n2, n3, n4] = [noteId(1), noteId(2), noteId(3), noteId(4)];
const t1 = themeId(1);
const three = (): Scenario =>
  working(plan(), plan(B2), plan(B3))
    .when(write(n1, 'Più alberi'), member(1))
    .when(write(n2, 'Alberi nuovi'), member(2))
    .when(write(n3, 'Meno auto'), member(3));
/** As the server leaves it: notes and keys go with the session. */
const closed = (story: Scenario): Scenario => {
  story.when(closeSession, facilitator);
  for (const id of [B1, B2, B3]) story.documents.clear(id);
  return story;
};
const live = (story: Scenario) => liveBoard(stateOf(story), B1);
const rows = (story: Scenario, actor: Actor = facilitator, of = B1) =>
  boardLists['board.frozen'].rows(stateOf(story), story.viewContext(), of, actor);
const may = (story: Scenario, id: string, actor: Actor) => board.documents?.mayRead(stateOf(story), id, actor, {}) ?? false;

describe('at the close', () => {
  test('[BO9][K2] what waits beside a frozen board is kept in a fact as not admitted, without an author, though no board was open', () => {
    const story = working().when(write(n1, 'In tempo'), member(1)).when(freeze(), facilitator);
    story.when(write(n2, 'Tardi'), member(2)).when(write(n3, 'Ritirato'), member(3)).when(write(n4, 'Un insulto'), member(4));
    const late = story.documents.items(B1).get(n3);
    story.documents.put(B1, [{ id: n3, body: typeof late === 'object' ? { ...late, withdrawn: true } : null }]);
    story.when(hide(n4), facilitator);
    closed(story);
    expect(story.log.slice(-2)).toMatchObject([
      { type: 'session.closed' },
      { type: 'board.notAdmitted', board: B1, notes: [{ id: n2, text: 'Tardi', kind: 'idea', lang: 'it', group: G1 }] },
    ]);
    const said = JSON.stringify(story.log.at(-1));
    for (const never of [memberId(2), 'author', 'Ritirato', 'Un insulto', '"seat"']) expect(said).not.toContain(never);
    story.when(admit(n2), facilitator).refused('board.over');
  });
  test('[BO9] open boards are frozen with all that is on them; where nothing waits nothing is said', () => {
    const story = three().when(freeze(B2), facilitator);
    closed(story);
    expect(story.log.slice(-3).map(({ type }) => type)).toEqual(['session.closed', 'board.frozen', 'board.frozen']);
  });
});

describe('after the close', () => {
  const day = (): Scenario => {
    const story = three()
      .when(nameTheme(t1, 'Verde', [n1, n2]), table1)
      .when(same(n2, n1), table1)
      .when(flag(n2), table1)
      .when(show(), facilitator)
      .when(openDots, table1);
    return story.when(give([[n1, 2]]), member(1)).when(freeze(), facilitator);
  };
  const shown = (story: Scenario) => [story.view('screen')['board'], story.view('facilitator')['board']];
  test('[GR6] the wall and the console count and draw a frozen board from its copy, the same as before', () => {
    const before = day().when(freeze(B2, B3), facilitator);
    const after = closed(day().when(freeze(B2, B3), facilitator));
    expect(after.documents.items(B1).size).toBe(0);
    const [wallBefore, wallAfter] = [before, after].map((story) => shown(story)[0]);
    expect(wallAfter).toEqual(wallBefore);
    expect(wallAfter).toMatchObject({
      boards: [
        { notes: 3, themes: [{ title: 'Verde', notes: 2, dots: 2, minority: 1, texts: [{ id: n1, text: 'Più alberi' }] }], looseCount: 1 },
      ],
    });
    expect(after.view('facilitator')).toMatchObject({
      board: { boards: [{ board: B1, notes: 3, themes: 1, loose: 1, writers: 3 }, {}, {}] },
    });
  });
  test('[BO7] an insult is hidden though only the copy is left, read by those who lead, and can come back', () => {
    const story = closed(day());
    story.when(hide(n3), facilitator).then({ type: 'board.noteHidden', note: n3, on: true });
    expect(JSON.stringify([shown(story), rows(story), story.view('member')])).not.toContain('Meno auto');
    expect(story.view('screen')).toMatchObject({ board: { boards: [{ notes: 2, looseCount: 0 }] } });
    expect(boardLists['board.about'].rows(stateOf(story), story.viewContext(), B1)).toMatchObject({
      about: { hidden: 1, notes: 2 },
      hidden: [{ note: n3, text: 'Meno auto', reason: 'insulto' }],
    });
    story.when(hide(n3, false), facilitator).then({ on: false });
    expect(rows(story)).toMatchObject({ notes: { length: 3 } });
    story.when(hide(noteId(99)), facilitator).refused('board.unknownNote');
  });
  test('[BO7] a title of a theme is hidden: its notes and dots stay under it, nobody reads it', () => {
    const title = noteId('t');
    const bad = themeIdSchema.parse(title);
    const insulted = three()
      .when(nameTheme(bad, 'Che insulto', [n1]), table1)
      .when(hide(title), facilitator)
      .refused('board.unknownNote');
    insulted.when(freeze(), facilitator).when(show(), facilitator).when(hide(title), facilitator).then({ type: 'board.noteHidden' });
    const read = () => JSON.stringify([shown(insulted), rows(insulted), shownThemes(insulted)]);
    expect(read()).not.toContain('Che insulto');
    expect(rows(insulted)).toMatchObject({ themes: [{ id: bad, title: 'Tema nascosto', voices: 1 }] });
    closed(insulted);
    expect(read()).not.toContain('Che insulto');
    insulted.when(hide(title, false), facilitator);
    expect(read()).toContain('Che insulto');
  });
  test('[BO7] what was not admitted can be hidden too, and what only an earlier copy carries', () => {
    const story = day().when({ type: 'board.reopen', board: B1, version: 1, reason: 'Una svista' }, facilitator);
    story.when(withdraw(n3), member(3)).when(freeze(), facilitator).when(write(n4, 'Tardi'), member(4));
    closed(story).when(hide(n4), facilitator).then({ note: n4 }).when(hide(n3), facilitator).then({ note: n3 });
  });
});

describe('the next round', () => {
  const seated = (): Scenario => three().when(freeze(B1, B2), facilitator).given(recalled, nextRound);
  test('[GR6] a frozen board is read by those who sat there while it was written, by no stranger who sits there now', () => {
    const story = seated();
    expect([may(story, B1, member(1)), may(story, B1, member(5)), may(story, B2, member(5)), may(story, B2, member(1))]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(rows(story, member(1))).toMatchObject({ board: B1 });
    expect(rows(story, member(5))).toBeNull();
    expect(story.mine(member(1))).toMatchObject({ board: { earlier: [{ board: B1 }] } });
    expect(story.mine(member(5))).toMatchObject({ board: { earlier: [{ board: B2 }] } });
  });
  test('[GR6] also when the close freezes it after everybody has been seated anew, and by who was moved away while it was open', () => {
    const story = three()
      .given(moved(1, G1, G2), recalled, nextRound)
      .when(closeSession, facilitator);
    expect([1, 2, 5].map((n) => may(story, B1, member(n)))).toEqual([true, true, false]);
  });
  test('[GR6] a board of tables that never went to work is read by those who were to sit there', () => {
    const story = working(plan(B1)).given(recalled, nextRound);
    story.when({ type: 'board.prepare', plans: [plan(B2)] }, facilitator).when({ type: 'board.open', boards: [B2] }, facilitator);
    story.when(freeze(B2), facilitator);
    expect([1, 5, 9].map((n) => may(story, B2, member(n)))).toEqual([true, false, false]);
  });
});

describe('what a phone has now', () => {
  const now = (story: Scenario, n = 1) => story.mine(member(n))['board'];
  test('[GR6] the hall’s board while it is open; frozen it is read back and the phone goes on with the day', () => {
    const story = working(plan(B3)).given(recalled);
    expect(now(story)).toMatchObject({ now: { board: B3 }, earlier: [] });
    story.when(freeze(B3), facilitator);
    expect(now(story)).toMatchObject({ now: null, earlier: [{ board: B3, version: 1 }] });
    expect(now(story, 9)).toMatchObject({ now: null, earlier: [{ board: B3 }] });
    expect(story.mine(table1)).toMatchObject({ board: { now: null, earlier: [{ board: B3 }] } });
    expect(rows(story, member(9), B3)).toMatchObject({ board: B3 });
  });
  test('[GR6] the table’s frozen board only while the tables work', () => {
    const story = three().when(freeze(B1, B2), facilitator);
    story.when(freeze(B3), facilitator);
    expect(now(story)).toMatchObject({ now: { board: B1, phase: 'frozen' }, earlier: [{ board: B3 }] });
    story.given(recalled);
    expect(now(story)).toMatchObject({ now: null, earlier: [{ board: B1 }, { board: B3 }] });
  });
});

describe('the last thing that was done', () => {
  const quietFor = (story: Scenario) => {
    const found = live(story);
    return found ? story.now - (countsOf(found, story.documents).lastAt ?? 0) : null;
  };
  test('[GR5] a table that orders its notes is not quiet: changes, themes, notes put together, dots', () => {
    const story = three().after(360_000);
    expect(quietFor(story)).toBeGreaterThanOrEqual(360_000);
    for (const [wish, actor] of [
      [edit(n1, 'Più alberi', 'Molti alberi'), member(1)],
      [nameTheme(t1, 'Verde', [n1]), table1],
      [same(n2, n1), table1],
      [withdraw(n3), member(3)],
    ] as const) {
      story.after(360_000).when(wish, actor).thenWritten();
      expect(quietFor(story)).toBe(0);
    }
    story.when(openDots, table1).after(360_000);
    story.when(give([[n1, 1]]), member(4));
    expect(story.view('facilitator')).toMatchObject({ board: { boards: [{ board: B1, lastAt: story.now }, {}, {}] } });
  });
});

test('[BO4] a screen never receives a seat: while a board stands on a wall there is none in what devices share', () => {
  const story = working(plan(B1, { authors: 'seat' })).when(write(n1, 'Mio'), member(1));
  expect(shownNotes(story)[n1]).toMatchObject({ seat: '1' });
  expect(may(story, B1, wall)).toBe(false);
  story.when(show(), facilitator);
  expect(may(story, B1, wall)).toBe(true);
  expect(shownNotes(story)[n1]).not.toHaveProperty('seat');
  story.when(show(false), facilitator);
  expect(shownNotes(story)[n1]).toMatchObject({ seat: '1' });
});
