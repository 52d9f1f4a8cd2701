import { createRoot } from 'react-dom/client';
import { startLang, setLang } from '../kernel/i18n.ts';
import { startTheme, theme } from '../ui/theme.ts';
import { textSize } from '../ui/textSize.ts';
import { PhoneBar } from '../ui/PhoneBar.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { PhoneTest } from './PhoneTest.tsx';
import { RoomTest } from './RoomTest.tsx';
import type { RoomTestApi } from './api.ts';
import '../ui/ui.css';
import '../ui/ui.laptop.css';
import '../ui/ui.hall.css';
import '../screens/console.css';
import '../screens/phone.css';
const q = new URLSearchParams(location.search);
startTheme(); textSize.start(); startLang();
setLang(q.get('lang') === 'ar' ? 'ar' : q.get('lang') === 'en' ? 'en' : 'it');
theme.set(q.get('dark') ? 'dark' : 'light');
if (q.get('size')) document.documentElement.style.fontSize = q.get('size') + '%';
const ok = async () => ({ ok: true as const, ms: 612 });
const at = Date.UTC(2026, 10, 21, 7, 21);
const test = { ok: true as const, trial: 'k7m4qxabcd', qr: { at, ms: 612 }, probe: { at, asked: 12, answered: Number(q.get('n') ?? 12), slowestMs: 900, state: 'done' as const }, readable: null };
const api: RoomTestApi = {
  read: async () => ({ ok: true, data: test }), probe: async () => ({ ok: true, data: test }), readable: async () => ({ ok: true, data: test }), forgetQr: async () => ({ ok: true, data: test }),
  address: async () => ({ ok: true, data: { ok: true, base: q.get('other') ? 'http://192.168.8.20:8080' : 'http://plenaria.local', chosen: null, choices: [{ base: 'http://plenaria.local', kind: 'public', network: '' }, { base: 'http://192.168.8.20:8080', kind: 'network', network: 'wlan0' }, { base: 'http://10.0.0.14:8080', kind: 'network', network: 'en7' }, { base: 'http://localhost:8080', kind: 'local', network: '' }], printed: { at: Date.UTC(2026, 10, 19), address: 'http://plenaria.local', cards: 90 } } }),
  choose: async () => ({ ok: false, code: 'kernel.offline', params: {} }), health: async () => ({ ok: true, data: { ok: true, engine: 'sqlite' } }), rehearsal: async () => ({ ok: true, data: null }), start: async () => ({ ok: true, data: null }), end: async () => ({ ok: true, data: { session: 'x' } }),
};
const root = createRoot(document.getElementById('root')!);
if (q.get('what') === 'phone') {
  document.body.classList.add('phone');
  const slow = new Promise<never>(() => undefined);
  const bad = async () => ({ ok: false as const, trouble: 'blocked' as const });
  root.render(<><LiveRegion /><div className="phone-page"><PhoneBar label="Posto 42" /><PhoneTest role="member" onDone={() => undefined} door={{ hello: ok, echo: ok, receive: q.get('end') === 'bad' ? bad : q.get('end') === 'wait' ? () => slow : ok }} /></div></>);
} else {
  document.body.classList.add('laptop');
  root.render(<><LiveRegion /><div className="console" data-tab="test"><header className="console-head" /><main className="console-wide"><RoomTest session="s1" code="K7M4QX" screens={[{ connected: true, scene: { kind: 'join' } }, { connected: true, scene: { kind: 'join' } }]} send={async () => ({ ok: true, done: 'done', at: 0 })} walls={[{ id: "a", label: "Proiettore", picture: <div className="mini" style={{ "--mi": "150px" } as never} /> }, { id: "b", label: "", picture: <div className="mini" style={{ "--mi": "150px" } as never} /> }]} api={api} go={() => undefined} /></main><div className="console-hall" data-theme="dark"><p className="console-running">In corso</p><button className="console-next">Torna in sala</button></div><footer className="console-keys" /></div></>);
}
