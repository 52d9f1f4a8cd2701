/* A note is put away: one key, one line of reason if there is one; recorded and counted, and it can be shown again (BO7). Safe for phones. */
import { useState } from 'react';
import { boardLimits } from '../../shared/board/limits.ts';
import type { NoteShown } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import type { DialogPart } from './BoardDialogs.tsx';

export function HideDialog({ id, note, standing, steps, onClose, t }: DialogPart & { id: NoteId; note: NoteShown }) {
  const [reason, setReason] = useState('');
  const off = reason.length > boardLimits.reasonChars ? t('compose.long') : undefined;
  const hide = (): void => {
    if (off !== undefined) return;
    onClose();
    void steps.act({ type: 'board.hide', board: standing.about.board, note: id, on: true, reason: reason.trim() }, null);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('hide.title')}
      footer={
        <>
          <Button variant="primary" off={off} onPress={hide} keyHint={t('keys.enter')}>
            {t('hide.go')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <blockquote className="soft" lang={note.lang} dir="auto">
        {note.text}
      </blockquote>
      <Field
        label={t('hide.reason')}
        hint={t('hide.hint')}
        value={reason}
        onChange={setReason}
        max={boardLimits.reasonChars}
        onEnter={hide}
        autoFocus
      />
    </Dialog>
  );
}
