/* The page "Dalla sala": every question of the day with what became of it (FL2), and who answers. Whoever leads gathers, shows, assigns,
   answers, parks; nothing is ever deleted here, and nobody is told who asked. */
import { useState } from 'react';
import type { ExpertRow, FloorDriverView, QuestionRow } from '../../shared/floor/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { useSessionLinks } from '../kernel/sessionLinks.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import { FloorExperts } from './FloorExperts.tsx';
import { FloorQuestions } from './FloorQuestions.tsx';
import './console.css';

export interface FloorTable {
  readonly group: string;
  readonly number: number;
}
export interface FloorBlock {
  readonly id: string;
  readonly title: string;
}
export interface FloorPageProps {
  readonly view: FloorDriverView;
  readonly blocks: readonly FloorBlock[];
  /** The point that runs. */
  readonly running: string | null;
  readonly tables: readonly FloorTable[];
  readonly sessionId: string;
  readonly timeZone: string;
  readonly send: Send;
}
const parts = ['questions', 'experts'] as const;
type Part = (typeof parts)[number];

/** The words of an expert, as they were written down. */
interface Written {
  readonly id: string;
  readonly label: string;
  readonly about: string;
}
/** The view carries as many words of experts as fit in a push; the list has all of them. */
const useExperts = ({ experts, list }: FloorDriverView): { readonly experts: readonly ExpertRow[]; readonly whole: boolean } => {
  const { rows } = useList<readonly Written[]>('floor.experts', '', experts.length > 0 ? list : null);
  const words = new Map((rows ?? []).map((row) => [row.id, row]));
  return {
    experts: experts.map((row) => ({ ...row, ...pick(words.get(row.expert)) })),
    whole: experts.every(({ expert }) => words.has(expert)),
  };
};
const pick = (words: Written | undefined): Partial<Pick<ExpertRow, 'label' | 'about'>> =>
  words === undefined ? {} : { label: words.label, about: words.about };

export function FloorPage(props: FloorPageProps) {
  const { sessionId, send } = props;
  const t = useTexts(floorConsoleTexts);
  const [part, setPart] = useState<Part>('questions');
  const { rows, state } = useList<readonly QuestionRow[]>('floor.questions', '', props.view.list);
  const { experts, whole } = useExperts(props.view);
  const view = { ...props.view, experts };
  return (
    <main className="console-wide">
      <div className="floor-page">
        <header>
          <h1>{t('page.title')}</h1>
          <Segmented<Part>
            legend={t('page.parts')}
            hideLegend
            value={part}
            onChange={setPart}
            options={parts.map((value) => ({ value, label: t(`page.${value}`) }))}
          />
        </header>
        {part === 'questions' ? (
          <FloorQuestions {...props} view={view} rows={rows} refused={state === 'refused'} onExperts={() => setPart('experts')} />
        ) : (
          <Experts view={view} whole={whole} sessionId={sessionId} send={send} />
        )}
      </div>
    </main>
  );
}

function Experts({ view, whole, sessionId, send }: Pick<FloorPageProps, 'view' | 'sessionId' | 'send'> & { readonly whole: boolean }) {
  const { links, make, takeBack } = useSessionLinks(sessionId, 'expert');
  return <FloorExperts view={view} whole={whole} links={links} makeLink={make} takeBack={takeBack} send={send} />;
}
