// What every state of a question on a phone begins and ends with: the question, and how many have answered. Safe for phones.
import type { ReactNode } from 'react';
import type { PublicRound } from '../../shared/poll/public.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Rich } from '../ui/Rich.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { pollPhoneTexts } from './phoneTexts.ts';
import { Said } from './Said.tsx';

export function Head({ round, small = false, id, children }: { round: PublicRound; small?: boolean; id?: string; children?: ReactNode }) {
  const t = useTexts(pollPhoneTexts);
  return (
    <header className="poll-head">
      <p className="eyebrow">{t('informal')}</p>
      <h1 className={small ? 'lead poll-small' : 'title'} id={id}>
        <Said of={round.question} />
      </h1>
      {children}
    </header>
  );
}

/** "48 di 77 hanno risposto", with a mark for each; the audience has no base and no marks. */
export function Answered({ round }: { round: { readonly answered: number; readonly base: number | null } }) {
  const t = useTexts(pollPhoneTexts);
  const words =
    round.base === null ? t('people.answeredOpen', { n: round.answered }) : t('people.answered', { n: round.answered, m: round.base });
  return (
    <div className="poll-answered">
      <p>
        <Rich text={words} />
      </p>
      {round.base === null ? null : (
        <SeatLine
          label=""
          segments={[
            { count: round.answered, pattern: 'solid' },
            { count: Math.max(0, round.base - round.answered), pattern: 'waiting' },
          ]}
        />
      )}
    </div>
  );
}
