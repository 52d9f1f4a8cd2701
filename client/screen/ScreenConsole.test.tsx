// The console's column on the walls: each press is one wish that names what it leaves; a refusal is said beside the button.
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ScreenDriverView } from '../../shared/screen/view.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { materialIdSchema, pollIdSchema } from '../../shared/kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { click, draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { screenKeys } from './keys.ts';
import { OwnWords } from './OwnWords.tsx';
import { ScreenConsole } from './ScreenConsole.tsx';
import { SlidesConsole } from './SlidesConsole.tsx';

const material = materialIdSchema.parse('material0001');
const poll = pollIdSchema.parse('poll00000001');
const base: ScreenDriverView = {
  scene: { kind: 'agenda', block: null },
  under: { kind: 'agenda', block: null },
  next: { kind: 'thanks' },
  blank: false,
  pinned: false,
  strip: false,
  bell: false,
  words: null,
  slides: null,
  shown: false,
  questions: 0,
  places: [],
  published: [{ poll, round: 1 }],
  screens: [
    {
      screen: 'screen000001',
      label: 'Proiettore',
      lang: 'it',
      theme: 'dark',
      connected: true,
      lastSeenAt: 0,
      pinned: false,
      blank: false,
      scene: { kind: 'agenda', block: null },
    },
    {
      screen: 'screen000002',
      label: '',
      lang: 'en',
      theme: 'light',
      connected: false,
      lastSeenAt: null,
      pinned: true,
      blank: false,
      scene: { kind: 'join' },
    },
  ],
  history: '0.it',
  may: { drive: true },
};
let wishes: Parameters<Send>[0][] = [];
let reply: Reply = { ok: true, done: 'done', at: 0 };
const send: Send = (wish) => {
  wishes.push(wish);
  return Promise.resolve(reply);
};
beforeEach(() => {
  wishes = [];
  reply = { ok: true, done: 'done', at: 0 };
  localStorage.clear();
});
const column = (view: Partial<ScreenDriverView> = {}) => (
  <ScreenConsole
    view={{ ...base, ...view }}
    send={send}
    now={<p>adesso</p>}
    next={<p>poi</p>}
    nextAbout="Fine"
    results={[{ poll, round: 1, title: 'Che cosa manca?' }]}
    timeZone="Europe/Rome"
  />
);
const button = (page: Drawn, words: string): HTMLElement => {
  const found = page.all('button').find((each) => each.textContent.startsWith(words));
  if (!found) throw new Error(`no button ${words}`);
  return found;
};
const settle = () =>
  act(async () => {
    await Promise.resolve();
  });

describe('black, code, hold', () => {
  it('[SC2] one press each, and the same button brings back', () => {
    const page = draw(column());
    for (const words of ['Nero', 'Codice', 'Tieni fermo']) click(button(page, words));
    page.again(column({ blank: true, strip: true, pinned: true }));
    for (const words of ['Riaccendi', 'Togli il codice', 'Lascia andare']) click(button(page, words));
    expect(wishes).toEqual([
      { type: 'screen.blank', screen: null, on: true },
      { type: 'screen.joinStrip', on: true },
      { type: 'screen.pin', screen: null, scene: 'current' },
      { type: 'screen.blank', screen: null, on: false },
      { type: 'screen.joinStrip', on: false },
      { type: 'screen.unpin', screen: null },
    ]);
  });
  it('[SC1] what keeps the wall from following is said in words', () => {
    const page = draw(column({ blank: true, under: { kind: 'words', words: { s: 'x' } } }));
    expect(page.one('.screen-state').textContent).toBe('Gli schermi sono neri. Sotto c’è: Le tue parole.');
    page.again(column({ shown: true }));
    click(button(page, 'Torna a seguire'));
    expect(wishes).toEqual([{ type: 'screen.follow' }]);
    page.again(column());
    expect(page.all('.screen-state')).toHaveLength(0);
  });
  it('[SC1] now and next are both in view, counted and named', () => {
    const page = draw(column());
    expect(page.host.textContent).toContain('1 schermo collegato');
    expect(page.all('.mini').map((each) => each.getAttribute('aria-label'))).toEqual([
      'Sullo schermo adesso: Programma e tempo',
      'Sullo schermo dopo: Grazie e saluti',
    ]);
  });
  it('[K1] a refusal is said beside the button, in words', async () => {
    const page = draw(column());
    reply = { ok: false, code: 'screen.sealed', at: 0 };
    click(button(page, 'Nero'));
    await settle();
    expect(page.one('.why').textContent).toBe('La seduta è conclusa e archiviata: gli schermi non cambiano più.');
  });
});

describe('showing something, each screen', () => {
  it('[SC1] a published result is shown again', async () => {
    const page = draw(column());
    click(button(page, 'Mostra altro'));
    click(button(page, 'Mostra: Che cosa manca?'));
    await settle();
    expect(wishes).toEqual([{ type: 'screen.showScene', scene: { kind: 'pollResult', poll, round: 1 } }]);
  });
  it('[BO2] boards that were sent to the walls are shown by themes, whole, by one theme, and together; the tables where there are any', () => {
    const boards = [
      { board: 'board00000001', table: 1, title: 'Ombra e alberi', themes: [{ theme: 'theme0000001', title: 'Nuovi parchi' }] },
      { board: 'board00000002', table: 2, title: '', themes: [] },
    ];
    const page = draw(
      <ScreenConsole view={base} send={send} now={null} next={null} results={[]} boards={boards} tables timeZone="Europe/Rome" />,
    );
    click(button(page, 'Mostra altro'));
    for (const words of [
      'I tavoli',
      'Tutti i temi insieme',
      'Per temi: Tavolo 2',
      'Intera: Tavolo 1',
      'Un tema…: Tavolo 1',
      'Mostra: Nuovi parchi',
    ])
      click(button(page, words));
    expect(wishes).toEqual(
      [
        { kind: 'groups' },
        { kind: 'boards' },
        { kind: 'board', board: 'board00000002', view: 'themes' },
        { kind: 'canvas', board: 'board00000001' },
        { kind: 'theme', board: 'board00000001', theme: 'theme0000001' },
      ].map((scene) => ({ type: 'screen.showScene', scene })),
    );
    const without = draw(column());
    click(button(without, 'Mostra altro'));
    expect(without.host.textContent).not.toMatch(/bacheca|tavoli/iu);
  });
  it('[SC8] who speaks is shown at any time, the questions of the hall as long as one is on the wall', () => {
    const page = draw(column({ questions: 2 }));
    click(button(page, 'Mostra altro'));
    click(button(page, 'Chi parla'));
    click(button(page, 'Domande'));
    expect(wishes).toEqual([{ kind: 'turn' }, { kind: 'questions' }].map((scene) => ({ type: 'screen.showScene', scene })));
    const without = draw(column());
    click(button(without, 'Mostra altro'));
    expect(without.all('button').filter((each) => each.textContent === 'Chi parla')).toHaveLength(1);
    expect(without.all('button').filter((each) => each.textContent === 'Domande')).toHaveLength(0);
  });
  it('[SC7] the bell is a choice, off until chosen', () => {
    const page = draw(column());
    click(button(page, 'Mostra altro'));
    const bell = page.one('input[type="checkbox"]');
    expect(bell).toHaveProperty('checked', false);
    click(bell);
    expect(wishes).toEqual([{ type: 'screen.bell', on: true }]);
  });
  it('[SC8] each screen is told apart and has its own language, light and scene', () => {
    const page = draw(column());
    click(button(page, 'Schermi'));
    expect(page.one('.dialog').textContent).toContain('Schermo 2');
    expect(page.one('.dialog').textContent).toContain('fermo su: Come si entra');
    click(button(page, 'Cambia…: Schermo 2'));
    click(page.one('input[value="ar"]'));
    click(button(page, 'Segui come gli altri'));
    click(button(page, 'Solo questo nero'));
    expect(wishes).toEqual([
      { type: 'screen.setLook', screen: 'screen000002', lang: 'ar', theme: 'light', label: '' },
      { type: 'screen.unpin', screen: 'screen000002' },
      { type: 'screen.blank', screen: 'screen000002', on: true },
    ]);
  });
});

describe('own words', () => {
  const field = (view: Partial<ScreenDriverView> = {}) => <OwnWords view={{ ...base, ...view }} send={send} />;
  it('[SC7] written, sent, then the field is empty; while they stand they can be removed', async () => {
    const page = draw(field());
    type(page.one('input'), 'Pranzo, si riprende alle 14.05');
    click(button(page, 'Manda'));
    await settle();
    expect(wishes).toEqual([{ type: 'screen.say', text: { original: 'it', it: 'Pranzo, si riprende alle 14.05' } }]);
    expect(page.one('input')).toHaveProperty('value', '');
    page.again(field({ words: { original: 'it', it: 'Pranzo' } }));
    expect(page.one('.own-words-now').textContent).toContain('Pranzo');
    click(button(page, 'Togli'));
    expect(wishes.at(-1)).toEqual({ type: 'screen.say', text: null });
  });
  it('[SC7] refused words stay in the field', async () => {
    const page = draw(field());
    type(page.one('input'), 'Pranzo');
    reply = { ok: false, code: 'kernel.offline', at: 0 };
    click(button(page, 'Manda'));
    await settle();
    expect(page.one('input')).toHaveProperty('value', 'Pranzo');
    expect(page.all('.why')).toHaveLength(1);
  });
  it('[SC3] what would not be read from the last row is said before it is sent', () => {
    const page = draw(field());
    type(page.one('input'), 'a'.repeat(141));
    click(button(page, 'Manda'));
    expect(wishes).toEqual([]);
    expect(page.one('[role="alert"]').textContent).toContain('troppe per lo schermo');
  });
  it('[SC7] nothing is not sent', () => {
    const page = draw(field());
    click(button(page, 'Manda'));
    expect(wishes).toEqual([]);
    expect(page.one('[role="alert"]').textContent).toBe('Scrivi le parole da mandare.');
  });
});

describe('slides', () => {
  const pdf = { id: material, name: 'Le cinque aree', kind: 'pdf', url: '/m/1', pages: 18 } as const;
  const slides = { kind: 'slides', material, page: 7, pages: 18, block: null, onWall: true } as const;
  const pages = (view: Partial<ScreenDriverView> = {}) => (
    <SlidesConsole view={{ ...base, ...view }} send={send} materials={[pdf]} block="block0000001" />
  );
  it('[AG7] a document of the block is shown from where it was left', () => {
    const page = draw(pages());
    click(button(page, 'Mostra'));
    page.again(pages({ places: [{ material, page: 5 }] }));
    click(button(page, 'Riprendi da pagina 5'));
    expect(wishes).toEqual([1, 5].map((from) => ({ type: 'screen.showSlides', material, page: from, pages: 18, block: 'block0000001' })));
  });
  it('[AG7] turning names the page that is left', () => {
    const page = draw(pages({ slides }));
    click(button(page, 'Pagina 8'));
    click(button(page, 'Pagina 6'));
    expect(wishes).toEqual([
      { type: 'screen.page', material, from: 7, to: 8 },
      { type: 'screen.page', material, from: 7, to: 6 },
    ]);
    expect(page.host.textContent).toContain('7 di 18');
  });
  it('[AG7] covered pages are said to be covered and taken up again', () => {
    const page = draw(pages({ slides: { ...slides, onWall: false } }));
    expect(page.host.textContent).toContain('le pagine aspettano qui');
    click(button(page, 'Riprendi da pagina 7'));
    expect(wishes).toMatchObject([{ type: 'screen.showSlides', page: 7 }]);
  });
});

describe('keys', () => {
  it('[SC2] B black, J code, arrows turn only where there is a page and it is on the wall', () => {
    const slides = { kind: 'slides', material, page: 1, pages: 2, block: null, onWall: true } as const;
    const keys = screenKeys({ ...base, blank: true, slides }, send);
    keys.b?.();
    keys.j?.();
    keys.ArrowRight?.();
    expect(keys.ArrowLeft).toBeUndefined();
    expect(wishes).toEqual([
      { type: 'screen.blank', screen: null, on: false },
      { type: 'screen.joinStrip', on: true },
      { type: 'screen.page', material, from: 1, to: 2 },
    ]);
    expect(screenKeys({ ...base, slides: { ...slides, onWall: false } }, send).ArrowRight).toBeUndefined();
    expect(screenKeys({ ...base, may: { drive: false } }, send)).toEqual({});
  });
});
