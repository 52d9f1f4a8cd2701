// `npm run bench`: what Plenaria costs, beside what others cost in the same run, against the budgets of the house. It needs nothing but
// this machine and its own address, is bounded in number and time, and stops by itself.
//   node bench/run.ts [answers] [growth] [weight] [words] [allocation] [start] [boards] [canvas] [phoneBoard] [floor] [--json FILE]
// Milliseconds are this machine's and noisy; ratios count. A missed budget is said, never hidden; the exit code is 0 when all was measured.
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { benchAllocation } from './allocation.ts';
import { benchAnswers } from './answers.ts';
import { benchCanvas } from './canvas.ts';
import { benchBoards } from './boards.ts';
import { benchFloor } from './floor.ts';
import { benchGrowth } from './growth.ts';
import { benchPhoneBoard } from './phoneBoard.ts';
import { benchStart } from './start.ts';
import { must, summary, table, told, words } from './stats.ts';
import type { Line } from './stats.ts';
import { benchWeight } from './weight.ts';
import { benchWords } from './words.ts';

const cloud = (): readonly Line[] => {
  const { movedShare, worstUpdateShare, topTenMissing, overlaps, updates, layoutMsP95 } = benchWords();
  const part = 'words';
  return [
    must(part, 'words that move more than 20 px at an update', movedShare < 0.15, `${(movedShare * 100).toFixed(1)} %`, '< 15 %'),
    told(part, 'the same, worst update', worstUpdateShare * 100, '%', `${String(updates)} updates`),
    must(part, 'words of the top ten that are missing', topTenMissing === 0, String(topTenMissing), 'none'),
    must(part, 'words that overlap', overlaps === 0, String(overlaps), 'none'),
    told(part, 'time of a layout, p95', layoutMsP95, 'ms'),
  ];
};

const parts: Readonly<Record<string, () => readonly Line[] | Promise<readonly Line[]>>> = {
  words: cloud,
  allocation: benchAllocation,
  start: benchStart,
  weight: benchWeight,
  answers: benchAnswers,
  growth: benchGrowth,
  boards: benchBoards,
  canvas: benchCanvas,
  phoneBoard: benchPhoneBoard,
  floor: benchFloor,
};

const args = process.argv.slice(2);
const json = args.indexOf('--json');
const file = json === -1 ? undefined : args[json + 1];
const asked = args.filter((_, at) => json === -1 || (at !== json && at !== json + 1));
const strange = asked.filter((name) => !Object.hasOwn(parts, name));
if (strange.length > 0 || (json !== -1 && file === undefined)) {
  console.error(`node bench/run.ts [${Object.keys(parts).join('] [')}] [--json FILE]`);
  process.exit(2);
}

const lines: Line[] = [];
const begun = performance.now();
for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const own: Line[] = [];
  try {
    own.push(...(await run()));
  } catch (error) {
    // What could not be measured is said, and the rest is measured all the same.
    process.exitCode = 1;
    own.push({ ...words(name, 'could not be measured', error instanceof Error ? error.message : String(error)), holds: false });
  }
  lines.push(...own);
  console.log(`${table(own)}\n`);
}
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(`${summary(lines)}\nNode ${process.versions.node}, ${String(availableParallelism())} cores, ${String(seconds)} s.`);
if (file !== undefined)
  await writeFile(file, `${JSON.stringify({ node: process.versions.node, cores: availableParallelism(), seconds, lines }, null, 2)}\n`);
