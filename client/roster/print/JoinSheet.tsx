/* The sheet at the entrance (foglio-ingresso, RO5): how to get in with a phone, in large, and in the languages of the hall in small.
   It carries the room's code, which everybody in the hall may know; never a seat. */
import { showCode } from '../../../shared/kernel/codes.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { rosterTexts } from '../rosterTexts.ts';
import { otherLanguages } from './otherLanguages.ts';
import './print.css';

export interface JoinSheetProps {
  readonly assembly: string;
  /** Name of the hall's Wi-Fi; null when people use their own connection. */
  readonly network: string | null;
  readonly address: string;
  readonly url: string;
  readonly roomCode: string;
}

export function JoinSheet({ assembly, network, address, url, roomCode }: JoinSheetProps) {
  const t = useTexts(rosterTexts);
  const steps = [
    ...(network === null ? [] : [{ key: 'network', words: t('print.join.network'), strong: network }]),
    { key: 'open', words: t(network === null ? 'print.join.openOnly' : 'print.join.open'), strong: address },
    { key: 'code', words: t('print.join.code'), strong: null },
  ];
  return (
    <section className="a4 sheet-a4 join-sheet">
      <p className="body-line">
        <Mark />
        <span>{assembly}</span>
      </p>
      <h1>{t('print.join.title')}</h1>
      <div className="join-how">
        <ol>
          {steps.map((step, place) => (
            <li key={step.key}>
              <b className="step">{place + 1}</b>
              <span>
                {step.words}
                {step.strong === null ? null : <b dir="ltr">{step.strong}</b>}
              </span>
            </li>
          ))}
        </ol>
        <QrCode value={url} label={t('print.join.qr', { address })} />
      </div>
      <p className="join-code">
        <span>{t('print.join.room')}</span>
        <b className="code">{showCode(roomCode)}</b>
      </p>
      <ul className="join-others">
        {otherLanguages.map((other) => (
          <li key={other.lang} lang={other.lang} dir={other.dir}>
            {network === null ? other.joinOnly : other.join.replace('{network}', network)}
          </li>
        ))}
        <li>{t('print.join.noPhone')}</li>
      </ul>
      <p className="meta">{t(network === null ? 'print.join.footOnline' : 'print.join.foot')}</p>
    </section>
  );
}
