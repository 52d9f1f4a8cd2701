/* The page "Tavoli" of the console: which tables there are, who goes where, what lies on them, who leads them. Prepared before the hall
   moves; nothing here moves anybody by itself. */
import { useState } from 'react';
import type { GroupsPlanRows, SeatingRow } from '../../shared/groups/shown.ts';
import type { BoardPlanRows } from '../../shared/board/shown.ts';
import type { BoardId, MemberId } from '../../shared/kernel/ids.ts';
import { ConsoleBoards, type ExportKind } from '../board/ConsoleBoards.tsx';
import { PrepareBoards } from '../board/PrepareBoards.tsx';
import { GroupsAssign } from '../groups/GroupsAssign.tsx';
import { GroupsLinks } from '../groups/GroupsLinks.tsx';
import { GroupsPlan } from '../groups/GroupsPlan.tsx';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import type { Send } from '../kernel/send.ts';
import { useSessionLinks } from '../kernel/sessionLinks.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { useCompanions } from './consoleGroups.ts';
import { consoleTexts } from './consoleTexts.ts';
import type { ConsoleCommon } from './views.ts';

export const groupsParts = ['plan', 'assign', 'boards', 'links'] as const;
export type GroupsPart = (typeof groupsParts)[number];
export interface ConsoleGroupsTabProps {
  readonly common: ConsoleCommon;
  readonly session: NonNullable<ConsoleCommon['session']>;
  readonly sessionId: string;
  readonly send: Send;
  readonly onBoard: (board: BoardId) => void;
  readonly onTogether: () => void;
  readonly onGather: () => void;
  readonly onExport: (board: BoardId, kind: ExportKind) => void;
}
/** Rows of `roster.members` (shared/roster/view.ts): here only ids and attributes are looked at. */
type MemberRows = readonly { readonly member: MemberId; readonly attributes: Readonly<Record<string, string>> }[];

/** Another seed each time, so that "again" is another mix. */
const newSeed = (): number => crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;

export function ConsoleGroupsTab(props: ConsoleGroupsTabProps) {
  const { common, session, sessionId, send } = props;
  const t = useTexts(consoleTexts);
  const { groups, board, agenda, roster } = common;
  const [part, setPart] = useState<GroupsPart>('plan');
  const plan = useList<GroupsPlanRows>('groups.plan', '', part === 'plan' || part === 'assign' ? groups.list : null);
  const seating = useList<readonly SeatingRow[]>('groups.seating', '', part === 'assign' ? groups.list : null);
  const members = useList<MemberRows>('roster.members', '', part === 'assign' ? roster.members : null);
  const boards = useList<BoardPlanRows>('board.plans', '', part === 'boards' ? board.list : null);
  const olderPast = useCompanions(sessionId);
  return (
    <main className="console-wide">
      <div className="groups-page">
        <header>
          <h1>{t('tabs.groups')}</h1>
          <Segmented<GroupsPart>
            legend={t('groups.parts')}
            hideLegend
            value={part}
            onChange={setPart}
            options={groupsParts.map((value) => ({ value, label: t(`groups.${value}`) }))}
          />
        </header>
        {part === 'plan' ? (
          <GroupsPlan view={groups} plan={plan.rows} send={send} />
        ) : part === 'assign' ? (
          <GroupsAssign
            view={groups}
            seating={seating.rows}
            plan={plan.rows}
            people={members.rows}
            olderPast={olderPast}
            send={send}
            newSeed={newSeed}
            onPlan={() => setPart('plan')}
          />
        ) : part === 'boards' ? (
          <>
            <PrepareBoards
              view={board}
              plans={boards.rows}
              tables={groups.groups}
              blocks={agenda.course.rows.map(({ id, title }) => ({ id, title: title?.s ?? '…' }))}
              send={send}
            />
            <ConsoleBoards
              view={board}
              tables={groups.groups}
              send={send}
              onOpen={props.onBoard}
              onExport={props.onExport}
              onTogether={props.onTogether}
              onGather={props.onGather}
            />
          </>
        ) : (
          <Links common={common} assembly={session.assembly} sessionId={sessionId} onPlan={() => setPart('plan')} />
        )}
      </div>
    </main>
  );
}

function Links({
  common,
  assembly,
  sessionId,
  onPlan,
}: {
  common: ConsoleCommon;
  assembly: string;
  sessionId: string;
  onPlan: () => void;
}) {
  const { links, make, takeBack } = useSessionLinks(sessionId, 'table');
  return <GroupsLinks view={common.groups} links={links} takeBack={takeBack} makeLink={make} assembly={assembly} onPlan={onPlan} />;
}
