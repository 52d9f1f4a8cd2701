// The walls while the hall asks and speaks: questions that are put there, gathered, hidden, taken off; who has the floor, by hand only.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import { blockIdSchema, deviceIdSchema, groupIdSchema, pollIdSchema, questionIdSchema, screenIdSchema } from '../kernel/ids.ts';
import type { AnyFact } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { apply, commonView, emptyStates, house, lastUndoable } from '../kernel/session.ts';
import { italian } from '../kernel/text.ts';
import { screen } from './room.ts';

const block = blockIdSchema.parse('block0000001');
const after = blockIdSchema.parse('block0000002');
const table = groupIdSchema.parse('group0000001');
const [a, b, c] = ['question00001', 'question00002', 'question00003'].map((id) => questionIdSchema.parse(id));
const poll = pollIdSchema.parse('poll00000001');
const side = screenIdSchema.parse('screen000002');
const facilitator: Actor = { role: 'facilitator', device: deviceIdSchema.parse('device000001') };

// Facts of the rooms before this one, as far as a wall reads them.
const fact = (type: string, more: object = {}): AnyFact => ({ type, v: 1, ...more });
const onWall = (...questions: readonly unknown[]): AnyFact => fact('floor.wallSet', { questions });
const about = (what: string, question: unknown, more: object = {}): AnyFact => fact(`floor.${what}`, { question, ...more });
const undone = (seq: number): AnyFact => fact('floor.undone', { seq, step: 'x' });
const polled = (what: string): AnyFact => fact(`poll.${what}`, { poll, round: 1 });
const turn = (what: string): AnyFact =>
  fact(`floor.${what}`, {
    turn: 'turn00000001',
    member: 'member000001',
    seat: 'A12',
    where: null,
    group: null,
    kind: 'speech',
    sec: 120,
    endsAt: 0,
    ms: 1,
    how: 'done',
  });

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
    fact('groups.planned', { themes: [], groups: [{ id: table }] }),
    fact('session.doorsOpened'),
    fact('session.opened', { roll: [] }),
    fact('agenda.started', { block, from: null }),
  );
const wall = (s: Scenario) => s.view('screen')['screen'];
const own = (s: Scenario) => s.mine({ role: 'screen', screen: side })['screen'];
const console_ = (s: Scenario) => s.view('facilitator')['screen'];
const shows = (s: Scenario, scene: object): void => expect(wall(s)).toMatchObject({ scene });
const agenda = { kind: 'agenda', block };
const questions = { kind: 'questions' };
const show = (scene: object) => ({ type: 'screen.showScene', scene });
const pin = (scene: object | 'current', on: string | null = side) => ({ type: 'screen.pin', screen: on, scene });

describe('questions on the wall', () => {
  it('[SC8] put there they replace what was shown, taken off they give it back', () => {
    const s = running().given(onWall(a));
    shows(s, questions);
    expect(console_(s)).toMatchObject({ questions: 1, next: agenda });
    shows(s.given(onWall()), agenda);
    expect(console_(s)).toMatchObject({ questions: 0 });
  });
  it('[SC8] one after the other, and what was there before the first comes back', () => {
    const s = running().given(polled('opened'), polled('closed'), polled('published'));
    for (let n = 0; n < 20; n += 1) s.given(onWall(n % 2 === 0 ? a : b, c));
    shows(s, questions);
    shows(s.given(onWall()), { kind: 'pollResult' });
  });
  it('[SC8] the next thing in the room replaces them; taken off later, they do not bring back what is over', () => {
    const s = running().given(onWall(a), fact('agenda.started', { block: after, from: block }));
    shows(s, { kind: 'agenda', block: after });
    shows(s.given(onWall()), { kind: 'agenda', block: after });
  });
  it('[SC8] a roll call lies over them and gives them back, unless they were taken off meanwhile', () => {
    const call = fact('presence.rollCallOpened', { rollCall: 'rollcall0001' });
    const over = fact('presence.rollCallClosed', { rollCall: 'rollcall0001' });
    shows(running().given(onWall(a), call, over), questions);
    const s = running().given(onWall(a), call, onWall());
    shows(s, { kind: 'rollCall' });
    shows(s.given(over), agenda);
  });
  it('[SC8] slides asked for before give way to them', () => {
    const s = running()
      .when(show({ kind: 'join' }), facilitator)
      .given(onWall(a));
    shows(s, questions);
  });
  it('[PO12] hidden, a question goes; the last one takes the scene from every screen, pins too', () => {
    const s = running().given(onWall(a, b));
    s.when(pin('current'), facilitator).when(show(questions), facilitator);
    shows(s.given(about('hidden', a)), questions);
    expect(console_(s)).toMatchObject({ questions: 1 });
    shows(s.given(about('hidden', b)), agenda);
    expect(own(s)).toMatchObject({ own: null });
    s.when(show(questions), facilitator).refused('screen.noQuestions');
  });
  it('[SC8] gathered under another, it is replaced by that one and stands there once', () => {
    const s = running().given(onWall(a, b), about('merged', a, { into: b }));
    expect(console_(s)).toMatchObject({ scene: questions, questions: 1 });
    s.given(about('merged', c, { into: a }));
    expect(console_(s)).toMatchObject({ questions: 1 });
    // What lies under another one is not on the wall by itself.
    shows(s.given(about('hidden', a)), questions);
    shows(s.given(about('hidden', b)), agenda);
  });
  it('[K9] taken back: the putting up, the taking off, a hide, a merge', () => {
    const up = running().given(onWall(a));
    shows(up.given(undone(up.seq)), agenda);
    const off = running().given(onWall(a), onWall());
    shows(off.given(undone(off.seq)), questions);
    expect(console_(off)).toMatchObject({ questions: 1 });
    const hidden = running().given(onWall(a)).when(pin(questions), facilitator);
    hidden.given(about('hidden', a));
    hidden.given(undone(hidden.seq));
    expect([wall(hidden), own(hidden)]).toMatchObject([{ scene: questions }, { own: null }]);
    const merged = running().given(onWall(a, b), about('merged', a, { into: b }));
    merged.given(undone(merged.seq));
    expect(console_(merged)).toMatchObject({ scene: questions, questions: 2 });
  });
  it('[K9] what happened after it stays when only that is taken back', () => {
    const s = running().given(onWall(a));
    const { seq } = s;
    shows(s.given(polled('opened'), undone(seq)), { kind: 'pollOpen' });
    shows(s.given(polled('withdrawn')), agenda);
  });
  it('[SC8] with the session they leave every wall, pins too', () => {
    const s = running().given(onWall(a)).when(pin(questions), facilitator);
    s.given(fact('session.closed', { by: 'person' }));
    shows(s, { kind: 'thanks' });
    expect(own(s)).toMatchObject({ own: null });
    s.when(show(questions), facilitator).refused('screen.noQuestions');
  });
  it('[SC2] they can be shown again and held; with none it is refused', () => {
    const s = running();
    s.when(show(questions), facilitator).refused('screen.noQuestions');
    s.when(pin(questions, null), facilitator).refused('screen.noQuestions');
    s.given(onWall(a), fact('agenda.started', { block: after, from: block }));
    shows(s.when(show(questions), facilitator), questions);
    expect(console_(s)).toMatchObject({ next: { kind: 'agenda', block: after } });
    s.when(pin(questions, null), facilitator).given(polled('opened'));
    shows(s, questions);
  });
  it('[SC8] nothing else of the floor moves a wall, nor takes back what a facilitator did', () => {
    const s = running().when({ type: 'screen.joinStrip', on: true }, facilitator);
    const before = wall(s);
    s.given(about('asked', a), about('answered', a), about('parted', a), about('unhidden', a), about('settled', a));
    s.given(about('hidden', a), onWall(), turn('turnStarted'), turn('turnPaused'), turn('turnEnded'), fact('floor.closed', { votes: [] }));
    expect(wall(s)).toEqual(before);
    expect(lastUndoable(house([screen]), s.states)).toMatchObject({ code: 'screen.strip' });
  });
});

describe('who speaks', () => {
  it('[SC8] a turn that starts takes no wall: by hand it is shown, until the next thing happens', () => {
    const s = running().given(turn('turnStarted'));
    shows(s, agenda);
    shows(s.when(show({ kind: 'turn' }), facilitator), { kind: 'turn' });
    expect(console_(s)).toMatchObject({ next: agenda });
    s.given(turn('turnEnded'), turn('turnStarted'));
    shows(s, { kind: 'turn' });
    shows(s.given(polled('opened')), { kind: 'pollOpen' });
  });
  it('[SC2] one screen may hold it, also before anybody speaks', () => {
    const s = running()
      .when(pin({ kind: 'turn' }), facilitator)
      .given(polled('opened'));
    shows(s, { kind: 'pollOpen' });
    expect(own(s)).toMatchObject({ own: { kind: 'turn' } });
  });
  it('[SC8] a table that tells has its own scene', () => {
    const s = running().when(show({ kind: 'turn' }), facilitator);
    shows(s.given(fact('groups.reportStarted', { group: table, endsAt: 0 })), { kind: 'report', group: table });
  });
});

it('[SC6] what screens get of this room about the floor is a word: no question, no turn, no member, no seat', () => {
  const s = running().given(onWall(a, b), turn('turnStarted'), about('asked', c, { text: 'Segreto' }));
  const all = JSON.stringify([wall(s), own(s), console_(s), s.view('member')['screen'], s.view('audience')['screen']]);
  for (const secret of ['question0000', 'turn0000', 'member000001', 'A12', 'Segreto']) expect(all).not.toContain(secret);
});
it('[K4] a replay of the log shows the same walls', () => {
  const s = running().given(onWall(a, b)).when(pin(questions), facilitator);
  s.given(about('merged', a, { into: b }), undone(s.seq), about('hidden', b), polled('opened'), onWall(c));
  const of = house([screen]);
  let states = emptyStates(of);
  s.log.forEach((each, index) => {
    states = apply(of, states, each, { seq: index + 1, at: 0, by: '', session: null });
  });
  for (const role of ['facilitator', 'screen'] as const)
    expect(commonView(of, states, role, s.viewContext())['screen']).toEqual(s.view(role)['screen']);
});
it('[K6] hostile scenes are refused, not shown', () => {
  const s = running().given(onWall(a));
  for (const scene of [{ kind: 'questions', questions: [a] }, { kind: 'turn', seat: 'A12' }, { kind: 'question' }])
    s.when(show(scene), facilitator).refused('kernel.malformed');
});
