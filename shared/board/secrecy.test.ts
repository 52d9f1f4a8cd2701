import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import { roles } from '../kernel/audience.ts';
import { limits } from '../kernel/limits.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { boardIdSchema } from '../kernel/ids.ts';
import type { BoardId } from '../kernel/ids.ts';
import { boardLists } from './lists.ts';
import { board } from './room.ts';
import {
  A1,
  B1,
  B2,
  B3,
  G1,
  G2,
  closeDots,
  desk,
  draftSession,
  edit,
  facilitator,
  freeze,
  give,
  hide,
  left,
  listener,
  member,
  memberId,
  moved,
  nameTheme,
  noteId,
  openDots,
  organiser,
  plan,
  recalled,
  reveal,
  show,
  silence,
  stateOf,
  table1,
  table2,
  themeId,
  wall,
  withdraw,
  working,
  write,
} from './testing.testkit.ts';

const [n1, n2] = [noteId(1), noteId(2)];
const everybody: readonly Actor[] = [facilitator, organiser, desk, table1, table2, member(2), member(3), member(5), listener, wall];
/** All that anybody but member 1 can be sent: views, own parts, lists, the shared document, the log. */
const everything = (story: Scenario) => ({
  views: roles.map((role) => story.view(role)),
  mine: everybody.map((actor) => story.mine(actor)),
  lists: Object.entries(boardLists).map(([name, list]) => [
    name,
    list.version(stateOf(story), story.viewContext(), B1),
    list.rows(stateOf(story), story.viewContext(), B1, facilitator),
  ]),
  document: [B1, B2, B3].map((id) => story.published(board, id)),
  log: story.log,
});
const sent = (story: Scenario): string => JSON.stringify(everything(story));
const silent = (): Scenario => working(plan(B1, { silent: true }), plan(B2), plan(B3)).when(show(), facilitator);

describe('in silence', () => {
  test('[BO2] nobody receives another’s note, facilitators, table, wall and lists included; its author does', () => {
    const story = silent().when(write(n1, 'Segretissimo', { silence: 1 }), member(1));
    story
      .when(write(n2, 'Altrettanto', { silence: 1, theme: null }), member(2))
      .when(edit(n1, 'Segretissimo', 'Segretissimo davvero'), member(1));
    expect(sent(story)).not.toContain('Segretissimo');
    expect(sent(story)).not.toContain(n1);
    expect(story.mine(member(1))).toMatchObject({ board: { own: [{ note: n1, text: 'Segretissimo davvero', state: 'silent' }] } });
    expect(JSON.stringify(story.mine(member(1)))).not.toContain('Altrettanto');
  });
  test('[BO2] what a table facilitator enters from a sheet only that table and its author have', () => {
    const story = silent().when(write(n1, 'Dal foglio', { silence: 1, door: 'paper', seat: memberId(1) }), table1);
    expect(story.mine(table1)).toMatchObject({ board: { own: [{ note: n1, text: 'Dal foglio', state: 'silent', door: 'paper' }] } });
    expect(story.mine(member(1))).toMatchObject({ board: { own: [{ note: n1 }] } });
    const others = [facilitator, organiser, table2, member(2), wall].map((actor) => story.mine(actor));
    expect(JSON.stringify([others, roles.map((role) => story.view(role)), story.published(board, B1)])).not.toContain('Dal foglio');
  });
  test('[BO2] two rooms that wrote different things, as many, look the same to everybody else', () => {
    const text = fc.string({ minLength: 1, maxLength: 30 }).map((one) => `a${one}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (pairs) => {
        const room = (which: 0 | 1) =>
          pairs.reduce((story, pair, i) => story.when(write(noteId(i + 1), pair[which], { silence: 1 }), member(1)), silent());
        expect(everything(room(0))).toEqual(everything(room(1)));
      }),
      { numRuns: 20 },
    );
  });
  test('[BO2] whoever leads reads again what they wrote in silence themselves, and nobody else’s', () => {
    const story = silent()
      .when(write(n1, 'Segretissimo', { silence: 1 }), member(1))
      .when(write(n2, 'Di chi conduce', { silence: 1, door: 'laptop' }), facilitator);
    const rows = boardLists['board.about'].rows(stateOf(story), story.viewContext(), B1);
    expect(rows?.own).toMatchObject([{ note: n2, text: 'Di chi conduce', state: 'silent' }]);
    expect(JSON.stringify(rows)).not.toContain('Segretissimo');
    for (const other of [member(2), table1]) expect(JSON.stringify(story.mine(other))).not.toContain('Di chi conduce');
  });
  test('[BO2] nobody can hide a silent note to read it in the list of hidden ones', () => {
    const story = working()
      .when(silence, table1)
      .when(write(n1, 'Segretissimo', { silence: 1 }), member(1));
    story.when(hide(n1), facilitator).refused('board.silent').when(hide(n1), table1).refused('kernel.notYours');
    expect(sent(story)).not.toContain('Segretissimo');
  });
});

describe('who wrote', () => {
  test('[BO4] no author in document, views, lists, facts and copies; a seat only where the board shows seats', () => {
    const all = (authors: 'hidden' | 'seat') => {
      const story = working(plan(B1, { authors }), plan(B2), plan(B3)).when(write(n1, 'Mio'), member(1)).when(flagged, table1);
      const before = story.log.length;
      story
        .when(nameTheme(themeId(1), 'Verde', [n1]), table1)
        .when(openDots, table1)
        .when(give([[n1, 1]]), member(1))
        .when(closeDots(), table1);
      story.when(show(), facilitator).when(freeze(), facilitator);
      return { story, facts: JSON.stringify(story.log.slice(before)), received: JSON.stringify({ ...everything(story), log: [] }) };
    };
    const flagged = { type: 'board.flag', board: B1, note: n1, on: true };
    const hidden = all('hidden');
    for (const text of [hidden.facts, hidden.received]) {
      expect(text).not.toContain(memberId(1));
      expect(text).not.toContain('"author"');
      expect(text).not.toMatch(/"seat":"1"/);
    }
    const seat = all('seat');
    expect(seat.received).toMatch(/"seat":"1"/);
    expect(seat.received).not.toContain(memberId(1));
    expect(seat.facts).not.toContain(memberId(1));
    expect(JSON.stringify(seat.story.view('screen'))).not.toMatch(/"seat":"1"/);
    seat.story.when({ type: 'board.hideAuthors', board: B1, authors: 'hidden' }, table1);
    expect(JSON.stringify({ ...everything(seat.story), log: [] })).not.toMatch(/"seat":"1"/);
  });
});

describe('hidden and taken back', () => {
  test('[BO7] the text of a hidden note is read only by its author and by those who lead the session', () => {
    const story = working(plan(), plan(B2), plan(B3))
      .when(write(n1, 'Un insulto'), member(1))
      .when(show(), facilitator)
      .when(hide(n1), facilitator);
    const others = [table2, member(2), listener, wall, desk].map((actor) => story.mine(actor));
    expect(JSON.stringify([others, roles.map((role) => story.view(role)), story.published(board, B1), story.log])).not.toContain(
      'Un insulto',
    );
    expect(boardLists['board.about'].rows(stateOf(story), story.viewContext(), B1)).toMatchObject({
      hidden: [{ note: n1, text: 'Un insulto', reason: 'insulto' }],
    });
    expect(boardLists['board.about'].roles).toEqual(['organiser', 'facilitator']);
    story.when(freeze(), facilitator);
    expect(
      JSON.stringify([story.log, boardLists['board.frozen'].rows(stateOf(story), story.viewContext(), B1, facilitator)]),
    ).not.toContain('Un insulto');
  });
  test('[BO3] what was taken back, and what a note said before it was changed, nobody receives', () => {
    const story = working(plan(), plan(B2), plan(B3)).when(write(n1, 'Una svista'), member(1)).when(withdraw(n1), member(1));
    story
      .when(write(n2, 'Detto male'), member(1))
      .when(edit(n2, 'Detto male', 'Spiegato bene'), member(1))
      .when(freeze(), facilitator);
    expect(sent(story)).not.toContain('svista');
    expect(sent(story)).not.toContain('Detto male');
    expect(sent(story)).toContain('Spiegato bene');
  });
  test('[BO9] what waits beside a frozen board is read by its author and by those who lead, by nobody else', () => {
    const story = working(plan(), plan(B2), plan(B3))
      .when(show(), facilitator)
      .when(freeze(), facilitator)
      .when(write(n1, 'Troppo tardi'), member(1));
    const others = [table1, table2, member(2), wall].map((actor) => story.mine(actor));
    expect(JSON.stringify([others, roles.map((role) => story.view(role)), story.published(board, B1)])).not.toContain('Troppo tardi');
    expect(boardLists['board.about'].rows(stateOf(story), story.viewContext(), B1)).toMatchObject({
      waiting: [{ note: n1, text: 'Troppo tardi' }],
    });
  });
});

describe('dots', () => {
  test('[BO6] until the close nobody receives where they lie: only how many have begun and finished', () => {
    const room = (first: number, second: number) =>
      working(plan(), plan(B2), plan(B3))
        .when(write(n1, 'Uno'), member(1))
        .when(write(n2, 'Due'), member(2))
        .when(show(), facilitator)
        .when(openDots, table1)
        .when(give([[n1, first]]), member(1))
        .when(give([[n1, second]]), member(4));
    expect(everything(room(2, 1))).toEqual(everything(room(1, 2)));
    const story = room(2, 1);
    expect(story.mine(member(1))).toMatchObject({ board: { dots: { given: [[n1, 2]], edit: 1 } } });
    expect(story.mine(member(3))).toMatchObject({ board: { dots: { given: [], done: false, edit: 0 } } });
  });
});

describe('who may read a board', () => {
  const may = (story: Scenario, id: string, actor: Actor) => board.documents?.mayRead(stateOf(story), id, actor, {}) ?? false;
  test('[BO3] members the own table’s and the plenary’s, a table its own and the plenary’s, those who lead all, a screen what is on the wall', () => {
    const story = working(plan(), plan(B2), plan(B3));
    expect([B1, B2, B3].map((id) => may(story, id, member(1)))).toEqual([true, false, true]);
    expect([B1, B2, B3].map((id) => may(story, id, member(9)))).toEqual([false, false, true]);
    expect([B1, B2, B3].map((id) => may(story, id, table2))).toEqual([false, true, true]);
    for (const actor of [facilitator, organiser]) expect([B1, B2, B3].map((id) => may(story, id, actor))).toEqual([true, true, true]);
    for (const actor of [listener, desk, wall]) expect([B1, B2, B3].map((id) => may(story, id, actor))).toEqual([false, false, false]);
    story.when(show(true, B2), facilitator);
    expect([B1, B2, B3].map((id) => may(story, id, wall))).toEqual([false, true, false]);
    story.when(show(false, B2), facilitator);
    expect(may(story, B2, wall)).toBe(false);
  });
  test('[BO3] whoever moves reads where they now sit; whoever went home nothing; prepared boards nobody', () => {
    const story = working(plan(), plan(B2), plan(B3)).given(moved(1, G1, G2));
    expect([B1, B2].map((id) => may(story, id, member(1)))).toEqual([false, true]);
    story.given(left(1));
    expect([B1, B2, B3].map((id) => may(story, id, member(1)))).toEqual([false, false, false]);
    expect(JSON.stringify(story.mine(member(1)))).not.toContain(B2);
    const draft = draftSession().when({ type: 'board.prepare', plans: [plan(B3)] }, facilitator);
    expect(may(draft, B3, facilitator)).toBe(false);
    expect(board.documents?.ids(stateOf(draft))).toEqual([]);
    expect(may(story, 'board9999', facilitator)).toBe(false);
  });
  test('[BO8] a frozen copy is read by those who lead and by its own table, after the recall too; by nobody of another table', () => {
    const story = working(plan(), plan(B2), plan(B3)).when(freeze(B1, B2), facilitator).given(recalled);
    expect(boardLists['board.frozen'].roles).toEqual(['organiser', 'facilitator', 'table', 'member']);
    const copy = (id: BoardId, actor: Actor) => boardLists['board.frozen'].rows(stateOf(story), story.viewContext(), id, actor);
    for (const actor of [facilitator, table1, member(1)]) expect(copy(B1, actor)).toMatchObject({ board: B1, version: 1 });
    for (const actor of [table2, member(5), desk, listener, wall]) expect(copy(B1, actor)).toBeNull();
    expect([B1, B2].map((id) => may(story, id, member(1)))).toEqual([true, false]);
    expect(story.mine(member(1))).toMatchObject({ board: { now: { board: B3 }, earlier: [{ board: B1, version: 1 }] } });
  });
  test('prepared boards are seen by those who lead only', () => {
    const story = draftSession().when({ type: 'board.prepare', plans: [plan(B3)] }, facilitator);
    for (const role of roles.filter((one) => one !== 'facilitator' && one !== 'organiser'))
      expect(JSON.stringify(story.view(role))).not.toContain('Che cosa viene prima?');
    expect(story.view('facilitator')).toMatchObject({ board: { boards: [{ phase: 'prepared' }], may: { prepare: true, open: false } } });
  });
});

describe('how much is sent', () => {
  test('[K5] a wall with twelve boards of long titles stays within what a view may weigh', () => {
    const long = 'ع'.repeat(80);
    const many = Array.from({ length: 12 }, (_, i) =>
      plan(B3, { id: boardIdSchema.parse(`plenary${String(i).padStart(4, '0')}`), title: { original: 'ar', ar: 'ع'.repeat(140) } }),
    );
    const story = working(...many);
    for (const { id } of many) {
      for (let j = 0; j < 5; j += 1) story.when({ ...nameTheme(themeId(`x${j}`), long), board: id, area: A1 }, facilitator);
      story.when(show(true, id), facilitator);
    }
    const bytes = new TextEncoder().encode(JSON.stringify(story.view('screen', 'ar')['board'])).length;
    expect(bytes).toBeLessThan(limits.viewBytes - 2048);
  });
  test('[K5] counts are made once for all phones until something changes', () => {
    const story = working().when(write(n1, 'Mio'), member(1));
    let passes = 0;
    const documents = { ...story.documents, items: (id: string) => ((passes += 1), story.documents.items(id)) };
    const mine = board.mine?.member;
    for (let i = 1; i <= 4; i += 1) mine?.(stateOf(story), { ...story.viewContext(), documents }, member(i));
    expect(passes).toBe(1);
    story.when(reveal(1), facilitator);
  });
});
