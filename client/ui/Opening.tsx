/* While a page waits for its first view: nothing for 300 ms (most pages are there by then), then the page's rules without text,
   after 3 seconds the words. Never a wheel. Whoever reads with the ears is told only after the 3 seconds. Safe for phones. */
import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { uiTexts } from './texts.ts';

type Stage = 'nothing' | 'rules' | 'words';
export const RULES_AFTER_MS = 300;
export const WORDS_AFTER_MS = 3000;

export function Opening({
  title,
  children,
  actions,
}: {
  title?: ReactNode | undefined;
  children?: ReactNode | undefined;
  actions?: ReactNode | undefined;
}) {
  const t = useTexts(uiTexts);
  const [stage, setStage] = useState<Stage>('nothing');
  useEffect(() => {
    const rules = setTimeout(() => setStage('rules'), RULES_AFTER_MS);
    const words = setTimeout(() => setStage('words'), WORDS_AFTER_MS);
    return () => {
      clearTimeout(rules);
      clearTimeout(words);
    };
  }, []);
  return (
    <div className="opening" aria-busy="true">
      {stage === 'nothing' ? null : (
        <>
          <i />
          <i />
          <i />
        </>
      )}
      <div role="status">
        {stage === 'words' ? (
          <p>
            <b>{title ?? t('opening')}</b> {children ?? t('openingHint')}
          </p>
        ) : null}
      </div>
      {stage === 'words' ? actions : null}
    </div>
  );
}
