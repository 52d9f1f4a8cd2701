/* A page to look at the design system, for who works on it: ?show=phone|laptop|hall|print, &theme=dark, &lang=ar, &size=large.
   Development only: no entry imports it, no build ships it, so its sample sentences are not in dictionaries.
   It exists because a component is judged by looking, in every state at once, beside its neighbours. */
/* eslint-disable no-restricted-syntax -- sample sentences, never shipped */
import { useState, type CSSProperties } from 'react';
import { createRoot } from 'react-dom/client';
import './ui.css';
import './ui.laptop.css';
import './ui.hall.css';
import { InLang, langs, setLang, startLang, useLang } from '../kernel/i18n.ts';
import { Band } from './Band.tsx';
import { Bars } from './Bars.tsx';
import { Button } from './Button.tsx';
import { Check } from './Check.tsx';
import { Choices } from './Choices.tsx';
import { ClockText, TimerText } from './ClockText.tsx';
import { Dialog } from './Dialog.tsx';
import { Field, TextArea } from './Field.tsx';
import { Icon, iconNames, isIconName } from './Icon.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Num } from './Num.tsx';
import { Opening } from './Opening.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { LanguageChoice, SizeChoice } from './PhoneChoices.tsx';
import { QrCode } from './QrCode.tsx';
import { Rich } from './Rich.tsx';
import { Ruler } from './Ruler.tsx';
import { ScaleRow, type ScaleValue } from './ScaleRow.tsx';
import { PatternKey, SeatLine } from './SeatLine.tsx';
import { Segmented } from './Segmented.tsx';
import { Status } from './Status.tsx';
import { Stepper } from './Stepper.tsx';
import { textSize, textSizes } from './textSize.ts';

const query = new URLSearchParams(location.search);
const at = Date.UTC(2026, 10, 21, 8, 52); // 21 November 2026, 9.52 in Rome
const zone = 'Europe/Rome';
const answers = {
  it: ['Ombra e alberi', 'Luoghi freschi aperti a tutti', 'Case più fresche', 'Acqua e fontanelle', 'Strade con meno traffico', 'Non so'],
  en: [
    'Shade and trees',
    'Cool places open to everybody',
    'Cooler homes',
    'Water and fountains',
    'Streets with less traffic',
    'I don’t know',
  ],
  ar: ['الظل والأشجار', 'أماكن باردة مفتوحة للجميع', 'بيوت أكثر برودة', 'الماء ونوافير الشرب', 'شوارع أقل ازدحامًا', 'لا أعرف'],
};
const question = {
  it: 'D’estate, che cosa manca di più nel tuo quartiere per vivere bene?',
  en: 'In summer, what does your neighbourhood lack most?',
  ar: 'ما أكثر ما ينقص حيّك في الصيف لتعيش فيه براحة؟',
};
const counts = [24, 17, 13, 9, 5, 3];

function useRows() {
  const lang = useLang();
  return counts.map((count, index) => ({
    id: String(index),
    label: answers[lang][index] ?? '',
    count,
    permille: Math.round((count / 71) * 1000),
    pattern: index === 5 ? ('outlined' as const) : undefined,
  }));
}

function Phone() {
  const lang = useLang();
  const [chosen, setChosen] = useState<readonly string[]>(['1']);
  return (
    <div className="phone">
      <div
        className="phone-page"
        style={{
          minBlockSize: 'auto',
          blockSize: query.get('size') === null ? 844 : 'auto',
          inlineSize: Number(query.get('w') ?? 390),
          margin: 0,
        }}
      >
        <PhoneBar label="Posto 42" />
        <main>
          <p className="eyebrow">Valore non deliberativo</p>
          <h1 className="title" id="q">
            {question[lang]}
          </h1>
          <div className="push">
            <Choices
              kind="one"
              labelledBy="q"
              options={answers[lang].map((label, index) => ({ id: String(index), label }))}
              chosen={chosen}
              onChange={setChosen}
            />
          </div>
        </main>
        <div className="thumb-zone">
          <Button variant="primary" thumb>
            Invia la risposta
          </Button>
        </div>
      </div>
    </div>
  );
}

function PhoneMore() {
  const rows = useRows();
  const [many, setMany] = useState<readonly string[]>(['a', 'b', 'd']);
  const [scale, setScale] = useState<ScaleValue>(4);
  const [ten, setTen] = useState<ScaleValue>('dontKnow');
  const [text, setText] = useState('Chi lavora di notte non ha ombra né autobus: nei testi non c’è.');
  const [dots, setDots] = useState(2);
  const [vote, setVote] = useState<readonly string[]>(['for']);
  const width = Number(query.get('w') ?? 390);
  return (
    <div
      className="phone"
      style={{
        inlineSize: width,
        padding: '0 var(--gutter) 24px',
        display: 'grid',
        gap: 24,
        alignContent: 'start',
        background: 'var(--paper)',
      }}
    >
      <Band kind="time" icon="nonet" title="Senza rete dalle 9.53." live={false}>
        Continua pure: il telefono si ricollega da solo.
      </Band>
      <Band kind="error" title="Questo cartoncino è stato sostituito" code="CARD_REPLACED" live={false}>
        alle 9.01, al banco.
      </Band>
      <div>
        <h2 className="title" id="m">
          Che cosa faresti per prima cosa?
        </h2>
        <br />
        <Choices
          kind="many"
          labelledBy="m"
          max={3}
          maxWords="Hai scelto 3 su 3. Per cambiare, togline una."
          options={[
            { id: 'a', label: 'Ombra alle fermate' },
            { id: 'b', label: 'Fontanelle nuove' },
            { id: 'c', label: 'Biblioteche aperte la sera' },
            { id: 'd', label: 'Scuole aperte d’estate', hint: 'anche ad agosto' },
            { id: 'n', label: 'Non so', alone: true },
          ]}
          chosen={many}
          onChange={setMany}
        />
      </div>
      <ScaleRow legend="Il tempo è bastato" from={1} to={5} value={scale} onChange={setScale} dontKnow="Non so" />
      <ScaleRow
        legend="Quanto ti fidi?"
        from={0}
        to={10}
        value={ten}
        onChange={setTen}
        dontKnow="Non so"
        ends={['0 per niente', '10 del tutto']}
      />
      <TextArea label="Che cosa resta fuori dai testi?" value={text} onChange={setText} max={60} hint="Si vede senza il tuo nome." />
      <Field
        label="Il tuo codice"
        value="7KQM 3"
        onChange={() => undefined}
        code
        error="Questo codice non esiste. Guarda di nuovo il cartoncino."
      />
      <section className="ballot">
        <header>
          <b>Scheda di voto</b>
          <span>Testo 7 di 28</span>
        </header>
        <div className="in">
          <h3 className="title">Donaudampfschifffahrtsgesellschaft e precipitevolissimevolmente</h3>
        </div>
        <Choices
          kind="one"
          legend="Voto"
          options={[
            { id: 'for', label: 'Favorevole', pattern: 'solid' },
            { id: 'against', label: 'Contrario', pattern: 'hatched' },
            { id: 'abstain', label: 'Mi astengo', pattern: 'outlined' },
          ]}
          chosen={vote}
          onChange={setVote}
        />
      </section>
      <p className="mine">Luoghi freschi aperti a tutti</p>
      <p className="mine waiting">Luoghi freschi aperti a tutti</p>
      <div>
        <p>
          <Rich text="**48** di 77 hanno risposto" />
        </p>
        <SeatLine
          label="48 di 77 hanno risposto"
          segments={[
            { count: 48, pattern: 'solid' },
            { count: 29, pattern: 'waiting' },
          ]}
        />
      </div>
      <Stepper label="Punti" value={dots} onChange={setDots} max={3} atMost="Ti restano 0 punti: togline uno altrove" />
      <Status icon="check">Tenuto su questo telefono</Status>
      <Bars caption="Domanda" rows={rows} />
      <LanguageChoice />
      <SizeChoice />
      <div className="thumb-zone two" style={{ paddingInline: 0, position: 'static' }}>
        <Button thumb icon="pen" variant="primary">
          Domanda
        </Button>
        <Button thumb icon="hand">
          Parola
        </Button>
        <Button thumb variant="help" icon="hand" className="wide">
          Chiama aiuto
        </Button>
        <Button thumb off="Prima scegli una risposta, anche «Non so»" className="wide">
          Invia la risposta
        </Button>
        <Button variant="quiet" thumb className="wide">
          Non ne ho altri
        </Button>
      </div>
    </div>
  );
}

function Laptop() {
  const rows = useRows();
  const [open, setOpen] = useState(query.get('dialog') !== null);
  const [where, setWhere] = useState('all');
  const [age, setAge] = useState(true);
  return (
    <div className="laptop" style={{ inlineSize: 1280, display: 'grid', gridTemplateColumns: '1fr 372px', background: 'var(--paper)' }}>
      <div style={{ padding: 28, display: 'grid', gap: 22, alignContent: 'start' }}>
        <div className="between">
          <ClockText ms={at} timeZone={zone} className="num" />
          <TimerText sec={228} className="num" />
          <TimerText sec={-12} className="num" />
        </div>
        <Ruler toMin={10} elapsedMin={6.2} label="Passati 6 minuti di 10" />
        <Ruler toMin={75} elapsedMin={51} noticesMin={[65, 70, 74]} label="" />
        <Ruler fromMin={60} toMin={75} elapsedMin={76} noticesMin={[65, 70, 74]} label="" />
        <div>
          <Num n={48} words="di 77 hanno risposto" huge />
          <br />
          <SeatLine
            tall
            label="48 di 77 hanno risposto"
            segments={[
              { count: 48, pattern: 'solid' },
              { count: 29, pattern: 'waiting' },
            ]}
          />
        </div>
        <SeatLine
          label="42 favorevoli, 10 contrari, 8 astenuti, 6 senza voto; soglia 44 su 66"
          tall
          segments={[
            { count: 42, pattern: 'solid' },
            { count: 10, pattern: 'hatched' },
            { count: 8, pattern: 'outlined' },
            { count: 6, pattern: 'base' },
          ]}
          threshold={{ at: 44, label: 'due terzi dei presenti: 44 su 66' }}
        />
        <SeatLine
          label="oltre 120"
          tall
          segments={[
            { count: 132, pattern: 'solid' },
            { count: 61, pattern: 'hatched' },
            { count: 30, pattern: 'outlined' },
            { count: 25, pattern: 'dotted' },
            { count: 18, pattern: 'waiting' },
          ]}
          threshold={{ at: 178, label: 'due terzi: 178 su 266' }}
        />
        <p>
          {(['solid', 'hatched', 'outlined', 'dotted', 'waiting', 'base'] as const).map((pattern) => (
            <span key={pattern} style={{ marginInlineEnd: 24 }}>
              <PatternKey pattern={pattern} />
              {pattern}
            </span>
          ))}
        </p>
        <Bars caption="Domanda" rows={rows.map((row, index) => ({ ...row, previous: [17, 20, 11, 9, 8, 6][index] }))} digits={1} />
        <Bars
          caption="Municipio"
          rows={[
            { id: 'a', label: 'Municipio 1', count: 14, permille: 737, pattern: 'dotted' },
            { id: 'b', label: 'Municipio 2', count: { under: 5 } },
            { id: 'c', label: 'Municipio 3', count: 5, permille: 263, pattern: 'hatched' },
          ]}
        />
        <div className="row">
          <Button variant="primary" keyHint="O">
            Chiudi le risposte
          </Button>
          <Button keyHint="R" off="Prima chiudi le risposte">
            Pubblica
          </Button>
          <Button onPress={() => setOpen(true)}>Apri il dialogo…</Button>
          <Button variant="quiet">Aggiungi fogli</Button>
          <Button variant="help">Passa al secondo portatile</Button>
          <Button variant="primary" left={0.34}>
            Pubblico tra 2 secondi
          </Button>
          <Button icon="pause" label="Ferma" />
        </div>
        <div className="row" style={{ alignItems: 'end' }}>
          <Segmented
            legend="Dove"
            value={where}
            onChange={setWhere}
            options={[
              { value: 'all', label: 'Tutti, 77 presenti' },
              { value: 'some', label: 'Alcuni tavoli…' },
            ]}
          />
          <Check label="Età" checked={age} onChange={setAge} />
          <Check label="Genere" checked={false} onChange={() => undefined} />
          <Check label="Municipio" checked={false} onChange={() => undefined} off="In 6 su 9 i presenti sono meno di 5" />
        </div>
        <Field label="Domanda" value={question.it} onChange={() => undefined} max={140} />
        <Band
          kind="error"
          title="Dalle 9.54.02 il server non riesce a salvare."
          live={false}
          code="STORE_FAILED"
          actions={<Button variant="help">Riprova</Button>}
        >
          Le risposte nuove restano sui telefoni, «non ancora inviate».
        </Band>
        <Band kind="already" title="Già fatto." live={false}>
          Chi conduce con te ha chiuso le risposte un secondo prima, alle 9.56.03.
        </Band>
        <table className="table">
          <thead>
            <tr>
              <th>Punto</th>
              <th className="n">Previsto</th>
              <th className="n">Vero</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Dove siamo adesso?</th>
              <td className="n">9.40</td>
              <td className="n">9.46</td>
            </tr>
            <tr>
              <th scope="row">Ascolto degli esperti</th>
              <td className="n">9.50</td>
              <td className="n">9.56</td>
            </tr>
          </tbody>
        </table>
        <p style={{ display: 'flex', flexWrap: 'wrap', gap: 14, fontSize: 22 }}>
          {iconNames.map((name) => (isIconName(name) ? <Icon key={name} name={name} label={name} /> : null))}
        </p>
        <Opening />
      </div>
      <aside data-theme="dark" style={{ padding: 24, display: 'grid', gap: 20, alignContent: 'start' }}>
        <div className="mini" style={{ ...mi(322) }}>
          <InLang lang="it">
            <Wall />
          </InLang>
        </div>
        <div className="mini" style={{ ...mi(322) }}>
          <InLang lang="ar">
            <Wall />
          </InLang>
        </div>
        <Num n={77} words="presenti di 90" />
        <SeatLine
          label="77 presenti"
          segments={[
            { count: 71, pattern: 'solid' },
            { count: 6, pattern: 'hatched' },
            { count: 13, pattern: 'base' },
          ]}
        />
        <Button keyHint="B">Nero</Button>
        <Band kind="error" icon="hand" title="Il tavolo 6 chiede aiuto" live={false} actions={<Button variant="help">Ci penso io</Button>}>
          «Il tablet non si collega»
        </Band>
        <QrCode value="http://plenaria.local/#K7M4QX" label="Codice per entrare: plenaria.local" />
        <ol className="prog">
          <li className="past">
            <span className="h">9.35</span>
            <span>Verbale precedente</span>
            <span className="d">11′</span>
          </li>
          <li className="now">
            <span className="h">9.46</span>
            <b>Dove siamo adesso?</b>
            <span className="d">10′</span>
          </li>
          <li>
            <span className="h">
              9.56<span className="was">9.50</span>
            </span>
            <span>Ascolto degli esperti</span>
            <span className="d">90′</span>
          </li>
        </ol>
      </aside>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Scopri i 17 biglietti al tavolo?"
        footer={
          <>
            <Button variant="primary">Scopri i 17 biglietti</Button>
            <Button onPress={() => setOpen(false)}>Aspetta ancora un minuto</Button>
          </>
        }
      >
        <p>Li vedono tutti e otto, tutti insieme. Lo schermo della sala no. Poi non si possono più coprire.</p>
      </Dialog>
    </div>
  );
}
const mi = (px: number): CSSProperties & { '--mi': string } => ({ '--mi': `${px}px` });

function Wall() {
  const lang = useLang();
  const rows = useRows();
  return (
    <div className="hall" data-theme={query.get('wall') ?? 'dark'}>
      <div className="stage">
        <div className="wall">
          <div className="wall-top">
            <span>
              Punto 4 di 9 · <b>Dove siamo adesso?</b>
            </span>
            <ClockText ms={at} timeZone={zone} />
          </div>
          <div className="wall-main" style={{ alignContent: 'space-between' }}>
            <h1 style={{ fontSize: 'var(--t-lead)', maxInlineSize: 'calc(1500 * var(--u))' }}>{question[lang]}</h1>
            <Bars caption={question[lang]} rows={rows} />
          </div>
          <div className="wall-foot">
            <span>
              <Rich text="**71** risposte, 77 presenti. Un segno è una persona." />
            </span>
            <span>Valore non deliberativo</span>
          </div>
        </div>
      </div>
    </div>
  );
}

function Vote() {
  return (
    <div className="hall" data-theme="dark">
      <div className="stage">
        <div className="wall framed">
          <div className="wall-top">
            <span>Voto 7 di 28</span>
          </div>
          <div className="wall-main" style={{ alignContent: 'space-between' }}>
            <Num n={48} words="di 77 hanno risposto" />
            <SeatLine
              tall
              label="voto"
              segments={[
                { count: 42, pattern: 'solid' },
                { count: 10, pattern: 'hatched' },
                { count: 8, pattern: 'outlined' },
                { count: 6, pattern: 'base' },
              ]}
              threshold={{ at: 44, label: 'due terzi dei presenti: 44 su 66' }}
            />
            <SeatLine
              label="tavolo"
              segments={[
                { count: 32, pattern: 'solid' },
                { count: 12, pattern: 'dotted' },
                { count: 12, pattern: 'waiting' },
              ]}
            />
            <Ruler toMin={70} elapsedMin={46} noticesMin={[60, 65, 69]} label="" />
          </div>
          <div className="wall-foot">
            <span>66 presenti all’apertura, 60 schede.</span>
            <span>Testo 7, versione 3</span>
          </div>
        </div>
      </div>
    </div>
  );
}

await startLang();
const wanted = langs.find((lang) => lang === query.get('lang'));
if (wanted !== undefined) await setLang(wanted);
document.documentElement.dataset['theme'] = query.get('theme') === 'dark' ? 'dark' : 'light';
const size = textSizes.find((each) => each === query.get('size'));
if (size !== undefined) textSize.set(size);
const shown = query.get('show') ?? 'laptop';
const place = document.getElementById('root');
if (place !== null) {
  if (shown === 'phone' || shown === 'more') document.body.className = 'phone';
  if (shown === 'hall' || shown === 'vote') document.documentElement.classList.add('hall-root');
  createRoot(place).render(
    <>
      <LiveRegion />
      {shown === 'phone' ? (
        <Phone />
      ) : shown === 'more' ? (
        <PhoneMore />
      ) : shown === 'hall' ? (
        <Wall />
      ) : shown === 'vote' ? (
        <Vote />
      ) : (
        <Laptop />
      )}
    </>,
  );
}
