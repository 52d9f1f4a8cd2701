// `npm start`: from a fresh `npm ci` to a server that listens, in words a person at a laptop can follow.
// Checks Node before anything native is loaded, builds the pages if they are missing or old, then runs the server
// and hands every signal on to it, so that a stop is the server's own orderly stop (K2) and its exit code is ours.
// With --dev pages are built again at every change and the server starts again by itself.
import { spawn } from 'node:child_process';
import { argv, env, execPath, ppid, stdin, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildPages, watchPages } from './build.mjs';
import { flagsFor, requireNode } from './version.mjs';

requireNode();

const dev = argv.includes('--dev');
let stopWatching = () => {};
try {
  if (dev) stopWatching = watchPages();
  else await buildPages({ onlyIfStale: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const rest = argv.slice(2).filter((word) => word !== '--dev');
const server = spawn(execPath, [...flagsFor(versions.node), ...(dev ? ['--watch'] : []), main, ...rest], { stdio: 'inherit' });

// A terminal sends Ctrl-C to the whole group by itself: handing it on would make it two.
process.on('SIGINT', () => {
  if (!stdin.isTTY) server.kill('SIGINT');
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));

// npm puts a shell between itself and us, and a stop sent to npm ends only that shell: then nobody owns us any more, and we stop.
// (Started without npm, from a shell that may go away, nothing of the kind is done.)
const owner = ppid;
if (env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== owner) server.kill('SIGTERM');
  }, 300).unref();
}

server.on('error', (error) => {
  console.error(`The server could not be started: ${error.message}`);
  process.exit(1);
});
server.on('exit', (code, signal) => {
  stopWatching();
  if (signal === null) process.exit(code ?? 1);
  // Ended by a signal: end the same way, so that whoever started us can tell.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
