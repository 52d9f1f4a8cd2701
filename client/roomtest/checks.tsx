/* Four of the six checks: the QR from a phone, the screens, the phones' sign of life, whether the program saves. */
import type { Probe, RoomTestReply } from '../../shared/roomtest/wire.ts';
import { showCode } from '../../shared/kernel/codes.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import type { Health } from './api.ts';
import { CheckRow, type CheckState } from './Check.tsx';
import { roomTestTexts } from './texts.ts';

/** Slower than this, a question of half a minute becomes hard to answer. */
const slowMs = 3000;
const seconds = (ms: number): number => Math.max(0.1, Math.round(ms / 100) / 10);

/** A code is never broken over two lines. */
const whole = (code: string): string => showCode(code).replace(' ', '\u00a0');

type Qr = RoomTestReply['qr'];
export const qrState = (qr: Qr): CheckState => (qr === null ? 'look' : qr.ms > slowMs ? 'fix' : 'ok');
export function QrCheck({ timeZone, qr, onAgain }: { timeZone: string; qr: Qr; onAgain: () => void }) {
  const t = useTexts(roomTestTexts);
  return (
    <CheckRow state={qrState(qr)} title={t('qr.title')} acts={qr === null ? undefined : <Button onPress={onAgain}>{t('qr.again')}</Button>}>
      <p className="soft">
        {qr === null
          ? t('qr.look')
          : t(qr.ms > slowMs ? 'qr.slow' : 'qr.ok', { hour: hour(qr.at, t.lang, timeZone), seconds: seconds(qr.ms) })}
      </p>
    </CheckRow>
  );
}

type Readable = RoomTestReply['readable'];
export const screensState = (connected: number, readable: Readable): CheckState =>
  connected === 0 ? 'fix' : readable === null ? 'look' : readable.yes ? 'ok' : 'bad';
export function ScreensCheck({
  timeZone,
  connected,
  showing,
  readable,
  onShow,
  onSaid,
}: {
  timeZone: string;
  connected: number;
  showing: boolean;
  readable: Readable;
  onShow: (show: boolean) => void;
  onSaid: (yes: boolean) => void;
}) {
  const t = useTexts(roomTestTexts);
  const state = screensState(connected, readable);
  const words = {
    fix: () => t('screens.none'),
    look: () => t('screens.look', { n: connected }),
    bad: () => t('screens.bad'),
    ok: () => t('screens.ok', { n: connected, hour: hour(readable?.at ?? 0, t.lang, timeZone) }),
  };
  return (
    <CheckRow
      state={state}
      title={t('screens.title')}
      acts={
        connected === 0 ? undefined : (
          <>
            <Button variant={showing ? 'plain' : 'quiet'} icon="screen" onPress={() => onShow(!showing)}>
              {t(showing ? 'screens.hide' : 'screens.show')}
            </Button>
            <Button onPress={() => onSaid(true)} pressed={readable?.yes === true}>
              {t('screens.yes')}
            </Button>
            <Button onPress={() => onSaid(false)} pressed={readable?.yes === false}>
              {t('screens.no')}
            </Button>
          </>
        )
      }
    >
      <p className="soft">{words[state]()}</p>
    </CheckRow>
  );
}

export const phonesState = (probe: Probe | null): CheckState => {
  if (probe === null || probe.asked === 0 || probe.state === 'running') return 'look';
  if (probe.answered === 0) return 'bad';
  return probe.answered < probe.asked || (probe.slowestMs ?? 0) > slowMs ? 'fix' : 'ok';
};
export function PhonesCheck({
  timeZone,
  probe,
  code,
  onProbe,
}: {
  timeZone: string;
  probe: Probe | null;
  code: string;
  onProbe: () => void;
}) {
  const t = useTexts(roomTestTexts);
  const running = probe?.state === 'running';
  const words = (): string => {
    if (probe === null) return t('phones.look', { code: whole(code) });
    if (probe.asked === 0) return t('phones.nobody', { code: whole(code), hour: hour(probe.at, t.lang, timeZone) });
    const { asked, answered } = probe;
    if (running) return t('phones.running', { asked, answered });
    if (answered === 0) return t('phones.noneAnswered', { asked });
    return t(answered < asked ? 'phones.silent' : 'phones.done', { asked, answered, seconds: seconds(probe.slowestMs ?? 0) });
  };
  return (
    <CheckRow
      state={phonesState(probe)}
      title={t('phones.title')}
      acts={
        <Button onPress={onProbe} keyHint="M" off={running ? t('phones.sending') : undefined}>
          {t('phones.send')}
        </Button>
      }
    >
      <p className="soft" role="status">
        {words()}
      </p>
      {probe === null || probe.asked === 0 ? null : (
        <SeatLine
          label=""
          className="roomtest-seats"
          style={{ maxInlineSize: `${Math.min(40, probe.asked * 0.625)}rem` }}
          segments={[
            { count: probe.answered, pattern: 'solid' },
            { count: probe.asked - probe.answered, pattern: 'waiting' },
          ]}
        />
      )}
    </CheckRow>
  );
}

export const storeState = (health: Health | null): CheckState => (health === null ? 'look' : health.ok ? 'ok' : 'bad');
export function StoreCheck({ health, onAgain }: { health: Health | null; onAgain: () => void }) {
  const t = useTexts(roomTestTexts);
  return (
    <CheckRow state={storeState(health)} title={t('store.title')} acts={<Button onPress={onAgain}>{t('store.again')}</Button>}>
      <p className="soft">
        {health === null
          ? t('store.checking')
          : health.ok
            ? t(health.engine === 'postgres' ? 'store.postgres' : 'store.sqlite')
            : t('store.bad')}
      </p>
    </CheckRow>
  );
}
