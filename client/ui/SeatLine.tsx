/* The line of seats: one mark is one person, on every screen and on paper. Marks fill from the start side in no one's order:
   a mark's place never says which seat it is. Pattern before colour: for = solid, against = hatched, abstained = outlined,
   a fourth group = dotted, not yet = waiting, no ballot = base tick. Over 120 people marks would be slivers: one solid bar, same patterns.
   A threshold stands between two marks, so that "44 of 66" is seen without trusting a percentage. Safe for phones. */
import { Fragment, type CSSProperties } from 'react';

export type Pattern = 'solid' | 'hatched' | 'outlined' | 'dotted' | 'waiting' | 'base';
export interface Segment {
  readonly count: number;
  readonly pattern: Pattern;
}
/** The most people that are still drawn one by one. */
export const MOST_MARKS = 120;

export interface SeatLineProps {
  segments: readonly Segment[];
  /** Said by screen readers: "48 di 77 hanno risposto". '' hides the line where the same words stand beside it. */
  label: string;
  /** After the mark number `at`, with its name and exact numbers. */
  threshold?: { at: number; label: string } | undefined;
  tall?: boolean | undefined;
  /** Small marks in several lines (a panel, not a chart). */
  wrap?: boolean | undefined;
  /** Appears once from the start side, when published. */
  appear?: boolean | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

function marksOf(segments: readonly Segment[]): Pattern[] {
  return segments.flatMap(({ count, pattern }) => Array.from({ length: Math.max(0, Math.trunc(count)) }, () => pattern));
}

export function SeatLine({ segments, label, threshold, tall = false, wrap = false, appear = false, className, style }: SeatLineProps) {
  const total = segments.reduce((sum, segment) => sum + Math.max(0, Math.trunc(segment.count)), 0);
  const bar = total > MOST_MARKS;
  const classes = [
    'seats',
    tall ? 'tall' : '',
    wrap && !bar ? 'wrap' : '',
    bar ? 'solid-bar' : '',
    appear ? 'appear' : '',
    threshold === undefined ? '' : 'has-thr',
    className ?? '',
  ];
  const said = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const notch = threshold === undefined ? null : <Notch at={threshold.at} of={total} label={threshold.label} />;
  return (
    <div className={classes.filter(Boolean).join(' ')} style={style} {...said}>
      {bar ? (
        <>
          {segments.map((segment, index) =>
            segment.count > 0 ? <i key={index} className={segment.pattern} style={{ flexGrow: segment.count }} /> : null,
          )}
          {notch}
        </>
      ) : (
        <>
          {marksOf(segments).map((pattern, index) => (
            <Fragment key={index}>
              {threshold?.at === index ? notch : null}
              <i className={pattern} />
            </Fragment>
          ))}
          {threshold !== undefined && threshold.at >= total ? notch : null}
        </>
      )}
    </div>
  );
}

function Notch({ at, of, label }: { at: number; of: number; label: string }) {
  const share = of === 0 ? 0 : at / of;
  const style: CSSProperties & { '--at': number } = { '--at': share };
  // A threshold in the first half has its name on the end side: on the start side it would leave the page.
  return (
    <b className={share < 0.5 ? 'thr early' : 'thr'} style={style}>
      <span>{label}</span>
    </b>
  );
}

/** The sample of a pattern in a legend or beside a choice. */
export function PatternKey({ pattern }: { pattern: Pattern }) {
  return <i className={`key ${pattern}`} aria-hidden="true" />;
}
