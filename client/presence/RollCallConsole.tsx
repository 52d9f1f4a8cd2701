/* The roll call on the console (RO7): how many said "Sono qui", then the silent with the last sign of their phone, each with two acts.
   "È uscito" asks since when it is known, because the minutes say it. The silent stay present until a person says otherwise. */
import { useState } from 'react';
import type { PresenceConsoleView, SilentRow } from '../../shared/presence/view.ts';
import type { Send } from '../kernel/send.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Num } from '../ui/Num.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { momentOf } from './clockIn.ts';
import { presenceConsoleTexts } from './consoleTexts.ts';
import { presenceTexts } from './presenceTexts.ts';
import './console.css';

export interface RollCallConsoleProps {
  readonly rollCall: NonNullable<PresenceConsoleView['rollCall']>;
  /** The list `presence.silent`. */
  readonly silent: readonly SilentRow[] | null;
  readonly send: Send;
  readonly now: number;
  readonly timeZone: string;
}
const shownAtOnce = 4;

export function RollCallConsole({ rollCall, silent, send, now, timeZone }: RollCallConsoleProps) {
  const t = useTexts(presenceConsoleTexts);
  const words = useTexts(presenceTexts);
  const [all, setAll] = useState(false);
  const [leaving, setLeaving] = useState<SilentRow | null>(null);
  const { here, asked } = rollCall;
  const open = rollCall.state === 'open';
  const rows = silent ?? [];
  const sign = (row: SilentRow): string => {
    if (!row.phone) return t('sign.noPhone');
    if (row.connected) return t('sign.quiet');
    return row.lastSeenAt === null ? t('sign.never') : t('sign.off', { hour: hour(row.lastSeenAt, t.lang, timeZone) });
  };
  return (
    <section className="roll-console" aria-labelledby="roll-call">
      <p className="tag live">
        <Icon name="people" />
        {open
          ? t('rollOpen', { hour: hour(rollCall.openedAt, t.lang, timeZone) })
          : t('rollClosed', { hour: hour(rollCall.openedAt, t.lang, timeZone), closed: hour(rollCall.closedAt, t.lang, timeZone) })}
      </p>
      <h2 id="roll-call" className="title">
        {words('rollCall.question')}
      </h2>
      <Num n={here} huge words={t('said', { asked })} />
      <SeatLine
        tall
        segments={[
          { count: here, pattern: 'solid' },
          { count: Math.max(0, asked - here), pattern: 'waiting' },
        ]}
        label={t('saidLine', { here, asked })}
      />
      {silent !== null && rows.length === 0 ? <p className="soft">{t('noSilent')}</p> : null}
      <ul className="silent-rows" aria-label={t('silent', { n: rollCall.silent })}>
        {(all ? rows : rows.slice(0, shownAtOnce)).map((row) => (
          <li key={row.member}>
            <b>{row.seat}</b>
            <span>
              {row.name ?? t('seat', { seat: row.seat })}
              <span className="meta">{sign(row)}</span>
            </span>
            <span className="silent-acts">
              {open ? (
                <Button onPress={() => void send({ type: 'presence.markHere', rollCall: rollCall.id, member: row.member })}>
                  {t('isHere')}
                  <span className="sr-only">{row.seat}</span>
                </Button>
              ) : null}
              <Button onPress={() => setLeaving(row)}>
                {t('isLeft')}
                <span className="sr-only">{row.seat}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shownAtOnce && !all ? (
        <p className="between">
          <span className="soft">{t('others', { n: rows.length - shownAtOnce })}</span>
          <Button variant="quiet" onPress={() => setAll(true)}>
            {t('showAll')}
          </Button>
        </p>
      ) : null}
      {open ? (
        <Button variant="primary" keyHint="O" onPress={() => void send({ type: 'presence.closeRollCall', rollCall: rollCall.id })}>
          {t('closeRollCall')}
        </Button>
      ) : null}
      {leaving === null ? null : (
        <SinceWhen row={leaving} rollCall={rollCall.id} send={send} now={now} timeZone={timeZone} onClose={() => setLeaving(null)} />
      )}
    </section>
  );
}

/** Opens the roll call; off with the reason while nobody is in. */
export function OpenRollCall({ may, send }: { may: { readonly openRollCall: boolean }; send: Send }) {
  const t = useTexts(presenceConsoleTexts);
  return (
    <Button off={may.openRollCall ? undefined : t('nobodyHere')} onPress={() => void send({ type: 'presence.openRollCall' })}>
      {t('openRollCall')}
    </Button>
  );
}

function SinceWhen({
  row,
  rollCall,
  send,
  now,
  timeZone,
  onClose,
}: {
  row: SilentRow;
  rollCall: string;
  send: Send;
  now: number;
  timeZone: string;
  onClose: () => void;
}) {
  const t = useTexts(presenceConsoleTexts);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const from = hour(row.since, t.lang, timeZone);
  // The entry has seconds, the typed hour has none: within the same minute it is the entry.
  const read = momentOf(typed, now, timeZone);
  const typedAt = read !== null && read < row.since && row.since - read < 60_000 ? row.since : read;
  const right = typedAt !== null && typedAt >= row.since && typedAt <= now;
  const mark = (knownAt: number): void => {
    onClose();
    void send({ type: 'presence.markLeft', rollCall, member: row.member, knownAt });
  };
  const go = (): void => {
    setTried(true);
    if (right) mark(typedAt);
  };
  const sign = !row.connected && row.lastSeenAt !== null && row.lastSeenAt >= row.since ? row.lastSeenAt : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('leftTitle', { seat: row.seat })}
      footer={
        <Button variant="primary" onPress={go}>
          {t('leftDo')}
        </Button>
      }
    >
      <p className="soft">{t('leftWords', { from })}</p>
      <div className="row since-when">
        {sign === null ? null : <Button onPress={() => mark(sign)}>{t('leftSign', { hour: hour(sign, t.lang, timeZone) })}</Button>}
        <Button onPress={() => mark(now)}>{t('leftNow')}</Button>
      </div>
      <Field
        label={t('leftAt')}
        hint={t('leftHint')}
        value={typed}
        onChange={setTyped}
        onEnter={go}
        error={tried && !right ? t('leftWrong', { from }) : undefined}
      />
    </Dialog>
  );
}
