/* "Sposta in…": every theme of every area, the fields of a 2×2; a digit chooses, Enter does it. The twin of every drag (BO1). Safe for phones. */
import { useId, useState } from 'react';
import type { AreaShown } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { DialogPart } from './BoardDialogs.tsx';
import { spotOf } from './model.ts';
import { whyNotThemes } from './rights.ts';
import type { Place } from '../../shared/board/events.ts';
import { nearestQuarter, type Target } from './target.ts';
import { placeInWords, type BoardWords } from './words.ts';

interface Way {
  readonly key: string;
  readonly target: Exclude<Target, { kind: 'same' }>;
  readonly words: string;
  readonly lang: string | undefined;
  readonly count: number | null;
  readonly here: boolean;
}
/** The middle of each quarter: a note that is sent there lies clearly in it. */
const middles: readonly Place[] = [
  [200, 200],
  [800, 200],
  [200, 800],
  [800, 800],
];
const digits = 9;

export function MoveDialog({
  note: id,
  put,
  model,
  standing,
  onAsk,
  onClose,
  t,
}: DialogPart & { note: NoteId; put: (note: NoteId, target: Target) => void }) {
  const name = useId();
  const tree = model.tree();
  const note = model.notes().get(id);
  const spot = spotOf(tree, id);
  const { areas } = standing.about;
  const ways = areas.map((area) => ({ area, ways: waysOf(area) }));
  const all = ways.flatMap((each) => each.ways);
  const [wanted, setWanted] = useState<string | null>(null);
  const pick = all.find(({ key }) => key === wanted);

  function waysOf(area: AreaShown): readonly Way[] {
    if (area.shape.kind === 'free')
      return [
        {
          key: area.id,
          target: { kind: 'field', area: area.id, place: [450, 450] },
          words: t('move.free'),
          lang: undefined,
          count: null,
          here: spot?.area.area === area.id,
        },
      ];
    if (area.shape.kind === 'matrix') {
      const { shape } = area;
      return middles.map((place, index) => ({
        key: `${area.id} ${index}`,
        target: { kind: 'field', area: area.id, place },
        words: placeInWords(t, shape, place),
        lang: undefined,
        count: null,
        here: spot?.area.area === area.id && note?.place !== undefined && nearestQuarter(note.place) === index,
      }));
    }
    const columns = tree.areas.find((each) => each.area === area.id)?.columns ?? [];
    const withLoose = columns.some(({ theme }) => theme === null) ? columns : [...columns, { theme: null, heads: [], notes: 0 }];
    return withLoose.map(({ theme, notes }) => {
      const shown = theme === null ? undefined : model.themes().get(theme);
      return {
        key: `${area.id} ${theme ?? ''}`,
        target: { kind: 'column', area: area.id, theme, before: null },
        words: shown?.title ?? t('loose'),
        lang: shown?.lang,
        count: notes,
        here: spot?.area.area === area.id && spot.column.theme === theme,
      };
    });
  }
  const go = (): void => {
    if (pick === undefined) return;
    onClose();
    put(id, pick.target);
  };
  const offTheme = whyNotThemes(standing, t);
  const newTheme = (): void => {
    if (offTheme === undefined) onAsk({ kind: 'theme', theme: null, area: spot?.area.area ?? areas[0]?.id ?? null, notes: [id] });
  };
  if (note === undefined) return null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('move.title')}
      footer={
        <>
          <Button variant="primary" keyHint={t('keys.enter')} off={pick === undefined ? t('move.choose') : undefined} onPress={go}>
            {t('move.go')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <span className="grow" />
          <Button icon="plus" keyHint="T" off={offTheme} onPress={newTheme}>
            {t('move.newTheme')}
          </Button>
        </>
      }
    >
      <div
        onKeyDown={(event) => {
          const digit = Number(event.key);
          const way = event.key.length === 1 && digit >= 1 ? all[digit - 1] : undefined;
          if (event.key === 'Enter') go();
          else if (way !== undefined) setWanted(way.key);
          else if (event.key.toLowerCase() === 't') newTheme();
          else return;
          event.preventDefault();
        }}
      >
        <blockquote className="soft" lang={note.lang} dir="auto">
          {note.text}
        </blockquote>
        <div role="radiogroup" aria-label={t('move.title')}>
          {ways.map(({ area, ways: list }, index) => (
            <div key={area.id}>
              <p className="board-group between">
                <b>{`${index + 1} ${area.prompt.s}`}</b>
                <span className="meta">
                  {spot?.area.area === area.id ? hereWords(t, spot.column.theme === null) : areas.length > 1 ? t('move.other') : ''}
                </span>
              </p>
              <div className="choices">
                {list.map((way) => {
                  const number = all.indexOf(way) + 1;
                  return (
                    <label key={way.key} className={way.key === wanted ? 'choice board-way on' : 'choice board-way'}>
                      <input
                        className="o"
                        type="radio"
                        name={name}
                        value={way.key}
                        checked={way.key === wanted}
                        data-autofocus={number === 1 ? '' : undefined}
                        onChange={() => setWanted(way.key)}
                      />
                      <span>
                        {number <= digits ? <kbd aria-hidden="true">{number}</kbd> : null} <span lang={way.lang}>{way.words}</span>
                      </span>
                      <span className="meta">
                        {way.here ? t('move.here') : way.count === null ? '' : t('count.notes', { n: way.count })}
                      </span>
                    </label>
                  );
                })}
              </div>
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
const hereWords = (t: BoardWords, loose: boolean): string => (loose ? t('move.hereLoose') : t('move.hereArea'));
