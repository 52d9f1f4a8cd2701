// What a file really is, told by its first bytes and never by its name: a page of ours only ever serves what it has recognised.
// SVG is not taken: it is a program. And how many pages a PDF has, as far as that can be read without a PDF reader.

export interface Sniffed {
  readonly kind: 'pdf' | 'image';
  readonly mime: 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/webp';
}

const starts = (bytes: Uint8Array, ...wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[index] === byte);

/** Null: none of the four kinds that a wall can show. */
export const sniff = (bytes: Uint8Array): Sniffed | null => {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { kind: 'image', mime: 'image/png' };
  if (starts(bytes, 0xff, 0xd8, 0xff)) return { kind: 'image', mime: 'image/jpeg' };
  if (starts(bytes, 0x52, 0x49, 0x46, 0x46) && starts(bytes.subarray(8), 0x57, 0x45, 0x42, 0x50))
    return { kind: 'image', mime: 'image/webp' };
  // Scanners put a few bytes before the mark; readers look into the first kilobyte.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-'))
    return { kind: 'pdf', mime: 'application/pdf' };
  return null;
};

/**
 * Pages of a PDF, by counting its page objects; null when they lie compressed inside the file and cannot be counted this way.
 * A hint, for when the browser could not say it: drawings with page templates may count one too many.
 */
export const countPages = (bytes: Uint8Array): number | null => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = text.match(/\/Type\s*\/Page(?![a-zA-Z])/gu)?.length ?? 0;
  return objects === 0 ? null : objects;
};
