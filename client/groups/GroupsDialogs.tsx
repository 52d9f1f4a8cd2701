/* To the tables, and back: the two moments in which the whole hall stands up, so each repeats the object and the numbers (LANGUAGE 5).
   Going can open the boards that are ready; coming back can freeze what lies on the tables, or leave it open to be finished (GR4, GR6). */
import { useState } from 'react';
import type { GroupsDriverView } from '../../shared/groups/shown.ts';
import type { BoardId } from '../../shared/kernel/ids.ts';
import { timer, useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { presentOf, type TablesTime, type Work } from './tables.ts';

export interface GroupsSplitProps {
  readonly view: GroupsDriverView;
  /** Boards that are prepared for these tables and not open. */
  readonly ready: readonly BoardId[];
  readonly block: string | null;
  readonly send: Send;
  readonly onClose: () => void;
}
export function GroupsSplit({ view, ready, block, send, onClose }: GroupsSplitProps) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [open, setOpen] = useState(true);
  const people = presentOf(view);
  const n = view.groups.length;
  const go = async (): Promise<void> => {
    const split = { type: 'groups.split', round: view.round, block };
    if (await ask(split, ...(open && ready.length > 0 ? [{ type: 'board.open', boards: ready }] : []))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('split.title', { people, n })}
      footer={
        <>
          <Button variant="primary" onPress={() => void go()}>
            {t('split.go', { people, n })}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <p>{t('split.words')}</p>
      {view.unplaced > 0 ? <p className="tag time">{t('head.unplaced', { n: view.unplaced })}</p> : null}
      {view.missing > 0 ? <p className="soft">{t('head.missing', { n: view.missing })}</p> : null}
      {ready.length > 0 ? (
        <Check label={t('split.boards', { n: ready.length })} checked={open} onChange={setOpen} />
      ) : (
        <p>{t('split.noBoards')}</p>
      )}
    </Dialog>
  );
}

export interface GroupsRecallProps {
  readonly view: GroupsDriverView;
  readonly work: Work;
  readonly time: TablesTime | null;
  readonly send: Send;
  readonly onClose: () => void;
}
export function GroupsRecall({ view, work, time, send, onClose }: GroupsRecallProps) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const people = presentOf(view);
  const n = view.groups.length;
  const open = [...work.values()].filter(({ phase }) => phase === 'open');
  const notes = open.reduce((sum, each) => sum + each.notes, 0);
  const silent = open.filter((each) => each.silent).length;
  const recall = { type: 'groups.recall', round: view.round };
  const freeze = open.length === 0 ? [] : [{ type: 'board.freeze', boards: open.map(({ board }) => board) }];
  const go = async (...wishes: readonly Parameters<Send>[0][]): Promise<void> => {
    if (await ask(...wishes)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('recall.title', { people, n })}
      footer={
        <>
          {open.length > 0 ? (
            <Button variant="primary" onPress={() => void go(...freeze, recall)}>
              {t('recall.goFreeze', { people, n: open.length })}
            </Button>
          ) : null}
          <Button variant={open.length > 0 ? 'plain' : 'primary'} onPress={() => void go(recall)}>
            {t(open.length > 0 ? 'recall.goOnly' : 'recall.go', { people })}
          </Button>
          <Button onPress={onClose}>{t('recall.wait')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <p>
        {time === null || time.left <= 0 ? '' : `${t('recall.left', { time: timer(time.left) })} `}
        {open.length > 0 ? t('recall.notes', { notes }) : t('recall.noBoards')}
      </p>
      {silent > 0 ? <p className="tag time">{t('recall.silent', { n: silent })}</p> : null}
      {open.length > 0 ? <p className="soft">{t('recall.hint')}</p> : null}
    </Dialog>
  );
}
