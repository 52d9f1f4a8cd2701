/* The words of a note. If somebody else changes them meanwhile, both are seen and nothing typed is lost: what does not touch is joined by the
   server, what does is asked here (BO9). Safe for phones. */
import { useState } from 'react';
import { boardLimits } from '../../shared/board/limits.ts';
import type { NoteShown, OwnNote } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { useEntry, type SharedDocument } from '../kernel/document.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import type { DialogPart } from './BoardDialogs.tsx';
import { KindChoice } from './KindChoice.tsx';

interface EditProps extends DialogPart {
  document: SharedDocument;
  note: NoteId;
  /** One's own note while silence goes on. */
  silent: OwnNote | undefined;
}

export function EditDialog({ document: shared, note: id, silent, standing, steps, onClose, t }: EditProps) {
  const shown = useEntry<NoteShown>(shared, 'notes', id);
  const now = silent ?? shown;
  const [was, setWas] = useState(now?.text ?? '');
  const [text, setText] = useState(was);
  const [kind, setKind] = useState(now?.kind ?? 'idea');
  const [refused, setRefused] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const gone = now === undefined;
  // What the server said, until the board itself says it.
  const current = now?.text === was ? (told ?? was) : now?.text;
  const theirs = current !== undefined && current !== was && current !== text ? current : null;
  const long = [...text.trim()].length;
  const off = gone ? t('edit.gone') : long === 0 ? t('compose.empty') : long > boardLimits.noteChars ? t('compose.long') : undefined;
  const save = async (from: string): Promise<void> => {
    if (sending) return;
    setSending(true);
    const { board } = standing.about;
    const reply = await steps.act({ type: 'board.edit', board, note: id, was: from, text: text.trim(), kind }, t('step.edit'));
    setSending(false);
    if (reply.ok) onClose();
    else {
      setRefused(true);
      const said = reply.params?.['text'];
      if (typeof said === 'string') setTold(said);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('edit.title')}
      footer={
        <>
          <Button variant="primary" off={off} onPress={() => void save(was)}>
            {t('edit.save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      {gone ? (
        <Band kind="error" title={t('edit.gone')}>
          {t('edit.goneHint')}
        </Band>
      ) : null}
      {refused && steps.refused !== null ? <Band kind="error">{steps.refused}</Band> : null}
      {theirs === null ? null : (
        <Band
          kind="already"
          title={t('edit.changed')}
          actions={
            <>
              <Button onPress={() => void save(theirs)} off={off}>
                {t('edit.mine')}
              </Button>
              <Button
                onPress={() => {
                  setText(theirs);
                  setWas(theirs);
                  setRefused(false);
                }}
              >
                {t('edit.theirs')}
              </Button>
            </>
          }
        >
          {t('edit.changedHint')} <q dir="auto">{theirs}</q>
        </Band>
      )}
      <KindChoice kinds={standing.about.kinds} value={kind} onChange={setKind} t={t} />
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (off === undefined) void save(was);
        }}
      >
        <TextArea label={t('compose.text')} value={text} onChange={setText} max={boardLimits.noteChars} rows={5} />
      </div>
    </Dialog>
  );
}
