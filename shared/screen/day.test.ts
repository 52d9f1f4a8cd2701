// A day in the hall with all the rooms of a session as they are: the walls must hear what those rooms really say.
import { expect, it } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import { deviceIdSchema, memberIdSchema } from '../kernel/ids.ts';
import { scenario } from '../kernel/scenario.ts';
import { apply, commonView, emptyStates, house } from '../kernel/session.ts';
import { italian } from '../kernel/text.ts';
import { sessionRooms } from '../rooms.ts';

const device = deviceIdSchema.parse('laptop000001');
const facilitator: Actor = { role: 'facilitator', device };
const organiser: Actor = { role: 'organiser', device };
const member = memberIdSchema.parse('member000001');
const phone: Actor = { role: 'member', member, device: deviceIdSchema.parse('phone0000001') };
const block = (id: string, title: string, materials: object[] = []) => ({
  id,
  title: italian(title),
  description: null,
  instructions: null,
  notes: null,
  activity: 'talk',
  plannedSec: 600,
  warnSec: 60,
  video: null,
  materials,
});
const pdf = { id: 'material0001', name: 'Le cinque aree', kind: 'pdf', pages: 3, sha256: '0'.repeat(64) };
const question = {
  block: null,
  question: italian('Che cosa manca?'),
  kind: { kind: 'yesno' },
  options: [],
  electorate: 'members',
  live: false,
  splitBy: [],
  closeAfterSec: null,
};

it('[SC8] [K4] the wall follows a whole day, and a replay of its log shows the same', () => {
  const assembly = { roster: { members: [{ member, seat: '1', card: 'card00000001' }], reserves: [] } };
  const s = scenario(sessionRooms, { assembly });
  const seen: string[] = [];
  const shows = (): void => {
    const view = s.view('screen')['screen'];
    const kind = /"kind":"(\w+)"/u.exec(JSON.stringify(view))?.[1] ?? '';
    seen.push(kind);
  };
  const does = (command: Readonly<Record<string, unknown>>, actor: Actor = facilitator): void => {
    s.after(1000).when(command, actor);
    expect({ command, last: s.last }).toMatchObject({ last: { kind: expect.stringMatching(/^(facts|answer)$/u) } });
    shows();
  };
  const about = {
    assembly: 'assembly0001',
    assemblyName: 'Assemblea',
    title: italian('Plenaria'),
    day: '2026-11-21',
    timeZone: 'Europe/Rome',
    place: '',
    code: 'K7M4QX',
    demo: false,
  };
  does({ type: 'session.create', ...about }, organiser);
  does({
    type: 'agenda.load',
    mode: 'replace',
    startPlanned: s.now,
    blocks: [block('block0000001', 'Apertura', [pdf]), block('block0000002', 'Esperti')],
  });
  does({ type: 'session.openDoors' });
  does({ type: 'presence.enter', door: 'card' }, phone);
  does({ type: 'session.open' });
  does({ type: 'agenda.start', from: null, to: 'block0000001' });
  does({ type: 'screen.showSlides', material: 'material0001', page: 1, pages: 3, block: 'block0000001' });
  does({ type: 'poll.quick', poll: 'poll00000001', draft: question });
  does({ type: 'poll.answer', poll: 'poll00000001', round: 1, edit: 1, answer: { kind: 'choice', picked: ['yes'] } }, phone);
  does({ type: 'poll.close', poll: 'poll00000001', round: 1 });
  does({ type: 'poll.publish', poll: 'poll00000001', round: 1 });
  does({ type: 'agenda.start', from: 'block0000001', to: 'block0000002' });
  does({ type: 'presence.openRollCall' });
  const called = s.log.findLast(({ type }) => type === 'presence.rollCallOpened');
  does({ type: 'presence.closeRollCall', rollCall: called && 'rollCall' in called ? called.rollCall : '' });
  does({ type: 'session.suspend', reason: 'Pausa' });
  does({ type: 'session.resume' });
  does({ type: 'session.close' });
  expect(seen).toEqual([
    'join',
    'join',
    'join',
    'join',
    'agenda',
    'agenda',
    'slides',
    'pollOpen',
    'pollOpen',
    'pollClosed',
    'pollResult',
    'agenda',
    'rollCall',
    'agenda',
    'suspended',
    'agenda',
    'thanks',
  ]);

  const of = house(sessionRooms);
  let states = emptyStates(of);
  s.log.forEach((fact, index) => {
    states = apply(of, states, fact, { seq: index + 1, at: 0, by: '', session: null });
  });
  for (const role of ['facilitator', 'screen', 'member'] as const)
    expect(commonView(of, states, role, s.viewContext())['screen']).toEqual(s.view(role)['screen']);
});

it('[SC6] over a whole question, what the screens get of this room never holds the member, the seat or the choice', () => {
  const assembly = { roster: { members: [{ member, seat: 'A12', card: 'card00000001' }], reserves: [] } };
  const s = scenario(sessionRooms, { assembly });
  const about = {
    assembly: 'assembly0001',
    assemblyName: 'Assemblea',
    title: italian('Plenaria'),
    day: '2026-11-21',
    timeZone: 'Europe/Rome',
    place: '',
    code: 'K7M4QX',
    demo: false,
  };
  s.when({ type: 'session.create', ...about }, organiser).when({ type: 'session.openDoors' }, facilitator);
  s.when({ type: 'presence.enter', door: 'card' }, phone).when({ type: 'session.open' }, facilitator);
  s.when({ type: 'poll.quick', poll: 'poll00000001', draft: question }, facilitator);
  const leaks = (): void => {
    const all = JSON.stringify(s.view('screen')['screen']);
    for (const secret of [member, 'A12', 'picked', '"yes"']) expect(all).not.toContain(secret);
  };
  leaks();
  s.when({ type: 'poll.answer', poll: 'poll00000001', round: 1, edit: 1, answer: { kind: 'choice', picked: ['yes'] } }, phone);
  expect(s.last?.kind).toBe('answer');
  leaks();
  s.when({ type: 'poll.close', poll: 'poll00000001', round: 1 }, facilitator).when(
    { type: 'poll.publish', poll: 'poll00000001', round: 1 },
    facilitator,
  );
  expect(JSON.stringify(s.view('screen')['screen'])).toContain('pollResult');
  leaks();
});

it('[SC8] [GR6] [BO2] the wall follows a morning at the tables with the rooms as they are, and shows no note before it was sent there', () => {
  const seat = (n: number) => ({ member: memberIdSchema.parse(`member00000${n}`), seat: `A${n}`, card: `card0000000${n}` });
  const assembly = { roster: { members: [1, 2, 3, 4].map(seat), reserves: [] } };
  const s = scenario(sessionRooms, { assembly });
  const seen: string[] = [];
  const does = (command: Readonly<Record<string, unknown>>, actor: Actor = facilitator): void => {
    s.after(1000).when(command, actor);
    expect({ command, last: s.last }).toMatchObject({ last: { kind: expect.stringMatching(/^(facts|answer|writing)$/u) } });
    seen.push(/"scene":\{"kind":"(\w+)"/u.exec(JSON.stringify(s.view('screen')['screen']))?.[1] ?? '');
  };
  const phoneOf = (n: number): Actor => ({ role: 'member', member: seat(n).member, device: deviceIdSchema.parse(`phone000000${n}`) });
  const [one, two] = ['group0000001', 'group0000002'];
  const table = (id: string, number: number) => ({ id, number, name: null, theme: null, question: null, video: null });
  const board = 'board0000001';
  const area = { id: 'area00000001', prompt: italian('Idee'), shape: { kind: 'column' } };
  const plan = {
    id: board,
    group: one,
    block: null,
    title: italian('Che cosa manca?'),
    areas: [area],
    authors: 'hidden',
    silent: true,
    kinds: ['idea'],
    dots: { each: 3, max: 2, on: 'themes' },
    secs: [null, null, null, null],
  };
  const write = (note: string, text: string) => ({
    type: 'board.write',
    board,
    note,
    area: area.id,
    theme: null,
    place: null,
    text,
    kind: 'idea',
    lang: 'it',
    silence: 1,
    door: 'phone',
    seat: null,
  });
  does(
    {
      type: 'session.create',
      assembly: 'assembly0001',
      assemblyName: 'Assemblea',
      title: italian('Plenaria'),
      day: '2026-11-21',
      timeZone: 'Europe/Rome',
      place: '',
      code: 'K7M4QX',
      demo: false,
    },
    organiser,
  );
  does({ type: 'agenda.load', mode: 'replace', startPlanned: s.now, blocks: [block('block0000001', 'Lavori di gruppo')] });
  does({ type: 'groups.plan', themes: [], groups: [table(one, 1), table(two, 2)] });
  does({ type: 'session.openDoors' });
  for (const n of [1, 2, 3, 4]) does({ type: 'presence.enter', door: 'card' }, phoneOf(n));
  does({ type: 'session.open' });
  does({ type: 'agenda.start', from: null, to: 'block0000001' });
  const seating = [
    { group: one, members: [1, 2].map((n) => seat(n).member) },
    { group: two, members: [3, 4].map((n) => seat(n).member) },
  ];
  does({ type: 'groups.assign', round: 1, how: { by: 'hand' }, seating });
  does({ type: 'board.prepare', plans: [plan] });
  seen.length = 0;
  does({ type: 'groups.split', round: 1, block: 'block0000001' });
  does({ type: 'board.open', boards: [board] });
  does(write('note00000001', 'Ombra segreta'), phoneOf(1));
  const screens = (): string => JSON.stringify(s.view('screen'));
  expect(screens()).not.toContain('Ombra segreta');
  does({ type: 'board.show', board, on: true });
  expect(screens()).not.toContain('Ombra segreta');
  does({ type: 'board.reveal', board, silence: 1 });
  expect(screens()).toContain('Ombra segreta');
  does({ type: 'board.show', board, on: false });
  expect(screens()).not.toContain('Ombra segreta');
  does({ type: 'groups.recall', round: 1 });
  does({ type: 'groups.queueReports', order: [one, two], sec: 120 });
  does({ type: 'groups.report', from: null, to: one });
  does({ type: 'board.show', board, on: true });
  does({ type: 'groups.report', from: one, to: two });
  does({ type: 'groups.report', from: two, to: null });
  does({ type: 'screen.showScene', scene: { kind: 'boards' } });
  does({ type: 'session.close' });
  expect(seen).toEqual([
    'groups',
    'groups',
    'groups',
    'board',
    'board',
    'groups',
    'agenda',
    'agenda',
    'report',
    'report',
    'report',
    'agenda',
    'boards',
    'thanks',
  ]);
  for (const secret of ['member00000', '"A1"', 'card0000000']) expect(JSON.stringify(s.view('screen')['screen'])).not.toContain(secret);
});

it('[SC8] [SC6] [PO12] the wall follows a hall that asks and speaks with the rooms as they are: questions, turns, a table that tells, and nobody', () => {
  const seat = (n: number) => ({ member: memberIdSchema.parse(`member00000${n}`), seat: `A${n}`, card: `card0000000${n}` });
  const s = scenario(sessionRooms, { assembly: { roster: { members: [1, 2, 3].map(seat), reserves: [] } } });
  const phoneOf = (n: number): Actor => ({ role: 'member', member: seat(n).member, device: deviceIdSchema.parse(`phone000000${n}`) });
  const watcher: Actor = { role: 'audience', device: deviceIdSchema.parse('watcher00001') };
  const seen: string[] = [];
  const does = (command: Readonly<Record<string, unknown>>, actor: Actor = facilitator): void => {
    s.after(1000).when(command, actor);
    expect({ command, last: s.last }).toMatchObject({ last: { kind: expect.stringMatching(/^(facts|answer)$/u) } });
    seen.push(/"scene":\{"kind":"(\w+)"/u.exec(JSON.stringify(s.view('screen')['screen']))?.[1] ?? '');
  };
  const floor = () => s.view('screen')['floor'];
  const [one, two] = ['question0001', 'question0002'];
  const ask = (id: string, text: string) => ({
    ...{ type: 'floor.ask', question: id, text, lang: 'it' },
    ...{ door: 'phone', group: null },
  });
  const call = (from: string | null, turn: string, n: number) => ({
    ...{ type: 'floor.call', where: null, from, turn },
    ...{ member: seat(n).member, kind: 'speech' },
  });
  const about = { assembly: 'assembly0001', assemblyName: 'Assemblea', title: italian('Plenaria'), day: '2026-11-21' };
  does({ ...{ type: 'session.create', ...about }, ...{ timeZone: 'Europe/Rome', place: '', code: 'K7M4QX', demo: false } }, organiser);
  does({ type: 'agenda.load', mode: 'replace', startPlanned: s.now, blocks: [block('block0000001', 'Domande')] });
  const table = { id: 'group0000001', number: 4, name: null, theme: null, question: null, video: null };
  does({ type: 'groups.plan', themes: [], groups: [table] });
  does({ type: 'session.openDoors' });
  for (const n of [1, 2, 3]) does({ type: 'presence.enter', door: 'card' }, phoneOf(n));
  does({ type: 'session.open' });
  does({ type: 'agenda.start', from: null, to: 'block0000001' });
  does({ type: 'floor.setDoor', members: true, audience: true });
  seen.length = 0;
  does(ask(one, 'Quanti alberi?'), phoneOf(1));
  does(ask(two, 'E l’ombra?'), watcher);
  does({ type: 'floor.upvote', question: one, on: true, edit: 1 }, phoneOf(2));
  does({ type: 'floor.upvote', question: one, on: true, edit: 1 }, watcher);
  expect(floor()).toMatchObject({ questions: [], turn: null });
  does({ type: 'floor.toWall', questions: [one] });
  expect(floor()).toMatchObject({ questions: [{ text: 'Quanti alberi?', votes: { members: 1, audience: 1 }, merged: 0 }] });
  does({ type: 'floor.raise', member: null, kind: 'question', on: true }, phoneOf(3));
  does(call(null, 'turn00000001', 2));
  expect(floor()).toMatchObject({ turn: { kind: 'speech', table: null, sec: 120 }, waiting: 1 });
  does({ type: 'floor.merge', question: one, into: two });
  expect(floor()).toMatchObject({ questions: [{ text: 'E l’ombra?', merged: 1 }] });
  does({ type: 'floor.hide', question: two, on: true });
  expect(floor()).toMatchObject({ questions: [] });
  does({ type: 'floor.undo', seq: s.seq });
  expect(floor()).toMatchObject({ questions: [{ text: 'E l’ombra?' }] });
  does({ type: 'floor.toWall', questions: [] });
  does({ type: 'groups.queueReports', order: [table.id], sec: 120 });
  does({ type: 'screen.showScene', scene: { kind: 'turn' } });
  does(call('turn00000001', 'turn00000002', 3));
  does({ type: 'groups.report', from: null, to: table.id });
  expect(floor()).toMatchObject({ turn: { kind: 'report', table: 4 } });
  does({ type: 'groups.report', from: table.id, to: null });
  const hidden = JSON.stringify([s.view('screen')['screen'], floor()]);
  does({ type: 'session.close' });
  expect(seen).toEqual([
    ...['agenda', 'agenda', 'agenda', 'agenda', 'questions', 'questions', 'questions', 'questions'],
    ...['agenda', 'questions', 'agenda', 'agenda', 'turn', 'turn', 'report', 'turn', 'thanks'],
  ]);
  for (const secret of ['member00000', '"A1"', '"A2"', '"A3"', 'card0000000', 'watcher']) expect(hidden).not.toContain(secret);
});
