// The head of the console's middle: which block runs, since when, its title, its time, and the three things one does to time: +1, +5, stop.
// The same second as on the wall and on every phone. A warning before the end and the end itself are said once; nothing ends by itself (AG2).
import { useEffect, useRef, useState } from 'react';
import type { AgendaDriverView } from '../../shared/agenda/view.ts';
import { timeline } from '../../shared/agenda/timeline.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Ruler } from '../ui/Ruler.tsx';
import { agendaTexts } from './agendaTexts.ts';
import { secondOf, type Second } from './clock.ts';
import { Saying, SayingBlock } from './Saying.tsx';
import { useTitles } from './useTitles.ts';
import './console.css';

export interface AgendaNowProps {
  view: AgendaDriverView;
  now: number;
  timeZone: string;
  send: Send;
}

export function AgendaNow({ view, now, timeZone, send }: AgendaNowProps) {
  const { running } = view;
  return running === null ? (
    <Idle view={view} now={now} timeZone={timeZone} />
  ) : (
    <Running view={view} running={running} now={now} timeZone={timeZone} send={send} />
  );
}

function Idle({ view, now, timeZone }: Omit<AgendaNowProps, 'send'>) {
  const t = useTexts(agendaTexts);
  const { next, rows } = timeline(view.course, now);
  const titleOf = useTitles(view.course.rows, view.rev);
  const over = next === null && rows.length > 0;
  return (
    <header className="agenda-now">
      <div>
        <h1>{over ? t('now.allDone') : rows.length === 0 ? t('run.empty') : t('now.notStarted')}</h1>
        {next === null || next.startAt === null ? null : (
          <p className="soft">{t('now.first', { title: titleOf(next.id).s, start: hour(next.startAt, t.lang, timeZone) })}</p>
        )}
      </div>
    </header>
  );
}

/** Said once when it changes, not at every second. */
function useSpokenNotice(second: Second, block: string): void {
  const t = useTexts(agendaTexts);
  const told = useRef('');
  const { notice, left, paused } = second;
  useEffect(() => {
    const step = paused ? '' : `${block} ${notice}`;
    if (step === told.current || step === '') return;
    const first = told.current === '';
    told.current = step;
    if (first || notice === 'none') return;
    announce(notice === 'over' ? t('now.overSaid') : t('now.soonSaid', { n: Math.max(1, Math.round(left / 60)) }));
  }, [block, notice, left, paused, t]);
}

function Running({ view, running, now, timeZone, send }: AgendaNowProps & { running: NonNullable<AgendaDriverView['running']> }) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const [refused, setRefused] = useState<string | null>(null);
  const second = secondOf(running, now);
  useSpokenNotice(second, running.id);
  const press = async (wish: object): Promise<void> => {
    const reply = await send({ type: 'agenda.timer', block: running.id, do: wish });
    setRefused(reply.ok ? null : say(reply));
  };
  const start = hour(running.firstAt, t.lang, timeZone);
  const late = second.notice !== 'none' && !second.paused;
  return (
    <header className="agenda-now">
      <div className="agenda-now-head">
        <div>
          <p className="meta">
            {running.number === null ? t('now.break', { start }) : t('now.place', { number: running.number, of: running.numbered, start })}
          </p>
          <h1>
            <Saying of={running.title} />
          </h1>
        </div>
        <div className={late ? 'agenda-left-time late' : 'agenda-left-time'}>
          <span className="sr-only">{t('now.left')} </span>
          <TimerText sec={second.left} className="num" />
        </div>
      </div>
      <div className="agenda-now-tools">
        <div className="grow">
          <Ruler
            toMin={second.totalMin}
            elapsedMin={second.elapsedMin}
            noticesMin={[second.warnMin]}
            label={t('now.elapsed', { elapsed: Math.max(0, Math.floor(second.elapsedMin)), total: Math.round(second.totalMin) })}
          />
          <p className={late ? 'agenda-now-note tag time' : 'agenda-now-note meta'}>
            {second.paused ? t('now.paused') : second.notice === 'over' ? t('now.over') : second.notice === 'warning' ? t('now.soon') : ''}
          </p>
        </div>
        {view.may.time ? (
          <div className="agenda-tools">
            <Button onPress={() => void press({ kind: 'add', seconds: 60 })}>
              <span aria-hidden="true">+1</span>
              <span className="sr-only">{t('now.add1')}</span>
            </Button>
            <Button onPress={() => void press({ kind: 'add', seconds: 300 })}>
              <span aria-hidden="true">+5</span>
              <span className="sr-only">{t('now.add5')}</span>
            </Button>
            <Button
              icon={second.paused ? 'play' : 'pause'}
              label={t(second.paused ? 'now.resume' : 'now.pause')}
              onPress={() => void press({ kind: second.paused ? 'resume' : 'pause' })}
            />
          </div>
        ) : null}
      </div>
      {refused === null ? null : <Band kind="error">{refused}</Band>}
    </header>
  );
}

/** What only those who lead read, beside what runs. Nothing when there is nothing to read. */
export function AgendaNotes({ view }: { view: AgendaDriverView }) {
  const t = useTexts(agendaTexts);
  const notes = view.running?.notes ?? null;
  if (notes === null) return null;
  return (
    <aside className="agenda-notes">
      <Icon name="lock" />
      <div>
        <b>{t('now.private')}</b> <SayingBlock of={notes} />
      </div>
    </aside>
  );
}

/** The one step forward, for the console's end corner: its words, and the wish that names what it leaves and what it enters. Null: nothing to do. */
export const stepForward = (
  view: AgendaDriverView,
  now: number,
): {
  readonly kind: 'start' | 'next' | 'finish';
  readonly block: string;
  readonly command: { type: string } & Record<string, unknown>;
} | null => {
  const { running, next } = timeline(view.course, now);
  if (next !== null)
    return {
      kind: running === null ? 'start' : 'next',
      block: next.id,
      command: { type: 'agenda.start', from: running?.id ?? null, to: next.id },
    };
  if (running !== null) return { kind: 'finish', block: running.id, command: { type: 'agenda.end', block: running.id } };
  return null;
};
