import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/components.css';
import { startLang, setLang, isLang } from './preview-lang.ts';
import all from './preview.json';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { PhoneBar } from '../ui/PhoneBar.tsx';
import { Wall } from '../screen/Wall.tsx';
import { PollMember } from './PollMember.tsx';
import { PollAudience } from './PollAudience.tsx';
import { PollProjector, pollScene } from './PollProjector.tsx';
const p = new URLSearchParams(location.search);
startLang();
const lang = p.get('lang') ?? 'it';
if (isLang(lang)) setLang(lang);
document.documentElement.dataset.theme = p.get('theme') ?? 'light';
if (p.get('size')) document.documentElement.style.fontSize = p.get('size') + '%';
const of: any = (all as any)[p.get('of') ?? 'open'];
const kind = p.get('as') ?? 'member';
document.body.classList.add(kind === 'screen' ? 'hall' : kind.startsWith('console') ? 'laptop' : 'phone');
const send: any = async () => new Promise(() => undefined);
const root = createRoot(document.getElementById('root')!);
const view = kind === 'audience' ? of.audience : lang === 'ar' ? of.ar : of.member;
let mine = p.get('mine') === 'me' ? of.mine : of.mine90;
if (p.get('draft')) localStorage.setItem(`plenaria.draft.poll.${view.now.poll}.${view.now.round}`, p.get('draft')!);
const pending: any = p.get('pending')
  ? [{ id: 'x', since: 0, tries: 1, keep: true, command: { type: 'poll.answer', poll: view.now.poll, round: view.now.round, edit: 1 } }]
  : [];
const props: any = { view, mine, send, pending, online: !p.get('pending'), now: of.now, timeZone: 'Europe/Rome', onRetry: () => undefined };
if (kind === 'screen') {
  const s = lang === 'ar' ? of.screenAr : of.screen;
  root.render(
    <Wall
      scene={pollScene(s.rounds[0])}
      lang={lang as any}
      theme={(p.get('theme') ?? 'dark') as any}
      now={of.now}
      timeZone="Europe/Rome"
      head={
        <>
          Punto 4 di 9 · <b>Dove siamo adesso?</b>
        </>
      }
      link={{ kind: 'live' }}
    >
      <PollProjector
        round={s.rounds[0]}
        now={of.now}
        timeZone="Europe/Rome"
        way={
          <>
            <bdi dir="ltr">plenaria.local</bdi> · <b className="code">K7M 4QX</b>
          </>
        }
      />
    </Wall>,
  );
} else if (kind === 'member' || kind === 'audience')
  root.render(
    <>
      <LiveRegion />
      <div className="phone-page">
        <PhoneBar label={kind === 'member' ? 'Posto 42' : 'Pubblico'} />
        {kind === 'member' ? <PollMember {...props} /> : <PollAudience {...props} />}
      </div>
    </>,
  );
else void import('./preview-console.tsx').then((m) => root.render(m.consolePreview(kind, of, send)));
