/* The facilitator of one table, complete on one phone: the steps of the board as a head line, help always in the same place, who speaks,
   the table's seats, what to do before going back. Where there is room the whole board stands beside, and this is its strip of controls.
   Another device with the same link finds the table as it is. Safe for phones. */
import { useCallback, useState, type ReactNode } from 'react';
import { timeline } from '../../shared/agenda/timeline.ts';
import { tableEnd } from '../../shared/groups/notices.ts';
import { floorTableTexts } from '../floor/phone/tableTexts.ts';
import { BeforePage } from '../groups/phone/BeforePage.tsx';
import { GroupsTable, SpokespersonPage } from '../groups/phone/GroupsTable.tsx';
import { HelpButton, HelpPage } from '../groups/phone/HelpPage.tsx';
import { NoticeBand } from '../groups/phone/NoticeBand.tsx';
import { groupsTableTexts } from '../groups/phone/tableTexts.ts';
import { useNow } from '../kernel/clock.ts';
import { useTexts, type Lang } from '../kernel/i18n.ts';
import { later } from '../kernel/later.tsx';
import { useConnection, useLink, usePending, useView } from '../kernel/live.ts';
import { useSharedDocument } from '../kernel/openDocument.ts';
import { useWholeWidth, useWide } from '../kernel/wide.ts';
import { Button } from '../ui/Button.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import { screensTexts } from './texts.ts';
import { useAside, useBack } from './useBack.ts';
import '../floor/phone/phone.css';
import type { TableCommon, TableMine } from './views.ts';

const BoardTablePhone = later(() => import('../board/phone/BoardTablePhone.tsx').then((all) => all.BoardTablePhone));
const TableTurns = later(() => import('../floor/phone/TableTurns.tsx').then((all) => all.TableTurns));
const TableAsk = later(() => import('../floor/phone/TableAsk.tsx').then((all) => all.TableAsk));
const WholeBoard = later(() => import('./WholeBoard.tsx').then((all) => all.WholeBoard));
const offered: readonly Lang[] = ['it', 'en'];

export function Table() {
  const t = useTexts(groupsTableTexts);
  const { common, mine } = useView<TableCommon, TableMine>();
  const groups = mine?.groups ?? null;
  const floor = mine?.floor ?? null;
  const number = groups?.about?.number;
  return (
    <PhoneFrame
      label={number === undefined ? t('noLabel') : t('label', { number })}
      timeZone={common?.session?.timeZone ?? 'UTC'}
      words={common?.screen ?? null}
      offered={offered}
    >
      {common?.session && mine && groups && floor ? (
        <Inside common={common} session={common.session} mine={mine} groups={groups} floor={floor} />
      ) : null}
    </PhoneFrame>
  );
}

interface InsideProps {
  readonly common: TableCommon;
  readonly session: NonNullable<TableCommon['session']>;
  readonly mine: TableMine;
  readonly groups: NonNullable<TableMine['groups']>;
  readonly floor: NonNullable<TableMine['floor']>;
}
type Page = 'table' | 'help' | 'before' | 'spokesperson' | 'turns' | 'ask';

function Inside({ common, session, mine, groups, floor }: InsideProps) {
  const t = useTexts(groupsTableTexts);
  const s = useTexts(screensTexts);
  const f = useTexts(floorTableTexts);
  const connection = useConnection();
  const online = useLink().kind === 'live';
  const pending = usePending();
  const now = useNow();
  const wide = useWide();
  const board = mine.board?.now ?? null;
  const apart = common.groups.mode === 'groups';
  const over = session.phase === 'closed' || session.phase === 'sealed';
  // Null: the board, or the table while it has none. To the tables and back, another board, a frozen one, the end: the page is what is now (GR4).
  const frozen = board?.phase === 'frozen' ? `${board.board} ${board.frozen ?? '-'}` : '';
  const [page, setPage] = useAside<Page>([apart ? 'apart' : 'hall', board?.board ?? '', frozen, over ? 'over' : '']);
  const [sub, setSub] = useState<{ readonly close: () => void } | null>(null);
  const onPage = useCallback((close: (() => void) | null) => setSub(close === null ? null : { close }), []);
  useBack(sub !== null, () => sub?.close());
  const document = useSharedDocument(board?.board ?? null);
  const send = connection?.send;
  const beside = wide && board !== null && document !== null;
  useWholeWidth(beside);
  if (!send) return null;
  const { timeZone } = session;
  if (over)
    return (
      <main>
        <h1 className="big">{s('closed.title')}</h1>
        <p className="lead soft">{s('closed.hint')}</p>
      </main>
    );
  const running = timeline(common.agenda.course, now).running;
  const blockEnd = running?.endAt ?? null;
  const endsAt = !apart || blockEnd === null ? null : tableEnd(blockEnd, groups.about?.extraSec ?? 0);
  const notice = <NoticeBand endsAt={endsAt} now={now} timeZone={timeZone} board={board !== null && board.phase === 'open'} />;
  const call = <HelpButton mine={groups} onPress={() => setPage('help')} />;
  const turns = (): void => setPage('turns');
  const back = (): void => setPage(null);
  /** Help first, always; who speaks beside it. */
  const helpRow = (more?: ReactNode): ReactNode => (
    <div className="fp-help">
      {call}
      <Button thumb onPress={turns}>
        {f('button')}
      </Button>
      {more}
    </div>
  );
  const controls = ((): ReactNode => {
    switch (page) {
      case 'help':
        return <HelpPage mine={groups} send={send} timeZone={timeZone} onBack={back} />;
      case 'turns':
        return <TableTurns mine={floor} send={send} now={now} notice={notice} help={call} onAsk={() => setPage('ask')} onBack={back} />;
      case 'ask':
        return <TableAsk mine={floor} list={common.floor.list} send={send} pending={pending} online={online} help={call} onBack={turns} />;
      case 'spokesperson':
        return <SpokespersonPage mine={groups} send={send} onDone={back} />;
      case 'before':
        return (
          <BeforePage
            mine={groups}
            board={
              board === null
                ? null
                : {
                    themes: board.themes,
                    loose: board.loose,
                    dots:
                      board.dots.state === 'none'
                        ? null
                        : board.dots.state === 'open'
                          ? { finished: board.dots.finished, of: board.dots.base, closed: false }
                          : { finished: board.dots.voters, of: board.dots.base, closed: true },
                  }
            }
            send={send}
            notice={notice}
            help={call}
            onSeeLoose={back}
            onSpokesperson={() => setPage('spokesperson')}
            onBack={back}
          />
        );
      case 'table':
      case null:
        if (board === null || mine.board === null || page === 'table')
          return (
            <>
              {notice}
              <GroupsTable
                mine={groups}
                send={send}
                endsAt={endsAt}
                timeZone={timeZone}
                onSpokesperson={() => setPage('spokesperson')}
                onBack={board === null ? null : back}
                help={helpRow()}
              />
            </>
          );
        return (
          <BoardTablePhone
            about={board}
            mine={mine.board}
            document={document}
            send={send}
            pending={pending}
            online={online}
            now={now}
            timeZone={timeZone}
            seats={groups.seats}
            backAt={endsAt}
            notice={notice}
            canvas={beside}
            onBefore={apart ? () => setPage('before') : null}
            onPage={onPage}
            help={helpRow(
              <Button thumb onPress={() => setPage('table')}>
                {t('open')}
              </Button>,
            )}
          />
        );
      default:
        return page satisfies never;
    }
  })();
  if (!beside || mine.board === null) return <>{controls}</>;
  return (
    <div className="beside">
      <WholeBoard
        about={board}
        may={mine.board.may}
        own={mine.board.own}
        document={document}
        send={send}
        seats={groups.seats.filter(({ here }) => here)}
      />
      <div className="strip phone-page">{controls}</div>
    </div>
  );
}
