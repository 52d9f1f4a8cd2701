/* The tables' boards side by side (BO13), by their themes: the frozen copy of those that are frozen, what stands on the others now, without
   what is still written in silence. A theme opens to its notes. From here each goes to the wall with one tap. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { BoardDriverView, BoardFrozenRows, BoardRow } from '../../shared/board/shown.ts';
import type { BoardId } from '../../shared/kernel/ids.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { useSharedDocument } from '../kernel/openDocument.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useAsk } from './consoleAsk.ts';
import { ConsoleSaid } from './ConsoleSaid.tsx';
import { tableOf, type BoardTable } from './consoleTables.ts';
import { useCover } from './consoleCover.ts';
import { boardConsoleTexts } from './consoleTexts.ts';
import { createModel, type BoardModel } from './model.ts';
import './console.css';

export interface ConsoleTogetherProps {
  readonly view: BoardDriverView;
  readonly tables: readonly BoardTable[];
  readonly send: Send;
  readonly onOpen: (board: BoardId) => void;
  readonly onClose: () => void;
}
/** A theme as it is read beside others, from the frozen copy or from the board itself. */
export interface ThemeRead {
  readonly id: string;
  readonly title: string | null;
  readonly lang: Lang | undefined;
  readonly voices: number;
  readonly dots: number | null;
  readonly notes: readonly { readonly id: string; readonly text: string; readonly lang: Lang; readonly minority: boolean }[];
}
/** Most dots first, then most voices: the same order on every column; what has no theme is last. */
export const inReadingOrder = (themes: readonly ThemeRead[]): readonly ThemeRead[] =>
  [...themes].sort((a, b) => Number(a.title === null) - Number(b.title === null) || (b.dots ?? 0) - (a.dots ?? 0) || b.voices - a.voices);

export const frozenThemes = ({ themes, notes }: BoardFrozenRows): readonly ThemeRead[] => {
  const of = (theme: string | null) => notes.filter((note) => note.theme === theme && note.into === null);
  const loose = of(null);
  return inReadingOrder([
    ...themes.map(({ id, title, lang, voices, dots }) => ({ id, title, lang, voices, dots, notes: of(id) })),
    ...(loose.length === 0
      ? []
      : [
          {
            id: 'loose',
            title: null,
            lang: undefined,
            voices: loose.reduce((sum, { voices }) => sum + voices, 0),
            dots: null,
            notes: loose,
          },
        ]),
  ]);
};

export function ConsoleTogether({ view, tables, send, onOpen, onClose }: ConsoleTogetherProps) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const rows = view.boards.filter(({ phase, group }) => phase !== 'prepared' && group !== null);
  const cover = useCover(onClose);
  return (
    <div ref={cover} tabIndex={-1} className="boards-over" role="region" aria-label={t('together.title')}>
      <header>
        <Button icon="back" onPress={onClose}>
          {t('together.back')}
        </Button>
        <h1 className="title">{t('together.title')}</h1>
      </header>
      {refused === null ? null : <p className="why">{refused}</p>}
      {rows.length === 0 ? <p className="soft">{t('live.none')}</p> : null}
      <div className="boards-columns" tabIndex={0} role="group" aria-label={t('together.columns')}>
        {rows.map((row) => (
          <section key={row.board} className="boards-column">
            <header>
              <h2>
                <TableName table={tableOf(tables, row.group)} />
              </h2>
              <p className="meta">
                <ConsoleSaid of={row.title} />
              </p>
              <span className="boards-acts">
                <Button
                  icon="screen"
                  pressed={row.onWall}
                  onPress={() => void ask({ type: 'board.show', board: row.board, on: !row.onWall })}
                >
                  {t(row.onWall ? 'live.hideWall' : 'live.wall')}
                </Button>
                <Button onPress={() => onOpen(row.board)}>{t('live.open')}</Button>
              </span>
            </header>
            {row.phase === 'frozen' ? (
              <FrozenColumn row={row} list={view.list} />
            ) : row.silence !== null ? (
              <p className="soft">{t('together.silent', { n: row.notes })}</p>
            ) : (
              <LiveColumn row={row} />
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

function TableName({ table }: { table: BoardTable | undefined }) {
  const t = useTexts(boardConsoleTexts);
  if (table === undefined) return <>{t('live.plenary')}</>;
  return (
    <>
      {t('live.table', { number: table.number })} {table.name === null ? null : <ConsoleSaid of={table.name} />}
    </>
  );
}

function FrozenColumn({ row, list }: { row: BoardRow; list: string }) {
  const t = useTexts(boardConsoleTexts);
  const { rows } = useList<BoardFrozenRows | null>('board.frozen', row.board, list);
  return rows === null ? <p className="soft">{t('loading')}</p> : <Themes themes={frozenThemes(rows)} />;
}

function LiveColumn({ row }: { row: BoardRow }) {
  const t = useTexts(boardConsoleTexts);
  const shared = useSharedDocument(row.board);
  return shared === null ? <p className="soft">{t('loading')}</p> : <LiveThemes shared={shared} />;
}
/** Read again at every change: a column is a few dozen lines. */
function LiveThemes({ shared }: { shared: SharedDocument }) {
  const model = useMemo(() => createModel(shared, []), [shared]);
  const notes = useSyncExternalStore(model.onAny, model.notes);
  useEffect(() => model.start(), [model]);
  // The model makes new maps whenever anything changed.
  return <Themes themes={useMemo(() => liveThemes(notes, model.themes()), [notes, model])} />;
}

export const liveThemes = (written: ReturnType<BoardModel['notes']>, themes: ReturnType<BoardModel['themes']>): readonly ThemeRead[] => {
  const notes = [...written].map(([id, note]) => ({ id, ...note, minority: note.minority === true }));
  const heads = notes.filter(({ into }) => into === undefined);
  const voices = (list: readonly { readonly id: string }[]): number =>
    list.reduce((sum, { id }) => sum + 1 + notes.filter(({ into }) => into === id).length, 0);
  const loose = heads.filter(({ theme }) => theme === undefined);
  return inReadingOrder([
    ...[...themes].map(([id, { title, lang, dots }]) => {
      const own = heads.filter(({ theme }) => theme === id);
      return { id, title, lang, voices: voices(own), dots: dots ?? null, notes: own };
    }),
    ...(loose.length === 0 ? [] : [{ id: 'loose', title: null, lang: undefined, voices: voices(loose), dots: null, notes: loose }]),
  ]);
};

function Themes({ themes }: { themes: readonly ThemeRead[] }) {
  const t = useTexts(boardConsoleTexts);
  if (themes.length === 0) return <p className="soft">{t('together.empty')}</p>;
  return (
    <ul className="boards-themes">
      {themes.map((theme) => (
        <li key={theme.id}>
          <details>
            <summary>
              <span lang={theme.lang}>{theme.title ?? t('together.loose')}</span>
              <span className="n">
                {t('together.voices', { n: theme.voices })}
                {theme.dots === null ? '' : `, ${t('together.dots', { n: theme.dots })}`}
              </span>
            </summary>
            <ul>
              {theme.notes.map(({ id, text, lang, minority }) => (
                <li key={id} lang={lang} className={minority ? 'minority' : ''}>
                  {minority ? <Icon name="flag" label={t('together.minority')} /> : null} {text}
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
