/* One note on the canvas. It listens to its own entry and its own marks, so that a note that changes redraws alone (BO10). It says the
   page's own measure of itself when that is not what was computed. Safe for phones. */
import { useLayoutEffect, useRef, useSyncExternalStore, type CSSProperties } from 'react';
import type { NoteShown } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { kept } from '../kernel/kept.ts';
import { useEntry, type SharedDocument } from '../kernel/document.ts';
import { dirOf } from '../kernel/i18n.ts';
import { Dots } from './Dots.tsx';
import { NoteSig } from './NoteSig.tsx';
import { paperOf } from './kinds.ts';
import { flag, type Surface } from './surface.ts';
import { fromInWords, noteInWords, type BoardWords } from './words.ts';

export interface BoardNoteProps {
  document: SharedDocument;
  surface: Surface;
  id: NoteId;
  /** Merged under it, itself not counted. */
  under: readonly NoteId[];
  x: number;
  y: number;
  h: number;
  t: BoardWords;
}
const px = (value: number): string => `${Math.round(value * 10) / 10}px`;

function One({ document, surface, id, under, x, y, h, t }: BoardNoteProps) {
  const note = useEntry<NoteShown>(document, 'notes', id);
  const flags = useSyncExternalStore(surface.onFlags(id), () => surface.flags(id));
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // From afar notes have the computed height and no words: nothing to learn.
    if (ref.current !== null && surface.far() === 0) surface.seen(id, ref.current.offsetHeight);
  }, [surface, id, note, under.length]);
  if (note === undefined) return null;
  const on = (bit: number): boolean => (flags & bit) !== 0;
  const style: CSSProperties & { '--h': string } = { insetInlineStart: px(x), insetBlockStart: px(y), '--h': px(h) };
  const classes = [
    'note',
    'board-note',
    paperOf[note.kind],
    note.minority ? 'minority' : '',
    note.door === undefined ? '' : 'from-sheet',
    under.length > 0 ? 'same' : '',
    on(flag.chosen) ? 'chosen' : '',
    on(flag.away) ? 'away' : '',
    on(flag.lit) ? 'lit' : '',
  ];
  const foot = [
    note.seat === undefined ? null : t('mark.seat', { seat: note.seat }),
    note.late ? t('mark.late') : null,
    note.from === undefined ? null : fromInWords(t, note.from),
  ].filter((mark) => mark !== null);
  return (
    <div
      ref={ref}
      className={classes.filter(Boolean).join(' ')}
      style={style}
      data-note={id}
      role="button"
      aria-pressed={on(flag.chosen)}
      aria-label={noteInWords(t, note, { id, under })}
      tabIndex={on(flag.stop) ? 0 : -1}
    >
      <NoteSig note={note} under={under.length} t={t} />{' '}
      <p className="board-text" lang={note.lang} dir={dirOf(note.lang)}>
        {note.text}
      </p>{' '}
      {foot.length === 0 ? null : <p className="board-foot">{foot.join(' · ')}</p>}{' '}
      {note.dots === undefined ? null : <Dots n={note.dots} said={false} t={t} />}
    </div>
  );
}
export const BoardNote = kept(One);
