// Simulated members at a board: what they write fits it, and their dots keep to the rule and never go to what lies under another note.
import { describe, expect, it } from 'vitest';
import { heldDocument } from '../kernel/document.ts';
import { arrives, dotsFor, noteFor, type BoardNow } from './boards.ts';
import { dice } from './crowd.ts';

const board: BoardNow = {
  board: 'board0001',
  phase: 'open',
  silence: 1,
  step: 'write',
  areas: [{ id: 'area0001' }, { id: 'area0002' }],
  kinds: ['question'],
  dots: { state: 'open', round: 1, rule: { each: 5, max: 2, on: 'notes' } },
};
const held = (notes: number) => {
  const document = heldDocument();
  document.change(Array.from({ length: notes }, (_, n) => ({ map: 'notes', id: `note000${n}`, fields: { text: 'x' } })));
  document.change([{ map: 'notes', id: 'note0009', fields: { text: 'x', into: 'note0001' } }]);
  return document;
};

describe('a simulated member', () => {
  it('[BO1] writes only kinds and areas that the board has', () => {
    const random = dice(7);
    for (let n = 0; n < 50; n += 1)
      expect(noteFor(board, random)).toMatchObject({ kind: 'question', area: expect.stringMatching(/^area000[12]$/u) });
    expect(noteFor({ ...board, kinds: [] }, random)).toBeNull();
  });

  it('[BO6] gives all its dots as far as the rule and the notes go', () => {
    const random = dice(3);
    for (const [notes, all] of [
      [8, 5],
      [2, 4],
      [0, 0],
    ] as const) {
      const given = dotsFor(board.dots, held(notes), random);
      expect(given.reduce((sum, [, dots]) => sum + dots, 0)).toBe(all);
      expect(Math.max(0, ...given.map(([, dots]) => dots))).toBeLessThanOrEqual(2);
      expect(given.map(([id]) => id)).not.toContain('note0009');
    }
  });

  it('waits for the document, and not for ever', async () => {
    const timers: (() => void)[] = [];
    const later = (_ms: number, act: () => void) => {
      timers.push(act);
      return () => undefined;
    };
    const document = heldDocument();
    const here = arrives(document, later, 1000);
    document.setState({ kind: 'live' });
    expect(await here).toBe(true);
    const never = arrives(heldDocument(), later, 1000);
    timers.at(-1)?.();
    expect(await never).toBe(false);
  });
});
