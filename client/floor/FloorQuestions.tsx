/* The questions themselves: the doors by which they come, the filters, the rows, and the short list for the wall. At most sixty rows are
   drawn at once: a full day has three hundred. */
import { useMemo, useState } from 'react';
import { floorLimits } from '../../shared/floor/limits.ts';
import type { QuestionRow } from '../../shared/floor/shown.ts';
import type { QuestionId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { useAsk } from './ask.ts';
import { floorConsoleTexts } from './consoleTexts.ts';
import { FloorDialogs, type QuestionDialog } from './FloorDialogs.tsx';
import { FloorDoors } from './FloorDoors.tsx';
import { FloorFilters } from './FloorFilters.tsx';
import type { FloorPageProps } from './FloorPage.tsx';
import { FloorPaper } from './FloorPaper.tsx';
import { FloorRow } from './FloorRow.tsx';
import { found, pilesOf, type Filter } from './questions.ts';

const shownAtOnce = 60;

export interface FloorQuestionsProps extends FloorPageProps {
  /** The list `floor.questions`; null while it comes. */
  readonly rows: readonly QuestionRow[] | null;
  readonly refused: boolean;
  readonly onExperts: () => void;
}
export function FloorQuestions(props: FloorQuestionsProps) {
  const { view, rows, blocks, running, tables, timeZone, send, onExperts } = props;
  const t = useTexts(floorConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [filter, setFilter] = useState<Filter>({ block: null, state: 'open', place: 'all', words: '' });
  const [more, setMore] = useState(1);
  const [picked, setPicked] = useState<readonly QuestionId[]>([]);
  const [open, setOpen] = useState<QuestionId | null>(null);
  const [dialog, setDialog] = useState<QuestionDialog | null>(null);
  const [paper, setPaper] = useState(false);
  const piles = useMemo(() => pilesOf(rows ?? []), [rows]);
  const list = useMemo(() => found(piles, filter), [piles, filter]);
  const shown = list.slice(0, more * shownAtOnce);
  // What was hidden or gathered meanwhile cannot go to the wall any more.
  const chosen = picked.filter((each) => piles.some(({ head }) => head.question === each && !head.hidden && !head.withdrawn));
  const full = chosen.length >= floorLimits.onWall;
  const show = async (questions: readonly QuestionId[]): Promise<void> => {
    if (await ask({ type: 'floor.toWall', questions })) setPicked([]);
  };
  const narrow = (next: Filter): void => {
    setFilter(next);
    setMore(1);
  };
  return (
    <>
      <div className="floor-bar">
        <FloorDoors view={view} ask={ask} />
        <Button icon="sheet" off={view.may.ask ? undefined : t('notNow')} onPress={() => setPaper(true)}>
          {t('paper.open')}
        </Button>
      </div>
      <FloorFilters filter={filter} onFilter={narrow} piles={piles} blocks={blocks} running={running} />
      <div className="floor-bar">
        <p role="status">
          {view.wall.length === 0 ? t('wall.none') : t('wall.some', { n: view.wall.length })}{' '}
          {chosen.length > 0 ? t('wall.picked', { n: chosen.length }) : ''}
        </p>
        <span className="row">
          {chosen.length > 0 ? (
            <>
              <Button variant="primary" icon="screen" onPress={() => void show(chosen)}>
                {t('wall.show', { n: chosen.length })}
              </Button>
              <Button variant="quiet" onPress={() => setPicked([])}>
                {t('wall.unpick')}
              </Button>
            </>
          ) : null}
          {view.wall.length > 0 ? <Button onPress={() => void show([])}>{t('wall.clear')}</Button> : null}
        </span>
      </div>
      {refused === null ? null : <p className="why">{refused}</p>}
      {rows === null ? (
        <p className="soft">{t(props.refused ? 'page.refused' : 'loading')}</p>
      ) : piles.length === 0 ? (
        <p className="soft">{t('page.empty')}</p>
      ) : list.length === 0 ? (
        <div className="row">
          <p className="soft">{t('page.noneFound')}</p>
          <Button onPress={() => narrow({ block: null, state: 'all', place: 'all', words: '' })}>{t('page.seeAll')}</Button>
        </div>
      ) : (
        <ol className="floor-rows">
          {shown.map((pile) => {
            const { question } = pile.head;
            const on = chosen.includes(question);
            return (
              <FloorRow
                key={question}
                pile={pile}
                view={view}
                block={blocks.find(({ id }) => id === pile.head.block)?.title ?? null}
                timeZone={timeZone}
                open={open === question}
                onOpen={() => setOpen(open === question ? null : question)}
                picked={on}
                pickOff={full && !on ? t('wall.full', { n: floorLimits.onWall }) : undefined}
                onPick={() => {
                  if (on) setPicked(chosen.filter((each) => each !== question));
                  else if (!full) setPicked([...chosen, question]);
                }}
                onDialog={(kind) => setDialog({ kind, question })}
                ask={ask}
              />
            );
          })}
        </ol>
      )}
      {list.length > shown.length ? (
        <Button onPress={() => setMore(more + 1)}>{t('page.more', { n: Math.min(shownAtOnce, list.length - shown.length) })}</Button>
      ) : null}
      {dialog === null ? null : (
        <FloorDialogs
          dialog={dialog}
          piles={piles}
          view={view}
          send={send}
          onExperts={() => {
            setDialog(null);
            onExperts();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {paper ? <FloorPaper tables={tables} send={send} onClose={() => setPaper(false)} /> : null}
    </>
  );
}
