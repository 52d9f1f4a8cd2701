// @vitest-environment happy-dom
/* What lies over the page: focus goes in, stays, comes back; Escape closes; waiting says nothing, then rules, then words. */
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentLang, loadLang, setLang } from '../kernel/i18n.ts';
import { fetchLater } from '../kernel/later.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Opening } from './Opening.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { qrPath } from './QrCode.tsx';
import { act, click, draw, press } from './render.testkit.tsx';
import { textSize } from './textSize.ts';
import { startTheme, theme } from './theme.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
beforeAll(async () => {
  await fetchLater();
  await loadLang('ar');
});
beforeEach(async () => {
  localStorage.clear();
  await setLang('it');
});

function Reveal() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Scopri i biglietti…</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Scopri i 17 biglietti?"
        footer={<Button onPress={() => setOpen(false)}>Aspetta</Button>}
      >
        Li vedono tutti.
      </Dialog>
    </>
  );
}

describe('Dialog', () => {
  it('[IN2] the focus goes to the question, Escape closes, the focus returns to the button', () => {
    const page = draw(<Reveal />);
    const opener = page.one('button');
    opener.focus();
    click(opener);
    const dialog = page.one('dialog');
    expect(dialog.hasAttribute('open')).toBe(true);
    expect(document.activeElement?.textContent).toBe('Scopri i 17 biglietti?');
    expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Scopri i 17 biglietti?');
    press(page.one('h2'), 'Escape');
    expect(page.all('dialog')).toHaveLength(0);
    expect(document.activeElement).toBe(opener);
  });

  it('[IN2] keys pressed in a dialog do not reach the shortcuts of the page', () => {
    const heard = vi.fn();
    const page = draw(
      <div onKeyDown={heard}>
        <Reveal />
      </div>,
    );
    click(page.one('button'));
    press(page.one('h2'), 'n');
    expect(heard).not.toHaveBeenCalled();
  });

  it('the footer’s button closes it too, and nothing stays behind', () => {
    const page = draw(<Reveal />);
    click(page.one('button'));
    click(page.one('.dialog-foot button'));
    expect(page.all('dialog')).toHaveLength(0);
  });
});

describe('PhoneBar', () => {
  it('[IN1] the language is chosen at any time, by its own name in its own script, and turns the page', () => {
    const page = draw(<PhoneBar label="Posto 42" />);
    const button = page.one('.phone-bar > button:last-of-type');
    expect(button.textContent).toContain('Lingua: Italiano');
    click(button);
    expect(page.all('.choice').map((row) => [row.getAttribute('lang'), row.textContent])).toEqual([
      ['it', 'Italiano'],
      ['en', 'English'],
      ['ar', 'العربية'],
    ]);
    click(page.one('input[value=ar]'));
    expect([currentLang(), document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'ar', 'rtl']);
    expect(localStorage.getItem('plenaria.lang')).toBe('ar');
  });

  it('[IN2] the text grows on the whole page and the choice is remembered', () => {
    const page = draw(<PhoneBar label="Posto 42" />);
    click(page.one('button[aria-label^="Grandezza"]'));
    click(page.one('input[value=largest]'));
    expect(document.documentElement.style.fontSize).toBe('150%');
    expect(textSize.start()).toBe('largest');
  });

  it('a device that forbids storage still lets one choose', () => {
    const forbidden = (): never => {
      throw new Error('forbidden');
    };
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden });
    textSize.set('large');
    expect(textSize.get()).toBe('large');
    expect(textSize.start()).toBe('normal');
  });
});

describe('theme', () => {
  it('[SC5] follows the device until the person chooses', () => {
    let dark = true;
    const listeners = new Set<() => void>();
    vi.stubGlobal('matchMedia', () => ({
      get matches() {
        return dark;
      },
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
    }));
    const stop = startTheme();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    dark = false;
    for (const listener of listeners) listener();
    expect(document.documentElement.dataset['theme']).toBe('light');
    theme.set('dark');
    for (const listener of listeners) listener();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    stop();
    expect(listeners.size).toBe(0);
    theme.set('auto');
  });
});

describe('Opening', () => {
  it('nothing for 300 ms, then rules without text, after 3 seconds the words', () => {
    vi.useFakeTimers();
    const page = draw(<Opening title="Sto aprendo la seduta…" />);
    const seen = (): [number, string] => [page.all('i').length, page.host.textContent];
    act(() => {
      vi.advanceTimersByTime(299);
    });
    expect(seen()).toEqual([0, '']);
    act(() => {
      vi.advanceTimersByTime(1);
    });
    expect(seen()).toEqual([3, '']);
    act(() => {
      vi.advanceTimersByTime(2700);
    });
    expect(seen()[1]).toContain('Sto aprendo la seduta…');
  });
});

describe('QrCode', () => {
  it('keeps the quiet zone of four modules on every side', () => {
    const { path, side } = qrPath('http://plenaria.local/#K7M4QX');
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((run) => ({
      x: Number(run[1]),
      y: Number(run[2]),
      end: Number(run[1]) + Number(run[3]),
    }));
    expect(Math.min(...starts.map((run) => run.x))).toBe(4);
    expect(Math.min(...starts.map((run) => run.y))).toBe(4);
    expect(Math.max(...starts.map((run) => run.end))).toBe(side - 4);
    expect(Math.max(...starts.map((run) => run.y))).toBe(side - 5);
  });
});
