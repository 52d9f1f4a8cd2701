/* Which key does what on the console, and which of them are worth a hint at its foot. */
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import { type useTexts } from '../kernel/i18n.ts';
import { type Keys } from '../kernel/keys.ts';
import type { Send } from '../kernel/send.ts';
import { type usePollDrive } from '../poll/drive.ts';
import { nextPrepared } from '../poll/PollPrepared.tsx';
import { type KeyHint } from './ConsoleKeys.tsx';
import { type consoleTexts } from './consoleTexts.ts';
import type { ConsoleCommon } from './views.ts';

interface OpenKeyOf {
  readonly drivable: boolean;
  readonly round: ConsoleCommon['poll']['rounds'][number] | null;
  readonly drafts: PollDraftRows | null;
  readonly running: string | null;
  readonly drive: ReturnType<typeof usePollDrive>;
  readonly rollCall: ConsoleCommon['presence']['rollCall'];
  readonly step: Send;
}
/** O opens and closes what is there to open or close: the running question, else the roll call, else the next prepared question of this block. */
export const openKey = ({ drivable, round, drafts, running, drive, rollCall, step }: OpenKeyOf): Keys => {
  if (!drivable) return {};
  if (rollCall?.state === 'open') return { o: () => void step({ type: 'presence.closeRollCall', rollCall: rollCall.id }) };
  if (drive.keys.o) return { o: drive.keys.o };
  if (round?.phase === 'open' || round?.phase === 'closed') return {};
  const next = nextPrepared(drafts, running);
  return next ? { o: () => void step({ type: 'poll.open', poll: next.poll, round: next.nextRound }) } : {};
};

export const hintsOf = (t: ReturnType<typeof useTexts<typeof consoleTexts.it>>, keys: Keys): readonly KeyHint[] => {
  const all: readonly (KeyHint & { readonly of: string })[] = [
    { of: 'n', key: 'N', words: t('keys.next') },
    { of: 'p', key: 'P', words: t('keys.previous') },
    { of: ' ', key: t('keys.space'), words: t('keys.timeShort') },
    { of: 'o', key: 'O', words: t('keys.openShort') },
    { of: 'r', key: 'R', words: t('keys.publish') },
    { of: 'ArrowRight', key: '← →', words: t('keys.pagesShort') },
    { of: 'b', key: 'B', words: t('keys.blankShort') },
    { of: 'a', key: 'A', words: t('keys.who') },
  ];
  return all.filter(({ of }) => keys[of] !== undefined).slice(0, 7);
};
