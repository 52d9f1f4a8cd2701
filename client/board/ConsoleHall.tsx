/* The boards of the whole hall, where the facilitator drives: the one that is open, how much stands on it, one tap to open it on this laptop
   or to put it on the wall; and those prepared for the block that runs. Tables' boards are in the rows of the tables. Facilitators only. */
import type { BoardDriverView } from '../../shared/board/shown.ts';
import type { BlockId, BoardId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { useAsk } from './consoleAsk.ts';
import { ConsoleSaid } from './ConsoleSaid.tsx';
import { boardConsoleTexts } from './consoleTexts.ts';
import './console.css';

export interface ConsoleHallProps {
  readonly view: BoardDriverView;
  readonly block: BlockId | null;
  readonly send: Send;
  readonly onOpen: (board: BoardId) => void;
}
export function ConsoleHall({ view, block, send, onOpen }: ConsoleHallProps) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const open = view.boards.filter(({ group, phase }) => group === null && phase === 'open');
  const ready = view.boards.filter((row) => row.group === null && row.phase === 'prepared' && (row.block === block || row.block === null));
  if (open.length + ready.length === 0) return null;
  return (
    <section className="boards-hall" aria-label={t('hall.title')}>
      <h3 className="meta">{t('hall.title')}</h3>
      {open.map((row) => (
        <div key={row.board} className="boards-hall-row">
          <p>
            <b>
              <ConsoleSaid of={row.title} />
            </b>
            <span className="meta">
              {row.silence === null
                ? t('hall.counts', {
                    notes: t('live.notes', { n: row.notes }),
                    themes: t('live.themes', { n: row.themes }),
                    step: t(`step.${row.step}`),
                  })
                : t('live.silent', { writers: row.writers, people: row.people })}
            </span>
          </p>
          <span className="row">
            {row.silence === null ? (
              <Button icon="screen" onPress={() => void ask({ type: 'board.show', board: row.board, on: !row.onWall })}>
                {t(row.onWall ? 'live.hideWall' : 'live.wall')}
              </Button>
            ) : null}
            <Button variant="primary" onPress={() => onOpen(row.board)}>
              {t('hall.go')}
            </Button>
          </span>
        </div>
      ))}
      {ready.map((row) => (
        <div key={row.board} className="boards-hall-row">
          <p>
            <ConsoleSaid of={row.title} />
          </p>
          <Button
            off={view.may.open ? undefined : t('ready.whenOpen')}
            onPress={() => void ask({ type: 'board.open', boards: [row.board] })}
          >
            {t('ready.open', { n: 1 })}
          </Button>
        </div>
      ))}
      {refused === null ? null : <p className="why">{refused}</p>}
    </section>
  );
}
