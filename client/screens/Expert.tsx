/* The page of one expert: who they are here and which session it is in the bar, what is asked of them below. It works before the doors open and
   after the close; once the session is archived it says so. On a wide screen it stays a column that can be read. Safe for phones. */
import type { AskedRow } from '../../shared/floor/shown.ts';
import { ExpertAsked } from '../floor/phone/ExpertAsked.tsx';
import { floorExpertTexts } from '../floor/phone/expertTexts.ts';
import { useTexts, type Lang } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { useConnection, useLink, usePending, useView } from '../kernel/live.ts';
import { Opening } from '../ui/Opening.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { ExpertCommon, ExpertMine } from './views.ts';

const offered: readonly Lang[] = ['it', 'en'];

export function Expert() {
  const t = useTexts(floorExpertTexts);
  const { common, mine } = useView<ExpertCommon, ExpertMine>();
  const floor = mine?.floor ?? null;
  const session = common?.session ?? null;
  const label = floor === null || floor.label === '' ? t('label') : floor.label;
  return (
    <PhoneFrame
      label={session === null ? label : `${label} · ${session.title.s}`}
      timeZone={session?.timeZone ?? 'UTC'}
      words={common?.screen ?? null}
      offered={offered}
    >
      {common !== null && session !== null && floor !== null ? <Inside common={common} session={session} floor={floor} /> : null}
    </PhoneFrame>
  );
}

interface InsideProps {
  readonly common: ExpertCommon;
  readonly session: NonNullable<ExpertCommon['session']>;
  readonly floor: NonNullable<ExpertMine['floor']>;
}

function Inside({ common, session, floor }: InsideProps) {
  const t = useTexts(floorExpertTexts);
  const connection = useConnection();
  const online = useLink().kind === 'live';
  const pending = usePending();
  const { rows, state } = useList<readonly AskedRow[]>('floor.asked', '', floor.list);
  if (!connection) return null;
  if (session.phase === 'sealed')
    return (
      <main>
        <h1 className="big">{t('sealed.title')}</h1>
        <p className="lead soft">{t('sealed.words')}</p>
      </main>
    );
  if (rows === null) return <main>{state === 'refused' ? <p className="lead">{t('notOpening')}</p> : <Opening />}</main>;
  return (
    <ExpertAsked
      mine={floor}
      rows={rows}
      blocks={common.agenda.course.rows}
      over={session.phase === 'closed'}
      send={connection.send}
      pending={pending}
      online={online}
      timeZone={session.timeZone}
    />
  );
}
