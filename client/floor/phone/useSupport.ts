// One's support of a question: one a seat or device, given and taken back by the same tap. Its edit numbers go up, so that an older tap
// that comes late never wins. Until the server has it, it looks like what waits, and no number is touched (K8). Safe for phones.
import { useState } from 'react';
import type { FloorAudienceMine } from '../../../shared/floor/shown.ts';
import type { QuestionId } from '../../../shared/kernel/ids.ts';
import type { PendingWish } from '../../kernel/send.ts';
import type { FloorAct } from './useFloorAct.ts';

interface Said {
  readonly on: boolean;
  readonly edit: number;
}
export interface Support {
  readonly of: (question: QuestionId) => { readonly on: boolean; readonly waiting: boolean };
  readonly press: (question: QuestionId, done: { readonly on: string; readonly off: string }) => void;
}

const asked = (pending: readonly PendingWish[], question: QuestionId): readonly Said[] =>
  pending.flatMap(({ command }) => {
    const { on, edit } = command;
    return command.type === 'floor.upvote' && command['question'] === question && typeof on === 'boolean' && typeof edit === 'number'
      ? [{ on, edit }]
      : [];
  });
const newest = (all: readonly Said[]): Said => all.reduce((best, one) => (one.edit > best.edit ? one : best), { on: false, edit: 0 });

export const useSupport = (votes: FloorAudienceMine['votes'], pending: readonly PendingWish[], acts: FloorAct): Support => {
  /** Said yes to by the server, and not yet in what it pushed. */
  const [heard, setHeard] = useState<ReadonlyMap<QuestionId, Said>>(new Map());
  const known = (question: QuestionId): Said =>
    newest([...votes.filter((one) => one.question === question), ...[heard.get(question) ?? { on: false, edit: 0 }]]);
  return {
    of: (question) => {
      const waits = asked(pending, question);
      return { on: newest([known(question), ...waits]).on, waiting: waits.length > 0 };
    },
    press: (question, done) => {
      const last = newest([known(question), ...asked(pending, question)]);
      const next = { on: !last.on, edit: last.edit + 1 };
      void acts.act({ type: 'floor.upvote', question, ...next }, next.on ? done.on : done.off).then((granted) => {
        if (granted) setHeard((was) => new Map(was).set(question, next));
      });
    },
  };
};
