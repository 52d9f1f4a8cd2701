// `npm test`: everything that can be checked about Plenaria, in one command, with one closing line that is true.
// Types, lint, walls, format and build count as one test each; then every test of the three vitest families.
// What could not run is named with its reason and counted as skipped, never as passed; a file that does not load, an error
// outside any test, a missing report count as failures; a run in which no test ran fails.
// `node e2e/run.ts types lint` runs only those steps and says what it left out.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findChromium, remember } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '.e2e');
const bin = (path: string): string => join(root, 'node_modules', path);

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line each: what failed or was skipped, and why. */
  readonly notes: readonly string[];
}
interface Step {
  readonly name: string;
  readonly what: string;
  readonly run: () => Promise<Tally>;
}

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

interface Ended {
  readonly code: number;
  readonly output: string;
}
/** Runs a Node program from the top folder. Shows its output as it comes, or keeps it (`quiet`). Ends it after `limitSec`. */
const node = (args: readonly string[], { quiet = false, limitSec = 600 } = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'inherit'] : ['ignore', 'inherit', 'inherit'],
      timeout: limitSec * 1000,
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => {
      resolve({ code: 1, output: error.message });
    });
    child.on('close', (code, signal) => {
      if (signal !== null) say(`(ended by ${signal}: the limit is ${String(limitSec)} s)`);
      resolve({ code: code ?? 1, output });
    });
  });

/** A program that passes or fails as a whole. */
const whole = (name: string, what: string, args: () => readonly string[]): Step => ({
  name,
  what,
  run: async () => {
    const { code } = await node(args());
    return code === 0
      ? { passed: 1, failed: 0, skipped: 0, notes: [] }
      : { passed: 0, failed: 1, skipped: 0, notes: [`failed: ${name} (${what})`] };
  },
});

/** The part of vitest's JSON report that is read here. */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const readReport = async (file: string): Promise<z.infer<typeof Report> | null> => {
  try {
    return Report.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
};

const vitest = async (name: string, projects: readonly string[], limitSec: number): Promise<Tally> => {
  const file = join(reports, `${name}.json`);
  await rm(file, { force: true });
  const families = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await node([bin('vitest/vitest.mjs'), 'run', ...families, ...reporters, '--passWithNoTests'], { limitSec });
  const report = await readReport(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0, notes: [`failed: ${name}: vitest left no report`] };

  let passed = 0;
  let failed = 0;
  let skipped = 0;
  const notes: string[] = [];
  for (const { name: path, status, message, assertionResults } of report.testResults) {
    const where = relative(root, path);
    let failedHere = 0;
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') {
        failedHere += 1;
        notes.push(`failed: ${where}: ${test.fullName}`);
      } else {
        skipped += 1;
        notes.push(`skipped: ${where}: ${test.fullName}`);
      }
    }
    if (status === 'failed' && failedHere === 0) {
      failedHere = 1;
      notes.push(`failed: ${where} as a whole: ${message.split('\n')[0] ?? ''}`);
    }
    failed += failedHere;
  }
  if (code !== 0 && failed === 0) {
    failed = 1;
    notes.push(`failed: ${name}: vitest ended with ${String(code)} though no test failed (an error outside the tests)`);
  }
  return { passed, failed, skipped, notes };
};

/** How many browser tests are written, without running them; a table of cases counts once. */
const countBrowserTests = async (): Promise<number> => {
  const file = join(reports, 'list.json');
  await rm(file, { force: true });
  await node([bin('vitest/vitest.mjs'), 'list', '--project', 'e2e', `--json=${file}`], { quiet: true });
  try {
    return z.array(z.unknown()).parse(JSON.parse(await readFile(file, 'utf8'))).length;
  } catch {
    return 1;
  }
};

const browserTests = async (): Promise<Tally> => {
  const browser = await findChromium(say);
  if (browser.kind === 'none') {
    const skipped = await countBrowserTests();
    return { passed: 0, failed: 0, skipped, notes: [`skipped: every browser test, ${String(skipped)} or more: ${browser.reason}`] };
  }
  remember(browser);
  say(`Browser: ${browser.executablePath}`);
  return vitest('e2e', ['e2e'], 780);
};

const folders = ['shared', 'server', 'client', 'e2e', 'bench'].filter((folder) => existsSync(join(root, folder)));

const steps: readonly Step[] = [
  whole('types', 'tsc', () => [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']),
  whole('lint', 'eslint', () => [bin('eslint/bin/eslint.js'), '--concurrency', '2', '.']),
  whole('walls', 'dependency-cruiser', () => [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    ...folders,
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
  ]),
  whole('format', 'prettier', () => [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  { name: 'unit', what: 'rules, server and components', run: () => vitest('unit', ['unit', 'client', 'phone'], 600) },
  whole('build', 'vite, laptop and phone pages', () => ['server/build.mjs']),
  { name: 'e2e', what: 'whole sessions in a real browser', run: browserTests },
];
/** Dead code is looked for when asked (`npm run check`): a room half built has some. */
const onRequest: readonly Step[] = [whole('unused', 'knip', () => [bin('knip/bin/knip.js'), '--no-progress'])];

const asked = process.argv.slice(2);
const known = [...steps, ...onRequest];
const strange = asked.filter((name) => !known.some((step) => step.name === name));
if (strange.length > 0) {
  say(`No step is called ${strange.join(', ')}. There are: ${known.map((step) => step.name).join(' ')}`);
  process.exit(2);
}
const chosen = asked.length === 0 ? steps : known.filter((step) => asked.includes(step.name));

await mkdir(reports, { recursive: true });
const tallies: Tally[] = [];
for (const step of chosen) {
  say(`\n── ${step.name}: ${step.what}`);
  const startedAt = Date.now();
  const tally = await step.run();
  tallies.push(tally);
  const counts = `${String(tally.passed)} ok, ${String(tally.failed)} not ok, ${String(tally.skipped)} left out`;
  say(`── ${step.name}: ${counts} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
}

const sum = (part: 'passed' | 'failed' | 'skipped'): number => tallies.reduce((total, tally) => total + tally[part], 0);
let failed = sum('failed');
const notes = tallies.flatMap((tally) => [...tally.notes]);
const leftOut = steps.filter((step) => !chosen.includes(step));
if (leftOut.length > 0) notes.push(`not asked for: ${leftOut.map((step) => step.name).join(', ')}`);
if (sum('passed') + failed === 0) {
  failed = 1;
  notes.push('failed: no test ran');
}
if (notes.length > 0) say(`\n${notes.join('\n')}`);
const skipped = sum('skipped');
say(`\n${String(sum('passed'))} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
