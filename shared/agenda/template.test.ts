// Templates and files: complete, strict, told line by line what is wrong.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceIdSchema } from '../kernel/ids.ts';
import { scenario } from '../kernel/scenario.ts';
import { hourOf, instantOf } from './hours.ts';
import { readJson } from './json-lines.ts';
import { agenda } from './room.ts';
import { applyTemplate, readTemplate, toTemplate, writeTemplate } from './template.ts';
import type { Template } from './template.ts';
import { day } from './templates/day.ts';
import { readyTemplates } from './templates/ready.ts';

const ids = () => {
  let count = 0;
  return () => `block${String((count += 1)).padStart(4, '0')}`;
};
const minutesOf = (template: Template) => template.blocks.reduce((sum, block) => sum + block.plannedSec, 0) / 60;
const problems = (text: string) => {
  const read = readTemplate(text);
  return read.ok ? [] : read.problems;
};
/** The day's file with one place changed. */
const spoilt = (find: string | RegExp, by: string): string => {
  const text = writeTemplate(day);
  const changed = text.replace(find, by);
  expect(changed).not.toBe(text);
  return changed;
};

describe('ready templates', () => {
  test.each(readyTemplates)('[AG5] $id reads back as written, and its blocks load into an empty programme', ({ template }) => {
    const read = readTemplate(writeTemplate(template));
    expect(read).toEqual({ ok: true, template });
    const { load, drafts } = applyTemplate(template, { mode: 'replace', startPlanned: 0, newId: ids() });
    scenario([agenda])
      .when(load, { role: 'facilitator', device: deviceIdSchema.parse('device1') })
      .then({ type: 'agenda.loaded' });
    expect(drafts).toHaveLength(template.polls.length);
    for (const draft of drafts) expect(load.blocks.map(({ id }) => id)).toContain(draft.block);
  });
  test.each(readyTemplates)(
    '[AG5] $id is complete in Italian and English, and in Arabic where members, audience and screen read titles',
    ({ template }) => {
      expect(template.title).toMatchObject({ original: 'it', it: expect.any(String), en: expect.any(String), ar: expect.any(String) });
      for (const block of template.blocks) {
        expect(block.title).toMatchObject({ it: expect.any(String), en: expect.any(String), ar: expect.any(String) });
        expect(block.description).toMatchObject({ it: expect.any(String), en: expect.any(String) });
        if (block.activity === 'break') continue;
        expect(block.notes).toMatchObject({ it: expect.any(String), en: expect.any(String) });
      }
    },
  );
  test('[AG5] the lengths that were promised: the day 8 h 15, the tables 3 h 30, the group 2 h, the presentation with four questions', () => {
    expect(readyTemplates.map(({ id, template }) => [id, minutesOf(template)])).toEqual([
      ['day', 495],
      ['presentation', 90],
      ['table1', 210],
      ['table2', 210],
      ['table3', 210],
      ['group', 120],
    ]);
    expect(readyTemplates[1]?.template.polls).toHaveLength(4);
  });
});

describe('files', () => {
  test('[AG5] export then import gives the same programme, with new ids and no materials of another session', () => {
    const { load, drafts } = applyTemplate(day, { mode: 'replace', startPlanned: null, newId: ids() });
    const again = toTemplate({
      title: day.title,
      startsAt: day.startsAt,
      blocks: load.blocks,
      polls: drafts.map((draft) => ({ block: draft.block, draft })),
    });
    expect(again).toEqual(day);
  });
  test('[AG5] a file that is no JSON is refused with line and column', () => {
    expect(problems('{\n  "meta": {,}\n}')).toEqual([{ line: 2, path: [], code: 'notJson', what: '12' }]);
    expect(problems('')).toMatchObject([{ code: 'notJson', line: 1 }]);
  });
  test('[AG5] another program’s file, or one of a later version, is told as such', () => {
    expect(problems('{"version": 3}')).toMatchObject([{ code: 'otherFile', line: 1 }]);
    expect(problems(spoilt('"v": 1', '"v": 2'))).toMatchObject([{ code: 'otherVersion', what: '2', line: 4 }]);
  });
  test('[AG5] what is missing, unknown, too long or of a wrong kind is named with its line and place', () => {
    const text = writeTemplate(day);
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    expect(problems(spoilt('"activity": "welcome"', '"activity": "dance"'))).toMatchObject([
      { code: 'wrongValue', path: ['blocks', 0, 'activity'], line: lineOf('"activity": "welcome"') },
    ]);
    expect(problems(spoilt('"plannedSec": 1800', '"plannedSec": 1800, "colour": "red"'))).toMatchObject([
      { code: 'unknown', what: 'colour', path: ['blocks', 0, 'colour'] },
    ]);
    expect(problems(spoilt('"plannedSec": 1800', '"plannedSec": 30'))).toMatchObject([
      { code: 'tooLittle', path: ['blocks', 0, 'plannedSec'] },
    ]);
    expect(problems(spoilt('"plannedSec": 1800,', ''))).toMatchObject([{ code: 'missing', path: ['blocks', 0, 'plannedSec'] }]);
    expect(problems(spoilt('"startsAt": "08:45"', '"startsAt": "8 e un quarto"'))).toMatchObject([
      { code: 'wrongFormat', path: ['startsAt'] },
    ]);
    expect(problems(spoilt(/"block": 14/, '"block": 40'))).toMatchObject([
      { code: 'noSuchBlock', path: ['polls', 3, 'block'], what: '40' },
    ]);
  });
  test('a hostile file costs little: too deep, too large, links that are no links', () => {
    expect(problems('['.repeat(5000))).toMatchObject([{ code: 'tooDeep' }]);
    expect(problems(' '.repeat(600_000))).toMatchObject([{ code: 'tooLarge' }]);
    expect(problems(spoilt('"video": null', '"video": "javascript:alert(1)"'))).toMatchObject([{ code: 'wrongFormat' }]);
  });
  test('the reader of lines takes exactly what JSON takes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const read = readJson(text);
        expect(read.ok && read.value).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('"', '{', ',', '}', 'x', '0', '\\', ':'), (text, place, sign) => {
        const at = place % (text.length + 1);
        const broken = text.slice(0, at) + sign + text.slice(at);
        let valid = true;
        try {
          JSON.parse(broken);
        } catch {
          valid = false;
        }
        expect(readJson(broken).ok).toBe(valid);
      }),
    );
  });
});

describe('hours', () => {
  test('[K7] an hour of the session’s place is one instant everywhere, in winter and in summer', () => {
    expect(instantOf('2026-11-21', '08:45', 'Europe/Rome')).toBe(Date.UTC(2026, 10, 21, 7, 45));
    expect(instantOf('2026-07-04', '08:45', 'Europe/Rome')).toBe(Date.UTC(2026, 6, 4, 6, 45));
    expect(hourOf(Date.UTC(2026, 6, 4, 6, 45), 'Europe/Rome')).toBe('08:45');
  });
  test('[K7] hour and instant are each other’s inverse on the days of the clock change too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-21'),
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (on, hour, minute) => {
          const written = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          expect(hourOf(instantOf(on, written, 'Europe/Rome'), 'Europe/Rome')).toBe(written);
        },
      ),
    );
  });
});
