// Every refusal has its words (K1): whatever code a rule, a door or the store can answer with is found in the sources,
// and each must have a sentence in Italian and in English in its room's dictionary or in the kernel's.
// A code that nobody translates would reach a person as "poll.somethingElse".
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sayRefusal } from '../client/kernel/refusal.ts';
import { assemblyRooms, sessionRooms } from '../shared/rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = globSync('{shared,server,client/kernel}/**/*.ts', { cwd: root }).filter(
  (path) => !/\.test\.|for-tests|testing|testdata|templates|demo/.test(path),
);
const rooms = [...assemblyRooms, ...sessionRooms];

/** Names that look like codes and are none: commands, facts, lists. */
const typeConsts = z.object({ oneOf: z.array(z.object({ properties: z.object({ type: z.object({ const: z.string() }) }) })) });
const types = (schema: z.ZodType): readonly string[] =>
  typeConsts
    .parse(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }))))
    .oneOf.map(({ properties }) => properties.type.const);
const notCodes = new Set(rooms.flatMap((room) => [...Object.keys(room.rights), ...types(room.facts), ...Object.keys(room.lists ?? {})]));

const codes = new Map<string, string>();
for (const path of sources) {
  const text = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  // Said outright, as a refusal.
  for (const [, code = ''] of text.matchAll(/(?:refuse|Refused|no|out)\(\s*'([a-z]+\.[a-zA-Z]+)'/g)) codes.set(code, path);
  for (const [, code = ''] of text.matchAll(/wrong\(request, reply, '([a-z]+\.[a-zA-Z]+)'/g)) codes.set(code, path);
  for (const [, code = ''] of text.matchAll(/code: '([a-z]+\.[a-zA-Z]+)'/g)) codes.set(code, path);
  // In a rule's own folder every other word of its own is a code too, also one that a helper gives back.
  const room = rooms.find(({ name }) => path.startsWith(`shared/${name}/`));
  if (room) for (const [, code = ''] of text.matchAll(new RegExp(`'(${room.name}\\.[a-zA-Z]+)'`, 'g'))) codes.set(code, path);
}
// What the wire and the store name by their types.
for (const path of ['shared/kernel/protocol.ts', 'server/store/store.ts'])
  for (const [, union = ''] of read(path).matchAll(/(?:readonly code:|StoreFailureCode =)((?:\s*\|?\s*'[a-z]+\.[a-zA-Z]+')+)/g))
    for (const [, code = ''] of union.matchAll(/'([^']+)'/g)) codes.set(code, path);
for (const name of notCodes) codes.delete(name);

const dictionary = (lang: string): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  const take = (prefix: string, node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node))
      if (typeof value === 'string') words.set(prefix === '' ? key : `${prefix}.${key}`, value);
      else take(prefix === '' ? key : `${prefix}.${key}`, value);
  };
  for (const path of globSync(`client/*/*.${lang}.json`, { cwd: root })) {
    const content = z.looseObject({ refusal: z.unknown() }).safeParse(JSON.parse(read(path)));
    if (content.success) take(basename(dirname(path)) === 'kernel' ? '' : basename(dirname(path)), content.data.refusal);
  }
  return words;
};

describe('[K1] every refusal has its words', () => {
  it('the search finds what it should: codes of every room, of the doors, of the store, of a device that is let out', () => {
    for (const code of [
      'poll.tooLate',
      'agenda.over',
      'presence.doorsClosed',
      'roster.seatTaken',
      'screen.notPublished',
      'session.doorsFirst',
      'kernel.notYours',
      'enter.wrongCode',
      'store.full',
      'seat.moved',
      'poll.wordTooLong',
    ])
      expect([...codes.keys()]).toContain(code);
    expect(codes.size).toBeGreaterThan(80);
  });

  it.each(['it', 'en'])('in %s', (lang) => {
    const words = dictionary(lang);
    const missing = [...codes].filter(([code]) => !words.has(code)).map(([code, path]) => `${code} (${path})`);
    expect(missing).toEqual([]);
  });

  it('in Arabic: all that the doors and the line say to a phone', () => {
    const words = dictionary('ar');
    const said = [...codes.keys()].filter(
      (code) => /^(enter|seat|access|card|protocol|kernel|store)\./.test(code) && !/^kernel\.(tooLarge|notFound)$/.test(code),
    );
    expect(said.filter((code) => !words.has(code))).toEqual([]);
  });

  it('no two codes share their place with a placeholder that the sentence of another language lacks', () => {
    const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const italian = dictionary('it');
    for (const lang of ['en', 'ar'])
      for (const [code, sentence] of dictionary(lang))
        expect({ code, lang, holes: holes(sentence) }).toEqual({ code, lang, holes: holes(italian.get(code) ?? '') });
  });

  it('a code that is not known is still said in a sentence, with the code in it', () => {
    for (const lang of ['it', 'en', 'ar'] as const) expect(sayRefusal(lang, 'moon.eclipse', {}, {})).toMatch(/ .*moon\.eclipse/);
    expect(sayRefusal('it', 'kernel.offline', {}, {})).not.toContain('kernel');
  });
});
