/* Answer sheets for people without a phone (RO5): seat, question, choices; handed in at the desk and entered "da foglio" (PO9).
   Half an A4 each, to be cut. The seat is on the sheet because a sheet replaces that seat's phone; an anonymous poll prints none. */
import { useTexts } from '../../kernel/i18n.ts';
import { rosterTexts } from '../rosterTexts.ts';
import './print.css';

export type AnswerForm =
  /** `max` 1: one choice. */
  | { readonly kind: 'choices'; readonly choices: readonly string[]; readonly min: number; readonly max: number }
  | { readonly kind: 'scale'; readonly statements: readonly string[]; readonly low: string; readonly high: string }
  | { readonly kind: 'words'; readonly entries: number }
  | { readonly kind: 'text' };
export interface AnswerSheetsProps {
  readonly assembly: string;
  readonly question: string;
  readonly description: string;
  readonly form: AnswerForm;
  /** One sheet each; '' leaves the seat to be written by hand. */
  readonly seats: readonly string[];
}

export function AnswerSheets({ assembly, question, description, form, seats }: AnswerSheetsProps) {
  const t = useTexts(rosterTexts);
  const pairs = Array.from({ length: Math.ceil(seats.length / 2) }, (_, pair) => seats.slice(pair * 2, pair * 2 + 2));
  return (
    <>
      {pairs.map((pair, sheet) => (
        <div key={sheet} className="a4 answers-sheet">
          {pair.map((seat, place) => (
            <article key={place} className="answer-form">
              <p className="answer-head">
                <span className="soft">{assembly}</span>
                <b>{t('print.answers.seat', { seat: seat === '' ? '______' : seat })}</b>
              </p>
              <h2>{question}</h2>
              {description === '' ? null : <p className="soft">{description}</p>}
              <Form form={form} />
              <p className="meta answer-foot">
                <span>{t('print.answers.kicker')}</span>
                <span>{t('print.answers.foot')}</span>
              </p>
            </article>
          ))}
        </div>
      ))}
    </>
  );
}

function Form({ form }: { form: AnswerForm }) {
  const t = useTexts(rosterTexts);
  switch (form.kind) {
    case 'choices':
      return (
        <>
          <p>
            {form.max === 1
              ? t('print.answers.one')
              : form.min > 1
                ? t('print.answers.many', { min: form.min, max: form.max })
                : t('print.answers.upTo', { max: form.max })}
          </p>
          <ul className={form.choices.length > 6 ? 'boxes two' : 'boxes'}>
            {[...form.choices, t('print.answers.dontKnow')].map((choice, place) => (
              <li key={place}>
                <i className={form.max === 1 ? 'box round' : 'box'} />
                <span>{choice}</span>
              </li>
            ))}
          </ul>
        </>
      );
    case 'scale':
      return (
        <>
          <p>{t('print.answers.scale', { low: form.low, high: form.high })}</p>
          <ul className="scale-lines">
            {form.statements.map((statement, place) => (
              <li key={place}>
                <span>{statement}</span>
                <span className="digits" dir="ltr">
                  {[1, 2, 3, 4, 5].map((digit) => (
                    <i key={digit}>{digit}</i>
                  ))}
                </span>
                <span className="soft">{t('print.answers.dontKnow')}</span>
                <i className="box" />
              </li>
            ))}
          </ul>
        </>
      );
    case 'words':
      return (
        <>
          <p>{t('print.answers.words', { max: form.entries })}</p>
          <ul className="lines">
            {Array.from({ length: form.entries }, (_, line) => (
              <li key={line} />
            ))}
          </ul>
        </>
      );
    case 'text':
      return (
        <>
          <p>{t('print.answers.text')}</p>
          <ul className="lines">
            {Array.from({ length: 5 }, (_, line) => (
              <li key={line} />
            ))}
          </ul>
        </>
      );
    default:
      return form satisfies never;
  }
}
