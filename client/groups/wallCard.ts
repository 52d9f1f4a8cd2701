// How much of the instruction card the wall can carry: whole lines, then whole sentences, never a cut one (SC3). The rest is on the phones,
// and the wall says so. Pure, so that a test can measure it.

export interface CardOnWall {
  readonly lines: readonly string[];
  /** True when nothing of the card was left out. */
  readonly whole: boolean;
}

/** Lines of the wall that a text needs when `perLine` signs fit on one. */
export const wallLines = (text: string, perLine: number): number => Math.max(1, Math.ceil([...text].length / perLine));

/** A sentence ends at a full stop, a question or an exclamation mark; an hour (12.30) ends nothing. */
const sentences = (line: string): readonly string[] => line.match(/[^.!?؟]+(?:[.!?؟](?!\s|$)[^.!?؟]*)*[.!?؟]*\s*/gu) ?? [line];

export function cardOnWall(card: string, perLine: number, most: number): CardOnWall {
  const given = card.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const lines: string[] = [];
  let left = most;
  for (const line of given) {
    const need = wallLines(line, perLine);
    if (need <= left) {
      lines.push(line);
      left -= need;
      continue;
    }
    let part = '';
    for (const sentence of sentences(line)) {
      if (wallLines((part + sentence).trim(), perLine) > left) break;
      part += sentence;
    }
    if (left > 0 && part.trim() !== '') lines.push(part.trim());
    return { lines, whole: false };
  }
  return { lines, whole: true };
}
