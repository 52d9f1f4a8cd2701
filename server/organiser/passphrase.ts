// An organiser's passphrase: kept only as scrypt of it, checked in constant time, never on the event loop's own thread.
// One at a time: each needs 128 MB, and that is also what bounds how fast anybody can try many at once.
// A wrong one is answered late, later for each further one of the same name; a right one is never refused and never made to wait for it.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** OWASP Password Storage Cheat Sheet, scrypt (read November 2026): N = 2^17 (128 MB), r = 8, p = 1. Written into every hash, so that they may grow. */
const strength = { log2N: 17, r: 8, p: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;

const derive = (
  passphrase: string,
  salt: Buffer,
  { log2N, r, p }: { readonly log2N: number; readonly r: number; readonly p: number },
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** log2N;
    // The same letters typed on another keyboard are the same passphrase.
    scrypt(passphrase.normalize('NFKC'), salt, hashBytes, { N, r, p, maxmem: 2 * 128 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
};

/** `scrypt:17:8:1:<salt>:<key>`, base64url. */
export const hashPassphrase = async (passphrase: string): Promise<string> => {
  const salt = randomBytes(saltBytes);
  const key = await inTurn(() => derive(passphrase, salt, strength));
  return ['scrypt', strength.log2N, strength.r, strength.p, salt.toString('base64url'), key.toString('base64url')].join(':');
};

const nobody = `scrypt:${strength.log2N}:${strength.r}:${strength.p}:${Buffer.alloc(saltBytes).toString('base64url')}:${Buffer.alloc(hashBytes, 1).toString('base64url')}`;

/** `hash` null (no such account) costs the same and is false. */
export const isPassphrase = async (passphrase: string, hash: string | null): Promise<boolean> => {
  const [kind, log2N, r, p, salt, key] = (hash ?? nobody).split(':');
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, 'base64url');
  const made = await inTurn(() => derive(passphrase, Buffer.from(salt, 'base64url'), { log2N: Number(log2N), r: Number(r), p: Number(p) }));
  return made.length === wanted.length && timingSafeEqual(made, wanted) && hash !== null;
};

const longestMs = 8000;
const forgetAfterMs = 15 * 60_000;
const rememberedNames = 1000;

/** The price of a wrong passphrase: half a second, doubled for each further one of that name, at most 8 s; forgotten after a quarter of an hour. */
export class SlowDown {
  private readonly wrong = new Map<string, { count: number; at: number }>();
  private readonly clock: () => number;
  private readonly pause: (ms: number) => Promise<unknown>;

  constructor(clock: () => number, pause: (ms: number) => Promise<unknown> = wait) {
    this.clock = clock;
    this.pause = pause;
  }

  async afterWrong(name: string): Promise<void> {
    const now = this.clock();
    const known = this.wrong.get(name);
    const count = known && now - known.at < forgetAfterMs ? known.count + 1 : 1;
    this.wrong.delete(name);
    this.wrong.set(name, { count, at: now });
    for (const oldest of this.wrong.keys()) {
      if (this.wrong.size <= rememberedNames) break;
      this.wrong.delete(oldest);
    }
    await this.pause(Math.min(longestMs, 250 * 2 ** count));
  }
  afterRight(name: string): void {
    this.wrong.delete(name);
  }
}
