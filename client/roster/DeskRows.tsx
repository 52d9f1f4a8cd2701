/* Who was found: one row a person, the chosen one open with its one big act and its exceptions (RO8). The seat is the largest thing.
   Seats and names only. A row's act says what it does with the seat in it for who listens instead of looking. */
import { Fragment } from 'react';
import { hour } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { DeskPerson, DeskReserve } from './deskTypes.ts';
import type { RosterTranslate } from './rosterTexts.ts';
import type { DeskHands } from './useDesk.ts';

export const stateWords = (t: RosterTranslate, person: DeskPerson, timeZone: string): string => {
  if (person.state === 'notYet' || person.since === null) return person.card === null ? t('desk.state.moved') : t('desk.state.notYet');
  const at = { hour: hour(person.since, t.lang, timeZone) };
  if (person.state === 'gone') return t('desk.state.gone', at);
  return t(person.phone === false ? 'desk.state.hereSheets' : 'desk.state.here', at);
};

export interface DeskRowsProps {
  readonly t: RosterTranslate;
  readonly people: readonly DeskPerson[];
  readonly reserves: readonly DeskReserve[];
  readonly chosen: number;
  readonly hands: DeskHands;
  readonly timeZone: string;
  /** Why nobody can be let in now, in words; undefined when they can. */
  readonly shut: string | undefined;
  readonly onSubstitute: (person: DeskPerson) => void;
  readonly onTakeSeat: (reserve: DeskReserve) => void;
}

export function DeskRows({ t, people, reserves, chosen, hands, timeZone, shut, onSubstitute, onTakeSeat }: DeskRowsProps) {
  return (
    <ul className="desk-rows">
      {people.map((person, place) => {
        const on = place === chosen;
        const here = person.state === 'here';
        return (
          <li
            key={person.member}
            className={[on ? 'on' : '', here ? 'in' : ''].filter(Boolean).join(' ')}
            aria-current={on ? 'true' : undefined}
          >
            <span className="seat">{person.seat}</span>
            <span className="who">
              {person.name ?? t('desk.noName', { seat: person.seat })}
              <span className="meta">{stateWords(t, person, timeZone)}</span>
            </span>
            {here && hands.mode !== 'wrongCard' ? (
              <span className="tag">
                <Icon name="check" />
                {t('desk.inside')}
              </span>
            ) : (
              <MainAct t={t} person={person} on={on} hands={hands} shut={shut} />
            )}
            {on ? <Exceptions t={t} person={person} hands={hands} shut={shut} onSubstitute={onSubstitute} /> : null}
          </li>
        );
      })}
      {reserves.map((reserve) => (
        <li key={reserve.member}>
          <span className="seat reserve">{t('desk.substitute.reserve', { rank: reserve.rank })}</span>
          <span className="who">
            {reserve.name ?? t('desk.state.reserve', { rank: reserve.rank })}
            <span className="meta">{t('desk.state.reserve', { rank: reserve.rank })}</span>
          </span>
          <Button onPress={() => onTakeSeat(reserve)} off={shut}>
            {t('desk.act.takeSeat')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function MainAct({
  t,
  person,
  on,
  hands,
  shut,
}: {
  t: RosterTranslate;
  person: DeskPerson;
  on: boolean;
  hands: DeskHands;
  shut: string | undefined;
}) {
  const off = person.card === null ? t('desk.state.moved') : shut;
  const look = on ? { variant: 'primary' as const, keyHint: t('desk.keys.enter') } : {};
  if (hands.mode === 'wrongCard')
    return (
      <Button {...look} off={off} onPress={() => void hands.newCard(person, true)}>
        {t('desk.act.giveOwn')}
      </Button>
    );
  return (
    <Button {...look} off={off} onPress={() => hands.letIn(person, person.phone ?? true)}>
      {t(person.state === 'gone' ? 'desk.act.back' : 'desk.act.letIn')}
      <span className="sr-only">{person.seat}</span>
    </Button>
  );
}

function Exceptions({
  t,
  person,
  hands,
  shut,
  onSubstitute,
}: {
  t: RosterTranslate;
  person: DeskPerson;
  hands: DeskHands;
  shut: string | undefined;
  onSubstitute: (person: DeskPerson) => void;
}) {
  const here = person.state === 'here';
  return (
    <span className="exceptions">
      <Button off={person.card === null ? t('desk.state.moved') : undefined} onPress={() => void hands.newCard(person, false)}>
        {t('desk.act.newCard')}
      </Button>
      {here ? (
        <Fragment>
          <Button onPress={() => hands.setPhone(person, person.phone === false)}>
            {t(person.phone === false ? 'desk.act.hasPhone' : 'desk.act.noPhone')}
          </Button>
          <Button onPress={() => hands.letOut(person)}>{t('desk.act.out')}</Button>
        </Fragment>
      ) : (
        <Fragment>
          <Button off={shut} onPress={() => hands.letIn(person, false)}>
            {t('desk.act.noPhone')}
          </Button>
          <Button off={shut} onPress={() => onSubstitute(person)}>
            {t('desk.act.substitute')}
          </Button>
        </Fragment>
      )}
    </span>
  );
}
