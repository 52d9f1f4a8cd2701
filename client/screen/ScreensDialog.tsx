// The screens of the hall, one line each: what it is called, whether it is there, what it shows. Each may hold something else than the others,
// and has its own language and its own light (SC8): the side screen in English, the lobby with the way in.
import { useState } from 'react';
import type { ScreenDriverView } from '../../shared/screen/view.ts';
import { hour, useTexts, type Lang } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Refused, useAsk } from './ask.tsx';
import { sceneName } from './sceneName.ts';
import { screenTexts } from './screenTexts.ts';

type Screen = ScreenDriverView['screens'][number];
export interface ScreensDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly view: ScreenDriverView;
  readonly send: Send;
  readonly timeZone: string;
}
/** Each language in its own words. */
const languages: readonly { readonly value: Lang; readonly label: string; readonly lang: Lang }[] = [
  { value: 'it', label: 'Italiano', lang: 'it' },
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ar', label: 'العربية', lang: 'ar' },
];
const labelChars = 40;

export function ScreensDialog({ open, onClose, view, send, timeZone }: ScreensDialogProps) {
  const t = useTexts(screenTexts);
  const [chosen, setChosen] = useState<string | null>(null);
  const named = view.screens.map((screen, index) => ({
    screen,
    name: screen.label === '' ? t('screens.unnamed', { n: index + 1 }) : screen.label,
  }));
  const one = named.find(({ screen }) => screen.screen === chosen);
  const close = () => {
    setChosen(null);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={one === undefined ? t('screens.title') : one.name}>
      {one !== undefined ? (
        <OneScreen key={one.screen.screen} screen={one.screen} send={send} onBack={() => setChosen(null)} />
      ) : named.length === 0 ? (
        <p>{t('screens.none')}</p>
      ) : (
        <ul className="rows">
          {named.map(({ screen, name }) => (
            <li key={screen.screen} className="screen-row">
              <span>
                <b>{name}</b>
                <span className="meta"> {presence(screen, t, timeZone)}</span>
                <br />
                <span className="meta">{showing(screen, t)}</span>
              </span>
              <Button onPress={() => setChosen(screen.screen)}>
                {t('screens.change')}
                <span className="sr-only">: {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

type T = ReturnType<typeof useTexts<typeof screenTexts.it>>;
function presence(screen: Screen, t: T, timeZone: string): string {
  if (screen.connected) return t('screens.here');
  return screen.lastSeenAt === null ? t('screens.away') : t('screens.awaySince', { hour: hour(screen.lastSeenAt, t.lang, timeZone) });
}
function showing(screen: Screen, t: T): string {
  if (screen.blank) return t('screens.blank');
  return t(screen.pinned ? 'screens.held' : 'screens.follows', { scene: sceneName(screen.scene, t) });
}

function OneScreen({ screen, send, onBack }: { screen: Screen; send: Send; onBack: () => void }) {
  const t = useTexts(screenTexts);
  const { ask, refused } = useAsk(send);
  const [label, setLabel] = useState(screen.label);
  const look = (change: { lang?: Lang; theme?: 'dark' | 'light'; label?: string }) =>
    void ask({ type: 'screen.setLook', screen: screen.screen, lang: screen.lang, theme: screen.theme, label: label.trim(), ...change });
  const pin = (scene: unknown) => void ask({ type: 'screen.pin', screen: screen.screen, scene });
  return (
    <div className="stack">
      <Field
        label={t('screens.name')}
        hint={t('screens.nameHint')}
        value={label}
        max={labelChars}
        onChange={setLabel}
        onEnter={() => look({})}
        onBlur={() => {
          if (label.trim() !== screen.label && label.trim().length <= labelChars) look({});
        }}
      />
      <Segmented legend={t('screens.lang')} options={languages} value={screen.lang} onChange={(lang) => look({ lang })} />
      <Segmented
        legend={t('screens.theme')}
        options={[
          { value: 'dark', label: t('screens.dark') },
          { value: 'light', label: t('screens.light') },
        ]}
        value={screen.theme}
        onChange={(theme) => look({ theme })}
      />
      <div className="fld">
        <span className="lb">
          <b>{t('screens.what')}</b>
          <span className="meta">{showing(screen, t)}</span>
        </span>
        <div className="row">
          {screen.pinned ? (
            <Button onPress={() => void ask({ type: 'screen.unpin', screen: screen.screen })}>{t('screens.followOthers')}</Button>
          ) : (
            <>
              <Button onPress={() => pin('current')}>{t('screens.holdThis')}</Button>
              <Button onPress={() => pin({ kind: 'join' })}>{t('screens.holdJoin')}</Button>
            </>
          )}
          <Button onPress={() => void ask({ type: 'screen.blank', screen: screen.screen, on: !screen.blank })}>
            {screen.blank ? t('screens.lightThis') : t('screens.blankThis')}
          </Button>
        </div>
      </div>
      <Refused words={refused} />
      <div>
        <Button variant="quiet" icon="back" onPress={onBack}>
          {t('screens.back')}
        </Button>
      </div>
    </div>
  );
}
