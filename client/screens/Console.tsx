/* The console: where a facilitator spends seven hours. Programme at the start, what runs now in the middle, what everybody sees on the dark
   at the end; the step forward always in the same corner. Nothing here decides rights: each view says what may be done. */
import { useMemo, useState } from 'react';
import { codeAlphabet, roomCodeLength, showCode } from '../../shared/kernel/codes.ts';
import { timeline } from '../../shared/agenda/timeline.ts';
import type { Offer } from '../../shared/agenda/remedies.ts';
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import type { AttributeRows } from '../../shared/presence/composition.ts';
import type { RollRow, SilentRow } from '../../shared/presence/view.ts';
import { AgendaHands, AgendaLastHands } from '../agenda/AgendaHands.tsx';
import { AgendaNotes, AgendaNow, stepForward } from '../agenda/AgendaNow.tsx';
import { AgendaRemedies } from '../agenda/AgendaRemedies.tsx';
import { AgendaRunOfShow } from '../agenda/AgendaRunOfShow.tsx';
import { useTitles } from '../agenda/useTitles.ts';
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
import { ConsoleKeys, KeyHints } from './ConsoleKeys.tsx';
import { consoleTexts, roomWords } from './consoleTexts.ts';
import { OutPage } from './Outside.tsx';
import { WallContent } from './WallContent.tsx';
import type { ConsoleCommon, ScreenCommon } from './views.ts';
import { Corner, Head, RunningNow, Saved, State, StepWords, type Tab } from './ConsoleFrame.tsx';
import { hintsOf, openKey } from './consoleKeyTable.ts';
// What one prepares and tests lies behind what one drives: fetched after the first view.
const ConsoleAgendaTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsoleAgendaTab));
const ConsolePollsTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsolePollsTab));
const ConsoleTestTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsoleTestTab));

const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(roomCodeLength))].map((byte) => codeAlphabet.charAt(byte % codeAlphabet.length)).join('');

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
  /** Steps given by keys and by the corner have no button beside which to be refused: they are refused here. */
  const step: Send = async (command, options) => {
    const reply = await plainSend(command, options);
    const words = reply.ok ? null : say(reply);
    setRefused(words);
    if (words !== null) announce(words);
    return reply;
  };
  const { agenda, poll, presence, screen, house } = common;
  const timeZone = session.timeZone;
  const line = timeline(agenda.course, now);
  const forward = session.phase === 'open' ? stepForward(agenda, now) : null;
  const titleOf = useTitles(agenda.course.rows, agenda.rev);
  const running = agenda.running;
  const round = poll.rounds[0] ?? null;
  const drive = usePollDrive(round, plainSend);
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
    ...openKey({ drivable, round, drafts: drafts.rows, running: running?.id ?? null, drive, rollCall: presence.rollCall, step }),
    ...('r' in drive.keys ? { r: drive.keys.r } : {}),
    ...(drive.publishing ? { Escape: drive.cancelPublish } : {}),
    a: () => setWho(!who),
    ...(agenda.may.remedy ? { t: () => setRemedy({ first: null }) } : {}),
    w: () => document.querySelector<HTMLElement>('#own-words input, #own-words textarea')?.focus(),
    ...(running && agenda.may.hands ? { h: () => setHands('new') } : {}),
    '/': () => setQuick(true),
  };
  const keys: Keys = {
    ...(tab === 'now' ? driving : {}),
    ...(undo ? { z: undoIt } : {}),
    '?': () => setAllKeys(true),
    '1': () => setTab('now'),
    '2': () => setTab('agenda'),
    '3': () => setTab('polls'),
    '4': () => setTab('test'),
  };
  useKeys(keys);

  return (
    <div className="console" data-tab={tab}>
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
      <State common={common} timeZone={timeZone} refused={refused} onSeen={() => setRefused(null)} />
      {tab === 'now' ? (
        <>
          <div className="console-start">
            <AgendaRunOfShow view={agenda} now={now} timeZone={timeZone} onRemedies={(first) => setRemedy({ first })} />
          </div>
          <main className="console-now" id="now">
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
            {drivable ? (
              <>
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
                    {presence.rollCall?.state === 'open' ? null : <OpenRollCall may={presence.may} send={plainSend} />}
                  </div>
                ) : null}
              </div>
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
      ) : (
        <ConsoleTestTab common={common} session={session} sessionId={house.session} wall={wall} now={now} send={plainSend} />
      )}
      <div className="console-hall" data-theme="dark" role="region" aria-label={t('hall')}>
        {tab === 'now' ? (
          <div className="console-hall-in">
            {wall === null ? null : (
              <ScreenConsole
                view={screen}
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
                nextAbout={forward ? titleOf(forward.block).s : null}
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
            <Button variant="quiet" onPress={() => setSeats(true)}>
              {t('seats')}
            </Button>
            <div className="console-door">
              <span className="meta" dir="ltr">
                {location.host}
              </span>
              <b className="code">{showCode(session.code)}</b>
            </div>
            <p className="meta console-audience">{t('audience', { n: house.audience })}</p>
          </div>
        ) : (
          <RunningNow common={common} now={now} title={running ? titleOf(running.id).s : null} />
        )}
        <Corner
          tab={tab}
          off={session.phase !== 'open'}
          label={forward === null ? null : { kind: forward.kind, title: titleOf(forward.block).s }}
          onNext={() => forward && void step(forward.command)}
          onBack={() => setTab('now')}
        />
      </div>
      <footer className="console-keys">
        <KeyHints hints={hintsOf(t, keys)} onAll={() => setAllKeys(true)} />
        <span className="console-saved">
          {undo ? (
            <Button variant="quiet" keyHint="Z" onPress={undoIt}>
              <StepWords step={undo} />
            </Button>
          ) : null}
          <Saved at={house.savedAt} timeZone={timeZone} trouble={house.trouble !== null} />
        </span>
      </footer>
      {remedy ? (
        <AgendaRemedies view={agenda} now={now} timeZone={timeZone} send={plainSend} first={remedy.first} onClose={() => setRemedy(null)} />
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
      {allKeys ? <ConsoleKeys onClose={() => setAllKeys(false)} /> : null}
    </div>
  );
}

const lookLang = (screen: ConsoleCommon['screen']): 'it' | 'en' | 'ar' => screen.screens.find(({ connected }) => connected)?.lang ?? 'it';
const lookTheme = (screen: ConsoleCommon['screen']): 'dark' | 'light' => screen.screens.find(({ connected }) => connected)?.theme ?? 'dark';
const pastResults = (drafts: PollDraftRows | null, screen: ConsoleCommon['screen']): readonly PastResult[] =>
  screen.published.map(({ poll, round }) => {
    const question = drafts?.find((each) => each.poll === poll)?.draft.question;
    return { poll, round, title: question?.[question.original] ?? '…' };
  });
