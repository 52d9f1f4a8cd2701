// An expert's answer to one question: its words, a source, a link. What is wrong with it is said beside the button; a second answer takes
// the place of the first on the pages, and both stay in the record. Safe for phones.
import { useState } from 'react';
import { floorLimits } from '../../../shared/floor/limits.ts';
import type { AskedRow } from '../../../shared/floor/shown.ts';
import { useTexts, type Translate } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { AskedQuestion } from './AskedQuestion.tsx';
import { floorExpertTexts } from './expertTexts.ts';
import { faultOf, useAnswering, type AnswerFault } from './useAnswering.ts';
import './phone.css';

export interface ExpertAnswerProps {
  row: AskedRow;
  /** This expert's own answer that stands there. */
  own: AskedRow['answer'];
  /** As the hall calls this expert. */
  label: string;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  /** Why nothing can be sent; what is typed stays. */
  off?: string | undefined;
  onBack: () => void;
}

const faultWords = (fault: AnswerFault, t: Translate<typeof floorExpertTexts.it>): string => {
  switch (fault) {
    case 'empty':
    case 'linkWrong':
      return t(`form.${fault}`);
    case 'long':
      return t('form.long', { max: floorLimits.answerChars });
    case 'sourceLong':
      return t('form.sourceLong', { max: floorLimits.sourceChars });
    case 'linkLong':
      return t('form.linkLong', { max: floorLimits.linkChars });
    default:
      return fault satisfies never;
  }
};

export function ExpertAnswer({ row, own, label, send, pending, online, off, onBack }: ExpertAnswerProps) {
  const t = useTexts(floorExpertTexts);
  const { draft, setDraft, submit, waiting, refused } = useAnswering(row.question, own, send, pending, online);
  const [missing, setMissing] = useState<string | null>(null);
  const write = (next: Partial<typeof draft>): void => {
    setMissing(null);
    setDraft({ ...draft, ...next });
  };
  const press = (): void => {
    const fault = faultOf(draft);
    if (fault === null) {
      void submit(t('sent')).then((granted) => {
        if (granted) onBack();
      });
      return;
    }
    const words = faultWords(fault, t);
    setMissing(words);
    announce(words);
  };
  // Why nothing can be sent is said at once: it may come while one is typing.
  const wrong = missing ?? (refused === null ? (off ?? null) : t('refused', { why: refused }));
  return (
    <>
      <main className="fp-form">
        <h1 className="title">{own === null ? t('form.title') : t('change')}</h1>
        <div className="fp-row">
          <AskedQuestion row={row} block={null} />
        </div>
        {own === null ? null : <p className="soft">{t('changeWords')}</p>}
        <TextArea
          label={t('form.text')}
          hint={t('form.who', { label })}
          rows={6}
          max={floorLimits.answerChars}
          value={draft.text}
          onChange={(text) => write({ text })}
        />
        <Field
          label={t('form.source')}
          hint={t('form.sourceHint')}
          value={draft.source}
          max={floorLimits.sourceChars}
          dir="auto"
          onChange={(source) => write({ source })}
        />
        <Field
          label={t('form.link')}
          hint={t('form.linkHint')}
          type="url"
          inputMode="url"
          dir="ltr"
          value={draft.link}
          onChange={(link) => write({ link })}
        />
        {waiting?.slow === true ? (
          <div className="mine waiting fp-waiting">
            <p className="fp-words" dir="auto">
              {waiting.answer.text}
            </p>
            <p className="fp-waiting-why">{t(online ? 'pending.slow' : 'pending.offline')}</p>
          </div>
        ) : null}
      </main>
      <footer className="thumb-zone ruled">
        {wrong === null ? null : (
          <p className="why" role="alert">
            {wrong}
          </p>
        )}
        <Button thumb variant="primary" off={off} onPress={press}>
          {t('form.send')}
        </Button>
        <Button thumb icon="back" onPress={onBack}>
          {t('form.back')}
        </Button>
      </footer>
    </>
  );
}
