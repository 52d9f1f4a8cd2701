// The notices of the recall, second by second: phones, tablets, wall and console must all say the same one.
import { expect, test } from 'vitest';
import { noticeAt, noticeTimes, tableEnd } from './notices.ts';

const end = Date.UTC(2026, 10, 21, 11, 30);
const before = (min: number, sec = 0) => end - (min * 60 + sec) * 1000;

test('[GR4] notices come at 10, 5 and 1 minute before the end, each at its very second, and stay until the next', () => {
  expect(noticeAt(end, before(10, 1))).toBeNull();
  expect(noticeAt(end, before(10))).toBe(10);
  expect(noticeAt(end, before(5, 1))).toBe(10);
  expect(noticeAt(end, before(5))).toBe(5);
  expect(noticeAt(end, before(1, 1))).toBe(5);
  expect(noticeAt(end, before(1))).toBe(1);
  expect(noticeAt(end, end - 1)).toBe(1);
  expect(noticeAt(end, end)).toBe('over');
  expect(noticeAt(end, end + 3_600_000)).toBe('over');
});

test('[GR4] the times of the notices are those at which each comes into force', () => {
  expect(noticeTimes(end).map(({ minutes }) => minutes)).toEqual([10, 5, 1]);
  for (const { minutes, at } of noticeTimes(end)) {
    expect(noticeAt(end, at)).toBe(minutes);
    expect(noticeAt(end, at - 1)).not.toBe(minutes);
  }
});

test('[GR4] a table that was given five minutes is told five minutes later; when time is taken back, earlier', () => {
  const own = tableEnd(end, 300);
  expect(own).toBe(end + 300_000);
  expect(noticeAt(own, end)).toBe(5);
  expect(noticeAt(tableEnd(end, 0), end)).toBe('over');
});
