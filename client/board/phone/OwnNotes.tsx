// My notes, also those that nobody else may read yet: to read again, change, withdraw (BO3). First what has not left this phone. Safe for phones.
import { useState, type ReactNode } from 'react';
import type { OwnNote } from '../../../shared/board/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { NoteSign } from './KindChoice.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import type { Writing } from './useWriting.ts';

/** What lies in the outbox, and what the server did not take: as it was written, in the dashed frame of what waits. */
export function NotYetThere({ writing, online }: { writing: Pick<Writing, 'waiting' | 'lost' | 'take' | 'forget'>; online: boolean }) {
  const t = useTexts(boardPhoneTexts);
  return (
    <>
      {writing.lost.map(({ note, text, kind, refused }) => (
        <div key={note} className="mine waiting bp-waiting" role="alert">
          <p className="bp-waiting-text">
            <NoteSign kind={kind} /> <bdi>{text}</bdi>
          </p>
          <p className="bp-waiting-why">{refused === null ? t('lost.unknown') : t('lost.refused', { why: refused })}</p>
          <p className="bp-acts">
            <Button onPress={() => writing.take(note)}>{t('lost.take')}</Button>
            <Button variant="quiet" onPress={() => writing.forget(note)}>
              {t('lost.forget')}
            </Button>
          </p>
        </div>
      ))}
      {writing.waiting.map(({ note, text, kind }) => (
        <div key={note} className="mine waiting bp-waiting">
          <p className="bp-waiting-text">
            <NoteSign kind={kind} /> <bdi>{text}</bdi>
          </p>
          <p className="bp-waiting-why">{online ? t('waiting.slow') : t('waiting.offline')}</p>
        </div>
      ))}
    </>
  );
}

export interface OwnNotesProps {
  own: readonly OwnNote[];
  writing: Writing;
  online: boolean;
  mayChange: boolean;
  onEdit: (note: OwnNote) => void;
  onWithdraw: (note: OwnNote) => void;
  onBack: () => void;
  back: string;
  /** The last step and its way back. */
  step: ReactNode;
}

export function OwnNotes({ own, writing, online, mayChange, onEdit, onWithdraw, onBack, back, step }: OwnNotesProps) {
  const t = useTexts(boardPhoneTexts);
  const [open, setOpen] = useState<string | null>(null);
  const none = own.length === 0 && writing.waiting.length === 0 && writing.lost.length === 0;
  return (
    <>
      <main className="bp-list">
        <div className="bp-head">
          <h1 className="title">{t('own.title')}</h1>
          {none ? <p className="soft">{t('own.none')}</p> : null}
          <NotYetThere writing={writing} online={online} />
          {step}
        </div>
        <ul>
          {own.map((one) => {
            const body = (
              <>
                <NoteSign kind={one.kind} />
                <span className="bp-body">
                  <span className="bp-words">
                    <bdi>{one.text}</bdi>
                  </span>
                  <span className="bp-marks">
                    <span>{t(`own.${one.state}`)}</span>
                  </span>
                </span>
              </>
            );
            return (
              <li key={one.note} className={open === one.note ? 'bp-note on' : 'bp-note'}>
                {mayChange ? (
                  <button
                    type="button"
                    className="bp-tap"
                    aria-expanded={open === one.note}
                    onClick={() => setOpen(open === one.note ? null : one.note)}
                  >
                    {body}
                  </button>
                ) : (
                  <div className="bp-tap">{body}</div>
                )}
                {mayChange && open === one.note ? (
                  <div className="bp-acts">
                    <Button onPress={() => onEdit(one)}>{t('act.edit')}</Button>
                    <Button onPress={() => onWithdraw(one)}>{t('act.withdraw')}</Button>
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
      </main>
      <footer className="thumb-zone ruled">
        <Button thumb variant="primary" onPress={onBack}>
          {back}
        </Button>
      </footer>
    </>
  );
}
