// Preparing the tables: what is wrong is said in words beside what it is about, and nothing half-right is sent; who goes where, with its numbers.
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { allocate } from '../../shared/groups/allocation.ts';
import type { GroupsDriverView, GroupsPlanRows, SeatingRow } from '../../shared/groups/shown.ts';
import { groupIdSchema, memberIdSchema, themeIdSchema } from '../../shared/kernel/ids.ts';
import { italian } from '../../shared/kernel/text.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { Send } from '../kernel/send.ts';
import { click, draw, type } from '../ui/render.testkit.tsx';
import { GroupsAssign } from './GroupsAssign.tsx';
import { GroupsPlan } from './GroupsPlan.tsx';
import { faultsOf, formOf, moved, withoutTheme, withTables } from './planForm.ts';
import { inSlices } from './slices.ts';
import { withWords } from './words.ts';

const table = (n: number) => groupIdSchema.parse(`table${String(n).padStart(4, '0')}`);
const theme = themeIdSchema.parse('themeshade');
const who = (n: number) => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
const plan: GroupsPlanRows = {
  themes: [{ id: theme, title: italian('Ombra e alberi') }],
  groups: [1, 2].map((n) => ({ id: table(n), number: n, name: null, theme, question: null, video: null, card: null })),
  mix: { attributes: ['genere'], neverAlone: [], together: [], apart: [] },
  past: [],
};
const view: GroupsDriverView = {
  mode: 'plenary',
  round: 1,
  rounds: 0,
  block: null,
  splitAt: null,
  groups: [1, 2].map((n) => ({
    group: table(n),
    number: n,
    name: { s: 'Ombra e alberi' },
    assigned: 0,
    seated: 0,
    present: 0,
    connected: 0,
    extraSec: 0,
    call: null,
    spokesperson: null,
    helpers: 0,
    video: null,
  })),
  themes: [{ id: theme, title: { s: 'Ombra e alberi' } }],
  how: null,
  unplaced: 0,
  missing: 0,
  card: null,
  choice: null,
  report: { order: [], sec: 0, now: null, done: [] },
  list: '1',
  may: { plan: true, assign: true, split: true, recall: false, choice: true, report: false },
};
let wishes: Parameters<Send>[0][] = [];
const reply: Reply = { ok: true, done: 'done', at: 0 };
const send: Send = (wish) => {
  wishes.push(wish);
  return Promise.resolve(reply);
};
beforeEach(() => {
  wishes = [];
});
const settle = () => act(async () => Promise.resolve());
const button = (host: ParentNode, words: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.startsWith(words));
  if (!found) throw new Error(`no button ${words} in ${[...host.querySelectorAll('button')].map((one) => one.textContent).join(' | ')}`);
  return found;
};
const field = (host: ParentNode, label: string, nth = 0): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLLabelElement>('label')].filter((one) => one.textContent.trim() === label)[nth];
  const input = found === undefined ? null : document.getElementById(found.htmlFor);
  if (!input) throw new Error(`no field ${label}`);
  return input;
};
const choose = (select: Element | null, value: string): void => {
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
};

describe('the plan of the tables', () => {
  it('[GR2] a number twice and a link that is none are said table by table, and nothing is sent', () => {
    const page = draw(<GroupsPlan view={view} plan={plan} send={send} />);
    type(field(page.host, 'Numero', 1), '1');
    click(page.one('[aria-label="Domanda e video: Tavolo 1"]'));
    type(field(page.host, 'Collegamento video'), 'video.example/1');
    click(button(page.host, 'Salva 2 tavoli'));
    const said = page.one('.groups-save .band.error').textContent;
    expect(said).toContain('ci sono 2 cose da correggere');
    expect(said).toContain('Due tavoli hanno il numero 1.');
    expect(said).toContain('Il collegamento video del tavolo 1 deve cominciare con http:// o https://.');
    expect(wishes).toEqual([]);
  });
  it('[GR1] once it is right the whole plan goes in one wish, with question and video link', async () => {
    const page = draw(<GroupsPlan view={view} plan={plan} send={send} />);
    click(page.one('[aria-label="Domanda e video: Tavolo 2"]'));
    type(field(page.host, 'La domanda di questo tavolo'), 'Dove mettiamo gli alberi?');
    type(field(page.host, 'Collegamento video'), 'https://video.example/2');
    click(button(page.host, 'Salva 2 tavoli'));
    await settle();
    expect(wishes).toEqual([
      {
        type: 'groups.plan',
        themes: [{ id: theme, title: italian('Ombra e alberi') }],
        groups: [
          { id: table(1), number: 1, name: null, theme, question: null, video: null },
          { id: table(2), number: 2, name: null, theme, question: italian('Dove mettiamo gli alberi?'), video: 'https://video.example/2' },
        ],
      },
    ]);
  });
  it('[K5] what somebody else saves does not wipe what is typed: it is said, and can be taken', () => {
    const page = draw(<GroupsPlan view={view} plan={plan} send={send} />);
    type(field(page.host, 'Nome', 0), 'Il nostro');
    const others = { ...plan, groups: plan.groups.slice(0, 1) };
    page.again(<GroupsPlan view={view} plan={others} send={send} />);
    const own = field(page.host, 'Nome', 0);
    expect(own instanceof HTMLInputElement && own.value).toBe('Il nostro');
    expect(page.host.textContent).toContain('Un’altra persona ha cambiato i tavoli.');
    click(button(page.host, 'Prendi i suoi'));
    expect(page.all('.groups-tables > li')).toHaveLength(1);
  });
  it('adds tables numbered on from the last, keeps the order it is given, and a theme that goes leaves its tables', () => {
    let made = 0;
    const form = withTables(formOf(plan), 3, () => `newtable${(made += 1)}0`);
    expect(form.tables.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect(moved(form, 0, 4).tables.map(({ number }) => number)).toEqual(['2', '3', '4', '5', '1']);
    expect(moved(form, 4, 5)).toBe(form);
    expect(withoutTheme(form, theme).tables.every((each) => each.theme === null)).toBe(true);
    expect(faultsOf({ ...form, themes: [{ id: theme, title: null }] })).toEqual([{ about: 'theme', theme, why: 'empty' }]);
  });
  it('a text keeps its other languages when one is changed, and its original when that is emptied', () => {
    expect(withWords({ original: 'it', it: 'Acqua', en: 'Water' }, 'it', 'Fontane')).toEqual({
      original: 'it',
      it: 'Fontane',
      en: 'Water',
    });
    expect(withWords({ original: 'it', it: 'Acqua', en: 'Water' }, 'it', ' ')).toEqual({ original: 'en', en: 'Water' });
    expect(withWords(italian('Acqua'), 'it', '')).toBeNull();
  });
});

describe('who goes where', () => {
  const seating: readonly SeatingRow[] = Array.from({ length: 8 }, (_, index) => ({
    member: who(index + 1),
    seat: String(index + 1),
    here: index < 7,
    assigned: null,
    group: null,
    why: null,
    first: null,
    second: null,
  }));
  const people = Array.from({ length: 8 }, (_, index) => ({
    member: who(index + 1),
    attributes: { genere: index % 2 === 0 ? 'donna' : 'uomo' },
  }));
  const assign = (change: Partial<Parameters<typeof GroupsAssign>[0]> = {}) => (
    <GroupsAssign
      view={view}
      seating={seating}
      plan={plan}
      people={people}
      olderPast={[]}
      send={send}
      newSeed={() => 7}
      onPlan={() => undefined}
      {...change}
    />
  );
  /** The reckoning runs in slices: one turn of the page after the other, until the words are there. */
  const until = async (host: HTMLElement, words: string): Promise<void> => {
    while (!host.textContent.includes(words)) await act(() => new Promise<void>((next) => setTimeout(next)));
  };
  const mixed = async (page: ReturnType<typeof draw>): Promise<void> => {
    click(button(page.host, 'Mescola'));
    await until(page.host, 'Seme 7');
  };

  it('[GR2] mixes those who are here, shows each table with its numbers and why, and sends nothing before the one button', async () => {
    const page = draw(assign());
    await mixed(page);
    const sizes = page.all('.groups-preview-table').map((one) => one.querySelectorAll('.groups-seats button').length);
    expect(sizes.sort()).toEqual([3, 4]);
    expect(page.one('.groups-why').textContent).toContain('Tavoli da 3 a 4 persone.');
    expect(page.one('.groups-why').textContent).toContain('Genere: ogni tavolo somiglia alla sala.');
    expect(wishes).toEqual([]);
    click(button(page.host, 'Assegna 7 persone a 2 tavoli'));
    await settle();
    const expected = allocate({
      people: people.slice(0, 7),
      tables: [1, 2].map((n) => ({ group: table(n), theme })),
      criteria: { attributes: ['genere'], neverAlone: [], together: [], apart: [] },
      past: [],
      olderPast: [],
      preferences: null,
      fixed: new Map(),
      seed: 7,
    });
    expect(wishes).toEqual([{ type: 'groups.assign', round: 1, how: expected.how, seating: expected.seating }]);
  });
  it('[GR2] no attribute leaves the page: a wish holds ids and numbers only', async () => {
    const page = draw(assign());
    await mixed(page);
    click(button(page.host, 'Assegna 7 persone'));
    await settle();
    expect(JSON.stringify(wishes)).not.toContain('donna');
  });
  it('a hand change is made by select, is counted again, and is said to be by hand', async () => {
    const page = draw(assign());
    await mixed(page);
    const first = page.one('.groups-preview-table .groups-seats button');
    const seat = first.textContent;
    click(first);
    expect(page.one('.groups-picked').textContent).toContain(`Posto ${seat}: al tavolo`);
    choose(page.host.querySelector('.groups-picked select'), table(2));
    expect(page.host.textContent).toContain('Cambiato a mano');
    click(button(page.host, 'Assegna 7 persone a 2 tavoli'));
    await settle();
    expect(wishes).toMatchObject([{ type: 'groups.assign', how: { by: 'hand' } }]);
  });
  it('[GR2] who is here without a table gets one without moving the others', async () => {
    const some = seating.map((row, index) => (index < 5 ? { ...row, assigned: table(index < 3 ? 1 : 2), group: table(1) } : row));
    const page = draw(assign({ seating: some }));
    expect(page.host.textContent).toContain('2 persone in sala sono senza tavolo.');
    click(button(page.host, 'Dai un tavolo a 2 persone'));
    await until(page.host, 'Seme 7');
    click(button(page.host, 'Assegna 7 persone a 2 tavoli'));
    await settle();
    const [wish] = wishes;
    expect(wish).toMatchObject({ seating: [{ group: table(1) }, { group: table(2) }] });
    const rows = JSON.stringify(wish);
    const [ofFirst = '', ofSecond = ''] = rows.split(table(2));
    for (const n of [1, 2, 3]) expect(ofFirst).toContain(who(n));
    for (const n of [4, 5]) expect(ofSecond).toContain(who(n));
  });
  it('pairs are written by seat; a seat that is nobody’s is said', () => {
    const page = draw(assign());
    type(field(page.host, 'Posto'), '1');
    type(field(page.host, 'e posto'), '77');
    click(button(page.host, 'Aggiungi'));
    expect(page.one('.groups-pin-new .error').textContent).toContain('Nessuno ha il posto 77.');
    type(field(page.host, 'e posto'), '2');
    click(button(page.host, 'Aggiungi'));
    expect(page.one('.groups-pins li').textContent).toContain('Posti 1 e 2 insieme');
  });
  it('a reckoning that was stopped gives nothing, a finished one its result, and it says how far it is', async () => {
    function* steps(): Generator<number, string> {
      yield 0.5;
      return 'done';
    }
    expect(
      await inSlices(
        steps(),
        () => undefined,
        () => false,
      ),
    ).toBe('done');
    expect(
      await inSlices(
        steps(),
        () => undefined,
        () => true,
      ),
    ).toBeNull();
    const failing = (function* (): Generator<number, string> {
      yield 0.1;
      throw new Error('broken');
    })();
    await expect(
      inSlices(
        failing,
        () => undefined,
        () => false,
      ),
    ).rejects.toThrow('broken');
  });
});
