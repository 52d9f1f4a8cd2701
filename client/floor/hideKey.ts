// X on a question that has the focus hides it: an insult must be gone before the next breath. It can be taken back with Z, and shown again (PO12).
// Away from a question the key does nothing.
import type { Keys } from '../kernel/keys.ts';
import type { Send } from '../kernel/send.ts';

const rowOf = (element: Element | null): HTMLElement | null => {
  const row = element?.closest('[data-question]');
  return row instanceof HTMLElement ? row : null;
};

export const hideKey = (step: Send): Keys => ({
  x: () => {
    const row = rowOf(document.activeElement);
    const question = row?.dataset['question'];
    if (row === null || question === undefined || row.dataset['gone'] !== undefined) return;
    // The row goes away: whoever works by keyboard goes on from the one after it.
    const beside = rowOf(row.nextElementSibling) ?? rowOf(row.previousElementSibling);
    void step({ type: 'floor.hide', question, on: true }).then((reply) => {
      if (reply.ok && beside?.isConnected === true) beside.focus();
    });
  },
});
