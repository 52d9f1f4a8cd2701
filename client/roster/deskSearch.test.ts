// Finding people by what they say first.
import { expect, test } from 'vitest';
import { cardCode, firstChoice, search } from './deskSearch.ts';
import { pickSeats } from './deskSeats.ts';
import { actsOf } from './deskActs.ts';
import type { DeskList, DeskPerson } from './deskTypes.ts';

const one = (seat: string, name: string | null, state: DeskPerson['state'] = 'notYet'): DeskPerson => ({
  member: `m${seat}`,
  seat,
  name,
  card: 'c',
  state,
  since: null,
  phone: null,
});
const list: DeskList = {
  members: [
    one('4', 'Dell’Orto, Ines'),
    one('17', 'Rossi, Anna', 'here'),
    one('42', 'Rossetti, Karim'),
    one('63', 'Rossini, Lucia'),
    one('78', 'Carossi, Paolo'),
    one('80', null),
    one('142', 'Nicolò, Ada'),
  ],
  reserves: [{ member: 'r1', rank: 1, name: 'Rossi, Bice' }],
};
const seats = (typed: string) => search(list, typed).people.map(({ seat }) => seat);

test('[RO8] the seat wins; a name is found by the beginning of any of its words, then by its middle', () => {
  expect(seats('42')).toEqual(['42']);
  expect(seats('ross')).toEqual(['17', '42', '63', '78']);
  expect(seats('anna ross')).toEqual(['17']);
  expect(seats('80')).toEqual(['80']);
});
test('[RO8] accents, apostrophes and case do not matter', () => {
  expect(seats('NICOLO')).toEqual(['142']);
  expect(seats('dell orto')).toEqual(['4']);
});
test('[RO8] reserves are found too, and Enter is for who is not in yet', () => {
  expect(search(list, 'rossi').reserves).toHaveLength(1);
  expect(firstChoice(search(list, 'ross'), 'ross')).toBe(1);
  expect(firstChoice(search(list, '17'), '17')).toBe(0);
});
test('a code is one only when it is whole; look-alikes are read as what they stand for', () => {
  expect(cardCode('9fta chx4')).toBe('9FTACHX4');
  expect(cardCode('9ft')).toBeNull();
  expect(cardCode('2fta-chx5')).toBe('ZFTACHXS');
});
test('seats to print: ranges, single ones, nothing twice', () => {
  expect(pickSeats(list.members, '60-80, 42, 63').map(({ seat }) => seat)).toEqual(['42', '63', '78', '80']);
  expect(pickSeats(list.members, 'x')).toEqual([]);
});
test('[RO8] a substitution and the entry that follows it are one line, taken back in the opposite order', () => {
  const undo = { type: 'roster.undoSubstitution', seat: '42', leaves: 'm42', enters: 'r1' } as const;
  const acts = actsOf(
    { desk: 0, acts: [{ seq: 7, at: 5000, kind: 'entered', seat: '42', as: null, phone: true, may: { undo: true }, undone: false }] },
    { acts: [{ seq: 3, at: 4000, seat: '42', kind: 'substitution', undo }] },
  );
  expect(acts).toHaveLength(1);
  expect(acts[0]).toMatchObject({ what: 'substitution', undo: [{ type: 'presence.undo', seq: 7 }, undo] });
});
