// The balanced assignment of people to tables (GR2): mixed on the chosen attributes, few repeated companions, nobody alone of a kind that is
// flagged so, together/apart pairs kept, even sizes; made again for those who come, and explained. Also by choice of theme.
// It runs where attributes may be seen (the console; the server for late arrivals); only who sits where, and numbers of people, enter a fact.
// Pure: the same wish and seed give the same tables on every machine. No time is measured: the number of steps follows from the number of people.
import type { GroupId, MemberId } from '../kernel/ids.ts';
import { annealer } from './allocation/anneal.ts';
import { chanceFrom } from './allocation/chance.ts';
import { explainSeating } from './allocation/explain.ts';
import type { Explanation } from './allocation/explanation.ts';
import { modelOf } from './allocation/model.ts';
import type { AllocationWish } from './allocation/wish.ts';
import type { How } from './events.ts';

export { explainSeating } from './allocation/explain.ts';
export type { Explanation } from './allocation/explanation.ts';
export { placeLate } from './allocation/late.ts';
export { pairKey } from './allocation/wish.ts';
export type { AllocationWish, Criteria, Person } from './allocation/wish.ts';

export interface AllocationResult {
  /** Every table in the order of the wish; members sorted by id. */
  readonly seating: readonly { readonly group: GroupId; readonly members: readonly MemberId[] }[];
  readonly how: Exclude<How, { by: 'hand' }>;
  readonly explanation: Explanation;
}

const stepsAPerson = 3000;
/** A hall of 2,000 takes no longer than it must; a dozen people deserve more than their share. */
const stepsMost = 600_000;
const stepsLeast = 20_000;
/** When something is left that is not proven unavoidable, and always for a few people, chance has another go; the best of them is taken. */
const goes = 3;
const few = 24;
/** While a pin is broken or somebody is alone, more of them, as long as all goes together stay well under a second on a slow machine. */
const goesMost = 12;
const stepsInAll = 1_200_000;
const falling = (from: number, by: number, times: number): readonly number[] => {
  const temperatures = [from];
  while (temperatures.length < times) temperatures.push((temperatures.at(-1) ?? from) * by);
  return temperatures;
};
/** A short while hot enough to pass through being alone, then where companions and cells are traded; at last only for the better. */
const balanced = [...falling(6400, 0.4, 7), ...falling(12, 0.966, 80), 0];
/** Another go because somebody is alone, or a pin broken: slowly through the heat at which that is settled, kinds at small tables most of all. */
const patient = [...falling(3000, 0.9, 40), ...falling(12, 0.966, 80), 0];
/** Never hot enough to trade choices: these are as good as can be from the start. */
const byChoice = [...falling(60, 0.95, 80), 0];
/** Steps between two reports of progress: a few milliseconds. */
const breath = 5000;

/** As much as one person who is alone; anything less is only a cell of the mix. */
const grave = 1000;
/** What is left to wish for, the gravest first: pins, people alone, cells outside, without what is proven unavoidable. */
const leftOver = ({ pins, alone, outside }: Explanation, byTheme: boolean): number =>
  pins.broken.filter(({ impossible }) => impossible === null).length * grave * 1000 +
  alone.filter(({ unavoidable }) => !unavoidable).length * grave +
  (byTheme ? 0 : outside.cells - outside.unavoidable);

/** Yields progress (0…1) every few milliseconds, so that a page can do it between two frames. */
export function* allocateInSteps(wish: AllocationWish): Generator<number, AllocationResult> {
  const model = modelOf(wish);
  const chance = chanceFrom(wish.seed);
  const byTheme = wish.preferences !== null;
  const free = model.fixed.filter((at) => at === -1).length;
  const stepsOfGo = Math.min(stepsMost, Math.max(stepsLeast, free * stepsAPerson));
  const patience = Math.max(goes, Math.min(goesMost, Math.floor(stepsInAll / stepsOfGo)));
  let best: (Pick<AllocationResult, 'seating' | 'explanation'> & { readonly left: number; readonly cost: number }) | null = null;
  for (let go = 0; ; go++) {
    const worse = best !== null && best.left >= grave;
    if (go >= (worse ? patience : goes) || (best?.left === 0 && free > few)) break;
    const temperatures = byTheme ? byChoice : worse ? patient : balanced;
    const steps = Math.ceil(stepsOfGo / temperatures.length);
    const anneal = annealer(model, chance);
    let since = 0;
    for (const [level, temperature] of temperatures.entries()) {
      for (let done = 0; done < steps; done += breath) {
        const some = Math.min(breath, steps - done);
        anneal.run(some, temperature);
        since += some;
        if (since < breath) continue;
        since = 0;
        // Nobody knows how many goes there will be: always onwards, never there.
        yield 1 - 1 / (1 + go + level / temperatures.length);
      }
    }
    const seats = anneal.seats();
    const seating = model.groups.map((group, t) => ({
      group,
      members: model.people.flatMap(({ member }, i) => (seats[i] === t ? [member] : [])),
    }));
    const explanation = explainSeating(wish.people, seating, wish.criteria, wish.past, wish);
    const left = leftOver(explanation, byTheme);
    const cost = anneal.cost();
    if (best === null || left < best.left || (left === best.left && cost < best.cost)) best = { left, cost, seating, explanation };
  }
  if (best === null) throw new Error('an allocation has at least one go');
  return { seating: best.seating, how: howOf(wish, best.explanation), explanation: best.explanation };
}

/** The same at one go: under a quarter of a second for 90 people and 11 tables. */
export const allocate = (wish: AllocationWish): AllocationResult => {
  const steps = allocateInSteps(wish);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
};

const howOf = (
  { seed, criteria }: AllocationWish,
  { outside, alone, pins, pairs, newPairs, preferences }: Explanation,
): AllocationResult['how'] =>
  preferences === null
    ? {
        by: 'balanced',
        seed,
        attributes: [...criteria.attributes],
        neverAlone: [...criteria.neverAlone],
        outside: outside.cells,
        alone: alone.length,
        pinsBroken: pins.broken.length,
        pairs,
        newPairs,
      }
    : { by: 'theme', asked: preferences.asked, first: preferences.first, second: preferences.second };
