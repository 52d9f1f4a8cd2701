// Stories of the dot vote: so many each, so many on one, hidden until they are counted.
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../kernel/scenario.ts';
import {
  A1,
  B1,
  B2,
  G1,
  G2,
  closeDots,
  closeSession,
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
  plan,
  same,
  shownNotes,
  shownThemes,
  silence,
  table1,
  themeId,
  withdraw,
  working,
  write,
} from './testing.testkit.ts';
import { dotsMissing, dotsProgress } from './dots.ts';
import { board } from './room.ts';
import { boxOf, liveBoard } from './state.ts';
import { stateOf } from './testing.testkit.ts';

const [n1, n2, n3] = [noteId(1), noteId(2), noteId(3)];
const three = (more = {}): Scenario =>
  working(plan(B1, more), plan(B2))
    .when(write(n1, 'Più alberi'), member(1))
    .when(write(n2, 'Ombra'), member(2))
    .when(write(n3, 'Acqua'), member(3));
const voting = (): Scenario => three().when(openDots, table1);
const dotsOf = (story: Scenario) => Object.fromEntries(Object.entries(shownNotes(story)).map(([id, { dots }]) => [id, dots]));

describe('opening', () => {
  test('[BO6] on the notes that lie under no other, or on the themes; the fact says which', () => {
    three()
      .when(same(n1, n2), member(1))
      .when(openDots, table1)
      .then({ type: 'board.dotsOpened', round: 1, targets: [n2, n3], dots: { each: 5, max: 2 } });
    const story = three({ dots: { each: 3, max: 1, on: 'themes' } });
    story.when(openDots, table1).refused('board.nothingForDots');
    story
      .when(nameTheme(themeId(1), 'Verde', [n1]), table1)
      .when(openDots, table1)
      .then({ targets: [themeId(1)] });
    story.when(openDots, facilitator).thenNothing();
  });
  test('[BO2] not while a silence goes on, nor a silence while dots are given', () => {
    three().when(silence, table1).when(openDots, table1).refused('board.silent');
    voting().when(silence, table1).refused('board.dotsOpen');
  });
});

describe('giving', () => {
  test('[BO6] so many dots each, so many at most on one, only on what is there', () => {
    const story = voting();
    story
      .when(
        give([
          [n1, 2],
          [n2, 2],
          [n3, 1],
        ]),
        member(1),
      )
      .thenAnswer({ box: `board.${B1}.1`, voter: memberId(1), edit: 1 });
    story.when(give([[n1, 3]], 2), member(1)).refused('board.dotsMax', { max: 2 });
    story
      .when(
        give(
          [
            [n1, 2],
            [n2, 2],
            [n3, 2],
          ],
          2,
        ),
        member(1),
      )
      .refused('board.dotsEach', { each: 5 });
    story.when(give([[noteId(99), 1]], 2), member(1)).refused('board.unknownTarget');
    story
      .when(
        give(
          [
            [n1, 1],
            [n1, 1],
          ],
          2,
        ),
        member(1),
      )
      .refused('board.unknownTarget');
  });
  test('[BO6] members who are here and sit at this table, nobody else', () => {
    const story = voting();
    story.when(give([[n1, 1]]), member(5)).refused('board.notYours');
    story
      .given(left(2))
      .when(give([[n1, 1]]), member(2))
      .refused('board.notYours');
    for (const actor of [table1, facilitator, listener]) story.when(give([[n1, 1]]), actor).refused('kernel.notYours');
  });
  test('[K3] sent again it is the same; an older one never wins; other dots under the same number are said', () => {
    const story = voting().when(give([[n1, 1]], 2), member(1));
    story.when(give([[n1, 1]], 2), member(1)).thenNothing();
    story.when(give([[n2, 1]], 1), member(1)).thenNothing();
    story.when(give([[n2, 1]], 2), member(1)).refused('board.dotsElsewhere');
    story.when(give([[n2, 2]], 3, true), member(1));
    expect(story.mine(member(1))).toMatchObject({ board: { dots: { given: [[n2, 2]], done: true, edit: 3 } } });
  });
  test('[BO6] what was given to a note that went may be given again', () => {
    const story = voting()
      .when(
        give([
          [n1, 2],
          [n2, 2],
          [n3, 1],
        ]),
        member(4),
      )
      .when(hide(n1), facilitator);
    story
      .when(
        give(
          [
            [n1, 2],
            [n2, 2],
            [n3, 2],
          ],
          2,
        ),
        member(4),
      )
      .thenAnswer({
        body: {
          given: [
            [n2, 2],
            [n3, 2],
          ],
          done: false,
        },
      });
  });
  test('[BO6] after the close it is late: refused, and counted as such', () => {
    const story = voting()
      .when(give([[n1, 1]]), member(1))
      .when(closeDots(), table1);
    const closedAt = story.now - 1000;
    story.when(give([[n1, 1]]), member(2)).refused('board.dotsOver', { closedAt });
    expect(story.last).toMatchObject({ late: { box: `board.${B1}.1`, voter: memberId(2) } });
    story.when(give([[n1, 1]]), member(1)).thenNothing();
    story.when(give([[n1, 1]], 1, false, 2), member(2)).refused('board.dotsNotOpen');
    story
      .when(closeSession, facilitator)
      .when(give([[n2, 1]]), member(3))
      .refused('board.dotsOver');
  });
});

describe('late', () => {
  test('[BO6][K6] who has no dots here is not counted among those that came late; who sat here is', () => {
    const story = voting().when(closeDots(), table1);
    story.when(give([[n1, 1]]), member(7)).refused('board.notYours');
    expect(story.last).not.toHaveProperty('late');
    story
      .given(moved(2, G1, G2))
      .when(give([[n1, 1]]), member(2))
      .refused('board.dotsOver');
    expect(story.last).toMatchObject({ late: { voter: memberId(2) } });
  });
  test('[BO6] who was moved gives none where they do not sit any more', () => {
    voting()
      .given(moved(2, G1, G2))
      .when(give([[n1, 1]]), member(2))
      .refused('board.notYours');
  });
});

describe('counting', () => {
  test('[BO6] hidden until counted, then on every note; the base is those of this board who are here', () => {
    const story = voting()
      .when(
        give([
          [n1, 2],
          [n2, 1],
        ]),
        member(1),
      )
      .when(give([[n1, 1]], 1, true), member(2));
    expect(dotsOf(story)).toEqual({ [n1]: undefined, [n2]: undefined, [n3]: undefined });
    expect(story.mine(member(3))).toMatchObject({ board: { now: { dots: { state: 'open', begun: 2, finished: 1, base: 4 } } } });
    story.when(closeDots(), table1).then({
      type: 'board.dotsClosed',
      voters: 2,
      base: 4,
      counts: [
        { target: n1, dots: 3, people: 2 },
        { target: n2, dots: 1, people: 1 },
        { target: n3, dots: 0, people: 0 },
      ],
    });
    expect(dotsOf(story)).toEqual({ [n1]: 3, [n2]: 1, [n3]: 0 });
    story.when(closeDots(), facilitator).thenNothing();
  });
  test('[BO6] whoever gave dots and went is counted, in the base too; a note that went is not', () => {
    const story = voting()
      .when(
        give([
          [n1, 2],
          [n2, 2],
        ]),
        member(1),
      )
      .given(left(1))
      .when(withdraw(n2), member(2));
    story.when(closeDots(), table1).then({ voters: 1, base: 4, counts: [{ target: n1, dots: 2, people: 1 }, { target: n3 }] });
  });
  test('[BO6] again as a further round: the old numbers are gone while it is open', () => {
    const story = voting()
      .when(give([[n1, 1]]), member(1))
      .when(closeDots(), table1)
      .when(openDots, table1)
      .then({ round: 2 });
    expect(dotsOf(story)).toEqual({ [n1]: undefined, [n2]: undefined, [n3]: undefined });
    story.when(closeDots(), table1).thenNothing();
    story.when(closeDots(2), table1).then({ voters: 0 });
  });
  test('[BO6] on themes the theme shows them', () => {
    const story = three({ dots: { each: 3, max: 2, on: 'themes' } })
      .when(nameTheme(themeId(1), 'Verde', [n1]), table1)
      .when(openDots, table1);
    story.when(give([[themeId(1), 2]]), member(1));
    expect(shownThemes(story)[themeId(1)]).not.toHaveProperty('dots');
    story.when(closeDots(), table1);
    expect(shownThemes(story)[themeId(1)]).toMatchObject({ dots: 2 });
    expect(shownNotes(story)[n1]).not.toHaveProperty('dots');
  });
  test('[BO6] a freeze counts open dots first; the copy carries them', () => {
    const story = voting()
      .when(give([[n1, 2]]), member(1))
      .when(freeze(), facilitator);
    story.then(
      { type: 'board.dotsClosed', voters: 1 },
      { type: 'board.frozen', copy: { notes: [{ id: n1, dots: 2 }, { dots: 0 }, { dots: 0 }] } },
    );
  });
  test('who has not finished is known to the table by seat; everybody else only by number', () => {
    const story = voting().when(give([[n1, 1]], 1, true), member(1));
    expect(story.mine(table1)).toMatchObject({ board: { dotsMissing: ['2', '3', '4'] } });
    const at = liveBoard(stateOf(story), B1);
    if (!at) throw new Error('no board');
    expect(dotsProgress(at, story.box)).toEqual({ begun: 1, finished: 1 });
    expect(dotsMissing(stateOf(story), at, story.box)).toEqual([2, 3, 4].map(memberId));
  });
  test('[BO6] at the end of the session every box of dots is sealed', () => {
    const story = voting().when(closeDots(), table1).when(openDots, table1);
    expect(board.seals?.({ type: 'session.closed', v: 1, by: 'person' }, stateOf(story))).toEqual([boxOf(B1, 1), boxOf(B1, 2)]);
    expect(board.boxes?.(stateOf(story))).toEqual([boxOf(B1, 1), boxOf(B1, 2)]);
  });
  test('the area does not matter: dots lie on what was there when they opened', () => {
    const story = voting().when(write(noteId(4), 'Dopo', { area: A1 }), member(4));
    story.when(give([[noteId(4), 1]]), member(1)).refused('board.unknownTarget');
  });
});
