/* The console: where a facilitator spends seven hours. Programme at the start, what runs now in the middle, what everybody sees on the dark
   at the end; the step forward always in the same corner. Nothing here decides rights: each view says what may be done. */
import { useMemo, useState, type ReactNode } from 'react';
import { codeAlphabet, roomCodeLength, showCode } from '../../shared/kernel/codes.ts';
import { leftSec, timeline } from '../../shared/agenda/timeline.ts';
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
import { dateLong, hour, useTexts } from '../kernel/i18n.ts';
import { useKeys, type Keys } from '../kernel/keys.ts';
import { later } from '../kernel/later.tsx';
import { useList } from '../kernel/list.ts';
import { useConnection, useLink, useView, useWall } from '../kernel/live.ts';
import { useLost } from '../kernel/lost.ts';
import { useRefusal, useStepWords } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { kernelTexts } from '../kernel/texts.ts';
import { usePollDrive } from '../poll/drive.ts';
import { PollConsoleNow } from '../poll/PollConsoleNow.tsx';
import { nextPrepared, PollPrepared } from '../poll/PollPrepared.tsx';
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
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { Opening } from '../ui/Opening.tsx';
import { ConsoleKeys, KeyHints, type KeyHint } from './ConsoleKeys.tsx';
import { consoleTexts, roomWords } from './consoleTexts.ts';
import { OutPage } from './Outside.tsx';
import { WallContent } from './WallContent.tsx';
import type { ConsoleCommon, ScreenCommon } from './views.ts';

// What one prepares and tests lies behind what one drives: fetched after the first view.
const ConsoleAgendaTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsoleAgendaTab));
const ConsolePollsTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsolePollsTab));
const ConsoleTestTab = later(() => import('./ConsoleTabs.tsx').then((all) => all.ConsoleTestTab));

export type Tab = 'now' | 'agenda' | 'polls' | 'test';
const tabs: readonly Tab[] = ['now', 'agenda', 'polls', 'test'];

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

interface OpenKeyOf {
  readonly drivable: boolean;
  readonly round: ConsoleCommon['poll']['rounds'][number] | null;
  readonly drafts: PollDraftRows | null;
  readonly running: string | null;
  readonly drive: ReturnType<typeof usePollDrive>;
  readonly rollCall: ConsoleCommon['presence']['rollCall'];
  readonly step: Send;
}
/** O opens and closes what is there to open or close: the running question, else the roll call, else the next prepared question of this block. */
const openKey = ({ drivable, round, drafts, running, drive, rollCall, step }: OpenKeyOf): Keys => {
  if (!drivable) return {};
  if (rollCall?.state === 'open') return { o: () => void step({ type: 'presence.closeRollCall', rollCall: rollCall.id }) };
  if (drive.keys.o) return { o: drive.keys.o };
  if (round?.phase === 'open' || round?.phase === 'closed') return {};
  const next = nextPrepared(drafts, running);
  return next ? { o: () => void step({ type: 'poll.open', poll: next.poll, round: next.nextRound }) } : {};
};

const lookLang = (screen: ConsoleCommon['screen']): 'it' | 'en' | 'ar' => screen.screens.find(({ connected }) => connected)?.lang ?? 'it';
const lookTheme = (screen: ConsoleCommon['screen']): 'dark' | 'light' => screen.screens.find(({ connected }) => connected)?.theme ?? 'dark';
const pastResults = (drafts: PollDraftRows | null, screen: ConsoleCommon['screen']): readonly PastResult[] =>
  screen.published.map(({ poll, round }) => {
    const question = drafts?.find((each) => each.poll === poll)?.draft.question;
    return { poll, round, title: question?.[question.original] ?? '…' };
  });

function Head({
  common,
  session,
  tab,
  onTab,
  menu,
}: {
  common: ConsoleCommon;
  session: InsideProps['session'];
  tab: Tab;
  onTab: (tab: Tab) => void;
  menu: ReactNode;
}) {
  const t = useTexts(consoleTexts);
  const others = common.house.facilitators - 1;
  return (
    <header className="console-head">
      <Mark />
      {tab === 'polls' ? <h1 className="sr-only">{t('tabs.polls')}</h1> : null}
      <div className="console-title">
        <b>{session.title.s}</b>
        <span className="meta">
          {session.assembly} · {dateLong(Date.parse(`${session.day}T12:00:00Z`), t.lang, session.timeZone)}
        </span>
      </div>
      <span className="console-mode">
        {common.house.rehearsal === true ? (
          <span className="tag time">{t('rehearsal')}</span>
        ) : session.demo ? (
          <span className="tag">{t('demo')}</span>
        ) : null}
        {others > 0 ? (
          <span className="meta">
            <Icon name="people" /> {t('also', { n: others })}
          </span>
        ) : null}
        {menu}
      </span>
      <nav className="console-tabs" aria-label={t('tabs.label')}>
        {tabs.map((each) => (
          <button key={each} type="button" aria-current={each === tab ? 'page' : undefined} onClick={() => onTab(each)}>
            {t(`tabs.${each}`)}
          </button>
        ))}
      </nav>
    </header>
  );
}

/** What keeps the console from being calm: no line, nothing saved, somebody trying codes, a step refused. Text first, it stays while it is true. */
function State({
  common,
  timeZone,
  refused,
  onSeen,
}: {
  common: ConsoleCommon;
  timeZone: string;
  refused: string | null;
  onSeen: () => void;
}) {
  const t = useTexts(consoleTexts);
  const k = useTexts(kernelTexts);
  const lost = useLost();
  const connection = useConnection();
  const { trouble, alarms } = common.house;
  const at = (ms: number): string => hour(ms, t.lang, timeZone, { seconds: true });
  return (
    <div className="console-state">
      {lost === null ? null : (
        <Band
          kind="time"
          icon="nonet"
          title={k('link.lostLaptop', { hour: at(lost) })}
          actions={<Button onPress={() => connection?.wake()}>{k('link.retry')}</Button>}
        >
          {k('link.lostLaptopHint')}
        </Band>
      )}
      {trouble === null ? null : (
        <Band
          kind="error"
          code={trouble.code}
          title={t(trouble.code === 'store.full' ? 'trouble.full' : 'trouble.title', { hour: at(trouble.since) })}
        >
          {t(trouble.code === 'store.full' ? 'trouble.fullHint' : 'trouble.hint')}
        </Band>
      )}
      {alarms.map((alarm) =>
        alarm.kind === 'crowd' ? null : (
          <Band
            key={alarm.kind}
            kind={alarm.kind === 'diskLow' ? 'time' : 'error'}
            title={t(`alarm.${alarm.kind}`, { count: alarm.count, of: alarm.of })}
          >
            {t(`alarm.${alarm.kind}Hint`)}
          </Band>
        ),
      )}
      {refused === null ? null : (
        <Band kind="info" actions={<Button variant="quiet" icon="close" label={t('keys.close')} onPress={onSeen} />}>
          {refused}
        </Band>
      )}
    </div>
  );
}

/** The step forward: always in the bottom end corner. On the other pages the same corner leads back to the room. */
function Corner({
  tab,
  off,
  label,
  onNext,
  onBack,
}: {
  tab: Tab;
  off: boolean;
  label: { readonly kind: 'start' | 'next' | 'finish'; readonly title: string } | null;
  onNext: () => void;
  onBack: () => void;
}) {
  const t = useTexts(consoleTexts);
  if (tab !== 'now')
    return (
      <button type="button" className="console-next" onClick={onBack}>
        <kbd aria-hidden="true">1</kbd>
        <span>{t('next.back')}</span>
        <Icon name="next" />
      </button>
    );
  return (
    <button type="button" className="console-next" onClick={onNext} aria-disabled={label === null ? true : undefined}>
      {label === null ? null : <kbd aria-hidden="true">N</kbd>}
      <span>{label === null ? t(off ? 'next.doors' : 'next.nothing') : t(`next.${label.kind}`, { title: label.title })}</span>
      {label === null ? null : <Icon name="next" />}
    </button>
  );
}

/** On the other pages: what runs and how much time it has, on the dark, where the hall was. */
function RunningNow({ common, now, title }: { common: ConsoleCommon; now: number; title: string | null }) {
  const t = useTexts(consoleTexts);
  const { running } = common.agenda;
  return (
    <p className="console-running">
      <span className="meta">{t(running ? 'running' : 'notRunning')}</span>
      <b>{title}</b>
      {running ? <TimerText sec={leftSec(running.timer, now)} className="lead" /> : null}
    </p>
  );
}

function StepWords({ step }: { step: NonNullable<ConsoleCommon['house']['undo']> }) {
  const t = useTexts(consoleTexts);
  const words = useStepWords(roomWords);
  return <>{t('undo', { step: words(step) })}</>;
}

/** The hour of the last thing that is stored; said only while the line is live and the store takes what it is given. */
function Saved({ at, timeZone, trouble }: { at: number; timeZone: string; trouble: boolean }) {
  const t = useTexts(consoleTexts);
  const live = useLink().kind === 'live';
  if (!live || trouble) return null;
  return (
    <span className="status">
      <Icon name="check" />
      <span>{t('saved', { hour: hour(at, t.lang, timeZone, { seconds: true }) })}</span>
    </span>
  );
}

const hintsOf = (t: ReturnType<typeof useTexts<typeof consoleTexts.it>>, keys: Keys): readonly KeyHint[] => {
  const all: readonly (KeyHint & { readonly of: string })[] = [
    { of: 'n', key: 'N', words: t('keys.next') },
    { of: 'p', key: 'P', words: t('keys.previous') },
    { of: ' ', key: t('keys.space'), words: t('keys.timeShort') },
    { of: 'o', key: 'O', words: t('keys.openShort') },
    { of: 'r', key: 'R', words: t('keys.publish') },
    { of: 'ArrowRight', key: '← →', words: t('keys.pagesShort') },
    { of: 'b', key: 'B', words: t('keys.blankShort') },
    { of: 'a', key: 'A', words: t('keys.who') },
  ];
  return all.filter(({ of }) => keys[of] !== undefined).slice(0, 7);
};
