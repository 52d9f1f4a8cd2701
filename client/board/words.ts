// Places of a board in words: one sentence for the dock, the screen reader and the phone ("più importante, molto più urgente").
// Axes carry whatever words the board was prepared with, so only what is certain is added to them. Safe for phones.
import type { Place } from '../../shared/board/events.ts';
import { boardLimits } from '../../shared/board/limits.ts';
import type { AreaShown, NoteShown } from '../../shared/board/shown.ts';
import type { Translate } from '../kernel/i18n.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import { spotOf, voicesOf, type BoardModel, type Head } from './model.ts';
import { nearestQuarter, type Target } from './target.ts';
import type { boardTexts } from './boardTexts.ts';

export type BoardWords = Translate<typeof boardTexts.it>;

const far = 0.3;
const middle = 0.06;
/** `at` from 0 (low) to 1 (high) between the two names of an axis. */
const onAxis = (t: BoardWords, low: string, high: string, at: number): string => {
  if (Math.abs(at - 0.5) <= middle) return t('place.between', { low, high });
  const word = at > 0.5 ? high : low;
  if (Math.abs(at - 0.5) < far) return word;
  return /^(più|meno|more|less)\s/iu.test(word) ? t('place.much', { word }) : t('place.end', { word });
};
/** Where a place lies in a 2×2 or a free area. Up is the high end of the vertical axis. */
export const placeInWords = (t: BoardWords, shape: AreaShown['shape'], [x, y]: Place): string => {
  const [across, down] = [x / boardLimits.place, y / boardLimits.place];
  if (shape.kind === 'matrix') {
    const said = t('place.both', {
      y: onAxis(t, shape.y[0].s, shape.y[1].s, 1 - down),
      x: onAxis(t, shape.x[0].s, shape.x[1].s, across),
    });
    const quarter = shape.quarters?.[nearestQuarter([x, y])];
    return quarter === undefined ? said : t('place.quarter', { quarter: quarter.s, said });
  }
  const row = down < 1 / 3 ? t('place.top') : down < 2 / 3 ? t('place.halfway') : t('place.bottom');
  const column = across < 1 / 3 ? t('place.start') : across < 2 / 3 ? t('place.centre') : t('place.finish');
  return t('place.both', { y: row, x: column });
};

const shortest = 40;
/** The first words of a note, for sentences that name it. */
export const brief = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= shortest ? line : `${line.slice(0, shortest).replace(/\s\S*$/u, '')}…`;
};

/** Where the note in the hand would come to lie; the area is named when it is another one. */
export const targetInWords = (
  t: BoardWords,
  target: Target | null,
  areas: readonly AreaShown[],
  model: BoardModel,
  moving: NoteId,
): string => {
  if (target === null) return t('hand.nowhere');
  if (target.kind === 'same') return t('hand.same', { text: brief(model.notes().get(target.into)?.text ?? '') });
  const area = areas.find(({ id }) => id === target.area);
  const stays = spotOf(model.tree(), moving)?.area.area === target.area;
  const inArea = (said: string): string => (stays ? said : t('hand.inArea', { said, area: area?.prompt.s ?? '' }));
  if (target.kind === 'field') return inArea(area === undefined ? '' : placeInWords(t, area.shape, target.place));
  const title = target.theme === null ? undefined : model.themes().get(target.theme)?.title;
  const column = title === undefined ? t('hand.loose') : t('hand.theme', { title });
  const before = target.before === null ? undefined : model.notes().get(target.before);
  return inArea(
    t('hand.column', { column, where: before === undefined ? t('hand.last') : t('hand.before', { text: brief(before.text) }) }),
  );
};

/** A note as a screen reader says it whole. What is seen on it comes in the order in which it is seen, so that who speaks to the page can
    name it by that (WCAG 2.5.3). */
export const noteInWords = (t: BoardWords, note: NoteShown, head: Head): string => {
  const voices = voicesOf(head);
  const said = [
    t(`kind.${note.kind}`),
    note.door === undefined ? null : t(`mark.${note.door}`),
    note.minority ? t('mark.minority') : null,
    voices > 1 ? t('mark.same', { n: voices }) : null,
    note.text,
    note.seat === undefined ? null : t('mark.seat', { seat: note.seat }),
    note.late ? t('mark.late') : null,
    note.from === undefined ? null : fromInWords(t, note.from),
    note.dots === undefined ? null : t('dots.count', { n: note.dots }),
    voices > 1 ? t('mark.voices', { n: voices }) : null,
  ];
  return said
    .filter((words) => words !== null)
    .map((words) => (/[.!?…]$/u.test(words) ? words : `${words}.`))
    .join(' ');
};
export const fromInWords = (t: BoardWords, from: NonNullable<NoteShown['from']>): string =>
  typeof from.number !== 'number' ? t('from.plenary', { n: from.notes }) : t('from.table', { table: from.number, n: from.notes });
