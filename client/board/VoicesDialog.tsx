/* A note opened: its words, and all those that said the same, each with their own words; each can be parted again (BO5). Safe for phones. */
import { useSyncExternalStore } from 'react';
import type { NoteShown } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { useEntry, type SharedDocument } from '../kernel/document.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { DialogPart } from './BoardDialogs.tsx';
import { NoteSig } from './NoteSig.tsx';
import { paperOf } from './kinds.ts';
import { spotOf, voicesOf } from './model.ts';
import { whyNotChange } from './rights.ts';
import type { BoardWords } from './words.ts';

export function VoicesDialog({
  document: shared,
  note: id,
  model,
  standing,
  steps,
  onClose,
  t,
}: DialogPart & { document: SharedDocument; note: NoteId }) {
  const tree = useSyncExternalStore(model.onTree, model.tree);
  const spot = spotOf(tree, id);
  const under = spot?.head.under ?? [];
  const voices = spot === undefined ? 1 : voicesOf(spot.head);
  const part = (note: NoteId): void => void steps.act({ type: 'board.part', board: standing.about.board, note }, t('step.part'));
  return (
    <Dialog
      open
      onClose={onClose}
      title={voices > 1 ? t('voices.title', { n: voices }) : t('voices.one')}
      footer={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <ul className="board-voices">
        {[id, ...under].map((each) => (
          <Voice key={each} document={shared} id={each} part={each === id ? undefined : part} off={whyNotChange(standing, each, t)} t={t} />
        ))}
      </ul>
      {voices > 1 ? <p className="meta">{t('voices.hint')}</p> : null}
    </Dialog>
  );
}
interface VoiceProps {
  document: SharedDocument;
  id: NoteId;
  part: ((note: NoteId) => void) | undefined;
  off: string | undefined;
  t: BoardWords;
}
function Voice({ document: shared, id, part, off, t }: VoiceProps) {
  const note = useEntry<NoteShown>(shared, 'notes', id);
  if (note === undefined) return null;
  return (
    <li>
      <div className={`note ${paperOf[note.kind]}${note.minority ? ' minority' : ''}${note.door === undefined ? '' : ' from-sheet'}`}>
        <NoteSig note={note} under={0} t={t} />
        <p lang={note.lang} dir="auto">
          {note.text}
        </p>
      </div>
      {part === undefined ? null : (
        <Button off={off} onPress={() => part(id)}>
          {t('act.part')}
        </Button>
      )}
    </li>
  );
}
