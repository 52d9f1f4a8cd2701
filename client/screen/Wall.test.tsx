// The frame of the wall: what stays when the line is down, what fades, what is never there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadLang } from '../kernel/i18n.ts';
import { act, draw } from '../ui/render.testkit.tsx';
import { JoinScene } from './JoinScene.tsx';
import { BlankScene, SuspendedScene, ThanksScene, WordsScene } from './PlainScenes.tsx';
import { SlidesScene } from './SlidesScene.tsx';
import { TestScene } from './TestScene.tsx';
import { MiniWall, Wall, type WallProps } from './Wall.tsx';
import { wallNow } from './wallNow.ts';

const at = Date.UTC(2026, 10, 21, 8, 57);
const way = { address: 'plenaria.local', url: 'http://plenaria.local/#K7M4QX', code: 'K7M 4QX' };
const wall = (more: Partial<WallProps> = {}) => (
  <Wall scene="a" lang="it" theme="dark" now={at} timeZone="Europe/Rome" head="Assemblea" link={{ kind: 'live' }} {...more}>
    {more.children ?? <p className="wall-main">Ombra e alberi 24</p>}
  </Wall>
);
beforeAll(() => loadLang('en'));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the line is down', () => {
  it('[SC4] the last picture stays whole, with a small mark that says since when', () => {
    const page = draw(wall());
    expect(page.all('.wall-link')).toHaveLength(0);
    page.again(wall({ link: { kind: 'stopped', since: at } }));
    expect(page.host.textContent).toContain('Ombra e alberi 24');
    expect(page.one('.wall-link').textContent).toBe('Schermo fermo alle 9.57: il collegamento torna da solo.');
    page.again(wall());
    expect(page.all('.wall-link')).toHaveLength(0);
  });
  it('[SC4] a screen that was put away says so in words and keeps its picture; an unknown reason has words too', () => {
    const page = draw(wall({ link: { kind: 'refused', code: 'access.revoked' } }));
    expect(page.host.textContent).toContain('Ombra e alberi 24');
    expect(page.one('.wall-link').textContent).toContain('scollegato');
    page.again(wall({ link: { kind: 'refused', code: 'never.heard' } }));
    expect(page.one('.wall-link').textContent).toContain('non può aggiornarsi');
    expect(page.host.textContent).not.toContain('never.heard');
  });
  it('[SC8] the mark speaks the language of its screen', () => {
    const page = draw(wall({ lang: 'en', link: { kind: 'stopped', since: at } }));
    expect(page.one('.wall-link').textContent).toBe('Screen stopped at 9:57: the connection comes back by itself.');
    page.again(wall({ lang: 'ar' }));
    expect(page.one('.hall-in').dir).toBe('rtl');
  });
});

describe('changing the picture', () => {
  it('[SC5] the old picture goes while the new one comes, then it is gone', () => {
    const page = draw(wall());
    page.again(wall({ scene: 'b', children: <p>Due</p> }));
    expect(page.one('.going').textContent).toContain('Ombra e alberi 24');
    expect(page.one('.going').getAttribute('aria-hidden')).toBe('true');
    expect(page.one('.coming').textContent).toContain('Due');
    act(() => {
      vi.advanceTimersByTime(400);
    });
    expect(page.host.textContent).not.toContain('Ombra');
    expect(page.all('.going, .coming')).toHaveLength(0);
  });
  it('[SC5] a count that moves fades nothing', () => {
    const page = draw(wall());
    page.again(wall({ children: <p>Ombra e alberi 25</p> }));
    expect(page.all('.going, .coming')).toHaveLength(0);
    expect(page.host.textContent).toContain('25');
  });
  it('[SC5] back and forth quickly ends on the last picture alone', () => {
    const page = draw(wall());
    page.again(wall({ scene: 'b', children: <p>Due</p> }));
    page.again(wall({ scene: 'a', children: <p>Uno</p> }));
    act(() => {
      vi.advanceTimersByTime(400);
    });
    expect(page.all('.wall-layer')).toHaveLength(1);
    expect(page.host.textContent).toContain('Uno');
  });
  it('[SC5] who asked for no motion sees the end state at once; nothing loops', () => {
    const css = readFileSync(join(import.meta.dirname, 'wall.css'), 'utf8');
    expect(css).toMatch(/@media \(prefers-reduced-motion: reduce\)\s*\{\s*\.wall-layer\.going\s*\{\s*display: none;/u);
    expect(css).not.toMatch(/infinite|alternate/u);
  });
});

describe('what lies over and around', () => {
  it('[SC2] the join strip shows address, code and QR when asked', () => {
    const page = draw(wall({ strip: way }));
    expect(page.one('.wall-strip').textContent).toContain('plenaria.local');
    expect(page.one('.wall-strip .code').textContent).toBe('K7M 4QX');
    expect(page.all('.wall-strip svg.qr')).toHaveLength(1);
    page.again(wall({ strip: null }));
    expect(page.all('.wall-strip')).toHaveLength(0);
  });
  it('[SC2] black is black: no head line, no words, the whole projector', () => {
    const page = draw(wall({ scene: 'blank', head: null, children: <BlankScene /> }));
    expect(page.all('.stage.black')).toHaveLength(1);
    expect(page.all('.wall-top')).toHaveLength(0);
    expect(page.one('.scene-blank').textContent).toBe('Schermo nero');
  });
  it('[SC1] the miniature is the same wall, said in words, out of reach of the keyboard', () => {
    const page = draw(
      <MiniWall width={322} label="Sullo schermo adesso: Programma">
        {wall({ mini: true })}
      </MiniWall>,
    );
    expect(page.one('.mini').getAttribute('aria-label')).toBe('Sullo schermo adesso: Programma');
    expect(page.all('main, [role="status"]')).toHaveLength(0);
    expect(page.one('.mini > div').hasAttribute('inert')).toBe(true);
  });
});

describe('scenes', () => {
  it('[SC2] the way in has two steps without a network of the hall, three with it', () => {
    const page = draw(wall({ children: <JoinScene way={way} wifi={null} /> }));
    expect(page.all('ol > li')).toHaveLength(2);
    page.again(wall({ children: <JoinScene way={way} wifi="Assemblea" /> }));
    expect(page.all('ol > li')).toHaveLength(3);
    expect(page.host.textContent).toContain('Hai un cartoncino?');
  });
  it('[SC7] own words keep the language in which they were written', () => {
    const page = draw(wall({ lang: 'ar', children: <WordsScene words={{ s: 'Pranzo', lang: 'it' }} way={way} /> }));
    expect(page.one('.scene-words').lang).toBe('it');
    expect(page.one('.scene-words').dir).toBe('ltr');
  });
  it('[SC5] the test picture shows the four marks, the four corners and the smallest text', () => {
    const page = draw(wall({ children: <TestScene label="Laterale" bellBlocked={false} /> }));
    expect(page.all('.key')).toHaveLength(4);
    expect(page.all('.test-corner')).toHaveLength(4);
    expect(page.one('.test-small').textContent).toContain('più piccola');
    expect(page.host.textContent).toContain('Laterale');
  });
  it('[AG7] slides say which page it is; over forty pages the numbers are enough', () => {
    const page = draw(wall({ head: null, children: <SlidesScene document={null} page={7} pages={18} /> }));
    expect(page.one('.slides-count').textContent).toBe('Pagina 7 di 18');
    expect([page.all('.slides-marks i').length, page.all('.slides-marks i.done').length]).toEqual([18, 7]);
    page.again(wall({ head: null, children: <SlidesScene document={null} page={7} pages={60} /> }));
    expect(page.all('.slides-marks')).toHaveLength(0);
  });
  it('[SC8] suspended says why, closed says thanks', () => {
    const page = draw(wall({ children: <SuspendedScene reason="Pausa fino alle 11.30" way={null} /> }));
    expect(page.host.textContent).toContain('Pausa fino alle 11.30');
    page.again(wall({ scene: 'b', children: <ThanksScene /> }));
    expect(page.host.textContent).toContain('Grazie');
  });
});

describe('what this very screen shows', () => {
  const common = { scene: { kind: 'agenda', block: null }, strip: true, bell: false } as const;
  it('[SC8] its own scene before the common one', () => {
    expect(wallNow(common, { own: null })).toEqual({ scene: common.scene, name: 'agenda ', strip: true });
    expect(wallNow(common, { own: { kind: 'words', words: { s: 'Pranzo' } } }).scene.kind).toBe('words');
  });
  it('[SC2] the strip is not laid over the way in, over black, over the test', () => {
    for (const kind of ['join', 'blank', 'test'] as const) expect(wallNow(common, { own: { kind } }).strip).toBe(false);
  });
});
