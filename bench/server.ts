// The server under load: the app as it is started for a session, on a free port of this machine, in an empty folder that the bench gives,
// with the demo's assembly and its running session. Told over the pipe: let devices in, ask a question, how much processor and memory.
// `quiet` sets the keep-alive questions of the line far apart, so that what answers cost can be told from what an open line costs.
import { z } from 'zod';
import { openApp } from '../server/app.ts';
import { openDemo } from '../server/demo/demo.ts';
import { newId } from '../server/kernel/random.ts';
import type { Wishful } from '../server/session/registry.ts';
import { roles } from '../shared/kernel/audience.ts';
import { serveAsHelper } from './helper.ts';

const [dataDir, mode] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('bench/server.ts needs a folder');

const app = await openApp({ dataDir });
const port = await app.listen(0, '127.0.0.1');
const base = `http://127.0.0.1:${String(port)}`;
if (mode === 'quiet') app.io.engine.opts.pingInterval = 3_600_000;
const links = await openDemo(app, { base });
const hall = app.registry.byRoomCode(links?.audience.split('#c=')[1] ?? '');
if (!links || !hall) throw new Error('the demo could not be made');

const give = async (command: Wishful): Promise<void> => {
  const reply = await app.registry.submit(hall.ledger, command);
  if (!reply.ok) throw new Error(`${command.type} was refused: ${reply.code}`);
};
await give({ type: 'session.openDoors' });
await give({ type: 'session.open' });

const options = ['Più alberi e ombra nelle piazze', 'Più autobus la sera', 'Case che consumano meno', 'Meno rifiuti nei mercati'].map(
  (it) => ({
    id: newId(),
    text: { original: 'it', it },
  }),
);
const draft = {
  block: null,
  question: { original: 'it', it: 'Da dove comincia una città che si prepara al caldo?' },
  kind: { kind: 'single' },
  options,
  electorate: 'audience',
  live: true,
  splitBy: [],
  closeAfterSec: null,
};

let asked: string | null = null;
const enterSchema = z.object({ role: z.enum(roles), count: z.number().int() });

serveAsHelper(
  {
    about: () => ({ base, session: hall.id, code: hall.about().code, links }),
    /** Devices already let in, so that the bench need not pass every one of them through the door: their cookies' tokens. */
    enter: async (args) => {
      const { role, count } = enterSchema.parse(args);
      const tokens: string[] = [];
      while (tokens.length < count) {
        const some = Array.from({ length: Math.min(100, count - tokens.length) }, () =>
          app.access.makeDevice({ role, assembly: hall.of.id, session: hall.id, label: role }),
        );
        for (const { token } of await Promise.all(some)) tokens.push(token);
      }
      return tokens;
    },
    /** Closes the question that is open and asks the next one. */
    question: async () => {
      if (asked !== null) await give({ type: 'poll.close', poll: asked, round: 1 });
      asked = newId();
      await give({ type: 'poll.quick', poll: asked, draft });
      return { poll: asked, options: options.map(({ id }) => id) };
    },
  },
  () => app.stop(),
);
