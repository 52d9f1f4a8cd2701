// Where an annealing begins: everybody at a table, sizes even. Those kept first, then people bound together, the largest block first, where most
// chairs are free; then the others as chance has it; by theme, choices are then met as well as they can be.
import type { Chance } from './chance.ts';
import { bestChoices } from './choices.ts';
import type { Model } from './model.ts';

const shuffled = <T>(some: readonly T[], chance: Chance): readonly T[] =>
  some
    .map((one) => ({ one, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Table of each person. There is at least one table. */
export const startSeats = (model: Model, chance: Chance): Int32Array => {
  const { people, groups, fixed, base, mayGrow, extra, blocks } = model;
  const seat = Int32Array.from(fixed);
  const chairs = Int32Array.from(base);
  const growable = groups.flatMap((_, t) => (mayGrow[t] === 1 ? [t] : []));
  for (const table of shuffled(growable, chance).slice(0, extra)) chairs[table] = (chairs[table] ?? 0) + 1;
  const sit = (person: number, table: number): void => {
    seat[person] = table;
    chairs[table] = (chairs[table] ?? 0) - 1;
  };
  fixed.forEach((table, person) => {
    if (table !== -1) sit(person, table);
  });
  const roomiest = (): number => chairs.reduce((best, free, t) => (free > (chairs[best] ?? 0) ? t : best), 0);
  for (const block of [...shuffled(blocks, chance)].sort((x, y) => y.length - x.length)) {
    const host = block.find((person) => fixed[person] !== -1);
    let table = host === undefined ? roomiest() : (fixed[host] ?? 0);
    for (const person of block) {
      if (fixed[person] !== -1) continue;
      if (chairs[table] === 0) table = roomiest();
      sit(person, table);
    }
  }
  const left = [
    ...shuffled(
      people.flatMap((_, i) => (seat[i] === -1 ? [i] : [])),
      chance,
    ),
  ];
  groups.forEach((_, table) => {
    for (const person of left.splice(0, chairs[table] ?? 0)) sit(person, table);
  });
  return bestChoices(model, seat);
};
