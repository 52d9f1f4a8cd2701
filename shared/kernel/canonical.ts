// One way to write a value as text, so that the same fact has the same bytes on every machine and can be hashed:
// keys sorted by code unit, no spaces, undefined left out, nothing but JSON's own types (RFC 8785 for the values that facts hold:
// strings, finite numbers, booleans, null, lists, plain objects).

/** Throws on what no fact may hold (functions, symbols, NaN, infinities, bigints, Maps, Dates): that is our own bug. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a fact holds only finite numbers');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => canonical(item === undefined ? null : item)).join(',')}]`;
  if (typeof value === 'object') {
    const proto: unknown = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null) throw new Error('a fact holds plain objects: a Map, a Date or a Set would be lost');
    const parts = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
    return `{${parts.join(',')}}`;
  }
  throw new Error(`a fact cannot hold a ${typeof value}`);
};
