/* eslint-disable */
import { createRoot } from 'react-dom/client';
import '../ui/ui.css';
import { Wall, type WallLink } from './Wall.tsx';
import { JoinScene } from './JoinScene.tsx';
import { WordsScene, SuspendedScene, ThanksScene, OpeningScene, BlankScene } from './PlainScenes.tsx';
import { TestScene } from './TestScene.tsx';
import { SlidesScene } from './SlidesScene.tsx';
import { ScreenConsole } from './ScreenConsole.tsx';
import { OwnWords } from './OwnWords.tsx';
import { SlidesConsole } from './SlidesConsole.tsx';
import { WordsPhone } from './WordsPhone.tsx';
import { InLang } from '../kernel/i18n.ts';
const q = new URLSearchParams(location.search);
const lang = (q.get('lang') ?? 'it') as 'it';
const theme = (q.get('theme') ?? 'dark') as 'dark';
const scene = q.get('scene') ?? 'join';
const way = { address: q.get('addr') ?? 'plenaria.local', url: 'http://plenaria.local/#K7M4QX', code: 'K7M 4QX' };
const now = Date.UTC(2026, 10, 21, 12, 22);
const pdf = { name: 'Le cinque aree', kind: 'pdf' as const, url: q.get('pdf') ?? '/sample.pdf' };
const parts: Record<string, [string, any, any]> = {
  join: ['Assemblea Permanente dei Cittadini sul Clima', <JoinScene way={way} wifi={q.get('wifi') === 'no' ? null : 'Assemblea'} />, 0],
  words: [
    'Assemblea Permanente dei Cittadini sul Clima',
    <WordsScene words={{ s: q.get('w') ?? 'Pranzo, si riprende alle 14.05, ai tavoli' }} way={way} />,
    0,
  ],
  suspended: ['Assemblea', <SuspendedScene reason="Pausa caffè fino alle 11.30" way={way} />, 0],
  thanks: ['Assemblea Permanente dei Cittadini sul Clima', <ThanksScene />, 0],
  opening: ['', <OpeningScene />, 0],
  test: ['Prova', <TestScene label="Laterale" bellBlocked />, 0],
  blank: [null as any, <BlankScene />, 0],
  slides: [
    null as any,
    <SlidesScene
      document={pdf}
      page={Number(q.get('page') ?? 2)}
      pages={q.get('pages') ? Number(q.get('pages')) : 18}
      foot={
        <>
          <b>11:20</b> al secondo intervento
        </>
      }
    />,
    0,
  ],
};
const link: WallLink =
  q.get('link') === 'stopped'
    ? { kind: 'stopped', since: now }
    : q.get('link')
      ? { kind: 'refused', code: q.get('link')! }
      : { kind: 'live' };
const wall = (name: string, mini = false, th = theme) => (
  <Wall
    scene={name + (q.get('page') ?? '')}
    lang={lang}
    theme={th}
    now={now}
    timeZone="Europe/Rome"
    head={parts[name]![0]}
    link={link}
    strip={q.get('strip') ? way : null}
    mini={mini}
  >
    {parts[name]![1]}
  </Wall>
);
const sc = (kind: string) => ({ kind }) as any;
const view: any = {
  scene: sc('join'),
  under: sc('join'),
  next: { kind: 'words', words: { s: 'x' } },
  blank: q.has('blank'),
  pinned: q.has('pinned'),
  strip: false,
  bell: false,
  words: q.has('on') ? { original: 'it', it: 'Pranzo\nSi riprende alle 14.05' } : null,
  slides: { kind: 'slides', material: 'mat', page: 2, pages: 3, block: null, onWall: !q.has('covered') },
  shown: q.has('shown'),
  places: [],
  published: [{ poll: 'p1', round: 1 }],
  screens: [
    {
      screen: 'a',
      label: 'Proiettore',
      lang: 'it',
      theme: 'dark',
      connected: true,
      lastSeenAt: now,
      pinned: false,
      blank: false,
      scene: sc('join'),
    },
    {
      screen: 'b',
      label: '',
      lang: 'en',
      theme: 'light',
      connected: false,
      lastSeenAt: now - 600000,
      pinned: true,
      blank: false,
      scene: sc('agenda'),
    },
  ],
  may: { drive: true },
};
const send: any = async () =>
  q.has('refuse') ? { ok: false, code: 'screen.noPage', params: { pages: 18 }, at: 0 } : { ok: true, done: 'done', at: 0 };
function App() {
  if (scene === 'console')
    return (
      <div className="laptop" style={{ display: 'grid', gridTemplateColumns: 'minmax(0,1fr) 372px', minBlockSize: '100vh' }}>
        <main style={{ padding: 28, display: 'grid', gap: 24, alignContent: 'start', minInlineSize: 0, maxInlineSize: 584 }}>
          <SlidesConsole
            view={view}
            send={send}
            block="b"
            materials={[
              { ...pdf, id: 'mat', pages: 3 },
              { ...pdf, id: 'm2', name: 'Mappa delle isole di calore, versione lunga del titolo', kind: 'image', pages: 1 },
            ]}
          />
          <OwnWords view={view} send={send} />
        </main>
        <aside data-theme="dark" style={{ paddingInline: 24 }}>
          <ScreenConsole
            view={view}
            send={send}
            now={wall(q.get('now') ?? 'join', true, 'dark')}
            next={wall('words', true, 'dark')}
            nextAbout="Pranzo, si riprende…"
            results={[{ poll: 'p1', round: 1, title: 'D’estate, che cosa manca?' }]}
            timeZone="Europe/Rome"
          />
        </aside>
      </div>
    );
  if (scene === 'phone')
    return (
      <div className="phone" data-theme={theme}>
        <InLang lang={lang} className="phone-page">
          <WordsPhone view={{ words: { s: q.get('w') ?? 'Pranzo\nSi riprende alle 14.05, ai tavoli' } }} />
          <main>
            <h1 className="title">Sotto</h1>
          </main>
        </InLang>
      </div>
    );
  return wall(scene);
}
createRoot(document.getElementById('root')!).render(<App />);
