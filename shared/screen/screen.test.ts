// The walls in stories: what happened in the room, and what everybody sees on the wall.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import { blockIdSchema, deviceIdSchema, materialIdSchema, memberIdSchema, pollIdSchema, screenIdSchema } from '../kernel/ids.ts';
import { nobody } from '../kernel/room.ts';
import type { AnyFact } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario, ScenarioOptions } from '../kernel/scenario.ts';
import { house, lastUndoable } from '../kernel/session.ts';
import type { AnyRoom } from '../kernel/room.ts';
import { limits } from '../kernel/limits.ts';
import { italian } from '../kernel/text.ts';
import { screen } from './room.ts';

const block = blockIdSchema.parse('block0000001');
const other = blockIdSchema.parse('block0000002');
const poll = pollIdSchema.parse('poll00000001');
const second = pollIdSchema.parse('poll00000002');
const pdf = materialIdSchema.parse('material0001');
const main = screenIdSchema.parse('screen000001');
const side = screenIdSchema.parse('screen000002');
const device = deviceIdSchema.parse('device000001');
const member = memberIdSchema.parse('member000001');
const facilitator: Actor = { role: 'facilitator', device };

// Facts of the rooms before this one, as far as a wall reads them.
const fact = (type: string, more: object = {}): AnyFact => ({ type, v: 1, ...more });
const created = fact('session.created', { title: italian('Seconda plenaria'), code: 'K7M4QX' });
const material = { id: pdf, name: 'Le cinque aree', kind: 'pdf', pages: 18, sha256: '0'.repeat(64) };
const programme = fact('agenda.loaded', {
  mode: 'replace',
  blocks: [
    { id: block, materials: [material] },
    { id: other, materials: [] },
  ],
});
const open = [created, programme, fact('session.doorsOpened'), fact('session.opened', { roll: [] })];
const started = (id: string, from: string | null = null): AnyFact => fact('agenda.started', { block: id, from });
const polled = (what: string, id: string = poll, round = 1): AnyFact => fact(`poll.${what}`, { poll: id, round });
const rollCall = (what: 'Opened' | 'Closed' | 'Withdrawn'): AnyFact => fact(`presence.rollCall${what}`, { rollCall: 'rollcall0001' });

const room = (options?: ScenarioOptions): Scenario => scenario([screen], options);
const running = (): Scenario => room().given(...open, started(block));
const wall = (s: Scenario) => s.view('screen')['screen'];
const own = (s: Scenario, id: typeof main, lang?: 'it' | 'en' | 'ar') => s.mine({ role: 'screen', screen: id }, lang)['screen'];
const console_ = (s: Scenario) => s.view('facilitator')['screen'];
const shows = (s: Scenario, scene: object): void => expect(wall(s)).toMatchObject({ scene });
const say = (it: string) => ({ type: 'screen.say', text: italian(it) });
const slides = (page: number) => ({ type: 'screen.showSlides', material: pdf, page, pages: 18, block });
const turn = (from: number, to: number) => ({ type: 'screen.page', material: pdf, from, to });
const anyScreen: AnyRoom = screen;
const historyOf = (s: Scenario): unknown =>
  anyScreen.lists?.['screen.history']?.rows(s.states['screen'], s.viewContext(), '', { role: 'system' });
const undoable = (s: Scenario) => lastUndoable(house([screen]), s.states);

describe('following', () => {
  it('[SC8] before the session runs the wall says how to enter', () => {
    shows(room().given(created), { kind: 'join' });
    shows(room().given(created, programme, fact('session.doorsOpened')), { kind: 'join' });
  });
  it('[SC8] a block starts: its title and time', () => shows(running(), { kind: 'agenda', block }));
  it('[SC8] a question opens, closes, is published: question, closed, result', () => {
    const s = running().given(polled('opened'));
    shows(s, { kind: 'pollOpen', poll, round: 1 });
    shows(s.given(polled('closed')), { kind: 'pollClosed', poll, round: 1 });
    shows(s.given(polled('published')), { kind: 'pollResult', poll, round: 1 });
  });
  it('[SC8] the next block replaces a result', () =>
    shows(running().given(polled('opened'), polled('closed'), polled('published'), started(other, block)), {
      kind: 'agenda',
      block: other,
    }));
  it('[SC8] a second round replaces the result of the first', () => {
    shows(
      running().given(polled('opened'), polled('closed'), polled('published'), polled('repeated', poll, 2), polled('opened', poll, 2)),
      { kind: 'pollOpen', round: 2 },
    );
  });
  it('[SC8] a question that closes behind another open one does not take the wall from it', () => {
    const s = running().given(polled('opened'), polled('opened', second), polled('closed'));
    shows(s, { kind: 'pollOpen', poll: second });
    shows(s.given(polled('voided', second)), { kind: 'agenda', block });
  });
  it('[SC8] a voided question leaves the wall, whatever of it was shown, and the programme comes back', () => {
    const s = running().given(polled('opened'), polled('closed'), polled('published'));
    s.when({ type: 'screen.pin', screen: side, scene: { kind: 'pollResult', poll, round: 1 } }, facilitator);
    s.given(polled('voided'));
    shows(s, { kind: 'agenda', block });
    expect(own(s, side)).toMatchObject({ own: null });
  });
  it('[SC8] a voided question hands the wall to the one that is still open', () => {
    shows(running().given(polled('opened', second), polled('opened'), polled('voided')), { kind: 'pollOpen', poll: second });
  });
  it('[K9] an opening taken back gives the wall back, slides included', () => {
    const s = running().when(slides(7), facilitator).given(polled('opened'));
    shows(s, { kind: 'pollOpen' });
    shows(s.given(polled('withdrawn')), { kind: 'slides', page: 7 });
  });
  it('[K9] a start taken back gives back the block before', () => {
    const s = running();
    s.given(started(other, block));
    const seq = s.seq;
    shows(s.given(fact('agenda.undone', { seq, step: 'started', running: { block, title: italian('') } })), { kind: 'agenda', block });
  });
  it('[SC8] a roll call takes the wall and gives it back', () => {
    const s = running().given(polled('opened'), rollCall('Opened'));
    shows(s, { kind: 'rollCall', rollCall: 'rollcall0001' });
    shows(s.given(rollCall('Closed')), { kind: 'pollOpen' });
  });
  it('[SC8] a question that closes by itself during a roll call closes behind it', () => {
    const s = running().given(polled('opened'), rollCall('Opened'), polled('closed'));
    shows(s, { kind: 'rollCall' });
    shows(s.given(rollCall('Withdrawn')), { kind: 'pollClosed' });
  });
  it('[SC8] suspended, resumed, closed', () => {
    const s = running().given(polled('opened'), fact('session.suspended', { reason: 'Pausa' }));
    shows(s, { kind: 'suspended' });
    shows(s.given(fact('session.resumed')), { kind: 'pollOpen' });
    shows(s.given(fact('session.closed', { by: 'person' })), { kind: 'thanks' });
    shows(s.given(polled('closed')), { kind: 'thanks' });
  });
});

describe('held, black, asked for', () => {
  it('[SC2] held fast, the wall no longer follows; let go, it is where the room is', () => {
    const s = running().when({ type: 'screen.pin', screen: null, scene: 'current' }, facilitator).given(polled('opened'));
    shows(s, { kind: 'agenda', block });
    shows(s.when({ type: 'screen.unpin', screen: null }, facilitator), { kind: 'pollOpen' });
  });
  it('[SC2] one key makes every wall black, also those that hold something of their own', () => {
    const s = running().when({ type: 'screen.pin', screen: side, scene: { kind: 'join' } }, facilitator);
    s.when({ type: 'screen.blank', screen: null, on: true }, facilitator).given(polled('opened'));
    shows(s, { kind: 'blank' });
    expect(own(s, side)).toMatchObject({ own: null });
    s.when({ type: 'screen.blank', screen: null, on: false }, facilitator);
    shows(s, { kind: 'pollOpen' });
    expect(own(s, side)).toMatchObject({ own: { kind: 'join' } });
  });
  it('[SC8] pinned and black outrank everything that follows, says or is shown', () => {
    const s = running().when({ type: 'screen.pin', screen: null, scene: 'current' }, facilitator);
    s.when(say('Pranzo'), facilitator).when(slides(1), facilitator).given(rollCall('Opened'), polled('opened'));
    shows(s, { kind: 'agenda', block });
    shows(s.when({ type: 'screen.blank', screen: null, on: true }, facilitator), { kind: 'blank' });
  });
  it('[SC8] one screen may hold something else while the others follow', () => {
    const s = running()
      .when({ type: 'screen.pin', screen: side, scene: { kind: 'join' } }, facilitator)
      .given(polled('opened'));
    shows(s, { kind: 'pollOpen' });
    expect(own(s, side)).toMatchObject({ own: { kind: 'join' } });
    expect(own(s, main)).toMatchObject({ own: null });
  });
  it('[SC8] each screen has its own language and its own light', () => {
    const s = running().when({ type: 'screen.setLook', screen: side, lang: 'ar', theme: 'light', label: 'Laterale' }, facilitator);
    s.when({ type: 'screen.say', text: { original: 'it', it: 'Pranzo', ar: 'الغداء' } }, facilitator);
    s.when({ type: 'screen.pin', screen: side, scene: 'current' }, facilitator).when({ type: 'screen.say', text: null }, facilitator);
    expect(own(s, side, 'ar')).toEqual({ own: { kind: 'words', words: { s: 'الغداء' } }, lang: 'ar', theme: 'light', label: 'Laterale' });
    expect(own(s, main)).toEqual({ own: null, lang: 'it', theme: 'dark', label: '' });
  });
  it('[SC2] the join strip is there when asked', () => {
    const s = running().when({ type: 'screen.joinStrip', on: true }, facilitator);
    expect(wall(s)).toMatchObject({ strip: true });
    s.when({ type: 'screen.joinStrip', on: true }, facilitator).thenNothing();
    expect(wall(s.when({ type: 'screen.joinStrip', on: false }, facilitator))).toMatchObject({ strip: false });
  });
  it('[SC7] the bell is off until somebody wants it', () => {
    const s = running();
    expect(wall(s)).toMatchObject({ bell: false });
    expect(wall(s.when({ type: 'screen.bell', on: true }, facilitator))).toMatchObject({ bell: true });
  });
  it('[SC1] a past result is shown again until the next thing happens', () => {
    const s = running().given(polled('opened'), polled('closed'), polled('published'), started(other, block));
    shows(s.when({ type: 'screen.showScene', scene: { kind: 'pollResult', poll, round: 1 } }, facilitator), { kind: 'pollResult' });
    shows(s.when({ type: 'screen.follow' }, facilitator), { kind: 'agenda', block: other });
    s.when({ type: 'screen.showScene', scene: { kind: 'join' } }, facilitator);
    shows(s.given(polled('opened', second)), { kind: 'pollOpen', poll: second });
  });
  it('[SC8] a result that was not published is never asked to a wall, nor a question that does not exist', () => {
    const s = running().given(polled('opened'), polled('closed'));
    s.when({ type: 'screen.showScene', scene: { kind: 'pollResult', poll, round: 1 } }, facilitator).refused('screen.notPublished');
    s.when({ type: 'screen.pin', screen: null, scene: { kind: 'pollResult', poll, round: 1 } }, facilitator).refused('screen.notPublished');
    s.when({ type: 'screen.showScene', scene: { kind: 'pollOpen', poll: second, round: 1 } }, facilitator).refused('screen.unknownPoll');
    shows(s, { kind: 'pollClosed' });
  });
});

describe('own words', () => {
  it('[SC7] own words are on wall and phones until they are removed, whatever happens meanwhile', () => {
    const s = running().when(say('Pranzo\nSi riprende alle 14.05'), facilitator).given(started(other, block), polled('opened'));
    shows(s, { kind: 'words', words: { s: 'Pranzo\nSi riprende alle 14.05' } });
    for (const role of ['member', 'audience'] as const)
      expect(s.view(role)['screen']).toEqual({ words: { s: 'Pranzo\nSi riprende alle 14.05' } });
    s.when({ type: 'screen.say', text: null }, facilitator);
    shows(s, { kind: 'pollOpen' });
    for (const role of ['member', 'audience'] as const) expect(s.view(role)['screen']).toEqual({ words: null });
  });
  it('[SC7] pages asked for after the words lie over them; when they end the words are there again', () => {
    const s = running().when(say('Pranzo'), facilitator).when(slides(1), facilitator);
    shows(s, { kind: 'slides' });
    expect(s.view('member')['screen']).toEqual({ words: { s: 'Pranzo' } });
    shows(s.when({ type: 'screen.endSlides', material: pdf }, facilitator), { kind: 'words' });
  });
  it('[SC3] words that would not be read from the last row are refused: too long, too many lines', () => {
    const s = running();
    s.when(say('a'.repeat(limits.titleChars + 1)), facilitator).refused('kernel.malformed');
    s.when(say('uno\ndue\ntre\nquattro\ncinque'), facilitator).refused('kernel.malformed');
    s.when(say(' '), facilitator).refused('kernel.malformed');
  });
  it('[SC7] the same words twice are said once; removing what is not there is nothing', () => {
    const s = running().when({ type: 'screen.say', text: null }, facilitator).thenNothing();
    s.when(say('Pranzo'), facilitator).when(say('Pranzo'), facilitator).thenNothing();
  });
});

describe('slides', () => {
  it('[AG7] a material goes on the wall page by page', () => {
    const s = running().when(slides(1), facilitator).when(turn(1, 2), facilitator);
    shows(s, { kind: 'slides', material: pdf, page: 2, pages: 18, block });
  });
  it('[AG7] two who press together turn one page', () => {
    const s = running().when(slides(7), facilitator);
    s.when(turn(7, 8), facilitator).then({ type: 'screen.pageTurned', from: 7, to: 8 });
    s.when(turn(7, 8), facilitator).thenNothing();
    shows(s, { kind: 'slides', page: 8 });
  });
  it('[AG7] there is no page after the last, no material that hangs nowhere, nothing to turn when nothing is shown', () => {
    const s = running();
    s.when(turn(1, 2), facilitator).refused('screen.noSlides');
    s.when({ ...slides(1), material: 'material0009' }, facilitator).refused('screen.unknownMaterial');
    s.when(slides(19), facilitator).refused('screen.noPage', { pages: 18 });
    s.when(slides(18), facilitator).when(turn(18, 19), facilitator).refused('screen.noPage', { pages: 18 });
  });
  it('[AG7] pages covered by a question are taken up where they were left', () => {
    const s = running().when(slides(7), facilitator).given(polled('opened'));
    expect(console_(s)).toMatchObject({ slides: { page: 7, onWall: false }, places: [{ material: pdf, page: 7 }] });
    shows(s.when(slides(7), facilitator), { kind: 'slides', page: 7 });
  });
  it('[AG7] a material that is taken away leaves the wall', () => {
    const s = running()
      .when(slides(7), facilitator)
      .given(fact('agenda.materialDetached', { block, material: pdf, name: 'Le cinque aree' }));
    shows(s, { kind: 'agenda', block });
    s.when(slides(7), facilitator).refused('screen.unknownMaterial');
  });
});

describe('now, next, history', () => {
  it('[SC1] what comes next is seen before: the next block, the closed question, the result, the page, what lies under', () => {
    const s = running();
    expect(console_(s)).toMatchObject({ next: { kind: 'agenda', block: other } });
    expect(console_(s.given(polled('opened')))).toMatchObject({ next: { kind: 'pollClosed', poll } });
    expect(console_(s.given(polled('closed')))).toMatchObject({ next: { kind: 'pollResult', poll } });
    expect(console_(s.given(polled('published')))).toMatchObject({ next: { kind: 'agenda', block: other } });
    expect(console_(s.when(slides(17), facilitator))).toMatchObject({ next: { kind: 'slides', page: 18 } });
    expect(console_(s.when(turn(17, 18), facilitator))).toMatchObject({ next: { kind: 'pollResult' } });
    expect(console_(s.when(say('Pranzo'), facilitator))).toMatchObject({ next: { kind: 'slides', page: 18 } });
    expect(console_(s.when({ type: 'screen.blank', screen: null, on: true }, facilitator))).toMatchObject({
      next: { kind: 'words' },
      under: { kind: 'words' },
    });
    expect(console_(running().given(started(other, block)))).toMatchObject({ next: { kind: 'thanks' } });
  });
  it('[SC1] the preview follows a programme that is moved, skipped, and put back', () => {
    const s = running().given(fact('agenda.skipped', { block: other, reason: '' }));
    expect(console_(s)).toMatchObject({ next: { kind: 'thanks' } });
    s.given(fact('agenda.undone', { seq: s.seq, step: 'skipped', running: { block, title: italian('') } }));
    expect(console_(s)).toMatchObject({ next: { kind: 'agenda', block: other } });
    s.given(fact('agenda.moved', { block: other, after: null }));
    expect(console_(s)).toMatchObject({ next: { kind: 'thanks' } });
  });
  it('[SC1] what was shown is kept with its hour, each screen that held something else by itself', () => {
    const s = room({ now: 0 }).given(...open, started(block));
    s.when({ type: 'screen.pin', screen: side, scene: { kind: 'join' } }, facilitator).given(polled('opened'));
    const rows = historyOf(s);
    expect(rows).toEqual([
      { at: 0, screen: null, scene: { kind: 'join' } },
      { at: 3000, screen: null, scene: { kind: 'agenda', block: null } },
      { at: 4000, screen: null, scene: { kind: 'agenda', block } },
      { at: 5000, screen: side, scene: { kind: 'join' } },
      { at: 6000, screen: null, scene: { kind: 'pollOpen', poll, round: 1 } },
    ]);
  });
  it('[SC1] the console sees which screens are there, what each shows, and which hold something', () => {
    const screens = new Map([[String(main), { connected: 1, lastSeenAt: 5, label: 'Proiettore' }]]);
    const s = room({ connections: { ...nobody, screens } }).given(...open, started(block));
    s.when({ type: 'screen.blank', screen: side, on: true }, facilitator);
    expect(console_(s)).toMatchObject({
      screens: [
        { screen: main, label: 'Proiettore', connected: true, pinned: false, scene: { kind: 'agenda' } },
        { screen: side, connected: false, blank: true, scene: { kind: 'blank' } },
      ],
    });
  });
});

describe('taking back', () => {
  const controls = [
    { type: 'screen.pin', screen: null, scene: { kind: 'join' } },
    { type: 'screen.blank', screen: null, on: true },
    { type: 'screen.joinStrip', on: true },
    say('Pranzo'),
    slides(3),
    { type: 'screen.showScene', scene: { kind: 'test' } },
    { type: 'screen.setLook', screen: side, lang: 'en', theme: 'light', label: '' },
    { type: 'screen.bell', on: true },
    { type: 'screen.pin', screen: side, scene: { kind: 'join' } },
  ];
  it.each(controls)('[K9] $type is taken back, once, and what was there is there again', (command) => {
    const s = running();
    const before = [wall(s), own(s, side)];
    s.when(command, facilitator);
    expect([wall(s), own(s, side)]).not.toEqual(before);
    const { seq } = s;
    s.when({ type: 'screen.undo', seq }, facilitator).then({ type: 'screen.undone', seq });
    expect([wall(s), own(s, side)]).toEqual(before);
    s.when({ type: 'screen.undo', seq }, facilitator).thenNothing();
  });
  it('[K9] a page turned by mistake goes back, and the undo names it', () => {
    const s = running().when(slides(7), facilitator).when(turn(7, 8), facilitator);
    expect(undoable(s)).toMatchObject({ code: 'screen.page', params: { page: 8 }, command: { type: 'screen.undo', seq: s.seq } });
    shows(s.when({ type: 'screen.undo', seq: s.seq }, facilitator), { kind: 'slides', page: 7 });
  });
  it('[K9] only the last step: not an earlier one, not after the room has gone on', () => {
    const s = running().when(slides(7), facilitator).when(turn(7, 8), facilitator);
    s.when({ type: 'screen.undo', seq: s.seq - 1 }, facilitator).refused('screen.undoLate');
    const { seq } = s;
    s.given(polled('opened'));
    expect(undoable(s)).toBeNull();
    s.when({ type: 'screen.undo', seq }, facilitator).refused('screen.undoLate');
  });
});

describe('who may, who sees', () => {
  it('[SC1] only who drives moves the wall; a screen has no controls', () => {
    const s = running();
    const others: Actor[] = [
      { role: 'screen', screen: main },
      { role: 'desk', device },
      { role: 'audience', device },
      { role: 'member', member, device },
    ];
    for (const type of Object.keys(screen.rights)) {
      const command = {
        'screen.blank': { type, screen: null, on: true },
        'screen.unpin': { type, screen: null },
        'screen.follow': { type },
      }[type];
      if (command) for (const actor of others) s.when(command, actor).refused('kernel.notYours');
    }
    for (const [, roles] of Object.entries(screen.rights)) expect(roles).toEqual(['organiser', 'facilitator']);
  });
  it('[SC6] no view of this room carries a member, a seat, a name or an answer, not even after a roll call and a closed question', () => {
    const people = new Map([[String(member), { name: 'Nome Segreto', attributes: { municipio: '4' } }]]);
    const s = room({ people }).given(
      created,
      fact('session.opened', { roll: [{ member, seat: 'A12' }] }),
      fact('presence.entered', { member, seat: 'A12', door: 'card', phone: true }),
    );
    s.given(
      fact('presence.rollCallOpened', { rollCall: 'rollcall0001', asked: [member] }),
      fact('presence.rollCallClosed', { rollCall: 'rollcall0001', here: 0, silent: [member] }),
    );
    s.given(polled('opened'), fact('poll.closed', { poll, round: 1, rows: [{ member, choice: 'si' }] }), polled('published'));
    for (const role of ['organiser', 'facilitator', 'member', 'audience', 'screen'] as const) {
      const all = JSON.stringify([s.view(role)['screen'], s.mine({ role: 'screen', screen: main })]);
      for (const secret of [member, 'A12', 'Nome Segreto', 'municipio', 'si"']) expect(all).not.toContain(secret);
    }
  });
  it('[K5] a phone gets the words and nothing else; the desk gets nothing', () => {
    const s = running().when(slides(2), facilitator);
    expect(s.view('member')['screen']).toEqual({ words: null });
    expect(s.view('audience')['screen']).toEqual({ words: null });
    expect(s.view('desk')).not.toHaveProperty('screen');
  });
  it('[K5] the largest view of the console fits', () => {
    const s = running();
    for (let n = 0; n < 24; n += 1)
      s.when(
        { type: 'screen.pin', screen: `screen0000${String(n).padStart(2, '0')}`, scene: { kind: 'words', text: italian('à'.repeat(140)) } },
        facilitator,
      );
    s.when({ type: 'screen.pin', screen: 'screen000099', scene: { kind: 'join' } }, facilitator).refused('screen.tooMany');
    for (let n = 0; n < 80; n += 1)
      s.given(polled('opened', `poll${String(n).padStart(22, '0')}`), polled('published', `poll${String(n).padStart(22, '0')}`));
    expect(Buffer.byteLength(JSON.stringify(console_(s)))).toBeLessThan(limits.viewBytes);
  });
  it('[K6] hostile ids and foreign fields are refused, not shown', () => {
    const s = running();
    s.when({ type: 'screen.pin', screen: '<b>', scene: 'current' }, facilitator).refused('kernel.malformed');
    s.when({ type: 'screen.showScene', scene: { kind: 'pollOpen', poll, round: 1, html: '<b>' } }, facilitator).refused('kernel.malformed');
    s.when({ type: 'screen.showScene', scene: { kind: 'constructor' } }, facilitator).refused('kernel.malformed');
    expect(own(s, screenIdSchema.parse('constructor'))).toMatchObject({ own: null, lang: 'it' });
  });
  it('[K1] after the seal nothing moves any more', () => {
    const s = running().given(fact('session.closed', { by: 'person' }), fact('session.sealed'));
    s.when({ type: 'screen.blank', screen: null, on: true }, facilitator).refused('screen.sealed');
    expect(console_(s)).toMatchObject({ may: { drive: false } });
  });
});
