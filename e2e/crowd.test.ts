// The crowd over the real road: one process, many invented phones, each with its own cookie and its own socket.
// What a rehearsal shows must come from here and from nowhere else (AG6).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { answerTo, askedSchema } from '../client/simulated/member.ts';
import { dice } from '../client/simulated/crowd.ts';
import { openDoorForTests } from '../server/session/door-for-tests.ts';
import type { DoorForTests } from '../server/session/door-for-tests.ts';
import { ask, question } from '../server/session/hall-for-tests.ts';
import { checkAnswer } from '../shared/poll/answer.ts';
import { pollDraftSchema } from '../shared/poll/draft.ts';

const script = fileURLToPath(new URL('../client/simulated/crowd.ts', import.meta.url));
const readAsked = askedSchema.pick({ kind: true, options: true });
const done = z.object({
  people: z.number(),
  entered: z.number(),
  answered: z.number(),
  changed: z.number(),
  here: z.number(),
  refused: z.number(),
});

let door: DoorForTests;
beforeEach(async () => {
  door = await openDoorForTests({ seats: 6 });
});
afterEach(async () => {
  await door.stop();
});

const crowd = (order: unknown) => {
  const child = spawn(process.execPath, [script, door.base], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdin.end(JSON.stringify(order));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, ended, said: () => done.parse(JSON.parse(said)) };
};

describe('a crowd', () => {
  it(
    '[AG6] comes in by card and by code, is present, answers both electorates’ questions, and says what it did when it is stopped',
    { timeout: 60_000 },
    async () => {
      const members = [1, 2, 3, 4, 5, 6].map((seat) => door.cardOf(seat).token);
      const { child, ended, said } = crowd({ members, audience: { code: door.hall.about().code, count: 4 }, pace: 40, seed: 7 });
      await door.system(ask('poll000001'));
      await door.system(ask('poll000002', { electorate: 'audience' }));
      await vi.waitFor(
        () => expect([door.hall.ledger.box.count('poll.poll000001.1'), door.hall.ledger.box.count('poll.poll000002.1')]).toEqual([6, 4]),
        { timeout: 40_000, interval: 100 },
      );
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(said()).toMatchObject({ people: 10, entered: 6, answered: 10, refused: 0 });
      expect(door.hall.hub.connections()).toMatchObject({ audience: 0 });
    },
  );

  it('[AG6] leaves by itself when everybody has been let out', { timeout: 60_000 }, async () => {
    const { ended, said } = crowd({ members: [door.cardOf(1).token], audience: { code: 'ZZZZZZ', count: 0 }, pace: 100 });
    await vi.waitFor(() => expect(door.hall.hub.connections().members.size).toBe(1), { timeout: 20_000, interval: 50 });
    await door.system({ type: 'session.close' });
    await door.system({ type: 'session.seal' });
    expect(await ended).toBe(0);
    expect(said().people).toBe(1);
  });
});

it('[AG6] whatever is asked, a simulated person’s answer fits the question', () => {
  const random = dice(3);
  const row = (id: string) => ({ id, text: { original: 'it', it: id } });
  const options = ['shade0001', 'water0001', 'trees0001', 'other0001'].map(row);
  for (const kind of [
    { kind: 'single' },
    { kind: 'multiple', min: 2, max: 4 },
    { kind: 'multiple', min: 1, max: 1 },
    { kind: 'yesno' },
    { kind: 'scale', from: 0, to: 10, statements: options },
    { kind: 'text', maxChars: 20 },
    { kind: 'words', maxEntries: 5 },
  ]) {
    const asked = pollDraftSchema.parse(question({ kind, options: kind.kind === 'single' || kind.kind === 'multiple' ? options : [] }));
    for (let n = 0; n < 200; n += 1) {
      const answer = answerTo(readAsked.parse(asked), random);
      expect({ kind, answer, fits: checkAnswer(asked, answer).kind }).toMatchObject({ fits: 'fits' });
    }
  }
});
