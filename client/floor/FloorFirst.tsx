/* The questions of the hall on the console's middle: how many there are, and the three that most people share, one tap from the wall. */
import type { FloorDriverView, QuestionRow } from '../../shared/floor/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { useAsk } from './ask.ts';
import { floorConsoleTexts } from './consoleTexts.ts';
import { found, pilesOf } from './questions.ts';
import { Votes } from './Votes.tsx';
import './console.css';

const shown = 3;

export interface FloorFirstProps {
  readonly view: FloorDriverView;
  /** The list `floor.questions`; null while it comes. */
  readonly rows: readonly QuestionRow[] | null;
  readonly send: Send;
  readonly onAll: () => void;
}
export function FloorFirst({ view, rows, send, onAll }: FloorFirstProps) {
  const t = useTexts(floorConsoleTexts);
  const { ask, refused } = useAsk(send);
  const { counts } = view;
  const first = found(pilesOf(rows ?? []), { block: null, state: 'open', place: 'all', words: '' }).slice(0, shown);
  const beside = [
    counts.answered > 0 ? t('first.answered', { n: counts.answered }) : '',
    counts.parked > 0 ? t('first.parked', { n: counts.parked }) : '',
    counts.disputed > 0 ? t('first.disputed', { n: counts.disputed }) : '',
    counts.hidden > 0 ? t('first.hidden', { n: counts.hidden }) : '',
  ].filter(Boolean);
  return (
    <section className="floor-first" aria-labelledby="floor-first">
      <div className="between">
        <div>
          <h2 id="floor-first" className="title">
            {t('first.title')}
          </h2>
          <p className="meta">
            {t('first.open', { n: counts.open })}
            {beside.length === 0 ? '' : ` (${beside.join(', ')})`}
          </p>
        </div>
        <Button variant="quiet" onPress={onAll}>
          {t('first.all')}
        </Button>
      </div>
      {first.length === 0 ? null : (
        <ol className="floor-first-rows">
          {first.map(({ head }) => (
            <li key={head.question}>
              <Votes votes={head.votes} />
              <bdi lang={head.lang} dir="auto">
                {head.text}
              </bdi>
              <Button
                variant="quiet"
                onPress={() =>
                  void ask({
                    type: 'floor.toWall',
                    questions: head.onWall ? view.wall.filter((each) => each !== head.question) : [head.question],
                  })
                }
              >
                {t(head.onWall ? 'acts.offWall' : 'acts.toWall')}
                <span className="sr-only">{head.text}</span>
              </Button>
            </li>
          ))}
        </ol>
      )}
      {refused === null ? null : <p className="why">{refused}</p>}
    </section>
  );
}
