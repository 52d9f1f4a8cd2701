/* What the tables found comes up to the plenary (BO13): the themes of chosen frozen boards become notes of one area of the plenary's board,
   each with the way back to where it was. Gathering again brings only what is not there yet. */
import { useState } from 'react';
import type { BoardAboutRows, BoardDriverView } from '../../shared/board/shown.ts';
import type { AreaId, BoardId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useAsk } from './consoleAsk.ts';
import { ConsoleSaid } from './ConsoleSaid.tsx';
import { tableOf, type BoardTable } from './consoleTables.ts';
import { boardConsoleTexts } from './consoleTexts.ts';
import './console.css';

export interface ConsoleGatherProps {
  readonly view: BoardDriverView;
  readonly tables: readonly BoardTable[];
  readonly send: Send;
  readonly onOpen: (board: BoardId) => void;
  readonly onClose: () => void;
}
export function ConsoleGather({ view, tables, send, onOpen, onClose }: ConsoleGatherProps) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const frozen = view.boards.filter(({ group, phase }) => group !== null && phase === 'frozen');
  const into = view.boards.filter(({ group, phase }) => group === null && phase === 'open');
  const [out, setOut] = useState<readonly BoardId[]>([]);
  const [wanted, setWanted] = useState<BoardId | null>(null);
  const [area, setArea] = useState<AreaId | null>(null);
  const board = into.find((row) => row.board === wanted) ?? into[0];
  const { rows } = useList<BoardAboutRows>('board.about', board?.board ?? '', board === undefined ? null : view.list);
  const areas = rows?.about?.areas ?? [];
  const here = areas.find(({ id }) => id === area) ?? areas[0];
  const from = frozen.filter((row) => !out.includes(row.board));
  const themes = from.reduce((sum, row) => sum + row.themes, 0);
  const go = async (): Promise<void> => {
    if (board === undefined || here === undefined) return;
    if (!(await ask({ type: 'board.gather', board: board.board, from: from.map((row) => row.board), area: here.id }))) return;
    onClose();
    onOpen(board.board);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('gather.title')}
      footer={
        <>
          <Button
            variant="primary"
            icon="gather"
            off={
              board === undefined
                ? t('gather.noPlenary')
                : from.length === 0
                  ? t('gather.nothing')
                  : here === undefined
                    ? t('loading')
                    : undefined
            }
            onPress={() => void go()}
          >
            {t('gather.go', { themes: t('live.themes', { n: themes }), n: from.length })}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <p className="soft">{t('gather.words')}</p>
      {board === undefined ? <p className="why">{t('gather.noPlenary')}</p> : null}
      {into.length > 1 ? (
        <label className="fld">
          <span className="lb">
            <span>{t('gather.board')}</span>
          </span>
          <select
            className="inp"
            value={board?.board ?? ''}
            onChange={(event) => setWanted(into.find((row) => row.board === event.currentTarget.value)?.board ?? null)}
          >
            {into.map((row) => (
              <option key={row.board} value={row.board}>
                {row.title.s}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {areas.length > 1 ? (
        <label className="fld">
          <span className="lb">
            <span>{t('gather.area')}</span>
          </span>
          <select
            className="inp"
            value={here?.id ?? ''}
            onChange={(event) => setArea(areas.find(({ id }) => id === event.currentTarget.value)?.id ?? null)}
          >
            {areas.map(({ id, prompt }) => (
              <option key={id} value={id}>
                {prompt.s}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <fieldset>
        <legend className="sr-only">{t('gather.from')}</legend>
        {frozen.map((row) => {
          const table = tableOf(tables, row.group);
          return (
            <div key={row.board}>
              <Check
                label={
                  <>
                    {table === undefined ? '' : `${t('live.table', { number: table.number })} · `}
                    <ConsoleSaid of={row.title} />
                  </>
                }
                hint={t('live.themes', { n: row.themes })}
                checked={!out.includes(row.board)}
                onChange={(on) => setOut(on ? out.filter((each) => each !== row.board) : [...out, row.board])}
              />
            </div>
          );
        })}
      </fieldset>
    </Dialog>
  );
}
