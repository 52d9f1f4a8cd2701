/* The test of the room, before the doors (K12): six checks, one line each, and the rehearsal. What a machine can measure is measured;
   what only a person can say is asked. Whoever drives the session; nothing of it counts, and all but the test picture on the walls is forgotten.
   Keys: M sends a test to the phones. */
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { showCode } from '../../shared/kernel/codes.ts';
import type { Address } from '../../shared/organiser/wire.ts';
import type { Rehearsal, RoomTestReply } from '../../shared/roomtest/wire.ts';
import { useNow } from '../kernel/clock.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { useKeys } from '../kernel/keys.ts';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Opening } from '../ui/Opening.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { roomTestApi, type Asked, type Health, type RoomTestApi } from './api.ts';
import { useAwake } from './awake.ts';
import { AddressCheck, AddressPrice, addressState, spoken } from './AddressCheck.tsx';
import { AwakeCheck, awakeState } from './AwakeCheck.tsx';
import type { CheckState } from './Check.tsx';
import { PhonesCheck, phonesState, QrCheck, qrState, ScreensCheck, screensState, StoreCheck, storeState } from './checks.tsx';
import { RehearsalPart } from './RehearsalPart.tsx';
import { roomTestTexts } from './texts.ts';
import './roomtest.css';

export interface RoomTestProps {
  readonly session: string;
  readonly timeZone: string;
  /** The room's code, as it is written on the wall. */
  readonly code: string;
  readonly screens: readonly { readonly connected: boolean; readonly scene: { readonly kind: string } }[];
  readonly send: Send;
  /** The connected walls in small: the room that draws them gives them. */
  readonly walls: readonly { readonly id: string; readonly label: string; readonly picture: ReactNode }[];
  readonly api?: RoomTestApi | undefined;
  /** Another page: a rehearsal's console, or back from it. */
  readonly go?: ((href: string) => void) | undefined;
}

const readEveryMs = 2000;
const probeEveryMs = 400;
const healthEveryMs = 30_000;

export function RoomTest({
  session,
  timeZone,
  code,
  screens,
  send,
  walls,
  api: given,
  go = (href) => location.assign(href),
}: RoomTestProps) {
  const t = useTexts(roomTestTexts);
  const say = useRefusal({ rehearsal: refusalOf(roomTestTexts) });
  const api = useMemo(() => given ?? roomTestApi(session), [given, session]);
  const awake = useAwake();
  const now = useNow(60_000);
  const [test, setTest] = useState<RoomTestReply | null>(null);
  const [address, setAddress] = useState<Address | null>(null);
  const [health, setHealth] = useState<Health | null>(null);
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  /** Takes an answer in; a refusal is said once, above. */
  const take = useCallback(
    <T,>(asked: Asked<T>, into: (data: T) => void): void => {
      if (asked.ok) {
        setRefused(null);
        into(asked.data);
      } else setRefused(say(asked));
    },
    [say],
  );
  const readHealth = useCallback(() => void api.health().then((asked) => setHealth(asked.ok ? asked.data : { ok: false })), [api]);

  useEffect(() => {
    let here = true;
    const once = <T,>(asked: Promise<Asked<T>>, into: (data: T) => void): void => {
      void asked.then((reply) => {
        if (here && reply.ok) into(reply.data);
      });
    };
    once(api.address(), setAddress);
    once(api.rehearsal(), setRehearsal);
    readHealth();
    const health = setInterval(readHealth, healthEveryMs);
    return () => {
      here = false;
      clearInterval(health);
    };
  }, [api, readHealth]);

  const probing = test?.probe?.state === 'running';
  useEffect(() => {
    let here = true;
    const read = (): void => {
      void api.read().then((asked) => {
        if (here && asked.ok) setTest(asked.data);
      });
    };
    read();
    const timer = setInterval(read, probing ? probeEveryMs : readEveryMs);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [api, probing]);

  const probe = useCallback(() => {
    if (!probing) void api.probe().then((asked) => take(asked, setTest));
  }, [api, probing, take]);
  useKeys(useMemo(() => ({ m: probe }), [probe]));

  if (test === null || address === null)
    return (
      <section className="roomtest">
        <h1 className="big">{t('title')}</h1>
        <Opening title={t('loading')}>{t('notHeard')}</Opening>
      </section>
    );

  const connected = screens.filter((screen) => screen.connected).length;
  const states: readonly CheckState[] = [
    addressState(address),
    qrState(test.qr),
    screensState(connected, test.readable),
    phonesState(test.probe),
    awakeState(awake),
    storeState(health),
  ];
  const count = (...wanted: readonly CheckState[]): number => states.filter((state) => wanted.includes(state)).length;
  return (
    <div className="roomtest-page">
      <section className="roomtest">
        <header>
          <h1>{t('title')}</h1>
          <p className="meta">
            {t('summary', { hour: hour(now, t.lang, timeZone), ok: count('ok'), look: count('look'), fix: count('fix', 'bad') })}
          </p>
        </header>
        {refused === null ? null : <Band kind="error">{refused}</Band>}
        <ol className="roomtest-checks">
          <AddressCheck address={address} onChoose={(base) => void api.choose(base).then((asked) => take(asked, setAddress))} />
          <QrCheck timeZone={timeZone} qr={test.qr} onAgain={() => void api.forgetQr().then((asked) => take(asked, setTest))} />
          <ScreensCheck
            timeZone={timeZone}
            connected={connected}
            showing={screens.some(({ scene }) => scene.kind === 'test')}
            readable={test.readable}
            onShow={(show) =>
              void send(show ? { type: 'screen.showScene', scene: { kind: 'test' } } : { type: 'screen.follow' }).then((reply) =>
                setRefused(reply.ok ? null : say(reply)),
              )
            }
            onSaid={(yes) => void api.readable(yes).then((asked) => take(asked, setTest))}
          />
          <PhonesCheck timeZone={timeZone} probe={test.probe} code={code} onProbe={probe} />
          <AwakeCheck timeZone={timeZone} awake={awake} />
          <StoreCheck health={health} onAgain={readHealth} />
        </ol>
        <RehearsalPart timeZone={timeZone} session={session} rehearsal={rehearsal} api={api} take={take} onChange={setRehearsal} go={go} />
      </section>
      <aside className="roomtest-side" data-theme="dark" aria-labelledby="roomtest-side">
        <header>
          <h2 id="roomtest-side">
            <Icon name="qr" /> {t('side.title')}
          </h2>
          <span className="meta">{t('side.only')}</span>
        </header>
        <QrCode value={`${address.base}/#p=${test.trial}`} label={t('qr.label', { address: spoken(address.base) })} size="14.5rem" />
        <p className="roomtest-address" dir="ltr">
          {spoken(address.base)}
        </p>
        <p className="roomtest-code">{showCode(code)}</p>
        <p className="meta">{t('side.typed')}</p>
        <AddressPrice timeZone={timeZone} address={address} />
        {walls.length === 0 ? null : (
          <ul className="roomtest-walls">
            {walls.map(({ id, label, picture }, index) => (
              <li key={id}>
                {picture}
                <span className="meta">{label === '' ? t('side.screen', { n: index + 1 }) : label}</span>
              </li>
            ))}
          </ul>
        )}
      </aside>
    </div>
  );
}
