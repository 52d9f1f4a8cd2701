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
import { actsOf, type Act } from './deskActs.ts';
import { DeskCards } from './DeskCards.tsx';
import { DeskDialogs, type Asked } from './DeskDialogs.tsx';
import { DeskEntry, noList } from './DeskEntry.tsx';
import { DeskMissing } from './DeskMissing.tsx';
import { actWords, DeskSide } from './DeskSide.tsx';
import type { CardActs, DeskList, DeskMine, DeskView, DeskWork, NewCard } from './deskTypes.ts';
import { rosterTexts } from './rosterTexts.ts';
import { useDesk, type Told } from './useDesk.ts';
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

export function Desk(props: DeskProps) {
  const { view, mine, cardActs, list, send, now, timeZone, refusal } = props;
  const t = useTexts(rosterTexts);
  const field = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => field.current?.focus(), []);
  // Said aloud only when the server has it.
  const told = (what: Told): void => announce(t(`desk.said.${what.kind}`, { seat: what.seat, code: what.code }));
  const hands = useDesk(send, props, focus, told);
  const [tab, setTab] = useState<Tab>('entry');
  const [asked, ask] = useState<Asked>({ kind: 'none' });
  const people = list ?? noList;
  const shut =
    view.phase === 'doors' || view.phase === 'open' ? undefined : view.phase === 'over' ? t('desk.over.words') : t('desk.closed.words');

  const acts = actsOf(mine, cardActs);
  const undo = (act: Act): void => hands.undo(act.undo, act.seat);
  const last = acts.find((act) => act.undo.length > 0);

  useEffect(() => {
    // Keys of the whole page, except inside a dialog (which keeps its own) and while another field has a text to undo.
    const key = (event: KeyboardEvent): void => {
      if (asked.kind !== 'none') return;
      if (event.key === 'F2') {
        event.preventDefault();
        ask({ kind: 'visitor' });
      } else if (tab !== 'entry') return;
      else if (event.key === 'Escape') {
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
    // Also when a question is closed: the dialog would give the focus back to the button that opened it.
    if (tab === 'entry' && asked.kind === 'none') focus();
  }, [tab, asked.kind, focus]);

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
          <DeskEntry
            t={t}
            hands={hands}
            field={field}
            list={list}
            assembly={props.assembly}
            address={props.address}
            timeZone={timeZone}
            shut={shut}
            ask={ask}
          />
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
