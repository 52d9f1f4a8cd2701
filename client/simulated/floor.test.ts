// Simulated people on the floor: they wish only what their page lets them, never support their own or the same twice, and end their own turn.
import { describe, expect, it } from 'vitest';
import type { Connection } from '../kernel/connection.ts';
import { noCounts } from './counts.ts';
import { floorMine, floorPart } from './floor.ts';

const may = { ask: true, vote: true, raise: true };
const nothing = { own: [], votes: [], hand: null, turn: null, may };

/** A person with everything in mind, whose moments have all come. */
const person = (self: unknown, rows: readonly object[] = [], granted = true) => {
  const wishes: Parameters<Connection['send']>[0][] = [];
  const counts = noCounts();
  const due: Promise<void>[] = [];
  const own = floorMine.parse(self);
  const part = floorPart({
    connection: {
      send: (wish) => {
        wishes.push(wish);
        return Promise.resolve(granted ? { ok: true, done: 'done', at: 0 } : { ok: false, code: 'floor.over', at: 0 });
      },
      list: () => Promise.resolve({ ok: true, version: '1', rows }),
    },
    random: () => 0,
    counts,
    soon: (_, __, act) => due.push(act()),
    now: () => own,
  });
  part.look(own, { questions: rows.length });
  return { wishes, counts, done: Promise.all(due) };
};

describe('a simulated person on the floor', () => {
  it('[FL2] asks, supports and raises a hand where it may, once each', async () => {
    const { wishes, counts, done } = person(nothing, [{ question: 'question0001' }]);
    await done;
    expect(wishes.map(({ type }) => type).sort()).toEqual(['floor.ask', 'floor.raise', 'floor.upvote']);
    expect(wishes.find(({ type }) => type === 'floor.upvote')).toMatchObject({ question: 'question0001', on: true, edit: 1 });
    expect(counts).toMatchObject({ asked: 1, supported: 1, raised: 1, spoke: 0, refused: 0 });
  });

  it('wishes nothing that it may not; what is refused is counted as such', async () => {
    const shut = person({ ...nothing, may: { ask: false, vote: false, raise: false } }, [{ question: 'question0001' }]);
    await shut.done;
    expect(shut.wishes).toEqual([]);
    const refused = person(nothing, [], false);
    await refused.done;
    expect(refused.counts).toMatchObject({ asked: 0, raised: 0, refused: 2 });
  });

  it('[PO2] supports neither its own question nor the same one again', async () => {
    const self = {
      ...nothing,
      own: [{ question: 'question0001' }],
      votes: [{ question: 'question0002', on: true, edit: 3 }],
      may: { ask: false, vote: true },
    };
    const { wishes, done } = person(self, [{ question: 'question0001' }, { question: 'question0002' }]);
    await done;
    expect(wishes).toEqual([]);
  });

  it('ends its own turn, and leaves a table that tells to whoever leads', async () => {
    const speaking = (kind: string) =>
      person({ ...nothing, turn: { turn: 'turn0001', kind }, may: { ask: false, vote: false, raise: false } });
    const speech = speaking('speech');
    await speech.done;
    expect(speech.wishes).toEqual([{ type: 'floor.endTurn', turn: 'turn0001' }]);
    const report = speaking('report');
    await report.done;
    expect(report.wishes).toEqual([]);
  });
});
