// Reads all that a data folder remembers, once, in a process as cold as a start, and says how long it took:
// chain checked, every fact applied by every room, boxes read. Opening the files is not counted. Run by bench/start.ts.
import { Registry } from '../server/session/registry.ts';
import { openSqlite } from '../server/store/sqlite.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('bench/replay.ts needs a folder');
const store = await openSqlite({ dir: dataDir });
const before = process.cpuUsage();
const begun = performance.now();
const registry = await Registry.open({
  store,
  clock: Date.now,
  secret: 'bench',
  onError: (error) => {
    throw error;
  },
});
const ms = performance.now() - begun;
const { user, system } = process.cpuUsage(before);
const facts = [...registry.halls.values()].reduce((sum, { ledger }) => sum + ledger.seq, 0);
console.log(JSON.stringify({ facts, ms, cpuMs: (user + system) / 1000 }));
await registry.stop();
await store.close();
