/* What is asked before something is done with a question: with which it is the same, who answers it, what was answered, who takes it home,
   why the answer is disputed. Each repeats the question. */
import { useState } from 'react';
import { floorLimits } from '../../shared/floor/limits.ts';
import type { FloorDriverView } from '../../shared/floor/shown.ts';
import type { ExpertId, QuestionId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong } from '../ui/Field.tsx';
import { useAsk } from './ask.ts';
import { Choose } from './Choose.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import { FloorAnswer } from './FloorAnswer.tsx';
import { FloorSame } from './FloorSame.tsx';
import type { Pile } from './questions.ts';
import { Repeated, type DialogPart } from './Repeated.tsx';

export interface QuestionDialog {
  readonly kind: 'same' | 'assign' | 'answer' | 'park' | 'dispute';
  readonly question: QuestionId;
}
export interface FloorDialogsProps {
  readonly dialog: QuestionDialog;
  readonly piles: readonly Pile[];
  readonly view: FloorDriverView;
  readonly send: Send;
  /** To the page where experts are written down. */
  readonly onExperts: () => void;
  readonly onClose: () => void;
}
export function FloorDialogs({ dialog, piles, onExperts, ...others }: FloorDialogsProps) {
  const row = piles.find(({ head }) => head.question === dialog.question)?.head;
  // Somebody else gathered it under another meanwhile: there is nothing left to ask.
  if (row === undefined) return null;
  const part: DialogPart = { ...others, row };
  switch (dialog.kind) {
    case 'same':
      return <FloorSame {...part} piles={piles} />;
    case 'assign':
      return <Assign {...part} onExperts={onExperts} />;
    case 'answer':
      return <FloorAnswer {...part} />;
    case 'park':
      return <Settle {...part} how="parked" />;
    case 'dispute':
      return <Settle {...part} how="disputed" />;
    default:
      return dialog.kind satisfies never;
  }
}

function Assign({ row, view, send, onClose, onExperts }: DialogPart & { onExperts: () => void }) {
  const t = useTexts(floorConsoleTexts);
  const { ask, refused } = useAsk(send);
  const { experts } = view;
  const [expert, setExpert] = useState<ExpertId | null>(row.expert ?? experts[0]?.expert ?? null);
  const go = async (to: ExpertId | null): Promise<void> => {
    if (await ask({ type: 'floor.assign', question: row.question, expert: to })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assign.title')}
      footer={
        <>
          {experts.length === 0 ? (
            <Button variant="primary" onPress={onExperts}>
              {t('assign.toExperts')}
            </Button>
          ) : (
            <Button variant="primary" onPress={() => void go(expert)}>
              {t('assign.go')}
            </Button>
          )}
          {row.expert === null ? null : <Button onPress={() => void go(null)}>{t('assign.nobody')}</Button>}
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <Repeated row={row} />
      {experts.length === 0 ? (
        <p>{t('assign.none')}</p>
      ) : (
        <Choose
          label={t('assign.who')}
          value={expert ?? ''}
          options={experts.map((each) => ({
            value: each.expert,
            label: each.waiting === 0 ? each.label : t('assign.waiting', { who: each.label, n: each.waiting }),
          }))}
          onChange={(chosen) => setExpert(experts.find((each) => each.expert === chosen)?.expert ?? null)}
        />
      )}
    </Dialog>
  );
}

function Settle({ row, send, onClose, how }: DialogPart & { how: 'parked' | 'disputed' }) {
  const t = useTexts(floorConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [words, setWords] = useState(row.standing === how ? row.words : '');
  const most = how === 'parked' ? floorLimits.whoChars : floorLimits.wordsChars;
  const off = words.trim() === '' ? t(`${how}.write`) : isTooLong(words, most) ? t('tooLong') : undefined;
  const go = async (): Promise<void> => {
    if (off === undefined && (await ask({ type: 'floor.settle', question: row.question, how, words: words.trim() }))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${how}.title`)}
      footer={
        <>
          <Button variant="primary" off={off} onPress={() => void go()}>
            {t(`${how}.go`)}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
        </>
      }
    >
      <Repeated row={row} />
      <Field
        label={t(`${how}.label`)}
        hint={t(`${how}.hint`)}
        value={words}
        onChange={setWords}
        max={most}
        dir="auto"
        autoFocus
        onEnter={() => void go()}
      />
    </Dialog>
  );
}
