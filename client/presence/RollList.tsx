/* The roll, seat by seat, for who drives the session (RO2): who is here since when, by phone or sheets, and the last sign of the phone.
   Present is not connected: both are said, neither follows from the other. Names are shown here and on the desk only. */
import { useState } from 'react';
import type { RollRow } from '../../shared/presence/view.ts';
import type { Send } from '../kernel/send.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { presenceConsoleTexts } from './consoleTexts.ts';
import './console.css';

export interface RollListProps {
  /** The list `presence.roll`. */
  readonly rows: readonly RollRow[];
  readonly may: { readonly letIn: boolean };
  readonly send: Send;
  readonly timeZone: string;
}
type Which = 'all' | 'here' | 'missing';

export function RollList({ rows, may, send, timeZone }: RollListProps) {
  const t = useTexts(presenceConsoleTexts);
  const [which, setWhich] = useState<Which>('all');
  const at = (ms: number) => ({ hour: hour(ms, t.lang, timeZone) });
  const shown = rows.filter((row) => which === 'all' || (which === 'here') === (row.state === 'here'));
  const stateWords = (row: RollRow): string => {
    if (row.state === 'notYet' || row.since === null) return t('list.notYet');
    return t(row.state === 'here' ? 'list.hereSince' : 'list.goneSince', at(row.since));
  };
  const signWords = (row: RollRow): string => {
    if (row.state === 'here' && row.phone === false) return t('list.sheets');
    if (row.connected) return t('list.connected');
    return row.lastSeenAt === null ? t('list.never') : t('list.off', at(row.lastSeenAt));
  };
  return (
    <section className="roll-list" aria-labelledby="roll-list">
      <h2 id="roll-list">{t('list.title')}</h2>
      <Segmented<Which>
        legend={t('list.show')}
        hideLegend
        value={which}
        options={(['all', 'here', 'missing'] as const).map((value) => ({ value, label: t(`list.${value}`) }))}
        onChange={setWhich}
      />
      {shown.length === 0 ? <p className="soft">{t('list.nobody')}</p> : null}
      <ul className="silent-rows">
        {shown.map((row) => (
          <li key={row.member}>
            <b>{row.seat}</b>
            <span>
              {row.name ?? t('seat', { seat: row.seat })}
              <span className="meta">
                {stateWords(row)}, {signWords(row)}
              </span>
            </span>
            {may.letIn ? (
              <Button
                onPress={() =>
                  void send(
                    row.state === 'here'
                      ? { type: 'presence.letOut', member: row.member, knownAt: null }
                      : { type: 'presence.letIn', member: row.member, phone: row.phone ?? true },
                  )
                }
              >
                {t(row.state === 'here' ? 'list.letOut' : 'list.letIn')}
                <span className="sr-only">{row.seat}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
