// My questions with what became of each (FL2): waiting, on the wall, put together with another, answered, parked with somebody, disputed,
// hidden. Taking one back is two taps, as long as nothing was done with it. Safe for phones.
import { useState } from 'react';
import type { OwnQuestion, QuestionOpen } from '../../../shared/floor/shown.ts';
import { dirOf, useTexts } from '../../kernel/i18n.ts';
import type { PendingWish } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { AnswerShown } from './AnswerShown.tsx';
import { fateOf } from './fate.ts';
import { floorPhoneTexts } from './phoneTexts.ts';
import { standingWords } from './standingWords.ts';
import type { FloorAct } from './useFloorAct.ts';

export interface OwnQuestionsProps {
  own: readonly OwnQuestion[];
  /** What the hall reads, as far as it has come: whose hands a question is in, why an answer is disputed. */
  rows: readonly QuestionOpen[];
  pending: readonly PendingWish[];
  acts: FloorAct;
}

export function OwnQuestions({ own, rows, pending, acts }: OwnQuestionsProps) {
  const t = useTexts(floorPhoneTexts);
  const [asking, setAsking] = useState<string | null>(null);
  const going = (question: string): boolean =>
    pending.some(({ command }) => command.type === 'floor.withdraw' && command['question'] === question);
  return (
    <ul className="rows">
      {[...own].reverse().map((one) => {
        // What became of the one that stands for it is what became of it. A long answer may have come without its words: the row has them.
        const row = rows.find(({ question }) => question === (one.under ?? one.question));
        const answer = one.answer === null ? null : (row?.answer ?? one.answer);
        const fate = fateOf(one, row);
        return (
          <li key={one.question} className="fp-row">
            {one.text === '' ? null : (
              <p className="fp-words" lang={one.lang} dir={dirOf(one.lang)}>
                {one.text}
              </p>
            )}
            <p className="fp-marks">
              <b>{fate === 'settled' ? standingWords(one.standing, row?.words ?? '', t) : t(`own.fate.${fate}`)}</b>
              {one.under !== null && fate !== 'merged' && fate !== 'hidden' ? <span>{t('own.fate.merged')}</span> : null}
            </p>
            {answer === null || one.hidden ? null : <AnswerShown answer={answer} />}
            {!one.open ? null : going(one.question) ? (
              <p className="fp-waiting-why">{t('hall.waiting')}</p>
            ) : asking === one.question ? (
              <p className="fp-acts">
                <Button
                  onPress={() => {
                    setAsking(null);
                    void acts.act({ type: 'floor.withdraw', question: one.question }, t('own.gone'));
                  }}
                >
                  {t('own.sure')}
                </Button>
                <Button variant="quiet" onPress={() => setAsking(null)}>
                  {t('own.keep')}
                </Button>
              </p>
            ) : (
              <p className="fp-acts">
                <Button variant="quiet" onPress={() => setAsking(one.question)}>
                  {t('own.withdraw')}
                </Button>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
