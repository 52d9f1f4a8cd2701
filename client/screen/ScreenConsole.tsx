// The console's dark column on the walls: what everybody sees now, in small, and what comes next (SC1); black, code, hold (SC2);
// the way back from whatever was chosen by hand; which screens are there. The miniatures are the walls themselves, given as children.
// Who drives may; nothing here shows the console's own page to the hall.
import { useState, type ReactNode } from 'react';
import type { ScreenDriverView } from '../../shared/screen/view.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Refused, useAsk } from './ask.tsx';
import { MiniWall } from './Wall.tsx';
import { ScreensDialog } from './ScreensDialog.tsx';
import { ShowDialog, type PastResult } from './ShowDialog.tsx';
import { sceneName } from './sceneName.ts';
import type { BoardToShow } from './ShowBoards.tsx';
import { screenTexts } from './screenTexts.ts';
import './screen.css';

export interface ScreenConsoleProps {
  readonly view: ScreenDriverView;
  readonly send: Send;
  /** The wall as it is now: a whole <Wall mini>. */
  readonly now: ReactNode;
  /** The wall as it will be, or null. */
  readonly next: ReactNode;
  /** What the next picture is about ("5. Ascolto degli esperti"); the room that owns it knows. */
  readonly nextAbout?: ReactNode;
  readonly results: readonly PastResult[];
  /** Boards that were sent to the walls, to be shown again. */
  readonly boards?: readonly BoardToShow[] | undefined;
  /** The session has tables. */
  readonly tables?: boolean | undefined;
  readonly timeZone: string;
  /** CSS px of the miniature without its border: 322 in the console of 1280. */
  readonly width?: number | undefined;
}

export function ScreenConsole(props: ScreenConsoleProps) {
  const { view, send, now, next, nextAbout, results, boards, tables, timeZone, width = 322 } = props;
  const t = useTexts(screenTexts);
  const { ask, refused } = useAsk(send);
  const [open, setOpen] = useState<'show' | 'screens' | null>(null);
  const connected = view.screens.filter((screen) => screen.connected).length;
  const name = sceneName(view.scene, t);
  return (
    <section className="screen-console" aria-labelledby="screen-console-title">
      <header>
        <h2 id="screen-console-title">
          <Icon name="screen" /> {t('now.title')}
        </h2>
        <span className="meta">{t('now.connected', { n: connected })}</span>
      </header>
      <MiniWall width={width} label={t('now.picture', { scene: name })}>
        {now}
      </MiniWall>
      <div className="screen-acts">
        <Button
          keyHint="B"
          className={view.blank ? 'on' : undefined}
          onPress={() => void ask({ type: 'screen.blank', screen: null, on: !view.blank })}
        >
          {view.blank ? t('now.light') : t('now.blank')}
        </Button>
        <Button
          keyHint="J"
          className={view.strip ? 'on' : undefined}
          onPress={() => void ask({ type: 'screen.joinStrip', on: !view.strip })}
        >
          {view.strip ? t('now.codeAway') : t('now.code')}
        </Button>
        <Button
          className={view.pinned ? 'on' : undefined}
          onPress={() =>
            void ask(view.pinned ? { type: 'screen.unpin', screen: null } : { type: 'screen.pin', screen: null, scene: 'current' })
          }
        >
          {view.pinned ? t('now.letGo') : t('now.hold')}
        </Button>
      </div>
      <Refused words={refused} />
      <State view={view} under={sceneName(view.under, t)} onFollow={() => void ask({ type: 'screen.follow' })} />
      <div className="screen-next">
        {next === null || view.next === null ? (
          <p className="meta">{t('next.nothing')}</p>
        ) : (
          <>
            <MiniWall width={150} label={t('next.picture', { scene: sceneName(view.next, t) })}>
              {next}
            </MiniWall>
            <p>
              <span className="meta">{t('next.title')}</span>
              <b>{sceneName(view.next, t)}</b>
              <span className="meta">{nextAbout}</span>
            </p>
          </>
        )}
      </div>
      <div className="screen-more">
        <Button variant="quiet" onPress={() => setOpen('show')}>
          {t('show.button')}
        </Button>
        <Button variant="quiet" onPress={() => setOpen('screens')}>
          {t('screens.button')}
        </Button>
      </div>
      <ShowDialog
        open={open === 'show'}
        onClose={() => setOpen(null)}
        view={view}
        send={send}
        results={results}
        boards={boards}
        tables={tables}
        timeZone={timeZone}
      />
      <ScreensDialog open={open === 'screens'} onClose={() => setOpen(null)} view={view} send={send} timeZone={timeZone} />
    </section>
  );
}

/** Whatever keeps the wall from following is said, with the way back beside it. */
function State({ view, under, onFollow }: { view: ScreenDriverView; under: string; onFollow: () => void }) {
  const t = useTexts(screenTexts);
  if (view.blank) return <p className="screen-state">{t('now.isBlank', { scene: under })}</p>;
  if (view.pinned) return <p className="screen-state">{t('now.isHeld')}</p>;
  if (!view.shown || view.slides?.onWall === true) return null;
  return (
    <p className="screen-state">
      {t('now.isShown')}{' '}
      <Button variant="quiet" onPress={onFollow}>
        {t('now.follow')}
      </Button>
    </p>
  );
}
