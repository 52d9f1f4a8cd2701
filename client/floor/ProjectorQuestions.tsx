// The questions of the hall on the wall: one as a title, or a short list. Where it was born, who supports it (those in the hall and the
// audience apart, never added: PO2), how many ask the same, what has become of it. Never who asked (SC6).
// It draws `.wall-main` and `.wall-foot`; the frame, the head line and the languages belong to the wall.
import type { CSSProperties, ReactNode } from 'react';
import { dirOf, number, useTexts, type Translate } from '../kernel/i18n.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Rich } from '../ui/Rich.tsx';
import { T } from '../ui/T.tsx';
import { fitList, fitOne, type QuestionOnWall } from './wallFit.ts';
import { floorWallTexts } from './wallTexts.ts';
import './wall.css';

export interface ProjectorQuestionsProps {
  readonly questions: readonly QuestionOnWall[];
  /** How to enter, at the end of the foot. */
  readonly way?: ReactNode | undefined;
}
type Say = Translate<(typeof floorWallTexts)['it']>;

const signs: Readonly<Record<Exclude<QuestionOnWall['standing'], 'open'>, IconName>> = {
  answered: 'check',
  parked: 'people',
  disputed: 'branch',
};
const born = ({ table, from }: QuestionOnWall): 'table' | 'audience' | 'hall' =>
  table !== null ? 'table' : from === 'audience' ? 'audience' : 'hall';

/** A text that may be cut has its own direction: the dots of what was cut stand where its last line ends. */
const own = ({ lang }: Pick<QuestionOnWall, 'lang'>) => ({ lang, dir: dirOf(lang) });

function Asked({ text, lang }: Pick<QuestionOnWall, 'text' | 'lang'>) {
  return <T of={{ text, lang, dir: dirOf(lang) }} />;
}

export function ProjectorQuestions({ questions, way }: ProjectorQuestionsProps) {
  const t = useTexts(floorWallTexts);
  const [first] = questions;
  if (first === undefined) return null;
  return questions.length === 1 ? <One question={first} way={way} t={t} /> : <List questions={questions} way={way} t={t} />;
}

function One({ question, way, t }: { question: QuestionOnWall; way: ReactNode; t: Say }) {
  const { votes, merged, standing } = question;
  const { size, lines } = fitOne(question);
  const style: CSSProperties & { '--size': number; '--lines': number } = { '--size': size, '--lines': lines };
  const supports = [
    ...(votes.members > 0 ? [t('votes.members', { n: votes.members })] : []),
    ...(votes.audience > 0 ? [t(votes.members > 0 ? 'votes.audience' : 'votes.audienceAlone', { n: votes.audience })] : []),
  ];
  return (
    <>
      <div className="wall-main floor-wall" style={style}>
        <p className="floor-wall-from">
          <span>{t(`from.${born(question)}`, { number: question.table ?? 0 })}</span>
          {standing === 'open' ? null : (
            <span className="floor-wall-mark">
              <Icon name={signs[standing]} />
              {t(`standing.${standing}`)}
            </span>
          )}
        </p>
        <h1 className={question.lang === 'ar' ? 'arabic' : undefined} {...own(question)}>
          <Asked text={question.text} lang={question.lang} />
        </h1>
        <p className="floor-wall-votes">
          {supports.map((support) => (
            <span key={support}>
              <Rich text={support} />
            </span>
          ))}
          {merged === 0 ? null : <span className="floor-wall-same">{t('merged', { n: merged })}</span>}
        </p>
      </div>
      <footer className="wall-foot">
        <span>{t('support')}</span>
        <span>{way}</span>
      </footer>
    </>
  );
}

/** Pixels: the columns beside the words, and the space before each. */
const columns = { where: 250, whereMore: 400, votes: 170, mark: 56, gap: 32 };

function List({ questions, way, t }: { questions: readonly QuestionOnWall[]; way: ReactNode; t: Say }) {
  const heard = questions.some(({ votes }) => votes.audience > 0);
  const standings = (['answered', 'parked', 'disputed'] as const).filter((each) => questions.some(({ standing }) => standing === each));
  const beside = [
    ...(standings.length > 0 ? [columns.mark] : []),
    questions.some(({ merged }) => merged > 0) ? columns.whereMore : columns.where,
    columns.votes,
    ...(heard ? [columns.votes] : []),
  ];
  const width = 1728 - beside.reduce((all, column) => all + column + columns.gap, 0);
  const { size, lines, cut } = fitList(questions, width);
  const style: CSSProperties & { '--size': number; '--columns': string } = {
    '--size': size,
    '--columns': ['minmax(0, 1fr)', ...beside.map((column) => `calc(${column} * var(--u))`)].join(' '),
  };
  return (
    <>
      <div className="wall-main floor-list" style={style}>
        <div className="floor-list-row floor-list-head">
          <h1>{t('title')}</h1>
          <span>{t('heads.members')}</span>
          {heard ? <span>{t('heads.audience')}</span> : null}
        </div>
        <ol>
          {questions.map((question, at) => (
            <Row key={question.question} question={question} lines={lines[at] ?? 1} marked={standings.length > 0} heard={heard} t={t} />
          ))}
        </ol>
      </div>
      <footer className="wall-foot">
        <span className="floor-list-foot">
          {standings.map((each) => (
            <span key={each} className="floor-wall-mark">
              <Icon name={signs[each]} />
              {t(`standing.${each}`)}
            </span>
          ))}
          {cut ? <span>{t('whole')}</span> : standings.length === 0 ? <span>{t('support')}</span> : null}
        </span>
        <span>{way}</span>
      </footer>
    </>
  );
}

function Row({ question, lines, marked, heard, t }: { question: QuestionOnWall; lines: number; marked: boolean; heard: boolean; t: Say }) {
  const { votes, merged, standing } = question;
  const style: CSSProperties & { '--lines': number } = { '--lines': lines };
  return (
    <li className="floor-list-row">
      <span className={question.lang === 'ar' ? 'floor-list-text arabic' : 'floor-list-text'} style={style} {...own(question)}>
        <Asked text={question.text} lang={question.lang} />
      </span>
      {marked ? <span>{standing === 'open' ? null : <Icon name={signs[standing]} label={t(`standing.${standing}`)} />}</span> : null}
      <span className="floor-list-where">
        {t(`where.${born(question)}`, { number: question.table ?? 0 })}
        {merged === 0 ? null : ` ${t('more', { n: merged })}`}
      </span>
      <b>
        {number(votes.members, t.lang)}
        <span className="sr-only"> {t('heads.members')}</span>
      </b>
      {heard ? (
        <b>
          {number(votes.audience, t.lang)}
          <span className="sr-only"> {t('heads.audience')}</span>
        </b>
      ) : null}
    </li>
  );
}
