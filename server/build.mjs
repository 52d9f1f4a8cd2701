// Builds the pages when they are missing or older than their sources: what `npm start` does before it listens.
// "Older" is told by content, not by dates: a fingerprint of every source lies beside what was built from it,
// because a clone or a copy on a USB stick has no dates worth trusting.
// Run by itself (`npm run build`) it always builds. A page that is heavier than its budget (budgets.json) is a failed build.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { requireNode } from './version.mjs';
import { compress, weigh } from './weight.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'built-from');
const builds = [
  { name: 'laptop pages', folder: 'dist/laptop', pages: ['console', 'desk', 'home', 'print'], flags: [] },
  { name: 'phone pages', folder: 'dist/phone', pages: ['member', 'audience'], flags: ['--mode', 'phone'] },
  { name: 'pages of the hall', folder: 'dist/hall', pages: ['screen'], flags: ['--mode', 'hall'] },
];

const filesUnder = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** A fingerprint of everything the pages are made of. */
const fingerprint = () => {
  const hash = createHash('sha256');
  const single = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'].map((file) => join(root, file));
  const sources = ['client', 'shared'].filter((folder) => existsSync(join(root, folder))).flatMap(filesUnder);
  for (const file of [...single, ...sources]) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const isFresh = (print) =>
  builds.every(({ folder, pages }) => existsSync(join(root, folder)) || !hasPages(pages)) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === print;

const hasPages = (pages) => pages.some((page) => existsSync(join(root, 'client', `${page}.html`)));

/** Runs vite with the given arguments; resolves with its exit code. */
const vite = (...args) =>
  new Promise((resolve, reject) => {
    // Whoever calls us may be a test, whose NODE_ENV would put React's development build, three times as heavy, into the pages.
    const { VITEST: _, ...surroundings } = env;
    const child = spawn(execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...surroundings, NODE_ENV: 'production' },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });

/**
 * Builds all sets of pages. With `onlyIfStale`, does nothing when they are what the sources say.
 * Throws when a build fails; what is left in dist then counts as stale.
 */
export const buildPages = async ({ onlyIfStale }) => {
  const print = fingerprint();
  if (onlyIfStale && isFresh(print)) {
    console.log('Pages: up to date.');
    return;
  }
  rmSync(stamp, { force: true });
  const tooHeavy = [];
  for (const [index, { name, folder, pages, flags }] of builds.entries()) {
    const step = `Building the ${name} (${index + 1} of ${builds.length})`;
    if (!hasPages(pages)) {
      console.log(`${step}: there are none.`);
      continue;
    }
    console.log(`${step}…`);
    const startedAt = Date.now();
    const code = await vite('build', '--logLevel', 'warn', ...flags);
    if (code !== 0) throw new Error(`the ${name} could not be built (vite ended with ${code})`);
    compress(join(root, folder));
    const weight = weigh(join(root, folder), pages);
    tooHeavy.push(...weight.tooHeavy);
    console.log(
      [`${step}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s. First load, compressed:`, ...weight.lines].join('\n'),
    );
  }
  // A hall must not stay closed for half a kilobyte: starting only says it, building and testing refuse it.
  if (tooHeavy.length > 0 && !onlyIfStale) throw new Error(tooHeavy.join('\n'));
  if (tooHeavy.length > 0) console.warn(tooHeavy.join('\n'));
  if (existsSync(join(root, 'dist'))) writeFileSync(stamp, print);
};

/** Builds again at every change of a source, until the returned function is called. */
export const watchPages = () => {
  // The compressed copies of an older build would be sent instead of what the watchers write.
  for (const { folder } of builds) rmSync(join(root, folder), { recursive: true, force: true });
  const children = builds
    .filter(({ pages }) => hasPages(pages))
    .map(({ flags }) =>
      spawn(execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--watch', '--logLevel', 'warn', ...flags], {
        cwd: root,
        stdio: 'inherit',
      }),
    );
  // What the watchers build has no fingerprint: the next start builds once more.
  rmSync(stamp, { force: true });
  return () => {
    for (const child of children) child.kill();
  };
};

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  requireNode();
  try {
    await buildPages({ onlyIfStale: argv.includes('--if-stale') });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
