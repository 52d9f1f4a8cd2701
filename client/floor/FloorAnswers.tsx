/* What was answered: by whom, when, in which words, from which source. All of them stay: a second answer stands beside the first. */
import type { AnswerShown } from '../../shared/floor/shown.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { floorConsoleTexts } from './consoleTexts.ts';

export function FloorAnswers({ answers, timeZone }: { answers: readonly AnswerShown[]; timeZone: string }) {
  const t = useTexts(floorConsoleTexts);
  if (answers.length === 0) return null;
  return (
    <ul className="floor-answers">
      {answers.map((answer) => (
        <li key={answer.at}>
          <p className="meta">
            {answer.who === '' ? t('answered.somebody') : t('answered.who', { who: answer.who })}, {hour(answer.at, t.lang, timeZone)}
          </p>
          {answer.text === '' ? (
            <p className="soft">{t('answered.aloud')}</p>
          ) : (
            <p className="floor-text" dir="auto">
              {answer.text}
            </p>
          )}
          {answer.source === '' ? null : (
            <p className="meta" dir="auto">
              {t('answered.source', { source: answer.source })}
            </p>
          )}
          {answer.link === null ? null : (
            <p>
              <a href={answer.link} target="_blank" rel="noopener noreferrer" dir="ltr" className="floor-link">
                {answer.link}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
