// What others do, to lay beside ours in the same run: a socket.io server that keeps the tally in memory, knows nobody and saves nothing.
// `all`: the tally goes to everybody at every answer, as in most tools. `coalesced`: at most once every 200 ms. The same wishes, the same
// kind of acknowledgement, the same generator; its frames are smaller than ours, which is in its favour.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { z } from 'zod';
import { serveAsHelper } from './helper.ts';

const coalesceMs = 200;
const coalesced = process.argv[2] === 'coalesced';
const wishSchema = z.object({ command: z.object({ answer: z.object({ picked: z.array(z.string()) }) }) });
const isAck = (value: unknown): value is (reply: unknown) => void => typeof value === 'function';

const options = ['a', 'b', 'c', 'd'];
let poll = 1;
let picked = new Map<string, string>();
const tally = () => {
  const counts = new Map(options.map((id) => [id, 0]));
  for (const id of picked.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { poll: String(poll), answered: picked.size, options: [...counts].map(([id, count]) => ({ id, count })) };
};

const http = createServer();
const io = new Server(http, { serveClient: false });
let timer: NodeJS.Timeout | null = null;
const tell = (): void => {
  if (!coalesced) return void io.emit('view', tally());
  timer ??= setTimeout(() => {
    timer = null;
    io.emit('view', tally());
  }, coalesceMs);
};
io.on('connection', (socket) => {
  socket.emit('view', tally());
  socket.on('do', (raw: unknown, ack: unknown) => {
    const choice = wishSchema.parse(raw).command.answer.picked[0];
    if (choice !== undefined) picked.set(socket.id, choice);
    if (isAck(ack)) ack({ ok: true, done: 'done', at: Date.now() });
    tell();
  });
});
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const address = http.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

serveAsHelper(
  {
    about: () => ({ base: `http://127.0.0.1:${String(port)}` }),
    question: () => {
      poll += 1;
      picked = new Map();
      io.emit('view', tally());
      return { poll: String(poll), options };
    },
  },
  () => io.close(),
);
