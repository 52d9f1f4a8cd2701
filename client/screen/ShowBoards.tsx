// The boards that were sent to the walls, each to be shown by its themes, whole, or by one theme; and all their themes together.
// A board that was not sent is not in the list: sending it is an act of its own, on the board (BO2).
import { useState } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { screenTexts } from './screenTexts.ts';

export interface BoardToShow {
  readonly board: string;
  /** The number of the table it belongs to; null: the plenary's. */
  readonly table: number | null;
  /** What the board or its table is called; may be empty for a table. */
  readonly title: string;
  readonly themes: readonly { readonly theme: string; readonly title: string }[];
}
export interface ShowBoardsProps {
  readonly boards: readonly BoardToShow[];
  readonly onShow: (scene: Readonly<Record<string, unknown>>) => void;
}

export function ShowBoards({ boards, onShow }: ShowBoardsProps) {
  const t = useTexts(screenTexts);
  const [open, setOpen] = useState<string | null>(null);
  if (boards.length === 0) return null;
  const named = boards.map((each) => ({
    ...each,
    title: each.table === null ? each.title : [t('show.table', { number: each.table }), each.title].filter(Boolean).join(': '),
  }));
  return (
    <>
      <h3>{t('show.boards')}</h3>
      {boards.length === 1 ? null : (
        <div className="row">
          <Button onPress={() => onShow({ kind: 'boards' })}>{t('scene.boards')}</Button>
        </div>
      )}
      <ul className="rows">
        {named.map(({ board, title, themes }) => (
          <li key={board} className="screen-board">
            <b>{title}</b>
            <div className="row">
              <Button variant="quiet" onPress={() => onShow({ kind: 'board', board, view: 'themes' })}>
                {t('show.byThemes')}
                <span className="sr-only">: {title}</span>
              </Button>
              <Button variant="quiet" onPress={() => onShow({ kind: 'canvas', board })}>
                {t('show.whole')}
                <span className="sr-only">: {title}</span>
              </Button>
              {themes.length === 0 ? null : (
                <Button variant="quiet" expanded={open === board} onPress={() => setOpen(open === board ? null : board)}>
                  {t(open === board ? 'show.lessThemes' : 'show.oneTheme')}
                  <span className="sr-only">: {title}</span>
                </Button>
              )}
            </div>
            {open !== board ? null : (
              <ul>
                {themes.map(({ theme, title: name }) => (
                  <li key={theme} className="screen-row">
                    <span>{name}</span>
                    <Button variant="quiet" onPress={() => onShow({ kind: 'theme', board, theme })}>
                      {t('slides.show')}
                      <span className="sr-only">: {name}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
