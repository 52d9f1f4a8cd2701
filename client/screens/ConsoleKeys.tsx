/* The keys of the console: the few that act now at the foot, all of them in a dialog, where they can also be switched off (WCAG 2.1.4),
   with the language and the look of this laptop. */
import { Fragment } from 'react';
import { setLang, useLang, useTexts } from '../kernel/i18n.ts';
import { singleKeys } from '../kernel/keys.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ThemeChoiceRow } from '../ui/PhoneChoices.tsx';
import { tabs } from './ConsoleFrame.tsx';
import { consoleTexts } from './consoleTexts.ts';

export interface KeyHint {
  readonly key: string;
  readonly words: string;
}

/** The keys that act now, and the way to all of them, which stays when they are switched off. */
export function KeyHints({ hints, onAll }: { hints: readonly KeyHint[]; onAll: () => void }) {
  const t = useTexts(consoleTexts);
  const on = singleKeys.use() === 'on';
  return (
    <span className="console-hints">
      <Button variant="quiet" keyHint={on ? '?' : undefined} onPress={onAll}>
        {t('keys.title')}
      </Button>
      {(on ? hints : []).map(({ key, words }) => (
        <span key={key}>
          <kbd>{key}</kbd> {words}
        </span>
      ))}
    </span>
  );
}

export function ConsoleKeys({ onClose }: { onClose: () => void }) {
  const t = useTexts(consoleTexts);
  const lang = useLang();
  const on = singleKeys.use() === 'on';
  const rows: readonly (readonly [string, string])[] = [
    ['N', t('keys.next')],
    ['P', t('keys.previous')],
    [t('keys.space'), t('keys.time')],
    ['O', t('keys.open')],
    ['R', t('keys.publish')],
    ['/', t('keys.quick')],
    ['H', t('keys.hands')],
    ['C', t('keys.call')],
    ['X', t('keys.hide')],
    ['B', t('keys.blank')],
    ['J', t('keys.code')],
    ['← →', t('keys.pages')],
    ['W', t('keys.words')],
    ['A', t('keys.who')],
    ['T', t('keys.remedy')],
    ['Z', t('keys.undo')],
    ...tabs.map((tab, index) => [String(index + 1), t(`tabs.${tab}`)] as const),
    ['M', t('keys.places')],
    ['G', `${t('keys.split')}; ${t('keys.recallAll')}`],
    ['1–9', t('keys.tables')],
    ['+', t('keys.more')],
    ['L', t('keys.lock')],
    ['Esc', t('keys.escape')],
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.title')}
      wide
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('keys.close')}
        </Button>
      }
    >
      <p>{t('keys.hint')}</p>
      <dl className="console-all-keys">
        {rows.map(([key, words]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
      <Check label={t('keys.off')} checked={on} onChange={(checked) => singleKeys.set(checked ? 'on' : 'off')} />
      <h3>{t('look')}</h3>
      <div className="row">
        <Button onPress={() => void setLang(lang === 'it' ? 'en' : 'it')}>{t('lang')}</Button>
        <ThemeChoiceRow />
      </div>
    </Dialog>
  );
}
