/* Support for a question: members and audience are two numbers, never added (PO2), each with what it counts; the audience's only where there
   is any. */
import type { Votes as VotesShown } from '../../shared/floor/shown.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { floorConsoleTexts } from './consoleTexts.ts';

export function Votes({ votes: { members, audience } }: { votes: VotesShown }) {
  const t = useTexts(floorConsoleTexts);
  return (
    <span className="floor-votes">
      <b>
        <span aria-hidden="true">{number(members, t.lang)}</span>
        <span className="sr-only">{t('votes.members', { n: members })}</span>
      </b>
      <span className="meta" aria-hidden="true">
        {t('votes.hall')}
      </span>
      {audience === 0 ? null : (
        <span className="meta floor-votes-more">
          <span aria-hidden="true">{t('votes.public', { n: audience })}</span>
          <span className="sr-only">{t('votes.audience', { n: audience })}</span>
        </span>
      )}
    </span>
  );
}
