// Every language says the same keys with the same placeholders, and every refusal of the room has its sentence (K1, IN1).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlural, loadLang } from '../kernel/i18n.ts';
import { pollTexts } from './consoleTexts.ts';
import { pollPhoneTexts } from './phoneTexts.ts';
import { pollResultTexts } from './resultTexts.ts';
import { pollWallTexts } from './wallTexts.ts';

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
  it.each([
    ['console', pollTexts.it, [pollTexts.en]],
    ['phone', pollPhoneTexts.it, [pollPhoneTexts.en, pollPhoneTexts.ar]],
    ['result', pollResultTexts.it, [pollResultTexts.en, pollResultTexts.ar]],
    ['wall', pollWallTexts.it, [pollWallTexts.en, pollWallTexts.ar]],
  ])('[IN1] %s: every language has the same keys and placeholders', (_, it, others) => {
    for (const other of others) expect(shape(other).sort()).toEqual(shape(it).sort());
  });
  it('[K1] every code with which the room refuses has a sentence', () => {
    const folder = join(import.meta.dirname, '../../shared/poll');
    const source = readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const codes = new Set(
      [
        ...source.matchAll(/refuse\('poll\.(\w+)'/gu),
        ...source.matchAll(/'poll\.(noWords|tooManyWords|wordTooLong|hands(?!Counted)[A-Z]\w+)'/gu),
      ].map(([, code = '']) => code),
    );
    expect(codes.size).toBeGreaterThan(30);
    for (const code of codes) expect(Object.keys(pollTexts.it.refusal)).toContain(code);
  });
});
