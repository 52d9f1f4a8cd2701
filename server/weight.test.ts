// The scales of the build: what counts as the first load of a page, when a page is too heavy, and what lies compressed beside each file.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { budgets, compress, filesOf, kBOf, weigh } from './weight.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenaria-weight-'));
  mkdirSync(join(folder, 'p'));
  const files = {
    'audience.html': '<script type="module" src="/p/audience-1.js"></script><link rel="stylesheet" href="/p/phone-1.css">',
    'p/audience-1.js': 'import{a}from"./phone-1.js";const later=()=>import(`./part-1.js`);',
    'p/phone-1.js': 'export const a=1;const words={en:()=>import(`./en-1.js`)};',
    'p/part-1.js': 'import{a}from"./phone-1.js";import{b}from"./list-1.js";',
    'p/list-1.js': 'export const b=2',
    'p/en-1.js': 'export default {}',
    'p/phone-1.css': 'p{margin:0}',
    'p/member-1.js': 'another page',
    'p/letter.woff2': 'compressed already',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('[IN5] the first load is what the page names and what that imports at once; the rest is told apart', () => {
  const { first, later } = filesOf(folder, 'audience');
  expect([...first].sort()).toEqual(['/p/audience-1.js', '/p/phone-1.css', '/p/phone-1.js']);
  expect([...later].sort()).toEqual(['/p/en-1.js', '/p/list-1.js', '/p/part-1.js']);
});
it('[IN5] a page over its budget fails the build, with the weight of each of its files', () => {
  const kB = kBOf(folder, filesOf(folder, 'audience').first);
  expect(weigh(folder, ['audience', 'member'], { audience: kB, member: 1 })).toMatchObject({
    lines: [expect.stringContaining('audience')],
    tooHeavy: [],
  });
  const [said = ''] = weigh(folder, ['audience'], { audience: kB - 0.001 }).tooHeavy;
  expect(said).toContain('audience');
  expect(said).toContain('/p/phone-1.css');
});
it('[IN5] the budgets are those of the house', () => {
  expect(budgets).toEqual({ audience: 45, member: 80, screen: 120, console: 250 });
});
it('texts lie compressed beside themselves, whole; fonts do not', () => {
  compress(folder);
  const text = readFileSync(join(folder, 'p/phone-1.js'));
  expect(gunzipSync(readFileSync(join(folder, 'p/phone-1.js.gz')))).toEqual(text);
  expect(brotliDecompressSync(readFileSync(join(folder, 'p/phone-1.js.br')))).toEqual(text);
  expect(existsSync(join(folder, 'audience.html.gz'))).toBe(true);
  expect(existsSync(join(folder, 'p/letter.woff2.gz'))).toBe(false);
});
