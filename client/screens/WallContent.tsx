/* A whole picture of the wall from what screens receive: the one place where the rooms meet on the projector. The hall's wall and
   the console's miniatures are this same component, so what the facilitator sees in small is what the room sees. */
import type { ReactNode } from 'react';
import { showCode } from '../../shared/kernel/codes.ts';
import type { SaidScene } from '../../shared/screen/view.ts';
import { AgendaPlace, AgendaProjector } from '../agenda/AgendaProjector.tsx';
import { useTexts, type Lang } from '../kernel/i18n.ts';
import { later } from '../kernel/later.tsx';
import type { ScreenRound } from '../poll/PollProjector.tsx';
import { RollCallProjector } from '../presence/RollCallProjector.tsx';
import { useList } from '../kernel/list.ts';
import { JoinScene } from '../screen/JoinScene.tsx';
import { BlankScene, OpeningScene, SuspendedScene, ThanksScene, WordsScene } from '../screen/PlainScenes.tsx';
import { TestScene } from '../screen/TestScene.tsx';
import { Wall, type WallLink, type WayIn } from '../screen/Wall.tsx';
import { wallNow } from '../screen/wallNow.ts';
import { Said } from '../poll/Said.tsx';
import { screensTexts } from './texts.ts';
import type { ScreenCommon } from './views.ts';

// No picture begins with a question or with slides: fetched after the first view, while the laptop is there (SC4).
const PollProjector = later(() => import('../poll/PollProjector.tsx').then((all) => all.PollProjector));
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
      scene={shown.name}
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
    </Wall>
  );
}

function Head({ data, scene }: { data: ScreenCommon; scene: SaidScene }) {
  const running = data.agenda.running;
  const inBlock = scene.kind === 'pollOpen' || scene.kind === 'pollClosed' || scene.kind === 'pollResult' || scene.kind === 'rollCall';
  if (!inBlock || running === null) return <>{data.session?.assembly}</>;
  return (
    <>
      <AgendaPlace view={data.agenda} /> ·{' '}
      <b>
        <Said of={running.title} />
      </b>
    </>
  );
}

function SceneOf({
  data,
  scene,
  way,
  now,
  label = '',
  bellBlocked = false,
}: WallContentProps & { scene: SaidScene; way: WayIn }): ReactNode {
  const t = useTexts(screensTexts);
  const { session, agenda, poll, presence } = data;
  const held =
    scene.kind === 'pollResult' && !poll.rounds.some((each) => each.poll === scene.poll && each.round === scene.round)
      ? `${scene.poll}.${scene.round}`
      : null;
  // A result of this morning, shown again: fetched once, it is not in what every push carries.
  const earlier = useList<ScreenRound | null>('poll.result', held ?? '', held === null ? null : poll.listVersion).rows;
  const timeZone = session?.timeZone ?? 'UTC';
  switch (scene.kind) {
    case 'join':
      return <JoinScene way={way} wifi={session?.wifi === '' ? null : (session?.wifi ?? null)} />;
    case 'agenda': {
      // The preview of a block that has not begun: its name, not the picture of the one that runs.
      const ahead =
        scene.block === null || scene.block === agenda.running?.id ? undefined : agenda.course.rows.find(({ id }) => id === scene.block);
      if (ahead?.title) return <WordsScene words={ahead.title} way={null} />;
      return <AgendaProjector view={agenda} now={now} timeZone={timeZone} />;
    }
    case 'pollOpen':
    case 'pollClosed':
    case 'pollResult': {
      const round = [...poll.rounds, ...(earlier === null ? [] : [earlier])].find(
        (each) => each.poll === scene.poll && each.round === scene.round,
      );
      if (round === undefined) return <AgendaProjector view={agenda} now={now} timeZone={timeZone} />;
      // A wall held on the open question must not turn into its results by itself.
      return (
        <PollProjector
          round={shownAs(scene.kind, round, now)}
          now={now}
          timeZone={timeZone}
          way={<bdi dir="ltr">{`${way.address} · ${way.code}`}</bdi>}
        />
      );
    }
    case 'rollCall':
      return presence.rollCall === null ? (
        <AgendaProjector view={agenda} now={now} timeZone={timeZone} />
      ) : (
        <RollCallProjector rollCall={presence.rollCall} foot={<bdi dir="ltr">{`${way.address} · ${way.code}`}</bdi>} />
      );
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
