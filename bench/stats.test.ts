// The arithmetic of the bench: a percentile that is one of the values, a verdict that never flatters, a table that can be read.
import { describe, expect, it } from 'vitest';
import { atMost, median, must, percentile, summary, table, told } from './stats.ts';

describe('percentile', () => {
  it('is the nearest rank, one of the values, in any order', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile(hundred, 0)).toBe(1);
  });
  it('of one value is that value, of none is not a number', () => {
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([], 0.95)).toBeNaN();
  });
  it('leaves the list as it was', () => {
    const values = [3, 1, 2];
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('verdicts', () => {
  it('a value just above its budget is missed, whatever it looks like rounded', () => {
    expect(atMost('a', 'b', 3, 3, '').holds).toBe(true);
    expect(atMost('a', 'b', 3.0001, 3, '').holds).toBe(false);
  });
  it('what could not be measured does not hold', () => {
    expect(atMost('a', 'b', Number.NaN, 3, 'ms').holds).toBe(false);
    expect(atMost('a', 'b', Infinity, 3, 'ms').holds).toBe(false);
  });
  it('the summary counts budgets only and names the missed ones', () => {
    const lines = [told('a', 'read me', 1, 'ms'), atMost('a', 'fast', 1, 2, 'ms'), must('b', 'safe', false, '3 of 4', 'all')];
    expect(summary(lines)).toBe('1 of 2 budgets hold. MISSED: b: safe');
    expect(summary(lines.slice(0, 2))).toBe('All 1 budgets hold.');
  });
});

describe('table', () => {
  it('has one group a part, aligned columns and a verdict only where there is a budget', () => {
    const lines = [told('one', 'a long name', 1.234, 'ms'), atMost('one', 'x', 5, 2, 's'), atMost('two', 'y', 200, 300, 'ms')];
    expect(table(lines).split('\n')).toEqual([
      'one',
      '  a long name  1.23 ms',
      '  x            5.00 s   ≤ 2 s     MISSED',
      '',
      'two',
      '  y            200 ms   ≤ 300 ms  holds',
    ]);
  });
});
