/* A whole picture of the wall from what screens receive: the one place where the rooms meet on the projector. The hall's wall and
   the console's miniatures are this same component, so what the facilitator sees in small is what the room sees. */
import type { ReactNode } from 'react';
import { showCode } from '../../shared/kernel/codes.ts';
import type { SaidScene } from '../../shared/screen/view.ts';
import { AgendaPlace, AgendaProjector } from '../agenda/AgendaProjector.tsx';
import { secondOf } from '../agenda/clock.ts';
import { useTexts, type Lang } from '../kernel/i18n.ts';
import { later } from '../kernel/later.tsx';
import type { TableName } from '../groups/ProjectorSaid.tsx';
import type { TablesBlock } from '../groups/ProjectorGroups.tsx';
import { recalledNow } from '../groups/wallRecalled.ts';
import type { ScreenRound } from '../poll/PollProjector.tsx';
import { useList } from '../kernel/list.ts';
import { JoinScene } from '../screen/JoinScene.tsx';
import { BlankScene, OpeningScene, SuspendedScene, ThanksScene, WordsScene } from '../screen/PlainScenes.tsx';
import { TestScene } from '../screen/TestScene.tsx';
import type { BoardToShow } from '../screen/ShowBoards.tsx';
import { Wall, type WallLink, type WayIn } from '../screen/Wall.tsx';
import { wallNow } from '../screen/wallNow.ts';
import { Said } from '../poll/Said.tsx';
import { reportTime } from './reportTime.ts';
import { screensTexts } from './texts.ts';
import type { ScreenCommon } from './views.ts';

// No picture begins with these: fetched after the first view, while the laptop is there (SC4).
const PollProjector = later(() => import('../poll/PollProjector.tsx').then((all) => all.PollProjector));
const RollCallProjector = later(() => import('../presence/RollCallProjector.tsx').then((all) => all.RollCallProjector));
const ProjectorGroups = later(() => import('../groups/ProjectorGroups.tsx').then((all) => all.ProjectorGroups));
const ProjectorRecalled = later(() => import('../groups/ProjectorGroups.tsx').then((all) => all.ProjectorRecalled));
const ProjectorReport = later(() => import('../groups/ProjectorReport.tsx').then((all) => all.ProjectorReport));
const ProjectorReportTime = later(() => import('../groups/ProjectorReport.tsx').then((all) => all.ProjectorReportTime));
const ProjectorBoard = later(() => import('../board/ProjectorBoard.tsx').then((all) => all.ProjectorBoard));
const ProjectorTheme = later(() => import('../board/ProjectorTheme.tsx').then((all) => all.ProjectorTheme));
const ProjectorCanvas = later(() => import('../board/ProjectorCanvas.tsx').then((all) => all.ProjectorCanvas));
const ProjectorQuestions = later(() => import('../floor/ProjectorQuestions.tsx').then((all) => all.ProjectorQuestions));
const ProjectorTurn = later(() => import('../floor/ProjectorTurn.tsx').then((all) => all.ProjectorTurn));
const ProjectorTurnStrip = later(() => import('../floor/ProjectorTurn.tsx').then((all) => all.ProjectorTurnStrip));
const ProjectorBoards = later(() => import('../board/ProjectorBoards.tsx').then((all) => all.ProjectorBoards));
const SlidesScene = later(() => import('../screen/SlidesScene.tsx').then((all) => all.SlidesScene));

export interface WallContentProps {
  readonly data: ScreenCommon;
  /** What this picture shows when it is not what all screens show: its own pin, or the console's preview of what comes next. */
  readonly own: SaidScene | null;
  readonly lang: Lang;
  readonly theme: 'dark' | 'light';
  readonly now: number;
  readonly link: WallLink;
  readonly mini?: boolean;
  readonly label?: string;
  readonly bellBlocked?: boolean;
}

/** The address that people type: what the page itself was opened at, which is what the organiser chose. */
const wayIn = (code: string, address: string): WayIn => ({
  address,
  url: `${location.protocol}//${address}/#c=${code}`,
  code: showCode(code),
});

const bare = (scene: SaidScene): boolean => scene.kind === 'slides' || scene.kind === 'blank' || scene.kind === 'test';

export function WallContent(props: WallContentProps) {
  const { data, own, lang, theme, now, link, mini = false } = props;
  const { session, screen } = data;
  if (session === null) return null;
  const shown = wallNow(screen, { own });
  const way = wayIn(session.code, location.host);
  return (
    <Wall
      scene={pictureOf(shown.scene, shown.name, data)}
      lang={lang}
      theme={theme}
      now={now}
      timeZone={session.timeZone}
      head={bare(shown.scene) ? null : <Head data={data} scene={shown.scene} />}
      link={link}
      strip={shown.strip ? way : null}
      mini={mini}
    >
      <SceneOf {...props} scene={shown.scene} way={way} />
      <Speaks data={data} scene={shown.scene} now={now} />
    </Wall>
  );
}

/** Other questions are another picture, though the scene is the same one. */
const pictureOf = (scene: SaidScene, name: string, { floor }: ScreenCommon): string =>
  scene.kind === 'questions' ? `${name} ${floor.questions.map(({ question }) => question).join(' ')}` : name;

/** While somebody has the floor, a line on the programme and beside questions: the wall is not taken away for it (SC8). */
function Speaks({ data, scene, now }: { data: ScreenCommon; scene: SaidScene; now: number }) {
  const { turn, waiting } = data.floor;
  if (turn === null || (scene.kind !== 'agenda' && scene.kind !== 'questions')) return null;
  return <ProjectorTurnStrip turn={turn} waiting={waiting} now={now} />;
}

/** Pictures of something that happens within a block: their head line says which. The others name the block themselves, or nothing. */
const inBlock: ReadonlySet<SaidScene['kind']> = new Set([
  'pollOpen',
  'pollClosed',
  'pollResult',
  'rollCall',
  'board',
  'theme',
  'canvas',
  'boards',
  'report',
  'questions',
  'turn',
]);

function Head({ data, scene }: { data: ScreenCommon; scene: SaidScene }) {
  const running = data.agenda.running;
  if (!inBlock.has(scene.kind) || running === null) return <>{data.session?.assembly}</>;
  return (
    <>
      <AgendaPlace view={data.agenda} /> ·{' '}
      <b>
        <Said of={running.title} />
      </b>
    </>
  );
}

/** What the tables have of the block that runs: its name and its time. */
const blockOf = ({ agenda }: ScreenCommon, now: number): TablesBlock | null => {
  const { running } = agenda;
  if (running === null) return null;
  const { left, elapsedMin, totalMin, paused } = secondOf(running, now);
  const backAt = running.timer.kind === 'running' ? running.timer.endsAt : null;
  return { title: running.title, instructions: running.instructions, left, elapsedMin, totalMin, paused, backAt };
};
const tableOf = ({ groups }: ScreenCommon, group: string | null | undefined): TableName | null => {
  const found = groups.groups.find((each) => each.group === group);
  return found === undefined ? null : { number: found.number, name: found.name };
};
/** The boards that were sent to the walls, for the console to show them again. */
export const boardsToShow = (data: ScreenCommon): readonly BoardToShow[] =>
  data.board.boards.map((board) => {
    const table = tableOf(data, board.group);
    return {
      board: board.board,
      table: table?.number ?? null,
      title: table === null ? board.title.s : (table.name?.s ?? ''),
      themes: board.silent === null ? board.themes.map(({ id, title }) => ({ theme: id, title })) : [],
    };
  });

function SceneOf({
  data,
  scene,
  way,
  now,
  label = '',
  bellBlocked = false,
}: WallContentProps & { scene: SaidScene; way: WayIn }): ReactNode {
  const t = useTexts(screensTexts);
  const { session, agenda, groups, poll, presence } = data;
  const held =
    scene.kind === 'pollResult' && !poll.rounds.some((each) => each.poll === scene.poll && each.round === scene.round)
      ? `${scene.poll}.${scene.round}`
      : null;
  // A result of this morning, shown again: fetched once, it is not in what every push carries.
  const earlier = useList<ScreenRound | null>('poll.result', held ?? '', held === null ? null : poll.listVersion).rows;
  const timeZone = session?.timeZone ?? 'UTC';
  const enter = <bdi dir="ltr">{`${way.address} · ${way.code}`}</bdi>;
  switch (scene.kind) {
    case 'join':
      return <JoinScene way={way} wifi={session?.wifi === '' ? null : (session?.wifi ?? null)} />;
    case 'agenda': {
      // The preview of a block that has not begun: its name, not the picture of the one that runs.
      const ahead =
        scene.block === null || scene.block === agenda.running?.id ? undefined : agenda.course.rows.find(({ id }) => id === scene.block);
      if (ahead?.title) return <WordsScene words={ahead.title} way={null} />;
      const recalled = recalledNow(agenda.running, groups, now);
      if (recalled !== null) return <ProjectorRecalled view={groups} at={recalled} timeZone={timeZone} />;
      return <AgendaProjector view={agenda} now={now} timeZone={timeZone} low={data.floor.turn !== null} />;
    }
    case 'pollOpen':
    case 'pollClosed':
    case 'pollResult': {
      const round = [...poll.rounds, ...(earlier === null ? [] : [earlier])].find(
        (each) => each.poll === scene.poll && each.round === scene.round,
      );
      if (round === undefined) return <AgendaProjector view={agenda} now={now} timeZone={timeZone} />;
      // A wall held on the open question must not turn into its results by itself.
      return <PollProjector round={shownAs(scene.kind, round, now)} now={now} timeZone={timeZone} way={enter} />;
    }
    case 'rollCall':
      return presence.rollCall === null ? (
        <AgendaProjector view={agenda} now={now} timeZone={timeZone} />
      ) : (
        <RollCallProjector rollCall={presence.rollCall} foot={enter} />
      );
    case 'groups':
      return <ProjectorGroups view={groups} block={blockOf(data, now)} timeZone={timeZone} />;
    case 'board':
    case 'theme':
    case 'canvas': {
      const board = data.board.boards.find((each) => each.board === scene.board);
      if (board === undefined) return <AgendaProjector view={agenda} now={now} timeZone={timeZone} />;
      const table = tableOf(data, board.group);
      const theme = scene.kind === 'theme' && board.silent === null ? board.themes.find(({ id }) => id === scene.theme) : undefined;
      // A theme that was taken apart since: what has become of it is among the others.
      if (theme !== undefined) return <ProjectorTheme board={board} theme={theme} table={table} />;
      return scene.kind === 'canvas' ? <ProjectorCanvas board={board} table={table} /> : <ProjectorBoard board={board} table={table} />;
    }
    case 'boards':
      return <ProjectorBoards boards={data.board.boards.map((board) => ({ board, table: tableOf(data, board.group) }))} />;
    case 'report': {
      const { report } = groups;
      const table = tableOf(data, scene.group);
      if (table === null) return <AgendaProjector view={agenda} now={now} timeZone={timeZone} />;
      const time = report.now === scene.group ? reportTime(data.floor.turn, table.number, now) : null;
      const board = data.board.boards.findLast((each) => each.group === scene.group);
      if (board !== undefined)
        return <ProjectorBoard board={board} table={table} end={time === null ? undefined : <ProjectorReportTime time={time} />} />;
      const next = report.order[report.order.indexOf(scene.group) + 1];
      return <ProjectorReport table={table} time={time} next={report.order.includes(scene.group) ? tableOf(data, next) : null} />;
    }
    case 'questions':
      // Taken off a moment ago: the wall is on its way back.
      return data.floor.questions.length === 0 ? (
        <AgendaProjector view={agenda} now={now} timeZone={timeZone} />
      ) : (
        <ProjectorQuestions questions={data.floor.questions} way={enter} />
      );
    case 'turn':
      return <ProjectorTurn turn={data.floor.turn} waiting={data.floor.waiting} now={now} />;
    case 'words':
      return <WordsScene words={scene.words} way={way} />;
    case 'slides': {
      const material = agenda.running?.materials.find(({ id }) => id === scene.material);
      return (
        <SlidesScene
          document={{ url: `/api/materials/${scene.material}`, kind: material?.kind ?? 'pdf', name: material?.name ?? t('screen.test') }}
          page={scene.page}
          pages={scene.pages}
        />
      );
    }
    case 'suspended':
      return <SuspendedScene reason={session?.reason ?? ''} way={way} />;
    case 'thanks':
      return <ThanksScene />;
    case 'test':
      return <TestScene label={label} bellBlocked={bellBlocked} />;
    case 'blank':
      return <BlankScene />;
    default:
      return scene satisfies never;
  }
}

const shownAs = (scene: 'pollOpen' | 'pollClosed' | 'pollResult', round: ScreenRound, now: number): ScreenRound => {
  if (scene === 'pollOpen') return round.phase === 'published' ? closedOnly(round, now) : round;
  if (scene === 'pollResult') return round.phase === 'open' ? closedOnly(round, now) : round;
  return closedOnly(round, now);
};

/** The picture of a question that is closed: a wall held on the open one must not turn into results, nor the preview of the close show an open one. */
const closedOnly = (round: ScreenRound, now: number): ScreenRound => {
  if (round.phase === 'voided') return round;
  const { poll, round: number, question, kind, options, electorate, live, splitBy, openedAt, answered, base } = round;
  const closedAt = round.phase === 'open' ? now : round.closedAt;
  return {
    poll,
    round: number,
    question,
    kind,
    options,
    electorate,
    live,
    splitBy,
    openedAt,
    answered,
    base,
    closedAt,
    phase: 'closed',
    result: null,
  };
};

export function WallOpening({ lang, theme, link, now }: { lang: Lang; theme: 'dark' | 'light'; link: WallLink; now: number }) {
  return (
    <Wall scene="opening" lang={lang} theme={theme} now={now} timeZone="UTC" head={null} link={link}>
      <OpeningScene />
    </Wall>
  );
}
