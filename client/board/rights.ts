/* Why something cannot be done on this board now, in words. The rights themselves come from the view: here they only become sentences
   for whoever touches what is off (LANGUAGE.md 7). Safe for phones. */
import type { BoardAbout, BoardMay, OwnNote } from '../../shared/board/shown.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import type { BoardWords } from './words.ts';

export interface Standing {
  readonly about: BoardAbout;
  readonly may: BoardMay;
  readonly own: readonly OwnNote[];
}
/** The state of the board that stops everybody; undefined: none does. */
const stopped = ({ about }: Standing, t: BoardWords): string | undefined =>
  about.phase === 'frozen' ? t('why.frozen') : about.locked ? t('why.locked') : undefined;

/** Undefined: it may. Like a button's `off`. */
export const whyNotWrite = (standing: Standing, t: BoardWords): string | undefined =>
  standing.may.write ? undefined : (stopped(standing, t) ?? t('why.read'));
export const whyNotChange = (standing: Standing, note: NoteId | null, t: BoardWords): string | undefined => {
  if (note === null) return t('why.choose');
  if (standing.may.change === 'all') return undefined;
  if (standing.may.change === 'own' && standing.own.some((each) => each.note === note)) return undefined;
  return stopped(standing, t) ?? (standing.may.change === 'own' ? t('why.own') : t('why.read'));
};
export const whyNotThemes = (standing: Standing, t: BoardWords): string | undefined =>
  standing.may.themes ? undefined : (stopped(standing, t) ?? t('why.themes'));
export const whyNotLead = (standing: Standing, t: BoardWords): string | undefined => (standing.may.lead ? undefined : t('why.lead'));
