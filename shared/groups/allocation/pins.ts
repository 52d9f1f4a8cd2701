// Who must sit with whom and who must not (GR2), of those who are here: chains of "together" read as one block of people, and the proofs
// that a pin cannot be kept. A chain that holds an "apart" inside cannot be kept whole: at least one of its pins breaks, whichever it is.
import type { GroupId, MemberId } from '../../kernel/ids.ts';
import type { PinProof } from './explanation.ts';
import { pairKey } from './wish.ts';
import type { Criteria, Person } from './wish.ts';

export type Pair = readonly [MemberId, MemberId];
export interface PinsHere {
  readonly together: readonly Pair[];
  readonly apart: readonly Pair[];
  /** Everybody here has one; people with no pin are a block of their own. */
  readonly blockOf: ReadonlyMap<MemberId, number>;
  readonly blocks: readonly (readonly MemberId[])[];
}

const here = (pairs: readonly Pair[], present: ReadonlySet<MemberId>): readonly Pair[] => [
  ...new Map(pairs.filter(([a, b]) => a !== b && present.has(a) && present.has(b)).map((pair) => [pairKey(...pair), pair])).values(),
];

export const pinsHere = (people: readonly Person[], criteria: Criteria): PinsHere => {
  const present = new Set(people.map(({ member }) => member));
  const together = here(criteria.together, present);
  const block = new Map<MemberId, MemberId[]>(people.map(({ member }) => [member, [member]]));
  for (const [a, b] of together) {
    const [mine, theirs] = [block.get(a), block.get(b)];
    if (!mine || !theirs || mine === theirs) continue;
    mine.push(...theirs);
    for (const member of theirs) block.set(member, mine);
  }
  const blocks = [...new Set(block.values())];
  return {
    together,
    apart: here(criteria.apart, present),
    blockOf: new Map(blocks.flatMap((members, at) => members.map((member) => [member, at] as const))),
    blocks,
  };
};

export interface Chairs {
  readonly sizes: ReadonlyMap<GroupId, number>;
  /** Those who were kept where they are. */
  readonly fixed: ReadonlyMap<MemberId, GroupId>;
}

/** Why this pin cannot be kept at tables of these sizes; null when that is not proven. */
export const provePin = (pins: PinsHere, { sizes, fixed }: Chairs): ((kind: 'together' | 'apart', pair: Pair) => PinProof | null) => {
  const largest = Math.max(0, ...sizes.values());
  const blockOf = (member: MemberId): number => pins.blockOf.get(member) ?? -1;
  const torn = new Set(pins.apart.filter(([a, b]) => blockOf(a) === blockOf(b)).map(([a]) => blockOf(a)));
  const takenAt = new Map<GroupId, number>();
  for (const group of fixed.values()) takenAt.set(group, (takenAt.get(group) ?? 0) + 1);
  const fixedAt = pins.blocks.map((members) => [...new Set(members.flatMap((member) => fixed.get(member) ?? []))]);
  const free = (at: number): number => (pins.blocks[at] ?? []).filter((member) => !fixed.has(member)).length;

  const neighbours = new Map<number, Set<number>>();
  for (const [a, b] of pins.apart.map(([x, y]) => [blockOf(x), blockOf(y)] as const)) {
    if (a === b) continue;
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
  }
  const near = (at: number): ReadonlySet<number> => neighbours.get(at) ?? new Set();
  /** People all apart from each other, these two among them: grown from the one with most neighbours down; a floor, which is enough for a proof. */
  const circle = (a: number, b: number): number => {
    const members = [a, b];
    const common = [...near(a)].filter((one) => near(b).has(one)).sort((x, y) => near(y).size - near(x).size || x - y);
    for (const one of common) if (members.every((other) => near(one).has(other))) members.push(one);
    return members.length;
  };

  return (kind, [x, y]) => {
    const [a, b] = [blockOf(x), blockOf(y)];
    if (torn.has(a) && a === b) return 'contradiction';
    if (kind === 'together') {
      const [where, elsewhere] = fixedAt[a] ?? [];
      if (elsewhere !== undefined) return 'fixed';
      if (where !== undefined && free(a) > (sizes.get(where) ?? 0) - (takenAt.get(where) ?? 0)) return 'fixed';
      return (pins.blocks[a]?.length ?? 0) > largest ? 'tooMany' : null;
    }
    const [mine, theirs] = [fixedAt[a] ?? [], fixedAt[b] ?? []];
    if (mine.length === 1 && theirs.length === 1 && mine[0] === theirs[0]) return 'fixed';
    return circle(a, b) > sizes.size ? 'tooFewTables' : null;
  };
};
