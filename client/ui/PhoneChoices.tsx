/* What a person sets on this device, for this device: language, size of the text, light or dark. Opened from the bar of every phone page
   and offered on the first one. A language whose words do not come leaves the page as it is, and that is said. Safe for phones. */
import { useState } from 'react';
import { langs, setLang, useLang, useTexts, type Lang } from '../kernel/i18n.ts';
import { Button } from './Button.tsx';
import { Choices } from './Choices.tsx';
import { Dialog } from './Dialog.tsx';
import { Segmented } from './Segmented.tsx';
import { textSize, textSizes } from './textSize.ts';
import { theme } from './theme.ts';
import { uiTexts } from './texts.ts';

/** The dialog over the page. */
export function PhoneChoices({ open, onClose, offered }: { open: 'language' | 'text'; onClose: () => void; offered: readonly Lang[] }) {
  const t = useTexts(uiTexts);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(open === 'language' ? 'languages.title' : 'textSize.title')}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('done')}
        </Button>
      }
    >
      {open === 'language' ? (
        <LanguageChoice offered={offered} />
      ) : (
        <>
          <SizeChoice />
          <ThemeChoiceRow />
        </>
      )}
    </Dialog>
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
