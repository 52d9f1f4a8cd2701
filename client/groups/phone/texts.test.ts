// Every language says the same keys with the same placeholders (IN1).
import { describe, expect, it } from 'vitest';
import { isPlural, loadLang } from '../../kernel/i18n.ts';
import { groupsPhoneTexts } from './phoneTexts.ts';
import { groupsTableTexts } from './tableTexts.ts';

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

describe('words', () => {
  it('[IN1] every language has the same keys and placeholders', () => {
    for (const other of [groupsPhoneTexts.en, groupsPhoneTexts.ar]) expect(shape(other).sort()).toEqual(shape(groupsPhoneTexts.it).sort());
    expect(shape(groupsTableTexts.en).sort()).toEqual(shape(groupsTableTexts.it).sort());
  });
});
