// The chain of a log: each fact carries the hash of the one before it, so that nothing can be changed, removed or moved unnoticed.
// What is hashed is the digest of the body, not the body: a text that must be erased is replaced in place by its digest and the chain still holds.
// The body is salted, so that a short text cannot be guessed from its digest (decisions: erase).
import { randomBytes } from 'node:crypto';
import { canonical } from '../../shared/kernel/canonical.ts';
import type { AnyFact } from '../../shared/kernel/room.ts';
import type { FactRow } from '../store/store.ts';
import { sha256 } from './random.ts';

export const firstHash = sha256('plenaria');

export const bodyOf = (fact: AnyFact, salt: string = randomBytes(9).toString('base64url')): string => canonical({ fact, salt });

/** A redacted body names the digest it stands for. */
export const redactedBody = (body: string): string => canonical({ redacted: sha256(body) });
const digestOf = (body: string): string => {
  // Canonical JSON writes a fact's body with this key first: nearly every body is hashed without being read.
  if (body.startsWith('{"fact":')) return sha256(body);
  const read = readBody(body);
  return read.kind === 'redacted' ? read.digest : sha256(body);
};

export type Body = { readonly kind: 'fact'; readonly fact: AnyFact } | { readonly kind: 'redacted'; readonly digest: string };
const isFact = (value: unknown): value is AnyFact =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'v' in value &&
  typeof value.v === 'number';
/** Throws when the body is neither: then the store was tampered with or is not ours. */
export const readBody = (body: string): Body => {
  const read: unknown = JSON.parse(body);
  if (typeof read === 'object' && read !== null) {
    if ('fact' in read && isFact(read.fact)) return { kind: 'fact', fact: read.fact };
    if ('redacted' in read && typeof read.redacted === 'string') return { kind: 'redacted', digest: read.redacted };
  }
  throw new Error('a body that is not a fact');
};

export type Unlinked = Omit<FactRow, 'hash'>;
export const hashOf = (row: Unlinked, before: string): string =>
  sha256([before, row.seq, row.at, row.by, row.cause ?? '', row.session ?? '', digestOf(row.body)].join('\n'));

/** Null when every fact follows from the one before it; otherwise the first `seq` that does not. */
export const firstBreak = (rows: readonly FactRow[]): number | null => {
  let before = firstHash;
  let seq = 0;
  for (const row of rows) {
    seq += 1;
    if (row.seq !== seq || row.hash !== hashOf(row, before)) return row.seq;
    before = row.hash;
  }
  return null;
};
