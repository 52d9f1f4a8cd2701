// The question on a member's phone. A member who is not in the hall, whose sheet was entered, or whose hands are counted, reads why.
// Nothing when no question was put yet: the page says what is next. Safe for phones.
import type { PollMine } from '../../shared/poll/view.ts';
import { useTexts } from '../kernel/i18n.ts';
import { AnswerSaid } from './AnswerForm.tsx';
import { draftOf } from './answerDraft.ts';
import { PhoneQuestion } from './PhoneQuestion.tsx';
import type { PollPhoneProps } from './phoneProps.ts';
import { pollPhoneTexts } from './phoneTexts.ts';

export function PollMember(props: PollPhoneProps) {
  const round = props.view.now;
  if (round === null) return null;
  return <PhoneQuestion {...props} round={round} aside={asideOf(props.mine) === null ? null : <MemberAside {...props} />} />;
}

const asideOf = (mine: PollMine): 'paper' | 'hands' | 'away' | null => {
  switch (mine?.why ?? null) {
    case 'onPaper':
      return 'paper';
    case 'byHands':
      return 'hands';
    case 'notPresent':
      return 'away';
    case 'closed':
    case null:
    default:
      return null;
  }
};

function MemberAside({ view, mine }: PollPhoneProps) {
  const t = useTexts(pollPhoneTexts);
  const why = asideOf(mine);
  if (why === null || view.now === null) return null;
  return (
    <>
      <h2 className="big">{t(`${why}.title`)}</h2>
      {why === 'paper' && mine !== null && mine.answer !== null ? (
        <div className="mine">
          <AnswerSaid asked={view.now} draft={draftOf(mine.answer)} />
        </div>
      ) : null}
      <p className="soft">{t(`${why}.why`)}</p>
    </>
  );
}
