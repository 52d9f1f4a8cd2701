/* The rehearsal (AG6): the whole session with invented people, opened in a console of its own that says what it is. It leaves no trace. */
import { useState } from 'react';
import { rehearsalLimits, type Rehearsal } from '../../shared/roomtest/wire.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import type { Asked, RoomTestApi } from './api.ts';
import { roomTestTexts } from './texts.ts';

const speeds = { asPeople: 1, quick: 5, quickest: 20 } as const;
type Speed = keyof typeof speeds;

/** The console of a session, in the role of this page. */
const consoleOf = (session: string): string => {
  const as = new URLSearchParams(location.search).get('as');
  return `/console?session=${session}${as === null ? '' : `&as=${encodeURIComponent(as)}`}`;
};

interface RehearsalPartProps {
  readonly timeZone: string;
  readonly session: string;
  readonly rehearsal: Rehearsal | null;
  readonly api: RoomTestApi;
  readonly take: <T>(asked: Asked<T>, into: (data: T) => void) => void;
  readonly onChange: (rehearsal: Rehearsal | null) => void;
  readonly go: (href: string) => void;
}

export function RehearsalPart({ timeZone, session, rehearsal, api, take, onChange, go }: RehearsalPartProps) {
  const t = useTexts(roomTestTexts);
  const [asking, setAsking] = useState(false);
  const inside = rehearsal?.id === session;
  const end = async (): Promise<void> => {
    const asked = await api.end();
    take(asked, (data) => {
      onChange(null);
      if (inside) go(consoleOf(data.session));
    });
  };
  const words =
    rehearsal === null
      ? t('rehearsal.hint')
      : inside
        ? t('rehearsal.inside')
        : t(rehearsal.crowd === 'running' ? 'rehearsal.running' : 'rehearsal.stopped', {
            hour: hour(rehearsal.startedAt, t.lang, timeZone),
            members: rehearsal.members,
            audience: rehearsal.audience,
          });
  return (
    <div className="roomtest-rehearsal">
      <div className="roomtest-what">
        <h2>{t('rehearsal.title')}</h2>
        <p className="soft">{words}</p>
      </div>
      <div className="roomtest-acts">
        {rehearsal === null ? (
          <Button icon="play" onPress={() => setAsking(true)}>
            {t('rehearsal.start')}
          </Button>
        ) : (
          <>
            <Button onPress={() => void end()}>{t('rehearsal.end')}</Button>
            {inside ? null : (
              <Button variant="primary" icon="next" iconAtEnd onPress={() => go(consoleOf(rehearsal.id))}>
                {t('rehearsal.open')}
              </Button>
            )}
          </>
        )}
      </div>
      {asking ? (
        <Ask
          onClose={() => setAsking(false)}
          onGo={async (of) => {
            const asked = await api.start(of);
            setAsking(false);
            take(asked, (made) => {
              onChange(made);
              if (made) go(consoleOf(made.id));
            });
          }}
        />
      ) : null}
    </div>
  );
}

function Ask({
  onClose,
  onGo,
}: {
  onClose: () => void;
  onGo: (of: { members: number; audience: number; speed: number }) => Promise<void>;
}) {
  const t = useTexts(roomTestTexts);
  const [members, setMembers] = useState(90);
  const [audience, setAudience] = useState(20);
  const [speed, setSpeed] = useState<Speed>('quick');
  const [busy, setBusy] = useState(false);
  const start = (): void => {
    setBusy(true);
    void onGo({ members, audience, speed: speeds[speed] });
  };
  const fewest = 10;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rehearsal.dialog.title')}
      footer={
        <>
          <Button variant="primary" icon="play" onPress={start} off={busy ? t('rehearsal.dialog.going') : undefined}>
            {t('rehearsal.dialog.go')}
          </Button>
          <Button onPress={onClose}>{t('rehearsal.dialog.cancel')}</Button>
        </>
      }
    >
      <div className="roomtest-ask">
        <div className="row">
          <span>{t('rehearsal.dialog.members')}</span>
          <Stepper
            label={t('rehearsal.dialog.members')}
            value={members}
            onChange={setMembers}
            min={fewest}
            max={rehearsalLimits.members}
            step={10}
            atLeast={t('rehearsal.dialog.atLeast', { n: fewest })}
            atMost={t('rehearsal.dialog.atMost', { n: rehearsalLimits.members })}
          />
        </div>
        <div className="row">
          <span>{t('rehearsal.dialog.audience')}</span>
          <Stepper
            label={t('rehearsal.dialog.audience')}
            value={audience}
            onChange={setAudience}
            min={0}
            max={rehearsalLimits.audience}
            step={20}
            atLeast={t('rehearsal.dialog.atLeast', { n: 0 })}
            atMost={t('rehearsal.dialog.atMost', { n: rehearsalLimits.audience })}
          />
        </div>
        <Segmented
          legend={t('rehearsal.dialog.speed')}
          value={speed}
          onChange={setSpeed}
          options={[
            { value: 'asPeople', label: t('rehearsal.dialog.asPeople') },
            { value: 'quick', label: t('rehearsal.dialog.quick') },
            { value: 'quickest', label: t('rehearsal.dialog.quickest') },
          ]}
        />
      </div>
    </Dialog>
  );
}
