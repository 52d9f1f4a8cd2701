// The tables on the console: rows that name what they are about, calls that are answered, the recall that repeats its numbers, moving people.
import { act } from 'react';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { GroupRow, GroupsDriverView, SeatingRow } from '../../shared/groups/shown.ts';
import { boardIdSchema, groupIdSchema, memberIdSchema } from '../../shared/kernel/ids.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { Send } from '../kernel/send.ts';
import { click, draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { GroupsCalls } from './GroupsCalls.tsx';
import { GroupsConsole, lockWish, moreTimeWish } from './GroupsConsole.tsx';
import { GroupsRecall, GroupsSplit } from './GroupsDialogs.tsx';
import { GroupsMove } from './GroupsMove.tsx';
import { GroupsReport, GroupsReportOpen, reporting, reportsDue } from './GroupsReport.tsx';
import { GroupsReportOrder } from './GroupsReportOrder.tsx';
import { GroupsSent } from './GroupsSent.tsx';
import { placesOf, tableOfDigits, type TablesTime, type TableWork, type Work } from './tables.ts';

const now = Date.UTC(2026, 10, 21, 11, 21);
const minute = 60_000;
const table = (n: number) => groupIdSchema.parse(`table${String(n).padStart(4, '0')}`);
const board = (n: number) => boardIdSchema.parse(`board${String(n).padStart(4, '0')}`);
const row = (n: number, change: Partial<GroupRow> = {}): GroupRow => ({
  group: table(n),
  number: n,
  name: { s: `Tema ${n}` },
  assigned: 9,
  seated: 9,
  present: 8,
  connected: 8,
  extraSec: 0,
  call: null,
  spokesperson: null,
  helpers: 0,
  video: null,
  ...change,
});
const call = { about: 'themes', words: 'Non troviamo i nomi ai temi', at: now - 2 * minute } as const;
const groups: GroupsDriverView = {
  mode: 'groups',
  round: 1,
  rounds: 0,
  block: null,
  splitAt: now - 55 * minute,
  groups: [row(1), row(2, { call }), row(3)],
  themes: [],
  how: null,
  unplaced: 0,
  missing: 0,
  card: null,
  choice: null,
  report: { order: [], sec: 0, now: null, done: [] },
  list: '1',
  may: { plan: true, assign: true, split: true, recall: true, choice: true, report: true },
};
const lies = (n: number, change: Partial<TableWork> = {}): TableWork => ({
  board: board(n),
  phase: 'open',
  step: 'themes',
  silent: false,
  locked: false,
  notes: 31,
  themes: 5,
  writers: 7,
  people: 8,
  lastAt: now - minute,
  ...change,
});
const work: Work = new Map([
  [table(1), lies(1)],
  [table(2), lies(2, { step: 'read', themes: 0 })],
  [table(3), lies(3, { lastAt: now - 6 * minute, step: 'write', silent: true, notes: 8 })],
]);
const time: TablesTime = {
  block: 'block00006',
  title: { s: 'Lavori di gruppo' },
  number: 6,
  of: 9,
  left: 850,
  totalMin: 80,
  elapsedMin: 80 - 850 / 60,
  endsAt: now + 850_000,
  paused: false,
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
});
const settle = () => act(async () => Promise.resolve());
const button = (host: ParentNode, words: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.startsWith(words));
  if (!found) throw new Error(`no button ${words} in ${[...host.querySelectorAll('button')].map((one) => one.textContent).join(' | ')}`);
  return found;
};
const did: string[] = [];
const console_ = (change: Partial<Parameters<typeof GroupsConsole>[0]> = {}) => (
  <GroupsConsole
    view={groups}
    work={work}
    time={time}
    now={now}
    timeZone="Europe/Rome"
    send={send}
    chosen={null}
    onChoose={(group) => did.push(`choose ${String(group)}`)}
    onBoard={(id) => did.push(`board ${id}`)}
    onAnswer={(group) => did.push(`answer ${group}`)}
    onSplit={() => did.push('split')}
    onRecall={() => did.push('recall')}
    onMove={() => did.push('move')}
    onThemes={() => did.push('themes')}
    onReport={() => did.push('report')}
    onPrepare={() => did.push('prepare')}
    {...change}
  />
);
const line = (page: Drawn, n: number): HTMLElement => page.all('tbody tr')[n - 1] ?? page.one('nothing');

describe('the rows', () => {
  beforeEach(() => {
    did.length = 0;
  });
  it('[GR5] the table that calls is red and says since when, the quiet one is ochre, the rest is white', () => {
    const page = draw(console_());
    expect(page.all('tbody tr').map((one) => one.className)).toEqual(['', 'call', 'quiet']);
    expect(line(page, 1).textContent).toContain('scrivono in 7 di 8');
    expect(line(page, 2).textContent).toContain('chiede aiuto, da 2 min');
    expect(line(page, 3).textContent).toContain('fermo da 6 min');
    click(button(line(page, 2), 'Rispondi'));
    click(button(line(page, 3), 'Vai lì'));
    expect(did).toEqual([`answer ${table(2)}`, `choose ${table(3)}`, `board ${board(3)}`]);
  });
  it('[GR5] a board that is locked, frozen or giving dots is not called quiet', () => {
    for (const still of [{ locked: true }, { phase: 'frozen' }, { step: 'dots' }] as const) {
      const page = draw(console_({ work: new Map([[table(3), lies(3, { lastAt: now - 30 * minute, ...still })]]) }));
      expect(line(page, 3).className).toBe('');
    }
  });
  it('[GR5] whatever a row shows, it fills the same columns: the act it asks for takes no width from the names', () => {
    for (const page of [draw(console_({ chosen: table(1) })), draw(console_({ view: { ...groups, mode: 'plenary' } }))]) {
      const columns = page.all('thead tr > *').length;
      const rows = [...page.host.querySelectorAll<HTMLTableRowElement>('tbody tr')];
      expect(rows.map((one) => [...one.cells].reduce((sum, cell) => sum + cell.colSpan, 0))).toEqual([columns, columns, columns]);
    }
  });
  it('[GR5] who writes is said only while one can: with the dots, stopped or frozen they have written', () => {
    for (const still of [{ step: 'dots' }, { locked: true }, { phase: 'frozen' }] as const)
      expect(line(draw(console_({ work: new Map([[table(1), lies(1, still)]]) })), 1).textContent).toContain('hanno scritto in 7 di 8');
    for (const step of ['write', 'read', 'themes'] as const)
      expect(line(draw(console_({ work: new Map([[table(1), lies(1, { step })]]) })), 1).textContent).toContain('scrivono in 7 di 8');
  });
  it('[GR4] the recall and the time for all stand in the part that stays in sight, whatever is under the rows', () => {
    const page = draw(console_({ beside: <p>Chiedono la parola</p> }));
    const dock = page.one('.groups-dock');
    expect(button(dock, 'Richiama ora').compareDocumentPosition(page.one('table')) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy();
    expect(dock.textContent).toContain('+5 a tutti');
    expect(dock.textContent).not.toContain('Chiedono la parola');
    expect(dock.previousElementSibling?.textContent).toBe('Chiedono la parola');
  });
  it('[GR6] while they work, who tells cannot be said yet: the reason is that they are at the tables', () => {
    const page = draw(console_({ view: { ...groups, may: { ...groups.may, report: false } } }));
    click(button(page.host, 'Altro'));
    click(button(page.host, 'Chi racconta'));
    expect(page.one('#groups-more .why').textContent).toBe('Prima richiama i tavoli in sala.');
  });
  it('[GR5] a mark of who has written is as wide as one of who is here', () => {
    const page = draw(<GroupsSent view={groups} work={work} marks={48} />);
    // 24 are here, in marks of which 48 fill the line.
    expect(page.one('.seats').style.getPropertyValue('--share')).toBe('0.5');
    expect(page.all('.seats > i')).toHaveLength(24);
  });
  it('shows each place of the drawn table: filled has written, ring is present, speck is away', () => {
    expect(placesOf(row(1), lies(1), 'groups')).toEqual([...Array.from({ length: 7 }, () => 'wrote'), 'here', 'away']);
    const page = draw(console_());
    expect(page.all('tbody tr:first-child .wrote')).toHaveLength(7);
    expect(page.all('tbody tr:first-child .away')).toHaveLength(1);
  });
  it('[GR4] on the chosen row: five minutes more, the card of that table, its board', async () => {
    const page = draw(console_({ chosen: table(1) }));
    click(button(line(page, 1), '+5 min'));
    click(button(line(page, 1), 'Bacheca'));
    click(button(line(page, 1), 'Scrivi'));
    type(page.one('dialog textarea'), 'Leggete insieme i biglietti');
    click(button(page.one('dialog'), 'Metti la consegna al tavolo 1'));
    await settle();
    expect(did).toEqual([`board ${board(1)}`]);
    expect(wishes).toEqual([
      { type: 'groups.giveTime', group: table(1), sec: 300 },
      { type: 'groups.setCard', group: table(1), card: { original: 'it', it: 'Leggete insieme i biglietti' } },
    ]);
  });
  it('[GR4] says when everybody comes back, and five minutes for all are the running block’s', async () => {
    const page = draw(console_());
    expect(page.one('.groups-head').textContent).toContain('Si torna in sala alle 12.35');
    expect(page.one('.groups-ruler').textContent).toContain('avviso a 10');
    click(button(page.host, '+5 a tutti'));
    await settle();
    expect(wishes).toEqual([{ type: 'agenda.timer', block: 'block00006', do: { kind: 'add', seconds: 300 } }]);
  });
  it('a refusal stands beside what was pressed', async () => {
    reply = { ok: false, code: 'groups.timeFull', params: { minutes: 60 }, at: 0 };
    const page = draw(console_({ chosen: table(1) }));
    click(button(line(page, 1), '+5 min'));
    await settle();
    expect(page.one('.why').textContent).toBe('Un tavolo ha al massimo 60 minuti in più: allunga il punto del programma.');
  });
  it('[BO7] one press locks what is open, another unlocks it; nothing is sent to boards that are already so', () => {
    expect(lockWish(work)?.wish).toEqual({ type: 'board.lock', boards: [board(1), board(2), board(3)], on: true });
    const some: Work = new Map([...work].map(([group, each]) => [group, { ...each, locked: group !== table(1) }]));
    expect(lockWish(some)?.wish).toEqual({ type: 'board.lock', boards: [board(1)], on: true });
    const all: Work = new Map([...work].map(([group, each]) => [group, { ...each, locked: true }]));
    expect(lockWish(all)?.on).toBe(false);
    expect(lockWish(new Map())).toBeNull();
  });
  it('without a running block there is no time for all, and the chosen table still has its own', () => {
    expect(moreTimeWish(null, null)).toBeNull();
    expect(moreTimeWish(table(2), null)).toEqual({ type: 'groups.giveTime', group: table(2), sec: 300 });
  });
});

describe('the calls', () => {
  it('[GR5] the longest wait is first; who calls, in which words, since when; “Ci penso io” answers it', () => {
    const page = draw(
      <GroupsCalls
        groups={[row(1, { call: { ...call, at: now - minute, about: 'device', words: '' } }), row(2, { call })]}
        first={null}
        now={now}
        send={send}
      />,
    );
    const boxes = page.all('.groups-call');
    expect(boxes.map((box) => box.querySelector('h2')?.textContent)).toEqual(['Il tavolo 2 chiede aiuto', 'Il tavolo 1 chiede aiuto']);
    expect(boxes[0]?.textContent).toContain('«Non troviamo i nomi ai temi»');
    expect(boxes[0]?.textContent).toContain('da 2 min');
    expect(boxes[1]?.textContent).toContain('Un telefono o il tablet non funziona');
    click(button(page.host, 'Ci penso io'));
    click(button(page.host, 'Manda qualcuno'));
    expect(wishes).toEqual([
      { type: 'groups.endHelp', group: table(2), how: 'coming' },
      { type: 'groups.endHelp', group: table(2), how: 'sent' },
    ]);
  });
  it('[GR4] a table that asks for time is given five minutes in one tap', () => {
    const page = draw(
      <GroupsCalls groups={[row(4, { call: { about: 'time', words: '', at: now } })]} first={null} now={now} send={send} />,
    );
    expect(page.one('h2').textContent).toBe('Il tavolo 4 chiede tempo');
    click(button(page.host, 'Dai 5 minuti'));
    expect(wishes).toEqual([{ type: 'groups.endHelp', group: table(4), how: 'given' }]);
  });
  it('of many calls two are open and the others are named; the chosen table’s is always open', () => {
    const four = [1, 2, 3, 4].map((n) => row(n, { call: { ...call, at: now - (10 - n) * minute } }));
    const page = draw(<GroupsCalls groups={four} first={null} now={now} send={send} />);
    expect(page.all('.groups-call')).toHaveLength(2);
    expect(page.host.textContent).toContain('Chiamano anche i tavoli 3, 4.');
    page.again(<GroupsCalls groups={four} first={table(4)} now={now} send={send} />);
    expect(page.one('.groups-call h2').textContent).toBe('Il tavolo 4 chiede aiuto');
  });
});

describe('to the tables and back', () => {
  it('[GR4] the recall repeats people, tables and notes; its first act freezes before it recalls', async () => {
    let closed = 0;
    const page = draw(<GroupsRecall view={groups} work={work} time={time} send={send} onClose={() => (closed += 1)} />);
    const dialog = page.one('dialog');
    expect(dialog.querySelector('h2')?.textContent).toBe('Richiami 24 persone da 3 tavoli?');
    expect(dialog.textContent).toContain('Mancano ancora 14:10. Biglietti sulle bacheche aperte: 70.');
    expect(dialog.textContent).toContain('Su 1 bacheca si scrive ancora in silenzio');
    click(button(dialog, 'Richiama 24 persone e congela 3 bacheche'));
    await settle();
    await settle();
    expect(wishes).toEqual([
      { type: 'board.freeze', boards: [board(1), board(2), board(3)] },
      { type: 'groups.recall', round: 1 },
    ]);
    expect(closed).toBe(1);
  });
  it('[GR4] a freeze that is refused recalls nobody, and says why', async () => {
    reply = { ok: false, code: 'groups.otherRound', params: { round: 2 }, at: 0 };
    const page = draw(<GroupsRecall view={groups} work={work} time={time} send={send} onClose={() => expect.unreachable()} />);
    click(button(page.one('dialog'), 'Richiama 24 persone e congela'));
    await settle();
    expect(wishes.map((wish) => wish.type)).toEqual(['board.freeze']);
    expect(page.one('dialog .why').textContent).toContain('questo è il giro 2');
  });
  it('[GR6] “Richiama soltanto” leaves the boards open', async () => {
    const page = draw(<GroupsRecall view={groups} work={work} time={time} send={send} onClose={() => undefined} />);
    click(button(page.one('dialog'), 'Richiama soltanto'));
    await settle();
    expect(wishes).toEqual([{ type: 'groups.recall', round: 1 }]);
  });
  it('[GR1] sends everybody to the tables, says who has none, and opens the boards that are ready unless told not to', async () => {
    const view = { ...groups, mode: 'plenary', unplaced: 3 } as const;
    const page = draw(<GroupsSplit view={view} ready={[board(1), board(2)]} block="block00006" send={send} onClose={() => undefined} />);
    expect(page.one('dialog').textContent).toContain('3 persone in sala sono senza tavolo.');
    click(button(page.one('dialog'), 'Manda 24 persone a 3 tavoli'));
    await settle();
    await settle();
    expect(wishes).toEqual([
      { type: 'groups.split', round: 1, block: 'block00006' },
      { type: 'board.open', boards: [board(1), board(2)] },
    ]);
    wishes = [];
    click(page.one('dialog input[type=checkbox]'));
    click(button(page.one('dialog'), 'Manda 24 persone a 3 tavoli'));
    await settle();
    expect(wishes.map((wish) => wish.type)).toEqual(['groups.split']);
  });
});

describe('moving people', () => {
  const seat = (n: number, change: Partial<SeatingRow> = {}): SeatingRow => ({
    member: memberIdSchema.parse(`member${String(n).padStart(4, '0')}`),
    seat: String(n),
    here: true,
    assigned: table(1),
    group: table(1),
    why: 'assigned',
    first: null,
    second: null,
    ...change,
  });
  it('[GR3] who is here without a table comes first; a move names the table it leaves and the one it enters', () => {
    const page = draw(
      <GroupsMove
        view={groups}
        seating={[seat(10), seat(2, { group: table(2), why: 'hand' }), seat(33, { group: null, assigned: null })]}
        send={send}
        onClose={() => undefined}
      />,
    );
    expect(page.all('.groups-move b').map((one) => one.textContent)).toEqual(['33', '10', '2']);
    expect(page.all('.groups-move li')[2]?.textContent).toContain('assegnato al tavolo 1');
    const select = page.all('.groups-move select')[1];
    if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
    act(() => {
      select.value = table(3);
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(wishes).toEqual([{ type: 'groups.move', member: seat(10).member, from: table(1), to: table(3) }]);
    type(page.one('dialog input'), '2');
    expect(page.all('.groups-move b').map((one) => one.textContent)).toEqual(['2']);
    type(page.one('dialog input'), '99');
    expect(page.one('dialog').textContent).toContain('Nessuno ha il posto 99.');
  });
});

describe('the tables tell the plenary', () => {
  const view: GroupsDriverView = {
    ...groups,
    mode: 'plenary',
    groups: [row(1), row(2, { spokesperson: '17' }), row(3)],
    report: { order: [table(1), table(2), table(3)], sec: 120, now: table(2), done: [table(1)] },
  };
  it('[GR6] names who tells and who speaks; one button goes from this table to the next; its board is a further act', () => {
    const boards = new Map([[table(2), { board: board(2), onWall: false }]]);
    const page = draw(
      <GroupsReport view={view} boards={boards} time={{ left: 74, paused: false, late: false }} send={send} onArrange={() => undefined} />,
    );
    expect(page.one('h2').textContent).toBe('Racconta il tavolo 2');
    expect(page.host.textContent).toContain('Tema 2. Parla il posto 17');
    expect(page.one('[role=timer]').textContent).toBe('1:14');
    click(button(page.host, 'Avanti: tavolo 3'));
    click(button(page.host, 'Mostra la bacheca'));
    expect(wishes).toEqual([
      { type: 'groups.report', from: table(2), to: table(3) },
      { type: 'board.show', board: board(2), on: true },
    ]);
  });
  it('[GR6] a table that was passed over and is queued again is the next one', () => {
    const again = { ...view, report: { order: [table(1), table(3)], sec: 120, now: null, done: [table(2)] } };
    const page = draw(<GroupsReport view={again} boards={new Map()} time={null} send={send} onArrange={() => undefined} />);
    expect(page.host.textContent).toContain('I tavoli raccontano: 1 di 3');
    click(button(page.host, 'Comincia: tavolo 1'));
    expect(wishes).toEqual([{ type: 'groups.report', from: null, to: table(1) }]);
  });
  it('[GR6] a new order is of those who have not told; who has is queued again only by hand', async () => {
    const page = draw(<GroupsReportOrder view={view} send={send} onClose={() => undefined} />);
    expect(page.all('.groups-order > li').map((one) => one.querySelector('b')?.textContent)).toEqual(['2', '3']);
    click(button(page.one('dialog'), 'Tavolo 1'));
    click(button(page.one('dialog'), 'Metti in fila 3 tavoli'));
    await settle();
    expect(wishes).toEqual([{ type: 'groups.queueReports', order: [table(2), table(3), table(1)], sec: 120 }]);
  });
  it('[GR6] back from the tables, the hall offers that they tell until somebody has', () => {
    const quiet: GroupsDriverView = { ...view, rounds: 1, report: { order: [], sec: 0, now: null, done: [] } };
    expect(reportsDue(quiet)).toBe(true);
    expect(reportsDue({ ...quiet, rounds: 0 })).toBe(false);
    expect(reportsDue({ ...quiet, mode: 'groups' })).toBe(false);
    expect(reportsDue({ ...quiet, report: { ...quiet.report, order: [table(1)], done: [table(1)] } })).toBe(false);
    // Once there is a line, its own part stands there.
    const queued = { ...quiet, report: { ...quiet.report, order: [table(1)] } };
    expect([reporting(queued), reportsDue(queued)]).toEqual([true, false]);
    let asked = 0;
    click(button(draw(<GroupsReportOpen view={quiet} onArrange={() => (asked += 1)} />).host, 'I tavoli raccontano…'));
    expect(asked).toBe(1);
  });
  it('the order is changed without dragging, a table can be left out, and the button says how long it all takes', async () => {
    const page = draw(
      <GroupsReportOrder view={{ ...view, report: { ...view.report, now: null, done: [] } }} send={send} onClose={() => undefined} />,
    );
    click(page.one('[aria-label="Giù: Tavolo 1"]'));
    click(page.one('[aria-label="Togli dalla fila: Tavolo 3"]'));
    click(button(page.one('dialog'), 'Metti in fila 2 tavoli: 4 min'));
    await settle();
    expect(wishes).toEqual([{ type: 'groups.queueReports', order: [table(2), table(1)], sec: 120 }]);
  });
});

test('digits pressed one after the other name a table of two figures, only when there is one', () => {
  const numbers = Array.from({ length: 11 }, (_, index) => index + 1);
  expect(tableOfDigits(numbers, '', '1')).toEqual({ typed: '1', number: 1 });
  expect(tableOfDigits(numbers, '1', '1')).toEqual({ typed: '11', number: 11 });
  expect(tableOfDigits(numbers, '1', '5')).toEqual({ typed: '5', number: 5 });
  expect(tableOfDigits(numbers, '', '0')).toEqual({ typed: '0', number: null });
});
