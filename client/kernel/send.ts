// The outbox: what somebody wished and the server has not answered yet. Nothing in it is called "received" (K8).
// An answer (`keep`) survives a closed page and is sent until the server says yes or no; a facilitator's step gives up after ten
// seconds without network, in words, so that no forgotten press happens a minute later. The id makes each happen once (K3).
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { AnyCommand } from '../../shared/kernel/room.ts';

export interface SendOptions {
  /** Stays in the outbox until the server answers, also over a closed page. */
  readonly keep?: boolean;
  /** The wish's own id, where its sender needs to name it afterwards (to take the step back). */
  readonly id?: string;
}
/** Never rejects: what could not be sent comes back as a refusal (`kernel.offline`). */
export type Send = (command: AnyCommand & Readonly<Record<string, unknown>>, options?: SendOptions) => Promise<Reply>;

export interface PendingWish {
  readonly id: string;
  readonly command: AnyCommand & Readonly<Record<string, unknown>>;
  /** Epoch ms of this device. */
  readonly since: number;
  readonly tries: number;
  readonly keep: boolean;
  /** As whom it was wished (the device's access): a browser that has changed seats does not send it as somebody else. */
  readonly of?: string;
}

/** Where kept wishes lie while the page is closed. Storage may be forbidden: then they live as long as the page. */
export interface Shelf {
  readonly load: () => readonly PendingWish[];
  readonly save: (wishes: readonly PendingWish[]) => void;
}

export const noShelf: Shelf = { load: () => [], save: () => undefined };

const isPending = (value: unknown): value is PendingWish =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'command' in value &&
  typeof value.command === 'object' &&
  value.command !== null &&
  'type' in value.command &&
  typeof value.command.type === 'string' &&
  'since' in value &&
  typeof value.since === 'number' &&
  'tries' in value &&
  typeof value.tries === 'number' &&
  'keep' in value &&
  value.keep === true &&
  'of' in value &&
  typeof value.of === 'string';

/** A day: an answer of yesterday's session has nobody to go to. */
const stale = 24 * 3600 * 1000;

export const browserShelf = (name: string): Shelf => ({
  load: () => {
    try {
      const raw: unknown = JSON.parse(localStorage.getItem(`plenaria.outbox.${name}`) ?? '[]');
      if (!Array.isArray(raw)) return [];
      return raw.filter(isPending).filter(({ since }) => Date.now() - since < stale);
    } catch {
      return [];
    }
  },
  save: (wishes) => {
    try {
      if (wishes.length === 0) localStorage.removeItem(`plenaria.outbox.${name}`);
      else localStorage.setItem(`plenaria.outbox.${name}`, JSON.stringify(wishes));
    } catch {
      // Forbidden or full: they live as long as the page.
    }
  },
});
