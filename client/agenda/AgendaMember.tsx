// "Oggi in assemblea" on a phone: the hours of the day, the block that runs with what to do in it, and what there is to read.
// Member and audience see the same; private notes, the plan of the morning and the delay are not in what they receive.
// The hours ahead move by themselves when the day is late: nobody is told a wrong hour. Safe for phones.
import { useState, type ReactNode } from 'react';
import type { AgendaPhoneView } from '../../shared/agenda/view.ts';
import { timeline, type TimelineRow } from '../../shared/agenda/timeline.ts';
import { hour, useTexts, type Translate } from '../kernel/i18n.ts';
import { ClockText } from '../ui/ClockText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { publicTexts } from './publicTexts.ts';
import { Saying, SayingBlock } from './Saying.tsx';
import { useTitles } from './useTitles.ts';
import '../ui/prog.css';
import './agenda.css';

export interface AgendaMemberProps {
  view: AgendaPhoneView;
  now: number;
  timeZone: string;
  /** Where a material opens: the address of a file of this session. */
  materialHref: (material: { id: string; name: string }) => string;
  /** What a screen adds at the end of a row: "Hai risposto". */
  mark?: ((block: string) => ReactNode) | undefined;
  /** False where the page already has a title. */
  title?: boolean | undefined;
}

const stateWords = (row: TimelineRow, t: Translate<typeof publicTexts.it>): string | null =>
  row.kind === 'postponed' ? t('postponed') : row.kind === 'skipped' ? t('skipped') : null;

/** How many rows at the top are behind us, but the last of them: they are folded, so that now is seen without scrolling. One or two are not worth a button. */
const earlierOf = (rows: readonly TimelineRow[]): number => {
  const now = rows.findIndex(({ kind }) => kind === 'running' || kind === 'ahead');
  const behind = (now === -1 ? rows.length : now) - 1;
  return behind > 2 && now !== -1 ? behind : 0;
};

export function AgendaMember({ view, now, timeZone, materialHref, mark, title = true }: AgendaMemberProps) {
  const t = useTexts(publicTexts);
  const line = timeline(view.course, now);
  const titleOf = useTitles(view.course.rows, view.rev);
  const [all, setAll] = useState(false);
  const earlier = all ? 0 : earlierOf(line.rows);
  return (
    <section className="agenda-today" aria-label={title ? undefined : t('programme')}>
      {title ? <h1 className="title">{t('today')}</h1> : null}
      {view.over ? <p className="soft agenda-say">{t('finished')}</p> : null}
      {line.rows.length === 0 ? <p className="soft agenda-say">{t('empty')}</p> : null}
      <ol className="prog">
        {earlier === 0 ? null : (
          <li className="past agenda-earlier-row">
            <button type="button" className="agenda-earlier" onClick={() => setAll(true)}>
              {t('earlier', { n: earlier })}
            </button>
          </li>
        )}
        {line.rows.slice(earlier).map((row) => {
          const out = stateWords(row, t);
          const sign = mark?.(row.id) ?? null;
          const runs = row.kind === 'running';
          return (
            <li key={row.id} className={runs ? 'now' : row.kind === 'ahead' ? '' : 'past'} aria-current={runs ? 'step' : undefined}>
              <span className="h">{row.startAt === null ? null : <ClockText ms={row.startAt} timeZone={timeZone} />}</span>
              <span className="agenda-cell">
                {runs ? (
                  <b className="agenda-title">
                    <Saying of={titleOf(row.id)} />
                  </b>
                ) : (
                  <span className="agenda-name">
                    <Saying of={titleOf(row.id)} />
                  </span>
                )}
                {out === null ? null : <span className="d agenda-out">{out}</span>}
                {sign === null ? null : <span className="d agenda-mark">{sign}</span>}
                {runs ? <Running view={view} row={row} timeZone={timeZone} materialHref={materialHref} now={now} /> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Running({
  view,
  row,
  now,
  timeZone,
  materialHref,
}: {
  view: AgendaPhoneView;
  row: TimelineRow;
  now: number;
  timeZone: string;
  materialHref: AgendaMemberProps['materialHref'];
}) {
  const t = useTexts(publicTexts);
  const { running } = view;
  if (running === null) return null;
  const over = row.endAt !== null && row.endAt <= now;
  const until =
    running.timer.kind === 'paused' ? t('paused') : over ? t('over') : t('until', { end: hour(row.endAt ?? now, t.lang, timeZone) });
  return (
    <>
      <span className="meta agenda-until">{until}</span>
      {running.instructions !== null || running.description !== null ? (
        <span className="agenda-do">
          <SayingBlock of={running.instructions ?? running.description ?? { s: '' }} />
        </span>
      ) : null}
      {running.materials.length > 0 ? (
        <span className="agenda-materials">
          <b className="meta">{t('materials')}</b>
          {running.materials.map((material) => (
            <a key={material.id} href={materialHref(material)} target="_blank" rel="noopener noreferrer">
              <Icon name="sheet" />
              <bdi>{material.name}</bdi>
              <span className="meta">{material.kind === 'pdf' ? t('pdf', { pages: material.pages ?? 1 }) : t('image')}</span>
            </a>
          ))}
        </span>
      ) : null}
      {running.video === null ? null : (
        <a className="agenda-video" href={running.video} target="_blank" rel="noopener noreferrer">
          <Icon name="video" />
          {t('video')}
        </a>
      )}
    </>
  );
}
