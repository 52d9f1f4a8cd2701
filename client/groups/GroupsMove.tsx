/* Moving people while the tables work (GR3): found by seat, one list, each with the table where they sit now. What they were assigned
   to stays written, and what they have already written stays at the table where it was written. */
import { useState } from 'react';
import type { GroupsDriverView, SeatingRow } from '../../shared/groups/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import './console.css';

export interface GroupsMoveProps {
  readonly view: GroupsDriverView;
  /** The list `groups.seating`; null while it comes. */
  readonly seating: readonly SeatingRow[] | null;
  readonly send: Send;
  readonly onClose: () => void;
}
const shownAtOnce = 40;

/** Who must be seen first: present without a table, then by table, then by seat as people count. */
const bySeat = new Intl.Collator('it', { numeric: true });
export const moveOrder = (rows: readonly SeatingRow[], numberOf: (group: string | null) => number): readonly SeatingRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(b.here && b.group === null) - Number(a.here && a.group === null) ||
      Number(b.here) - Number(a.here) ||
      numberOf(a.group) - numberOf(b.group) ||
      bySeat.compare(a.seat, b.seat),
  );

export function GroupsMove({ view, seating, send, onClose }: GroupsMoveProps) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const numberOf = (group: string | null): number => view.groups.find((row) => row.group === group)?.number ?? 0;
  const wanted = typed.trim().toLowerCase();
  const rows = moveOrder(seating ?? [], numberOf).filter(({ seat }) => wanted === '' || seat.toLowerCase() === wanted);
  const shown = all ? rows : rows.slice(0, shownAtOnce);
  return (
    <Dialog open onClose={onClose} title={t('move.title')} wide footer={<Button onPress={onClose}>{t('close')}</Button>}>
      <p className="soft">{t('move.words')}</p>
      <Field label={t('move.seat')} value={typed} onChange={setTyped} inputMode="numeric" autoFocus className="groups-seat-field" />
      {refused === null ? null : <p className="why">{refused}</p>}
      {seating !== null && rows.length === 0 ? <p className="soft">{t('move.nobody', { seat: typed })}</p> : null}
      <ul className="groups-move">
        {shown.map((row) => (
          <li key={row.member}>
            <b>{row.seat}</b>
            <span className={row.here && row.group === null ? 'tag time' : 'meta'}>
              {!row.here
                ? t('move.away')
                : row.group === null
                  ? t('move.noTable')
                  : row.assigned !== null && row.assigned !== row.group
                    ? t('move.elsewhere', { number: numberOf(row.assigned) })
                    : ''}
            </span>
            <select
              className="inp"
              aria-label={t('move.tableOf', { seat: row.seat })}
              value={row.group ?? ''}
              onChange={(event) =>
                void ask({ type: 'groups.move', member: row.member, from: row.group, to: event.currentTarget.value || null })
              }
            >
              <option value="">{t('move.none')}</option>
              {view.groups.map(({ group, number, name }) => (
                <option key={group} value={group}>
                  {t('rows.numbered', { number })}
                  {name === null ? '' : ` · ${name.s}`}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {rows.length > shown.length ? (
        <Button variant="quiet" onPress={() => setAll(true)}>
          {t('move.all', { n: rows.length })}
        </Button>
      ) : null}
    </Dialog>
  );
}
