/* The tables that call (GR5), always in the same place: at the bottom of the dark side, the longest wait first. Each says who calls, in
   which words, since when, and has the two answers a facilitator really gives; a table that asks for time is given it in one tap. */
import { useEffect, useRef } from 'react';
import type { GroupRow } from '../../shared/groups/shown.ts';
import type { GroupId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { minutesSince } from './GroupsRows.tsx';
import './console.css';

type Calling = GroupRow & { readonly call: NonNullable<GroupRow['call']> };
export const callsOf = (groups: readonly GroupRow[]): readonly Calling[] =>
  groups.flatMap((row) => (row.call === null ? [] : [{ ...row, call: row.call }])).sort((a, b) => a.call.at - b.call.at);

/** More than two boxes would push the wall away: the others wait as lines, and come up by themselves. */
const boxes = 2;

export function GroupsCalls({
  groups,
  first,
  now,
  send,
}: {
  groups: readonly GroupRow[];
  /** The table that was chosen: its box is among those that are open. */
  first: GroupId | null;
  now: number;
  send: Send;
}) {
  const t = useTexts(groupsConsoleTexts);
  const waiting = callsOf(groups);
  const calls = [...waiting.filter(({ group }) => group === first), ...waiting.filter(({ group }) => group !== first)];
  const told = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const row of calls)
      if (!told.current.has(`${row.group}${row.call.at}`))
        announce(t(row.call.about === 'time' ? 'calls.asksTime' : 'calls.calls', { number: row.number }));
    told.current = new Set(calls.map((row) => `${row.group}${row.call.at}`));
  });
  if (calls.length === 0) return null;
  return (
    <section className="groups-calls" aria-label={t('calls.label')}>
      {calls.slice(0, boxes).map((row) => (
        <Call key={row.group} row={row} now={now} send={send} />
      ))}
      {calls.length > boxes ? (
        <p className="meta">
          {t('calls.others', {
            n: calls.length - boxes,
            numbers: calls
              .slice(boxes)
              .map(({ number }) => String(number))
              .join(', '),
          })}
        </p>
      ) : null}
    </section>
  );
}

export const callId = (group: GroupId): string => `call-${group}`;

function Call({ row, now, send }: { row: Calling; now: number; send: Send }) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const { call } = row;
  const end = (how: 'coming' | 'sent'): void => void ask({ type: 'groups.endHelp', group: row.group, how });
  const since = minutesSince(call.at, now);
  return (
    <article className="groups-call" id={callId(row.group)} tabIndex={-1}>
      <header>
        <Icon name="hand" />
        <h2>{t(call.about === 'time' ? 'calls.asksTime' : 'calls.calls', { number: row.number })}</h2>
        <span className="meta">{since === 0 ? t('calls.now') : t('calls.since', { n: since })}</span>
      </header>
      <p>
        {call.words === '' ? t(`reason.${call.about}`) : `${call.about === 'other' ? '' : `${t(`reason.${call.about}`)}: `}«${call.words}»`}
      </p>
      <div className="groups-call-acts">
        {call.about === 'time' ? (
          <Button variant="help" onPress={() => void ask({ type: 'groups.endHelp', group: row.group, how: 'given' })}>
            {t('calls.give')}
          </Button>
        ) : null}
        <Button variant={call.about === 'time' ? 'plain' : 'help'} onPress={() => end('coming')}>
          {t('calls.coming')}
        </Button>
        {call.about === 'time' ? null : <Button onPress={() => end('sent')}>{t('calls.sent')}</Button>}
      </div>
      {refused === null ? null : <p className="why">{refused}</p>}
    </article>
  );
}
