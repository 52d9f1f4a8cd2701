// Reads JSON and remembers on which line everything stands, so that a wrong file is refused with "riga 12" and not with a shrug.
// Strict JSON only. No recursion deeper than `maxDepth`, no file larger than `maxChars`: a hostile file costs little (K6).

export const maxChars = 512 * 1024;
const maxDepth = 24;

export type JsonRead =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Line, from 1, of the value at this path; the nearest one above when it is missing. */ readonly lineOf: (
        path: readonly PropertyKey[],
      ) => number;
    }
  | { readonly ok: false; readonly why: 'notJson' | 'tooDeep' | 'tooLarge'; readonly line: number; readonly column: number };

const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Wrong extends Error {
  readonly at: number;
  readonly why: 'notJson' | 'tooDeep';
  constructor(at: number, why: 'notJson' | 'tooDeep') {
    super(why);
    this.at = at;
    this.why = why;
  }
}

/** A path as a key: parts cannot contain a line break unescaped, so this is unambiguous. */
const keyOf = (path: readonly PropertyKey[]): string => path.map((part) => JSON.stringify(String(part))).join('\n');

export const readJson = (raw: string): JsonRead => {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  if (text.length > maxChars) return { ok: false, why: 'tooLarge', line: 1, column: 1 };
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at);
  const lineAt = (at: number): number => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
  const places = new Map<string, number>();
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return null;
    at += found[0].length;
    return found[0];
  };
  const sign = (wanted: string): boolean => {
    take(space);
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };
  const value = (path: readonly PropertyKey[]): void => {
    take(space);
    if (path.length > maxDepth) throw new Wrong(at, 'tooDeep');
    places.set(keyOf(path), at);
    if (sign('{')) return members(path);
    if (sign('[')) return items(path);
    if (take(string) === null && take(scalar) === null) throw new Wrong(at, 'notJson');
  };
  const members = (path: readonly PropertyKey[]): void => {
    if (sign('}')) return;
    do {
      take(space);
      const key = take(string);
      if (key === null || !sign(':')) throw new Wrong(at, 'notJson');
      const name: unknown = JSON.parse(key);
      value([...path, String(name)]);
    } while (sign(','));
    if (!sign('}')) throw new Wrong(at, 'notJson');
  };
  const items = (path: readonly PropertyKey[]): void => {
    if (sign(']')) return;
    let index = 0;
    do {
      value([...path, index]);
      index += 1;
    } while (sign(','));
    if (!sign(']')) throw new Wrong(at, 'notJson');
  };
  try {
    value([]);
    take(space);
    if (at < text.length) throw new Wrong(at, 'notJson');
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const line = lineAt(error.at);
    return { ok: false, why: error.why, line, column: error.at - (breaks[line - 2] ?? -1) };
  }
  const parsed: unknown = JSON.parse(text);
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = places.get(keyOf(path.slice(0, length)));
      if (place !== undefined) return lineAt(place);
    }
    return 1;
  };
  return { ok: true, value: parsed, lineOf };
};
