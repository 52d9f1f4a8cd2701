// Two people in one note (BO9): both began from the same text, one was stored first. Where they touched different words both changes are
// kept; where they touched the same ones, or wrote in the same gap, nobody's words are thrown away: the caller refuses and says the text.
// Words, spaces and signs are the pieces: a merge inside a word would make a word that nobody wrote.
const piecesOf = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];

/** The pieces from `from` to `to` of the first text were replaced by `put`. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly put: readonly string[];
}
/** The shortest list of changes that makes `after` of `before`, by their longest common part. At most 1,120 × 280 cells (boardLimits.noteChars). */
const changesOf = (before: readonly string[], after: readonly string[]): readonly Change[] => {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  const width = columns + 1;
  const common = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      common[row * width + column] =
        before[head + row] === after[head + column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const changes: Change[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [from, first] = [row, column];
    while (row < rows || column < columns) {
      if (row < rows && column < columns && before[head + row] === after[head + column]) break;
      if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) row += 1;
      else column += 1;
    }
    if (row > from || column > first) changes.push({ from: head + from, to: head + row, put: after.slice(head + first, head + column) });
    while (row < rows && column < columns && before[head + row] === after[head + column]) [row, column] = [row + 1, column + 1];
  }
  return changes;
};

const same = (a: Change, b: Change): boolean => a.from === b.from && a.to === b.to && a.put.join('') === b.put.join('');
const touch = (a: Change, b: Change): boolean => a.from <= b.to && b.from <= a.to;

/** `was` → `now` is stored, `was` → `mine` wants to be: both together, or null where they touch. */
export const mergeText = (was: string, now: string, mine: string): string | null => {
  if (now === was || now === mine) return mine;
  if (mine === was) return now;
  const pieces = piecesOf(was);
  const theirs = changesOf(pieces, piecesOf(now));
  const own = changesOf(pieces, piecesOf(mine)).filter((change) => !theirs.some((other) => same(change, other)));
  if (own.some((change) => theirs.some((other) => touch(change, other)))) return null;
  const merged: string[] = [];
  let place = 0;
  for (const { from, to, put } of [...theirs, ...own].sort((a, b) => a.from - b.from)) {
    merged.push(...pieces.slice(place, from), ...put);
    place = to;
  }
  return [...merged, ...pieces.slice(place)].join('');
};
