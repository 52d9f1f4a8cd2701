// The phone's own test on what phones really run: four steps, each said when it is done; a step that fails says what to try and can be tried again.
import { describe, expect, test } from 'vitest';
import { act, draw, type Drawn } from '../ui/render.testkit.tsx';
import { PhoneTest } from './PhoneTest.tsx';
import type { PhoneDoor, Tried } from './phoneDoor.ts';

const good: Tried = { ok: true, ms: 612 };
/** A door that answers when it is told to, and remembers what was sent. */
const doorOf = (receive: Tried[] = [good]): PhoneDoor & { readonly sent: string[] } => {
  const sent: string[] = [];
  return {
    sent,
    hello: () => Promise.resolve(good),
    echo: (text) => {
      sent.push(text);
      return Promise.resolve(good);
    },
    receive: () => Promise.resolve(receive.shift() ?? good),
  };
};
const words = (page: Drawn): readonly string[] => page.all('.phone-test-steps .meta').map((row) => row.textContent);
const marks = (page: Drawn): readonly string[] =>
  page.all('.phone-test-steps .ckm').map((mark) => mark.className.replace('ckm', '').trim());
const press = (page: Drawn, selector: string): void => act(() => page.one(selector).click());
const write = (page: Drawn, text: string): void =>
  act(() => {
    const input = page.one('input.inp');
    if (!(input instanceof HTMLInputElement)) throw new Error('no field');
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
const choose = async (page: Drawn): Promise<void> => {
  await expect.poll(() => page.all('.choice input').length).toBe(2);
  act(() => page.all('.choice input')[0]?.click());
  press(page, '.thumb-zone .primary');
  await expect.poll(() => page.all('input.inp').length).toBe(1);
};

describe('a phone tries itself', () => {
  test('[K12] connects, answers, writes, receives, and says that it is ready', async () => {
    const door = doorOf();
    const page = draw(<PhoneTest role="member" onDone={() => undefined} door={door} />);
    await choose(page);
    expect(words(page).slice(0, 2)).toEqual(['in 0,6 secondi', 'hai toccato «Mare»']);
    write(page, 'pesca');
    press(page, '.thumb-zone .primary');
    await expect.poll(() => page.one('h1').textContent).toBe('Il telefono è pronto');
    expect(marks(page)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(door.sent).toEqual(['Mare', 'pesca']);
    expect(document.activeElement).toBe(page.one('h1'));
  });
  test('[K12] a step that fails says so beside it, and can be tried again without starting over', async () => {
    const page = draw(<PhoneTest role="audience" door={doorOf([{ ok: false, trouble: 'blocked' }])} />);
    await choose(page);
    write(page, 'pesca');
    press(page, '.thumb-zone .primary');
    await expect.poll(() => marks(page)).toEqual(['ok', 'ok', 'ok', 'err']);
    expect(words(page)[3]).toContain('i messaggi non arrivano da soli');
    press(page, '.thumb-zone .primary');
    await expect.poll(() => marks(page)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });
  test('nothing chosen, nothing written: the button answers with what is missing and sends nothing', async () => {
    const door = doorOf();
    const page = draw(<PhoneTest role="audience" door={door} />);
    await expect.poll(() => page.all('.choice input').length).toBe(2);
    press(page, '.thumb-zone .primary');
    expect(page.one('.thumb-zone [role="alert"]').textContent).toBe('tocca una delle due parole');
    await choose(page);
    press(page, '.thumb-zone .primary');
    expect(page.one('[role="alert"]').textContent).toContain('Scrivi una parola');
    write(page, 'a'.repeat(41));
    press(page, '.thumb-zone .primary');
    expect(door.sent).toEqual(['Mare']);
  });
  test('help is one press away at every step', async () => {
    const page = draw(<PhoneTest role="audience" door={doorOf()} />);
    await expect.poll(() => page.all('.choice input').length).toBe(2);
    press(page, '.thumb-zone .quiet');
    expect(page.one('dialog').textContent).toContain('Controlla il Wi-Fi');
  });
});
