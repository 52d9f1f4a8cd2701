// An answer as the hall reads it: by whom, its words, its source, its link in a page of its own. What was only said aloud says so. Safe for phones.
import type { AnswerShown as Answer } from '../../../shared/floor/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { floorPhoneTexts } from './phoneTexts.ts';

export function AnswerShown({ answer }: { answer: Answer }) {
  const t = useTexts(floorPhoneTexts);
  const { who, text, source, link } = answer;
  return (
    <div className="fp-answer">
      {who === '' ? null : <p className="meta">{t('answer.by', { who })}</p>}
      {text === '' ? (
        link === null && <p>{t('answer.aloud')}</p>
      ) : (
        <p className="fp-words" dir="auto">
          {text}
        </p>
      )}
      {source === '' ? null : <p className="meta">{t('answer.source', { source })}</p>}
      {link === null ? null : (
        <a className="fp-link" href={link} target="_blank" rel="noopener noreferrer">
          {t('answer.link')}
        </a>
      )}
    </div>
  );
}
