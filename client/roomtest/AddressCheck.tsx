/* The address that phones will use, chosen among the machine's; what another one would cost stands beside it: the cards already printed. */
import { useId } from 'react';
import type { Address, AddressChoice } from '../../shared/organiser/wire.ts';
import { dateLong, useTexts, type Translate } from '../kernel/i18n.ts';
import { CheckRow, type CheckState } from './Check.tsx';
import { roomTestTexts } from './texts.ts';
import type it from './roomtest.it.json';

const isLocal = ({ base, choices }: Address): boolean => choices.some((choice) => choice.base === base && choice.kind === 'local');
const costs = ({ base, printed }: Address): boolean => printed !== null && printed.address !== base;
export const addressState = (address: Address): CheckState => (isLocal(address) ? 'bad' : costs(address) ? 'fix' : 'ok');

/** As a person reads it aloud: without the scheme. */
export const spoken = (base: string): string => base.replace(/^https?:\/\//u, '');

const about = (t: Translate<typeof it>, { kind, network }: AddressChoice, base: string, printed: Address['printed']): string =>
  [t(`address.${kind}`, { network }), ...(printed?.address === base ? [t('address.onCards')] : [])].join(', ');

/** What another address would cost, or what this one does: the cards already printed. On the dark side, beside the QR. */
export function AddressPrice({ timeZone, address }: { timeZone: string; address: Address }) {
  const t = useTexts(roomTestTexts);
  const { printed, choices } = address;
  if (printed === null) return null;
  if (costs(address))
    return (
      <p className="tag time">
        {t('address.price', { n: printed.cards, day: dateLong(printed.at, t.lang, timeZone), address: spoken(printed.address) })}
      </p>
    );
  return choices.length > 1 ? <p className="meta">{t('address.warning', { n: printed.cards })}</p> : null;
}

export function AddressCheck({ address, onChoose }: { address: Address; onChoose: (base: string) => void }) {
  const t = useTexts(roomTestTexts);
  const name = useId();
  const { base, choices, printed } = address;
  // This laptop's own name is no choice for phones where there is another.
  const useful = choices.filter((choice) => choice.kind !== 'local' || choice.base === base || choices.length === 1);
  const listed: readonly AddressChoice[] = useful.some((choice) => choice.base === base)
    ? useful
    : [{ base, kind: 'network', network: '' }, ...useful];
  return (
    <CheckRow state={addressState(address)} title={t('address.title')}>
      <fieldset className="roomtest-addresses">
        <legend className="sr-only">{t('address.title')}</legend>
        {listed.map((choice) => (
          <label key={choice.base} className={choice.base === base ? 'choice box on' : 'choice box'}>
            <input className="o" type="radio" name={name} checked={choice.base === base} onChange={() => onChoose(choice.base)} />
            <span>
              <b dir="ltr">{spoken(choice.base)}</b>
              <span className="meta">{choices.includes(choice) ? about(t, choice, choice.base, printed) : t('address.own')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isLocal(address) ? <p className="tag help">{t('address.bad')}</p> : null}
    </CheckRow>
  );
}
