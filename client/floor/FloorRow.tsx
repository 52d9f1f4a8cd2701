/* One question: what it says, where it was born, who supports it, what was answered, and what can be done with it. Those that lie under it
   keep their words and can be taken apart. The row itself takes the focus, so that X hides it at once (hideKey.ts). */
import { useId, useState } from 'react';
import type { FloorDriverView, QuestionRow } from '../../shared/floor/shown.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import type { Asking } from './ask.ts';
import { floorConsoleTexts } from './consoleTexts.ts';
import { FloorAnswers } from './FloorAnswers.tsx';
import type { QuestionDialog } from './FloorDialogs.tsx';
import { isGone, type Pile } from './questions.ts';
import { Votes } from './Votes.tsx';

export interface FloorRowProps {
  readonly pile: Pile;
  readonly view: FloorDriverView;
  /** The title of the point in which it was asked. */
  readonly block: string | null;
  readonly timeZone: string;
  /** Its further acts are in sight. */
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly picked: boolean;
  readonly pickOff: string | undefined;
  readonly onPick: () => void;
  readonly onDialog: (kind: QuestionDialog['kind']) => void;
  readonly ask: Asking['ask'];
}
export const useBorn = (): ((row: QuestionRow) => string) => {
  const t = useTexts(floorConsoleTexts);
  return ({ from, door, table }) => {
    if (door === 'paper') return table === null ? t('born.paper') : t('born.paperTable', { number: table });
    if (from === 'audience') return t('born.audience');
    return table === null ? t('born.hall') : t(from === 'table' ? 'born.table' : 'born.memberTable', { number: table });
  };
};

export function FloorRow(props: FloorRowProps) {
  const { pile, view, block, timeZone, open, picked, onDialog, ask } = props;
  const { head, under } = pile;
  const t = useTexts(floorConsoleTexts);
  const id = useId();
  const born = useBorn();
  const [unfolded, setUnfolded] = useState(false);
  const gone = isGone(head);
  const expert = view.experts.find((each) => each.expert === head.expert);
  const { question } = head;
  return (
    // It holds the focus itself: from there X hides it.
    <li
      tabIndex={0}
      data-question={question}
      data-gone={gone ? '' : undefined}
      aria-labelledby={id}
      className={[head.onWall ? 'on' : '', open ? 'open' : ''].filter(Boolean).join(' ') || undefined}
    >
      {gone ? (
        <span />
      ) : (
        <Check
          label={<span className="sr-only">{t('wall.pick', { text: head.text })}</span>}
          checked={picked}
          off={props.pickOff}
          onChange={props.onPick}
        />
      )}
      <div>
        <p id={id} className={gone ? 'floor-text soft' : 'floor-text'} lang={head.lang} dir="auto">
          {head.text}
        </p>
        <div className="meta">
          {[born(head), block ?? '', hour(head.at, t.lang, timeZone)].filter(Boolean).join(', ')}
          {under.length === 0 ? null : (
            <>
              {' '}
              <Button variant="quiet" expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
                {t('row.under', { n: under.length })}
              </Button>
            </>
          )}
        </div>
        <Standing row={head} expert={expert?.label ?? null} />
        <FloorAnswers answers={head.answers} timeZone={timeZone} />
        {unfolded ? (
          <ul className="floor-under">
            {under.map((row) => (
              <li key={row.question}>
                <Votes votes={row.votes} />
                <bdi lang={row.lang} dir="auto">
                  {row.text}
                </bdi>
                <span className="meta">{born(row)}</span>
                <Button variant="quiet" icon="branch" onPress={() => void ask({ type: 'floor.part', question: row.question })}>
                  {t('acts.part')}
                  <span className="sr-only">{row.text}</span>
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {gone ? (
        head.hidden ? (
          <div className="floor-acts">
            <Button icon="eye" onPress={() => void ask({ type: 'floor.hide', question, on: false })}>
              {t('acts.unhide')}
            </Button>
          </div>
        ) : (
          <span />
        )
      ) : (
        <div className="floor-acts">
          <Button
            icon="screen"
            pressed={head.onWall}
            onPress={() =>
              void ask({ type: 'floor.toWall', questions: head.onWall ? view.wall.filter((each) => each !== question) : [question] })
            }
          >
            {t(head.onWall ? 'acts.offWall' : 'acts.toWall')}
          </Button>
          <Button onPress={() => onDialog('answer')}>{t(head.answers.length > 0 ? 'acts.answerAgain' : 'acts.answer')}</Button>
          <Button onPress={() => onDialog('assign')}>{t('acts.assign')}</Button>
          <Button variant="quiet" expanded={open} controls={`${id}more`} onPress={props.onOpen}>
            {t('acts.more')}
          </Button>
        </div>
      )}
      <Votes votes={head.votes} />
      {open && !gone ? (
        <div className="floor-acts floor-more" id={`${id}more`}>
          <Button onPress={() => onDialog('same')}>{t('acts.same')}</Button>
          <Button onPress={() => onDialog('park')}>{t('acts.park')}</Button>
          <Button onPress={() => onDialog('dispute')}>{t('acts.dispute')}</Button>
          {head.standing === 'open' ? null : (
            <Button onPress={() => void ask({ type: 'floor.settle', question, how: 'open', words: '' })}>{t('acts.reopen')}</Button>
          )}
          <Button icon="eyeoff" keyHint="X" onPress={() => void ask({ type: 'floor.hide', question, on: true })}>
            {t('acts.hide')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** What became of it, in words, where something did. */
function Standing({ row, expert }: { row: QuestionRow; expert: string | null }) {
  const t = useTexts(floorConsoleTexts);
  if (row.withdrawn) return <p className="tag">{t('row.withdrawn')}</p>;
  if (row.hidden) return <p className="tag time">{t('row.hidden')}</p>;
  const words = row.words === '' ? '' : ` ${row.words}`;
  switch (row.standing) {
    case 'open':
      return expert === null ? null : <p className="tag">{t('row.assigned', { who: expert })}</p>;
    case 'answered':
      return <p className="tag live">{t('row.answered')}</p>;
    case 'parked':
      return (
        <p className="tag time">
          <span>
            {t('row.parked')}
            <bdi dir="auto">{words}</bdi>
          </span>
        </p>
      );
    case 'disputed':
      return (
        <p className="tag time">
          <span>
            {t('row.disputed')}
            <bdi dir="auto">{words}</bdi>
          </span>
        </p>
      );
    default:
      return row.standing satisfies never;
  }
}
