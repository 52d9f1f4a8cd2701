/* "41-48, 60": which seats are meant. A range needs numbers; a label that is not a number is taken as it is written. Pure. */
import { fold } from './deskSearch.ts';
import type { DeskPerson } from './deskTypes.ts';

export const pickSeats = (people: readonly DeskPerson[], written: string): readonly DeskPerson[] => {
  const tests = written
    .split(/[,;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const range = /^(\d{1,5})\s*[-–]\s*(\d{1,5})$/u.exec(part);
      if (!range) return (seat: string) => fold(seat) === fold(part);
      const [from, to] = [Number(range[1]), Number(range[2])];
      return (seat: string) => /^\d+$/u.test(seat) && Number(seat) >= Math.min(from, to) && Number(seat) <= Math.max(from, to);
    });
  return people.filter(({ seat }) => tests.some((test) => test(seat)));
};
