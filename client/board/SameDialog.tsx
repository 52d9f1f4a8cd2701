/* "Uguale a…": which note says the same. What has words in common stands first and is only a suggestion; the search looks at all of them
   (BO5). Both stay written, one over the other, and can be parted. Safe for phones. */
import { useId, useState } from 'react';
import type { NoteShown } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { DialogPart } from './BoardDialogs.tsx';
import { NoteSig } from './NoteSig.tsx';
import { paperOf, signOf } from './kinds.ts';
import { readingOrder, spotOf } from './model.ts';
import { suggested } from './suggested.ts';
import { targetOf, type Target } from './target.ts';

interface SameProps extends DialogPart {
  note: NoteId;
  /** Chosen already: the note was put down on it. */
  into: NoteId | null;
  put: (note: NoteId, target: Target) => void;
}
const mostFound = 30;
const mostSuggested = 5;
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function SameDialog({ note: id, into, put, model, standing, steps, onClose, t }: SameProps) {
  const name = useId();
  const [search, setSearch] = useState('');
  const [wanted, setWanted] = useState<NoteId | null>(into);
  const { about } = standing;
  const notes = model.notes();
  const tree = model.tree();
  const note = notes.get(id);
  const here = spotOf(tree, id);
  // As they were when the question was asked: a list does not move under the finger.
  const [{ all, alike }] = useState(() => ({
    all: readingOrder(tree).filter((each) => each !== id),
    alike: suggested(model, id).slice(0, mostSuggested),
  }));
  const words = plain(search.trim());
  const groups =
    words !== ''
      ? [{ title: t('same.found'), list: all.filter((each) => plain(notes.get(each)?.text ?? '').includes(words)).slice(0, mostFound) }]
      : [
          ...(into === null ? [] : [{ title: t('same.dropped'), list: [into] }]),
          { title: t('same.alike'), list: alike.filter((each) => each !== into) },
          {
            title: t('same.area'),
            list: all
              .filter((each) => each !== into && !alike.includes(each) && spotOf(tree, each)?.area === here?.area)
              .sort((a, b) => Number(spotOf(tree, b)?.column === here?.column) - Number(spotOf(tree, a)?.column === here?.column))
              .slice(0, mostFound),
          },
        ];
  const shown = groups.flatMap(({ list }) => list);
  const pick = wanted !== null && (shown.includes(wanted) || wanted === into) ? wanted : null;
  const go = (): void => {
    if (pick === null) return;
    onClose();
    void steps.act({ type: 'board.same', board: about.board, note: id, into: pick }, t('step.same'));
  };
  const beside = (): void => {
    const other = into === null ? undefined : notes.get(into);
    const target = into === null || other === undefined ? null : targetOf(tree, into, other, about.areas);
    onClose();
    if (target !== null)
      put(
        id,
        target.kind === 'field'
          ? { ...target, place: [Math.min(1000, target.place[0] + 40), Math.min(1000, target.place[1] + 40)] }
          : target,
      );
  };
  const where = (each: NoteId): string => {
    const spot = spotOf(tree, each);
    if (spot === undefined) return '';
    if (spot.column === here?.column && spot.column.theme !== null) return t('same.sameTheme');
    return spot.column.theme === null ? t('loose') : (model.themes().get(spot.column.theme)?.title ?? '');
  };
  if (note === undefined) return null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('same.title')}
      wide
      footer={
        <>
          <Button variant="primary" keyHint={t('keys.enter')} off={pick === null ? t('same.choose') : undefined} onPress={go}>
            {t('same.go')}
          </Button>
          {into === null ? null : <Button onPress={beside}>{t('same.beside')}</Button>}
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <div
        className="board-same-dialog"
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            go();
          } else if (
            (event.key === 'ArrowDown' || event.key === 'ArrowUp') &&
            event.target instanceof HTMLInputElement &&
            event.target.type === 'search'
          ) {
            event.preventDefault();
            const at = pick === null ? -1 : shown.indexOf(pick);
            setWanted(shown[Math.max(0, Math.min(shown.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))] ?? null);
          }
        }}
      >
        <aside>
          <p className="meta">{t('same.this')}</p>
          <ShownNote note={note} t={t} />
          <p className="meta">{t('same.hint')}</p>
        </aside>
        <div>
          <Field label={t('same.search', { n: all.length })} type="search" value={search} onChange={setSearch} autoFocus />
          <div role="radiogroup" aria-label={t('same.title')}>
            {groups.map(({ title, list }) =>
              list.length === 0 ? null : (
                <div key={title}>
                  <p className="meta board-group">{title}</p>
                  <div className="choices">
                    {list.map((each) => {
                      const other = notes.get(each);
                      return other === undefined ? null : (
                        <label key={each} className={`choice board-candidate ${paperOf[other.kind]}${each === pick ? ' on' : ''}`}>
                          <input
                            className="o"
                            type="radio"
                            name={name}
                            value={each}
                            checked={each === pick}
                            onChange={() => setWanted(each)}
                          />
                          <span className="board-sign">
                            <Icon name={signOf[other.kind]} label={t(`kind.${other.kind}`)} />
                          </span>
                          <bdi lang={other.lang}>{other.text}</bdi>
                          <span className="meta">{where(each)}</span>
                        </label>
                      );
                    })}
                  </div>
                </div>
              ),
            )}
          </div>
          {shown.length === 0 ? <p className="soft">{t('same.none')}</p> : null}
        </div>
      </div>
    </Dialog>
  );
}
function ShownNote({ note, t }: { note: NoteShown; t: DialogPart['t'] }) {
  return (
    <div className={`note ${paperOf[note.kind]}${note.minority ? ' minority' : ''}${note.door === undefined ? '' : ' from-sheet'}`}>
      <NoteSig note={note} under={0} t={t} />
      <p lang={note.lang} dir="auto">
        {note.text}
      </p>
    </div>
  );
}
