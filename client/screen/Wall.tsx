// The frame of every wall: a picture of 1920 × 1080 that fills any projector by vw and keeps 16:9; one line above, the scene, and over it
// only two things: the way in, when asked, and a small mark when the line is down. The last picture stays; never an error page (SC4).
// It takes a scene as children and knows no room: the same component is the hall's wall and the console's miniature.
// A scene draws `.wall-main` and `.wall-foot` of the design system; the head line is drawn here.
import type { CSSProperties, ReactNode } from 'react';
import { ClockText } from '../ui/ClockText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { hour, InLang, useTexts, type Lang } from '../kernel/i18n.ts';
import { CrossFade } from './CrossFade.tsx';
import { wallTexts } from './wallTexts.ts';
import './wall.css';

/** Where people enter: what is written, what the QR holds, the room's code as shown ("K7M 4QX"). */
export interface WayIn {
  readonly address: string;
  readonly url: string;
  readonly code: string;
}
/** The state of the line, as the wall says it. `since`: epoch ms. */
export type WallLink =
  { readonly kind: 'live' } | { readonly kind: 'stopped'; readonly since: number } | { readonly kind: 'refused'; readonly code: string };

export interface WallProps {
  /** Names the picture: another name cross-fades. `wallNow` makes it; 'blank' is black to the edge of the projector. */
  readonly scene: string;
  readonly lang: Lang;
  readonly theme: 'dark' | 'light';
  /** Epoch ms of the server. */
  readonly now: number;
  readonly timeZone: string;
  /** Start of the head line: the assembly, or "Punto 4 di 9 · **title**". Null: the scene has no head line (slides, black). */
  readonly head: ReactNode;
  readonly link: WallLink;
  /** The join strip; null when not asked. */
  readonly strip?: WayIn | null | undefined;
  /** Only what decides is framed. */
  readonly framed?: boolean | undefined;
  /** True in the console's miniature: no landmark of its own. */
  readonly mini?: boolean | undefined;
  readonly children: ReactNode;
}

function Inner({ scene, now, timeZone, head, link, strip = null, framed = false, mini = false, children }: WallProps) {
  const bare = head === null;
  const stopped = link.kind !== 'live';
  const box = ['wall-box', bare ? 'bare' : '', bare && strip !== null ? 'with-strip' : '', stopped ? 'stopped' : '']
    .filter(Boolean)
    .join(' ');
  const frame = ['wall', bare ? 'bare' : '', framed ? 'framed' : ''].filter(Boolean).join(' ');
  const Stage = mini ? 'div' : 'main';
  return (
    <Stage className={scene === 'blank' ? 'stage black' : 'stage'}>
      <div className={box}>
        <CrossFade scene={scene} className="wall-layer">
          <div className={frame}>
            {bare ? null : (
              <header className="wall-top">
                <span>{head}</span>
                <ClockText ms={now} timeZone={timeZone} />
              </header>
            )}
            {children}
          </div>
        </CrossFade>
        {strip === null ? null : <JoinStrip way={strip} low={bare} />}
        {link.kind === 'live' ? null : <LinkMark link={link} timeZone={timeZone} mini={mini} />}
      </div>
    </Stage>
  );
}

export function Wall(props: WallProps) {
  return (
    <div className="hall" data-theme={props.theme}>
      <InLang lang={props.lang} className="hall-in">
        <Inner {...props} />
      </InLang>
    </div>
  );
}

/** Over the head line (it says the least), so that nothing of the scene is covered; over slides, in the foot that is ours. */
function JoinStrip({ way, low }: { way: WayIn; low: boolean }) {
  const t = useTexts(wallTexts);
  return (
    <aside className={low ? 'wall-strip low' : 'wall-strip'}>
      <QrCode value={way.url} label={t('join.qr', { address: way.address })} />
      <span className="wall-strip-words">
        {t('join.strip')} <b dir="ltr">{way.address}</b>
      </span>
      <b className="code">{way.code}</b>
    </aside>
  );
}

function LinkMark({ link, timeZone, mini }: { link: Exclude<WallLink, { kind: 'live' }>; timeZone: string; mini: boolean }) {
  const t = useTexts(wallTexts);
  return (
    <p className="wall-link" role={mini ? undefined : 'status'}>
      <Icon name="nonet" />
      <span>{link.kind === 'stopped' ? t('link.stopped', { hour: hour(link.since, t.lang, timeZone) }) : refused(t, link.code)}</span>
    </p>
  );
}

function refused(t: ReturnType<typeof useTexts<typeof wallTexts.it>>, code: string): string {
  switch (code) {
    case 'access.revoked':
    case 'access.none':
    case 'protocol.old':
    case 'session.sealed':
      return t(`link.${code}`);
    default:
      return t('link.other');
  }
}

/** A wall in small, for the console: the parent says its width in CSS px. What it shows is said in words by `label`. */
export function MiniWall({ width, label, children }: { width: number; label: string; children: ReactNode }) {
  const style: CSSProperties & { '--mi': string } = { '--mi': `${width}px` };
  return (
    <div className="mini" role="img" aria-label={label} style={style}>
      <div inert>{children}</div>
    </div>
  );
}
