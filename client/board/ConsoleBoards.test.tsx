// Boards on the console: one form for all tables, faults in words, the acts on one board, themes side by side, gathering.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BoardPlan } from '../../shared/board/events.ts';
import type { BoardDriverView, BoardFrozenRows, BoardRow } from '../../shared/board/shown.ts';
import { areaIdSchema, boardIdSchema, groupIdSchema, noteIdSchema, themeIdSchema } from '../../shared/kernel/ids.ts';
import { italian } from '../../shared/kernel/text.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { heldDocument } from '../kernel/document.ts';
import { isPlural, loadLang } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { click, draw, type } from '../ui/render.testkit.tsx';
import { ConsoleBoards } from './ConsoleBoards.tsx';
import { frozenThemes, liveThemes } from './ConsoleTogether.tsx';
import { boardConsoleTexts } from './consoleTexts.ts';
import { createModel } from './model.ts';
import { PrepareBoards } from './PrepareBoards.tsx';
import { faultsOf, plansOf, setsOf } from './prepareForm.ts';

const board = (n: number) => boardIdSchema.parse(`board${String(n).padStart(4, '0')}`);
const table = (n: number) => groupIdSchema.parse(`table${String(n).padStart(4, '0')}`);
const tables = [1, 2, 3].map((n) => ({ group: table(n), number: n, name: null }));
const row = (n: number, change: Partial<BoardRow> = {}): BoardRow => ({
  board: board(n),
  group: table(n),
  block: null,
  title: { s: 'Che cosa viene prima?' },
  phase: 'open',
  silence: null,
  step: 'themes',
  clock: null,
  locked: false,
  notes: 31,
  themes: 5,
  loose: 2,
  writers: 7,
  people: 9,
  waiting: 0,
  lastAt: null,
  dots: { state: 'none', finished: 0 },
  frozen: null,
  onWall: false,
  ...change,
});
const view = (...boards: BoardRow[]): BoardDriverView => ({ boards, list: '1', may: { prepare: true, open: true } });
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
const plan = (n: number, change: Partial<BoardPlan> = {}): BoardPlan => ({
  id: board(n),
  group: table(n),
  block: null,
  title: italian('Partecipo perché…'),
  areas: [{ id: areaIdSchema.parse(`area${String(n).padStart(4, '0')}`), prompt: italian('Perché?'), shape: { kind: 'column' } }],
  authors: 'hidden',
  silent: true,
  kinds: ['idea'],
  dots: { each: 3, max: 1, on: 'themes' },
  secs: [300, null, null, null],
  ...change,
});

describe('preparing', () => {
  it('[BO12] a template becomes a board for every table in one wish, each with ids of its own', async () => {
    const page = draw(<PrepareBoards view={view()} plans={[]} tables={tables} blocks={[]} send={send} />);
    click(button(page.host, 'Nuova bacheca'));
    click(button(page.one('dialog'), 'Partecipo perché…'));
    click(button(page.one('dialog'), 'Prepara 3 bacheche'));
    await settle();
    const [wish] = wishes;
    const plans = wish?.['plans'];
    expect(wish?.type).toBe('board.prepare');
    if (!Array.isArray(plans)) throw new Error('no plans');
    expect(plans).toMatchObject(tables.map(({ group }) => ({ group, authors: 'hidden', silent: true, dots: { on: 'themes' } })));
    const ids = new Set(JSON.stringify(plans).match(/"id":"[^"]+"/gu));
    expect(ids.size).toBe(6);
  });
  it('a board without a title or a question is not sent: both are said', () => {
    const page = draw(<PrepareBoards view={view()} plans={[]} tables={tables} blocks={[]} send={send} />);
    click(button(page.host, 'Nuova bacheca'));
    click(button(page.one('dialog'), 'Vuota'));
    click(button(page.one('dialog'), 'Prepara 3 bacheche'));
    expect(page.one('.dialog-foot').textContent).toContain('Scrivi il titolo della bacheca. Scrivi la domanda 1.');
    expect(wishes).toEqual([]);
    type(page.one('.board-form input[type=text]'), 'Partecipo perché…');
    expect(page.one('.dialog-foot').textContent).not.toContain('Scrivi il titolo');
  });
  it('equal boards are one row; they are opened, and changed, together, each keeping its own ids', async () => {
    const plans = [plan(1), plan(2), plan(3, { silent: false }), plan(9, { group: null })];
    expect(setsOf(plans).map((set) => set.plans.length)).toEqual([2, 1, 1]);
    const page = draw(<PrepareBoards view={view()} plans={plans} tables={tables} blocks={[]} send={send} />);
    expect(page.all('.boards-sets > li')[0]?.textContent).toContain('Per 2 tavoli: 1, 2');
    click(button(page.host, 'Apri 2 bacheche'));
    await settle();
    expect(wishes).toEqual([{ type: 'board.open', boards: [board(1), board(2)] }]);
    const [set] = setsOf(plans);
    if (!set) throw new Error('no set');
    const changed = plansOf({ ...set.form, silent: false }, 'tables', tables, set, () => 'unused');
    expect(changed.map(({ id, silent, areas }) => [id, silent, areas[0]?.id])).toEqual([
      [board(1), false, 'area0001'],
      [board(2), false, 'area0002'],
    ]);
  });
  it('[BO6] more dots on the same than one has, and a 2×2 without names, are faults', () => {
    const { id: _id, group: _group, ...form } = plan(1, { dots: { each: 2, max: 3, on: 'notes' } });
    const empty = italian('');
    const matrix = {
      id: areaIdSchema.parse('area0009'),
      prompt: italian('Dove?'),
      shape: { kind: 'matrix', x: [empty, empty], y: [empty, empty], quarters: null },
    } as const;
    expect(faultsOf({ ...form, areas: [{ ...matrix, shape: { ...matrix.shape, x: [empty, empty], y: [empty, empty] } }] })).toEqual([
      { about: 'axis', area: 0 },
      { about: 'dots' },
    ]);
  });
});

describe('leading', () => {
  const opened: string[] = [];
  const list = (...rows: BoardRow[]) => (
    <ConsoleBoards
      view={view(...rows)}
      tables={tables}
      send={send}
      onOpen={(id) => opened.push(id)}
      onExport={(id, kind) => opened.push(`${kind} ${id}`)}
      onTogether={() => undefined}
      onGather={() => undefined}
    />
  );
  beforeEach(() => {
    opened.length = 0;
  });
  it('[BO2] reveal repeats notes and people and says who is still writing; it names the silence it ends', async () => {
    const page = draw(list(row(1, { silence: 2, notes: 31, writers: 7, people: 9 })));
    click(page.one('.boards-name'));
    click(button(page.host, 'Scopri i biglietti'));
    const dialog = page.one('dialog');
    expect(dialog.querySelector('h2')?.textContent).toBe('Scopri 31 biglietti? (Tavolo 1)');
    expect(dialog.textContent).toContain('2 persone non hanno ancora scritto.');
    expect(wishes).toEqual([]);
    click(button(dialog, 'Scopri 31 biglietti di 7 persone'));
    await settle();
    expect(wishes).toEqual([{ type: 'board.reveal', board: board(1), silence: 2 }]);
  });
  it('[BO7] lock, freeze and the wall are one press each; what is frozen can be taken away as a file, what is not says why not', async () => {
    const page = draw(list(row(1), row(2, { phase: 'frozen', frozen: 1 })));
    click(page.all('.boards-name')[0] ?? page.host);
    click(button(page.host, 'Ferma'));
    click(button(page.host, 'Congela'));
    click(button(page.host, 'Mostra sullo schermo'));
    click(button(page.host, 'CSV'));
    await settle();
    expect(wishes).toEqual([
      { type: 'board.lock', boards: [board(1)], on: true },
      { type: 'board.freeze', boards: [board(1)] },
      { type: 'board.show', board: board(1), on: true },
    ]);
    expect(page.host.textContent).toContain('Si porta via la copia congelata: prima congela.');
    expect(opened).toEqual([]);
    click(page.all('.boards-name')[1] ?? page.host);
    click(button(page.host, 'Markdown'));
    expect(opened).toEqual([`markdown ${board(2)}`]);
  });
  it('[BO8] a frozen board is reopened only with a reason, which stays in the log', async () => {
    const page = draw(list(row(2, { phase: 'frozen', frozen: 3 })));
    click(page.one('.boards-name'));
    click(button(page.host, 'Riapri la copia'));
    click(button(page.one('dialog'), 'Riapri (Tavolo 2)'));
    expect(wishes).toEqual([]);
    type(page.one('dialog input'), 'Manca un tema');
    click(button(page.one('dialog'), 'Riapri (Tavolo 2)'));
    await settle();
    expect(wishes).toEqual([{ type: 'board.reopen', board: board(2), version: 3, reason: 'Manca un tema' }]);
  });
  it('boards that are only prepared are not among those one leads', () => {
    const page = draw(list(row(1, { phase: 'prepared' })));
    expect(page.all('.boards-rows > li')).toHaveLength(0);
    expect(page.host.textContent).toContain('Nessuna bacheca è ancora stata aperta.');
  });
});

describe('side by side', () => {
  const area = areaIdSchema.parse('area0001');
  const themes = ['Alberi', 'Acqua'].map((title, index) => ({
    id: themeIdSchema.parse(`theme000${index}`),
    title,
    lang: 'it' as const,
    area,
  }));
  const note = (n: number) => noteIdSchema.parse(`note${String(n).padStart(4, '0')}`);
  it('[BO13] the copy that is cited, most dots first, then most voices, what has no theme last', () => {
    const shown = (id: number, theme: number | null, voices: number) => ({
      id: note(id),
      text: `biglietto ${id}`,
      kind: 'idea' as const,
      lang: 'it' as const,
      area,
      theme: theme === null ? null : (themes[theme]?.id ?? null),
      into: null,
      voices,
      minority: false,
      late: false,
      door: 'phone' as const,
      seat: null,
      dots: null,
    });
    const frozen: BoardFrozenRows = {
      board: board(1),
      group: table(1),
      table: 1,
      version: 1,
      title: italian('Che cosa viene prima?'),
      areas: [],
      themes: themes.map((theme, index) => ({ ...theme, notes: 1, voices: 7 - index, dots: index === 1 ? 12 : 4 })),
      notes: [shown(1, 0, 7), shown(2, 1, 6), shown(3, null, 3)],
    };
    expect(frozenThemes(frozen).map(({ title, dots, voices }) => [title, dots, voices])).toEqual([
      ['Acqua', 12, 6],
      ['Alberi', 4, 7],
      [null, null, 3],
    ]);
  });
  it('[BO5] a board that is still written counts every voice of a merged note once', () => {
    const held = heldDocument();
    held.change([
      ...themes.map((theme, index) => ({
        map: 'themes',
        id: theme.id,
        fields: { title: theme.title, lang: 'it', area, order: index, rev: 1 },
      })),
      ...[1, 2, 3].map((n) => ({
        map: 'notes',
        id: note(n),
        fields: {
          text: `biglietto ${n}`,
          kind: 'idea',
          lang: 'it',
          area,
          order: n,
          rev: 1,
          ...(n === 3 ? {} : { theme: themes[1]?.id }),
          ...(n === 2 ? { into: note(1) } : {}),
        },
      })),
    ]);
    const model = createModel(held, []);
    const stop = model.start();
    const read = liveThemes(model.notes(), model.themes());
    stop();
    expect(read.map(({ title, voices, notes }) => [title, voices, notes.map(({ id }) => id)])).toEqual([
      ['Acqua', 2, [note(1)]],
      ['Alberi', 0, []],
      [null, 1, [note(3)]],
    ]);
  });
});

describe('words', () => {
  const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
  const shape = (tree: unknown, path = ''): string[] =>
    typeof tree === 'string'
      ? [`${path}: ${[...new Set(tree.match(/\{\w+\}/gu) ?? [])].sort().join()}`]
      : isPlural(tree)
        ? shape(tree.other, path)
        : isTree(tree)
          ? Object.entries(tree).flatMap(([key, value]) => shape(value, `${path}.${key}`))
          : [];
  it('[IN1] Italian and English say the same', async () => {
    await loadLang('en');
    expect(shape(boardConsoleTexts.en).sort()).toEqual(shape(boardConsoleTexts.it).sort());
  });
  it('[K9] every step that can be taken back has a name', () => {
    const source = readFileSync(join(import.meta.dirname, '../../shared/board/evolve.ts'), 'utf8');
    const [, list = ''] = /const reversible[^[]*\[([^\]]*)\]/u.exec(source.replace(/BoardFact\['type'\]/gu, '')) ?? [];
    const steps = [...list.matchAll(/'board\.(\w+)'/gu)].map(([, step = '']) => step);
    expect(steps.length).toBeGreaterThan(5);
    expect(Object.keys(boardConsoleTexts.it.undo)).toEqual(expect.arrayContaining(steps));
  });
});
