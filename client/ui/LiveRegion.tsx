/* What a screen reader is told when something changes without a touch: "Risposta ricevuta", "Mancano 5 minuti".
   One polite region per page, mounted before anything is announced; the same sentence twice is said twice.
   It is never the only sign: what is announced is also written on the page. Safe for phones. */
import { useSyncExternalStore } from 'react';

interface Message {
  readonly text: string;
  readonly turn: number;
}
let message: Message = { text: '', turn: 0 };
const listeners = new Set<() => void>();
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
/** Says a sentence politely, after what is being read. */
export function announce(text: string): void {
  message = { text, turn: message.turn + 1 };
  for (const listener of listeners) listener();
}
/** Once per page, near the root. */
export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(
    subscribe,
    () => message,
    () => message,
  );
  return (
    <div className="sr-only" role="status" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
