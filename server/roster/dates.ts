// Days as people write them in a list: 30/06/2027, 30.6.2027, 30-06-2027, 2027-06-30. Day before month, as everywhere in Europe.
// A day that does not exist (31/06) is told apart from something that is no date: the advice differs.

export type ReadDate =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'impossible'; readonly month: number; readonly days: number }
  | { readonly kind: 'unclear' };

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (value: number): string => String(value).padStart(2, '0');

export const readDate = (written: string): ReadDate => {
  const european = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(written);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/u.exec(written);
  const [year, month, day] = european
    ? [european[3], european[2], european[1]].map(Number)
    : iso
      ? [iso[1], iso[2], iso[3]].map(Number)
      : [];
  if (year === undefined || month === undefined || day === undefined) return { kind: 'unclear' };
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return { kind: 'unclear' };
  const days = daysOf(year, month);
  if (day < 1 || day > days) return { kind: 'impossible', month, days };
  return { kind: 'day', day: `${String(year)}-${two(month)}-${two(day)}` };
};
