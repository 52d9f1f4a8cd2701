/* Around what is printed: what is chosen, what it carries, one button. All of it stays off the paper. The sheets below are what the printer gets. */
import type { ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { organiserTexts } from './organiserTexts.ts';
import './organiser.css';

export const printed = ['cards', 'join', 'answers', 'planb'] as const;
export type What = (typeof printed)[number];
export const isWhat = (value: string | null): value is What => printed.some((one) => one === value);

export interface PrintFrameProps {
  readonly session: string;
  readonly what: What;
  /** "12 fogli A4"; `some` when only the printer knows; null when there is nothing to print, with the reason in `options`. */
  readonly sheets: number | 'some' | null;
  readonly options: ReactNode;
  readonly warnings: ReactNode;
  /** What the printer gets. */
  readonly children: ReactNode;
  readonly onPrint: () => void;
  readonly back: string;
}

export function PrintFrame({ session, what, sheets, options, warnings, children, onPrint, back }: PrintFrameProps) {
  const t = useTexts(organiserTexts);
  return (
    <div className="org-print">
      <header className="org-print-bar no-print">
        <div className="org-print-top">
          <Mark />
          <h1>{t('print.title')}</h1>
          <nav aria-label={t('print.tabs')}>
            {printed.map((one) => (
              <a key={one} href={`/print?session=${session}&what=${one}`} aria-current={one === what ? 'page' : undefined}>
                {t(`print.what.${one}`)}
              </a>
            ))}
          </nav>
          <a className="btn quiet" href={back}>
            {t('print.back')}
          </a>
        </div>
        <div className="org-print-options">
          {options}
          {sheets === null ? null : (
            <span className="org-print-go">
              {sheets === 'some' ? null : <span className="meta">{t('print.sheets', { n: sheets })}</span>}
              <Button variant="primary" icon="print" onPress={onPrint}>
                {t('print.go')}
              </Button>
            </span>
          )}
        </div>
        {warnings}
      </header>
      <main className="org-paper-tray" data-theme="light">
        {children}
      </main>
    </div>
  );
}
