/* The head line of a note: sign and word of its kind, and its marks: minority, from a sheet, how many are the same. The spaces between them
   are for who hears them as one sentence. Safe for phones. */
import type { NoteShown } from '../../shared/board/shown.ts';
import { NoteSign } from './NoteSign.tsx';
import { signOf } from './kinds.ts';
import type { BoardWords } from './words.ts';

type Marked = Pick<NoteShown, 'kind' | 'minority' | 'door'>;
export function NoteSig({ note, under, t }: { note: Marked; under: number; t: BoardWords }) {
  return (
    <p className="sig">
      <span className="board-kind">
        <NoteSign name={signOf[note.kind]} />
        <span>{t(`kind.${note.kind}`)}</span>
      </span>{' '}
      <span className="board-marks">
        {note.door === undefined ? null : (
          <span>
            <NoteSign name={note.door === 'paper' ? 'sheet' : 'ear'} />
            <span>{t(`mark.${note.door}`)}</span>
          </span>
        )}{' '}
        {note.minority ? (
          <b>
            <NoteSign name="flag" />
            <span>{t('mark.minority')}</span>
          </b>
        ) : null}{' '}
        {under > 0 ? <b className="board-same">{t('mark.same', { n: under + 1 })}</b> : null}
      </span>
    </p>
  );
}
