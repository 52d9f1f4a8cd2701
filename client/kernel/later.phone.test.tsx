// Parts of a phone's page that come after the first view: fetched beforehand, asked for again, with their words.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { act, draw } from '../ui/render.testkit.tsx';
import { defineTexts, setLang, useTexts } from './i18n.ts';
import { fetchLater, later, useLater } from './later.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  await setLang('it');
});
const settle = async (ms = 0): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
  act(() => undefined);
};

it('[IN5] [K8] what was fetched behind the first view is there when the network is gone', async () => {
  const load = vi.fn(() => Promise.resolve(({ name }: { name: string }) => <p>Ciao {name}</p>));
  const Part = later(load);
  await fetchLater();
  load.mockRejectedValue(new Error('no network'));
  expect(draw(<Part name="Ombra" />).host.textContent).toBe('Ciao Ombra');
  expect(load).toHaveBeenCalledTimes(1);
});

it('[IN5] a part of a kind that the day may not have is fetched once the page says that it has it', async () => {
  const load = vi.fn(() => Promise.resolve(() => <p>Tavoli</p>));
  later(load, 'tables');
  const Page = ({ has }: { has: boolean }) => {
    useLater('tables', has);
    return null;
  };
  const page = draw(<Page has={false} />);
  await fetchLater();
  await settle(1500);
  expect(load).not.toHaveBeenCalled();
  page.again(<Page has />);
  await settle(1500);
  expect(load).toHaveBeenCalledTimes(1);
});

it('[K8] a part that did not come is asked for again until it does, and meanwhile the page says that it opens', async () => {
  let there = false;
  const Part = later(() => (there ? Promise.resolve(() => <p>Eccolo</p>) : Promise.reject(new Error('no network'))));
  const page = draw(<Part />);
  await settle(3100);
  expect(page.one('[aria-busy]').textContent).toContain('Ricarica');
  there = true;
  await settle(3000);
  expect(page.host.textContent).toBe('Eccolo');
});

it('[IN1] a part comes with its words in the language of the page, not first in Italian', async () => {
  const shown: string[] = [];
  const Part = later(() => {
    const texts = defineTexts({ it: { hello: 'Ciao' }, en: () => Promise.resolve({ default: { hello: 'Hello' } }) });
    return Promise.resolve(() => {
      shown.push(useTexts(texts)('hello'));
      return <p>{shown.at(-1)}</p>;
    });
  });
  await setLang('en');
  const page = draw(<Part />);
  await settle(10);
  expect(page.host.textContent).toBe('Hello');
  expect(shown).not.toContain('Ciao');
});
