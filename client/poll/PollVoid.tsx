// Cancelling a question: its answers stay in the record as cancelled, with the reason, and everybody is told (PO12, K9).
import { useState } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import { pollTexts } from './consoleTexts.ts';
import type { DriverRound, PollDrive } from './drive.ts';

export function PollVoid({ open, onClose, round, ask }: { open: boolean; onClose: () => void; round: DriverRound; ask: PollDrive['ask'] }) {
  const t = useTexts(pollTexts);
  const [reason, setReason] = useState('');
  const why = reason.trim();
  const go = async (): Promise<void> => {
    onClose();
    await ask({ type: 'poll.void', poll: round.poll, round: round.round, reason: why });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('void.title')}
      footer={
        <>
          <Button variant="primary" off={why === '' ? t('void.need') : undefined} onPress={() => void go()}>
            {t('void.do')}
          </Button>
          <Button onPress={onClose}>{t('act.back')}</Button>
        </>
      }
    >
      <p>{t('void.what', { question: round.question.s, n: round.round })}</p>
      <TextArea label={t('void.reason')} hint={t('void.hint')} rows={3} max={limits.reasonChars} value={reason} onChange={setReason} />
    </Dialog>
  );
}
