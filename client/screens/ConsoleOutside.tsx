/* The console without its link: what is missing, and the one way on. */
import type { Params } from '../../shared/kernel/room.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import { Band } from '../ui/Band.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { consoleTexts } from './consoleTexts.ts';

export function ConsoleOutside({ refused }: { refused: { readonly code: string; readonly params: Params } | null }) {
  const t = useTexts(consoleTexts);
  const say = useRefusal();
  return (
    <main className="console-opening">
      <Mark />
      <h1 className="big">{t('outside.title')}</h1>
      {refused === null ? null : (
        <Band kind="error" code={refused.code}>
          {say(refused)}
        </Band>
      )}
      <p className="lead soft">{t('outside.hint')}</p>
      <a className="btn primary" href="/home">
        {t('outside.home')}
      </a>
    </main>
  );
}
