// The words of the hall (PO7): the picture, and beside it the ranked strip, which is the reading. A word keeps its place while others arrive:
// the layout before is kept and the next one starts from it. Sizes are measured with the wall's own font, once it is there.
// 1 px of the layout is 1.25 u of the wall, so that its smallest word (32 px) stands at 40 u, the least that is read from the last row.
import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { layoutCloud, type CloudLayout, type Measure } from '../../shared/poll/cloud-layout.ts';
import type { Asked, Result } from '../../shared/poll/public.ts';
import { number, useLang, useTexts } from '../kernel/i18n.ts';
import { Rich } from '../ui/Rich.tsx';
import { Said } from './Said.tsx';
import { pollWallTexts } from './wallTexts.ts';

const U_PER_PX = 1.25;
const withStrip = { w: 1100 / U_PER_PX, h: 700 / U_PER_PX };
const alone = { w: 1728 / U_PER_PX, h: 700 / U_PER_PX };
/** Phrases of more than twenty characters need the whole width: their counts stand beside them, and there is no strip. */
const isLong = (label: string): boolean => [...label].length > 20;
const STRIP = 7;

/** Width of a line in the wall's font. Where nothing can be measured (no canvas) half an em a letter is near enough. */
function measurer(): Measure {
  const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  const family = typeof document === 'undefined' ? 'sans-serif' : getComputedStyle(document.body).fontFamily;
  const known = new Map<string, number>();
  return (text, fontPx, bold) => {
    const key = `${bold ? 'b' : 'n'}${text}`;
    let em = known.get(key);
    if (em === undefined) {
      if (context === null) em = [...text].length * 0.55;
      else {
        context.font = `${bold ? 600 : 400} 100px ${family}`;
        em = context.measureText(text).width / 100;
      }
      known.set(key, em);
    }
    return { w: em * fontPx, h: fontPx * 1.12 };
  };
}

type Words = NonNullable<Result['words']>['words'];
interface Step {
  readonly words: Words;
  readonly area: typeof alone;
  readonly measure: Measure;
  readonly layout: CloudLayout;
}
/** The layout after the one before. Another area or another measure starts from nothing: places are px of one area. */
function step(before: Step | null, words: Words, area: typeof alone, measure: Measure): Step {
  const previous = before !== null && before.area === area && before.measure === measure ? before.layout : null;
  // Where the strip is missing, counts stand after the phrases: their room is measured with them.
  const list = words.map(({ id, label, count }) => ({ key: id, label: area === alone ? `${label} ${count}` : label, count }));
  return { words, area, measure, layout: layoutCloud(previous, list, area, measure) };
}

export function PollCloud({ asked, words, informal }: { asked: Asked; words: NonNullable<Result['words']>; informal: ReactNode }) {
  const t = useTexts(pollWallTexts);
  const lang = useLang();
  const [measure, setMeasure] = useState<Measure>(() => measurer());
  useEffect(() => {
    let current = true;
    // Widths measured before the font came would be wrong: once more when it is there.
    if ('fonts' in document) void document.fonts.ready.then(() => current && setMeasure(() => measurer()));
    return () => {
      current = false;
    };
  }, []);
  const long = words.words.filter(({ label }) => isLong(label)).length > words.words.length / 4;
  const area = long ? alone : withStrip;
  const [held, setHeld] = useState(() => step(null, words.words, area, measure));
  // A push brings new words: the next layout starts from the one that stands (PO7).
  const same = held.words === words.words && held.area === area && held.measure === measure;
  const { layout } = same ? held : step(held, words.words, area, measure);
  if (!same) setHeld({ words: words.words, area, measure, layout });
  // A layout made anew (the font came, the area changed) stands at once; only a next step of the same one moves.
  const [settled, setSettled] = useState<Measure | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => measure), 100);
    return () => clearTimeout(timer);
  }, [measure]);
  const moves = settled === measure;
  const first = words.words[0]?.id;
  const u = (px: number): string => `calc(${Math.round(px * U_PER_PX * 100) / 100} * var(--u))`;
  // The floor is true only when whole classes were left out: everything that is not in the picture has a smaller count than all that is.
  const away = new Set(layout.omitted);
  const seen = words.words.filter(({ id }) => !away.has(id));
  const least = Math.min(...seen.map(({ count }) => count));
  const floor = words.extra === 0 && words.words.every(({ id, count }) => !away.has(id) || count < least) ? least : null;
  return (
    <>
      <div className={long ? 'wall-main poll-cloud alone' : 'wall-main poll-cloud'}>
        <h1 className="poll-wall-q small">
          <Said of={asked.question} />
        </h1>
        {words.words.length === 0 ? <p className="lead">{t('words.none')}</p> : null}
        <div className={moves ? 'poll-cloud-words moves' : 'poll-cloud-words'} aria-hidden="true" dir="ltr">
          {layout.words.map(({ key, x, y, w, fontPx, lines, bold }) => {
            const style: CSSProperties = {
              insetInlineStart: u(x),
              insetBlockStart: u(y),
              inlineSize: u(w),
              fontSize: u(fontPx),
              fontWeight: bold ? 600 : 400,
            };
            return (
              <span key={key} className={key === first ? 'hi' : fontPx <= 36 ? 'lo' : undefined} style={style}>
                {lines.map((line, index) => (
                  <span key={index} dir="auto">
                    {long && index === lines.length - 1 ? <Counted line={line} /> : line}
                  </span>
                ))}
              </span>
            );
          })}
        </div>
        {long ? null : (
          <ol className="poll-rank" aria-label={t('words.ranked')}>
            {words.words.slice(0, STRIP).map(({ id, label, count }) => (
              <li key={id}>
                <bdi>{label}</bdi>
                <b>{number(count, lang)}</b>
              </li>
            ))}
          </ol>
        )}
        <ol className="sr-only">
          {words.words.map(({ id, label, count }) => (
            <li key={id}>
              {label}: {number(count, lang)}
            </li>
          ))}
        </ol>
      </div>
      <footer className="wall-foot">
        <span>
          <Rich text={t('words.people', { people: words.people, groups: words.groups })} />{' '}
          {seen.length === words.groups ? '' : floor !== null ? t('words.floor', { n: floor }) : t('words.top', { n: seen.length })}{' '}
          {words.held > 0 ? t('held', { n: words.held }) : ''} {words.hidden > 0 ? t('hidden', { n: words.hidden }) : ''}
        </span>
        <span>{informal}</span>
      </footer>
    </>
  );
}

/** "risposte scritte 16": the count follows the last word, smaller. */
function Counted({ line }: { line: string }) {
  const at = line.lastIndexOf(' ');
  return at < 0 ? (
    <>{line}</>
  ) : (
    <>
      {line.slice(0, at)} <small>{line.slice(at + 1)}</small>
    </>
  );
}
