// A note for somebody who has no phone: read from a sheet or said aloud, entered for their seat and marked as such. In silence it is as
// silent as all the others: whoever enters it knows it, nobody else (BO2). Safe for phones.
import { useState } from 'react';
import type { OwnNote, BoardAbout } from '../../../shared/board/shown.ts';
import type { MemberId } from '../../../shared/kernel/ids.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Compose } from './Compose.tsx';
import { NotYetThere } from './OwnNotes.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import { boardTableTexts } from './tableTexts.ts';
import type { Writing } from './useWriting.ts';

export interface TableSeat {
  readonly member: MemberId;
  readonly seat: string;
  readonly here: boolean;
}
export interface SheetPageProps {
  about: BoardAbout;
  own: readonly OwnNote[];
  seats: readonly TableSeat[];
  writing: Writing;
  online: boolean;
  now: number;
  onRead: () => void;
  onDone: () => void;
}
type Door = 'dictated' | 'paper';
/** Whoever leads the table writes for nobody's seat. */
const self = 'self';

export function SheetPage({ about, own, seats, writing, online, now, onRead, onDone }: SheetPageProps) {
  const t = useTexts(boardTableTexts);
  const p = useTexts(boardPhoneTexts);
  const [seat, setSeat] = useState('');
  const [door, setDoor] = useState<Door>('dictated');
  const member = seats.find((one) => one.member === seat)?.member ?? null;
  return (
    <Compose
      about={about}
      writing={writing}
      now={now}
      written={own.length}
      eyebrow={t('sheet.title')}
      button={about.phase === 'frozen' ? p('frozen.send') : undefined}
      off={about.locked && about.phase === 'open' ? p('locked.why') : undefined}
      missing={seat === '' ? t('sheet.noSeat') : undefined}
      onSubmit={() => writing.submit(member === null ? { door: 'phone', seat: null } : { door, seat: member })}
      before={
        <>
          <div className="fld">
            <label className="lb" htmlFor="bp-seat">
              <span>{t('sheet.seat')}</span>
            </label>
            <select id="bp-seat" className="inp" value={seat} onChange={(event) => setSeat(event.currentTarget.value)}>
              <option value="">{t('sheet.choose')}</option>
              {seats
                .filter(({ here }) => here)
                .map((one) => (
                  <option key={one.member} value={one.member}>
                    {t('seat', { seat: one.seat })}
                  </option>
                ))}
              <option value={self}>{t('sheet.self')}</option>
            </select>
          </div>
          {seat === self ? null : (
            <Segmented<Door>
              legend={t('sheet.door')}
              hideLegend
              value={door}
              onChange={setDoor}
              options={[
                { value: 'dictated', label: t('sheet.dictated') },
                { value: 'paper', label: t('sheet.paper') },
              ]}
            />
          )}
        </>
      }
      quiet={
        <Button thumb variant="quiet" onPress={onDone}>
          {t('back')}
        </Button>
      }
    >
      <NotYetThere writing={{ ...writing, waiting: online ? [] : writing.waiting }} online={online} />
      {own.length === 0 ? null : (
        <p>
          {t('sheet.count', { n: own.length })}{' '}
          <button type="button" className="btn quiet bp-inline" onClick={onRead}>
            {t('sheet.read')}
          </button>
        </p>
      )}
    </Compose>
  );
}
