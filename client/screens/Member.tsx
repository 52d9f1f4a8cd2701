/* A member's phone: one thing at a time. The roll call before all, then arriving, then the question, then the day's programme.
   What is being typed or chosen stays while views come in: each part keeps its own state. Safe for phones. */
import { useEffect, useRef } from 'react';
import { useNow } from '../kernel/clock.ts';
import { takeFresh } from '../kernel/enter.ts';
import { useTexts } from '../kernel/i18n.ts';
import { later, useLater } from '../kernel/later.tsx';
import { useConnection, useLink, usePending, useView } from '../kernel/live.ts';
import { PollMember } from '../poll/PollMember.tsx';
import { ArrivalMember } from '../presence/ArrivalMember.tsx';
import { LeaveMember } from '../presence/LeaveMember.tsx';
import { RollCallMember } from '../presence/RollCallMember.tsx';
import { Button } from '../ui/Button.tsx';
import { groupsNow, wantsOf } from './groupsNow.ts';
import { memberTexts } from './memberTexts.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import { screensTexts } from './texts.ts';
import { useAside } from './useBack.ts';
import type { MemberCommon, MemberMine } from './views.ts';
import { welcomed, Welcome } from './Welcome.tsx';

const AgendaMember = later(() => import('../agenda/AgendaMember.tsx').then((all) => all.AgendaMember));
const FloorFoot = later(() => import('../floor/phone/FloorMember.tsx').then((all) => all.FloorFoot));
const FloorLinks = later(() => import('../floor/phone/FloorMember.tsx').then((all) => all.FloorLinks));
const FloorPage = later(() => import('../floor/phone/FloorMember.tsx').then((all) => all.FloorPage));
const TurnPage = later(() => import('../floor/phone/TurnPage.tsx').then((all) => all.TurnPage));
const EarlierBoards = later(() => import('../board/phone/EarlierBoards.tsx').then((all) => all.EarlierBoards), 'tables');
const ReportAhead = later(() => import('../groups/phone/GroupsMember.tsx').then((all) => all.ReportAhead), 'tables');
const MemberGroups = later(() => import('./MemberGroups.tsx').then((all) => all.MemberGroups), 'tables');
const TableNotice = later(() => import('./MemberGroups.tsx').then((all) => all.TableNotice), 'tables');
const Unsent = later(() => import('../board/phone/Unsent.tsx').then((all) => all.Unsent), 'tables');
const PhoneTest = later(() => import('../roomtest/PhoneTest.tsx').then((all) => all.PhoneTest));
const materialHref = ({ id }: { readonly id: string }): string => `/api/materials/${id}`;
/** Wishes that are sent without network and kept on the phone, by their type. */
const waits = (pending: readonly { readonly command: { readonly type: string } }[], type: string): boolean =>
  pending.some(({ command }) => command.type === type);
/** Something was written on a board from here: only then the part that shows what has not left is asked for. */
const wroteHere = (): boolean => {
  try {
    return Object.keys(localStorage).some((key) => /^plenaria\.draft\.board\.(sent\.)?note/u.test(key));
  } catch {
    return false;
  }
};

export function Member() {
  const t = useTexts(screensTexts);
  const m = useTexts(memberTexts);
  const { common, mine } = useView<MemberCommon, MemberMine>();
  const seat = mine?.presence?.seat;
  const timeZone = common?.session?.timeZone ?? 'UTC';
  const inside = common?.session && mine?.presence ? <Inside common={common} mine={mine} presence={mine.presence} /> : null;
  const table = common?.groups.mode === 'groups' ? (mine?.groups?.about?.number ?? null) : null;
  useLater('tables', common?.groups.tables === true);
  const first = welcomed.use() === 'no' && inside !== null;
  return (
    <PhoneFrame
      label={table !== null ? m('table', { number: table }) : seat === undefined || seat === null ? t('assembly') : t('seat', { seat })}
      timeZone={timeZone}
      words={first ? null : (common?.screen ?? null)}
    >
      {first ? <Welcome /> : inside}
    </PhoneFrame>
  );
}

function Inside({ common, mine, presence }: { common: MemberCommon; mine: MemberMine; presence: NonNullable<MemberMine['presence']> }) {
  const t = useTexts(screensTexts);
  const m = useTexts(memberTexts);
  const connection = useConnection();
  const online = useLink().kind === 'live';
  const pending = usePending();
  const now = useNow();
  const [aside, setAside] = useAside<'programme' | 'test' | 'boards' | 'ask' | 'hand'>(wantsOf(common, mine));
  const mayEnter = presence.may.enter;
  const send = connection?.send;
  const tried = useRef(false);
  // Only the opening of the card checks in, and only if the doors were open in that moment: a page left open at home does not (decisions: present).
  useEffect(() => {
    if (tried.current || !send) return;
    tried.current = true;
    if (takeFresh() && mayEnter) void send({ type: 'presence.enter', door: 'card' }, { keep: true });
  }, [mayEnter, send]);
  const session = common.session;
  if (!send || session === null) return null;
  const timeZone = session.timeZone;
  const writes = `${session.openedAt ?? ''} ${presence.seat ?? ''}`;
  const back = (
    <footer className="thumb-zone">
      <Button thumb icon="back" onPress={() => setAside(null)}>
        {t('back')}
      </Button>
    </footer>
  );
  const programmeButton = (
    <Button thumb onPress={() => setAside('programme')}>
      {t('programme')}
    </Button>
  );

  const floor = mine.floor === null ? null : { view: common.floor, mine: mine.floor, apart: common.groups.mode === 'groups' };
  const floorPage =
    floor === null || (aside !== 'ask' && aside !== 'hand') ? null : (
      <>
        {floor.apart ? <TableNotice common={common} mine={mine} now={now} timeZone={timeZone} /> : null}
        <FloorPage
          {...floor}
          page={aside}
          block={common.agenda.running?.id ?? null}
          send={send}
          pending={pending}
          online={online}
          onBack={() => setAside(null)}
        />
      </>
    );

  if (session.phase === 'closed' || session.phase === 'sealed') {
    // What is answered after the close is still read.
    if (floorPage !== null && aside === 'ask') return floorPage;
    return (
      <main>
        <div className="arrival">
          <h1 className="big">{t('closed.title')}</h1>
          <p className="lead soft">{t('closed.hint')}</p>
          {floor === null ? null : <FloorLinks {...floor} onGo={setAside} />}
        </div>
      </main>
    );
  }
  const asked = common.poll.now;
  const here = presence.present?.state === 'here';
  // An open question and an unanswered roll call come before one's own turn to speak; everything else after it. A table that tells has its own page.
  const turn = here && asked?.phase !== 'open' && mine.floor !== null && mine.floor.turn?.kind !== 'report' ? mine.floor.turn : null;
  const call = presence.rollCall;
  if (call && (!call.answered || (aside === null && turn === null && asked?.phase !== 'open')))
    return (
      <RollCallMember
        view={common.presence}
        mine={presence}
        send={send}
        timeZone={timeZone}
        pending={waits(pending, 'presence.imHere')}
        answeredAt={null}
      />
    );
  if (turn !== null) return <TurnPage turn={turn} send={send} pending={pending} online={online} now={now} />;
  if (aside === 'test') return <PhoneTest role="member" onDone={() => setAside(null)} />;
  // An open question comes before the programme, too, for whoever can answer it.
  if (aside === 'programme' && !(here && asked?.phase === 'open'))
    return (
      <>
        <main>
          <AgendaMember view={common.agenda} now={now} timeZone={timeZone} materialHref={materialHref} />
        </main>
        {back}
      </>
    );
  const earlier = mine.board?.earlier ?? [];
  if (aside === 'boards' && earlier.length > 0)
    return (
      <>
        <EarlierBoards earlier={earlier} />
        {back}
      </>
    );
  if (!here || session.phase === 'doors' || session.phase === 'draft')
    if (asked?.phase !== 'open' || !here)
      return (
        <ArrivalMember
          view={common.presence}
          mine={presence}
          phase={session.phase}
          startsAt={common.agenda.course.startPlanned}
          timeZone={timeZone}
          send={send}
          pending={waits(pending, 'presence.enter')}
          actions={
            <>
              {programmeButton}
              <Button thumb onPress={() => setAside('test')}>
                {t('test')}
              </Button>
            </>
          }
        />
      );
  if (floorPage !== null && asked?.phase !== 'open') return floorPage;
  const foot = floor === null ? null : <FloorFoot {...floor} onGo={setAside} />;
  // An open question comes before the table; a result of before does not.
  const part = asked?.phase === 'open' ? null : groupsNow(common, mine);
  if (part !== null)
    return (
      <MemberGroups
        part={part}
        common={common}
        mine={mine}
        send={send}
        pending={pending}
        online={online}
        now={now}
        timeZone={timeZone}
        writes={writes}
        onFloor={setAside}
      />
    );
  // A published result stays until the day goes on to another block; then the programme is the page.
  const current =
    asked !== null && (asked.phase === 'open' || asked.phase === 'closed' || asked.openedAt >= (common.agenda.running?.startedAt ?? 0));
  if (asked !== null && current)
    return (
      <>
        <PollMember
          view={common.poll}
          mine={mine.poll}
          send={send}
          pending={pending}
          online={online}
          now={now}
          timeZone={timeZone}
          onRetry={() => connection.wake()}
        />
        {asked.phase === 'published' || asked.phase === 'voided' ? (
          <footer className="thumb-zone two">
            {foot}
            {programmeButton}
          </footer>
        ) : null}
      </>
    );
  return (
    <>
      <main>
        {session.phase === 'suspended' ? (
          <p className="lead">
            {t('suspended.title')}. {t('suspended.hint')}
          </p>
        ) : null}
        {mine.groups?.speaks === true ? <ReportAhead mine={mine.groups} telling={common.floor.turn?.kind === 'report'} /> : null}
        {mine.board !== null && mine.board.waiting > 0 ? <p className="lead">{m('waiting', { n: mine.board.waiting })}</p> : null}
        {wroteHere() ? <Unsent of={writes} here={null} send={send} pending={pending} online={online} /> : null}
        <AgendaMember view={common.agenda} now={now} timeZone={timeZone} materialHref={materialHref} />
      </main>
      <footer className="thumb-zone two ruled">
        {foot}
        {earlier.length === 0 ? null : <Button onPress={() => setAside('boards')}>{m('boards')}</Button>}
        <LeaveMember may={presence.may} send={send} />
      </footer>
    </>
  );
}
