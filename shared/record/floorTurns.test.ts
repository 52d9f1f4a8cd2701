// What the record says of turns: how much, never by whom; what fewer than five people said is not told apart (FL1, RO4).
import { describe, expect, test } from 'vitest';
import { groupIdSchema } from '../kernel/ids.ts';
import { recordOf } from '../record.ts';
import { recordCsv } from './csv.ts';
import { asking, block, each, floorIn, newTurn, table, textOf, turn } from './floor.testkit.ts';
import { clock, everything, facilitator, inputOf, memberId, morning } from './testing.testkit.ts';

describe('turns', () => {
  test('[FL1] by block, table and kind: how many and how long; a turn that has not been counts nothing', () => {
    const day = morning();
    asking(day);
    each(day, 1, 5, 90);
    turn(day, 1, 120);
    turn(day, 3, 400, { how: 'undone' });
    each(day, 1, 6, 30, { where: table });
    expect(floorIn(day)).toMatchObject({ turnsUnsaid: false, cut: 0 });
    expect(floorIn(day).turns).toEqual([
      { block: expect.objectContaining({ it: 'Punto talk000001' }), table: null, kind: 'speech', turns: 6, sec: 570 },
      { block: expect.anything(), table: 1, kind: 'speech', turns: 6, sec: 180 },
    ]);
    expect(textOf(day)).toContain('| Punto talk000001 | plenaria | intervento | 6 | 9,5 |');
    expect(textOf(day)).toContain('| Punto talk000001 | 1 | intervento | 6 | 3 |');
    expect(recordCsv(recordOf(inputOf(day)), 'turns', 'it')).toContain('Punto talk000001;plenaria;intervento;6;9,5\r\n');
  });
  test('[FL1] [RO4] what fewer than five people said goes together, minutes too, and what is still too little is not written', () => {
    const day = morning();
    asking(day);
    const second = groupIdSchema.parse('zztable002');
    const plans = [table, second].map((id, n) => ({ id, number: n + 1, name: null, theme: null, question: null, video: null }));
    day.story.when({ type: 'groups.plan', themes: [], groups: plans }, facilitator);
    // In plenary two kinds of three people each, and a table that tells; at two tables three people each, one of whom against.
    each(day, 1, 3, 60, { kind: 'for' });
    each(day, 4, 6, 60, { kind: 'against' });
    turn(day, null, 60, { kind: 'report', group: table });
    each(day, 1, 3, 30, { where: table });
    each(day, 4, 5, 30, { where: second });
    turn(day, 6, 30, { where: second, kind: 'against' });
    expect(floorIn(day).turns).toEqual([
      { block: expect.objectContaining({ it: 'Punto talk000001' }), table: null, kind: 'several', turns: 7, sec: 420 },
      { block: expect.anything(), table: 'several', kind: 'speech', turns: 5, sec: 150 },
    ]);
    expect(floorIn(day).turnsUnsaid).toBe(true);
    const text = textOf(day);
    expect(text).toContain('| Punto talk000001 | plenaria | altri | 7 | 7 |');
    expect(text).toContain('| Punto talk000001 | ai tavoli | intervento | 5 | 2,5 |');
    expect(text).toContain('Di alcuni interventi non si scrive nulla');
    expect(recordCsv(recordOf(inputOf(day)), 'turns', 'it')).not.toMatch(/contro|racconto/u);
  });
  test('[FL1] [RO4] the minutes of one person are in no rendition', () => {
    const day = morning();
    asking(day);
    turn(day, 4, 133, { where: table, kind: 'against' });
    expect(floorIn(day)).toMatchObject({ turns: [], turnsUnsaid: true, bands: null, spoke: 1 });
    expect(everything(inputOf(day))).not.toMatch(/2[.,]2|133|\| contro/u);
    expect(textOf(day)).toContain('## Interventi');
  });
  test('[FL1] of several blocks together, when in each there are too few', () => {
    const day = morning();
    clock(day, 0);
    day.story.when({ type: 'agenda.start', from: null, to: 'opening001' }, facilitator);
    each(day, 1, 3, 60);
    day.story.when({ type: 'agenda.start', from: 'opening001', to: block }, facilitator);
    each(day, 4, 6, 60);
    expect(floorIn(day).turns).toEqual([{ block: 'several', table: null, kind: 'several', turns: 6, sec: 360 }]);
    expect(textOf(day)).toContain('| più punti | plenaria | altri | 6 | 6 |');
  });
  test('[FL1] bands of people over the whole day, who never spoke among them, where each has nobody or five', () => {
    const day = morning();
    asking(day);
    each(day, 1, 5, 50);
    expect(floorIn(day)).toMatchObject({
      people: 11,
      spoke: 5,
      bands: [
        { toSec: 0, people: 6 },
        { toSec: 60, people: 5 },
        { toSec: 180, people: 0 },
        { toSec: 360, people: 0 },
        { toSec: null, people: 0 },
      ],
    });
    expect(textOf(day)).toContain('| mai | 6 |\n| fino a 1 min | 5 |');
    expect(recordCsv(recordOf(inputOf(day)), 'speaking', 'en')).toContain('\r\nnever;6\r\nup to 1 min;5\r\n');
    turn(day, 5, 50);
    expect(floorIn(day).bands).toBeNull();
    const text = textOf(day);
    expect(text).toContain('Hanno parlato 5 persone delle 11 venute. Quanto ha parlato ciascuno non è scritto nemmeno a fasce');
    expect(text).not.toContain('fino a 1 min');
  });
  test('[FL1] a turn that nobody ended counts its time, with what was given, and an overrun of at least five minutes', () => {
    const day = morning();
    asking(day);
    each(day, 1, 4, 60);
    const id = newTurn();
    const begun = { type: 'floor.turnStarted', v: 1, turn: id, member: memberId(5), seat: 'ZQ5', where: null, group: null };
    day.story.given({ ...begun, kind: 'speech', sec: 120, endsAt: 0 });
    day.story.given({ type: 'floor.timeGiven', v: 1, turn: id, sec: 60, endsAt: 0, leftMs: null });
    day.story.given({ type: 'floor.turnEnded', v: 1, turn: id, ms: 95 * 60_000, how: 'next' });
    expect(floorIn(day)).toMatchObject({ cut: 1, turns: [{ turns: 5, sec: 4 * 60 + 180 + 300 }] });
    expect(textOf(day)).toContain('Rimasti aperti oltre il tempo: 1.');
  });
  test('[K9] a report whose end was taken back is one turn, with the time of its own only', () => {
    const day = morning();
    asking(day);
    each(day, 1, 4, 60);
    const report = { kind: 'report', group: table };
    turn(day, 9, 100, report);
    turn(day, 7, 50);
    turn(day, 9, 20, report);
    expect(floorIn(day).turns).toEqual([{ block: expect.anything(), table: null, kind: 'speech', turns: 5, sec: 290 }]);
    each(day, 1, 4, 60, { kind: 'for' });
    expect(floorIn(day).turns[1]).toMatchObject({ table: null, kind: 'several', turns: 5, sec: 360 });
  });
  test('[K9] a call that was taken back has not been; the turn that it ended has', () => {
    const day = morning();
    turn(day, 1, 30, { how: 'next' });
    const seq = (day.log.at(-1)?.meta.seq ?? 0) + 1;
    day.story.given({
      ...{ type: 'floor.turnStarted', v: 1, turn: 'turn99999999', member: memberId(2), seat: 'ZQ2' },
      ...{ where: null, group: null, kind: 'speech', sec: 120, endsAt: 0 },
    });
    day.story.given({ type: 'floor.turnEnded', v: 1, turn: 'turn99999999', ms: 0, how: 'undone' });
    day.story.given({ type: 'floor.undone', v: 1, seq, step: 'turnStarted' });
    each(day, 3, 6, 30);
    expect(floorIn(day)).toMatchObject({ spoke: 5, turns: [{ turns: 5, sec: 150 }] });
  });
});
