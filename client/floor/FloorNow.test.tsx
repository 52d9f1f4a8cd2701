// Who speaks and who waits on the console: one call names whom it leaves, two presses are one step, hands without a phone are called aloud,
// totals in bands and nothing about a person.
import { beforeEach, describe, expect, it } from 'vitest';
import type { FloorDriverView, TotalsRows, TurnNow } from '../../shared/floor/shown.ts';
import { useKeys } from '../kernel/keys.ts';
import { click, draw, type } from '../ui/render.testkit.tsx';
import {
  button,
  choose,
  field,
  floorView,
  groupId,
  hand,
  key,
  memberId,
  now,
  question,
  questionId,
  sending,
  settle,
  turnId,
  withLists,
} from './console.testkit.tsx';
import type { Sent } from './console.testkit.tsx';
import { FloorAtTables, FloorInRoom, FloorOpen } from './FloorInRoom.tsx';
import { useFloorDrive } from './useFloorDrive.ts';

let sent: Sent = sending();
beforeEach(() => {
  sent = sending();
});
const speaking = (n: number, change: Partial<TurnNow> = {}): TurnNow => ({
  turn: turnId(n),
  member: memberId(n),
  seat: String(n),
  table: null,
  kind: 'speech',
  sec: 120,
  startedAt: now - 60_000,
  endsAt: now + 60_000,
  leftMs: null,
  ...change,
});
const plenary = (change: Partial<FloorDriverView['plenary']> = {}): FloorDriverView =>
  floorView({ plenary: { ...floorView().plenary, ...change } });
const seats = [3, 14, 27].map((n) => ({ member: memberId(n), seat: String(n) }));

function Room({
  view,
  spoken = true,
  onQuestions = () => undefined,
}: {
  view: FloorDriverView;
  spoken?: boolean;
  onQuestions?: () => void;
}) {
  const drive = useFloorDrive(view, sent.send);
  useKeys(drive.keys);
  return (
    <>
      <FloorInRoom
        view={view}
        drive={drive}
        spoken={spoken}
        seats={seats}
        now={now}
        send={sent.send}
        attributeName={(attribute) => (attribute === 'fascia_eta' ? 'fascia d’età' : attribute)}
        onQuestions={onQuestions}
      />
      <FloorOpen view={view} drive={drive} seats={seats} />
      <input aria-label="altro" />
    </>
  );
}
const room = (view: FloorDriverView, lists: Readonly<Record<string, unknown>> = {}) => withLists(lists, <Room view={view} />);
const two = { hands: [hand(14), hand(3)], waiting: 2 };

describe('calling', () => {
  it('[K1] names whom the floor leaves and whom it enters; pressed twice, by the button and by C, it is one wish', async () => {
    const page = draw(room(plenary({ ...two, now: speaking(27) })));
    click(button(page.host, 'Chiama il prossimo: posto 14'));
    key('c');
    click(button(page.host, 'Chiama il prossimo'));
    await settle();
    key('C');
    expect(sent.wishes).toEqual([
      {
        type: 'floor.call',
        where: null,
        from: turnId(27),
        turn: expect.stringMatching(/^[a-z0-9]{20}$/u),
        member: memberId(14),
        kind: 'speech',
      },
    ]);
    // The view has moved: now it is the next step.
    page.again(room(plenary({ hands: [hand(3, { kind: 'question' })], waiting: 1, now: speaking(14) })));
    key('c');
    await settle();
    expect(sent.wishes).toHaveLength(2);
    expect(sent.wishes[1]).toMatchObject({ from: turnId(14), member: memberId(3), kind: 'question' });
  });
  it('[K1] a call that was refused says why, and can be given again', async () => {
    sent.reply = { ok: false, code: 'floor.notPresent', at: 0 };
    const page = draw(room(plenary(two)));
    key('c');
    await settle();
    expect(page.one('.floor-now .why').textContent).toBe('Questa persona non risulta in sala.');
    key('c');
    await settle();
    expect(sent.wishes.map(({ type: what }) => what)).toEqual(['floor.call', 'floor.call']);
  });
  it('gives the floor to somebody further down the queue', async () => {
    const page = draw(room(plenary(two)));
    const row = page.all('.floor-hands > li')[1];
    if (row === undefined) throw new Error('no second hand');
    click(button(row, 'Dai la parola'));
    await settle();
    expect(sent.wishes).toMatchObject([{ type: 'floor.call', from: null, member: memberId(3) }]);
  });
  it('[IN2] C does nothing when nobody waits, while somebody writes, or when the floor is not open', () => {
    const page = draw(room(plenary()));
    key('c');
    page.again(room(plenary(two)));
    page.one('input').focus();
    key('c');
    page.again(room({ ...plenary(two), may: { ask: true, call: false, door: true } }));
    page.one('input').blur();
    key('c');
    expect(sent.wishes).toEqual([]);
  });
});

describe('the queue', () => {
  it('says since when, who has not spoken yet, who must be called aloud', () => {
    const page = draw(
      room(
        plenary({
          hands: [hand(14, { kind: 'order', phone: false }), hand(3, { turns: 2, sec: 250 }), hand(27, { turns: 1, sec: 40 })],
          waiting: 3,
        }),
      ),
    );
    const rows = page.all('.floor-hands > li').map((row) => row.textContent);
    expect(rows[0]).toContain('mozione d’ordine');
    expect(rows[0]).toContain('da 14 min, prima volta');
    expect(rows[0]).toContain('chiama a voce');
    expect(rows[1]).toContain('2 volte, 4 min');
    expect(rows[1]).not.toContain('a voce');
    expect(rows[2]).toContain('1 volta, 40 s');
  });
  it('a point of order has a sign; ochre is left to time', () => {
    const page = draw(room(plenary({ hands: [hand(14, { kind: 'order' }), hand(3)], waiting: 2 })));
    expect(page.one('.floor-hands .tag').textContent).toBe('mozione d’ordine');
    expect(page.all('.floor-hands .tag svg')).toHaveLength(1);
    expect(page.all('.floor-hands .tag.time')).toEqual([]);
    expect(page.all('.floor-hands b').map((seat) => seat.textContent)).toEqual(['posto 14', 'posto 3']);
  });
  it('of ninety hands five are drawn, the others when asked for, from the list', async () => {
    const all = Array.from({ length: 90 }, (_, n) => hand(n + 1));
    const page = draw(room(plenary({ hands: all.slice(0, 12), waiting: 90 }), { 'floor.hands': all }));
    expect(page.all('.floor-hands > li')).toHaveLength(5);
    expect(page.one('.floor-now').textContent).toContain('90 in coda');
    click(button(page.host, 'Mostra tutta la coda (90)'));
    await settle();
    expect(page.all('.floor-hands > li')).toHaveLength(90);
  });
  it('order, time for each, one hand and all hands down', async () => {
    const page = draw(room(plenary(two)));
    click(button(page.host, 'Altro'));
    click(page.one('.floor-settings input[value=least]'));
    click(page.one('.floor-settings .stepper button:last-child'));
    click(button(page.host, 'Abbassa 2 mani'));
    click(page.one('[aria-label="Abbassa la mano del posto 3"]'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.setQueue', where: null, by: 'least', sec: 120 },
      { type: 'floor.setQueue', where: null, by: 'asked', sec: 150 },
      { type: 'floor.lowerAll', where: null },
      { type: 'floor.raise', member: memberId(3), kind: 'speech', on: false },
    ]);
  });
  it('is not there in a quiet hall, but the way to it is', () => {
    const page = draw(withLists({}, <Room view={floorView({ door: { members: false, audience: false } })} spoken={false} />));
    expect(page.all('section')).toEqual([]);
    click(button(page.host, 'Dai la parola a…'));
    expect(page.one('dialog h2').textContent).toBe('A chi dai la parola?');
  });
  it('[GR4] while the tables work, says at which of them people ask to speak', () => {
    const view = floorView({
      tables: [
        { group: groupId(2), waiting: 3, speaks: '14' },
        { group: groupId(1), waiting: 1, speaks: null },
      ],
    });
    const page = draw(<FloorAtTables view={view} tables={[1, 2].map((number) => ({ group: groupId(number), number }))} />);
    expect(page.host.textContent).toContain('tavolo 1: 1 in coda; tavolo 2: parla il posto 14, 3 in coda');
    page.again(<FloorAtTables view={floorView()} tables={[]} />);
    expect(page.host.textContent).toBe('');
  });
});

describe('who speaks', () => {
  it('has the time that is left, a stop, thirty seconds more and an end', async () => {
    const page = draw(room(plenary({ now: speaking(14) })));
    expect(page.one('.floor-speaking').textContent).toContain('Parla il posto 14');
    expect(page.one('.floor-left').textContent).toContain('1:00');
    expect(page.one('.floor-left').className).toBe('floor-left');
    click(button(page.host, 'Ferma'));
    click(button(page.host, '+30 s'));
    click(button(page.host, 'Basta così'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.pauseTurn', turn: turnId(14), on: true },
      { type: 'floor.giveTime', turn: turnId(14), sec: 30 },
      { type: 'floor.endTurn', turn: turnId(14) },
    ]);
  });
  it('turns ochre thirty seconds before the end; stopped, the time stands and goes on again', async () => {
    const page = draw(room(plenary({ now: speaking(14, { endsAt: now + 30_000 }) })));
    expect(page.one('.floor-left').className).toBe('floor-left late');
    expect(page.one('.floor-speaking').textContent).toContain('deve concludere');
    page.again(room(plenary({ now: speaking(14, { endsAt: now - 12_000 }) })));
    expect(page.one('.floor-left').textContent).toContain('−0:12');
    expect(page.one('.floor-speaking').textContent).toContain('tempo finito');
    page.again(room(plenary({ now: speaking(14, { endsAt: null, leftMs: 20_000 }) })));
    expect(page.one('.floor-left').className).toBe('floor-left');
    click(button(page.host, 'Riprendi'));
    await settle();
    expect(sent.wishes).toEqual([{ type: 'floor.pauseTurn', turn: turnId(14), on: false }]);
  });
  it('[GR6] a table that tells is named, and driven where its own clock is', () => {
    const page = draw(room(plenary({ now: speaking(9, { kind: 'report', table: 4 }) })));
    expect(page.one('.floor-speaking').textContent).toContain('Racconta il tavolo 4');
    expect(page.all('.floor-speaking button')).toEqual([]);
  });
});

describe('the floor for who has no phone', () => {
  it('a seat is typed: put in the queue, or given the floor at once', async () => {
    const page = draw(room(plenary({ now: speaking(27) })));
    click(button(page.host, 'Dai la parola a…'));
    const dialog = page.one('dialog');
    type(field(dialog, 'Numero del posto'), '99');
    expect(dialog.textContent).toContain('Nessuno ha il posto 99.');
    click(button(dialog, 'Metti in coda'));
    expect(sent.wishes).toEqual([]);
    type(field(dialog, 'Numero del posto'), ' 14 ');
    choose(dialog, 'Per che cosa', 'mozione');
    click(button(dialog, 'Metti in coda'));
    await settle();
    type(field(dialog, 'Numero del posto'), '3');
    click(button(dialog, 'Dai la parola al posto 3'));
    await settle();
    expect(sent.wishes).toMatchObject([
      { type: 'floor.raise', member: memberId(14), kind: 'order', on: true },
      { type: 'floor.call', from: turnId(27), member: memberId(3), kind: 'order' },
    ]);
    expect(page.all('dialog')).toEqual([]);
  });
  it('somebody without a seat speaks as well', async () => {
    const page = draw(room(plenary()));
    click(button(page.host, 'Dai la parola a…'));
    click(button(page.one('dialog'), 'Parla una persona senza posto'));
    await settle();
    expect(sent.wishes).toMatchObject([{ type: 'floor.call', from: null, member: null, kind: 'speech' }]);
  });
});

describe('who speaks', () => {
  it('a turn as short as the signal is not in its last seconds from the beginning; at its end it is over', () => {
    const short = { sec: 30, startedAt: now, endsAt: now + 25_000 };
    const page = draw(room(plenary({ now: speaking(14, short) })));
    expect(page.one('.floor-speaking').textContent).not.toContain('deve concludere');
    expect(page.all('.floor-speaking .late')).toEqual([]);
    page.again(room(plenary({ now: speaking(14, { ...short, endsAt: now }) })));
    expect(page.one('.floor-speaking').textContent).toContain('tempo finito');
    page.again(room(plenary({ now: speaking(14, { endsAt: now + 25_000 }) })));
    expect(page.one('.floor-speaking').textContent).toContain('deve concludere');
  });
  it('[GR6] the time of a table that tells stands once on the page: in its own part', () => {
    const page = draw(room(plenary({ now: speaking(14, { kind: 'report', table: 2, member: null, seat: null }) })));
    expect(page.one('.floor-speaking').textContent).toContain('Racconta il tavolo 2');
    expect(page.all('.floor-speaking [role=timer]')).toEqual([]);
  });
});

describe('how much was spoken', () => {
  const totals: TotalsRows = {
    bands: [
      { toSec: 0, people: 60 },
      { toSec: 60, people: 4 },
      { toSec: 180, people: 9 },
      { toSec: 360, people: 3 },
      { toSec: null, people: 1 },
    ],
    people: 77,
    spoke: 17,
    by: [
      {
        attribute: 'genere',
        rows: [
          { value: 'donna', people: 40, spoke: 9, timePercent: 61 },
          { value: 'uomo', people: 37, spoke: 8, timePercent: 39 },
        ],
      },
    ],
    withheld: ['fascia_eta'],
  };
  it('[FL1] tells bands, an attribute whose cells are large enough, which are withheld and why; never a seat', async () => {
    const page = draw(room(plenary(two), { 'floor.totals': totals }));
    click(button(page.host, 'Altro'));
    click(button(page.host, 'Quanto si è parlato'));
    await settle();
    const words = page.one('dialog').textContent;
    expect(words).toContain('Hanno parlato 17 persone su 77 presenti.');
    expect(page.all('dialog tbody th').map((cell) => cell.textContent)).toEqual([
      'Non hanno parlato',
      'Fino a 1 minuto',
      'Da 1 a 3 minuti',
      'Da 3 a 6 minuti',
      'Più di 6 minuti',
      'donna',
      'uomo',
    ]);
    expect(words).toMatch(/61\s%/u);
    expect(words).toContain('Non si dividono per: fascia d’età.');
    expect(words).not.toContain('posto 14');
  });
});

describe('the first questions', () => {
  const rows = [
    question(1, { onWall: true }),
    question(2, { hidden: true, text: 'insulto' }),
    question(3, { standing: 'answered' }),
    ...[4, 5, 6].map((n) => question(n)),
  ];
  const view = floorView({ counts: { ...floorView().counts, open: 4, answered: 1, hidden: 1 }, wall: [questionId(1)] });
  it('[FL2] says how many wait and shows the three with most support, never a hidden one', async () => {
    let all = 0;
    const page = draw(withLists({ 'floor.questions': rows }, <Room view={view} spoken={false} onQuestions={() => (all += 1)} />));
    await settle();
    expect(page.one('.floor-first').textContent).toContain('4 aspettano risposta (1 con risposta, 1 nascosta)');
    expect(page.all('.floor-first-rows bdi').map((one) => one.textContent)).toEqual([
      'Domanda numero 1?',
      'Domanda numero 4?',
      'Domanda numero 5?',
    ]);
    click(button(page.host, 'Togli dallo schermo'));
    click(button(page.host, 'Sullo schermo'));
    click(button(page.host, 'Tutte le domande'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.toWall', questions: [] },
      { type: 'floor.toWall', questions: [questionId(4)] },
    ]);
    expect(all).toBe(1);
  });
});
