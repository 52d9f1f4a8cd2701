// Stories of the choice of theme: asked, answered and changed on phones, closed, counted, sealed with the session.
import { describe, expect, test } from 'vitest';
import { groups } from './room.ts';
import {
  assign,
  at,
  driverOf,
  facilitator,
  hall,
  letOut,
  desk,
  listOf,
  phone,
  plan,
  prepared,
  recall,
  second,
  shade,
  split,
  stateOf,
  undo,
  undoable,
  water,
  who,
} from './testing.testkit.ts';

const open = (round = 1) => ({ type: 'groups.openChoice', round });
const close = (round = 1) => ({ type: 'groups.closeChoice', round });
const choose = (first: string, other: string | null = null, edit = 1, round = 1) => ({
  type: 'groups.choose',
  round,
  first,
  second: other,
  edit,
});
const asking = () => hall(4, 3).when(plan(), facilitator).when(open(), facilitator);

describe('asking for a theme', () => {
  test('[GR2] members are asked, see the themes in their language, and answer into the box, not into the log', () => {
    const s = asking().then({ type: 'groups.choiceOpened', round: 1 });
    expect(at(s.view('member', 'en'), 'groups')).toMatchObject({
      choice: { round: 1 },
      themes: [
        { id: shade, title: { s: 'Ombra e alberi', lang: 'it' } },
        { id: water, title: { s: 'Water' } },
      ],
    });
    s.when(choose(shade, water), phone(1)).thenAnswer({ box: 'groups.choice.1', voter: who(1), body: { first: shade, second: water } });
    expect(at(s.mine(phone(1)), 'groups')).toMatchObject({ choice: { first: shade, second: water, edit: 1 }, may: { choose: true } });
    expect(driverOf(s)).toMatchObject({ choice: { open: true, answered: 1, of: 3 } });
    expect(JSON.stringify(s.log)).not.toContain('"first"');
  });
  test('[K3] a change replaces, an older one sent again never wins, and two pages with the same number are told', () => {
    const s = asking()
      .when(choose(shade), phone(1))
      .when(choose(water, null, 2), phone(1));
    expect(at(s.mine(phone(1)), 'groups', 'choice')).toEqual({ first: water, second: null, edit: 2 });
    s.when(choose(shade), phone(1)).thenNothing();
    s.when(choose(water, null, 2), phone(1)).thenNothing();
    s.when(choose(shade, null, 2), phone(1)).refused('groups.answeredElsewhere');
  });
  test('[K6] only themes of the plan, two different ones, from who is present', () => {
    const s = asking();
    s.when(choose('themenowhere'), phone(1)).refused('groups.unknownTheme');
    s.when(choose(shade, shade), phone(1)).refused('groups.sameTheme');
    s.when(choose(shade), phone(4)).refused('groups.notPresent');
    s.when(choose(shade, null, 1, 2), phone(1)).refused('groups.choiceNotOpen');
    s.when(choose(shade), facilitator).refused('kernel.notYours');
    expect(at(s.mine(phone(4)), 'groups', 'may', 'choose')).toBe(false);
  });
  test('[GR2] not before the doors, not with one theme, not while tables work, and only for the round that comes', () => {
    prepared().when(plan(), facilitator).when(open(), facilitator).refused('groups.notRunning');
    hall()
      .when({ ...plan(1), themes: plan().themes.slice(0, 1) }, facilitator)
      .when(open(), facilitator)
      .refused('groups.fewThemes');
    const s = hall(4, 3).when(plan(), facilitator).when(open(2), facilitator).refused('groups.otherRound', { round: 1 });
    s.when(assign(1, [1, 2], [3]), facilitator)
      .when(split(), facilitator)
      .when(open(), facilitator)
      .refused('groups.recallFirst');
    s.when(recall(), facilitator).when(open(2), facilitator).then({ type: 'groups.choiceOpened', round: 2 });
  });
});

describe('closing', () => {
  test('[GR2] the close counts who answered of those present, and who answered and left; late ones are refused with the hour, and counted', () => {
    const s = asking().when(choose(shade), phone(1)).when(choose(water), phone(2)).when(letOut(1), desk);
    s.when(close(), facilitator).then({ type: 'groups.choiceClosed', round: 1, answered: 2, base: 3 });
    const closedAt = s.now - 1000;
    s.when(choose(shade), phone(3)).refused('groups.choiceOver', { closedAt });
    expect(s.last).toMatchObject({ late: { box: 'groups.choice.1', voter: who(3) } });
    s.when(choose(water), phone(2)).thenNothing();
    s.when(close(), second).thenNothing();
    expect(driverOf(s)).toMatchObject({ choice: { open: false, answered: 2, of: 3 } });
    expect(at(s.mine(phone(2)), 'groups')).toMatchObject({ choice: { first: water }, may: { choose: false } });
  });
  test('[GR2] facilitators see who would rather what, while it is open and after; who did not say stays empty, also when a theme goes', () => {
    const s = asking().when(choose(shade, water), phone(1));
    const row = (n: number): unknown => expect.objectContaining({ member: who(n) });
    expect(listOf(s, 'groups.seating')).toEqual([
      expect.objectContaining({ member: who(1), first: shade, second: water }),
      expect.objectContaining({ member: who(2), first: null, second: null }),
      row(3),
      row(4),
    ]);
    const { themes, groups: tables } = plan(1);
    s.when({ type: 'groups.plan', themes: themes.slice(0, 1), groups: tables }, facilitator);
    expect(listOf(s, 'groups.seating')).toContainEqual(expect.objectContaining({ member: who(1), first: shade, second: null }));
  });
  test('[GR1] whoever goes to the tables closes an open choice in the same step', () => {
    const s = asking()
      .when(choose(shade), phone(1))
      .when(assign(1, [1, 2], [3]), facilitator)
      .when(split(), facilitator);
    s.then({ type: 'groups.choiceClosed', round: 1, answered: 1, base: 3 }, { type: 'groups.split', round: 1 });
  });
  test('[K9] an opening is taken back before anybody answers, and not offered after', () => {
    const s = asking();
    const seq = s.seq;
    expect(undoable(s)).toMatchObject({ seq, code: 'groups.choiceOpened' });
    s.when(choose(shade), phone(1));
    expect(undoable(s)).toBeNull();
    s.when(undo(seq), facilitator).refused('groups.answered');
    const other = asking();
    other.when(undo(other.seq), facilitator).then({ type: 'groups.undone', step: 'choiceOpened' });
    expect(driverOf(other)).toMatchObject({ choice: null });
    expect(at(other.view('member'), 'groups', 'themes')).toEqual([]);
  });
  test('[K9] a close is taken back and members may change again', () => {
    const s = asking().when(choose(shade), phone(1)).when(close(), facilitator);
    s.when(undo(s.seq), facilitator).then({ type: 'groups.undone', step: 'choiceClosed' });
    s.when(choose(water, null, 2), phone(1)).thenAnswer({ edit: 2 });
  });
  test('[GR2] the session’s close counts an open choice and seals every box that was asked; until then they are read back at a start', () => {
    const s = asking().when(choose(shade), phone(1)).when(close(), facilitator);
    s.when(assign(1, [1, 2], [3]), facilitator)
      .when(split(), facilitator)
      .when(recall(), facilitator)
      .when(open(2), facilitator);
    expect(groups.boxes?.(stateOf(s))).toEqual(['groups.choice.1', 'groups.choice.2']);
    s.when({ type: 'session.close' }, facilitator);
    expect(s.log.at(-1)).toEqual({ type: 'groups.choiceClosed', v: 1, round: 2, answered: 0, base: 3 });
    const seals = (fact: Parameters<NonNullable<typeof groups.seals>>[0]) => groups.seals?.(fact, stateOf(s));
    expect(seals({ type: 'session.closed', v: 1, by: 'person' })).toEqual(['groups.choice.1', 'groups.choice.2']);
    expect(seals({ type: 'session.sealed', v: 1 })).toEqual([]);
  });
});
