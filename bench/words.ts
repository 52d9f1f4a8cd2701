// How still the word cloud stays (PO7): 600 entries of a hall arrive five at a time, as on the evening of a
// public presentation; after each five the cloud is laid out again. Counted: words that move more than 20 px
// (by their middle, what the eye follows; and by their corner, the harsher reading), words of the top ten that are
// missing, overlaps, time. Run: node bench/words.ts. Text is measured by a table of letter widths near Titillium Web.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { groupWords, shown } from '../shared/poll/cloud-words.ts';
import type { WordEntry } from '../shared/poll/cloud-words.ts';
import { layoutCloud } from '../shared/poll/cloud-layout.ts';
import type { CloudLayout, Measure } from '../shared/poll/cloud-layout.ts';

const WALL = { w: 1100, h: 740 };
const MAX_WORDS = 40;
const AT_A_TIME = 5;
const MOVED_PX = 20;

const widthOf = (char: string): number =>
  /[iljtf' .,;:!|]/u.test(char) ? 0.26 : /[mwMW@]/u.test(char) ? 0.82 : /[A-Z]/u.test(char) ? 0.6 : 0.52;
export const measureByTable: Measure = (text, fontPx, bold) => ({
  w: [...text].reduce((sum, char) => sum + widthOf(char), 0) * fontPx * (bold ? 1.05 : 1),
  h: fontPx * 1.05,
});

export interface WordsBench {
  readonly updates: number;
  /** Share of words, of those in two pictures one after the other, whose middle (corner) moved more than 20 px. */
  readonly movedShare: number;
  readonly movedShareByCorner: number;
  readonly worstUpdateShare: number;
  readonly updatesOver15Percent: number;
  readonly topTenMissing: number;
  readonly overlaps: number;
  readonly wordsAtEnd: number;
  readonly omittedAtEnd: number;
  readonly floorAtEnd: number | null;
  readonly largestPxAtEnd: number;
  readonly groupMsMean: number;
  readonly layoutMsMean: number;
  readonly layoutMsP95: number;
  readonly layoutMsMax: number;
}

function readEntries(): readonly WordEntry[] {
  const file = readFileSync(new URL('../shared/poll/testdata/word-entries-it.csv', import.meta.url), 'utf8').trim();
  return Papa.parse<string[]>(file)
    .data.slice(1)
    .map(([person = '', text = ''], order) => ({ person, text, order }));
}

/** Lays the whole evening out, five entries at a time. Numbers only, nothing printed. */
export function benchWords(): WordsBench {
  const entries = readEntries();
  const times: number[] = [];
  const shares: number[] = [];
  let [both, moved, movedByCorner, topTenMissing, overlaps, groupMs] = [0, 0, 0, 0, 0, 0];
  let layout: CloudLayout | null = null;
  let floor: number | null = null;
  for (let upTo = AT_A_TIME; upTo <= entries.length; upTo += AT_A_TIME) {
    const begun = performance.now();
    const show = shown(groupWords(entries.slice(0, upTo)).groups, MAX_WORDS);
    const words = show.words.map(({ id, label, count }) => ({ key: id, label, count }));
    const grouped = performance.now();
    const next: CloudLayout = layoutCloud(layout, words, WALL, measureByTable);
    times.push(performance.now() - grouped);
    groupMs += grouped - begun;
    const was = new Map((layout?.words ?? []).map((word) => [word.key, word]));
    const pairs = next.words.flatMap((word) => {
      const old = was.get(word.key);
      return old ? [{ word, old }] : [];
    });
    const far = pairs.filter(
      ({ word, old }) => Math.hypot(word.x + word.w / 2 - old.x - old.w / 2, word.y + word.h / 2 - old.y - old.h / 2) > MOVED_PX,
    ).length;
    both += pairs.length;
    moved += far;
    movedByCorner += pairs.filter(({ word, old }) => Math.hypot(word.x - old.x, word.y - old.y) > MOVED_PX).length;
    if (pairs.length > 0) shares.push(far / pairs.length);
    const there = new Set(next.words.map(({ key }) => key));
    topTenMissing += words.slice(0, 10).filter(({ key }) => !there.has(key)).length;
    next.words.forEach((a, i) =>
      next.words.slice(i + 1).forEach((b) => {
        if (a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h) overlaps++;
      }),
    );
    layout = next;
    floor = show.floor;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    updates: times.length,
    movedShare: round(moved / both, 4),
    movedShareByCorner: round(movedByCorner / both, 4),
    worstUpdateShare: round(Math.max(...shares), 4),
    updatesOver15Percent: shares.filter((share) => share >= 0.15).length,
    topTenMissing,
    overlaps,
    wordsAtEnd: layout?.words.length ?? 0,
    omittedAtEnd: layout?.omitted.length ?? 0,
    floorAtEnd: floor,
    largestPxAtEnd: Math.max(0, ...(layout?.words ?? []).map(({ fontPx }) => fontPx)),
    groupMsMean: round(groupMs / times.length, 2),
    layoutMsMean: round(times.reduce((sum, ms) => sum + ms, 0) / times.length, 2),
    layoutMsP95: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0, 2),
    layoutMsMax: round(sorted.at(-1) ?? 0, 2),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) console.table(benchWords());
