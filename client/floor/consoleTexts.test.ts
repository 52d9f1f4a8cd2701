// Both languages of the floor's console say the same keys with the same placeholders; every refusal and every step of the room has its words (K1, K9, IN1).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isPlural, loadLang } from '../kernel/i18n.ts';
import { floorConsoleTexts } from './consoleTexts.ts';

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const holes = (text: string): string => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort().join();
const shape = (tree: unknown, path = ''): string[] =>
  typeof tree === 'string'
    ? [`${path}: ${holes(tree)}`]
    : isPlural(tree)
      ? [`${path}: ${holes(tree.other)}`]
      : isTree(tree)
        ? Object.entries(tree).flatMap(([key, value]) => shape(value, `${path}.${key}`))
        : [];
const law = join(import.meta.dirname, '../../shared/floor');
const source = readdirSync(law)
  .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
  .map((name) => readFileSync(join(law, name), 'utf8'))
  .join('\n');

await loadLang('en');

it('[IN1] Italian and English say the same', () => {
  expect(shape(floorConsoleTexts.en).sort()).toEqual(shape(floorConsoleTexts.it).sort());
});
it('[K1] every code with which the room refuses has a sentence', () => {
  const codes = new Set([...source.matchAll(/refuse\('floor\.(\w+)'/gu)].map(([, code = '']) => code));
  expect(codes.size).toBeGreaterThan(20);
  expect(Object.keys(floorConsoleTexts.it.refusal)).toEqual(expect.arrayContaining([...codes]));
});
it('[K9] every step that can be taken back has a name', () => {
  const steps = new Set([...source.matchAll(/(?:step|about)\('(\w+)'/gu)].map(([, step = '']) => step));
  expect(steps.size).toBeGreaterThan(8);
  expect(Object.keys(floorConsoleTexts.it.undo)).toEqual(expect.arrayContaining([...steps]));
});
