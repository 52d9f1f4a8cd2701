// Ids, tokens and their hashes. Ids name things and may be seen; tokens open doors, are shown once and stored hashed.
import { createHmac, hash, randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const base32 = (bytes: Uint8Array): string => {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += letters.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? out + letters.charAt((held << (5 - bits)) & 31) : out;
};

/** 100 random bits in twenty lower-case characters. */
export const newId = (): string => base32(randomBytes(13)).slice(0, 20);
/** 128 random bits in twenty-six lower-case characters. */
export const newToken = (): string => base32(randomBytes(16));
export const tokenPattern = /^[a-z2-7]{26}$/;
export const hashToken = (token: string): string => hash('sha256', token, 'hex');
/** `crypto.hash` (Node 20.12 and later) is twice as fast as a Hash object for the short texts of a log. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');
export const hmac = (key: string, data: string): Buffer => createHmac('sha256', key).update(data).digest();
/** A 128-bit token made from a secret: the same card always gets the same one, and it is never stored. */
export const tokenFrom = (key: string, data: string): string => base32(hmac(key, data).subarray(0, 16));
