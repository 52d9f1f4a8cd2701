// What a phone's page gives to the question on it. All as props, so that it can be looked at and tested without a server. Safe for phones.
import type { PollMine, PollPhoneView } from '../../shared/poll/view.ts';
import type { PendingWish, Send } from '../kernel/send.ts';

export interface PollPhoneProps {
  view: PollPhoneView;
  mine: PollMine;
  send: Send;
  pending: readonly PendingWish[];
  /** Whether the line is there: "Non ancora inviata" is said only when it is not, or when the server does not answer. */
  online: boolean;
  /** Epoch ms of the server, at least once a second while a question closes by itself. */
  now: number;
  timeZone: string;
  /** "Prova adesso". */
  onRetry: () => void;
}
