/* Cards to print (Cartoncini, RO5): all or some, eight on an A4 sheet, with a second language when wished.
   Codes are asked of the server only now, shown on paper, and forgotten when the page is left. */
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Cards } from './print/Cards.tsx';
import { isOtherLanguage, otherLanguages, type OtherLanguage } from './print/otherLanguages.ts';
import { pickSeats } from './deskSeats.ts';
import type { DeskPerson, NewCard } from './deskTypes.ts';
import type { RosterTranslate } from './rosterTexts.ts';

export interface DeskCardsProps {
  readonly t: RosterTranslate;
  readonly people: readonly DeskPerson[];
  readonly assembly: string;
  readonly address: string;
  readonly cardsOf: (members: readonly string[]) => Promise<readonly NewCard[] | null>;
}

export function DeskCards({ t, people, assembly, address, cardsOf }: DeskCardsProps) {
  const [which, setWhich] = useState<'all' | 'some'>('all');
  const [written, setWritten] = useState('');
  const [second, setSecond] = useState<OtherLanguage | 'none'>('none');
  const [cards, setCards] = useState<readonly NewCard[] | null>(null);
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const seated = people.filter((one) => one.card !== null);
  const picked = which === 'all' ? seated : pickSeats(seated, written);
  const change = (how: () => void): void => {
    how();
    setCards(null);
  };
  const ask = async (): Promise<void> => {
    setState('asking');
    const made = await cardsOf(picked.map((one) => one.member));
    setCards(made);
    setState(made ? 'idle' : 'failed');
  };
  return (
    <div className="desk-cards stack">
      <h2 className="title">{t('cards.title')}</h2>
      <p className="soft">{t('cards.words')}</p>
      <Segmented
        legend={t('cards.which')}
        value={which}
        options={[
          { value: 'all', label: t('cards.all', { n: seated.length }) },
          { value: 'some', label: t('cards.some') },
        ]}
        onChange={(next) => change(() => setWhich(next))}
      />
      {which === 'some' ? (
        <Field
          label={t('cards.seats')}
          hint={t('cards.seatsHint')}
          value={written}
          onChange={(next) => change(() => setWritten(next))}
          error={written.trim() !== '' && picked.length === 0 ? t('cards.nobody') : undefined}
        />
      ) : null}
      <Segmented<OtherLanguage | 'none'>
        legend={t('cards.second')}
        value={second}
        options={[{ value: 'none', label: t('cards.none') }, ...otherLanguages.map(({ lang, own }) => ({ value: lang, label: own, lang }))]}
        onChange={(next) => setSecond(isOtherLanguage(next) ? next : 'none')}
      />
      <p className="meta">{t('cards.address', { address })}</p>
      {state === 'failed' ? <Band kind="error">{t('cards.failed')}</Band> : null}
      <div className="row">
        {cards === null ? (
          <Button variant="primary" off={picked.length === 0 ? t('cards.nobody') : undefined} onPress={() => void ask()}>
            {t('cards.show', { n: picked.length })}
          </Button>
        ) : (
          <Button variant="primary" icon="print" onPress={() => window.print()}>
            {t('cards.print', { n: cards.length })}
          </Button>
        )}
      </div>
      {cards === null ? null : (
        <>
          <div className="print-preview" aria-hidden="true">
            <Cards cards={cards.slice(0, 8)} assembly={assembly} address={address} second={second === 'none' ? null : second} />
          </div>
          {createPortal(
            <div className="print-only">
              <Cards cards={cards} assembly={assembly} address={address} second={second === 'none' ? null : second} />
            </div>,
            document.body,
          )}
        </>
      )}
    </div>
  );
}
