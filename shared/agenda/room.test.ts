// Stories of the programme: moving, time, delay, editing, undo, shows of hands.
import { describe, expect, test } from 'vitest';
import { blockIdSchema, deviceIdSchema, memberIdSchema } from '../kernel/ids.ts';
import type { Actor } from '../kernel/audience.ts';
import { lastUndoable, house } from '../kernel/session.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { agenda } from './room.ts';
import { remedies } from './remedies.ts';
import { courseOf, emptyAgenda } from './state.ts';
import type { AgendaState } from './state.ts';
import { timeline } from './timeline.ts';

const anna: Actor = { role: 'facilitator', device: deviceIdSchema.parse('deviceanna') };
const bruno: Actor = { role: 'facilitator', device: deviceIdSchema.parse('devicebruno') };
const someone: Actor = { role: 'member', member: memberIdSchema.parse('member01'), device: deviceIdSchema.parse('phone01') };

const nine = Date.UTC(2026, 10, 21, 8, 0);
const min = 60;
const blockOf = (id: string, minutes: number, activity = 'talk') => ({
  id,
  title: italian(`Punto ${id}`),
  description: null,
  instructions: null,
  notes: italian('solo per noi'),
  activity,
  plannedSec: minutes * min,
  warnSec: 60,
  video: null,
  materials: [],
});
const opening = blockOf('opening', 15, 'welcome');
const where = blockOf('whereweare', 10, 'poll');
const talks = blockOf('talkstalks', 90);
const lunch = blockOf('lunchlunch', 50, 'break');
const goodbye = blockOf('goodbye', 20, 'closing');
const day = [opening, where, talks, lunch, goodbye];

const state = (story: Scenario): AgendaState => {
  const found = Object.entries(story.states).find(([name]) => name === 'agenda')?.[1];
  const isAgenda = (value: unknown): value is AgendaState => typeof value === 'object' && value !== null && 'plan' in value;
  if (!isAgenda(found)) throw new Error('no agenda');
  return found;
};
const at = (story: Scenario) => timeline(courseOf(state(story)), story.now);
/** The doors are open at nine, the day is loaded, nothing has started. The clock stands at nine again. */
const morning = (blocks: readonly object[] = day) => {
  const story = scenario([agenda], { now: nine - 10_000 });
  story.when({ type: 'agenda.load', mode: 'replace', startPlanned: nine, blocks }, anna);
  story.given({ type: 'session.doorsOpened', v: 1 });
  story.now = nine;
  return story;
};
/** Facts take a second each; this sets the clock to minutes after nine. */
const clock = (story: Scenario, minutes: number) => {
  story.now = nine + minutes * 60_000;
  return story;
};
const go = (story: Scenario, from: string | null, to: string, by: Actor = anna) => story.when({ type: 'agenda.start', from, to }, by);
const enter = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'presence.entered',
    v: 1,
    member: `member${100 + index}`,
    seat: String(index + 1),
    door: 'card',
    phone: true,
  }));

describe('moving', () => {
  test('[AG1] the running block has its true start, and its true end when the next one starts', () => {
    const story = clock(morning(), 4);
    go(story, null, 'opening').then({
      type: 'agenda.started',
      block: 'opening',
      from: null,
      title: opening.title,
      number: 1,
      plannedSec: 900,
      endsAt: nine + 19 * 60_000,
    });
    clock(story, 20);
    go(story, 'opening', 'whereweare').then({ type: 'agenda.started', block: 'whereweare', from: 'opening' });
    const rows = at(story).rows;
    expect(rows[0]).toMatchObject({
      kind: 'done',
      startAt: nine + 4 * 60_000,
      endAt: nine + 20 * 60_000,
      sec: 16 * 60,
      plannedAt: nine,
      plannedSec: 900,
    });
    expect(rows[1]).toMatchObject({ kind: 'running', startAt: nine + 20 * 60_000, plannedAt: nine + 15 * 60_000 });
  });

  test('[AG1] planned, projected end and drift: started 6 minutes late, everything ahead moves by 6', () => {
    const story = clock(morning(), 6);
    go(story, null, 'opening');
    const line = at(story);
    expect(line.driftSec).toBe(360);
    expect(line.plannedEnd).toBe(nine + 185 * 60_000);
    expect(line.end).toBe(nine + 191 * 60_000);
    expect(line.rows[2]).toMatchObject({ plannedAt: nine + 25 * 60_000, startAt: nine + 31 * 60_000 });
  });

  test('[K9] two facilitators press "next" together: the room moves once', () => {
    const story = morning();
    go(story, null, 'opening');
    go(story, 'opening', 'whereweare', anna).then({ type: 'agenda.started' });
    go(story, 'opening', 'whereweare', bruno).thenNothing();
    expect(at(story).running?.id).toBe('whereweare');
  });

  test('[K9] a late press that leaves a block which no longer runs moves nobody, and says where the room is', () => {
    const story = morning();
    go(story, null, 'opening');
    go(story, 'opening', 'whereweare');
    go(story, 'opening', 'talkstalks', bruno).refused('agenda.elsewhere', { title: 'Punto whereweare' });
    expect(at(story).running?.id).toBe('whereweare');
  });

  test('nothing starts in a draft, while suspended, or after the close', () => {
    const story = scenario([agenda], { now: nine });
    story.when({ type: 'agenda.load', mode: 'replace', startPlanned: nine, blocks: day }, anna);
    go(story, null, 'opening').refused('agenda.doorsFirst');
    story.given({ type: 'session.doorsOpened', v: 1 }, { type: 'session.suspended', v: 1, reason: 'incendio' });
    go(story, null, 'opening').refused('agenda.suspended');
    story.given({ type: 'session.resumed', v: 1 });
    go(story, null, 'opening').then({ type: 'agenda.started' });
    story.given({ type: 'session.closed', v: 1, by: 'person' });
    go(story, 'opening', 'whereweare').refused('agenda.over');
  });

  test('[AG1] closing the session ends the running block at that moment', () => {
    const story = morning();
    go(story, null, 'opening');
    clock(story, 10);
    story.given({ type: 'session.closed', v: 1, by: 'person' });
    expect(at(story).rows[0]).toMatchObject({ kind: 'done', endAt: nine + 10 * 60_000 });
  });

  test('ending the last block leaves nothing running; a second press is nothing to do', () => {
    const story = morning([opening]);
    go(story, null, 'opening');
    clock(story, 12);
    story.when({ type: 'agenda.end', block: 'opening' }, anna).then({ type: 'agenda.ended', title: opening.title });
    story.when({ type: 'agenda.end', block: 'opening' }, bruno).thenNothing();
    expect(at(story)).toMatchObject({ running: null, next: null, end: nine + 12 * 60_000, driftSec: -180 });
  });

  test('a block taken up again has what it had not used, and keeps its first start', () => {
    const story = morning();
    go(story, null, 'talkstalks');
    clock(story, 30);
    go(story, 'talkstalks', 'whereweare');
    clock(story, 40);
    go(story, 'whereweare', 'talkstalks').then({ type: 'agenda.started', plannedSec: 90 * min, endsAt: nine + 100 * 60_000 });
    expect(at(story).running).toMatchObject({ id: 'talkstalks', startAt: nine });
  });

  test('a member cannot move the room', () => {
    go(morning(), null, 'opening', someone).refused('kernel.notYours');
  });
});

describe('time', () => {
  const running = () => go(morning(), null, 'opening');
  const press = (story: Scenario, wish: object, by: Actor = anna) => story.when({ type: 'agenda.timer', block: 'opening', do: wish }, by);

  test('[AG2] +1 and +5 move the absolute end of the running block', () => {
    const story = clock(running(), 3);
    press(story, { kind: 'add', seconds: 60 }).then({
      type: 'agenda.timerSet',
      why: 'add',
      timer: { kind: 'running', endsAt: nine + 16 * 60_000 },
      sec: 16 * min,
    });
    clock(story, 4);
    press(story, { kind: 'add', seconds: 300 }).then({ timer: { kind: 'running', endsAt: nine + 21 * 60_000 }, sec: 21 * min });
  });
  test('[AG2] when the time is over, +5 gives five minutes from now', () => {
    const story = clock(running(), 20);
    press(story, { kind: 'add', seconds: 300 }).then({ timer: { kind: 'running', endsAt: nine + 25 * 60_000 }, sec: 25 * min });
  });
  test('[AG2] paused it keeps the seconds left, resumed it gets a new absolute end', () => {
    const story = clock(running(), 5);
    press(story, { kind: 'pause' }).then({ timer: { kind: 'paused', leftSec: 600 } });
    clock(story, 9);
    press(story, { kind: 'pause' }, bruno).thenNothing();
    expect(at(story).driftSec).toBe(240);
    press(story, { kind: 'add', seconds: 60 }).then({ timer: { kind: 'paused', leftSec: 660 } });
    clock(story, 10);
    press(story, { kind: 'resume' }).then({ timer: { kind: 'running', endsAt: nine + 21 * 60_000 } });
    press(story, { kind: 'resume' }, bruno).thenNothing();
  });
  test('[AG2] taking time away stops at now', () => {
    const story = clock(running(), 14);
    press(story, { kind: 'add', seconds: -300 }).then({ timer: { kind: 'running', endsAt: nine + 14 * 60_000 } });
    clock(story, 15);
    press(story, { kind: 'add', seconds: -60 }).thenNothing();
  });
  test('[AG2] the timer is the running block’s: a press for a block that was left is refused', () => {
    const story = go(running(), 'opening', 'whereweare');
    press(story, { kind: 'add', seconds: 60 }).refused('agenda.notRunning');
  });
  test('[AG2] a block whose time is over still runs: nothing is due by itself', () => {
    const story = clock(running(), 200);
    expect(agenda.due).toBeUndefined();
    expect(at(story).running?.id).toBe('opening');
    expect(at(story).end).toBe(nine + 370 * 60_000);
  });
  test('[AG2] no timer beyond six hours', () => {
    const story = clock(running(), 5);
    for (let more = 0; more < 5; more += 1) press(story, { kind: 'add', seconds: 3600 });
    press(story, { kind: 'add', seconds: 3600 }).refused('agenda.timerTooLong', { hours: 6 });
  });
});

describe('delay', () => {
  const late = () => clock(go(clock(morning(), 6), null, 'opening'), 7);
  test('[AG3] late by six minutes: shorten the longest, all in proportion, skip, postpone, leave it, each with the hour it gives', () => {
    const story = late();
    const offers = remedies(courseOf(state(story)), story.now);
    expect(offers.map(({ kind, block, onTime }) => [kind, block, onTime])).toEqual([
      ['shorten', 'talkstalks', true],
      ['proportion', null, true],
      ['skip', 'whereweare', true],
      ['postpone', 'whereweare', true],
      ['accept', null, false],
    ]);
    expect(offers[0]?.cuts).toEqual([{ block: 'talkstalks', fromSec: 5400, toSec: 5040 }]);
    expect(offers.map(({ end }) => (end - nine) / 60_000)).toEqual([185, 185, 181, 181, 191]);
  });
  test('[AG3] the remedy chosen is recorded with its reason, what it changed, and the hour it gives', () => {
    const story = late();
    story.when(
      { type: 'agenda.remedy', remedy: { kind: 'shorten', block: 'talkstalks', toSec: 5040 }, reason: 'Gli esperti hanno poco tempo' },
      anna,
    );
    story.then({
      type: 'agenda.remedied',
      remedy: { kind: 'shorten' },
      reason: 'Gli esperti hanno poco tempo',
      driftSec: 360,
      end: nine + 185 * 60_000,
      title: talks.title,
      changes: [{ block: 'talkstalks', fromSec: 5400, toSec: 5040 }],
    });
    expect(at(story).driftSec).toBe(0);
    expect(remedies(courseOf(state(story)), story.now)).toEqual([]);
  });
  test('[AG3] without a reason no remedy is applied', () => {
    late()
      .when({ type: 'agenda.remedy', remedy: { kind: 'proportion' }, reason: '  ' }, anna)
      .refused('kernel.malformed');
  });
  test('[AG3] in proportion: every block ahead gives its part and the day ends as planned; a second press does nothing', () => {
    const story = late();
    story
      .when({ type: 'agenda.remedy', remedy: { kind: 'proportion' }, reason: 'siamo in ritardo' }, anna)
      .then({ end: nine + 185 * 60_000 });
    expect(at(story).driftSec).toBe(0);
    story.when({ type: 'agenda.remedy', remedy: { kind: 'proportion' }, reason: 'siamo in ritardo' }, bruno).thenNothing();
  });
  test('[AG3] moved to the next session: it stays in the programme as postponed', () => {
    const story = late();
    story
      .when({ type: 'agenda.remedy', remedy: { kind: 'postpone', block: 'whereweare' }, reason: 'alla prossima' }, anna)
      .then({ title: where.title, end: nine + 181 * 60_000 });
    expect(at(story).rows[1]).toMatchObject({ kind: 'postponed', startAt: null });
    story.when({ type: 'agenda.remedy', remedy: { kind: 'skip', block: 'whereweare' }, reason: 'ancora' }, bruno).thenNothing();
  });
  test('[AG3] a delay that was accepted is offered again only when it grows', () => {
    const story = late();
    story
      .when({ type: 'agenda.remedy', remedy: { kind: 'accept' }, reason: 'va bene così' }, anna)
      .then({ driftSec: 360, end: nine + 191 * 60_000 });
    expect(remedies(courseOf(state(story)), story.now)).toEqual([]);
    expect(remedies(courseOf(state(story)), nine + 23 * 60_000)).not.toEqual([]);
  });
  test('[AG3] skipping is possible without a delay too, with a reason', () => {
    const story = morning();
    story
      .when({ type: 'agenda.skip', block: 'whereweare', reason: 'manca la rete' }, anna)
      .then({ type: 'agenda.skipped', title: where.title, reason: 'manca la rete' });
    story.when({ type: 'agenda.skip', block: 'whereweare', reason: 'manca la rete' }, bruno).thenNothing();
  });
});

describe('editing', () => {
  test('[AG4] what is ahead can be reordered while the day runs; what has started keeps its place', () => {
    const story = go(morning(), null, 'opening');
    story
      .when({ type: 'agenda.move', block: 'talkstalks', after: 'opening' }, anna)
      .then({ type: 'agenda.moved', block: 'talkstalks', after: 'opening' });
    expect(at(story).rows.map(({ id }) => id)).toEqual(['opening', 'talkstalks', 'whereweare', 'lunchlunch', 'goodbye']);
    story.when({ type: 'agenda.move', block: 'talkstalks', after: 'opening' }, bruno).thenNothing();
    story.when({ type: 'agenda.move', block: 'goodbye', after: null }, anna).refused('agenda.behindTheDay');
    story.when({ type: 'agenda.move', block: 'opening', after: 'goodbye' }, anna).refused('agenda.alreadyStarted');
  });
  test('[AG4] a block is added, edited and removed live; only what changed is in the fact', () => {
    const story = go(morning(), null, 'opening');
    story
      .when({ type: 'agenda.add', block: blockOf('newblock', 5), after: 'opening' }, anna)
      .then({ type: 'agenda.added', after: 'opening' });
    expect(at(story).rows[1]).toMatchObject({ id: 'newblock', plannedAt: null, number: 2 });
    expect(at(story).driftSec).toBe(300);
    story
      .when({ type: 'agenda.edit', block: 'newblock', changes: { plannedSec: 120, warnSec: 60 } }, anna)
      .then({ changes: { plannedSec: 120 } });
    expect(story.facts[0]).not.toHaveProperty('changes.warnSec');
    story.when({ type: 'agenda.edit', block: 'newblock', changes: { plannedSec: 120 } }, bruno).thenNothing();
    story.when({ type: 'agenda.remove', block: 'newblock' }, anna).then({ type: 'agenda.removed', title: italian('Punto newblock') });
    story.when({ type: 'agenda.remove', block: 'newblock' }, bruno).thenNothing();
  });
  test('[AG4] the minutes of the running block are the timer’s; its texts can still be corrected', () => {
    const story = go(morning(), null, 'opening');
    story.when({ type: 'agenda.edit', block: 'opening', changes: { plannedSec: 600 } }, anna).refused('agenda.useTimer');
    story.when({ type: 'agenda.edit', block: 'opening', changes: { title: italian('Benvenuti') } }, anna).then({ type: 'agenda.edited' });
  });
  test('[AG4] the hour of the start and a whole new programme only while nothing has started', () => {
    const story = morning();
    story.when({ type: 'agenda.setStart', startPlanned: nine + 1 }, anna).then({ type: 'agenda.startSet' });
    go(story, null, 'opening');
    story.when({ type: 'agenda.setStart', startPlanned: nine }, anna).refused('agenda.underWay');
    story.when({ type: 'agenda.load', mode: 'replace', startPlanned: null, blocks: [] }, anna).refused('agenda.underWay');
    story
      .when({ type: 'agenda.load', mode: 'append', startPlanned: null, blocks: [blockOf('another1', 5)] }, anna)
      .then({ type: 'agenda.loaded', mode: 'append' });
  });
  test('two blocks of one id, or more blocks than a day has, are refused whole', () => {
    const story = morning();
    story.when({ type: 'agenda.add', block: opening, after: null }, anna).refused('agenda.sameId');
    story
      .when({ type: 'agenda.load', mode: 'append', startPlanned: null, blocks: [blockOf('twinblock', 5), blockOf('twinblock', 5)] }, anna)
      .refused('agenda.sameId');
    story
      .when(
        {
          type: 'agenda.load',
          mode: 'append',
          startPlanned: null,
          blocks: Array.from({ length: 56 }, (_, index) => blockOf(`block${100 + index}`, 5)),
        },
        anna,
      )
      .refused('agenda.full', { limit: 60 });
    expect(at(story).rows).toHaveLength(5);
  });
  test('[AG7] a material hangs on a block and comes off it; a video link is http(s) or nothing', () => {
    const story = morning();
    const material = { id: 'material1', name: 'Qualità dell’aria', kind: 'pdf', pages: 18, sha256: 'a'.repeat(64) };
    story
      .when({ type: 'agenda.attach', block: 'talkstalks', material }, anna)
      .then({ type: 'agenda.materialAttached', title: talks.title, material });
    story.when({ type: 'agenda.attach', block: 'talkstalks', material }, bruno).thenNothing();
    story
      .when({ type: 'agenda.detach', block: 'talkstalks', material: 'material1' }, anna)
      .then({ type: 'agenda.materialDetached', name: 'Qualità dell’aria' });
    story.when({ type: 'agenda.edit', block: 'talkstalks', changes: { video: 'javascript:alert(1)' } }, anna).refused('kernel.malformed');
    story
      .when({ type: 'agenda.edit', block: 'talkstalks', changes: { video: 'https://video.example.org/sala' } }, anna)
      .then({ changes: { video: 'https://video.example.org/sala' } });
  });
});

describe('undo', () => {
  const undoOf = (story: Scenario) => lastUndoable(house([agenda]), story.states);
  test('[K9] undoing a start gives back the block before with its own end, as if nothing had been pressed', () => {
    const story = go(morning(), null, 'opening');
    clock(story, 5);
    go(story, 'opening', 'whereweare');
    const step = undoOf(story);
    expect(step).toMatchObject({ code: 'agenda.started', params: { title: 'Punto whereweare' } });
    clock(story, 6);
    story.when(step?.command, anna).then({ type: 'agenda.undone', step: 'started', running: { block: 'opening' } });
    expect(at(story).running).toMatchObject({ id: 'opening', startAt: nine, endAt: nine + 15 * 60_000 });
    story.when(step?.command, bruno).thenNothing();
    expect(undoOf(story)).toBeNull();
  });
  test('[K9] only the last step: once something built on it, it is refused', () => {
    const story = go(morning(), null, 'opening');
    const step = undoOf(story);
    story.when({ type: 'agenda.timer', block: 'opening', do: { kind: 'add', seconds: 60 } }, bruno);
    story.when(step?.command, anna).refused('agenda.notUndoable');
    story.given(...enter(3)).when({ type: 'agenda.recordHands', block: 'opening', words: 'pausa', for: 3, against: 0, abstained: 0 }, anna);
    expect(undoOf(story)).toBeNull();
  });
  test('[K9] people who come or go in the meantime do not stop an undo; the close does', () => {
    const story = go(morning(), null, 'opening').given(...enter(2));
    expect(undoOf(story)).not.toBeNull();
    story.given({ type: 'session.closed', v: 1, by: 'person' });
    expect(undoOf(story)).toBeNull();
    story.when({ type: 'agenda.undo', seq: 3 }, anna).refused('agenda.over');
  });
  test('[K9] a removed block comes back where it was, the first start gives back the open plan', () => {
    const story = morning();
    story.when({ type: 'agenda.remove', block: 'whereweare' }, anna).when(undoOf(story)?.command, anna);
    expect(at(story).rows.map(({ id }) => id)).toEqual(day.map(({ id }) => id));
    go(story, null, 'opening').when(undoOf(story)?.command, anna);
    story.when({ type: 'agenda.setStart', startPlanned: nine + 60_000 }, anna).then({ type: 'agenda.startSet' });
  });
});

describe('show of hands', () => {
  const room = () => go(morning(), null, 'opening').given(...enter(73));
  const show = (yes: number, no: number, abstained: number) => ({
    type: 'agenda.recordHands',
    block: 'opening',
    words: 'Facciamo una pausa',
    for: yes,
    against: no,
    abstained,
  });
  test('[AG8] the words, for, against, abstained and those present are recorded in the running block', () => {
    room()
      .when(show(61, 5, 4), anna)
      .then({
        type: 'agenda.handsRecorded',
        block: 'opening',
        title: opening.title,
        words: 'Facciamo una pausa',
        for: 61,
        against: 5,
        abstained: 4,
        present: 73,
      });
  });
  test('[AG8] the sum cannot pass those present', () => {
    room()
      .when(show(61, 5, 8), anna)
      .refused('agenda.handsExceedPresent', { sum: 74, present: 73 });
    room()
      .given({ type: 'presence.left', v: 1, member: 'member100', why: 'self', knownAt: nine })
      .when(show(61, 5, 7), anna)
      .refused('agenda.handsExceedPresent', { sum: 73, present: 72 });
    room()
      .when(show(0, 0, 0), anna)
      .refused('agenda.handsNone');
  });
  test('[AG8] written down a moment after the block ended it still counts in it; before it started it cannot', () => {
    go(room(), 'opening', 'whereweare')
      .when(show(61, 5, 4), anna)
      .then({ block: 'opening' });
    morning()
      .given(...enter(73))
      .when(show(61, 5, 4), anna)
      .refused('agenda.notRunning');
  });
  test('[AG8] a correction has a reason, keeps what was there, and is measured against those present then', () => {
    const story = room().when(show(61, 5, 4), anna);
    const hands = state(story).hands[0]?.id;
    story.given({ type: 'presence.left', v: 1, member: 'member100', why: 'self', knownAt: nine });
    story.when(
      { type: 'agenda.correctHands', hands, words: 'Facciamo una pausa', for: 62, against: 5, abstained: 6, reason: 'contati due volte' },
      anna,
    );
    story.then({ type: 'agenda.handsCorrected', for: 62, abstained: 6, present: 73, reason: 'contati due volte' });
    expect(state(story).hands[0]).toMatchObject({
      for: 62,
      corrections: [{ was: { for: 61, against: 5, abstained: 4 }, reason: 'contati due volte' }],
    });
    story
      .when({ type: 'agenda.correctHands', hands, words: 'Facciamo una pausa', for: 62, against: 5, abstained: 7, reason: 'ancora' }, anna)
      .refused('agenda.handsExceedPresent', { sum: 74, present: 73 });
  });
});

test('[AG6] the state can be copied whole, and the copy goes its own way', () => {
  const story = go(morning(), null, 'opening').given(...enter(3));
  const before = state(story);
  const copy = structuredClone(before);
  expect(copy).toEqual(before);
  const after = agenda.evolve(
    copy,
    { type: 'agenda.ended', v: 1, block: blockIdSchema.parse('opening'), title: opening.title },
    { seq: 99, at: nine, by: 'x', session: null },
  );
  expect(after).not.toEqual(before);
  expect(state(story)).toBe(before);
  expect(emptyAgenda.plan.blocks).toEqual([]);
});
