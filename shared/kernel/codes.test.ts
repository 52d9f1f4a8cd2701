// Codes as they are printed, read aloud, mistyped (decisions: codes).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardCodeLength, codeAlphabet, codeFrom, readCode, roomCodeLength, showCode } from './codes.ts';

const bytes = fc.uint8Array({ minLength: 64, maxLength: 64 });
const codeOf = (from: Uint8Array, length: number): string => {
  const code = codeFrom(from, length);
  if (code === null) throw new Error('64 bytes are enough for any code unless nearly all are thrown away');
  return code;
};

describe('[decisions] codes without look-alikes', () => {
  it('none of 0 O 1 I L, and one of each pair 2/Z 5/S 6/G 8/B U/V', () => {
    for (const char of '0O1IL') expect(codeAlphabet).not.toContain(char);
    for (const [one, other] of ['2Z', '5S', '6G', '8B', 'UV'].map((pair) => [pair.charAt(0), pair.charAt(1)]))
      expect(codeAlphabet.includes(one ?? '') !== codeAlphabet.includes(other ?? '')).toBe(true);
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  });

  it('what is shown, in any case, with spaces, dots and hyphens, is read as the same code', () => {
    const noise = fc.constantFrom('', ' ', '-', '.', '·', '  ');
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(roomCodeLength, cardCodeLength),
        fc.infiniteStream(noise),
        fc.boolean(),
        (from, length, gaps, lower) => {
          const code = codeOf(from, length);
          const shown = showCode(code);
          const typed = [...shown].map((char) => `${char}${String(gaps.next().value)}`).join('');
          expect(readCode(lower ? typed.toLowerCase() : typed)).toEqual({ kind: length === roomCodeLength ? 'room' : 'card', code });
        },
      ),
    );
  });

  it('the twin of a look-alike is read as the one that is printed', () => {
    const twins = { Z: '2', S: '5', G: '6', B: '8', V: 'U' } as const;
    fc.assert(
      fc.property(bytes, (from) => {
        const code = codeOf(from, cardCodeLength);
        const mistyped = Object.entries(twins).reduce((text, [printed, twin]) => text.replaceAll(printed, twin), code);
        expect(readCode(mistyped)).toEqual({ kind: 'card', code });
      }),
    );
  });

  it.each(['', 'K7M4Q', 'K7M4QX3', 'K7M4QX3R9', 'K7M4Q0', 'K7M4QI', '😀😀😀😀😀😀', 'A'.repeat(41), '      ', 'ｋ７ｍ４ｑ!'])(
    '%j is no code',
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );

  it('full-width characters of an Asian keyboard are read', () => {
    expect(readCode('ｋ７ｍ４ｑｘ')).toEqual({ kind: 'room', code: 'K7M4QX' });
  });

  it('whatever is typed, reading it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const read = readCode(typed);
        if (read) expect([roomCodeLength, cardCodeLength]).toContain(read.code.length);
      }),
    );
  });

  it('every character is as likely as any other: bytes that would favour some are skipped', () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const counts = new Map<string, number>();
    for (const byte of all) {
      const char = codeFrom([byte], 1);
      if (char !== null) counts.set(char, (counts.get(char) ?? 0) + 1);
    }
    expect(counts.size).toBe(codeAlphabet.length);
    expect(new Set(counts.values()).size).toBe(1);
    expect(codeFrom([255, 255], 1)).toBeNull();
  });
});
