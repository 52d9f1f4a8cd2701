// Every language says the same keys with the same placeholders, every refusal of the room has its sentence (K1, IN1), and the signs on
// notes are the very signs of the house.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isPlural, loadLang } from '../kernel/i18n.ts';
import { signs } from '../ui/signs.ts';
import { noteSigns } from './NoteSign.tsx';
import { boardTexts } from './boardTexts.ts';

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const holes = (text: string): string =>
  [...new Set(text.match(/\{\w+\}/gu) ?? [])]
    .filter((hole) => hole !== '{n}')
    .sort()
    .join();
/** 'path: {placeholders}' of every text; a plural counts as its `other`, and may leave its number out. */
const shape = (tree: unknown, path = ''): string[] =>
  typeof tree === 'string'
    ? [`${path}: ${holes(tree)}`]
    : isPlural(tree)
      ? [`${path}: ${holes(tree.other)}`]
      : isTree(tree)
        ? Object.entries(tree).flatMap(([key, value]) => shape(value, `${path}.${key}`))
        : [];

await Promise.all([loadLang('en'), loadLang('ar')]);

it('[IN1] every language has the same keys and placeholders', () => {
  for (const other of [boardTexts.en, boardTexts.ar]) expect(shape(other).sort()).toEqual(shape(boardTexts.it).sort());
});
it('[K1] every code with which the room refuses has a sentence', () => {
  const folder = join(import.meta.dirname, '../../shared/board');
  const source = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const codes = new Set([...source.matchAll(/refuse\('board\.(\w+)'/gu)].map(([, code = '']) => code));
  expect(codes.size).toBeGreaterThan(30);
  for (const code of codes) expect(Object.keys(boardTexts.it.refusal)).toContain(code);
});
it.each(['light', 'dark'])('the signs of notes in %s are those of the house', (name) => {
  const file = readFileSync(join(import.meta.dirname, `signs.${name}.svg`), 'utf8');
  for (const sign of noteSigns) {
    const [line, fill]: readonly [string, string?] = signs[sign];
    for (const path of [line, fill].filter(Boolean)) expect(file.split(`d="${path ?? ''}"`)).toHaveLength(3);
  }
});
