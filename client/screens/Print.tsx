/* What goes on paper (RO5): the sheets of client/roster/print with what the server knows of a session. For whoever drives it and for its desks.
   Says which address the QR carry, and warns when cards already printed carry another one (K12). */
import { useEffect, useState } from 'react';
import {
  addressSchema,
  cardsSchema,
  doneSchema,
  paperSchema,
  type Address,
  type Paper,
  type PrintedCard,
} from '../../shared/organiser/wire.ts';
import { useDraft } from '../kernel/draft.ts';
import { dateLong, pickText, useTexts } from '../kernel/i18n.ts';
import { ask, type Failed } from '../organiser/api.ts';
import { organiserTexts } from '../organiser/organiserTexts.ts';
import { isWhat, PrintFrame, type What } from '../organiser/PrintFrame.tsx';
import { choicesOf, seatsNamed, sheetsOf, typed } from '../organiser/printing.ts';
import { useSay } from '../organiser/say.ts';
import { AnswerSheets } from '../roster/print/AnswerSheets.tsx';
import { Cards, cardsPerSheet } from '../roster/print/Cards.tsx';
import { JoinSheet } from '../roster/print/JoinSheet.tsx';
import { isOtherLanguage, otherLanguages, type OtherLanguage } from '../roster/print/otherLanguages.ts';
import { PlanB } from '../roster/print/PlanB.tsx';
import { Band } from '../ui/Band.tsx';
import { Field } from '../ui/Field.tsx';
import { Opening } from '../ui/Opening.tsx';
import { Stepper } from '../ui/Stepper.tsx';

interface Loaded {
  readonly paper: Paper;
  readonly address: Address;
  readonly cards: readonly PrintedCard[];
}
const load = async (session: string): Promise<{ readonly ok: true; readonly data: Loaded } | Failed> => {
  const [paper, address, cards] = await Promise.all([
    ask(paperSchema, `/api/sessions/${session}/print`),
    ask(addressSchema, `/api/sessions/${session}/address`),
    ask(cardsSchema, '/api/cards', { body: { session, members: 'all' } }),
  ]);
  if (!paper.ok) return paper;
  if (!address.ok) return address;
  if (!cards.ok) return cards;
  return { ok: true, data: { paper: paper.data, address: address.data, cards: cards.data.cards } };
};

export function Print() {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const query = new URLSearchParams(location.search);
  const session = query.get('session');
  const asked = query.get('what');
  const [read, setRead] = useState<{ readonly ok: true; readonly data: Loaded } | Failed | null>(null);
  useEffect(() => {
    let here = true;
    if (session !== null)
      void load(session).then((next) => {
        if (here) setRead(next);
      });
    return () => {
      here = false;
    };
  }, [session]);
  if (session === null || read?.ok === false)
    return (
      <main className="org-door">
        <Band kind="error" title={t('print.failed')} {...(read?.ok === false ? { code: read.code } : {})}>
          {read?.ok === false ? say(read) : t('print.noSession')} <a href="/home">{t('print.login')}</a>
        </Band>
      </main>
    );
  if (read === null) return <Opening title={t('print.loading')} />;
  return <Sheets session={session} what={isWhat(asked) ? asked : 'cards'} only={query.getAll('seat')} {...read.data} />;
}

/** `only`: the seats of a desk that prints one card again. */
function Sheets({
  session,
  what,
  only,
  paper,
  address,
  cards,
}: Loaded & { readonly session: string; readonly what: What; readonly only: readonly string[] }) {
  const t = useTexts(organiserTexts);
  const [second, setSecond] = useState<OtherLanguage | null>(null);
  const [network, setNetwork] = useDraft('print.network', '');
  const [poll, setPoll] = useState(paper.polls.find(({ members }) => members)?.id ?? null);
  const [written, setWritten] = useState('');
  const [blank, setBlank] = useState(2);
  const assembly = pickText(paper.assembly, t.lang).text;
  const chosen = only.length === 0 ? cards : cards.filter(({ seat }) => only.includes(seat));
  const yesno = { yes: t('print.yes'), no: t('print.no') };
  const asked = paper.polls.filter(({ members }) => members);
  const sheets = sheetsFor(asked.find(({ id }) => id === poll));
  const named = seatsNamed(written, paper.seats);
  const seats = named.length > 0 ? named : Array.from({ length: blank }, () => '');
  function sheetsFor(one: Paper['polls'][number] | undefined) {
    return one === undefined ? [] : sheetsOf(one, t.lang, yesno);
  }
  const count: Readonly<Record<What, number | 'some' | null>> = {
    cards: chosen.length === 0 ? null : Math.ceil(chosen.length / cardsPerSheet),
    join: 1,
    answers: sheets.length === 0 ? null : Math.ceil(seats.length / 2) * sheets.length,
    planb: 'some',
  };
  const print = (): void => {
    window.print();
    // A desk may print but not say so; what it prints again changes nothing about the address of the others.
    if (what === 'cards' && only.length === 0)
      void ask(doneSchema, `/api/sessions/${session}/printed`, { body: { address: address.base, cards: chosen.length } });
  };
  const local = address.choices.find(({ base }) => base === address.base)?.kind === 'local';
  const { printed } = address;
  const carriesAddress = what === 'cards' || what === 'join';
  return (
    <PrintFrame
      session={session}
      what={what}
      sheets={count[what]}
      onPrint={print}
      back={`/home#/session/${session}`}
      options={
        <>
          {what === 'cards' && chosen.length > 0 ? (
            <>
              <span>
                <b>{t('print.cardsCount', { n: chosen.length })}</b>{' '}
                <span className="soft">{t('print.carries', { address: typed(address.base) })}</span>
              </span>
              <label className="fld org-inline">
                <span className="lb">
                  <span>{t('print.second')}</span>
                </span>
                <select
                  className="inp"
                  value={second ?? ''}
                  onChange={(event) => setSecond(isOtherLanguage(event.currentTarget.value) ? event.currentTarget.value : null)}
                >
                  <option value="">{t('print.none')}</option>
                  {otherLanguages.map(({ lang, own }) => (
                    <option key={lang} value={lang} lang={lang}>
                      {own}
                    </option>
                  ))}
                </select>
              </label>
            </>
          ) : null}
          {what === 'cards' && chosen.length === 0 ? <span>{t('print.noSeats')}</span> : null}
          {what === 'join' ? (
            <Field label={t('print.network')} hint={t('print.networkHint')} value={network} onChange={setNetwork} />
          ) : null}
          {what === 'answers' && asked.length === 0 ? <span>{t('print.noQuestions')}</span> : null}
          {what === 'answers' && asked.length > 0 ? (
            <>
              <label className="fld org-inline">
                <span className="lb">
                  <span>{t('print.question')}</span>
                </span>
                <select className="inp" value={poll ?? ''} onChange={(event) => setPoll(event.currentTarget.value)}>
                  {asked.map(({ id, question }) => (
                    <option key={id} value={id}>
                      {pickText(question, t.lang).text}
                    </option>
                  ))}
                </select>
              </label>
              <Field label={t('print.seats')} hint={t('print.seatsHint')} value={written} onChange={setWritten} />
              {named.length > 0 ? null : (
                <span className="org-blank">
                  <span className="meta">{t('print.blank')}</span>
                  <Stepper label={t('print.blank')} value={blank} onChange={setBlank} min={1} max={200} />
                </span>
              )}
            </>
          ) : null}
        </>
      }
      warnings={
        carriesAddress && local ? (
          <Band kind="error" live={false}>
            {t('print.local')}
          </Band>
        ) : what === 'cards' && printed !== null && printed.address !== address.base ? (
          <Band kind="time" live={false}>
            {t('print.changed', { old: typed(printed.address), now: typed(address.base) })}
          </Band>
        ) : null
      }
    >
      {what === 'cards' ? <Cards cards={chosen} assembly={assembly} address={typed(address.base)} second={second} /> : null}
      {what === 'join' ? (
        <JoinSheet
          assembly={assembly}
          network={network.trim() === '' ? null : network.trim()}
          address={typed(address.base)}
          url={`${address.base}/#c=${paper.code}`}
          roomCode={paper.code}
        />
      ) : null}
      {what === 'answers' ? sheets.map((sheet, index) => <AnswerSheets key={index} assembly={assembly} {...sheet} seats={seats} />) : null}
      {what === 'planb' ? (
        <PlanB
          title={pickText(paper.title, t.lang).text}
          assembly={assembly}
          day={dateLong(Date.parse(`${paper.day}T12:00:00Z`), t.lang, 'UTC')}
          timeZone={paper.timeZone}
          blocks={paper.blocks.map(({ title, plannedMin, startsAt }) => ({ title: pickText(title, t.lang).text, plannedMin, startsAt }))}
          questions={paper.polls.map((one) => ({ text: pickText(one.question, t.lang).text, choices: choicesOf(one, t.lang, yesno) }))}
          groups={[]}
          seats={paper.seats}
        />
      ) : null}
    </PrintFrame>
  );
}
