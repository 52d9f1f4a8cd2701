/* Which key does what on the console, and which of them are worth a hint at its foot. */
import type { GroupId } from '../../shared/kernel/ids.ts';
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import { lockWish, moreTimeWish } from '../groups/GroupsConsole.tsx';
import type { TablesTime, TypedDigits, Work } from '../groups/tables.ts';
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

interface TablesKeysOf {
  readonly groups: ConsoleCommon['groups'];
  readonly work: Work;
  readonly time: TablesTime | null;
  readonly chosen: GroupId | null;
  readonly typed: TypedDigits;
  readonly onChoose: (group: GroupId | null) => void;
  readonly onRecall: () => void;
  readonly step: Send;
}
/** G sends everybody to the tables, when somebody is assigned and they are in the hall. */
export const splitKey = (groups: ConsoleCommon['groups'], onSplit: () => void): Keys =>
  groups.mode === 'plenary' && groups.may.split && groups.groups.some(({ assigned }) => assigned > 0) ? { g: onSplit } : {};
/** While one looks at the tables, digits are tables (M leads to the pages): what one does twenty times an hour has the shortest way. */
export const tablesKeys = ({ groups, work, time, chosen, typed, onChoose, onRecall, step }: TablesKeysOf): Keys => {
  const numbers = groups.groups.map(({ number }) => number);
  const digit = (pressed: string) => (): void => {
    const meant = typed.press(numbers, pressed);
    const row = groups.groups.find(({ number }) => number === meant);
    if (!row) return;
    onChoose(row.group);
    document.querySelector<HTMLElement>(`[data-table="${row.number}"]`)?.focus();
  };
  const running = groups.mode === 'groups';
  const lock = running ? lockWish(work) : null;
  const more = running ? moreTimeWish(chosen, time) : null;
  return {
    ...Object.fromEntries(Array.from({ length: 10 }, (_, each) => [String(each), digit(String(each))])),
    ...(running && groups.may.recall ? { g: onRecall } : {}),
    ...(lock === null ? {} : { l: () => void step(lock.wish) }),
    ...(more === null ? {} : { '+': () => void step(more) }),
    ...(chosen === null ? {} : { Escape: () => onChoose(null) }),
  };
};

/** `tablesIn`: one looks at the tables, and where everybody is. */
export const hintsOf = (
  t: ReturnType<typeof useTexts<typeof consoleTexts.it>>,
  keys: Keys,
  tablesIn: 'plenary' | 'groups' | null,
): readonly KeyHint[] => {
  const tables: readonly (KeyHint & { readonly of: string })[] = [
    { of: '9', key: '1–9', words: t('keys.tablesShort') },
    { of: 'g', key: 'G', words: t(tablesIn === 'groups' ? 'keys.recall' : 'keys.split') },
    { of: '+', key: '+', words: t('keys.moreShort') },
    { of: 'l', key: 'L', words: t('keys.lockShort') },
    { of: 'm', key: 'M', words: t('keys.placesShort') },
  ];
  const hall: readonly (KeyHint & { readonly of: string })[] = [
    { of: 'g', key: 'G', words: t('keys.split') },
    { of: 'n', key: 'N', words: t('keys.next') },
    { of: 'p', key: 'P', words: t('keys.previous') },
    { of: ' ', key: t('keys.space'), words: t('keys.timeShort') },
    { of: 'o', key: 'O', words: t('keys.openShort') },
    { of: 'r', key: 'R', words: t('keys.publish') },
    { of: 'c', key: 'C', words: t('keys.callShort') },
    { of: 'x', key: 'X', words: t('keys.hideShort') },
    { of: 'ArrowRight', key: '← →', words: t('keys.pagesShort') },
    { of: 'b', key: 'B', words: t('keys.blankShort') },
    { of: 'a', key: 'A', words: t('keys.who') },
  ];
  const all = tablesIn !== null ? [...tables, ...hall.filter(({ of }) => of !== 'g')] : hall;
  return all.filter(({ of }) => keys[of] !== undefined).slice(0, 7);
};
