// The table itself, for whoever leads it: its question and card, who sits there by seat (never a name), who has a live phone, taking in
// somebody by the number of their seat (GR3), and who tells the plenary. Safe for phones.
import { useState, type ReactNode } from 'react';
import type { GroupsTableMine } from '../../../shared/groups/shown.ts';
import { hour, useTexts } from '../../kernel/i18n.ts';
import type { Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { Said } from '../Said.tsx';
import { Lines } from './Lines.tsx';
import { groupsTableTexts } from './tableTexts.ts';
import { useAsk } from './useAsk.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface GroupsTableProps {
  mine: GroupsTableMine;
  send: Send;
  endsAt: number | null;
  timeZone: string;
  onSpokesperson: () => void;
  /** Null: this is the whole page (no board yet). */
  onBack: (() => void) | null;
  help: ReactNode;
}

export function GroupsTable({ mine, send, endsAt, timeZone, onSpokesperson, onBack, help }: GroupsTableProps) {
  const t = useTexts(groupsTableTexts);
  const { ask, refused } = useAsk(send);
  const [seat, setSeat] = useState('');
  const [came, setCame] = useState<string | null>(null);
  const { about, seats, may } = mine;
  if (about === null)
    return (
      <main>
        <div className="gp-middle">
          <h1 className="big">{t('gone.title')}</h1>
          <p className="lead soft">{t('gone.words')}</p>
        </div>
      </main>
    );
  const here = seats.filter((one) => one.here).length;
  const welcome = (): void => {
    const number = seat.trim();
    if (number === '') return announce(t('seats.noNumber'));
    setCame(null);
    void ask({ type: 'groups.welcome', seat: number }).then((ok) => {
      if (!ok) return;
      setSeat('');
      setCame(number);
      announce(t('seats.came', { seat: number }));
    });
  };
  return (
    <>
      <main className="gp-table">
        <p className="eyebrow">{endsAt === null ? t('yours') : t('until', { hour: hour(endsAt, t.lang, timeZone) })}</p>
        <h1 className="gp-number">
          <span className="lead">{t('table')}</span> <b className="huge">{about.number}</b>
        </h1>
        {about.name === null ? null : (
          <p className="title gp-name">
            <Said of={about.name} />
          </p>
        )}
        {about.question === null ? null : (
          <section>
            <h2>{t('question')}</h2>
            <p className="lead">
              <Said of={about.question} />
            </p>
          </section>
        )}
        {about.card === null ? null : (
          <section>
            <h2>{t('card')}</h2>
            <Lines of={about.card} />
          </section>
        )}
        <section>
          <h2>{t('seats.title', { here, of: seats.length })}</h2>
          {seats.length === 0 ? <p className="soft">{t('seats.none')}</p> : null}
          <ul className="gp-seats">
            {seats.map((one) => (
              <li key={one.member} className={one.here ? '' : 'away'}>
                <b>{one.seat}</b>
                <span className="meta">{one.here ? (one.connected ? t('seats.phone') : t('seats.noPhone')) : t('seats.away')}</span>
              </li>
            ))}
          </ul>
          {may.welcome ? (
            <div className="gp-welcome">
              <Field
                label={t('seats.welcome')}
                hint={t('seats.welcomeHint')}
                value={seat}
                inputMode="numeric"
                onEnter={welcome}
                onChange={setSeat}
              />
              <Button icon="plus" onPress={welcome}>
                {t('seats.add')}
              </Button>
            </div>
          ) : null}
          {came === null ? null : <Status>{t('seats.came', { seat: came })}</Status>}
          {refused === null ? null : (
            <p className="why" role="alert">
              {refused}
            </p>
          )}
        </section>
        <section>
          <h2>{t('spokesperson.title')}</h2>
          <p className="between">
            <span>{about.spokesperson === null ? t('spokesperson.nobody') : t('spokesperson.seat', { seat: about.spokesperson })}</span>
            {may.spokesperson ? (
              <Button variant="quiet" onPress={onSpokesperson}>
                {about.spokesperson === null ? t('before.choose') : t('before.change')}
              </Button>
            ) : null}
          </p>
        </section>
        {about.video === null ? null : (
          <a className="gp-video" href={about.video} target="_blank" rel="noopener noreferrer">
            <Icon name="video" /> {t('video')}
          </a>
        )}
      </main>
      <footer className="thumb-zone ruled">
        {help}
        {onBack === null ? null : (
          <Button thumb variant="primary" onPress={onBack}>
            {t('back')}
          </Button>
        )}
      </footer>
    </>
  );
}

export function SpokespersonPage({ mine, send, onDone }: { mine: GroupsTableMine; send: Send; onDone: () => void }) {
  const t = useTexts(groupsTableTexts);
  const { ask, refused } = useAsk(send);
  const now = mine.seats.find(({ seat }) => seat === mine.about?.spokesperson)?.member ?? null;
  const [picked, setPicked] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const chosen = picked ?? now;
  const press = (): void => {
    setMissing(chosen === null);
    if (chosen === null) return announce(t('spokesperson.choose'));
    void ask({ type: 'groups.setSpokesperson', group: mine.about?.group ?? null, member: chosen }).then((ok) => {
      if (ok) onDone();
    });
  };
  return (
    <>
      <main>
        <h1 className="title" id="gp-speaks">
          {t('spokesperson.title')}
        </h1>
        <p className="soft gp-hint">{t('spokesperson.words')}</p>
        <Choices
          kind="one"
          labelledBy="gp-speaks"
          options={mine.seats.filter(({ here }) => here).map(({ member, seat }) => ({ id: member, label: t('seat', { seat }) }))}
          chosen={chosen === null ? [] : [chosen]}
          onChange={([id]) => {
            setMissing(false);
            setPicked(id ?? null);
          }}
        />
      </main>
      <footer className="thumb-zone">
        {missing || refused !== null ? (
          <p className="why" role="alert">
            {missing ? t('spokesperson.choose') : refused}
          </p>
        ) : null}
        <Button thumb variant="primary" onPress={press}>
          {t('spokesperson.set')}
        </Button>
        <Button thumb onPress={onDone}>
          {t('back')}
        </Button>
      </footer>
    </>
  );
}
