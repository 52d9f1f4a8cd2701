/* The floor for somebody who has no phone, or no seat: a seat is typed, and either speaks now or waits in the queue like everybody else.
   An expert, a technician, a guest speaks without a seat. */
import { useState } from 'react';
import { turnKinds, type AskedKind } from '../../shared/floor/limits.ts';
import type { FloorDriverView } from '../../shared/floor/shown.ts';
import type { MemberId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Choose } from './Choose.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import type { FloorDrive } from './useFloorDrive.ts';
import './console.css';

export interface SeatOf {
  readonly member: MemberId;
  readonly seat: string;
}
export interface FloorGiveProps {
  readonly view: FloorDriverView;
  readonly drive: FloorDrive;
  readonly seats: readonly SeatOf[];
  readonly onClose: () => void;
}
export function FloorGive({ view, drive, seats, onClose }: FloorGiveProps) {
  const t = useTexts(floorConsoleTexts);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<AskedKind>('speech');
  /** What was refused before this was opened is not said here. */
  const [tried, setTried] = useState(false);
  const wanted = typed.trim().toLowerCase();
  const who = wanted === '' ? undefined : seats.find(({ seat }) => seat.toLowerCase() === wanted);
  const waits = who !== undefined && view.plenary.hands.some(({ member }) => member === who.member);
  const off = wanted === '' ? t('give.which') : who === undefined ? t('give.nobody', { seat: typed.trim() }) : undefined;
  const give = async (member: MemberId | null): Promise<void> => {
    setTried(true);
    if (await drive.call(member, kind)) onClose();
  };
  const raise = async (): Promise<void> => {
    if (who === undefined || waits) return;
    setTried(true);
    if (!(await drive.ask({ type: 'floor.raise', member: who.member, kind, on: true }))) return;
    // The next hand of the same row is often up already: the field is ready for it.
    setTyped('');
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('give.title')}
      footer={
        <>
          <Button
            variant="primary"
            off={off}
            onPress={() => {
              if (who !== undefined) void give(who.member);
            }}
          >
            {who === undefined ? t('give.now') : t('give.nowSeat', { seat: who.seat })}
          </Button>
          <Button off={off ?? (waits ? t('give.waits', { seat: who.seat }) : undefined)} onPress={() => void raise()}>
            {t('give.queue')}
          </Button>
          <Button onPress={() => void give(null)}>{t('give.noSeat')}</Button>
          {drive.refused === null || !tried ? null : <p className="why">{drive.refused}</p>}
        </>
      }
    >
      <p className="soft">{t('give.hint')}</p>
      <div className="floor-form">
        <Field
          label={t('give.seat')}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoFocus
          error={wanted !== '' && who === undefined ? t('give.nobody', { seat: typed.trim() }) : undefined}
          onEnter={() => void raise()}
        />
        <Choose
          label={t('give.kind')}
          value={kind}
          options={turnKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={setKind}
        />
      </div>
    </Dialog>
  );
}
