// Every language says the same keys with the same placeholders, and what a phone may be refused has its sentence (K1, IN1).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlural, loadLang } from '../../kernel/i18n.ts';
import { boardPhoneTexts } from './phoneTexts.ts';
import { boardTableTexts } from './tableTexts.ts';

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const holes = (text: string): string => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort().join();
/** 'path: {placeholders}' of every text; a plural counts as its `other`. */
const shape = (tree: unknown, path = ''): string[] =>
  typeof tree === 'string'
    ? [`${path}: ${holes(tree)}`]
    : isPlural(tree)
      ? [`${path}: ${holes(tree.other)}`]
      : isTree(tree)
        ? Object.entries(tree).flatMap(([key, value]) => shape(value, `${path}.${key}`))
        : [];
/** What only those who prepare boards or lead the session can be refused: they have a console. */
const ofTheConsole = new Set([
  'alreadyOpen',
  'answered',
  'areaTwice',
  'freezeFirst',
  'notFrozen',
  'notPlenary',
  'nothingToGather',
  'onlyLessVisible',
  'otherVersion',
  'tooManyBoards',
  'undoGone',
  'unknownGroup',
  'wallFull',
]);

await Promise.all([loadLang('en'), loadLang('ar')]);

describe('words', () => {
  it('[IN1] every language has the same keys and placeholders', () => {
    for (const other of [boardPhoneTexts.en, boardPhoneTexts.ar]) expect(shape(other).sort()).toEqual(shape(boardPhoneTexts.it).sort());
    expect(shape(boardTableTexts.en).sort()).toEqual(shape(boardTableTexts.it).sort());
  });
  it('[K1] every code with which the room refuses what a phone wishes has a sentence', () => {
    const folder = join(import.meta.dirname, '../../../shared/board');
    const source = readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !/\.(test|testkit)\./u.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const refused = [...source.matchAll(/refuse\([^)]*?'board\.(\w+)'/gu)].map(([, code = '']) => code);
    expect(new Set(refused).size).toBeGreaterThan(25);
    for (const code of refused.filter((one) => !ofTheConsole.has(one))) expect(Object.keys(boardPhoneTexts.it.refusal)).toContain(code);
  });
});
