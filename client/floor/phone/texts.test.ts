// Every language says the same keys with the same placeholders (IN1); what the rules can refuse to a phone has its words (K1).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlural, loadLang } from '../../kernel/i18n.ts';
import { floorExpertTexts } from './expertTexts.ts';
import { floorPhoneTexts } from './phoneTexts.ts';
import { floorTableTexts } from './tableTexts.ts';

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
await Promise.all([loadLang('en'), loadLang('ar')]);

/** What only those who lead, or the kernel, can be told. */
const notForPhones = [
  'expertInUse',
  'expertTwice',
  'notUndoable',
  'sameQuestion',
  'sayOwner',
  'sayWho',
  'sayWhy',
  'unknownExpert',
  'notAskedOfYou',
  'emptyAnswer',
  'answersFull',
];

describe('words', () => {
  it('[IN1] every language has the same keys and placeholders', () => {
    for (const other of [floorPhoneTexts.en, floorPhoneTexts.ar]) expect(shape(other).sort()).toEqual(shape(floorPhoneTexts.it).sort());
    for (const each of [floorTableTexts, floorExpertTexts]) expect(shape(each.en).sort()).toEqual(shape(each.it).sort());
  });

  it('[K1] whatever the rules refuse has a sentence here, or is for those who lead', () => {
    const folder = join(import.meta.dirname, '../../../shared/floor');
    const rules = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.(test|testkit)\./u.test(name));
    const codes = new Set(
      rules.flatMap((name) =>
        [...readFileSync(join(folder, name), 'utf8').matchAll(/refuse\('floor\.(\w+)'/gu)].map(([, code = '']) => code),
      ),
    );
    expect(codes.size).toBeGreaterThan(20);
    const said = new Set([...Object.keys(floorPhoneTexts.it.refusal), ...notForPhones]);
    expect([...codes].filter((code) => !said.has(code))).toEqual([]);
    const experts = ['notAskedOfYou', 'emptyAnswer', 'answersFull', 'unknownExpert', 'unknown', 'hiddenOne', 'withdrawnOne', 'over'];
    expect(experts.filter((code) => !Object.hasOwn(floorExpertTexts.it.refusal, code))).toEqual([]);
  });
});
