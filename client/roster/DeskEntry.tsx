/* The entrance page of the desk: the field that is always ready, who was found, the card just made or refused, and the ways out for whoever
   is not found (RO8). What is typed decides what is seen; Enter does what the chosen row's big button says, nothing else. */
import type { RefObject } from 'react';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { DeskNewCard, DeskVoid } from './DeskCard.tsx';
import type { Asked } from './DeskDialogs.tsx';
import { DeskRows } from './DeskRows.tsx';
import { firstChoice, search } from './deskSearch.ts';
import type { DeskList, DeskPerson } from './deskTypes.ts';
import type { RosterTranslate } from './rosterTexts.ts';
import type { DeskHands } from './useDesk.ts';

export interface DeskEntryProps {
  readonly t: RosterTranslate;
  readonly hands: DeskHands;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly list: DeskList | null;
  readonly assembly: string;
  readonly address: string;
  readonly timeZone: string;
  /** Why nobody can be let in now, in words; undefined when they can. */
  readonly shut: string | undefined;
  readonly ask: (next: Asked) => void;
}
export const noList: DeskList = { members: [], reserves: [] };

export function DeskEntry({ t, hands, field, list, assembly, address, timeZone, shut, ask }: DeskEntryProps) {
  const people = list ?? noList;
  const found = search(people, hands.typed);
  const { looked } = hands;
  const byCode = looked?.found.state === 'live' ? people.members.find((one) => one.member === looked.found.member) : undefined;
  const rows = byCode ? [byCode] : found.people;
  const refused = looked && !byCode && (looked.found.state === 'replaced' || rows.length === 0) ? looked : null;
  const chosen = Math.min(hands.chosen ?? firstChoice({ ...found, people: rows }, hands.typed), Math.max(0, rows.length - 1));
  const substitute = (person: DeskPerson): void => ask({ kind: 'substitute', person });

  const enter = (): void => {
    const person = rows[chosen];
    if (hands.typed === '' && hands.card.kind === 'shown') {
      const { member, card, inside } = hands.card;
      if (inside || shut !== undefined) hands.again();
      else hands.letIn({ member, seat: card.seat });
      return;
    }
    if (!person || shut !== undefined || person.card === null || refused) return;
    if (hands.mode === 'wrongCard') void hands.newCard(person, true);
    else if (person.state !== 'here') hands.letIn(person, person.phone ?? true);
  };

  return (
    <>
      <div className="narrow-only">
        <Segmented
          legend={t('desk.kinds.legend')}
          hideLegend
          value={hands.mode === 'code' ? 'code' : 'search'}
          options={[
            { value: 'search', label: t('desk.kinds.search') },
            { value: 'code', label: t('desk.kinds.code') },
            { value: 'visitor', label: t('desk.kinds.visitor') },
          ]}
          onChange={(kind) => (kind === 'visitor' ? ask({ kind: 'visitor' }) : hands.setMode(kind))}
        />
      </div>
      <div className="desk-search">
        <label className="sr-only" htmlFor="desk-field">
          {t('desk.field')}
        </label>
        <div className={hands.mode === 'code' ? 'desk-field as-code' : 'desk-field'}>
          <input
            id="desk-field"
            ref={field}
            value={hands.typed}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            aria-describedby="desk-hint"
            onChange={(event) => hands.type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter();
              else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                hands.setChosen(Math.max(0, Math.min(rows.length - 1, chosen + (event.key === 'ArrowDown' ? 1 : -1))));
              }
            }}
          />
          <span id="desk-hint" className="meta">
            {t(hands.mode === 'code' ? 'desk.hintCode' : hands.mode === 'wrongCard' ? 'desk.hintWrong' : 'desk.hint')}
          </span>
        </div>
        <Button keyHint={t('desk.keys.esc')} onPress={hands.again}>
          {t('desk.clear')}
        </Button>
      </div>
      {hands.mode === 'wrongCard' ? (
        <Band kind="info" title={t('desk.wrong.title')}>
          {t('desk.wrong.words')}
        </Band>
      ) : null}
      <p className="sr-only" role="status">
        {hands.typed === '' ? '' : t('desk.found', { n: rows.length })}
      </p>
      {refused ? (
        <DeskVoid t={t} looked={refused} people={people.members} hands={hands} timeZone={timeZone} shut={shut} onSubstitute={substitute} />
      ) : rows.length + found.reserves.length > 0 ? (
        <>
          <DeskRows
            t={t}
            people={rows}
            reserves={byCode ? [] : found.reserves}
            chosen={chosen}
            hands={hands}
            timeZone={timeZone}
            shut={shut}
            onSubstitute={substitute}
            onTakeSeat={(reserve) => ask({ kind: 'seatFor', reserve })}
          />
          {found.more > 0 && !byCode ? <p className="meta">{t('desk.more', { n: found.more })}</p> : null}
        </>
      ) : hands.typed.trim() !== '' ? (
        <p className="lead">
          <b>{t('desk.noneTitle', { typed: hands.typed.trim() })}</b> {t('desk.none')}
        </p>
      ) : hands.card.kind === 'none' ? (
        <p className="lead soft desk-empty">{list === null ? t('desk.loading') : t('desk.empty')}</p>
      ) : null}
      {hands.typed === '' ? (
        <DeskNewCard t={t} hands={hands} assembly={assembly} address={address} shut={shut} seated={people.members} />
      ) : null}
      <section className="desk-lost" aria-labelledby="desk-lost">
        <h2 id="desk-lost">{t('desk.lost.title')}</h2>
        <div>
          <Button icon="people" onPress={() => hands.setMode('wrongCard')}>
            {t('desk.lost.wrongCard')}
          </Button>
          <Button icon="warn" onPress={() => hands.setMode('code')}>
            {t('desk.lost.refusedCard')}
          </Button>
          <Button icon="plus" onPress={() => ask({ kind: 'visitor' })}>
            {t('desk.lost.visitor')}
          </Button>
          <Button icon="question" off={shut} onPress={() => ask({ kind: 'seatFor', reserve: null })}>
            {t('desk.lost.notListed')}
          </Button>
        </div>
      </section>
    </>
  );
}
