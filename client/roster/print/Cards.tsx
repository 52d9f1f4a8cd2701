/* Seat cards (cartoncini, RO5): eight on an A4 sheet, to be cut along the dashed lines. Seat, code, QR; no name, so that a card left on a table
   says nothing about anybody. A second language on one line when wished. The code is read aloud: two groups of four. */
import { showCode } from '../../../shared/kernel/codes.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { rosterTexts } from '../rosterTexts.ts';
import { otherLanguages, type OtherLanguage } from './otherLanguages.ts';
import './print.css';

export interface CardData {
  readonly seat: string;
  readonly code: string;
  /** What the QR leads to. */
  readonly url: string;
}
export interface CardsProps {
  readonly cards: readonly CardData[];
  readonly assembly: string;
  /** As people type it: "plenaria.local". */
  readonly address: string;
  readonly second: OtherLanguage | null;
}
export const cardsPerSheet = 8;

export function Cards({ cards, assembly, address, second }: CardsProps) {
  const sheets = Array.from({ length: Math.ceil(cards.length / cardsPerSheet) }, (_, sheet) =>
    cards.slice(sheet * cardsPerSheet, (sheet + 1) * cardsPerSheet),
  );
  return (
    <>
      {sheets.map((sheet) => (
        <div key={sheet[0]?.code} className="a4 cards-sheet">
          {sheet.map((card) => (
            <Card key={card.code} card={card} assembly={assembly} address={address} second={second} />
          ))}
        </div>
      ))}
    </>
  );
}

function Card({ card, assembly, address, second }: { card: CardData; assembly: string; address: string; second: OtherLanguage | null }) {
  const t = useTexts(rosterTexts);
  const other = otherLanguages.find(({ lang }) => lang === second);
  return (
    <article className="seat-card">
      <p className="body-line">
        <Mark />
        <span>{t('print.oneVote', { assembly })}</span>
      </p>
      <div className="seat-part">
        <p className="soft">{t('print.seat')}</p>
        <p className={[...card.seat].length > 3 ? 'seat long' : 'seat'}>{card.seat}</p>
        <p className="code">{showCode(card.code)}</p>
        <p className="soft" dir="ltr">
          {address}
        </p>
      </div>
      <QrCode value={card.url} label={t('print.qr', { seat: card.seat })} />
      {other === undefined ? null : (
        <p className="second" lang={other.lang} dir={other.dir}>
          {other.card}
        </p>
      )}
    </article>
  );
}
