// Two quick taps on what has changed in between are one.
import { expect, it } from 'vitest';
import { isSecondTap, type Press } from './secondTap.ts';

let clock = 1000;
const press = (words: string, more: Partial<Press> = {}, afterMs = 100): boolean => {
  clock += afterMs;
  return isSecondTap({ detail: 1, clientX: 100, clientY: 500, timeStamp: clock, pointerType: 'touch', ...more }, words);
};

it('[K3] a double tap does not press what has taken the place of the first', () => {
  expect(press('Chiedi la parola', {}, 1000)).toBe(false);
  expect(press('Ritira la mano')).toBe(true);
  expect(press('Ritira la mano')).toBe(true);
  expect(press('Ritira la mano', {}, 400)).toBe(false);
});
it('what still says the same is pressed again, and so is what stands elsewhere', () => {
  expect(press('Un punto in più', {}, 1000)).toBe(false);
  expect(press('Un punto in più')).toBe(false);
  expect(press('Un punto in meno', { clientX: 180 })).toBe(false);
});
it('[K3] a double click says so itself; two clicks of a quick mouse, and keys, all count', () => {
  const mouse = { pointerType: 'mouse' };
  expect(press('Avanti: tavolo 2', mouse, 1000)).toBe(false);
  expect(press('Avanti: tavolo 3', { ...mouse, detail: 2 })).toBe(true);
  expect(press('Avanti: tavolo 3', mouse)).toBe(false);
  expect(press('Avanti: tavolo 4', { detail: 0, clientX: 0, clientY: 0, pointerType: '' })).toBe(false);
  expect(press('Avanti: tavolo 5', { detail: 0, clientX: 0, clientY: 0, pointerType: '' })).toBe(false);
});
