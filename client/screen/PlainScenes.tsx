// The scenes that have almost no words: own words, suspended, thanks, opening, black. At most two sizes on each.
// Own words are the facilitator's and keep their language (SC7); the rest is the hall's courtesy.
import { dirOf, useLang, useTexts } from '../kernel/i18n.ts';
import { hoursOf, setWords } from './words.ts';
import { wallTexts } from './wallTexts.ts';
import type { WayIn } from './Wall.tsx';
import type { CSSProperties, ReactNode } from 'react';
import type { Said } from '../../shared/kernel/text.ts';

/** How to enter, small, at the end of the foot: for who comes late. */
function FootWay({ way }: { way: WayIn | null }) {
  return way === null ? null : (
    <span className="foot-way">
      <bdi dir="ltr">{way.address}</bdi> · <b className="code">{way.code}</b>
    </span>
  );
}

function Hours({ line }: { line: string }) {
  return (
    <>
      {hoursOf(line).map(({ text, hour }, index) =>
        hour ? (
          <b key={index} className="nb">
            {text}
          </b>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </>
  );
}

export function WordsScene({ words, way }: { words: Said; way: WayIn | null }) {
  const own = useLang();
  const lang = words.lang ?? own;
  const { head, rest, headSize, restSize } = setWords(words.s, lang);
  const style: CSSProperties & { '--head': number; '--rest': number } = { '--head': headSize, '--rest': restSize };
  return (
    <>
      <div className="wall-main scene-words" lang={lang} dir={dirOf(lang)} style={style}>
        <h1>{head}</h1>
        {rest.map((line, index) => (
          <p key={index}>
            <Hours line={line} />
          </p>
        ))}
      </div>
      <footer className="wall-foot">
        <span />
        <FootWay way={way} />
      </footer>
    </>
  );
}

function Courtesy({ title, children, foot, way }: { title: string; children: ReactNode; foot?: string | undefined; way: WayIn | null }) {
  const style: CSSProperties & { '--head': number; '--rest': number } = { '--head': 160, '--rest': 80 };
  return (
    <>
      <div className="wall-main scene-words" style={style}>
        <h1>{title}</h1>
        <p>{children}</p>
      </div>
      <footer className="wall-foot">
        <span>{foot}</span>
        <FootWay way={way} />
      </footer>
    </>
  );
}

/** `reason`: what the facilitator wrote when suspending; may be empty. */
export function SuspendedScene({ reason, way }: { reason: string; way: WayIn | null }) {
  const t = useTexts(wallTexts);
  return (
    <Courtesy title={t('suspended.title')} way={way}>
      {reason === '' ? t('suspended.soon') : <Hours line={reason} />}
    </Courtesy>
  );
}

export function ThanksScene() {
  const t = useTexts(wallTexts);
  return (
    <Courtesy title={t('thanks.title')} foot={t('thanks.card')} way={null}>
      {t('thanks.closed')}
    </Courtesy>
  );
}

/** Before the first view has come. Words only after a while would be calmer, but a projector is switched on by somebody who waits. */
export function OpeningScene() {
  const t = useTexts(wallTexts);
  return (
    <Courtesy title={t('opening.title')} way={null}>
      {t('opening.hint')}
    </Courtesy>
  );
}

/** Black to the edge: a projector without a picture, not a dark page. */
export function BlankScene() {
  const t = useTexts(wallTexts);
  return (
    <div className="scene-blank">
      <span className="sr-only">{t('blank')}</span>
    </div>
  );
}
