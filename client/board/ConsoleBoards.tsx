/* All boards of the session that somebody can write on or read: one row each, where it stands, and, on the chosen one, what a facilitator
   does to it: reveal, lock, freeze, show on the wall, what was put away and what waits, take it away as a file. Facilitators only. */
import { useState } from 'react';
import type { BoardAboutRows, BoardDriverView, BoardRow } from '../../shared/board/shown.ts';
import type { BoardId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useAsk, type Asking } from './consoleAsk.ts';
import { ConsoleSaid } from './ConsoleSaid.tsx';
import { tableOf, type BoardTable } from './consoleTables.ts';
import { boardConsoleTexts } from './consoleTexts.ts';
import './console.css';

/** How a board is taken away: made of its frozen copy by whoever knows the files. */
export type ExportKind = 'csv' | 'markdown' | 'print';
export interface ConsoleBoardsProps {
  readonly view: BoardDriverView;
  readonly tables: readonly BoardTable[];
  readonly send: Send;
  readonly onOpen: (board: BoardId) => void;
  readonly onExport: (board: BoardId, kind: ExportKind) => void;
  readonly onTogether: () => void;
  readonly onGather: () => void;
}

export function ConsoleBoards(props: ConsoleBoardsProps) {
  const { view, tables, send } = props;
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [chosen, setChosen] = useState<BoardId | null>(null);
  const rows = view.boards.filter(({ phase }) => phase !== 'prepared');
  const frozen = rows.filter(({ phase }) => phase === 'frozen').length;
  return (
    <section className="boards-live" aria-labelledby="boards-live">
      <div className="between">
        <h2 id="boards-live">{t('live.title')}</h2>
        <span className="row">
          <Button icon="board" off={rows.length === 0 ? t('live.none') : undefined} onPress={props.onTogether}>
            {t('live.together')}
          </Button>
          <Button icon="gather" off={frozen === 0 ? t('live.noFrozen') : undefined} onPress={props.onGather}>
            {t('live.gather')}
          </Button>
        </span>
      </div>
      {rows.length === 0 ? <p className="soft">{t('live.none')}</p> : null}
      {refused === null ? null : <p className="why">{refused}</p>}
      <ul className="boards-rows">
        {rows.map((row) => (
          <Row
            key={row.board}
            {...props}
            row={row}
            table={tableOf(tables, row.group)}
            on={chosen === row.board}
            onChoose={() => setChosen(chosen === row.board ? null : row.board)}
            ask={ask}
          />
        ))}
      </ul>
    </section>
  );
}

function Row({
  row,
  table,
  on,
  onChoose,
  ask,
  view,
  send,
  onOpen,
  onExport,
}: ConsoleBoardsProps & {
  readonly row: BoardRow;
  readonly table: BoardTable | undefined;
  readonly on: boolean;
  readonly onChoose: () => void;
  readonly ask: Asking['ask'];
}) {
  const t = useTexts(boardConsoleTexts);
  const [reveal, setReveal] = useState(false);
  const [aside, setAside] = useState(false);
  const [reopen, setReopen] = useState(false);
  const whose = table === undefined ? t('live.plenary') : t('live.table', { number: table.number });
  const open = row.phase === 'open';
  const state = !open
    ? t('live.frozen', { version: row.frozen ?? 1 })
    : row.silence !== null
      ? t('live.silent', { writers: row.writers, people: row.people })
      : t(`step.${row.step}`);
  return (
    <li className={on ? 'on' : ''}>
      <button type="button" className="boards-name" aria-expanded={on} onClick={onChoose}>
        <b>{whose}</b>
        <span>
          <ConsoleSaid of={row.title} />
        </span>
        <span className="meta">
          {row.locked && open ? <Icon name="lock" label={t('live.locked')} /> : null}
          {row.onWall ? <Icon name="screen" label={t('live.onWall')} /> : null} {state}
        </span>
        <span className="n">{t('live.notes', { n: row.notes })}</span>
        <span className="n">{t('live.themes', { n: row.themes })}</span>
        {row.waiting > 0 ? <span className="tag time">{t('live.waiting', { n: row.waiting })}</span> : null}
      </button>
      {on ? (
        <div className="boards-acts">
          <Button variant="primary" onPress={() => onOpen(row.board)}>
            {t('live.open')}
          </Button>
          {row.silence === null ? null : <Button onPress={() => setReveal(true)}>{t('live.reveal')}</Button>}
          {open ? (
            <>
              <Button icon="lock" onPress={() => void ask({ type: 'board.lock', boards: [row.board], on: !row.locked })}>
                {t(row.locked ? 'live.unlock' : 'live.lock')}
              </Button>
              <Button onPress={() => void ask({ type: 'board.freeze', boards: [row.board] })}>{t('live.freeze')}</Button>
            </>
          ) : (
            <Button onPress={() => setReopen(true)}>{t('live.reopen')}</Button>
          )}
          <Button icon="screen" pressed={row.onWall} onPress={() => void ask({ type: 'board.show', board: row.board, on: !row.onWall })}>
            {t(row.onWall ? 'live.hideWall' : 'live.wall')}
          </Button>
          <Button icon="eyeoff" onPress={() => setAside(true)}>
            {t('live.aside')}
          </Button>
          {(['csv', 'markdown', 'print'] as const).map((kind) => (
            <Button
              key={kind}
              icon={kind === 'print' ? 'print' : 'download'}
              off={row.frozen === null ? t('live.freezeFirst') : undefined}
              onPress={() => onExport(row.board, kind)}
            >
              {t(`live.${kind}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {reveal && row.silence !== null ? (
        <Reveal row={row} silence={row.silence} whose={whose} send={send} onClose={() => setReveal(false)} />
      ) : null}
      {aside ? <ConsoleAside row={row} list={view.list} whose={whose} send={send} onClose={() => setAside(false)} /> : null}
      {reopen && row.frozen !== null ? (
        <Reopen row={row} version={row.frozen} whose={whose} send={send} onClose={() => setReopen(false)} />
      ) : null}
    </li>
  );
}

/** It cannot be taken back: what comes to light and who is still writing is said first (BO2). */
function Reveal({
  row,
  silence,
  whose,
  send,
  onClose,
}: {
  row: BoardRow;
  silence: number;
  whose: string;
  send: Send;
  onClose: () => void;
}) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const writing = Math.max(0, row.people - row.writers);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('reveal.title', { notes: row.notes, whose })}
      footer={
        <>
          <Button
            variant="primary"
            onPress={() => void ask({ type: 'board.reveal', board: row.board, silence }).then((ok) => ok && onClose())}
          >
            {t('reveal.go', { notes: row.notes, writers: row.writers })}
          </Button>
          <Button onPress={onClose}>{t('reveal.wait')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <p>{t('reveal.words')}</p>
      {writing > 0 ? <p className="tag time">{t('reveal.still', { n: writing })}</p> : null}
    </Dialog>
  );
}

function Reopen({
  row,
  version,
  whose,
  send,
  onClose,
}: {
  row: BoardRow;
  version: number;
  whose: string;
  send: Send;
  onClose: () => void;
}) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('reopen.title', { whose })}
      footer={
        <>
          <Button
            variant="primary"
            off={reason.trim() === '' ? t('reopen.why') : undefined}
            onPress={() => void ask({ type: 'board.reopen', board: row.board, version, reason }).then((ok) => ok && onClose())}
          >
            {t('reopen.go', { whose })}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <p className="soft">{t('reopen.words', { version })}</p>
      <Field label={t('reopen.reason')} value={reason} onChange={setReason} autoFocus />
    </Dialog>
  );
}

/** Notes that were put away, and those that came after the freeze: each can come back (BO7, BO9). */
function ConsoleAside({
  row,
  list,
  whose,
  send,
  onClose,
}: {
  row: BoardRow;
  list: string;
  whose: string;
  send: Send;
  onClose: () => void;
}) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const { rows } = useList<BoardAboutRows>('board.about', row.board, list);
  const waiting = rows?.waiting ?? [];
  return (
    <Dialog open wide onClose={onClose} title={t('aside.title', { whose })} footer={<Button onPress={onClose}>{t('close')}</Button>}>
      {refused === null ? null : <p className="why">{refused}</p>}
      <h3>{t('aside.waiting', { n: waiting.length })}</h3>
      <ul className="boards-aside">
        {waiting.map(({ note, text }) => (
          <li key={note}>
            <span>{text}</span>
            <Button onPress={() => void ask({ type: 'board.admit', board: row.board, notes: [note] })}>{t('aside.admit')}</Button>
          </li>
        ))}
      </ul>
      {waiting.length > 1 ? (
        <Button
          variant="primary"
          onPress={() => void ask({ type: 'board.admit', board: row.board, notes: waiting.map(({ note }) => note) })}
        >
          {t('aside.admitAll', { n: waiting.length })}
        </Button>
      ) : null}
      <h3>{t('aside.hidden', { n: rows?.hidden.length ?? 0 })}</h3>
      <ul className="boards-aside">
        {(rows?.hidden ?? []).map(({ note, text, reason }) => (
          <li key={note}>
            <span>
              {text}
              {reason === '' ? null : <span className="meta">{t('aside.reason', { reason })}</span>}
            </span>
            <Button onPress={() => void ask({ type: 'board.hide', board: row.board, note, on: false, reason: '' })}>
              {t('aside.back')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
