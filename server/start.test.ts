// The launcher must speak before it breaks: on an old Node the embedded database ends the process with a segmentation fault,
// which tells a facilitator nothing. The launcher is run here by a Node that says it is old.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs a launching file as if this Node were of the given version. */
const startAs = (version: string, file: string): { readonly code: number | null; readonly out: string; readonly words: string } => {
  const lie = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  const source = `${lie} process.argv[1] = process.cwd() + '/${file}'; await import('./${file}');`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
  return { code: status, out: stdout, words: stderr };
};

describe('the launcher', () => {
  it.each(['18.20.4', '20.20.2', '22.12.0'])('given Node %s, says which Node is needed, builds nothing and starts nothing', (version) => {
    for (const file of ['server/start.mjs', 'server/build.mjs']) {
      const { code, out, words } = startAs(version, file);
      expect(words).toContain(`Plenaria needs Node 22.13 or newer; this is Node ${version}.`);
      expect(words).toContain('npm ci');
      expect(out).toBe('');
      expect(code).toBe(1);
    }
  });
});
