// Proves that the walls bite: a small house with one forbidden import of each kind, cruised with the real rules.
// Without it a slip in a pattern would let everything pass, and nobody would hear the silence.
// Each line of `forbidden` is a file, what it imports, and the wall that must stop it; `allowed` must pass untouched.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));

const forbidden = [
  ['shared/poll/room.ts', 'react', 'shared-is-pure'],
  ['shared/poll/room.ts', 'node:fs', 'shared-is-pure'],
  ['shared/poll/view.ts', 'server/kernel/log.ts', 'shared-meets-nobody'],
  ['client/screens/Member.ts', 'server/kernel/log.ts', 'client-meets-no-server'],
  ['server/main.ts', 'client/kernel/store.ts', 'server-meets-no-client'],
  ['client/kernel/store.ts', 'node:fs', 'no-node-on-pages'],
  ['shared/kernel/room.ts', 'shared/poll/events.ts', 'kernel-knows-no-room'],
  ['server/kernel/log.ts', 'shared/rooms.ts', 'kernel-knows-no-room'],
  ['client/ui/Button.ts', 'client/poll/PollMember.ts', 'kernel-knows-no-room'],
  ['shared/words.ts', 'shared/poll/events.ts', 'rooms-meet-in-rooms-ts'],
  ['shared/agenda/room.ts', 'shared/poll/events.ts', 'agenda-hears-upstream-events'],
  ['shared/poll/commands.ts', 'shared/agenda/room.ts', 'poll-hears-upstream-events'],
  ['shared/poll/events.ts', 'shared/rooms.ts', 'poll-is-not-the-list'],
  ['client/poll/PollMember.ts', 'client/agenda/Agenda.ts', 'poll-windows'],
  ['client/poll/PollMember.ts', 'shared/agenda/view.ts', 'poll-windows'],
  ['client/poll/PollMember.ts', 'client/screens/Wall.ts', 'poll-windows'],
  ['server/poll/export.ts', 'server/agenda/import.ts', 'poll-pipes'],
  ['client/member.ts', 'client/poll/PollMember.ts', 'rooms-meet-on-screens'],
  ['shared/stray/room.ts', 'shared/kernel/room.ts', 'room-is-on-the-list'],
  ['server/kernel/log.ts', 'server/kernel/log.test.ts', 'tests-are-leaves'],
  ['client/ui/Button.ts', 'client/ui/gone.ts', 'resolvable'],
  ['server/main.ts', '../beside.ts', 'nothing-from-outside'],
] as const;

const allowed = [
  ['shared/poll/room.ts', 'zod'],
  ['shared/poll/room.ts', 'shared/kernel/ids.ts'],
  ['shared/poll/room.ts', 'shared/agenda/events.ts'],
  ['shared/rooms.ts', 'shared/poll/room.ts'],
  ['server/main.ts', 'shared/rooms.ts'],
  ['server/poll/export.ts', 'shared/agenda/view.ts'],
  ['client/poll/PollMember.ts', 'react'],
  ['client/poll/PollMember.ts', 'shared/poll/view.ts'],
  ['client/poll/PollMember.ts', 'client/ui/Tag.ts'],
  ['client/screens/Member.ts', 'client/poll/PollMember.ts'],
  ['client/screens/Member.ts', 'client/agenda/Agenda.ts'],
  ['client/member.ts', 'client/screens/Member.ts'],
  ['e2e/story.ts', 'server/main.ts'],
  ['e2e/story.ts', 'client/kernel/store.ts'],
  ['server/agenda/circle.ts', 'server/agenda/import.ts'],
  ['server/agenda/import.ts', 'server/agenda/circle.ts'],
] as const;

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

let house = '';
let violations: readonly string[] = [];
const line = (from: string, to: string, rule: string): string => `${from} → ${to.replace(/^node:/, '')}: ${rule}`;

const isPackage = (name: string): boolean => name === 'zod' || name === 'react' || name.startsWith('node:');

/** Writes every file of the two tables, with the imports they name. */
const buildHouse = async (folder: string): Promise<void> => {
  const imports = new Map<string, Set<string>>();
  for (const [from, to] of [...forbidden, ...allowed]) {
    imports.set(from, (imports.get(from) ?? new Set()).add(to));
    if (!isPackage(to) && !to.includes('gone') && !imports.has(to)) imports.set(to, new Set());
  }
  for (const [file, names] of imports) {
    const path = join(folder, file);
    const lines = [...names].map((name) => {
      const step = relative(dirname(path), join(folder, name));
      return `import '${isPackage(name) ? name : step.startsWith('.') ? step : `./${step}`}';`;
    });
    if (file === 'shared/rooms.ts') lines.push("export const order = ['agenda', 'poll'] as const;");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${lines.join('\n')}\nexport {};\n`);
  }
  for (const name of ['zod', 'react']) {
    await mkdir(join(folder, 'node_modules', name), { recursive: true });
    await writeFile(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.0.0', exports: './index.js' }));
    await writeFile(join(folder, 'node_modules', name, 'index.js'), 'export {};\n');
  }
  await cp(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'house', type: 'module', dependencies: { zod: '1', react: '1' } }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'bundler' } }));
};

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'walls-'));
  await mkdir(join(house, 'house'));
  await buildHouse(join(house, 'house'));
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const words = [cruiser, 'shared', 'server', 'client', 'e2e', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, words, { cwd: join(house, 'house'), encoding: 'utf8', maxBuffer: 2 ** 26 });
  violations = Report.parse(JSON.parse(stdout)).summary.violations.map(({ from, to, rule }) => line(from, to, rule.name));
});
afterAll(() => rm(house, { recursive: true, force: true }));

describe('the walls', () => {
  it.each(forbidden)('%s may not import %s (%s)', (from, to, rule) => {
    const shown = to === 'react' ? 'node_modules/react/index.js' : to.includes('gone') ? './gone.ts' : to;
    expect(violations).toContain(line(from, shown, rule));
  });

  it.each(allowed)('%s may import %s', (from, to) => {
    const shown = isPackage(to) ? `node_modules/${to}/index.js` : to;
    // Each half of the circle is allowed by itself.
    expect(violations.filter((found) => found.startsWith(`${from} → ${shown}:`) && !found.endsWith('no-circles'))).toEqual([]);
  });

  it('two files that run each other are a circle', () => {
    expect(violations.filter((found) => found.endsWith('no-circles'))).toEqual([expect.stringContaining('server/agenda/circle.ts')]);
  });
});
