/* Dots that were given, after the close: one mark is one dot, up to twelve; above, the number (BO6). Safe for phones. */
import type { BoardWords } from './words.ts';

const mostMarks = 12;
/** `said`: false where the label of what carries them says them. */
export function Dots({ n, said = true, t }: { n: number; said?: boolean | undefined; t: BoardWords }) {
  return (
    <p className="board-dots">
      {said ? <span className="sr-only">{t('dots.count', { n })}</span> : null}
      <span aria-hidden="true">
        {n > mostMarks || n === 0 ? t('dots.count', { n }) : Array.from({ length: n }, (_, index) => <i key={index} />)}
      </span>
    </p>
  );
}
