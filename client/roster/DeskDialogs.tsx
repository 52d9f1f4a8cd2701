/* The three questions that the desk asks: who takes this seat, which seat does this person take, who is the visitor.
   Each is opened by one tap and answered by the second (RO8). Names typed here go to the erasable table, never into a fact. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { fold } from './deskSearch.ts';
import type { DeskList, DeskPerson, DeskReserve, DeskView, VisitorKind } from './deskTypes.ts';
import type { RosterTranslate } from './rosterTexts.ts';
import type { DeskHands } from './useDesk.ts';

export type Asked =
  | { readonly kind: 'none' }
  | { readonly kind: 'substitute'; readonly person: DeskPerson }
  | { readonly kind: 'seatFor'; readonly reserve: DeskReserve | null }
  | { readonly kind: 'visitor' };

export interface DeskDialogsProps {
  readonly t: RosterTranslate;
  readonly asked: Asked;
  readonly ask: (next: Asked) => void;
  readonly list: DeskList;
  readonly view: DeskView;
  readonly hands: DeskHands;
}

export function DeskDialogs(props: DeskDialogsProps) {
  const { asked } = props;
  if (asked.kind === 'substitute') return <WhoTakes {...props} person={asked.person} />;
  if (asked.kind === 'seatFor') return <WhichSeat {...props} reserve={asked.reserve} />;
  return asked.kind === 'visitor' ? <WhichVisitor {...props} /> : null;
}

function WhoTakes({ t, ask, list, hands, person }: DeskDialogsProps & { person: DeskPerson }) {
  const [name, setName] = useState('');
  const { seat } = person;
  const close = (): void => ask({ kind: 'none' });
  const take = (reserve: DeskReserve): void => {
    close();
    void hands.substitute(person, reserve.member);
  };
  const add = (): void => {
    close();
    void hands.substituteUnlisted(person, name);
  };
  return (
    <Dialog
      open
      wide
      onClose={close}
      title={t('desk.substitute.title', { seat })}
      footer={<p className="meta">{t('desk.substitute.foot')}</p>}
    >
      <p className="soft">{t('desk.substitute.words')}</p>
      <ul className="desk-rows in-dialog">
        {list.reserves.length === 0 ? <li className="meta">{t('desk.substitute.none')}</li> : null}
        {list.reserves.slice(0, 6).map((reserve, place) => (
          <li key={reserve.member}>
            <span className="seat reserve">{t('desk.substitute.reserve', { rank: reserve.rank })}</span>
            <span className="who">
              {reserve.name ?? t('desk.substitute.order', { rank: reserve.rank })}
              <span className="meta">{t('desk.substitute.order', { rank: reserve.rank })}</span>
            </span>
            <Button
              variant={place === 0 ? 'primary' : 'plain'}
              autoFocus={place === 0}
              {...(place === 0 ? { keyHint: t('desk.keys.enter') } : {})}
              onPress={() => take(reserve)}
            >
              {t('desk.act.letInAt', { seat })}
            </Button>
          </li>
        ))}
      </ul>
      <div className="ask-row">
        <Field
          label={t('desk.substitute.unlisted')}
          hint={t('desk.substitute.unlistedHint')}
          value={name}
          onChange={setName}
          onEnter={add}
          max={80}
        />
        <Button onPress={add}>{t('desk.substitute.add', { seat })}</Button>
      </div>
    </Dialog>
  );
}

function WhichSeat({ t, ask, list, hands, reserve }: DeskDialogsProps & { reserve: DeskReserve | null }) {
  const [name, setName] = useState('');
  const [seat, setSeat] = useState('');
  const [tried, setTried] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  // The seat is the first thing to write: no tap is spent on reaching it.
  useEffect(() => fields.current?.querySelector('input')?.focus(), []);
  const person = list.members.find((one) => fold(one.seat) === fold(seat));
  const error =
    person === undefined
      ? t('desk.seatFor.noSeat', { seat })
      : person.state === 'here'
        ? t('desk.seatFor.seatHere', { seat: person.seat })
        : undefined;
  const close = (): void => ask({ kind: 'none' });
  const go = (): void => {
    setTried(true);
    if (person === undefined || error !== undefined) return;
    close();
    if (reserve) void hands.substitute(person, reserve.member);
    else void hands.substituteUnlisted(person, name);
  };
  return (
    <Dialog
      open
      onClose={close}
      title={reserve?.name ? t('desk.seatFor.titleListed', { name: reserve.name }) : t('desk.seatFor.title')}
      footer={
        <>
          <Button variant="primary" onPress={go}>
            {person === undefined ? t('desk.seatFor.go') : t('desk.seatFor.goSeat', { seat: person.seat })}
          </Button>
          {reserve ? null : <Button onPress={() => ask({ kind: 'visitor' })}>{t('desk.seatFor.visitor')}</Button>}
        </>
      }
    >
      <p className="soft">{t('desk.seatFor.words')}</p>
      <div ref={fields} className="stack">
        <Field
          label={t('desk.seatFor.seat')}
          value={seat}
          onChange={setSeat}
          onEnter={go}
          error={tried || (seat !== '' && person?.state === 'here') ? error : undefined}
        />
        {reserve ? null : (
          <Field label={t('desk.seatFor.name')} hint={t('desk.seatFor.nameHint')} value={name} onChange={setName} onEnter={go} max={80} />
        )}
      </div>
    </Dialog>
  );
}

const kinds: readonly { readonly kind: VisitorKind; readonly icon: IconName }[] = [
  { kind: 'audience', icon: 'people' },
  { kind: 'technician', icon: 'pen' },
  { kind: 'press', icon: 'mic' },
  { kind: 'companion', icon: 'ear' },
];
function WhichVisitor({ t, ask, view, hands }: DeskDialogsProps) {
  const close = (): void => ask({ kind: 'none' });
  const take = (kind: VisitorKind): void => {
    close();
    hands.visitor(kind);
  };
  return (
    <Dialog open wide onClose={close} title={t('desk.visitor.title')} footer={<p className="meta">{t('desk.visitor.foot')}</p>}>
      <p className="soft">{t('desk.visitor.words')}</p>
      {/* A digit chooses: there is nothing to type in this dialog. The dialog keeps its keys from the page. */}
      <div
        className="visitor-kinds"
        onKeyDown={(event) => {
          const picked = kinds[Number(event.key) - 1];
          if (picked) take(picked.kind);
        }}
      >
        {kinds.map(({ kind, icon }, place) => (
          <button
            key={kind}
            type="button"
            className="btn"
            data-autofocus={place === 0 ? '' : undefined}
            aria-keyshortcuts={String(place + 1)}
            onClick={() => take(kind)}
          >
            <Icon name={icon} />
            <span>
              <b>{t(`desk.visitor.${kind}`)}</b>
              <span className="meta">
                {view.visitors[kind] === 0 ? t('desk.visitor.nobody') : t('desk.visitor.inHall', { n: view.visitors[kind] })}
              </span>
            </span>
            <kbd aria-hidden="true">{place + 1}</kbd>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
