/* The top bar of every phone page: the mark, who one is here ("Posto 42"), the size of the text, the language. Always in the same place,
   because who cannot read the page must find these two without reading it. What is chosen stays on this device. Safe for phones. */
import { useState, type ReactNode } from 'react';
import { langs, useLang, useTexts, type Lang } from '../kernel/i18n.ts';
import { later } from '../kernel/later.tsx';
import { Icon } from './Icon.tsx';
import { Mark } from './mark/Mark.tsx';
import { uiTexts } from './texts.ts';

const PhoneChoices = later(() => import('./PhoneChoices.tsx').then((all) => all.PhoneChoices));

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
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen('language')}>
        <Icon name="globe" />
        <span className="sr-only">{t('languages.button', { name: t(`languages.${lang}`) })}</span>
        <bdi>{lang.toUpperCase()}</bdi>
      </button>
      {open === 'none' ? null : <PhoneChoices open={open} onClose={close} offered={offered} />}
    </header>
  );
}
