/* The desk at the door (banco): people are checked in and out, cards replaced, substitutes seated, visitors counted (RO2, RO3, RO8).
   The field is always ready; every exception is at most two taps; whatever this desk did it can take back.
   Seats and names are seen here, no attribute ever. Everything comes as props: the screen holds the connection and both rooms. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Params } from '../../shared/kernel/room.ts';
import type { Send } from '../kernel/send.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { actsOf, type Act } from './deskActs.ts';
import { DeskCards } from './DeskCards.tsx';
import { DeskNewCard, DeskVoid } from './DeskCard.tsx';
import { DeskDialogs, type Asked } from './DeskDialogs.tsx';
import { DeskMissing } from './DeskMissing.tsx';
import { DeskRows } from './DeskRows.tsx';
import { actWords, DeskSide } from './DeskSide.tsx';
import { firstChoice, search } from './deskSearch.ts';
import type { CardActs, DeskList, DeskMine, DeskPerson, DeskView, DeskWork, NewCard } from './deskTypes.ts';
import { rosterTexts } from './rosterTexts.ts';
import { useDesk } from './useDesk.ts';
import './roster.css';

export interface DeskProps extends DeskWork {
  /** "Banco 1": the label of this desk's link. */
  readonly title: string;
  /** "Seconda plenaria, porte aperte dalle 8.40". */
  readonly subtitle: ReactNode;
  readonly assembly: string;
  /** Where phones go, as printed on cards: "plenaria.local". */
  readonly address: string;
  readonly view: DeskView;
  readonly mine: DeskMine;
  readonly cardActs: CardActs | null;
  /** The list `presence.desk`; null while it comes. */
  readonly list: DeskList | null;
  readonly send: Send;
  /** Epoch ms of the server. */
  readonly now: number;
  readonly timeZone: string;
  /** A refusal of any room in words. */
  readonly refusal: (refused: { readonly code: string; readonly params?: Params }) => string;
  /** Codes of the named members' cards, in their order. */
  readonly cardsOf: (members: readonly string[]) => Promise<readonly NewCard[] | null>;
  /** State of the connection, when it is worth a word. */
  readonly status?: ReactNode;
}
type Tab = 'entry' | 'missing' | 'cards';
const noList: DeskList = { members: [], reserves: [] };

export function Desk(props: DeskProps) {
  const { view, mine, cardActs, list, send, now, timeZone, refusal } = props;
  const t = useTexts(rosterTexts);
  const field = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => field.current?.focus(), []);
  const hands = useDesk(send, props, focus);
  const [tab, setTab] = useState<Tab>('entry');
  const [asked, ask] = useState<Asked>({ kind: 'none' });
  const people = list ?? noList;
  const shut =
    view.phase === 'doors' || view.phase === 'open' ? undefined : view.phase === 'over' ? t('desk.over.words') : t('desk.closed.words');

  const found = search(people, hands.typed);
  const { looked } = hands;
  const byCode = looked?.found.state === 'live' ? people.members.find((one) => one.member === looked.found.member) : undefined;
  const rows = byCode ? [byCode] : found.people;
  const refused = looked && !byCode && (looked.found.state === 'replaced' || rows.length === 0) ? looked : null;
  const chosen = Math.min(hands.chosen ?? firstChoice({ ...found, people: rows }, hands.typed), Math.max(0, rows.length - 1));
  const acts = actsOf(mine, cardActs);
  const undo = (act: Act): void => {
    hands.undo(act.undo, act.seat);
    announce(t('desk.said.undone'));
  };
  const last = acts.find((act) => act.undo.length > 0);
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

  useEffect(() => {
    // Keys of the whole page, except inside a dialog (which keeps its own) and while another field has a text to undo.
    const key = (event: KeyboardEvent): void => {
      if (asked.kind !== 'none' || tab !== 'entry') return;
      if (event.key === 'F2') {
        event.preventDefault();
        ask({ kind: 'visitor' });
      } else if (event.key === 'Escape') {
        event.preventDefault();
        hands.again();
      } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && hands.typed === '' && last) {
        event.preventDefault();
        undo(last);
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });
  useEffect(() => {
    if (tab === 'entry') focus();
  }, [tab, focus]);

  return (
    <div className="desk laptop">
      <header className="desk-head">
        <Mark />
        <div className="grow">
          <h1>{props.title}</h1>
          <div className="meta">{props.subtitle}</div>
        </div>
        <nav aria-label={t('desk.tabs.label')}>
          {(['entry', 'missing', 'cards'] as const).map((one) => (
            <button key={one} type="button" aria-current={tab === one ? 'page' : undefined} onClick={() => setTab(one)}>
              {t(`desk.tabs.${one}`)}
            </button>
          ))}
        </nav>
      </header>
      <main className="desk-main">
        {props.status}
        {view.phase === 'over' || view.phase === 'doors' || view.phase === 'open' ? null : (
          <Band kind="time" title={t('desk.closed.title')} live={false}>
            {t('desk.closed.words')}
          </Band>
        )}
        {view.phase === 'over' ? (
          <Band kind="info" title={t('desk.over.title')}>
            {t('desk.over.words')}
          </Band>
        ) : null}
        {tab === 'missing' ? (
          <DeskMissing
            t={t}
            list={people}
            timeZone={timeZone}
            shut={shut}
            onLetIn={(person) => hands.letIn(person, person.phone ?? true)}
          />
        ) : null}
        {tab === 'cards' ? (
          <DeskCards t={t} people={people.members} assembly={props.assembly} address={props.address} cardsOf={props.cardsOf} />
        ) : null}
        {tab === 'entry' ? (
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
              <DeskVoid
                t={t}
                looked={refused}
                people={people.members}
                hands={hands}
                timeZone={timeZone}
                shut={shut}
                onSubstitute={substitute}
              />
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
              <DeskNewCard t={t} hands={hands} assembly={props.assembly} address={props.address} shut={shut} seated={people.members} />
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
        ) : null}
      </main>
      <DeskSide
        t={t}
        view={view}
        mine={mine}
        list={list}
        acts={acts}
        hands={hands}
        now={now}
        timeZone={timeZone}
        refusal={refusal}
        onUndo={undo}
      />
      <footer className="desk-keys">
        <span>
          <kbd>{t('desk.keys.enter')}</kbd>
          {t('desk.keys.letIn')}
        </span>
        <span>
          <kbd>↑ ↓</kbd>
          {t('desk.keys.choose')}
        </span>
        <span>
          <kbd>{t('desk.keys.esc')}</kbd>
          {t('desk.keys.again')}
        </span>
        <span>
          <kbd>{t('desk.keys.ctrlZ')}</kbd>
          {t('desk.keys.undo')}
        </span>
        <span className="last">{t('desk.onlyHere')}</span>
      </footer>
      <div className="desk-last narrow-only">
        {last ? (
          <Button icon="undo" onPress={() => undo(last)}>
            {t('desk.side.undoLong', {
              what: last.what === 'entered' ? t('desk.did.shortEntered', { seat: last.seat ?? '' }) : actWords(t, last, timeZone),
            })}
          </Button>
        ) : null}
        <span className="meta">{t('desk.onlyHere')}</span>
      </div>
      <button type="button" className="desk-visitor" data-theme="dark" aria-keyshortcuts="F2" onClick={() => ask({ kind: 'visitor' })}>
        <kbd aria-hidden="true">F2</kbd>
        <span>{t('desk.side.newVisitor')}</span>
        <Icon name="next" />
      </button>
      <DeskDialogs t={t} asked={asked} ask={ask} list={people} view={view} hands={hands} />
    </div>
  );
}
