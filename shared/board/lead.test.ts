// Stories of leading: preparing and opening, silence and reveal, steps and time, lock, focus, authors, hiding, the wall, taking back.
import { describe, expect, test } from 'vitest';
import { house, lastUndoable } from '../kernel/session.ts';
import { italian } from '../kernel/text.ts';
import { boardIdSchema } from '../kernel/ids.ts';
import type { Scenario } from '../kernel/scenario.ts';
import {
  A1,
  A2,
  B1,
  B2,
  G1,
  closeSession,
  draftSession,
  facilitator,
  freeze,
  hall,
  hide,
  listener,
  lock,
  member,
  noteId,
  openDots,
  organiser,
  plan,
  reveal,
  show,
  shownNotes,
  silence,
  stateOf,
  table1,
  table2,
  textsShown,
  working,
  write,
} from './testing.testkit.ts';
import { board } from './room.ts';
import { liveBoard } from './state.ts';

const [n1, n2] = [noteId(1), noteId(2)];
const prepare = (...plans: readonly unknown[]) => ({ type: 'board.prepare', plans });
const open = (...boards: readonly unknown[]) => ({ type: 'board.open', boards });
const step = (from: string, to: string) => ({ type: 'board.step', board: B1, from, to });
const clock = (wish: object) => ({ type: 'board.clock', board: B1, wish });
const live = (story: Scenario) => liveBoard(stateOf(story), B1);
const undoable = (story: Scenario) => lastUndoable(house([board]), story.states, { box: story.box, documents: story.documents });
const silent = plan(B1, { silent: true });

describe('preparing and opening', () => {
  test('[BO7] boards are prepared before the doors open and opened while the session runs, one fact each', () => {
    const draft = draftSession()
      .when(prepare(plan(), plan(B2)), organiser)
      .then({ type: 'board.prepared' }, { type: 'board.prepared' });
    draft.when(open(B1), facilitator).refused('board.notRunning');
    hall()
      .when(prepare(plan(), plan(B2)), facilitator)
      .when(open(B1, B2), facilitator)
      .then({ type: 'board.opened', plan: { id: B1 }, clock: { kind: 'running' } }, { type: 'board.opened', plan: { id: B2 } })
      .when(open(B1, B2), facilitator)
      .thenNothing();
  });
  test('what cannot be is refused: a table that is not there, an area twice, an id twice, a board that is open', () => {
    const story = hall();
    story.when(prepare(plan(B1, { group: G1 }), plan(B1)), facilitator).refused('board.idTaken');
    story.when(prepare({ ...plan(), group: 'table9999' }), facilitator).refused('board.unknownGroup');
    const [area] = plan().areas;
    story.when(prepare({ ...plan(), areas: [area, area] }), facilitator).refused('board.areaTwice');
    story.when(open(B1), facilitator).refused('board.unknown');
    story.when(prepare(plan()), facilitator).when(prepare(plan()), facilitator).thenNothing();
    story.when(prepare(plan(B1, { title: italian('Altro titolo') })), facilitator).then({ type: 'board.prepared' });
    story
      .when(open(B1), facilitator)
      .when(prepare(plan(B1, { silent: true })), facilitator)
      .refused('board.alreadyOpen');
    story.when({ type: 'board.remove', board: B1 }, facilitator).refused('board.alreadyOpen');
  });
  test('only those who lead the session prepare, open, freeze and send to the wall', () => {
    const story = working();
    for (const wish of [prepare(plan(B2)), open(B1), freeze(), show()]) story.when(wish, table1).refused('kernel.notYours');
    for (const actor of [member(1), listener]) story.when(silence, actor).refused('kernel.notYours');
  });
  test('[BO3] a table facilitator leads the own board only', () => {
    const story = working(plan(), plan(B2));
    story.when(silence, table2).refused('board.notYours');
    story.when(lock(true, B1, B2), table1).refused('board.notYours');
    story.when(silence, table1).then({ type: 'board.silenced', board: B1, silence: 1 });
  });
});

describe('silence', () => {
  test('[BO2] what is written in silence comes to light at the reveal, all at once, with how many notes of how many people', () => {
    const story = working(silent);
    story.when(write(n1, 'Più alberi', { silence: 1 }), member(1)).when(write(n2, 'Meno auto', { silence: 1 }), member(2));
    story.when(write(noteId(3), 'Ombra', { silence: 1 }), member(2));
    expect(textsShown(story)).toEqual([]);
    story.when(reveal(), table1).then({ type: 'board.revealed', silence: 1, notes: 3, writers: 2, clock: { kind: 'running' } });
    expect(textsShown(story)).toHaveLength(3);
  });
  test('[BO2] the second press finds it done; a silence that was not cannot be revealed', () => {
    const story = working(silent).when(reveal(), table1).when(reveal(), facilitator).thenNothing();
    story.when(reveal(2), table1).refused('board.noSilence');
    story.when(silence, table1).when(silence, facilitator).thenNothing();
    expect(live(story)).toMatchObject({ silence: 2, step: 'write' });
  });
  test('[BO2] a further silence hides only what is written in it', () => {
    const story = working(silent)
      .when(write(n1, 'Prima', { silence: 1 }), member(1))
      .when(reveal(), table1);
    story.when(silence, table1).when(write(n2, 'Dopo', { silence: 2 }), member(2));
    expect(textsShown(story)).toEqual(['Prima']);
  });
  test('[BO2] in silence nobody touches another’s note, the table facilitator neither; one’s own one may', () => {
    const story = working(silent)
      .when(write(n1, 'Mio', { silence: 1 }), member(1))
      .when(write(n2, 'Altro', { silence: 1 }), member(2));
    for (const actor of [table1, facilitator, member(2)]) {
      story.when({ type: 'board.edit', board: B1, note: n1, was: 'Mio', text: 'x', kind: 'idea' }, actor).refused('board.silent');
      story.when({ type: 'board.withdraw', board: B1, note: n1 }, actor).refused('board.silent');
    }
    story.when({ type: 'board.same', board: B1, note: n1, into: n2 }, member(1)).refused('board.silent');
    story.when(hide(n1), facilitator).refused('board.silent').when(hide(n1), table1).refused('kernel.notYours');
    story.when({ type: 'board.edit', board: B1, note: n1, was: 'Mio', text: 'Mio davvero', kind: 'idea' }, member(1)).thenWritten();
    story.when({ type: 'board.withdraw', board: B1, note: n1 }, member(1)).thenWritten();
  });
  test('[BO2] the wall only by a further act, and in silence only numbers stand there', () => {
    const story = working(silent).when(write(n1, 'Mio', { silence: 1 }), member(1));
    expect(story.view('screen')).toEqual({ board: { boards: [] }, session: expect.anything() });
    story.when(show(), facilitator).then({ type: 'board.shown', on: true });
    expect(story.view('screen')).toMatchObject({
      board: { boards: [{ silent: { notes: 1, writers: 1, people: 4 }, themes: [], loose: [], looseCount: 0 }] },
    });
    story.when(show(), facilitator).thenNothing();
    story.when(reveal(), table1);
    expect(story.view('screen')).toMatchObject({ board: { boards: [{ silent: null, loose: [{ text: 'Mio' }], looseCount: 1 }] } });
  });
});

describe('steps and time', () => {
  test('[BO7] steps name what they leave and enter; each has its time, and none ends by itself', () => {
    const story = working();
    story.when(step('write', 'read'), table1).then({ type: 'board.stepped', step: 'read', clock: { endsAt: story.now - 1000 + 120_000 } });
    story.when(step('write', 'read'), facilitator).thenNothing();
    story.when(step('write', 'themes'), facilitator).refused('board.otherStep');
    story.after(10 * 60_000);
    expect(live(story)).toMatchObject({ phase: 'open', step: 'read' });
    story.when(step('read', 'themes'), table1).then({ clock: null });
  });
  test('[BO7] more time, a pause, going on', () => {
    const story = working();
    const endsAt = story.now - 1000 + 300_000;
    story
      .when(clock({ kind: 'add', sec: 60 }), table1)
      .then({ type: 'board.clockSet', why: 'add', clock: { kind: 'running', endsAt: endsAt + 60_000 } });
    story.when(clock({ kind: 'pause' }), table1).then({ why: 'pause', clock: { kind: 'paused' } });
    story.when(clock({ kind: 'pause' }), table1).thenNothing();
    story.when(clock({ kind: 'add', sec: -30 }), table1).then({ clock: { kind: 'paused' } });
    story
      .after(60_000)
      .when(clock({ kind: 'resume' }), table1)
      .then({ why: 'resume', clock: { kind: 'running' } });
    story.when(clock({ kind: 'resume' }), table1).thenNothing();
  });
  test('[BO7] time that ran out: more of it counts from now, never from before', () => {
    const story = working().after(3600_000);
    const { now } = story;
    story.when(clock({ kind: 'add', sec: 60 }), table1).then({ clock: { kind: 'running', endsAt: now + 60_000 } });
  });
  test('without a clock there is nothing to pause; added time starts one', () => {
    const story = working(plan(B1, { secs: [null, null, null, null] }));
    story.when(clock({ kind: 'pause' }), table1).refused('board.noClock');
    story.when(clock({ kind: 'add', sec: 60 }), table1).then({ clock: { kind: 'running' } });
  });
});

describe('order in the room', () => {
  test('[BO7] lock many at once, bring all to an area, let go', () => {
    const story = working(plan(), plan(B2));
    story.when(lock(true, B1, B2), facilitator).then({ board: B1, on: true }, { board: B2, on: true });
    story.when(lock(true, B1), table1).thenNothing();
    story.when({ type: 'board.focus', board: B1, area: A2 }, table1).then({ type: 'board.focused', area: A2 });
    story.when({ type: 'board.focus', board: B1, area: A2 }, table1).thenNothing();
    story.when({ type: 'board.focus', board: B1, area: 'area9999' }, table1).refused('board.unknownArea');
    story.when({ type: 'board.focus', board: B1, area: null }, table1).then({ area: null });
  });
  test('[BO4] authors become less visible, never more', () => {
    const authors = (to: string) => ({ type: 'board.hideAuthors', board: B1, authors: to });
    const story = working(plan(B1, { authors: 'seat' })).when(write(n1, 'Mio'), member(1));
    expect(shownNotes(story)[n1]).toMatchObject({ seat: '1' });
    story.when(authors('seat'), table1).thenNothing();
    story.when(authors('hidden'), table1).then({ type: 'board.authorsHidden', authors: 'hidden' });
    story.when(authors('seat'), table1).refused('board.onlyLessVisible');
    expect(shownNotes(story)[n1]).not.toHaveProperty('seat');
    story.when(write(n2, 'Dopo'), member(2));
    expect(shownNotes(story)[n2]).not.toHaveProperty('seat');
  });
  test('[BO4] a name beside the note cannot be chosen, since none is ever joined; where an older log says so it is the seat', () => {
    hall()
      .when(prepare(plan(B1, { authors: 'shown' })), facilitator)
      .refused('kernel.malformed');
    const story = hall().given({ type: 'board.opened', v: 1, plan: plan(B1, { authors: 'shown', silent: true }), clock: null });
    expect(live(story)).toMatchObject({ authors: 'seat', plan: { authors: 'seat' } });
    expect(story.mine(member(1))).toMatchObject({ board: { now: { authors: 'seat' } } });
  });
  test('[BO7] a note is hidden everywhere at once, counted, told to its author, read only by those who lead, and comes back', () => {
    const story = working().when(write(n1, 'Un insulto'), member(1)).when(show(), facilitator);
    story.when(hide(n1), facilitator).then({ type: 'board.noteHidden', note: n1, on: true, reason: 'insulto' });
    expect(textsShown(story)).toEqual([]);
    expect(JSON.stringify(story.view('screen'))).not.toContain('insulto');
    expect(story.mine(member(1))).toMatchObject({
      board: { now: { hidden: 1, notes: 0 }, own: [{ state: 'hidden', text: 'Un insulto' }] },
    });
    story.when(hide(n1), facilitator).thenNothing();
    story.when(hide(n1, false), facilitator).then({ on: false });
    expect(textsShown(story)).toEqual(['Un insulto']);
    story.when(hide(n2), facilitator).refused('board.unknownNote');
  });
  test('[BO7] also after the session has closed', () => {
    const story = working().when(write(n1, 'Un insulto'), member(1)).when(closeSession, facilitator);
    story.when(hide(n1), facilitator).then({ type: 'board.noteHidden' });
    story.when(silence, facilitator).refused('board.over');
  });
  test('a wall holds twelve boards', () => {
    const many = Array.from({ length: 13 }, (_, i) => plan(boardIdSchema.parse(`plenary${String(i).padStart(4, '0')}`)));
    const story = hall()
      .when(prepare(...many), facilitator)
      .when(open(...many.map(({ id }) => id)), facilitator);
    for (const { id } of many.slice(0, 12)) story.when({ type: 'board.show', board: id, on: true }, facilitator).then({ on: true });
    story.when({ type: 'board.show', board: many[12]?.id, on: true }, facilitator).refused('board.wallFull', { max: 12 });
  });
});

describe('taking back', () => {
  const takeBack = (story: Scenario) => story.when(undoable(story)?.command, facilitator);
  test('[K9] the last step of those who lead goes back: a lock of many boards as one', () => {
    const story = working(plan(), plan(B2)).when(lock(true, B1, B2), facilitator);
    expect(undoable(story)).toMatchObject({ code: 'board.lockSet', params: { boards: 2 } });
    takeBack(story).then({ type: 'board.undone', step: 'board.lockSet' });
    expect([B1, B2].map((id) => liveBoard(stateOf(story), id)?.locked)).toEqual([false, false]);
    expect(undoable(story)).toBeNull();
  });
  test('[K9] an opening only before anybody wrote, a silence only before anybody wrote in it', () => {
    const story = working();
    const opening = undoable(story)?.command;
    takeBack(story);
    expect(stateOf(story).boards.get(B1)?.phase).toBe('prepared');
    story.when(open(B1), facilitator);
    const again = undoable(story)?.command;
    story.when(write(n1, 'Mio'), member(1)).when(again, facilitator).refused('board.answered');
    expect(undoable(story)).toBeNull();
    story.when(opening, facilitator).refused('board.undoGone');
    story.when(silence, facilitator);
    const quiet = undoable(story)?.command;
    story
      .when(write(n2, 'Zitto', { silence: 1 }), member(2))
      .when(quiet, facilitator)
      .refused('board.answered');
    expect(undoable(story)).toBeNull();
  });
  test('[K9] nothing is offered that is refused: not after the session has closed', () => {
    const story = working().when(write(n1, 'Un insulto'), member(1)).when(closeSession, facilitator).when(hide(n1), facilitator);
    expect(undoable(story)).toBeNull();
    story.when({ type: 'board.undoFact', seq: story.seq }, facilitator).refused('board.over');
  });
  test('[K9] a reveal is final, so is what a table does for itself, and a step that the table has gone on from', () => {
    const story = working(silent).when(lock(true), facilitator).when(reveal(), facilitator);
    expect(undoable(story)).toBeNull();
    story.when(step('read', 'themes'), table1);
    expect(undoable(story)).toBeNull();
    story.when(lock(false), facilitator).when(lock(true), table1);
    expect(undoable(story)).toBeNull();
  });
  test('[K9] dots are taken back until somebody gives one', () => {
    const story = working().when(write(n1, 'Mio'), member(1)).when(openDots, facilitator);
    expect(undoable(story)).toMatchObject({ code: 'board.dotsOpened' });
    const { command } = undoable(story) ?? {};
    story.when({ type: 'board.giveDots', board: B1, round: 1, edit: 1, given: [[n1, 1]], done: false }, member(1));
    expect(undoable(story)).toBeNull();
    story.when(command, facilitator).refused('board.answered');
  });
  test('a prepared board that was removed comes back', () => {
    const story = hall().when(prepare(plan()), facilitator).when({ type: 'board.remove', board: B1 }, facilitator);
    takeBack(story);
    expect(stateOf(story).boards.get(B1)?.plan.areas[0]?.id).toBe(A1);
  });
});
