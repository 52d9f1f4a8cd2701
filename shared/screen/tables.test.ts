// The walls while people are at the tables and when the tables tell: what follows what, what leaves the walls, what comes back.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import { blockIdSchema, boardIdSchema, deviceIdSchema, groupIdSchema, pollIdSchema, screenIdSchema, themeIdSchema } from '../kernel/ids.ts';
import type { AnyFact } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { apply, commonView, emptyStates, house, lastUndoable } from '../kernel/session.ts';
import { italian } from '../kernel/text.ts';
import { screen } from './room.ts';

const block = blockIdSchema.parse('block0000001');
const after = blockIdSchema.parse('block0000002');
const one = groupIdSchema.parse('group0000001');
const two = groupIdSchema.parse('group0000002');
const ours = boardIdSchema.parse('board0000001');
const theirs = boardIdSchema.parse('board0000002');
const plenary = boardIdSchema.parse('board0000009');
const theme = themeIdSchema.parse('theme0000001');
const poll = pollIdSchema.parse('poll00000001');
const side = screenIdSchema.parse('screen000002');
const facilitator: Actor = { role: 'facilitator', device: deviceIdSchema.parse('device000001') };

// Facts of the rooms before this one, as far as a wall reads them.
const fact = (type: string, more: object = {}): AnyFact => ({ type, v: 1, ...more });
const opened = (board: string, group: string | null): AnyFact => fact('board.opened', { plan: { id: board, group }, clock: null });
const shown = (board: string, on = true): AnyFact => fact('board.shown', { board, on });
const split = fact('groups.split', { round: 1, block });
const recalled = (why: 'recall' | 'undo' | 'close' = 'recall'): AnyFact => fact('groups.recalled', { round: 1, seating: [], why });
const tells = (group: string): AnyFact => fact('groups.reportStarted', { group, endsAt: 0 });
const told = (group: string): AnyFact => fact('groups.reportEnded', { group });
const undone = (room: 'groups' | 'board', seq: number): AnyFact => fact(`${room}.undone`, { seq, step: 'x' });
const polled = (what: string): AnyFact => fact(`poll.${what}`, { poll, round: 1 });

const running = (): Scenario =>
  scenario([screen]).given(
    fact('session.created', { title: italian('Plenaria'), code: 'K7M4QX' }),
    fact('agenda.loaded', {
      mode: 'replace',
      blocks: [
        { id: block, materials: [] },
        { id: after, materials: [] },
      ],
    }),
    fact('groups.planned', { themes: [], groups: [{ id: one }, { id: two }] }),
    fact('session.doorsOpened'),
    fact('session.opened', { roll: [] }),
    fact('agenda.started', { block, from: null }),
    opened(ours, one),
    opened(theirs, two),
  );
const working = (): Scenario => running().given(split);
const wall = (s: Scenario) => s.view('screen')['screen'];
const own = (s: Scenario) => s.mine({ role: 'screen', screen: side })['screen'];
const console_ = (s: Scenario) => s.view('facilitator')['screen'];
const shows = (s: Scenario, scene: object): void => expect(wall(s)).toMatchObject({ scene });
const agenda = { kind: 'agenda', block };
const themes = (board: string) => ({ kind: 'board', board, view: 'themes' });
const show = (scene: object) => ({ type: 'screen.showScene', scene });
const pin = (scene: object | 'current', on: string | null = side) => ({ type: 'screen.pin', screen: on, scene });

describe('at the tables', () => {
  it('[SC8] everybody to the tables: the tables and their time; recalled: the block that runs', () => {
    const s = working();
    shows(s, { kind: 'groups' });
    expect(console_(s)).toMatchObject({ next: agenda });
    shows(s.given(recalled()), agenda);
    expect(console_(s)).toMatchObject({ next: { kind: 'agenda', block: after } });
  });
  it('[SC8] boards that open, are frozen, locked or counted change nothing on the wall, nor take back what a facilitator did', () => {
    const s = working().when({ type: 'screen.joinStrip', on: true }, facilitator);
    const before = wall(s);
    s.given(opened(plenary, null), fact('board.revealed', { board: ours }), fact('board.frozen', { board: ours, group: one }));
    expect(wall(s)).toEqual(before);
    expect(lastUndoable(house([screen]), s.states)).toMatchObject({ code: 'screen.strip' });
  });
  it('[K9] a split that is taken back at once gives back what was there', () => {
    shows(running().given(polled('opened'), polled('closed'), polled('published'), split, recalled('undo')), { kind: 'pollResult' });
  });
  it('[K9] a recall that is taken back sends the wall to the tables again', () => {
    const s = working().given(recalled());
    shows(s.given(undone('groups', s.seq)), { kind: 'groups' });
  });
  it('[K9] what happened after a recall stays when only the recall is taken back', () => {
    const s = working().given(recalled());
    const { seq } = s;
    shows(s.given(polled('opened'), undone('groups', seq)), { kind: 'pollOpen' });
  });
  it('[SC8] a question asked at the tables keeps the wall through the recall while it is open, and then the programme is there', () => {
    const s = working().given(polled('opened'), recalled());
    shows(s, { kind: 'pollOpen' });
    shows(s.given(polled('voided')), agenda);
  });
  it('[SC8] a question voided at the tables gives the wall back to them', () =>
    shows(working().given(polled('opened'), polled('voided')), { kind: 'groups' }));
  it('[SC8] a roll call and a suspension keep the wall through the recall; under them the programme', () => {
    const call = fact('presence.rollCallOpened', { rollCall: 'rollcall0001' });
    const s = working().given(call, recalled());
    shows(s, { kind: 'rollCall' });
    shows(s.given(fact('presence.rollCallClosed', { rollCall: 'rollcall0001' })), agenda);
    shows(working().given(fact('session.suspended', { reason: '' }), recalled(), fact('session.resumed')), agenda);
  });
  it('[SC8] a session closed with people at the tables ends on the thanks', () =>
    shows(working().given(fact('session.closed', { by: 'person' }), recalled('close')), { kind: 'thanks' }));
  it('[SC8] the next block replaces the tables, and a late recall does not bring back the one before', () => {
    const s = working().given(fact('agenda.started', { block: after, from: block }));
    shows(s, { kind: 'agenda', block: after });
    shows(s.given(recalled()), { kind: 'agenda', block: after });
  });
  it('[SC1] before people move, the tables can be shown by hand; where there are none it is refused', () => {
    const s = running().when(show({ kind: 'groups' }), facilitator);
    shows(s, { kind: 'groups' });
    expect(console_(s)).toMatchObject({ next: agenda });
    s.given(fact('groups.planned', { themes: [], groups: [] }));
    s.when(pin({ kind: 'groups' }), facilitator).refused('screen.noTables');
  });
  it('[SC2] held fast and black outrank the tables too', () => {
    const s = running().when(pin('current', null), facilitator).given(split);
    shows(s, agenda);
    shows(s.when({ type: 'screen.blank', screen: null, on: true }, facilitator), { kind: 'blank' });
  });
});

describe('boards on the wall', () => {
  it('[BO2] a board goes on the wall when it is sent there, by its themes, and leaves it when it is taken away', () => {
    const s = working().given(shown(ours));
    shows(s, themes(ours));
    shows(s.given(shown(ours, false)), { kind: 'groups' });
  });
  it('[BO2] a board that was not sent is refused, whatever of it is asked for and however', () => {
    const s = working();
    for (const scene of [themes(ours), { kind: 'canvas', board: ours }, { kind: 'theme', board: ours, theme }]) {
      s.when(show(scene), facilitator).refused('screen.boardNotShown');
      s.when(pin(scene, null), facilitator).refused('screen.boardNotShown');
    }
    s.when(show({ kind: 'boards' }), facilitator).refused('screen.noBoards');
    shows(s, { kind: 'groups' });
  });
  it('[BO2] a board taken from the wall leaves every screen: what was shown of it, and what was held', () => {
    const s = working().given(shown(ours));
    s.when(pin({ kind: 'theme', board: ours, theme }), facilitator).when(pin({ kind: 'canvas', board: ours }, null), facilitator);
    s.when(show({ kind: 'theme', board: ours, theme }), facilitator);
    s.given(shown(ours, false));
    shows(s, { kind: 'groups' });
    expect(own(s)).toMatchObject({ own: null });
  });
  it('[BO2] no step of the screens that is taken back brings a board again that has left', () => {
    const s = working().given(shown(ours), tells(one));
    s.when(pin(themes(ours)), facilitator).when({ type: 'screen.unpin', screen: side }, facilitator);
    const { seq } = s;
    s.given(shown(ours, false));
    s.when({ type: 'screen.undo', seq }, facilitator).refused('screen.undoLate');
    expect(own(s)).toMatchObject({ own: null });
  });
  it('[SC8] one theme, the whole board, all the themes together: until the next thing happens', () => {
    const s = working().given(recalled(), shown(ours), shown(theirs));
    for (const scene of [{ kind: 'boards' }, { kind: 'canvas', board: ours }, { kind: 'theme', board: ours, theme }])
      shows(s.when(show(scene), facilitator), scene);
    shows(s.given(polled('opened')), { kind: 'pollOpen' });
  });
  it('[SC8] all together leaves the wall with the last board', () => {
    const s = working()
      .given(recalled(), shown(ours), shown(theirs))
      .when(show({ kind: 'boards' }), facilitator);
    shows(s.given(shown(ours, false)), { kind: 'boards' });
    shows(s.given(shown(theirs, false)), agenda);
  });
  it('[BO8] frozen and opened again, a board that is shown stays', () => {
    const s = working().given(shown(ours), fact('board.frozen', { board: ours, group: one, version: 1 }));
    shows(s, themes(ours));
    shows(s.given(fact('board.reopened', { board: ours, version: 1, reason: 'x' })), themes(ours));
  });
  it('[K9] sending and taking away, taken back, are as if they had not been', () => {
    const s = working().given(shown(ours));
    shows(s.given(undone('board', s.seq)), { kind: 'groups' });
    s.when(show(themes(ours)), facilitator).refused('screen.boardNotShown');
    const t = working()
      .given(shown(ours))
      .when(pin({ kind: 'canvas', board: ours }), facilitator);
    const held = [wall(t), own(t)];
    t.given(shown(ours, false));
    t.given(undone('board', t.seq));
    expect([wall(t), own(t)]).toEqual(held);
  });
  it('[K9] a board sent before something else happened, taken back, leaves only itself', () => {
    const s = working().given(shown(ours));
    const { seq } = s;
    s.when(pin(themes(ours)), facilitator).given(polled('opened'), undone('board', seq));
    shows(s, { kind: 'pollOpen' });
    expect(own(s)).toMatchObject({ own: null });
    shows(s.given(polled('withdrawn')), { kind: 'groups' });
  });
});

describe('the tables tell', () => {
  const back = (): Scenario => working().given(recalled(), fact('groups.reportQueued', { order: [two, one], sec: 120 }));
  it('[GR6] a table tells: its scene, whether its board is sent before or after, and then what was there', () => {
    const before = back().given(shown(theirs), tells(two));
    shows(before, { kind: 'report', group: two });
    shows(before.given(told(two)), agenda);
    const later = back().given(tells(two), shown(theirs));
    shows(later, { kind: 'report', group: two });
    shows(later.given(told(two)), agenda);
  });
  it('[GR6] from one table to the next, with its board sent while the other still tells', () => {
    const s = back().given(tells(two), shown(ours), told(two), tells(one));
    shows(s, { kind: 'report', group: one });
    shows(s.given(told(one)), agenda);
  });
  it('[SC1] the console sees which table comes next, and after the last what was there', () => {
    const s = back().given(tells(two));
    expect(console_(s)).toMatchObject({ next: { kind: 'report', group: one } });
    expect(console_(s.given(told(two), tells(one)))).toMatchObject({ next: agenda });
  });
  it('[GR6] its board taken from the wall, a table goes on telling', () => {
    const s = back().given(shown(theirs), tells(two), shown(theirs, false));
    shows(s, { kind: 'report', group: two });
  });
  it('[SC8] another board sent while a table tells is an act of its own', () => shows(back().given(tells(two), shown(ours)), themes(ours)));
  it('[SC2] a screen that was held on a table that told is let go; only the one that tells can be asked for', () => {
    const s = back().given(tells(two)).when(pin('current'), facilitator);
    s.given(polled('opened'));
    expect(own(s)).toMatchObject({ own: { kind: 'report', group: two } });
    s.given(told(two));
    expect(own(s)).toMatchObject({ own: null });
    s.when(show({ kind: 'report', group: two }), facilitator).refused('screen.noReport');
  });
  it('[K9] the word given to a table and taken back: what was there', () => {
    const s = back().given(tells(two));
    const { seq } = s;
    shows(s.given(shown(theirs), undone('groups', seq)), agenda);
    const ended = back().given(tells(two), told(two));
    shows(ended.given(undone('groups', ended.seq)), { kind: 'report', group: two });
  });
});

it('[SC6] what the screens get of this room points at tables and boards and holds nothing of them: no note, no seat, no name', () => {
  const s = working().given(
    fact('groups.assigned', { round: 1, how: { by: 'hand' }, seating: [{ group: one, members: ['member000001'] }] }),
    fact('groups.spokespersonSet', { group: one, member: 'member000001', seat: 'A12' }),
    shown(ours),
    fact('board.frozen', { board: ours, group: one, copy: { notes: [{ text: 'Segreto', seat: 'A12' }] } }),
    tells(one),
  );
  const all = JSON.stringify([s.view('screen')['screen'], s.view('facilitator')['screen'], s.view('member')['screen'], own(s)]);
  for (const secret of ['member000001', 'A12', 'Segreto']) expect(all).not.toContain(secret);
});
it('[K4] a replay of the log shows the same walls', () => {
  const s = working()
    .given(shown(ours))
    .when(pin(themes(ours)), facilitator);
  s.given(recalled(), tells(one), told(one), tells(two), undone('groups', s.seq), shown(ours, false));
  const of = house([screen]);
  let states = emptyStates(of);
  s.log.forEach((each, index) => {
    states = apply(of, states, each, { seq: index + 1, at: 0, by: '', session: null });
  });
  for (const role of ['facilitator', 'screen'] as const)
    expect(commonView(of, states, role, s.viewContext())['screen']).toEqual(s.view(role)['screen']);
});
it('[K6] hostile scenes are refused, not shown', () => {
  const s = working().given(shown(ours));
  for (const scene of [
    { kind: 'board', board: ours },
    { kind: 'board', board: ours, view: 'notes' },
    { kind: 'board', board: '<b>', view: 'themes' },
    { kind: 'theme', board: ours, theme, html: '<b>' },
    { kind: 'report' },
    { kind: 'groups', group: one },
  ])
    s.when(show(scene), facilitator).refused('kernel.malformed');
  s.when(show({ kind: 'canvas', board: 'constructor' }), facilitator).refused('screen.boardNotShown');
});
