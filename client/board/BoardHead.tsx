/* The head of a board: its question, what lies on it, canvas or list, and the way to the walls of the hall. Safe for phones. */
import type { ReactNode } from 'react';
import type { BoardAbout, BoardMay } from '../../shared/board/shown.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { Prompt } from './Prompt.tsx';
import type { BoardWords } from './words.ts';

export type BoardMode = 'canvas' | 'list';
export interface BoardHeadProps {
  about: BoardAbout;
  may: BoardMay;
  notes: number;
  themes: number;
  mode: BoardMode;
  /** Undefined: there is nothing to choose between now. */
  onMode: ((mode: BoardMode) => void) | undefined;
  onBack: (() => void) | undefined;
  onWall: () => void;
  beside: ReactNode;
  t: BoardWords;
}

export function BoardHead({ about, may, notes, themes, mode, onMode, onBack, onWall, beside, t }: BoardHeadProps) {
  const modes = [
    { is: 'canvas', icon: 'board', words: t('mode.canvas') },
    { is: 'list', icon: 'list', words: t('mode.list') },
  ] as const;
  return (
    <header className="board-head no-print">
      {onBack === undefined ? <Mark /> : <Button variant="quiet" icon="back" label={t('back')} onPress={onBack} />}
      <div className="board-title">
        <h1>
          <Prompt of={about.title} />
        </h1>
        <p className="meta">
          {t('count.line', {
            notes: t('count.notes', { n: notes }),
            themes: t('count.themes', { n: themes }),
            authors: t(`authors.${about.authors}`),
          })}
          {about.hidden > 0 ? ` ${t('count.hidden', { n: about.hidden })}` : ''}
        </p>
      </div>
      {beside}
      {onMode === undefined ? null : (
        <div className="board-modes" role="group" aria-label={t('mode.title')}>
          {modes.map(({ is, icon, words }) => (
            <button key={is} type="button" className={mode === is ? 'on' : ''} aria-pressed={mode === is} onClick={() => onMode(is)}>
              <Icon name={icon} />
              {words}
            </button>
          ))}
        </div>
      )}
      {may.wall ? (
        <Button icon="screen" pressed={about.onWall} onPress={onWall}>
          {about.onWall ? t('wall.off') : t('wall.on')}
        </Button>
      ) : null}
    </header>
  );
}
