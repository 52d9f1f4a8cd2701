// Codes that people read from a card or from the wall and type on a phone: no look-alikes (decisions: codes).
// 0 O 1 I L are left out; of each pair 2/Z 5/S 6/G 8/B U/V one is kept and the other, when typed, is read as it.

export const codeAlphabet = 'ABCDEFGHJKMNPQRSTVWXYZ3479';
export const roomCodeLength = 6;
export const cardCodeLength = 8;

const heard: Readonly<Record<string, string>> = { '2': 'Z', '5': 'S', '6': 'G', '8': 'B', U: 'V' };

/** What somebody typed, as a code: case, spaces, dots and hyphens do not matter. Returns null when it cannot be a code of either kind. */
export const readCode = (typed: string): { readonly kind: 'room' | 'card'; readonly code: string } | null => {
  if (typed.length > 40) return null;
  const code = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.\-·]/gu, ''),
  ]
    .map((char) => heard[char] ?? char)
    .join('');
  if (![...code].every((char) => codeAlphabet.includes(char))) return null;
  if (code.length === roomCodeLength) return { kind: 'room', code };
  if (code.length === cardCodeLength) return { kind: 'card', code };
  return null;
};

/** K7M4QX → "K7M 4QX": groups as they are said aloud. */
export const showCode = (code: string): string =>
  code.length === cardCodeLength ? `${code.slice(0, 4)} ${code.slice(4)}` : `${code.slice(0, 3)} ${code.slice(3)}`;

/** A code from bytes (random, or a hash): each byte chooses a character; bytes that would favour some are skipped. Returns null when the bytes run out. */
export const codeFrom = (bytes: Iterable<number>, length: number): string | null => {
  const even = 256 - (256 % codeAlphabet.length);
  let code = '';
  for (const byte of bytes) {
    if (byte >= even) continue;
    code += codeAlphabet.charAt(byte % codeAlphabet.length);
    if (code.length === length) return code;
  }
  return null;
};
