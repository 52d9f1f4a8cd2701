// Reads a seating, proposed or changed by hand, into its explanation: always counted again from who sits where, never carried along.
import type { GroupId, MemberId, ThemeId } from '../../kernel/ids.ts';
import type { AloneAt, Explanation, MixOf, MixValue } from './explanation.ts';
import { pinsHere, provePin } from './pins.ts';
import type { PinsHere } from './pins.ts';
import { fewestAlone, fewestAloneOfAll, nobodyCanJoin, unavoidableCells } from './unavoidable.ts';
import { lookedAt, pairKey, valueOf } from './wish.ts';
import type { Criteria, Person, Preferences, Rounds } from './wish.ts';

export type Seating = readonly { readonly group: GroupId; readonly members: readonly MemberId[] }[];
export interface ExplainMore {
  readonly olderPast?: Rounds;
  readonly preferences?: Preferences | null;
  /** Needed with preferences: what each table is about. */
  readonly tables?: readonly { readonly group: GroupId; readonly theme: ThemeId | null }[];
  readonly fixed?: ReadonlyMap<MemberId, GroupId>;
}
interface TableHere {
  readonly group: GroupId;
  readonly people: readonly Person[];
  /** People placed here, not kept: as many as had a chair to be given. */
  readonly chairs: number;
}

/** "16–24" before "25–44", "2" before "10"; what is not written down comes last. */
const asRead = (a: string, b: string): number => {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const [x, y] = [/^\d+/u.exec(a)?.[0], /^\d+/u.exec(b)?.[0]];
  if (x !== undefined && y !== undefined && Number(x) !== Number(y)) return Number(x) - Number(y);
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Members who are not among `people` are passed over: the seating of those who are here. */
export const explainSeating = (
  people: readonly Person[],
  seating: Seating,
  criteria: Criteria,
  past: Rounds,
  { olderPast = [], preferences = null, tables: themed = [], fixed: kept = new Map() }: ExplainMore = {},
): Explanation => {
  const known = new Map(people.map((person) => [person.member, person]));
  const seatOf = new Map<MemberId, GroupId>();
  for (const { group, members } of seating) for (const member of members) if (known.has(member)) seatOf.set(member, group);
  const fixed = new Map([...kept].filter(([member, group]) => seatOf.get(member) === group));
  const tables = seating.map(({ group, members }): TableHere => {
    const there = [...new Set(members)].flatMap((member) => (seatOf.get(member) === group ? (known.get(member) ?? []) : []));
    return { group, people: there, chairs: there.filter(({ member }) => !fixed.has(member)).length };
  });
  const present = [...known.values()];
  const pins = pinsHere(present, criteria);
  const sizes = tables.map((table) => table.people.length);
  const [smallest, largest] = [Math.min(...(sizes.length === 0 ? [0] : sizes)), Math.max(0, ...sizes)];
  const mix = lookedAt(criteria).map((attribute) => mixOf(attribute, present, tables, criteria, fixed, pins));
  const cells = mix.flatMap(({ values }) => values.flatMap((value) => value.cells.filter(({ outside }) => outside)));
  const proof = provePin(pins, { sizes: new Map(tables.map(({ group, people: there }) => [group, there.length])), fixed });
  const broken = (['together', 'apart'] as const).flatMap((kind) =>
    pins[kind]
      // A pin asks something of two people who both sit somewhere.
      .filter(([a, b]) => seatOf.has(a) && seatOf.has(b) && (seatOf.get(a) === seatOf.get(b)) !== (kind === 'together'))
      .map((pair) => ({ kind, pair, impossible: proof(kind, pair) })),
  );
  return {
    people: present.length,
    unseated: present.flatMap(({ member }) => (seatOf.has(member) ? [] : [member])),
    sizes: { smallest, largest, even: largest - smallest <= 1 },
    mix,
    outside: { cells: cells.length, unavoidable: cells.filter(({ unavoidable }) => unavoidable).length },
    alone: criteria.neverAlone.flatMap((attribute) => aloneOf(attribute, present, tables, fixed, pins)),
    pins: { asked: pins.together.length + pins.apart.length, broken },
    ...pairsOf(tables, past, olderPast),
    preferences:
      preferences === null ? null : choicesMet(preferences, seatOf, present, new Map(themed.map((one) => [one.group, one.theme]))),
  };
};

const mixOf = (
  attribute: string,
  present: readonly Person[],
  tables: readonly TableHere[],
  { neverAlone }: Criteria,
  fixed: ReadonlyMap<MemberId, GroupId>,
  pins: PinsHere,
): MixOf => {
  const flagged = neverAlone.includes(attribute);
  const value = new Map(present.map((person) => [person.member, valueOf(person, attribute)]));
  const values = [...new Set(value.values())].sort(asRead).map((one): MixValue => {
    const is = (member: MemberId): boolean => value.get(member) === one;
    const of = present.filter(({ member }) => is(member));
    const counted = tables.map(({ group, people, chairs }) => {
      const expected = (of.length * people.length) / present.length;
      return {
        group,
        expected,
        floor: Math.floor(expected),
        ceiling: Math.ceil(expected),
        count: people.filter(({ member }) => is(member)).length,
        kept: people.filter(({ member }) => is(member) && fixed.has(member)).length,
        chairs,
      };
    });
    const bound = Math.max(0, ...pins.blocks.map((block) => block.filter(is).length));
    const excused = unavoidableCells(counted, of.filter(({ member }) => !fixed.has(member)).length, bound);
    return {
      value: one,
      of: of.length,
      share: of.length / present.length,
      cells: counted.map(({ group, expected, floor, ceiling, count }, at) => {
        const outside = !flagged && (count < floor || count > ceiling);
        return { group, count, expected, floor, ceiling, outside, unavoidable: outside && excused[at] === true };
      }),
    };
  });
  return { attribute, neverAlone: flagged, values };
};

const aloneOf = (
  attribute: string,
  present: readonly Person[],
  tables: readonly TableHere[],
  fixed: ReadonlyMap<MemberId, GroupId>,
  pins: PinsHere,
): readonly AloneAt[] => {
  const kind = new Map(present.map((person) => [person.member, valueOf(person, attribute)]));
  const lonely = tables.flatMap(({ group, people }) => {
    const counts = new Map<string, number>();
    for (const { member } of people) counts.set(kind.get(member) ?? '', (counts.get(kind.get(member) ?? '') ?? 0) + 1);
    return people.flatMap(({ member }) => {
      const value = kind.get(member) ?? '';
      return value !== '' && counts.get(value) === 1 ? [{ group, member, value }] : [];
    });
  });
  if (lonely.length === 0) return [];
  const apart = new Set(pins.apart.map((pair) => pairKey(...pair)));
  const chairs = (group: string): number => tables.find((table) => table.group === group)?.chairs ?? 0;
  const kinds = [...new Set(kind.values())].filter((value) => value !== '');
  const fewest = (value: string, andOther: boolean): number =>
    fewestAlone(
      tables.map(({ people, chairs: left }) => ({
        size: people.length,
        kept: people.filter(({ member }) => kind.get(member) === value && fixed.has(member)).length,
        chairs: left,
      })),
      tables.flatMap(({ people }) => people.filter(({ member }) => kind.get(member) === value && !fixed.has(member))).length,
      andOther,
    );
  const allWritten = ![...kind.values()].includes('');
  const own = new Map(kinds.map((value) => [value, fewest(value, false)]));
  const all = [...new Set(kind.values())];
  const many = (people: readonly Person[], value: string, kept: boolean): number =>
    people.filter(({ member }) => kind.get(member) === value && fixed.has(member) === kept).length;
  const atLeast = Math.max(
    [...own.values()].reduce((sum, one) => sum + one, 0),
    ...kinds.map((value) => fewest(value, allWritten)),
    fewestAloneOfAll(
      tables.map(({ people, chairs: left }) => ({ kept: all.map((value) => many(people, value, true)), chairs: left })),
      all.map((value) => tables.reduce((sum, { people }) => sum + many(people, value, false), 0)),
      all.map((value) => value !== ''),
    ),
  );
  return lonely.map(({ group, member, value }): AloneAt => {
    const others = present.flatMap((other) =>
      other.member === member || kind.get(other.member) !== value
        ? []
        : [{ at: fixed.get(other.member) ?? null, apart: apart.has(pairKey(other.member, member)) }],
    );
    const unavoidable =
      lonely.length <= atLeast ||
      lonely.filter((one) => one.value === value).length <= (own.get(value) ?? 0) ||
      nobodyCanJoin(fixed.get(member) ?? null, chairs, others);
    return { group, member, attribute, value, unavoidable };
  });
};

const met = (rounds: Rounds): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const round of rounds)
    for (const table of round) table.forEach((a, at) => table.slice(at + 1).forEach((b) => keys.add(pairKey(a, b))));
  return keys;
};

const pairsOf = (
  tables: readonly TableHere[],
  past: Rounds,
  olderPast: Rounds,
): Pick<Explanation, 'tables' | 'pairs' | 'newPairs' | 'repeatedToday' | 'repeatedBefore'> => {
  const [today, before] = [met(past), met(olderPast)];
  let [pairs, repeatedToday, repeatedBefore] = [0, 0, 0];
  const said = tables.map(({ group, people }) => {
    let own = 0;
    people.forEach((a, at) =>
      people.slice(at + 1).forEach((b) => {
        const key = pairKey(a.member, b.member);
        if (today.has(key)) repeatedToday++;
        else if (before.has(key)) repeatedBefore++;
        else own++;
      }),
    );
    const all = (people.length * (people.length - 1)) / 2;
    pairs += all;
    return { group, size: people.length, pairs: all, newPairs: own };
  });
  return { tables: said, pairs, newPairs: pairs - repeatedToday - repeatedBefore, repeatedToday, repeatedBefore };
};

const choicesMet = (
  preferences: Preferences,
  seatOf: ReadonlyMap<MemberId, GroupId>,
  present: readonly Person[],
  themeOf: ReadonlyMap<GroupId, ThemeId | null>,
): Explanation['preferences'] => {
  let [asked, first, second] = [0, 0, 0];
  for (const { member } of present) {
    const choice = preferences.get(member);
    if (!choice) continue;
    asked++;
    const group = seatOf.get(member);
    const theme = group === undefined ? null : (themeOf.get(group) ?? null);
    if (theme === null) continue;
    if (theme === choice.first) first++;
    else if (theme === choice.second) second++;
  }
  return { asked, first, second, none: asked - first - second };
};
