/* Tables and boards on a member's phone, one thing at a time: the theme one would rather, where to go, the board, one's turn to tell.
   Comes after the first view, with its words and its styles. On a tablet the whole board stands beside what one writes. Safe for phones. */
import { useCallback, useState } from 'react';
import { timeline } from '../../shared/agenda/timeline.ts';
import { tableEnd } from '../../shared/groups/notices.ts';
import { BoardMember } from '../board/phone/BoardMember.tsx';
import { Unsent } from '../board/phone/Unsent.tsx';
import { FloorFoot, FloorLinks, type FloorAside } from '../floor/phone/FloorMember.tsx';
import { TurnSignal } from '../floor/phone/TurnPage.tsx';
import { ChooseTheme } from '../groups/phone/ChooseTheme.tsx';
import { GroupsMember, ReportMember, SpeaksLine } from '../groups/phone/GroupsMember.tsx';
import { NoticeBand } from '../groups/phone/NoticeBand.tsx';
import { groupsPhoneTexts } from '../groups/phone/phoneTexts.ts';
import { useDraft } from '../kernel/draft.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useSharedDocument } from '../kernel/openDocument.ts';
import type { PendingWish, Send } from '../kernel/send.ts';
import { useWholeWidth, useWide } from '../kernel/wide.ts';
import { Button } from '../ui/Button.tsx';
import type { GroupsNow } from './groupsNow.ts';
import type { MemberCommon, MemberMine } from './views.ts';
import { reportTime } from './reportTime.ts';
import { useBack } from './useBack.ts';
import { WholeBoard } from './WholeBoard.tsx';

export interface MemberGroupsProps {
  readonly part: GroupsNow;
  readonly common: MemberCommon;
  readonly mine: MemberMine;
  readonly send: Send;
  readonly pending: readonly PendingWish[];
  readonly online: boolean;
  readonly now: number;
  readonly timeZone: string;
  /** Session and seat: kept with what is written. */
  readonly writes: string;
  /** "Domanda", "Parola": to a page of their own. */
  readonly onFloor: (to: FloorAside) => void;
}

/** Epoch ms at which one's table is expected back in the hall; null: nobody said, or nobody is at a table. */
const endOf = ({ groups, agenda }: MemberCommon, mine: MemberMine, now: number): number | null => {
  const blockEnd = timeline(agenda.course, now).running?.endAt ?? null;
  return groups.mode !== 'groups' || blockEnd === null ? null : tableEnd(blockEnd, mine.groups?.about?.extraSec ?? 0);
};
/** The recall's notice, over whatever page is open while one is at a table (GR4). */
export function TableNotice({ common, mine, now, timeZone }: Pick<MemberGroupsProps, 'common' | 'mine' | 'now' | 'timeZone'>) {
  return <NoticeBand endsAt={endOf(common, mine, now)} now={now} timeZone={timeZone} board={mine.board?.now?.phase === 'open'} />;
}

export function MemberGroups({ part, common, mine, send, pending, online, now, timeZone, writes, onFloor }: MemberGroupsProps) {
  const t = useTexts(groupsPhoneTexts);
  const wide = useWide();
  const { groups, floor } = mine;
  const board = part === 'board' ? (mine.board?.now ?? null) : null;
  // While silence goes on there is nothing of the others to open.
  const document = useSharedDocument(board === null || board.silence !== null ? null : board.board);
  const about = groups?.about ?? null;
  const apart = common.groups.mode === 'groups';
  const running = timeline(common.agenda.course, now).running;
  // Another table, or other group work: where to go is said again.
  const place = about === null ? '' : `${about.group} ${running?.id ?? ''}`;
  const [arrived, setArrived] = useDraft('groups.arrived', '');
  const [aside, setAside] = useState(false);
  const [sub, setSub] = useState<{ readonly close: () => void } | null>(null);
  const onPage = useCallback((close: (() => void) | null) => setSub(close === null ? null : { close }), []);
  useBack(aside || sub !== null, () => (sub === null ? setAside(false) : sub.close()));
  const beside = wide && board !== null && document !== null && board.silence === null;
  useWholeWidth(beside);
  if (groups === null) return null;
  const endsAt = endOf(common, mine, now);
  const notice = <TableNotice common={common} mine={mine} now={now} timeZone={timeZone} />;
  switch (part) {
    case 'choice':
      return common.groups.choice === null ? null : (
        <ChooseTheme view={common.groups} mine={groups} round={common.groups.choice.round} send={send} pending={pending} online={online} />
      );
    case 'turn':
      return (
        <>
          {floor?.turn?.kind === 'report' ? <TurnSignal turn={floor.turn} now={now} /> : null}
          <ReportMember mine={groups} time={reportTime(common.floor.turn, groups.about?.number, now)} />
        </>
      );
    case 'table':
      return (
        <>
          {notice}
          <GroupsMember mine={groups} endsAt={endsAt} timeZone={timeZone}>
            <Unsent of={writes} here={null} send={send} pending={pending} online={online} />
          </GroupsMember>
          {floor === null ? null : (
            <footer className="thumb-zone two ruled">
              <FloorFoot view={common.floor} mine={floor} apart={apart} onGo={onFloor} />
            </footer>
          )}
        </>
      );
    case 'board': {
      if (board === null || mine.board === null) return null;
      if (apart && about !== null && arrived !== place)
        return (
          <>
            {notice}
            <GroupsMember mine={groups} endsAt={endsAt} timeZone={timeZone} onArrive={() => setArrived(place)} />
          </>
        );
      if (apart && aside)
        return (
          <>
            {notice}
            <GroupsMember mine={groups} endsAt={endsAt} timeZone={timeZone} onBack={() => setAside(false)} />
          </>
        );
      const member = (
        <>
          {notice}
          {apart ? <SpeaksLine mine={groups} /> : null}
          <BoardMember
            // Another board is another page: what is on its way for the one before is kept with that one.
            key={board.board}
            about={board}
            mine={mine.board}
            document={document}
            send={send}
            pending={pending}
            online={online}
            now={now}
            timeZone={timeZone}
            canvas={beside}
            writer={{ of: writes, table: board.group === null ? null : (about?.number ?? null) }}
            onPage={onPage}
            below={
              <p className="bp-counted">
                {apart && about !== null ? (
                  <Button variant="quiet" onPress={() => setAside(true)}>
                    {t('toTable')}
                  </Button>
                ) : null}
                {floor === null ? null : <FloorLinks view={common.floor} mine={floor} apart={apart} onGo={onFloor} />}
              </p>
            }
          />
        </>
      );
      return !beside ? (
        member
      ) : (
        <div className="beside">
          <WholeBoard about={board} may={mine.board.may} own={mine.board.own} document={document} send={send} door="phone" />
          <div className="strip phone-page">{member}</div>
        </div>
      );
    }
    default:
      return part satisfies never;
  }
}
