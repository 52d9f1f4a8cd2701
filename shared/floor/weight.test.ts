// What is pushed stays small when everything is at its limits (K5): words give way, people never do; what is left out is in a list.
import { describe, expect, test } from 'vitest';
import { expertIdSchema, groupIdSchema, memberIdSchema, questionIdSchema } from '../kernel/ids.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { floorLimits } from './limits.ts';
import {
  E,
  answering,
  asking,
  at,
  calling,
  driverOf,
  facilitator,
  hall,
  listOf,
  mineOf,
  phone,
  queueing,
  raising,
} from './testing.testkit.ts';

describe('how much is sent', () => {
  const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
  const long = (name: string, n: number): string => `${name}${String(n).padStart(20 - name.length, '0')}`;
  const tableId = (n: number) => groupIdSchema.parse(long('table', n));
  const expertId = (n: number) => expertIdSchema.parse(long('expert', n));
  const questionId = (n: number) => questionIdSchema.parse(long('question', n));
  const atLimits = (chars: number, count: number, tables: number): Scenario => {
    const s = hall(120)
      .when(
        {
          type: 'groups.plan',
          themes: [],
          groups: Array.from({ length: tables }, (_, i) => ({
            id: tableId(i),
            number: i + 1,
            name: null,
            theme: null,
            question: null,
            video: null,
          })),
        },
        facilitator,
      )
      .when(
        {
          type: 'floor.setExperts',
          experts: Array.from({ length: count }, (_, i) => ({ id: expertId(i), label: 'ع'.repeat(chars), about: 'ع'.repeat(chars) })),
        },
        facilitator,
      );
    for (let n = 0; n < floorLimits.onWall; n += 1)
      s.when(asking(0, 'ع'.repeat(floorLimits.questionChars), { question: questionId(n), lang: 'ar' }), phone(n + 1));
    s.when({ type: 'floor.toWall', questions: Array.from({ length: floorLimits.onWall }, (_, n) => questionId(n)) }, facilitator);
    return s;
  };
  const raisedInPlenary = (s: Scenario): Scenario => {
    for (let n = 1; n <= 90; n += 1) s.when(raising('question'), phone(n));
    return s.when(queueing('least', null, 600), facilitator).when(calling(1, 100), facilitator);
  };
  test('[K5] everything at its limits: words of experts give way, people never do', () => {
    const s = raisedInPlenary(atLimits(floorLimits.whoChars, floorLimits.experts, 60));
    const most = { facilitator: 5_000, screen: 6_000, member: 400, table: 400, audience: 100 } as const;
    for (const role of ['facilitator', 'screen', 'member', 'table', 'audience'] as const) {
      const size = bytes(at(s.view(role), 'floor'));
      expect([role, size, size <= most[role]]).toEqual([role, size, true]);
    }
    expect(at(driverOf(s), 'experts', 0, 'label')).not.toBe('');
    expect(at(driverOf(s), 'experts', 19)).toMatchObject({ expert: expertId(19), label: '', about: '' });
    expect(JSON.stringify(listOf(s, 'floor.experts'))).toContain('ع'.repeat(floorLimits.whoChars));
  });
  test('[K5] sixty tables that all wait and speak, and twenty experts, are within the same', () => {
    const s = atLimits(floorLimits.whoChars, floorLimits.experts, 60);
    const member = (n: number) => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
    s.when(
      {
        type: 'groups.assign',
        round: 1,
        how: { by: 'hand' },
        seating: Array.from({ length: 60 }, (_, i) => ({ group: tableId(i), members: [member(i * 2 + 1), member(i * 2 + 2)] })),
      },
      facilitator,
    ).when({ type: 'groups.split', round: 1, block: null }, facilitator);
    for (let i = 0; i < 60; i += 1) {
      s.when({ ...calling(i + 1, i * 2 + 1), where: tableId(i) }, facilitator);
      if (i % 2 === 1) s.when(raising(), phone(i * 2 + 2));
    }
    const size = bytes(driverOf(s));
    expect([size, size <= 5_000]).toEqual([size, true]);
    const rows = at(driverOf(s), 'tables');
    expect(Array.isArray(rows) ? rows.length : 0).toBeGreaterThanOrEqual(20);
    // Of more than fit, those where most wait.
    expect(Array.isArray(rows) ? rows.every((row) => at(row, 'waiting') === 1) : false).toBe(true);
  });
  test('[K5] as halls are, nothing is left out', () => {
    const s = raisedInPlenary(atLimits(20, 8, 11));
    expect(JSON.stringify(at(driverOf(s), 'experts'))).not.toMatch(/"label":""/u);
    expect(bytes(driverOf(s))).toBeLessThan(4_000);
  });
  test('[K5] long answers to one’s own questions do not swell a phone’s part', () => {
    const s = hall();
    for (let n = 1; n <= floorLimits.questionsEach; n += 1)
      s.when(asking(n), phone(1)).when(answering(n, { text: 'ع'.repeat(floorLimits.answerChars), expert: null, who: E(1) }), facilitator);
    expect(bytes(mineOf(s, phone(1)))).toBeLessThan(9_000);
    expect(at(mineOf(s, phone(1)), 'own', 19, 'answer', 'text')).not.toBe('');
    expect(at(mineOf(s, phone(1)), 'own', 0, 'answer')).toMatchObject({ text: '', who: E(1) });
  });
});
