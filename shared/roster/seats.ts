// Order of the seats as people read them: 2 before 10, A2 before A10. Plain code, not the locale of a machine: the order is written
// into facts (the roll of a session) and must be the same everywhere (K4).

const parts = (seat: string): readonly string[] => seat.match(/\d+|\D+/gu) ?? [];
const digits = /^\d+$/u;

export const compareSeats = (a: string, b: string): number => {
  const left = parts(a);
  const right = parts(b);
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const x = left[place];
    const y = right[place];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    if (x === y) continue;
    if (digits.test(x) && digits.test(y) && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return 0;
};
