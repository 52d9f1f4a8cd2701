// The way in, before the session runs and whenever it is asked for: two or three steps, a QR for who has a camera, the code for who has not.
// Everything here is public: it hangs on the wall. Members are reminded of their own card.
import { Fragment } from 'react';
import { useLang, useTexts, type Lang } from '../kernel/i18n.ts';
import { QrCode } from '../ui/QrCode.tsx';
import type { WayIn } from './Wall.tsx';
import { wallTexts } from './wallTexts.ts';

/** One word for who does not read the wall's language: the phone will speak theirs. */
const invitations: readonly { readonly lang: Lang; readonly word: string }[] = [
  { lang: 'it', word: 'Entra' },
  { lang: 'en', word: 'Join' },
  { lang: 'ar', word: 'انضمّ' },
];

export interface JoinSceneProps {
  readonly way: WayIn;
  /** The name of the hall's network; null when phones use their own. */
  readonly wifi: string | null;
}

export function JoinScene({ way, wifi }: JoinSceneProps) {
  const t = useTexts(wallTexts);
  const own = useLang();
  const steps = [
    ...(wifi === null ? [] : [{ key: 'wifi', words: t('join.wifi'), what: <b dir="auto">{wifi}</b> }]),
    {
      key: 'scan',
      words: t('join.scan'),
      what: (
        <b dir="ltr" className={way.address.length > 22 ? 'long' : undefined}>
          {way.address}
        </b>
      ),
    },
    { key: 'code', words: t('join.code'), what: <span className="code">{way.code}</span> },
  ];
  return (
    <>
      <div className="wall-main scene-join">
        <div>
          <h1>{t('join.title')}</h1>
          <ol>
            {steps.map(({ key, words, what }, index) => (
              <li key={key}>
                <i aria-hidden="true">{index + 1}</i>
                <p>
                  {words} {what}
                </p>
              </li>
            ))}
          </ol>
        </div>
        <QrCode value={way.url} label={t('join.qr', { address: way.address })} className="scene-join-qr" />
      </div>
      <footer className="wall-foot">
        <span>{t('join.card')}</span>
        <span className="scene-join-langs">
          {invitations
            .filter(({ lang }) => lang !== own)
            .map(({ lang, word }, index) => (
              <Fragment key={lang}>
                {index === 0 ? null : ' · '}
                <bdi lang={lang}>{word}</bdi>
              </Fragment>
            ))}
        </span>
      </footer>
    </>
  );
}
