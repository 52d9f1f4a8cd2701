// The wall of a question: legible from the last row, the same numbers as everywhere, nothing while it is hidden.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../shared/kernel/scenario.ts';
import {
  answering,
  asking,
  closing,
  draft,
  facilitator,
  kinds,
  member,
  answer,
  P1,
  pick,
  pollStateOf,
  publishing,
  shade,
  water,
  wordsOf,
} from '../../shared/poll/testing.testkit.ts';
import { pollViews } from '../../shared/poll/view.ts';
import { draw } from '../ui/render.testkit.tsx';
import { PollProjector, pollScene } from './PollProjector.tsx';

const roundOf = (story: Scenario) => {
  const round = pollViews.screen(pollStateOf(story), story.viewContext()).rounds[0];
  if (round === undefined) throw new Error('nothing on the wall');
  return round;
};
const wall = (story: Scenario) =>
  draw(<PollProjector round={roundOf(story)} now={story.now} timeZone="Europe/Rome" way="plenaria.local" />);

describe('the wall', () => {
  it('[SC8] opens with the question and the count, closes as closed, then shows the result', () => {
    const story = answering(asking(5), [pick(shade), pick(shade), pick(water)]);
    const open = wall(story);
    expect(open.host.textContent).toContain('Che cosa manca di più?');
    expect(open.one('.num').textContent).toBe('3');
    expect(open.host.textContent).toContain('di 5 hanno risposto');
    expect(open.all('.bars')).toEqual([]);
    story.when(closing, facilitator);
    expect(wall(story).host.textContent).toContain('Chiusa alle');
    story.when(publishing, facilitator);
    const page = wall(story);
    expect(page.all('table tbody tr').map((line) => line.textContent)).toEqual([
      'Ombra267\u00a0%',
      'Acqua133\u00a0%',
      'Alberi00\u00a0%',
      'Non so00\u00a0%',
    ]);
    expect(page.one('.wall-foot').textContent).toContain('3 risposte, 5 presenti.');
  });
  it('[SC6] no seat and no member on the wall', () => {
    const story = answering(asking(5), [pick(shade)])
      .when(closing, facilitator)
      .when(publishing, facilitator);
    expect(wall(story).host.innerHTML).not.toMatch(/member0|posto/iu);
  });
  it('[PO4] a second round lies over the first, with both numbers', () => {
    const story = answering(asking(5), [pick(shade), pick(shade), pick(water)])
      .when(closing, facilitator)
      .when(publishing, facilitator);
    story.when({ type: 'poll.repeat', poll: P1, round: 2 }, facilitator).when({ type: 'poll.open', poll: P1, round: 2 }, facilitator);
    story
      .when(answer(pick(water), 1, 2), member(1))
      .when({ ...closing, round: 2 }, facilitator)
      .when({ type: 'poll.publish', poll: P1, round: 2 }, facilitator);
    const page = wall(story);
    expect(page.all('.then').map((line) => line.textContent)).toContain('prima 2, ora 0');
    expect(page.all('.previous').length).toBeGreaterThan(0);
  });
  it('[PO7] the ranked table stands behind the cloud, whole words only', () => {
    const story = answering(asking(5, draft(kinds.words)), [wordsOf('mobilità sostenibile'), wordsOf('Mobilita’ sostenibile', 'verde')])
      .when(closing, facilitator)
      .when(publishing, facilitator);
    const page = wall(story);
    expect(page.all('ol.sr-only li').map((line) => line.textContent)).toEqual(['mobilità sostenibile: 2', 'verde: 1']);
    expect(page.all('.poll-cloud-words > span').map((word) => word.textContent)).toEqual(['mobilità sostenibile', 'verde']);
  });
  it('[SC8] the picture changes with the phase, not with the count', () => {
    const story = asking(5);
    const before = pollScene(roundOf(story));
    story.when(answer(pick(shade)), member(1));
    expect(pollScene(roundOf(story))).toBe(before);
    story.when(closing, facilitator);
    expect(pollScene(roundOf(story))).not.toBe(before);
  });
  it('[SC3] no size of type on the wall is under 40 px at 1080p', () => {
    const css = readFileSync(join(import.meta.dirname, 'wall.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '');
    const sizes = [...css.matchAll(/font-size:\s*([^;}]+)/gu)].map(([, size = '']) => size.trim());
    expect(sizes.length).toBeGreaterThan(15);
    for (const size of sizes) {
      const px = /calc\(([\d.]+) \* var\(--u\)\)/u.exec(size)?.[1];
      expect(size.startsWith('var(--t-') || Number(px) >= 40, size).toBe(true);
    }
  });
});
