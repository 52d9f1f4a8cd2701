// Stories of words and texts: hidden with one key, merged, split, released, and each of it taken back.
import { describe, expect, it } from 'vitest';
import { textIdOf } from './counting.ts';
import { pollLists } from './lists.ts';
import {
  P1,
  answering,
  asking,
  closing,
  draft,
  facilitator,
  kinds,
  member,
  answer,
  publishing,
  wordsOf,
  write,
  pollStateOf,
} from './testing.testkit.ts';
import type { Scenario } from '../kernel/scenario.ts';

const review = (story: Scenario) => pollLists['poll.review'].rows(pollStateOf(story), story.viewContext(), `${P1}.1`);
const result = (story: Scenario) => pollLists['poll.result'].rows(pollStateOf(story), story.viewContext(), `${P1}.1`);
const hide = (what: object, hidden = true) => ({ type: 'poll.hide', poll: P1, round: 1, what, hidden });
const word = (key: string) => ({ kind: 'word', key });

const cloud = () =>
  answering(asking(6, draft(kinds.words)), [
    wordsOf('albero', 'verde'),
    wordsOf('Alberi'),
    wordsOf('alberi', 'Rossi ladro'),
    wordsOf('merda'),
    wordsOf('papà'),
    wordsOf('papa'),
  ]).when(closing, facilitator);
const labels = (story: Scenario) => result(story)?.table?.map(({ label, count }) => [label, count]);

describe('words', () => {
  it('[PO12] one key takes a word off every screen; it is counted and kept', () => {
    const story = cloud()
      .when(publishing, facilitator)
      .when(hide(word('rossi ladro')), facilitator)
      .then({ type: 'poll.curated' });
    for (const role of ['member', 'screen'] as const) expect(JSON.stringify(story.view(role))).not.toContain('ladro');
    expect(JSON.stringify(result(story))).not.toContain('ladro');
    expect(result(story)).toMatchObject({ result: { hidden: 1 } });
    expect(review(story)?.hidden.map(({ label }) => label)).toEqual(['Rossi ladro']);
    story.when(hide(word('rossi ladro')), facilitator).thenNothing();
    story.when(hide(word('rossi ladro'), false), facilitator).then({ act: { kind: 'unhide' } });
    expect(JSON.stringify(story.view('screen'))).toContain('ladro');
  });
  it('[PO7] a merge is suggested, applied by a person, and undone', () => {
    const story = cloud();
    expect(review(story)?.suggestions).toMatchObject([{ from: 'albero', into: 'alberi', reason: 'number' }]);
    story
      .when({ type: 'poll.merge', poll: P1, round: 1, from: 'albero', into: 'alberi' }, facilitator)
      .then({ type: 'poll.curated', act: { kind: 'merge' } });
    const act = story.seq;
    story.when(publishing, facilitator);
    expect(labels(story)).toContainEqual(['albero', 3]);
    story.when({ type: 'poll.uncurate', poll: P1, round: 1, act }, facilitator).then({ type: 'poll.uncurated', act });
    expect(labels(story)).toContainEqual(['Alberi', 2]);
    story.when({ type: 'poll.uncurate', poll: P1, round: 1, act }, facilitator).thenNothing();
  });
  it("[PO7] the key's own merge is split by a person", () => {
    const story = cloud()
      .when({ type: 'poll.split', poll: P1, round: 1, key: 'papa', spellings: ['papà'] }, facilitator)
      .when(publishing, facilitator);
    expect(labels(story)).toContainEqual(['papà', 1]);
    expect(labels(story)).toContainEqual(['papa', 1]);
    story
      .when({ type: 'poll.split', poll: P1, round: 1, key: 'papa', spellings: ['papa', 'papà'] }, facilitator)
      .refused('poll.cannotSplit');
  });
  it('[PO7] a held word waits for a person and is on no screen until released', () => {
    const story = cloud().when(publishing, facilitator);
    expect(JSON.stringify([story.view('member'), story.view('screen'), result(story)])).not.toContain('merda');
    expect(result(story)).toMatchObject({ result: { held: 1 } });
    story.when({ type: 'poll.release', poll: P1, round: 1, key: 'merda' }, facilitator).then({ act: { kind: 'release', key: 'merda' } });
    expect(labels(story)).toContainEqual(['merda', 1]);
  });
  it('[PO7] the last act of curation is the step that undo takes back', () => {
    const story = cloud().when({ type: 'poll.merge', poll: P1, round: 1, from: 'albero', into: 'alberi' }, facilitator);
    story.when({ type: 'poll.undo', seq: story.seq }, facilitator).then({ type: 'poll.uncurated' });
  });
  it('[PO7] entries of a closed question are never in a fact', () => {
    expect(JSON.stringify(cloud().log)).not.toMatch(/verde|ladro/);
  });
});

describe('texts', () => {
  const texts = () =>
    answering(asking(4, draft(kinds.text)), [write('Più alberi'), write('Il signor Bianchi del 3 ruba'), write('Più alberi')]).when(
      closing,
      facilitator,
    );
  const insult = { kind: 'text', text: textIdOf('Il signor Bianchi del 3 ruba') };
  it('[PO12] one key takes a text off every screen; the log does not repeat it', () => {
    const story = texts().when(publishing, facilitator).when(hide(insult), facilitator).then({ type: 'poll.curated' });
    for (const seen of [story.view('member'), story.view('screen'), result(story)]) expect(JSON.stringify(seen)).not.toContain('Bianchi');
    expect(story.view('member')).toMatchObject({ poll: { now: { result: { hidden: 1, texts: [{ text: 'Più alberi', count: 2 }] } } } });
    expect(JSON.stringify(story.log)).not.toContain('Bianchi');
    expect(review(story)?.texts.find(({ hidden }) => hidden)?.text).toContain('Bianchi');
  });
  it('[PO12] a text that nobody wrote cannot be hidden, nor anything while the question is open and hidden', () => {
    texts()
      .when(hide({ kind: 'text', text: 'tnobodyx' }), facilitator)
      .refused('poll.noSuchText');
    asking(2, draft(kinds.text))
      .when(answer(write('Più alberi')), member(1))
      .when(hide({ kind: 'text', text: textIdOf('Più alberi') }), facilitator)
      .refused('poll.stillHidden');
  });
  it('[PO12] while a live question is open an insult can be hidden at once', () => {
    const story = asking(2, draft(kinds.text, { live: true })).when(answer(write('insulto')), member(1));
    expect(JSON.stringify(story.view('screen'))).toContain('insulto');
    story.when(hide({ kind: 'text', text: textIdOf('insulto') }), facilitator);
    expect(JSON.stringify(story.view('screen'))).not.toContain('insulto');
  });
  it('different texts have different fingerprints, equal ones the same', () => {
    const some = Array.from({ length: 20_000 }, (_, i) => textIdOf(`testo ${i}`));
    expect(new Set(some).size).toBe(some.length);
    expect(textIdOf('Più  alberi ')).toBe(textIdOf('Più alberi'));
  });
});
