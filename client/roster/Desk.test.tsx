// The desk as two people at a door use it: 77 members in, with everything that goes wrong, each within two taps (RO8).
// Typing is not a tap; a click or Enter is. The other side is a small roll in memory that answers as the server does.
import { act } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { draw, press, type as write, type Drawn } from '../ui/render.testkit.tsx';
import { Desk } from './Desk.tsx';
import type { CodeFound, DeskList, DeskMine, DeskPerson, DeskView } from './deskTypes.ts';

const now = Date.UTC(2026, 10, 21, 8, 4);
const seatsInAll = 90;
const nameOf = (n: number): string => `${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(97 + ((n * 7) % 26))}cognome${n}, Nome`;
const codeLetters = 'ABCDEFGHJKMNPQRST';
/** Eight characters without look-alikes, one per number. */
const codeOf = (n: number): string => `K7${[...String(n).padStart(6, '0')].map((digit) => codeLetters.charAt(Number(digit))).join('')}`;

class Hall {
  people: DeskPerson[] = Array.from({ length: seatsInAll }, (_, i) => ({
    member: `m${i + 1}`,
    seat: String(i + 1),
    name: nameOf(i + 1),
    card: `c${i + 1}`,
    state: 'notYet',
    since: null,
    phone: null,
  }));
  reserves = [1, 2, 3].map((rank) => ({ member: `r${rank}`, rank, name: `Riserva${rank}, Nome` }));
  readonly codes = new Map<string, CodeFound>(
    Array.from({ length: seatsInAll }, (_, i) => [codeOf(i + 1), { member: `m${i + 1}`, seat: String(i + 1), state: 'live' }]),
  );
  visitors = 0;
  refuse: string | null = null;
  readonly sent: string[] = [];
  acts: DeskMine['acts'][number][] = [];
  private set(member: string, change: Partial<DeskPerson>): void {
    this.people = this.people.map((one) => (one.member === member ? { ...one, ...change } : one));
  }
  readonly send = async (command: { type: string } & Readonly<Record<string, unknown>>): Promise<Reply> => {
    this.sent.push(command.type);
    if (this.refuse !== null) return { ok: false, code: this.refuse, at: now };
    const member = String(command['member']);
    if (command.type === 'presence.letIn') {
      const seat = this.people.find((one) => one.member === member)?.seat ?? '';
      this.set(member, { state: 'here', since: now, phone: command['phone'] === true });
      this.acts = [
        { seq: this.sent.length, at: now, kind: 'entered', seat, as: null, phone: true, may: { undo: true }, undone: false },
        ...this.acts,
      ];
    } else if (command.type === 'roster.replaceCard') this.set(member, { card: `${String(command['old'])}x` });
    else if (command.type === 'roster.substitute') {
      this.people = this.people.map((one) =>
        one.seat === command['seat'] ? { ...one, member: String(command['enters']), state: 'notYet', card: `s${one.seat}` } : one,
      );
      this.reserves = this.reserves.filter((one) => one.member !== command['enters']);
    } else if (command.type === 'presence.letVisitorIn') this.visitors += 1;
    else if (command.type === 'presence.undo') {
      const undone = this.acts.find((one) => one.seq === command['seq']);
      this.people = this.people.map((one) => (one.seat === undone?.seat ? { ...one, state: 'notYet', since: null } : one));
      this.acts = this.acts.map((one) => (one === undone ? { ...one, undone: true, may: { undo: false } } : one));
    }
    return { ok: true, done: 'done', at: now };
  };
  get inside(): number {
    return this.people.filter((one) => one.state === 'here').length;
  }
  element(phase: DeskView['phase'] = 'doors') {
    const list: DeskList = { members: this.people, reserves: this.reserves };
    const sheets = this.people.filter((one) => one.state === 'here' && one.phone === false).length;
    return (
      <Desk
        title="Banco 1"
        subtitle="Seconda plenaria"
        assembly="Clima"
        address="plenaria.local"
        view={{
          phase,
          present: this.inside,
          of: seatsInAll,
          phones: this.inside - sheets,
          sheets,
          visitors: { all: this.visitors, audience: 0, technician: 0, press: 0, companion: 0 },
          desks: [this.inside],
          desksConnected: 1,
        }}
        mine={{ desk: 0, acts: this.acts }}
        cardActs={{ acts: [] }}
        list={list}
        send={this.send}
        now={now}
        timeZone="Europe/Rome"
        refusal={({ code }) => code}
        findByCode={current.findByCode}
        cardOf={current.cardOf}
        cardsOf={async () => []}
        addReserve={current.addReserve}
      />
    );
  }
}
const current = {
  hall: new Hall(),
  findByCode: async (code: string): Promise<CodeFound> => current.hall.codes.get(code) ?? { member: null, state: 'unknown' },
  cardOf: async (member: string) => ({
    seat: current.hall.people.find((one) => one.member === member)?.seat ?? '',
    code: 'K7MQ3XTD',
    url: 'http://plenaria.local/#t=x',
  }),
  addReserve: async (name: string) => {
    const member = `n${current.hall.reserves.length}`;
    current.hall.reserves.push({ member, rank: 9, name });
    return { ok: true as const, member };
  },
};

let page: Drawn;
let taps = 0;
const settle = async (): Promise<void> => {
  await act(async () => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  });
  page.again(current.hall.element());
};
const tap = async (words: string, within = 'body'): Promise<void> => {
  taps += 1;
  const root = document.querySelector(within) ?? document.body;
  const button = [...root.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.startsWith(words));
  if (!button) throw new Error(`no button "${words}" in ${root.textContent}`);
  act(() => button.click());
  await settle();
};
const enter = async (): Promise<void> => {
  taps += 1;
  press(page.one('#desk-field'), 'Enter');
  await settle();
};
const typed = async (text: string): Promise<void> => {
  write(page.one('#desk-field'), text);
  await settle();
};
const fill = (label: string, text: string): void => {
  const found = [...document.querySelectorAll('dialog label')].find((one) => one.textContent.startsWith(label));
  const input = document.getElementById(found?.getAttribute('for') ?? '');
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field "${label}"`);
  write(input, text);
};
/** One person from the moment they stand at the desk: how many taps it took. */
const person = async (steps: () => Promise<void>): Promise<number> => {
  taps = 0;
  await steps();
  return taps;
};
beforeEach(() => {
  current.hall = new Hall();
  page = draw(current.hall.element());
});

test('[RO8] 77 people come in, exceptions included: nobody takes more than two taps, most take one', async () => {
  const { hall } = current;
  for (const n of [3, 4, 5])
    hall.codes.set(`Q9${codeOf(n).slice(2)}`, { member: `m${n}`, seat: String(n), state: 'replaced', at: now - 60_000 });
  const counts: number[] = [];
  const bySeat = (n: number) =>
    person(async () => {
      await typed(String(n));
      await enter();
    });
  const byName = (n: number) =>
    person(async () => {
      await typed(nameOf(n).split(',')[0] ?? '');
      await enter();
    });
  const byCode = (n: number) =>
    person(async () => {
      await typed(`${codeOf(n).slice(0, 4)} ${codeOf(n).slice(4).toLowerCase()}`);
      await enter();
    });
  const noCard = (n: number) =>
    person(async () => {
      await typed(String(n));
      await tap('Nuovo cartoncino');
      await tap(`Fai entrare il ${n}`);
    });
  const noPhone = (n: number) =>
    person(async () => {
      await typed(String(n));
      await tap('Senza telefono');
    });
  const wrongCard = (n: number) =>
    person(async () => {
      await tap('Ha quello di un altro');
      await typed(String(n));
      await enter();
    });
  const refused = (n: number) =>
    person(async () => {
      await tap('Cartoncino rifiutato');
      await typed(`Q9${codeOf(n).slice(2)}`);
      await tap(`Fai entrare il ${n}`);
    });
  const refusedLost = (n: number) =>
    person(async () => {
      await typed(`Q9${codeOf(n).slice(2)}`);
      await tap('Nuovo cartoncino', 'main');
      await tap(`Fai entrare il ${n}`);
    });
  const substitute = (n: number) =>
    person(async () => {
      await typed(String(n));
      await tap('Viene un sostituto');
      await tap(`Fai entrare al ${n}`, 'dialog');
    });
  const listedReserve = (rank: number, n: number) =>
    person(async () => {
      await typed(`Riserva${rank}`);
      await tap('Prende un posto');
      fill('Posto', String(n));
      await settle();
      await tap(`Fai entrare al ${n}`, 'dialog');
    });
  const unlisted = (n: number) =>
    person(async () => {
      await tap('Non è nell’elenco');
      fill('Posto', String(n));
      fill('Nome', 'Cognome, Nome');
      await settle();
      await tap(`Fai entrare al ${n}`, 'dialog');
    });
  const visitor = (kind: string) =>
    person(async () => {
      await tap('È un visitatore');
      await tap(kind, 'dialog');
    });

  counts.push(
    await noCard(1),
    await noCard(2),
    await refused(3),
    await refused(4),
    await refusedLost(5),
    await wrongCard(6),
    await wrongCard(7),
  );
  counts.push(await substitute(8), await listedReserve(2, 9), await unlisted(10), await noPhone(11), await noPhone(12));
  for (let n = 13; n <= 77; n += 1) counts.push(await (n % 3 === 0 ? bySeat(n) : n % 3 === 1 ? byName(n) : byCode(n)));

  expect(hall.inside).toBe(77);
  expect(counts).toHaveLength(77);
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  expect(counts.filter((count) => count === 1).length).toBeGreaterThanOrEqual(65);
  expect(hall.people.filter((one) => one.phone === false)).toHaveLength(2);
  expect(hall.people.find((one) => one.seat === '8')?.member).toBe('r1');
  expect(hall.people.find((one) => one.seat === '9')?.member).toBe('r2');
  for (const kind of ['Pubblico', 'Tecnico', 'Stampa', 'Accompagna']) expect(await visitor(kind)).toBe(2);
  expect(hall.visitors).toBe(4);
}, 60_000);

test('[RO8] the field is ready again after every act, empty, also after a question', async () => {
  await tap('È un visitatore');
  await tap('Stampa', 'dialog');
  expect(document.activeElement?.id).toBe('desk-field');
  await typed('42');
  await enter();
  expect(page.one('#desk-field')).toHaveProperty('value', '');
  expect(document.activeElement?.id).toBe('desk-field');
});

test('[RO3] a card lost at the desk: its code and QR are on the screen after one tap', async () => {
  await typed('42');
  await tap('Nuovo cartoncino');
  expect(current.hall.sent).toEqual(['roster.replaceCard']);
  expect(page.one('.new-card').textContent).toContain('K7MQ 3XTD');
  expect(page.all('.new-card svg.qr')).toHaveLength(1);
  expect(document.querySelector('.print-only .seat-card')?.textContent).toContain('42');
});

test('[RO3] an old card says whose it was and since when, with ways out', async () => {
  current.hall.codes.set('9FTACHX4', { member: 'm58', seat: '58', state: 'replaced', at: Date.UTC(2026, 10, 21, 8, 1) });
  await typed('9fta chx4');
  expect(page.one('.refused').textContent).toContain('posto 58');
  expect(page.one('.refused').textContent).toContain('9.01');
  expect(page.all('.ways li')).toHaveLength(4);
});

test('[RO8] arrows choose, Enter acts on the chosen row', async () => {
  await typed('Nome');
  press(page.one('#desk-field'), 'ArrowDown');
  press(page.one('#desk-field'), 'ArrowDown');
  press(page.one('#desk-field'), 'ArrowUp');
  await enter();
  expect(current.hall.people.filter((one) => one.state === 'here').map((one) => one.seat)).toEqual(['2']);
});

test('[K9] the last thing done by this desk is taken back with Ctrl+Z, but not while somebody types', async () => {
  await typed('42');
  await enter();
  const ctrlZ = () => act(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true })));
  await typed('4');
  ctrlZ();
  await settle();
  expect(current.hall.inside).toBe(1);
  await typed('');
  ctrlZ();
  await settle();
  expect(current.hall.inside).toBe(0);
  expect(page.one('.desk-done').textContent).toContain('annullato');
});

test('[K1] a refusal stays on the desk in words until it was seen, and holds nobody up', async () => {
  current.hall.refuse = 'presence.notOnRoll';
  await typed('42');
  await enter();
  current.hall.refuse = null;
  await typed('43');
  await enter();
  expect(current.hall.inside).toBe(1);
  expect(page.one('.desk-done .failed').textContent).toContain('presence.notOnRoll');
  await tap('Ho visto');
  expect(page.all('.desk-done .failed')).toHaveLength(0);
});

test('[RO2] before the doors open nobody is let in, and the button says why', async () => {
  page.again(current.hall.element('draft'));
  write(page.one('#desk-field'), '42');
  act(() => page.one('.desk-rows .btn.primary').click());
  expect(current.hall.sent).toEqual([]);
  expect(page.one('.desk-rows').textContent).toContain('aspetta');
});
