/* What the desk shows when a card is the matter: the new one, large, to be scanned from the screen, dictated or printed alone (RO3);
   or the refusal of an old one, one sentence and four ways out, each named by what the person in front says.
   It lies in the page, not over it: the field stays ready, and typing the next name puts it away. */
import { createPortal } from 'react-dom';
import { showCode } from '../../shared/kernel/codes.ts';
import { hour } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { Rich } from '../ui/Rich.tsx';
import { Cards } from './print/Cards.tsx';
import type { DeskPerson } from './deskTypes.ts';
import type { RosterTranslate } from './rosterTexts.ts';
import type { DeskHands, Looked } from './useDesk.ts';

export function DeskNewCard({
  t,
  hands,
  assembly,
  address,
  shut,
  seated,
}: {
  t: RosterTranslate;
  hands: DeskHands;
  assembly: string;
  address: string;
  shut: string | undefined;
  seated: readonly DeskPerson[];
}) {
  const { card } = hands;
  if (card.kind === 'none') return null;
  if (card.kind === 'waiting')
    return (
      <p className="lead" role="status">
        {t('desk.card.wait', { seat: card.seat })}
      </p>
    );
  if (card.kind === 'failed')
    return (
      <Band kind="error" title={t('desk.card.failed')}>
        {t('desk.card.failedHint')}
      </Band>
    );
  const { seat, code, url } = card.card;
  const inside = card.inside || seated.some((one) => one.member === card.member && one.state === 'here');
  return (
    <section className="new-card" aria-labelledby="new-card">
      <div className="new-card-words">
        <h2 id="new-card" className="title">
          {t('desk.card.title', { seat })}
        </h2>
        <p className="soft">{t('desk.card.words')}</p>
        <p className="meta">{t('desk.card.code')}</p>
        <p className="code big-code">{showCode(code)}</p>
        <p className="meta" dir="ltr">
          {address}
        </p>
        <div className="row">
          {inside ? (
            <Button variant="primary" keyHint={t('desk.keys.enter')} onPress={hands.again}>
              {t('desk.act.next')}
            </Button>
          ) : (
            <Button variant="primary" keyHint={t('desk.keys.enter')} off={shut} onPress={() => hands.letIn({ member: card.member, seat })}>
              {t('desk.act.letInSeat', { seat })}
            </Button>
          )}
          <Button icon="print" onPress={() => window.print()}>
            {t('desk.act.print')}
          </Button>
        </div>
        {card.inside ? (
          <p className="tag">
            <Icon name="check" />
            {t('desk.card.inNow')}
          </p>
        ) : null}
      </div>
      <QrCode value={url} label={t('desk.card.qr', { seat })} size="14rem" />
      {/* Printed alone: beside the page, so that nothing of the page is on the paper. */}
      {createPortal(
        <div className="print-only">
          <Cards cards={[card.card]} assembly={assembly} address={address} second={null} />
        </div>,
        document.body,
      )}
    </section>
  );
}

export function DeskVoid({
  t,
  looked,
  people,
  hands,
  timeZone,
  shut,
  onSubstitute,
}: {
  t: RosterTranslate;
  looked: NonNullable<Looked>;
  people: readonly DeskPerson[];
  hands: DeskHands;
  timeZone: string;
  shut: string | undefined;
  onSubstitute: (person: DeskPerson) => void;
}) {
  const { found, code } = looked;
  const person = people.find((one) => one.member === found.member) ?? people.find((one) => one.seat === found.seat);
  if (found.state === 'unreachable')
    return (
      <Band kind="time" icon="nonet" title={t('desk.void.unreachable')}>
        {t('desk.void.unreachableHint')}
      </Band>
    );
  if (found.state === 'unknown')
    return (
      <Band
        kind="error"
        title={t('desk.void.unknown', { code: showCode(code) })}
        actions={<Button onPress={() => hands.setMode('wrongCard')}>{t('desk.act.byName')}</Button>}
      >
        {t('desk.void.unknownHint')}
      </Band>
    );
  const seat = person?.seat ?? found.seat ?? '';
  const at = found.at ?? null;
  const here = person?.state === 'here';
  const ways: readonly { key: string; title: string; hint: string; act: string; off: string | undefined; press: () => void }[] = person
    ? [
        {
          key: 'own',
          title: t('desk.void.own', { seat }),
          hint:
            here && person.since !== null
              ? t('desk.void.alreadyIn', { hour: hour(person.since, t.lang, timeZone) })
              : t('desk.void.ownHint'),
          act: here ? t('desk.act.next') : t('desk.act.letInSeat', { seat }),
          off: here ? undefined : shut,
          press: () => (here ? hands.again() : hands.letIn(person)),
        },
        {
          key: 'lostNew',
          title: t('desk.void.lostNew'),
          hint: t('desk.void.lostNewHint'),
          act: t('desk.act.newCard'),
          off: undefined,
          press: () => void hands.newCard(person, false),
        },
        {
          key: 'other',
          title: t('desk.void.other'),
          hint: t('desk.void.otherHint'),
          act: t('desk.act.byName'),
          off: undefined,
          press: () => hands.setMode('wrongCard'),
        },
        {
          key: 'sub',
          title: t('desk.void.sub'),
          hint: t('desk.void.subHint'),
          act: t('desk.act.substituteMore'),
          off: shut,
          press: () => onSubstitute(person),
        },
      ]
    : [
        {
          key: 'other',
          title: t('desk.void.other'),
          hint: t('desk.void.otherHint'),
          act: t('desk.act.byName'),
          off: undefined,
          press: () => hands.setMode('wrongCard'),
        },
      ];
  return (
    <>
      <section className="refused" role="alert">
        <h2>
          <Icon name="warn" />
          <span>{t('desk.void.title')}</span>
        </h2>
        <p>
          <Rich
            text={at === null ? t('desk.void.wordsNoHour', { seat }) : t('desk.void.words', { seat, hour: hour(at, t.lang, timeZone) })}
          />
        </p>
      </section>
      <ul className="ways">
        {ways.map((way, place) => (
          <li key={way.key}>
            <span>
              <b>{way.title}</b>
              <span>{way.hint}</span>
            </span>
            <Button variant={place === 0 ? 'primary' : 'plain'} off={way.off} onPress={way.press}>
              {way.act}
            </Button>
          </li>
        ))}
      </ul>
      <p className="meta">{t('desk.void.code', { code: 'card.replaced' })}</p>
    </>
  );
}
