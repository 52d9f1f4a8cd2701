// Lists as offices send them, good and bad. RO6: refused line by line, in words; nothing half imported; never a crash, whatever the bytes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../shared/kernel/limits.ts';
import { rosterCommands } from '../../shared/roster/commands.ts';
import { csvFile, csvSafe, exampleRoll } from '../../shared/roster/csv.ts';
import { readDate } from './dates.ts';
import { enrol } from './enrol.ts';
import { decodeText, readRoll } from './import.ts';
import type { RollReading } from './import.ts';

const problemsOf = (reading: RollReading) =>
  reading.ok ? [] : reading.problems.map(({ line, column, found, code, params }) => [line, column, found, code, params]);
const peopleOf = (reading: RollReading) => (reading.ok ? reading.people : []);
const lines = (...rows: readonly string[]) => rows.join('\r\n');

describe('lists that come in', () => {
  test('[RO6] the example is read whole: seats, reserves in order, columns named', () => {
    const reading = readRoll(new TextEncoder().encode(exampleRoll));
    expect(reading.ok).toBe(true);
    expect(peopleOf(reading).map(({ seat }) => seat)).toEqual(['1', '2', '3', null, null]);
    expect(peopleOf(reading)[2]).toMatchObject({
      from: '2026-01-01',
      until: '2027-06-30',
      cohort: '2026',
      attributes: { fascia_eta: '16–24', lingua: 'arabo' },
    });
    expect(reading.summary).toMatchObject({ delimiter: ';', encoding: 'utf-8', rows: 5, good: 5, seats: 3, reserves: 2 });
  });
  test('English headers, commas, and a column of the assembly’s own', () => {
    const reading = readRoll('Seat,Name,Gender,Age band,Mandate end,Cycling\n7,,woman,16–24,2027-06-30,often');
    expect(peopleOf(reading)).toEqual([
      {
        seat: '7',
        name: null,
        attributes: { genere: 'woman', fascia_eta: '16–24', Cycling: 'often' },
        from: null,
        until: '2027-06-30',
        cohort: '',
      },
    ]);
  });
  test('a file of an old Excel in Latin-1 keeps its accents, and says how it was read', () => {
    const bytes = new Uint8Array(Buffer.from('posto;nome;età\n1;Nicolò;30', 'latin1'));
    const reading = readRoll(bytes);
    expect(peopleOf(reading)[0]).toMatchObject({ name: 'Nicolò', attributes: { fascia_eta: '30' } });
    expect(reading.summary?.encoding).toBe('latin1');
  });
  test('UTF-16 with tabs, as “Unicode text” is saved', () => {
    const bytes = Buffer.from('\ufeffposto\tnome\n1\tÈ qui\n', 'utf16le');
    expect(decodeText(bytes).encoding).toBe('utf-16');
    expect(peopleOf(readRoll(bytes))[0]).toMatchObject({ seat: '1', name: 'È qui' });
  });
  test('separators inside quotes, empty lines and empty last columns do no harm', () => {
    const reading = readRoll('posto;nome;;\n"1";"Rossi; Anna";;\n\n;;;\n2;"Haddad ""Sam""";;\n');
    expect(peopleOf(reading).map(({ name }) => name)).toEqual(['Rossi; Anna', 'Haddad "Sam"']);
  });
  test('what looks like a formula stays text, and goes out harmless', () => {
    expect(peopleOf(readRoll('posto;nome\n1;=1+1'))[0]?.name).toBe('=1+1');
    for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(csvSafe(`${start}x`)).toBe(`'${start}x`);
    expect(csvSafe('42')).toBe('42');
    expect(csvFile([['=a"b', 'c;d']])).toBe('\ufeff"\'=a""b";"c;d"\r\n');
  });
  test('reserves: by number, otherwise in the order of the list', () => {
    const reading = readRoll('posto;nome;riserva\n;c;x\n;b;2\n;a;R 1\n5;;no');
    expect(peopleOf(reading).map(({ name }) => name)).toEqual([null, 'a', 'b', 'c']);
  });
});

describe('lists that are refused', () => {
  test('[RO6] every fault at once, each with line, column, what is there; and nobody comes in', () => {
    const reading = readRoll(
      lines(
        'posto;nome;genere;fine_mandato',
        '17;a;donna;30/06/2027',
        '18;b;uomo;30/06/2027',
        '17;c;donna;30/06/2027',
        '19;d;uomo;31/06/2027',
        '20;e;f;donna;30/06/2027',
        ';g;uomo;domani',
      ),
    );
    expect(reading.ok).toBe(false);
    expect(problemsOf(reading)).toEqual([
      [4, 'posto', '17', 'seatTwice', { line: 2 }],
      [5, 'fine_mandato', '31/06/2027', 'dateImpossible', { month: 6, days: 30 }],
      [6, null, '20;e;f;donna;30/06/2027', 'columnCount', { is: 5, must: 4 }],
      [7, 'posto', '', 'seatMissing', undefined],
      [7, 'fine_mandato', 'domani', 'dateUnclear', undefined],
    ]);
    expect(reading.summary).toMatchObject({ rows: 6, good: 2 });
    expect('people' in reading).toBe(false);
  });
  test('[RO6] the line is the file’s own, also after a cell that runs over two lines', () => {
    expect(problemsOf(readRoll('posto;nome\n1;"a\nb"\n1;c'))).toEqual([[4, 'posto', '1', 'seatTwice', { line: 2 }]]);
  });
  test('[RO6] a quote that never ends is named where it begins', () => {
    expect(problemsOf(readRoll('posto;nome\n1;a\n2;"b\n3;c'))[0]?.slice(0, 4)).toEqual([3, null, expect.any(String), 'quotes']);
  });
  test.each([
    ['nothing at all', '', 'empty'],
    ['only a header', 'posto;nome', 'empty'],
    ['no seat column', 'nome;genere\nx;y', 'seatColumnMissing'],
    ['the same column twice', 'posto;sesso;genere\n1;a;b', 'headerTwice'],
    ['a column without a name', 'posto;;nome\n1;x;y', 'headerEmpty'],
    ['a seat that fits no card', 'posto\n123456789', 'seatTooLong'],
    ['seat and reserve', 'posto;riserva\n1;2', 'seatAndReserve'],
    ['a reserve nobody understands', 'posto;riserva\n;forse', 'reserveUnclear'],
    ['a mandate that ends before it begins', 'posto;dal;al\n1;2/1/2027;1/1/2027', 'mandateReversed'],
    ['a name as long as a page', `posto;nome\n1;${'a'.repeat(81)}`, 'tooLong'],
    [
      'twelve attributes',
      `posto;${Array.from({ length: 12 }, (_, i) => `c${String(i)}`).join(';')}\n1${';x'.repeat(12)}`,
      'tooManyColumns',
    ],
    ['more people than any assembly', `posto\n${Array.from({ length: limits.seats + 1 }, (_, i) => String(i)).join('\n')}`, 'tooManyRows'],
    ['a file of three megabytes', `posto\n${'1\n'.repeat(1_600_000)}`, 'tooBig'],
  ])('[RO6] %s', (_, text, code) => {
    expect(problemsOf(readRoll(text)).map((problem) => problem[3])).toContain(code);
  });
  test('[RO6] a seat that somebody already has is refused when the list adds to a roll', () => {
    expect(problemsOf(readRoll('posto\n41\n42', { taken: new Set(['42']) }))).toEqual([[3, 'posto', '42', 'seatTaken', undefined]]);
  });
});

describe('from list to wish', () => {
  test('[RO1] names and attributes go to the table, ids and seats to the wish, and the wish is well formed', () => {
    const reading = readRoll(exampleRoll);
    let id = 0;
    const { people, command } = enrol(peopleOf(reading), {
      source: 'membri.csv',
      replaces: false,
      newId: () => `member${String(++id).padStart(4, '0')}`,
    });
    expect(rosterCommands.safeParse(command).success).toBe(true);
    expect(JSON.stringify(command)).not.toContain('Cognome');
    expect([...people.values()][0]).toMatchObject({ name: 'Cognome, Nome', attributes: { genere: 'donna' } });
  });
});

describe('whatever comes', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('', '1', '42', '31/06/2027', '"', '";', '=cmd', 'x\ny', '__proto__', 'constructor'),
  );
  const table = fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })
    .map((rows) => ['posto;nome;riserva;al;__proto__', ...rows.map((row) => row.join(';'))].join('\n'));
  test('[RO6] any bytes are read or refused, never thrown; what is read whole makes a well-formed wish', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), table, fc.string({ maxLength: 300 })), (input) => {
        const reading = readRoll(input);
        if (!reading.ok) {
          expect(reading.problems.length).toBeGreaterThan(0);
          return;
        }
        let id = 0;
        const { command } = enrol(reading.people, { source: 'x', replaces: false, newId: () => `member${String(++id).padStart(4, '0')}` });
        expect(rosterCommands.safeParse(command).success).toBe(true);
        const seats = command.members.flatMap(({ seat }) => (seat === null ? [] : [seat]));
        expect(new Set(seats).size).toBe(seats.length);
        expect(command.members.length).toBe(reading.summary.rows);
      }),
      { numRuns: 600 },
    );
  });
  test('a good list read back from its own export is the same list', () => {
    const word = fc.stringMatching(/^[A-Za-zà-ù][A-Za-zà-ù ;"]{0,10}[a-z]$/u).map((text) => text.replace(/\s+/gu, ' '));
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 30 }), word, (seats, name) => {
        const reading = readRoll(csvFile([['posto', 'nome'], ...seats.map((seat) => [String(seat), name])]));
        expect(peopleOf(reading).map((one) => [one.seat, one.name])).toEqual(seats.map((seat) => [String(seat), name]));
      }),
    );
  });
});

test('days as people write them', () => {
  expect(readDate('30/6/2027')).toEqual({ kind: 'day', day: '2027-06-30' });
  expect(readDate('29.02.2028')).toEqual({ kind: 'day', day: '2028-02-29' });
  expect(readDate('29/02/2027')).toEqual({ kind: 'impossible', month: 2, days: 28 });
  expect(readDate('6/30/2027')).toEqual({ kind: 'unclear' });
});
