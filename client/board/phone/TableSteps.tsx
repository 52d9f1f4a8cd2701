// The four steps of a table as its head line, always in sight: where it is, what is done, what comes. A tap goes there, back too, after a
// question that names it: an accidental step in front of the table is worse than one more tap. Safe for phones.
import { useState } from 'react';
import { boardSteps } from '../../../shared/board/limits.ts';
import type { BoardAbout } from '../../../shared/board/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { boardTableTexts } from './tableTexts.ts';
import type { Acts } from './useActs.ts';

const shown = ['write', 'read', 'themes', 'dots'] as const;
type ShownStep = (typeof shown)[number];

export interface TableStepsProps {
  about: BoardAbout;
  acts: Acts;
  mayLead: boolean;
  /** Leaving the silence is the reveal, which is asked in its own words. */
  onReveal: () => void;
}

export function TableSteps({ about, acts, mayLead, onReveal }: TableStepsProps) {
  const t = useTexts(boardTableTexts);
  const [to, setTo] = useState<ShownStep | null>(null);
  const at = boardSteps.indexOf(about.step);
  const tap = (step: ShownStep): void => {
    if (!mayLead || step === about.step) return;
    if (about.silence !== null) onReveal();
    else setTo(step);
  };
  const go = (step: ShownStep): void => {
    setTo(null);
    void acts.act({ type: 'board.step', board: about.board, from: about.step, to: step });
  };
  return (
    <nav aria-label={t('steps')}>
      <ol className="bp-steps">
        {shown.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={step === about.step ? 'now' : index < at ? 'done' : ''}
              aria-current={step === about.step ? 'step' : undefined}
              onClick={() => tap(step)}
            >
              <b aria-hidden="true">{index < at ? <Icon name="check" /> : index + 1}</b>
              <span>{t(`step.${step}`)}</span>
              {index < at ? <span className="sr-only">{t('stepDone')}</span> : null}
            </button>
          </li>
        ))}
      </ol>
      {to === null ? null : (
        <Dialog
          open
          onClose={() => setTo(null)}
          title={t(`goTo.${to}`)}
          noCross
          footer={
            <>
              {to === 'write' ? (
                <Button
                  thumb
                  variant="primary"
                  onPress={() => {
                    setTo(null);
                    void acts.act({ type: 'board.silence', board: about.board });
                  }}
                >
                  {t('writeAgain.silent')}
                </Button>
              ) : null}
              <Button thumb variant={to === 'write' ? 'plain' : 'primary'} onPress={() => go(to)}>
                {to === 'write' ? t('writeAgain.open') : t('goTo.yes', { step: t(`step.${to}`) })}
              </Button>
              <Button thumb onPress={() => setTo(null)}>
                {t('stay')}
              </Button>
            </>
          }
        >
          <p className="soft">{to === 'write' ? t('writeAgain.words') : t('goTo.words')}</p>
        </Dialog>
      )}
    </nav>
  );
}
