/* The console: where a facilitator spends seven hours. Programme at the start, what runs now in the middle, what everybody sees on the dark
   at the end; the step forward always in the same corner. Nothing here decides rights: each view says what may be done. */
import { useMemo, useState } from 'react';
import { codeAlphabet, roomCodeLength, showCode } from '../../shared/kernel/codes.ts';
import { timeline } from '../../shared/agenda/timeline.ts';
import type { SeatingRow } from '../../shared/groups/shown.ts';
import type { GroupId } from '../../shared/kernel/ids.ts';
import type { Offer } from '../../shared/agenda/remedies.ts';
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import type { AttributeRows } from '../../shared/presence/composition.ts';
import type { RollRow, SilentRow } from '../../shared/presence/view.ts';
import { AgendaHands, AgendaLastHands } from '../agenda/AgendaHands.tsx';
import { AgendaNotes, AgendaNow, stepForward } from '../agenda/AgendaNow.tsx';
import { AgendaRemedies } from '../agenda/AgendaRemedies.tsx';
import { AgendaRunOfShow } from '../agenda/AgendaRunOfShow.tsx';
import { useTitles } from '../agenda/useTitles.ts';
import { floorBusy, FloorAtTables, FloorInRoom, FloorOpen } from '../floor/FloorInRoom.tsx';
import { hideKey } from '../floor/hideKey.ts';
import { useFloorDrive } from '../floor/useFloorDrive.ts';
import { useAttributeName } from '../groups/attributeName.ts';
import { callId, GroupsCalls } from '../groups/GroupsCalls.tsx';
import { GroupsConsole } from '../groups/GroupsConsole.tsx';
import { GroupsReport, GroupsReportOpen, reporting, reportsDue } from '../groups/GroupsReport.tsx';
import { GroupsSent } from '../groups/GroupsSent.tsx';
import { typedDigits } from '../groups/tables.ts';
import { useNow } from '../kernel/clock.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useKeys, type Keys } from '../kernel/keys.ts';
import { later } from '../kernel/later.tsx';
import { useList } from '../kernel/list.ts';
import { useConnection, useLink, useView, useWall } from '../kernel/live.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { usePollDrive } from '../poll/drive.ts';
import { PollConsoleNow } from '../poll/PollConsoleNow.tsx';
import { ConsoleHall } from '../board/ConsoleHall.tsx';
import { PollPrepared } from '../poll/PollPrepared.tsx';
import { PollQuick } from '../poll/PollQuick.tsx';
import { PresenceConsole } from '../presence/PresenceConsole.tsx';
import { RollList } from '../presence/RollList.tsx';
import { OpenRollCall, RollCallConsole } from '../presence/RollCallConsole.tsx';
import { screenKeys } from '../screen/keys.ts';
import { OwnWords } from '../screen/OwnWords.tsx';
import { ScreenConsole } from '../screen/ScreenConsole.tsx';
import type { PastResult } from '../screen/ShowDialog.tsx';
import { SlidesConsole } from '../screen/SlidesConsole.tsx';
import { SessionMenu } from '../session/SessionMenu.tsx';
import { SessionStep } from '../session/SessionStep.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { Opening } from '../ui/Opening.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { readyOf, reportBoardsOf, timeOf, workOf } from './consoleGroups.ts';
import { ConsoleKeys, KeyHints } from './ConsoleKeys.tsx';
import { consoleTexts, roomWords } from './consoleTexts.ts';
import { OutPage } from './Outside.tsx';
import { boardsToShow, WallContent } from './WallContent.tsx';
import { reportTime } from './reportTime.ts';
import type { ConsoleCommon, ScreenCommon } from './views.ts';
import { Corner, Head, RunningNow, Saved, State, StepWords, tabs, type Tab } from './ConsoleFrame.tsx';
import { hintsOf, openKey, splitKey, tablesKeys } from './consoleKeyTable.ts';
import { useOverlay } from './useOverlay.ts';
// What one prepares and tests lies behind what one drives: fetched after the first view.
const ConsoleAgendaTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsoleAgendaTab));
const ConsolePollsTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsolePollsTab));
const ConsoleFloorTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsoleFloorTab));
const ConsoleTestTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsoleTestTab));
const ConsoleGroupsTab = later(() => import('./ConsoleGroupsTab.tsx').then((all) => all.ConsoleGroupsTab));
const ConsoleRecord = later(() => import('./ConsoleRecord.tsx').then((all) => all.ConsoleRecord));
const ConsoleOverlays = later(() => import('./ConsoleOverlays.tsx').then((all) => all.ConsoleOverlays));
const GroupsMove = later(() => import('../groups/GroupsMove.tsx').then((all) => all.GroupsMove));
const GroupsSplit = later(() => import('../groups/GroupsDialogs.tsx').then((all) => all.GroupsSplit));
const GroupsRecall = later(() => import('../groups/GroupsDialogs.tsx').then((all) => all.GroupsRecall));
const GroupsReportOrder = later(() => import('../groups/GroupsReportOrder.tsx').then((all) => all.GroupsReportOrder));

const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(roomCodeLength))].map((byte) => codeAlphabet.charAt(byte % codeAlphabet.length)).join('');

const noKeys: Keys = {};
/** Points in which people ask to speak: their queue is there before the first hand. */
const spokenActivities: ReadonlySet<string> = new Set(['discussion']);

export function Console() {
  const { common } = useView<ConsoleCommon>();
  const wall = useWall<ScreenCommon>();
  const link = useLink();
  const connection = useConnection();
  const t = useTexts(consoleTexts);
  if (link.kind === 'refused') return <OutPage code={link.code} laptop />;
  if (!common?.session || !connection)
    return (
      <main className="console-opening">
        <Mark />
        <Opening title={t('loading')} />
      </main>
    );
  return <Inside common={common} session={common.session} wall={wall} send={connection.send} />;
}

interface InsideProps {
  readonly common: ConsoleCommon;
  readonly session: NonNullable<ConsoleCommon['session']>;
  readonly wall: ScreenCommon | null;
  readonly send: Send;
}

function Inside({ common, session, wall, send: plainSend }: InsideProps) {
  const t = useTexts(consoleTexts);
  const say = useRefusal(roomWords);
  const now = useNow();
  const [tab, setTab] = useState<Tab>('now');
  const [remedy, setRemedy] = useState<{ readonly first: Offer['kind'] | null } | null>(null);
  const [hands, setHands] = useState<'new' | 'fix' | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [quick, setQuick] = useState(false);
  const [allKeys, setAllKeys] = useState(false);
  const [who, setWho] = useState(false);
  const [seats, setSeats] = useState(false);
  const [attributes, setAttributes] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [chosen, setChosen] = useState<GroupId | null>(null);
  const [groupsAsk, setGroupsAsk] = useState<'split' | 'recall' | 'move' | 'report' | null>(null);
  const [overlay, setOverlay] = useOverlay();
  const [typed] = useState(typedDigits);
  /** Steps given by keys and by the corner have no button beside which to be refused: they are refused here. */
  const step: Send = async (command, options) => {
    const reply = await plainSend(command, options);
    const words = reply.ok ? null : say(reply);
    setRefused(words);
    if (words !== null) announce(words);
    return reply;
  };
  const { agenda, floor, groups, poll, presence, screen, house } = common;
  // Which of the two middles one looks at: where everybody is, until one looks at the other. Looking moves nobody (K9).
  const [look, setLook] = useState<{ readonly mode: typeof groups.mode; readonly at: typeof groups.mode }>({
    mode: groups.mode,
    at: groups.mode,
  });
  if (look.mode !== groups.mode) setLook({ mode: groups.mode, at: groups.mode });
  const hasTables = groups.groups.length > 0;
  const atTables = hasTables && look.at === 'groups';
  const work = useMemo(() => workOf({ groups, board: common.board, agenda }), [groups, common.board, agenda]);
  const time = timeOf(common, now);
  const timeZone = session.timeZone;
  const line = timeline(agenda.course, now);
  const forward = session.phase === 'open' ? stepForward(agenda, now) : null;
  const titleOf = useTitles(agenda.course.rows, agenda.rev);
  const running = agenda.running;
  const round = poll.rounds[0] ?? null;
  const drive = usePollDrive(round, plainSend);
  const floorDrive = useFloorDrive(floor, plainSend);
  const attributeName = useAttributeName();
  const spoken = running !== null && spokenActivities.has(running.activity);
  const pollHere =
    round !== null && (round.phase === 'open' || round.phase === 'closed' || round.openedAt >= (running?.startedAt ?? Infinity));
  const rolls = useList<readonly RollRow[]>('presence.roll', '', presence.roll);
  const silent = useList<readonly SilentRow[]>('presence.silent', presence.rollCall?.id ?? '', presence.rollCall?.list ?? null);
  const composition = useList<readonly AttributeRows[]>('presence.composition', '', who || tab === 'polls' ? presence.composition : null);
  const drafts = useList<PollDraftRows>('poll.drafts', '', poll.listVersion);
  const rollCallHere =
    presence.rollCall !== null && (presence.rollCall.state === 'open' || presence.rollCall.closedAt >= (running?.startedAt ?? Infinity));
  const drivable = session.phase === 'open';
  const undo = house.undo;
  const undoIt = (): void => {
    if (undo) void step(undo.command);
  };

  const previous = useMemo(() => {
    const index = line.rows.findIndex(({ id }) => id === running?.id);
    return index > 0 ? line.rows[index - 1] : undefined;
  }, [line.rows, running?.id]);
  // Away from the room the keys that drive are dead: looking ahead moves nobody (K9).
  const driving: Keys = {
    ...(forward ? { n: () => void step(forward.command) } : {}),
    ...(drivable && previous && running ? { p: () => void step({ type: 'agenda.start', from: running.id, to: previous.id }) } : {}),
    ...(drivable && running
      ? {
          ' ': () =>
            void step({ type: 'agenda.timer', block: running.id, do: { kind: running.timer.kind === 'paused' ? 'resume' : 'pause' } }),
        }
      : {}),
    ...screenKeys(screen, step),
    // What is not in sight is not opened, closed or published by a key.
    ...(atTables
      ? {}
      : {
          ...openKey({ drivable, round, drafts: drafts.rows, running: running?.id ?? null, drive, rollCall: presence.rollCall, step }),
          ...('r' in drive.keys ? { r: drive.keys.r } : {}),
          ...(drivable ? floorDrive.keys : {}),
        }),
    ...(drive.publishing ? { Escape: drive.cancelPublish } : {}),
    a: () => setWho(!who),
    ...(agenda.may.remedy ? { t: () => setRemedy({ first: null }) } : {}),
    w: () => document.querySelector<HTMLElement>('#own-words input, #own-words textarea')?.focus(),
    ...(running && agenda.may.hands ? { h: () => setHands('new') } : {}),
    '/': () => setQuick(true),
    ...(drivable ? splitKey(groups, () => setGroupsAsk('split')) : {}),
    m: () => document.querySelector<HTMLElement>('#console-tabs [aria-current]')?.focus(),
  };
  const pages: Keys = Object.fromEntries(tabs.map((each, index) => [String(index + 1), () => setTab(each)]));
  const keys: Keys = {
    ...pages,
    ...(tab === 'now' ? driving : {}),
    ...(tab === 'floor' ? hideKey(step) : {}),
    ...(tab === 'now' && atTables
      ? tablesKeys({
          groups,
          work,
          time,
          chosen,
          typed,
          onChoose: setChosen,
          onRecall: () => setGroupsAsk('recall'),
          step,
        })
      : {}),
    ...(undo ? { z: undoIt } : {}),
    '?': () => setAllKeys(true),
  };
  // What covers the page has keys of its own.
  useKeys(overlay === null ? keys : noKeys);
  const modes = hasTables ? (
    <div className="groups-mode">
      <Segmented<typeof groups.mode>
        legend={t('groups.look')}
        hideLegend
        value={look.at}
        onChange={(at) => setLook({ mode: groups.mode, at })}
        options={[
          { value: 'plenary', label: t('groups.plenary') },
          { value: 'groups', label: t('groups.tables') },
        ]}
      />
    </div>
  ) : null;
  const seating = useList<readonly SeatingRow[]>('groups.seating', '', groupsAsk === 'move' ? groups.list : null);
  const answer = (group: GroupId): void => {
    setChosen(group);
    // Its box comes first now.
    setTimeout(() => {
      const box = document.getElementById(callId(group));
      box?.scrollIntoView({ block: 'nearest' });
      box?.focus();
    });
  };

  return (
    <>
      <div className="console" data-tab={tab} inert={overlay?.kind === 'board' || overlay?.kind === 'together'}>
        <Head
          common={common}
          session={session}
          tab={tab}
          onTab={setTab}
          menu={
            <SessionMenu
              view={session}
              present={presence.present}
              send={plainSend}
              recordHref={`/api/sessions/${house.session}/record.md`}
              printHref={`/print?session=${house.session}`}
              newCode={newCode}
            />
          }
        />
        <State
          common={common}
          timeZone={timeZone}
          refused={refused}
          onSeen={() => setRefused(null)}
          onCalls={tab === 'now' ? null : () => setTab('now')}
        />
        {tab === 'now' ? (
          <>
            <div className="console-start">
              <AgendaRunOfShow view={agenda} now={now} timeZone={timeZone} onRemedies={(first) => setRemedy({ first })} />
            </div>
            <main className="console-now" id="now">
              {atTables ? null : modes}
              {atTables ? (
                <>
                  <GroupsConsole
                    view={groups}
                    work={work}
                    time={time}
                    now={now}
                    timeZone={timeZone}
                    send={plainSend}
                    chosen={chosen}
                    onChoose={setChosen}
                    onBoard={(board) => setOverlay({ kind: 'board', board, from: null })}
                    onAnswer={answer}
                    onSplit={() => setGroupsAsk('split')}
                    onRecall={() => setGroupsAsk('recall')}
                    onMove={() => setGroupsAsk('move')}
                    onThemes={() => setOverlay({ kind: 'together' })}
                    onReport={() => setGroupsAsk('report')}
                    onPrepare={() => setTab('groups')}
                    modes={modes}
                    beside={<FloorAtTables view={floor} tables={groups.groups} />}
                  />
                </>
              ) : (
                <>
                  {session.phase === 'open' || session.phase === 'suspended' ? (
                    <AgendaNow view={agenda} now={now} timeZone={timeZone} send={plainSend} />
                  ) : (
                    <h1 className="sr-only">{session.title.s}</h1>
                  )}
                  <SessionStep
                    view={session}
                    present={presence.present}
                    of={presence.of}
                    finished={forward === null && running === null && agenda.over}
                    send={step}
                    recordHref={(format) => `/api/sessions/${house.session}/record.${format}`}
                  />
                  {session.phase === 'closed' || session.phase === 'sealed' ? <ConsoleRecord sessionId={house.session} /> : null}
                  {drivable ? (
                    <>
                      {reporting(groups) && groups.mode === 'plenary' ? (
                        <GroupsReport
                          view={groups}
                          boards={reportBoardsOf(common)}
                          time={reportTime(floor.plenary.now, groups.groups.find(({ group }) => group === groups.report.now)?.number, now)}
                          send={plainSend}
                          onArrange={() => setGroupsAsk('report')}
                        />
                      ) : reportsDue(groups) ? (
                        <GroupsReportOpen view={groups} onArrange={() => setGroupsAsk('report')} />
                      ) : null}
                      {rollCallHere && presence.rollCall ? (
                        <RollCallConsole rollCall={presence.rollCall} silent={silent.rows} send={plainSend} now={now} timeZone={timeZone} />
                      ) : null}
                      {pollHere ? (
                        <PollConsoleNow
                          view={poll}
                          send={plainSend}
                          now={now}
                          timeZone={timeZone}
                          seats={rolls.rows ?? []}
                          drive={drive}
                          keyHints
                        />
                      ) : null}
                      <FloorInRoom
                        view={floor}
                        drive={floorDrive}
                        spoken={spoken}
                        seats={rolls.rows ?? []}
                        now={now}
                        send={plainSend}
                        attributeName={attributeName}
                        onQuestions={() => setTab('floor')}
                      />
                      <ConsoleHall
                        view={common.board}
                        block={running?.id ?? null}
                        send={plainSend}
                        onOpen={(board) => setOverlay({ kind: 'board', board, from: null })}
                      />
                      <PollPrepared
                        view={poll}
                        drafts={drafts.rows}
                        block={running?.id ?? null}
                        send={plainSend}
                        keyHint={!pollHere || round.phase === 'published' || round.phase === 'voided'}
                        onEdit={() => setTab('polls')}
                      />
                      {running && running.materials.length > 0 ? (
                        <SlidesConsole
                          view={screen}
                          send={plainSend}
                          block={running.id}
                          materials={running.materials.map(({ id, name, kind, pages }) => ({
                            id,
                            name,
                            kind,
                            pages: pages ?? 1,
                            url: `/api/materials/${id}`,
                          }))}
                        />
                      ) : null}
                      <AgendaNotes view={agenda} />
                      <AgendaLastHands view={agenda} timeZone={timeZone} onCorrect={() => setHands('fix')} />
                    </>
                  ) : null}
                  {session.phase === 'closed' || session.phase === 'sealed' ? null : (
                    <div className="console-foot-of-now">
                      <OwnWords view={screen} send={plainSend} />
                      {drivable ? (
                        <div className="row console-acts">
                          <Button
                            onPress={() => setQuick(true)}
                            keyHint="/"
                            off={poll.may.openToMembers || poll.may.openToAudience ? undefined : t('next.doors')}
                          >
                            {t('quick')}
                          </Button>
                          {running && agenda.may.hands ? (
                            <Button onPress={() => setHands('new')} keyHint="H">
                              {t('hands')}
                            </Button>
                          ) : null}
                          {floorBusy(floor, spoken) ? null : <FloorOpen view={floor} drive={floorDrive} seats={rolls.rows ?? []} />}
                          {presence.rollCall?.state === 'open' ? null : <OpenRollCall may={presence.may} send={plainSend} />}
                        </div>
                      ) : null}
                    </div>
                  )}
                </>
              )}
            </main>
          </>
        ) : tab === 'agenda' ? (
          <ConsoleAgendaTab
            common={common}
            session={session}
            now={now}
            send={plainSend}
            sessionId={house.session}
            onRemedies={() => setRemedy({ first: null })}
          />
        ) : tab === 'polls' ? (
          <ConsolePollsTab
            common={common}
            session={session}
            drafts={drafts.rows}
            first={editing}
            composition={composition.rows}
            now={now}
            send={plainSend}
            onOpened={() => setTab('now')}
          />
        ) : tab === 'floor' ? (
          <ConsoleFloorTab common={common} session={session} sessionId={house.session} send={plainSend} />
        ) : tab === 'groups' ? (
          <ConsoleGroupsTab
            common={common}
            session={session}
            sessionId={house.session}
            send={plainSend}
            onBoard={(board) => setOverlay({ kind: 'board', board, from: null })}
            onTogether={() => setOverlay({ kind: 'together' })}
            onGather={() => setOverlay({ kind: 'gather' })}
            onExport={(board, as) => setOverlay({ kind: 'export', board, as, from: null })}
          />
        ) : (
          <ConsoleTestTab common={common} session={session} sessionId={house.session} wall={wall} now={now} send={plainSend} />
        )}
        <div className="console-hall" data-theme="dark" role="region" aria-label={t('hall')}>
          {tab === 'now' ? (
            <div className="console-hall-in">
              {wall === null ? null : (
                <ScreenConsole
                  view={screen}
                  boards={boardsToShow(wall)}
                  tables={hasTables}
                  send={plainSend}
                  timeZone={timeZone}
                  now={
                    <WallContent
                      data={wall}
                      own={null}
                      lang={lookLang(screen)}
                      theme={lookTheme(screen)}
                      now={now}
                      link={{ kind: 'live' }}
                      mini
                    />
                  }
                  next={
                    screen.next === null ? null : (
                      <WallContent
                        data={wall}
                        own={screen.next}
                        lang={lookLang(screen)}
                        theme={lookTheme(screen)}
                        now={now}
                        link={{ kind: 'live' }}
                        mini
                      />
                    )
                  }
                  nextAbout={
                    forward && screen.next?.kind === 'agenda' && screen.next.block === forward.block ? titleOf(forward.block).s : null
                  }
                  results={pastResults(drafts.rows, screen)}
                />
              )}
              <PresenceConsole
                view={presence}
                composition={composition.rows}
                open={who}
                onToggle={() => setWho(!who)}
                all={attributes}
                onAll={() => setAttributes(!attributes)}
              />
              <GroupsSent view={groups} work={work} marks={Math.max(presence.present, presence.of)} />
              <div className="console-seats">
                <Button variant="quiet" onPress={() => setSeats(true)}>
                  {t('seats')}
                </Button>
                <p className="meta">{t('audience', { n: house.audience })}</p>
              </div>
            </div>
          ) : (
            <RunningNow common={common} now={now} title={running ? titleOf(running.id).s : null} />
          )}
          {tab === 'now' ? (
            <div className="console-door">
              <span className="meta" dir="ltr">
                {location.host}
              </span>
              <b className="code">{showCode(session.code)}</b>
            </div>
          ) : null}
          {tab === 'now' ? <GroupsCalls groups={groups.groups} first={chosen} now={now} send={plainSend} /> : null}
          <Corner
            tab={tab}
            phase={session.phase}
            label={forward === null ? null : { kind: forward.kind, title: titleOf(forward.block).s }}
            onNext={() => forward && void step(forward.command)}
            onBack={() => setTab('now')}
          />
        </div>
        <footer className="console-keys">
          <KeyHints hints={hintsOf(t, keys, tab === 'now' && atTables ? groups.mode : null)} onAll={() => setAllKeys(true)} />
          <span className="console-saved">
            {undo ? (
              <Button variant="quiet" keyHint="Z" onPress={undoIt}>
                <span className="console-undo">
                  <StepWords step={undo} />
                </span>
              </Button>
            ) : null}
            <Saved at={house.savedAt} timeZone={timeZone} trouble={house.trouble !== null} />
          </span>
        </footer>
        {remedy ? (
          <AgendaRemedies
            view={agenda}
            now={now}
            timeZone={timeZone}
            send={plainSend}
            first={remedy.first}
            onClose={() => setRemedy(null)}
          />
        ) : null}
        {hands ? (
          <AgendaHands
            view={agenda}
            now={now}
            timeZone={timeZone}
            send={plainSend}
            correct={hands === 'fix' ? agenda.hands.at(-1) : undefined}
            onClose={() => setHands(null)}
          />
        ) : null}
        <PollQuick
          open={quick}
          block={running?.id ?? null}
          present={presence.present}
          mayOpen={poll.may.openToMembers}
          send={plainSend}
          onClose={() => setQuick(false)}
          onMore={(made) => {
            setQuick(false);
            setEditing(made);
            setTab('polls');
          }}
        />
        <Dialog open={seats} onClose={() => setSeats(false)} title={t('seatsTitle')} wide>
          <RollList rows={rolls.rows ?? []} may={presence.may} send={plainSend} timeZone={timeZone} />
        </Dialog>
        {groupsAsk === 'split' ? (
          <GroupsSplit
            view={groups}
            ready={readyOf(common)}
            block={running?.id ?? null}
            send={plainSend}
            onClose={() => setGroupsAsk(null)}
          />
        ) : groupsAsk === 'recall' ? (
          <GroupsRecall view={groups} work={work} time={time} send={plainSend} onClose={() => setGroupsAsk(null)} />
        ) : groupsAsk === 'move' ? (
          <GroupsMove view={groups} seating={seating.rows} send={plainSend} onClose={() => setGroupsAsk(null)} />
        ) : groupsAsk === 'report' ? (
          <GroupsReportOrder view={groups} send={plainSend} onClose={() => setGroupsAsk(null)} />
        ) : null}
        {allKeys ? <ConsoleKeys onClose={() => setAllKeys(false)} /> : null}
      </div>
      {overlay === null ? null : (
        <ConsoleOverlays common={common} assembly={session.assembly} overlay={overlay} onOverlay={setOverlay} send={plainSend} />
      )}
    </>
  );
}

const lookLang = (screen: ConsoleCommon['screen']): 'it' | 'en' | 'ar' => screen.screens.find(({ connected }) => connected)?.lang ?? 'it';
const lookTheme = (screen: ConsoleCommon['screen']): 'dark' | 'light' => screen.screens.find(({ connected }) => connected)?.theme ?? 'dark';
const pastResults = (drafts: PollDraftRows | null, screen: ConsoleCommon['screen']): readonly PastResult[] =>
  screen.published.map(({ poll, round }) => {
    const question = drafts?.find((each) => each.poll === poll)?.draft.question;
    return { poll, round, title: question?.[question.original] ?? '…' };
  });
