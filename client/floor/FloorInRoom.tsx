/* The floor in the middle of the console, while everybody is in the hall: who speaks and who waits, and the first questions.
   Each part is there only when there is something to do in it; a quiet hall leaves the middle to the point that runs. */
import { useState } from 'react';
import type { FloorDriverView, QuestionRow } from '../../shared/floor/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import { FloorFirst } from './FloorFirst.tsx';
import { FloorGive, type SeatOf } from './FloorGive.tsx';
import { FloorNow } from './FloorNow.tsx';
import { FloorTotals } from './FloorTotals.tsx';
import type { FloorDrive } from './useFloorDrive.ts';
import './console.css';

export interface FloorInRoomProps {
  readonly view: FloorDriverView;
  readonly drive: FloorDrive;
  /** The running point is one in which people speak: the queue is there before the first hand. */
  readonly spoken: boolean;
  readonly seats: readonly SeatOf[];
  readonly now: number;
  readonly send: Send;
  readonly attributeName: (attribute: string) => string;
  readonly onQuestions: () => void;
}

/** Who speaks and who waits, when somebody does or the point is one for speaking. */
export const floorBusy = ({ plenary }: FloorDriverView, spoken: boolean): boolean => plenary.now !== null || plenary.waiting > 0 || spoken;

export function FloorInRoom({ view, drive, spoken, seats, now, send, attributeName, onQuestions }: FloorInRoomProps) {
  const [dialog, setDialog] = useState<'give' | 'totals' | null>(null);
  const { counts } = view;
  const asked = counts.open + counts.answered + counts.parked + counts.disputed + counts.merged + counts.hidden;
  const questions = useList<readonly QuestionRow[]>('floor.questions', '', counts.open > 0 ? view.list : null);
  return (
    <>
      {floorBusy(view, spoken) ? (
        <FloorNow view={view} drive={drive} now={now} onGive={() => setDialog('give')} onTotals={() => setDialog('totals')} />
      ) : null}
      {asked > 0 || view.door.members || view.door.audience ? (
        <FloorFirst view={view} rows={counts.open > 0 ? questions.rows : []} send={send} onAll={onQuestions} />
      ) : null}
      {dialog === 'give' ? (
        <FloorGive view={view} drive={drive} seats={seats} onClose={() => setDialog(null)} />
      ) : dialog === 'totals' ? (
        <FloorTotals view={view} attributeName={attributeName} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

/** The way to the floor in a quiet hall: somebody without a phone asks to speak, and nobody else does. */
export function FloorOpen({ view, drive, seats }: Pick<FloorInRoomProps, 'view' | 'drive' | 'seats'>) {
  const t = useTexts(floorConsoleTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button off={view.may.call ? undefined : t('notNow')} onPress={() => setOpen(true)}>
        {t('give.open')}
      </Button>
      {open ? <FloorGive view={view} drive={drive} seats={seats} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** While the tables work: at which of them people ask to speak. Their own facilitators run those floors. */
export function FloorAtTables({
  view,
  tables,
}: {
  view: FloorDriverView;
  tables: readonly { readonly group: string; readonly number: number }[];
}) {
  const t = useTexts(floorConsoleTexts);
  const busy = view.tables.flatMap(({ group, waiting, speaks }) => {
    const number = tables.find((table) => table.group === group)?.number;
    return number === undefined ? [] : [{ number, waiting, speaks }];
  });
  if (busy.length === 0) return null;
  return (
    <p className="meta floor-at-tables">
      {t('tables.title')}{' '}
      {busy
        .sort((a, b) => a.number - b.number)
        .map(({ number, waiting, speaks }) => {
          const what = [
            speaks === null ? '' : speaks === '' ? t('tables.someone') : t('tables.speaks', { seat: speaks }),
            waiting === 0 ? '' : t('tables.waiting', { n: waiting }),
          ];
          return t('tables.busy', { number, what: what.filter(Boolean).join(', ') });
        })
        .join('; ')}
    </p>
  );
}
