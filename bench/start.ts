// How soon a server stands: from the command to the line that says where it is, on an empty folder (it makes the demo first) and on a
// folder that is there; and how long the memory of a long day takes to read: every fact checked in its chain and applied by every room.
// Each run is a process of its own, as cold as a start is. The facts are made by real wishes, in memory, and then laid on the disk.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { demoSeats } from '../server/demo/seats.ts';
import { newId } from '../server/kernel/random.ts';
import { Registry } from '../server/session/registry.ts';
import type { SessionHall, Wishful } from '../server/session/registry.ts';
import { openSqlite } from '../server/store/sqlite.ts';
import type { LogName } from '../server/store/store.ts';
import { applyTemplate } from '../shared/agenda/template.ts';
import { day } from '../shared/agenda/templates/day.ts';
import { atMost, median, told } from './stats.ts';
import type { Line } from './stats.ts';

const part = 'start';
const runs = 5;
const text = (it: string) => ({ original: 'it' as const, it });
const flags = process.execArgv;

/** From the spawn to the line that says where it is, ms. */
const startOnce = (dataDir: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [...flags, fileURLToPath(new URL('../server/main.ts', import.meta.url))], {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_URL: undefined },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000,
    });
    let took: number | null = null;
    child.stdout.setEncoding('utf8').on('data', (said: string) => {
      if (took !== null || !said.includes('Plenaria is at')) return;
      took = performance.now() - begun;
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('exit', () => (took === null ? reject(new Error('the server did not start')) : resolve(took)));
  });

/** A long day: a programme, people who come and go, notes, questions opened, closed and published. */
const livelyDay = async (registry: Registry, hall: SessionHall, members: readonly string[], facts: number): Promise<void> => {
  const give = async (command: Wishful): Promise<void> => {
    const reply = await registry.submit(hall.ledger, command);
    if (!reply.ok) throw new Error(`${command.type} was refused: ${reply.code}`);
  };
  const draft = {
    block: null,
    question: text('Da dove si comincia?'),
    kind: { kind: 'yesno' },
    options: [],
    electorate: 'members',
    live: false,
    splitBy: [],
    closeAfterSec: null,
  };
  const { load } = applyTemplate(day, { mode: 'replace', startPlanned: Date.now(), newId });
  const blocks = load.blocks.map(({ id }) => id);
  await give({ ...load });
  await give({ type: 'session.openDoors' });
  await give({ type: 'session.open' });
  for (const member of members) await give({ type: 'presence.letIn', member, phone: true });
  for (let turn = 0; hall.ledger.seq < facts; turn += 1) {
    const member = members[turn % members.length] ?? '';
    await give({ type: 'presence.letOut', member, knownAt: null });
    await give({ type: 'presence.letIn', member, phone: turn % 9 !== 0 });
    await give({ type: 'agenda.edit', block: blocks[turn % blocks.length], changes: { plannedSec: 600 + (turn % 50) * 60 } });
    await give({ type: 'screen.joinStrip', on: turn % 2 === 1 });
    if (turn % 5 === 0) await give({ type: 'session.noteIncident', words: `Nota ${String(turn)}: il microfono del palco non si sente` });
    if (turn % 20 === 0 && turn / 20 < 60) {
      const poll = newId();
      await give({ type: 'poll.quick', poll, draft });
      await give({ type: 'poll.close', poll, round: 1 });
      await give({ type: 'poll.publish', poll, round: 1 });
    }
  }
};

/** A data folder whose session has this many facts (a few more). */
const folderWith = async (facts: number, dataDir: string): Promise<void> => {
  const store = await openSqlite({ memory: true });
  const registry = await Registry.open({
    store,
    clock: Date.now,
    secret: 'bench',
    onError: (error) => {
      throw error;
    },
  });
  const assembly = await registry.createAssembly(text('Assemblea di prova'), true);
  const people = demoSeats().map(({ seat }) => ({ member: newId(), seat }));
  const imported = await registry.submit(assembly.ledger, {
    type: 'roster.import',
    source: 'bench',
    replaces: true,
    members: people.map(({ member, seat }) => ({ member, seat, from: null, until: null, cohort: '' })),
  });
  if (!imported.ok) throw new Error(`the roll was refused: ${imported.code}`);
  const about = { title: text('Una seduta lunga'), day: '2026-11-21', timeZone: 'Europe/Rome', place: '', demo: true };
  const hall = await registry.createSession(assembly, about);
  await livelyDay(
    registry,
    hall,
    people.map(({ member }) => member),
    facts,
  );
  const onDisk = await openSqlite({ dir: dataDir });
  const logs: readonly LogName[] = [assembly.ledger.name, hall.ledger.name];
  for (const log of logs) await onDisk.append(log, await store.read(log), 0);
  await onDisk.close();
  await registry.stop();
  await store.close();
};

const run = promisify(execFile);
const readOnce = async (dataDir: string) => {
  const { stdout } = await run(process.execPath, [...flags, fileURLToPath(new URL('./replay.ts', import.meta.url)), dataDir], {
    timeout: 120_000,
  });
  return z.object({ facts: z.number(), ms: z.number(), cpuMs: z.number() }).parse(JSON.parse(stdout));
};
const many = async <T>(act: () => Promise<T>): Promise<readonly T[]> => {
  const out: T[] = [];
  for (let turn = 0; turn < runs; turn += 1) out.push(await act());
  return out;
};
const fastest = (values: readonly number[]): string => `median of ${String(values.length)}, fastest ${Math.min(...values).toFixed(0)} ms`;

export const benchStart = async (): Promise<readonly Line[]> => {
  const made: string[] = [];
  const folder = async (): Promise<string> => {
    const dir = await mkdtemp(join(tmpdir(), 'plenaria-bench-'));
    made.push(dir);
    return dir;
  };
  try {
    const first = await many(async () => startOnce(await folder()));
    const home = await folder();
    await startOnce(home);
    const again = await many(() => startOnce(home));
    const lines: Line[] = [
      atMost(part, 'server start, with the demo that is there', median(again) / 1000, 1.5, 's', fastest(again)),
      told(part, 'first start, in an empty folder (makes the demo)', median(first) / 1000, 's', fastest(first)),
    ];
    for (const facts of [1000, 10_000]) {
      const dir = await folder();
      await folderWith(facts, dir);
      const reads = await many(() => readOnce(dir));
      const took = reads.map(({ ms }) => ms);
      const what = `replay of ${String(reads[0]?.facts ?? 0)} facts`;
      const note = `${fastest(took)}, processor ${median(reads.map(({ cpuMs }) => cpuMs)).toFixed(0)} ms`;
      lines.push(atMost(part, what, median(took) / 1000, 0.3, 's', note));
    }
    return lines;
  } finally {
    for (const dir of made) await rm(dir, { recursive: true, force: true });
  }
};
