// Answers that came after the close: refused with the hour, and counted, once per seat or device, outside the log (decisions: late answers).
// Until the session closes the keys of who was late lie in the erasable store; then only the numbers stay, for the record.
import { z } from 'zod';
import type { Store } from '../store/store.ts';

const keysSchema = z.record(z.string(), z.array(z.string()));
const numbersSchema = z.record(z.string(), z.number());
const docKind = 'late';

export class Late {
  private readonly store: Store;
  private readonly session: string;
  private keys = new Map<string, Set<string>>();
  private numbers: Readonly<Record<string, number>> = {};

  private constructor(store: Store, session: string) {
    this.store = store;
    this.session = session;
  }

  static async open(store: Store, session: string): Promise<Late> {
    const late = new Late(store, session);
    const kept = await store.getSecret(late.secret);
    if (kept !== null) late.keys = new Map(Object.entries(keysSchema.parse(JSON.parse(kept))).map(([box, keys]) => [box, new Set(keys)]));
    const numbers = await store.getDoc(docKind, session);
    if (numbers !== null) late.numbers = numbersSchema.parse(JSON.parse(numbers));
    return late;
  }

  private get secret(): string {
    return `late.${this.session}`;
  }

  count(box: string): number {
    return this.keys.get(box)?.size ?? this.numbers[box] ?? 0;
  }

  /** Stored before the person is told that the answer was late; the same person again changes nothing. */
  async note(box: string, key: string): Promise<void> {
    const known = this.keys.get(box) ?? new Set<string>();
    if (known.has(key)) return;
    known.add(key);
    this.keys.set(box, known);
    await this.store.putSecret(this.secret, JSON.stringify(Object.fromEntries([...this.keys].map(([name, keys]) => [name, [...keys]]))));
  }

  /** At the session's close: numbers stay, keys go. */
  async seal(): Promise<void> {
    if (this.keys.size > 0) {
      this.numbers = Object.fromEntries([...this.keys].map(([box, keys]) => [box, keys.size]));
      await this.store.putDoc(docKind, this.session, JSON.stringify(this.numbers));
    }
    this.keys.clear();
    await this.store.destroySecret(this.secret);
  }
}
