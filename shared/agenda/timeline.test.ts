// Properties of the hours and of the remedies, over any programme and any moment.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activities } from './activities.ts';
import { lateSec, proportionalCuts, remedies, withCuts, without } from './remedies.ts';
import { aheadOf, leftSec, noticeOf, timeline } from './timeline.ts';
import type { Course, CourseRow } from './timeline.ts';

const nine = Date.UTC(2026, 10, 21, 8, 0);

/** A day in course: some done, perhaps one running, the rest ahead, some left out; and a moment of it. */
const course = fc
  .record({
    secs: fc.array(fc.integer({ min: 60, max: 7200 }), { minLength: 1, maxLength: 12 }),
    begun: fc.nat(12),
    runs: fc.boolean(),
    paused: fc.boolean(),
    late: fc.integer({ min: -1800, max: 5400 }),
    out: fc.array(fc.boolean(), { maxLength: 12 }),
    activity: fc.array(fc.constantFrom(...activities), { minLength: 12, maxLength: 12 }),
    extra: fc.integer({ min: 0, max: 3000 }),
    live: fc.constant(true),
  })
  .map(({ secs, begun, runs, paused, late, out, activity, extra, live }): { course: Course; now: number } => {
    let planned = nine;
    let at = nine + late * 1000;
    let now = at;
    const done = Math.min(begun, secs.length);
    const rows = secs.map((sec, index): CourseRow => {
      const base = { id: `block${index}`, activity: activity[index] ?? 'talk', sec, planned: { at: planned, sec } };
      planned += sec * 1000;
      if (index < done) {
        const status = { kind: 'done', firstAt: at, endedAt: at + sec * 1000, usedSec: sec } as const;
        at += sec * 1000;
        now = at;
        return { ...base, status };
      }
      if (index === done && runs) {
        now = at + extra * 1000;
        return {
          ...base,
          status: {
            kind: 'running',
            firstAt: at,
            startedAt: at,
            usedSec: 0,
            timer: paused ? { kind: 'paused', leftSec: sec } : { kind: 'running', endsAt: at + sec * 1000 },
          },
        };
      }
      return { ...base, status: { kind: out[index] === true ? 'skipped' : 'ahead' } };
    });
    return { course: { live, startPlanned: nine, plannedEnd: planned, acceptedSec: 0, rows }, now };
  });

describe('timeline', () => {
  test('[AG1] what is ahead is a chain without holes, from now or from the end of what runs to the projected end', () => {
    fc.assert(
      fc.property(course, ({ course: day, now }) => {
        const line = timeline(day, now);
        const ahead = aheadOf(day.rows).map(({ id }) => line.rows.find((row) => row.id === id));
        let cursor = line.running?.endAt ?? null;
        for (const row of ahead) {
          if (cursor !== null) expect(row?.startAt).toBe(cursor);
          expect((row?.endAt ?? 0) - (row?.startAt ?? 0)).toBe((row?.sec ?? 0) * 1000);
          cursor = row?.endAt ?? null;
        }
        if (cursor !== null) expect(line.end).toBe(cursor);
      }),
    );
  });
  test('[AG1] the projected end never comes nearer while time passes, and never lies behind now while there is something to do', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 0, max: 7200 }), ({ course: day, now }, later) => {
        const line = timeline(day, now);
        expect(timeline(day, now + later * 1000).end).toBeGreaterThanOrEqual(line.end);
        if (line.running || line.next) expect(line.end).toBeGreaterThanOrEqual(now);
      }),
    );
  });
  test('[AG1] drift is the projected end less the planned one, also when the day is early', () => {
    fc.assert(
      fc.property(course, ({ course: day, now }) => {
        expect(timeline(day, now).driftSec).toBe(Math.round((timeline(day, now).end - (day.plannedEnd ?? 0)) / 1000));
      }),
    );
  });
  test('[AG1] a draft whose hour has passed is not late', () => {
    const rows: CourseRow[] = [{ id: 'block1', activity: 'talk', sec: 600, planned: null, status: { kind: 'ahead' } }];
    const draft: Course = { live: false, startPlanned: nine, plannedEnd: nine + 600_000, acceptedSec: 0, rows };
    expect(timeline(draft, nine + 86_400_000).driftSec).toBe(0);
    expect(timeline({ ...draft, live: true }, nine + 300_000).driftSec).toBe(300);
  });
  test('breaks are not counted: "punto 4 di 9"', () => {
    const row = (id: string, activity: CourseRow['activity']): CourseRow => ({
      id,
      activity,
      sec: 600,
      planned: null,
      status: { kind: 'ahead' },
    });
    const line = timeline(
      { live: false, startPlanned: null, plannedEnd: null, acceptedSec: 0, rows: [row('a', 'talk'), row('b', 'break'), row('c', 'poll')] },
      nine,
    );
    expect(line.rows.map(({ number }) => number)).toEqual([1, null, 2]);
    expect(line.numbered).toBe(2);
  });
  test('a block that was jumped over is still to come, after what follows', () => {
    const at = { kind: 'running', firstAt: nine, startedAt: nine, usedSec: 0, timer: { kind: 'running', endsAt: nine + 600_000 } } as const;
    const row = (id: string, status: CourseRow['status']): CourseRow => ({ id, activity: 'talk', sec: 600, planned: null, status });
    const line = timeline(
      {
        live: true,
        startPlanned: nine,
        plannedEnd: null,
        acceptedSec: 0,
        rows: [row('left', { kind: 'ahead' }), row('now', at), row('then', { kind: 'ahead' })],
      },
      nine,
    );
    expect(line.next?.id).toBe('then');
    expect(line.rows[0]?.startAt).toBe(nine + 1_200_000);
  });
});

describe('the timer', () => {
  test('[AG2] two devices with the server’s time show the same second, down to zero and below', () => {
    const timer = { kind: 'running', endsAt: nine } as const;
    expect([-3000, -2999, -2001, -2000, -1, 0, 1, 999, 1000].map((ms) => leftSec(timer, nine + ms))).toEqual([3, 3, 3, 2, 1, 0, 0, 0, -1]);
  });
  test('[AG2] paused, time does not pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 5000 }), fc.nat(), (left, ms) => {
        expect(leftSec({ kind: 'paused', leftSec: left }, nine + ms)).toBe(left);
      }),
    );
  });
  test('[AG2] the warning comes before the end, "over" at the end, and neither ends anything', () => {
    const timer = { kind: 'running', endsAt: nine } as const;
    expect([-301_000, -300_000, -1, 0, 60_000].map((ms) => noticeOf(timer, 300, nine + ms))).toEqual([
      'none',
      'warning',
      'warning',
      'over',
      'over',
    ]);
  });
});

describe('remedies', () => {
  test('[AG3] each offer gives exactly the hour that the day has after it', () => {
    fc.assert(
      fc.property(course, ({ course: day, now }) => {
        for (const offer of remedies(day, now)) {
          const after =
            offer.kind === 'skip' || offer.kind === 'postpone' ? without(day, offer.block ?? '', 'skipped') : withCuts(day, offer.cuts);
          expect(timeline(after, now).end).toBe(offer.end);
        }
      }),
    );
  });
  test('[AG3] only when late; none ends later than leaving it, and a cut never ends before the planned end by more than a second', () => {
    fc.assert(
      fc.property(course, ({ course: day, now }) => {
        const offers = remedies(day, now);
        const late = lateSec(day, now);
        expect(offers.length > 0).toBe(late > 0);
        const stay = offers.find(({ kind }) => kind === 'accept');
        for (const offer of offers) {
          expect(offer.end).toBeLessThanOrEqual(stay?.end ?? 0);
          if (offer.kind === 'shorten' || offer.kind === 'proportion')
            expect(offer.end).toBeGreaterThanOrEqual((day.plannedEnd ?? 0) - 1000);
        }
      }),
    );
  });
  test('[AG3] in proportion: cuts add up to the delay to the second, no block loses more than half, longer blocks give no less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 60, max: 7200 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 20_000 }),
        (secs, need) => {
          const rows = secs.map((sec, index) => ({ id: String(index), sec }));
          const cuts = proportionalCuts(rows, need);
          const cutOf = (index: number) => {
            const cut = cuts.find(({ block }) => block === String(index));
            return cut ? cut.fromSec - cut.toSec : 0;
          };
          const spare = secs.map((sec) => sec - Math.max(60, Math.ceil(sec / 2)));
          expect(secs.reduce((sum, _, index) => sum + cutOf(index), 0)).toBe(
            Math.min(
              need,
              spare.reduce((sum, sec) => sum + sec, 0),
            ),
          );
          secs.forEach((sec, index) => expect(sec - cutOf(index)).toBeGreaterThanOrEqual(Math.max(60, Math.ceil(sec / 2))));
          secs.forEach((sec, index) =>
            secs.forEach((other, twin) => {
              if (sec > other) expect(cutOf(index) + 1).toBeGreaterThanOrEqual(cutOf(twin));
            }),
          );
        },
      ),
    );
  });
  test('[AG3] a break and the closing are never left out', () => {
    fc.assert(
      fc.property(course, ({ course: day, now }) => {
        for (const offer of remedies(day, now)) {
          if (offer.kind !== 'skip' && offer.kind !== 'postpone') continue;
          expect(['break', 'closing']).not.toContain(day.rows.find(({ id }) => id === offer.block)?.activity);
        }
      }),
    );
  });
});
