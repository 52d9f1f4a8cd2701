/* The phone of the audience: the front door, then the question of the moment, then the programme and what the hall asks (AudienceHome). No account,
   no name, its own electorate (PO2). The lightest page of all: a first answer must be possible within seconds of typing the code (IN5). Safe for phones. */
import { useState } from 'react';
import { useNow } from '../kernel/clock.ts';
import { useTexts } from '../kernel/i18n.ts';
import { later } from '../kernel/later.tsx';
import { useConnection, useLink, usePending, useView } from '../kernel/live.ts';
import { PollAudience } from '../poll/PollAudience.tsx';
import { Button } from '../ui/Button.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import { screensTexts } from './texts.ts';
import type { AudienceCommon, AudienceMine } from './views.ts';

const AudienceHome = later(() => import('./AudienceHome.tsx').then((all) => all.AudienceHome));

export function Audience() {
  const t = useTexts(screensTexts);
  const { common, mine } = useView<AudienceCommon, AudienceMine>();
  return (
    <PhoneFrame label={t('audience')} timeZone={common?.session?.timeZone ?? 'UTC'} words={common?.screen ?? null}>
      {common?.session && mine ? <Inside common={common} mine={mine} /> : null}
    </PhoneFrame>
  );
}

function Inside({ common, mine }: { common: AudienceCommon; mine: AudienceMine }) {
  const t = useTexts(screensTexts);
  const connection = useConnection();
  const online = useLink().kind === 'live';
  const pending = usePending();
  const now = useNow();
  const [programme, setProgramme] = useState(false);
  const [asks, setAsks] = useState(false);
  const session = common.session;
  if (!connection || session === null) return null;
  const { send } = connection;
  const asked = common.poll.now;
  const current =
    session.phase !== 'closed' &&
    session.phase !== 'sealed' &&
    asked !== null &&
    (asked.phase === 'open' || asked.phase === 'closed' || asked.openedAt >= (common.agenda.running?.startedAt ?? 0));
  // An open question comes before what one reads; what was typed there is kept.
  if (asked !== null && current && (asked.phase === 'open' || !programme))
    return (
      <>
        <PollAudience
          view={common.poll}
          mine={mine.poll}
          send={send}
          pending={pending}
          online={online}
          now={now}
          timeZone={session.timeZone}
          onRetry={() => connection.wake()}
        />
        {asked.phase === 'open' ? null : (
          <footer className="thumb-zone">
            <Button thumb onPress={() => setProgramme(true)}>
              {t('programme')}
            </Button>
          </footer>
        )}
      </>
    );
  return (
    <AudienceHome
      common={common}
      session={session}
      mine={mine}
      send={send}
      pending={pending}
      online={online}
      now={now}
      asks={asks}
      onAsks={setAsks}
      onBack={programme && current ? () => setProgramme(false) : null}
    />
  );
}
