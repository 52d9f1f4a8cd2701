/* What whoever leads decides for all: dots opened and closed, notes that come to light, the board frozen. Each question repeats its object and
   its number in the button (LANGUAGE.md 5). Safe for phones. */
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { DialogPart } from './BoardDialogs.tsx';
import type { Wish } from './useSteps.ts';
import type { BoardWords } from './words.ts';

interface DecideProps {
  title: string;
  children: ReactNode;
  go: string;
  wish: Wish;
  part: Pick<DialogPart, 'onClose' | 'steps'>;
  t: BoardWords;
}
function Decide({ title, children, go, wish, part, t }: DecideProps) {
  return (
    <Dialog
      open
      onClose={part.onClose}
      title={title}
      footer={
        <>
          <Button
            variant="primary"
            onPress={() => {
              part.onClose();
              void part.steps.act(wish, null);
            }}
          >
            {go}
          </Button>
          <Button onPress={part.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

export function RevealDialog({ t, standing, ...part }: DialogPart) {
  const { about } = standing;
  if (about.silence === null) return null;
  return (
    <Decide
      title={t('reveal.title', { n: about.notes })}
      go={t('silence.reveal', { n: about.notes })}
      wish={{ type: 'board.reveal', board: about.board, silence: about.silence }}
      part={part}
      t={t}
    >
      <p>{t('reveal.hint', { n: about.writers, of: about.people })}</p>
    </Decide>
  );
}
export function FreezeDialog({ t, standing, ...part }: DialogPart) {
  const { about } = standing;
  return (
    <Decide
      title={t('freeze.title')}
      go={t('freeze.go', { n: about.notes })}
      wish={{ type: 'board.freeze', boards: [about.board] }}
      part={part}
      t={t}
    >
      <p>{t('freeze.hint')}</p>
      {about.loose > 0 ? <p>{t('freeze.loose', { n: about.loose })}</p> : null}
    </Decide>
  );
}
export function DotsDialog({ t, standing, ...part }: DialogPart) {
  const { about } = standing;
  const { dots, board } = about;
  if (dots.state === 'open')
    return (
      <Decide
        title={t('dots.closeTitle')}
        go={t('dots.closeGo', { n: dots.finished, of: dots.base })}
        wish={{ type: 'board.closeDots', board, round: dots.round }}
        part={part}
        t={t}
      >
        <p>{dots.finished < dots.base ? t('dots.missing', { n: dots.base - dots.finished }) : t('dots.allDone')}</p>
        <p>{t('dots.closeHint')}</p>
      </Decide>
    );
  const on = dots.rule.on === 'notes' ? t('dots.onNotes') : t('dots.onThemes');
  return (
    <Decide
      title={dots.state === 'closed' ? t('dots.again') : t('dots.openTitle')}
      go={t('dots.openGo', { n: about.people })}
      wish={{ type: 'board.openDots', board }}
      part={part}
      t={t}
    >
      <p>{t('dots.rule', { n: dots.rule.each, max: dots.rule.max, on })}</p>
      <p>{t('dots.openHint')}</p>
    </Decide>
  );
}
