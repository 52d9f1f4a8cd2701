// Where a question is written: one box, its send button right under it so that an open keyboard covers neither, and below what has not left
// this phone yet, dashed and in ochre. "Ricevuta" is said only when the server has it (K8). Safe for phones.
import { useRef } from 'react';
import { floorLimits, type QuestionDoor } from '../../../shared/floor/limits.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { floorPhoneTexts } from './phoneTexts.ts';
import type { Asking } from './useAsking.ts';
import { useGrowing } from './useGrowing.ts';

export interface AskBoxProps {
  asking: Asking;
  door: QuestionDoor;
  label: string;
  /** Who reads it. */
  hint: string;
  /** Why nothing is sent now; what is typed stays. */
  off?: string | undefined;
}

export function AskBox({ asking, door, label, hint, off }: AskBoxProps) {
  const t = useTexts(floorPhoneTexts);
  const box = useRef<HTMLDivElement>(null);
  useGrowing(box, asking.text);
  const wordsOf = { empty: t('ask.empty'), long: t('ask.long', { max: floorLimits.questionChars }) } as const;
  const press = (): void => {
    const why = asking.check();
    if (why === null) return asking.submit(door, t('ask.sent'));
    announce(wordsOf[why]);
    box.current?.querySelector('textarea')?.focus();
  };
  const { word } = asking;
  return (
    <div className="fp-box" ref={box}>
      <TextArea
        label={label}
        hint={hint}
        rows={4}
        max={floorLimits.questionChars}
        value={asking.text}
        error={word === 'empty' || word === 'long' ? wordsOf[word] : undefined}
        onChange={asking.setText}
      />
      <Button thumb variant="primary" off={off} onPress={press}>
        {t('ask.send')}
      </Button>
      {word === 'received' ? <Status>{t('ask.sent')}</Status> : null}
      <NotYetThere asking={asking} />
    </div>
  );
}

function NotYetThere({ asking }: { asking: Asking }) {
  const t = useTexts(floorPhoneTexts);
  return (
    <>
      {asking.lost.map(({ question, text, refused }) => (
        <div key={question} className="mine waiting fp-waiting" role="alert">
          <p className="fp-words" dir="auto">
            {text}
          </p>
          <p className="fp-waiting-why">{refused === null ? t('lost.unknown') : t('lost.refused', { why: refused })}</p>
          <p className="fp-acts">
            <Button onPress={() => asking.take(question)}>{t('lost.take')}</Button>
            <Button variant="quiet" onPress={() => asking.forget(question)}>
              {t('lost.forget')}
            </Button>
          </p>
        </div>
      ))}
      {/* What left a moment ago is not worth an ochre frame. */}
      {asking.slow
        ? asking.waiting.map(({ question, text }) => (
            <div key={question} className="mine waiting fp-waiting">
              <p className="fp-words" dir="auto">
                {text}
              </p>
              <p className="fp-waiting-why">{t(asking.offline ? 'waiting.offline' : 'waiting.slow')}</p>
            </div>
          ))
        : null}
    </>
  );
}
