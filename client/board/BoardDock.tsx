/* What can be done with the chosen note, in words; or, with a note in the hand, where it would lie: the same sentence that the screen reader
   hears. Always at the same place over the board (LANGUAGE.md 10). Safe for phones. */
import { useSyncExternalStore } from 'react';
import type { AreaShown, BoardMay, NoteShown } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { useEntry, type SharedDocument } from '../kernel/document.ts';
import { announce } from '../ui/LiveRegion.tsx';
import type { Hand } from './hand.ts';
import { spotOf, voicesOf, type BoardModel } from './model.ts';
import { targetInWords, type BoardWords } from './words.ts';

export interface NoteActs {
  readonly ask: (kind: 'edit' | 'same' | 'move' | 'hide', note: NoteId | null) => void;
  readonly flag: (note: NoteId) => void;
  readonly withdraw: (note: NoteId) => void;
  readonly voices: (note: NoteId) => void;
  readonly take: () => void;
  readonly whyNot: (note: NoteId | null) => string | undefined;
}
interface DockProps {
  document: SharedDocument;
  chosen: NoteId | null;
  hand: Hand;
  /** In the list each row carries its own acts: here only the hand speaks. */
  inList: boolean;
  areas: readonly AreaShown[];
  model: BoardModel;
  may: BoardMay;
  acts: NoteActs;
  t: BoardWords;
}

export function BoardDock({ document: shared, chosen, hand, inList, areas, model, may, acts, t }: DockProps) {
  const note = useEntry<NoteShown>(shared, 'notes', chosen ?? '');
  const held = useSyncExternalStore(hand.on, hand.held);
  if (held !== null) {
    return (
      <div className="board-dock hand no-print" role="status">
        <span>
          {held.target === null ? t('hand.nowhere') : t('hand.now', { where: targetInWords(t, held.target, areas, model, held.note) })}
        </span>
        {held.by === 'pointer' ? (
          <span className="hint">
            <kbd>{t('keys.escape')}</kbd> {t('hand.putBack')}
          </span>
        ) : (
          <>
            <span className="hint">
              <kbd>← ↑ ↓ →</kbd> {t('hand.move')}
            </span>
            <span className="hint">
              <kbd>{t('keys.enter')}</kbd> {t('hand.leave')}
            </span>
            <span className="hint">
              <kbd>{t('keys.escape')}</kbd> {t('hand.putBack')}
            </span>
          </>
        )}
      </div>
    );
  }
  if (inList || chosen === null || note === undefined) return null;
  const spot = spotOf(model.tree(), chosen);
  const voices = spot === undefined ? 1 : voicesOf(spot.head);
  return (
    <div className="board-dock no-print" role="toolbar" aria-label={t('dock.title')}>
      <span>{t('dock.chosen')}</span>
      <NoteActButtons id={chosen} note={note} voices={voices} may={may} acts={acts} t={t} />
    </div>
  );
}

interface ActsProps {
  id: NoteId;
  note: NoteShown;
  voices: number;
  may: BoardMay;
  acts: NoteActs;
  t: BoardWords;
}
/** The same acts in the dock and beside a row of the list. */
export function NoteActButtons({ id, note, voices, may, acts, t }: ActsProps) {
  const why = acts.whyNot(id);
  return (
    <>
      <DockAct off={why} onPress={() => acts.ask('edit', id)}>
        {t('act.edit')}
      </DockAct>
      <DockAct off={why} onPress={() => acts.ask('same', id)}>
        {t('act.same')}
      </DockAct>
      <DockAct off={why} onPress={() => acts.ask('move', id)}>
        {t('act.move')}
      </DockAct>
      {voices > 1 ? (
        <DockAct off={undefined} onPress={() => acts.voices(id)}>
          {t('act.voices', { n: voices })}
        </DockAct>
      ) : null}
      <DockAct off={why} onPress={() => acts.flag(id)}>
        {note.minority ? t('act.unflag') : t('act.flag')}
      </DockAct>
      <DockAct off={why} onPress={() => acts.withdraw(id)}>
        {t('act.withdraw')}
      </DockAct>
      {may.hide ? (
        <DockAct off={undefined} onPress={() => acts.ask('hide', id)}>
          {t('act.hide')}
        </DockAct>
      ) : null}
    </>
  );
}
function DockAct({ off, onPress, children }: { off: string | undefined; onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      className={off === undefined ? '' : 'off'}
      aria-disabled={off === undefined ? undefined : true}
      title={off}
      onClick={() => (off === undefined ? onPress() : announce(off))}
    >
      {children}
    </button>
  );
}
