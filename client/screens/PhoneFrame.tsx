/* What every page of a phone that is in has around it: the bar, the state of its line, the facilitator's own words.
   The line says the truth: connecting, gone since, refused because (K8). Safe for phones. */
import type { ReactNode } from 'react';
import type { ScreenPhoneView } from '../../shared/screen/view.ts';
import { hour, useTexts, type Lang } from '../kernel/i18n.ts';
import { later } from '../kernel/later.tsx';
import { useConnection, useLink, useRefused } from '../kernel/live.ts';
import { useLost } from '../kernel/lost.ts';
import { kernelTexts } from '../kernel/texts.ts';
import { WordsPhone } from '../screen/WordsPhone.tsx';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Opening } from '../ui/Opening.tsx';
import { PhoneBar } from '../ui/PhoneBar.tsx';
import { OutPage } from './Outside.tsx';

const RefusedBand = later(() => import('./RefusedBand.tsx').then((all) => all.RefusedBand));

export interface PhoneFrameProps {
  readonly label: string;
  readonly timeZone: string;
  readonly words: ScreenPhoneView | null;
  /** The languages this page is complete in; all of them when left out. */
  readonly offered?: readonly Lang[] | undefined;
  /** Null until the first view is here. */
  readonly children: ReactNode | null;
}

export function PhoneFrame({ label, timeZone, words, offered, children }: PhoneFrameProps) {
  const t = useTexts(kernelTexts);
  const link = useLink();
  const connection = useConnection();
  const lost = useLost();
  const refused = useRefused();
  if (link.kind === 'refused') return <OutPage code={link.code} />;
  return (
    <div className="phone-page">
      <PhoneBar label={label} offered={offered} />
      {lost === null || children === null ? null : (
        <Band
          kind="time"
          icon="nonet"
          title={t('link.lost', { hour: hour(lost, t.lang, timeZone) })}
          actions={
            <Button variant="quiet" onPress={() => connection?.wake()}>
              {t('link.retry')}
            </Button>
          }
        >
          {t('link.lostHint')}
        </Band>
      )}
      {children === null ? (
        <main>
          <Opening title={t('link.connecting')} actions={<Button onPress={() => connection?.wake()}>{t('link.retry')}</Button>}>
            {t('link.slow')}
          </Opening>
        </main>
      ) : (
        <>
          {refused.length === 0 ? null : <RefusedBand refused={refused} />}
          <WordsPhone view={words} />
          {children}
        </>
      )}
    </div>
  );
}
