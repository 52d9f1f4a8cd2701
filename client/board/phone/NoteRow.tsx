// One note in a list: its sign, its words in their own language, what is to be known of it. Each row listens to its own note alone,
// so that one that changes draws one row (BO10). Opened by a tap or a key where something can be done with it. Safe for phones.
import { useState, type ReactNode } from 'react';
import type { AreaShown, NoteShown } from '../../../shared/board/shown.ts';
import { dirOf, useTexts } from '../../kernel/i18n.ts';
import { useEntry, type SharedDocument } from '../../kernel/document.ts';
import { kept } from '../../kernel/kept.ts';
import { Icon } from '../../ui/Icon.tsx';
import { NoteSign } from './KindChoice.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import { nearestQuarter } from '../target.ts';
import { quartersOf } from './quarters.ts';
import { Prompt } from '../Prompt.tsx';

export interface NoteRowProps {
  document: SharedDocument;
  id: string;
  area: AreaShown;
  under: readonly string[];
  /** It is mine: said beside it. */
  own: boolean;
  open: boolean;
  /** Undefined: nothing can be done with it. Must stay the same function. */
  onOpen?: ((id: string) => void) | undefined;
  /** What can be done, under the words. */
  acts?: ReactNode | undefined;
  /** Between the words and the acts: the steppers of dots. */
  children?: ReactNode | undefined;
  /** Takes one out from under this note (must stay the same function). */
  onPart?: ((id: string) => void) | undefined;
}

export const NoteRow = kept(function NoteRow(props: NoteRowProps) {
  const { document, id, under, open, onOpen, acts, children } = props;
  const note = useEntry<NoteShown>(document, 'notes', id);
  const [all, setAll] = useState(false);
  const t = useTexts(boardPhoneTexts);
  if (note === undefined) return null;
  const words = (
    <span className="bp-words" lang={note.lang} dir={dirOf(note.lang)}>
      {note.text}
    </span>
  );
  const body = (
    <>
      <NoteSign kind={note.kind} />
      <span className="bp-body">
        {words}
        <NoteMarks note={note} voices={1 + under.length} own={props.own} area={props.area} />
      </span>
    </>
  );
  return (
    <li className={['bp-note', open ? 'on' : '', note.minority === true ? 'minority' : ''].filter(Boolean).join(' ')}>
      {onOpen === undefined ? (
        <div className="bp-tap">{body}</div>
      ) : (
        <button type="button" className="bp-tap" aria-expanded={open} onClick={() => onOpen(id)}>
          {body}
        </button>
      )}
      {children === undefined ? null : <div className="bp-end">{children}</div>}
      {open && acts !== undefined ? <div className="bp-acts">{acts}</div> : null}
      {under.length === 0 ? null : (
        <div className="bp-under">
          <button type="button" className="btn quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('under.hide') : t('under.show', { n: under.length })}
          </button>
          {all ? (
            <ul>
              {under.map((one) => (
                <UnderRow key={one} document={document} id={one} onPart={props.onPart} />
              ))}
            </ul>
          ) : null}
        </div>
      )}
    </li>
  );
});

/** A note that lies under another keeps its own words; whoever may takes it out again. */
function UnderRow({ document, id, onPart }: { document: SharedDocument; id: string; onPart?: ((id: string) => void) | undefined }) {
  const t = useTexts(boardPhoneTexts);
  const note = useEntry<NoteShown>(document, 'notes', id);
  if (note === undefined) return null;
  return (
    <li className="bp-note">
      <div className="bp-tap">
        <NoteSign kind={note.kind} />
        <span className="bp-body">
          <span className="bp-words" lang={note.lang} dir={dirOf(note.lang)}>
            {note.text}
          </span>
        </span>
      </div>
      {onPart === undefined ? null : (
        <div className="bp-acts">
          <button type="button" className="btn" onClick={() => onPart(id)}>
            {t('act.part')}
          </button>
        </div>
      )}
    </li>
  );
}

/** What is to be known of a note besides its words: how many said it, minority, late, from a sheet, whose seat, which table, its field, its dots. */
function NoteMarks({ note, voices, own, area }: { note: NoteShown; voices: number; own: boolean; area: AreaShown }) {
  const t = useTexts(boardPhoneTexts);
  const field = note.place === undefined ? undefined : quartersOf(area)?.[nearestQuarter(note.place)];
  const marks: ReactNode[] = [];
  if (own) marks.push(<b key="own">{t('mark.own')}</b>);
  if (note.minority === true)
    marks.push(
      <b key="minority">
        <Icon name="flag" /> {t('mark.minority')}
      </b>,
    );
  if (voices > 1) marks.push(<span key="voices">{t('mark.voices', { n: voices })}</span>);
  if (note.dots !== undefined) marks.push(<b key="dots">{t('mark.dots', { n: note.dots })}</b>);
  if (note.late === true) marks.push(<span key="late">{t('mark.late')}</span>);
  if (note.door !== undefined) marks.push(<span key="door">{t(`mark.${note.door}`)}</span>);
  if (note.seat !== undefined) marks.push(<span key="seat">{t('mark.seat', { seat: note.seat })}</span>);
  const number: number | null = note.from?.number ?? null;
  if (number !== null) marks.push(<span key="from">{t('mark.table', { number })}</span>);
  if (field !== undefined)
    marks.push(
      <span key="field">
        {field.map((name, index) => (
          <span key={index}>
            {index === 0 ? null : ' · '}
            <Prompt of={name} />
          </span>
        ))}
      </span>,
    );
  return marks.length === 0 ? null : <span className="bp-marks">{marks}</span>;
}
