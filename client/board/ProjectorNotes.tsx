// Notes in words on the wall: each whole, with its kind at the start (sign, word and the colour of its paper); what does not fit is a number.
import { useTexts } from '../kernel/i18n.ts';
import type { NoteOnWall } from '../../shared/board/shown.ts';
import type { NoteKind } from '../../shared/board/limits.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ProjectorText } from './ProjectorSaid.tsx';
import { fitting, linesOf } from './wallFit.ts';
import { boardWallTexts } from './wallTexts.ts';

export const signOf: Readonly<Record<NoteKind, IconName>> = { idea: 'plus', against: 'minus', question: 'question', condition: 'branch' };
/** Signs on a line of 56 u beside the kind. */
const perLine = 55;
const mostNotes = 6;

/** `inAll`: how many there are, with those that are not given here. */
export function ProjectorNotes({ notes, inAll }: { notes: readonly NoteOnWall[]; inAll: number }) {
  const t = useTexts(boardWallTexts);
  const lines = ({ text }: NoteOnWall): number => linesOf(text, perLine);
  const given = notes.slice(0, mostNotes);
  const { shown } = fitting(given, lines, { more: inAll > given.length });
  const more = inAll - shown.length;
  return (
    <ul className="board-wall-notes">
      {shown.map(({ id, text, kind, lang }) => (
        <li key={id} className={`board-wall-${kind}`}>
          <span className="k">
            <Icon name={signOf[kind]} /> {t(`kind.${kind}`)}
          </span>
          <span className="w">
            <ProjectorText text={text} lang={lang} />
          </span>
        </li>
      ))}
      {more > 0 ? <li className="more">{t('moreNotes', { n: more })}</li> : null}
    </ul>
  );
}
