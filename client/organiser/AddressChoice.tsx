/* The address that phones use: chosen among this computer's, or written when the hall's router knows a better name (K12).
   The price of another one, cards already printed, stands beside it. */
import { useEffect, useState } from 'react';
import { addressSchema, type Address } from '../../shared/organiser/wire.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ask, type Failed } from './api.ts';
import { organiserTexts } from './organiserTexts.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

export function AddressChoice({ session }: { session: string }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [address, setAddress] = useState<Address | null>(null);
  const [unread, setUnread] = useState<Failed | null>(null);
  const [writing, setWriting] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const { busy, failed, act } = useAct();
  useEffect(() => {
    let here = true;
    void ask(addressSchema, `/api/sessions/${session}/address`).then((read) => {
      if (!here) return;
      if (read.ok) setAddress(read.data);
      else setUnread(read);
    });
    return () => {
      here = false;
    };
  }, [session]);
  const choose = (base: string | null): void => {
    if (!busy)
      act(
        () => ask(addressSchema, `/api/sessions/${session}/address`, { body: { base } }),
        (next) => {
          setAddress(next);
          setWriting(null);
        },
      );
  };
  const write = (): void => {
    const good = /^https?:\/\/[^\s/]+/.test(writing ?? '');
    setWrong(!good);
    if (good) choose(writing);
  };
  const trouble = failed ?? unread;
  if (address === null)
    return trouble ? (
      <Band kind="error" code={trouble.code}>
        {say(trouble)}
      </Band>
    ) : null;
  const listed = address.choices.some(({ base }) => base === address.base);
  const { printed } = address;
  return (
    <section>
      <h2>{t('session.addressTitle')}</h2>
      <p className="soft">{t('session.addressHint')}</p>
      <fieldset className="org-addresses">
        <legend className="sr-only">{t('session.addressTitle')}</legend>
        {address.choices.map((choice, place) => (
          <label key={choice.base} className={choice.base === address.base ? 'choice on' : 'choice'}>
            <input
              className="o"
              type="radio"
              name="address"
              checked={choice.base === address.base}
              onChange={() => choose(place === 0 ? null : choice.base)}
            />
            <span dir="ltr">{choice.base}</span>
            <span className="meta">{t(`session.kind.${choice.kind}`, { network: choice.network })}</span>
          </label>
        ))}
        {listed ? null : (
          <label className="choice on">
            <input className="o" type="radio" name="address" checked readOnly />
            <span dir="ltr">{address.base}</span>
            <span className="meta">{t('session.ownAddress')}</span>
          </label>
        )}
      </fieldset>
      {writing === null ? (
        <Button variant="quiet" icon="pen" onPress={() => setWriting('http://')}>
          {t('session.ownAddress')}
        </Button>
      ) : (
        <div className="org-own">
          <Field
            label={t('session.ownField')}
            hint={t('session.ownHint')}
            value={writing}
            onChange={setWriting}
            type="url"
            dir="ltr"
            onEnter={write}
            error={wrong ? t('session.ownWrong') : undefined}
          />
          <div className="row">
            <Button onPress={write} off={busy ? t('saving') : undefined}>
              {t('session.ownGo')}
            </Button>
            <Button variant="quiet" onPress={() => setWriting(null)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
      {printed !== null && printed.address !== address.base ? (
        <Band kind="time" live={false}>
          {t('session.addressPrice', { n: printed.cards, address: printed.address })}
        </Band>
      ) : null}
      {trouble ? (
        <Band kind="error" code={trouble.code}>
          {say(trouble)}
        </Band>
      ) : null}
    </section>
  );
}
