/* The top bar of every phone page: the mark, who one is here ("Posto 42"), the size of the text, the language. Always in the same place,
   because who cannot read the page must find these two without reading it. What is chosen stays on this device. Safe for phones. */
import { useState, type ReactNode } from 'react';
import { langs, setLang, useLang, useTexts, type Lang } from '../kernel/i18n.ts';
import { Button } from './Button.tsx';
import { Choices } from './Choices.tsx';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import { Mark } from './mark/Mark.tsx';
import { Segmented } from './Segmented.tsx';
import { textSize, textSizes } from './textSize.ts';
import { theme } from './theme.ts';
import { uiTexts } from './texts.ts';

export interface PhoneBarProps {
  /** Seat, table, "Pubblico": never a name. */
  label: ReactNode;
  offered?: readonly Lang[] | undefined;
  children?: ReactNode | undefined;
}

export function PhoneBar({ label, offered = langs, children }: PhoneBarProps) {
  const t = useTexts(uiTexts);
  const lang = useLang();
  const [open, setOpen] = useState<'none' | 'language' | 'text'>('none');
  const close = (): void => setOpen('none');
  return (
    <header className="phone-bar">
      <Mark />
      <span className="who">{label}</span>
      {children}
      <button type="button" aria-label={t('textSize.button')} aria-haspopup="dialog" onClick={() => setOpen('text')}>
        <span className="aa" aria-hidden="true">
          <i>A</i>
          <b>A</b>
        </span>
      </button>
      <button
        type="button"
        aria-label={t('languages.button', { name: t(`languages.${lang}`) })}
        aria-haspopup="dialog"
        onClick={() => setOpen('language')}
      >
        <Icon name="globe" />
        <bdi aria-hidden="true">{lang.toUpperCase()}</bdi>
      </button>
      <Dialog
        open={open === 'language'}
        onClose={close}
        title={t('languages.title')}
        footer={
          <Button variant="primary" onPress={close}>
            {t('done')}
          </Button>
        }
      >
        <LanguageChoice offered={offered} />
      </Dialog>
      <Dialog
        open={open === 'text'}
        onClose={close}
        title={t('textSize.title')}
        footer={
          <Button variant="primary" onPress={close}>
            {t('done')}
          </Button>
        }
      >
        <SizeChoice />
        <ThemeChoiceRow />
      </Dialog>
    </header>
  );
}

/** Each language by its own name in its own script. Also for the first page after the code. */
export function LanguageChoice({ offered = langs }: { offered?: readonly Lang[] | undefined }) {
  const t = useTexts(uiTexts);
  const lang = useLang();
  const [failed, setFailed] = useState(false);
  const turn = async (picked: Lang): Promise<void> => {
    setFailed(!(await setLang(picked)));
  };
  return (
    <>
      <Choices
        kind="one"
        boxed
        legend={t('languages.title')}
        options={offered.map((each) => ({ id: each, label: t(`languages.${each}`), lang: each, dir: each === 'ar' ? 'rtl' : 'ltr' }))}
        chosen={[lang]}
        onChange={(chosen) => {
          const picked = offered.find((each) => each === chosen[0]);
          if (picked !== undefined) void turn(picked);
        }}
      />
      {failed ? (
        <p className="why" role="alert">
          {t('languages.failed')}
        </p>
      ) : null}
    </>
  );
}

export function SizeChoice() {
  const t = useTexts(uiTexts);
  const now = textSize.use();
  return (
    <Choices
      kind="one"
      boxed
      legend={t('textSize.title')}
      options={textSizes.map((size, index) => ({
        id: size,
        label: <span style={{ fontSize: `${1 + index * 0.2}em` }}>{t(`textSize.${size}`)}</span>,
      }))}
      chosen={[now]}
      onChange={(chosen) => {
        const picked = textSizes.find((size) => size === chosen[0]);
        if (picked !== undefined) textSize.set(picked);
      }}
    />
  );
}

export function ThemeChoiceRow() {
  const t = useTexts(uiTexts);
  const now = theme.use();
  return (
    <Segmented
      legend={t('theme.title')}
      value={now}
      onChange={(choice) => theme.set(choice)}
      options={[
        { value: 'auto', label: t('theme.auto') },
        { value: 'light', label: t('theme.light'), icon: 'sun' },
        { value: 'dark', label: t('theme.dark'), icon: 'moon' },
      ]}
    />
  );
}
