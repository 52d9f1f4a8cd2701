// The console's part of a question: what is offered, what waits, what is refused in words. Views are made by the room itself.
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { Scenario } from '../../shared/kernel/scenario.ts';
import { pollLists } from '../../shared/poll/lists.ts';
import {
  answering,
  asking,
  closing,
  draft,
  facilitator,
  hall,
  kinds,
  P1,
  pick,
  pollStateOf,
  shade,
  water,
  wordsOf,
} from '../../shared/poll/testing.testkit.ts';
import { pollViews } from '../../shared/poll/view.ts';
import type { Send } from '../kernel/send.ts';
import { click, draw, press, type, type Drawn } from '../ui/render.testkit.tsx';
import { PaperForm } from './PollPaper.tsx';
import { PollConsoleNow } from './PollConsoleNow.tsx';
import { PollEditor } from './PollEditor.tsx';
import { PollQuick } from './PollQuick.tsx';
import { PollReview } from './PollReview.tsx';

let wishes: Parameters<Send>[0][] = [];
let replies: Reply[] = [];
const done: Reply = { ok: true, done: 'done', at: 0 };
const send: Send = (wish) => {
  wishes.push(wish);
  return Promise.resolve(replies.shift() ?? done);
};
beforeEach(() => {
  wishes = [];
  replies = [];
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});
/** The answers to wishes arrive and the page settles. */
const settle = async (): Promise<void> => {
  await act(async () => {
    await Promise.resolve();
    await Promise.resolve();
  });
};
const viewOf = (story: Scenario) => pollViews.facilitator(pollStateOf(story), story.viewContext());
const now = (story: Scenario) => <PollConsoleNow view={viewOf(story)} send={send} now={story.now} timeZone="Europe/Rome" seats={seats} />;
const seats = [1, 2, 3].map((n) => ({ member: `member000${n}`, seat: String(n) }));
const button = (page: Drawn, words: string): HTMLElement => {
  const found = page
    .all('button')
    .find((one) => one.textContent.includes(words) || one.getAttribute('aria-label')?.includes(words) === true);
  if (found === undefined) throw new Error(`no button ${words} in ${page.host.textContent}`);
  return found;
};

describe('a running question', () => {
  it('[PO1] open and hidden: the console shows how many and who is missing, no result', () => {
    const page = draw(now(answering(asking(5, draft(), 1), [pick(shade), pick(water)])));
    expect(page.one('.huge').textContent).toBe('2');
    expect(page.host.textContent).toContain('di 5 hanno risposto');
    expect(page.host.textContent).toContain('1 senza telefono (foglio)');
    expect(page.all('.bars, table')).toEqual([]);
  });
  it('[PO1] publishing before closing is explained, not done', () => {
    const page = draw(now(asking(5)));
    click(button(page, 'Pubblica'));
    expect(wishes).toEqual([]);
    expect(page.one('.why').textContent).toContain('Prima chiudi le risposte');
  });
  it('[PO1] «Pubblica» waits three seconds and can be taken back; then it is sent once', async () => {
    vi.useFakeTimers();
    const page = draw(now(answering(asking(5), [pick(shade)]).when(closing, facilitator)));
    click(button(page, 'Pubblica'));
    expect(page.host.textContent).toContain('Pubblico tra 3 secondi');
    click(button(page, 'Annulla'));
    await act(async () => vi.advanceTimersByTimeAsync(5000));
    expect(wishes).toEqual([]);
    click(button(page, 'Pubblica'));
    await act(async () => vi.advanceTimersByTimeAsync(5000));
    expect(wishes).toEqual([{ type: 'poll.publish', poll: P1, round: 1 }]);
  });
  it('[K1] a refusal is said beside the buttons', async () => {
    replies = [{ ok: false, code: 'poll.handsOver', params: { hands: 3, room: 2 }, at: 0 }];
    const page = draw(now(asking(5)));
    click(button(page, 'Chiudi le risposte'));
    await settle();
    expect(wishes).toEqual([{ type: 'poll.close', poll: P1, round: 1 }]);
    expect(page.one('.band.error').textContent).toContain('al massimo 2');
  });
  it('[PO12] a question is voided only with a reason', async () => {
    const page = draw(now(asking(5)));
    click(button(page, 'Altro'));
    click(button(page, 'Annulla la domanda…'));
    const go = page.all('dialog .btn.off, dialog .btn.primary').find((one) => one.textContent.includes('Annulla la domanda'));
    if (go === undefined) throw new Error('no button');
    click(go);
    expect(wishes).toEqual([]);
    type(page.one('dialog textarea'), 'Mancava una scelta');
    click(go);
    await settle();
    expect(wishes).toEqual([{ type: 'poll.void', poll: P1, round: 1, reason: 'Mancava una scelta' }]);
  });
});

describe('sheets', () => {
  const form = () => {
    const round = viewOf(asking(3)).rounds[0];
    if (round === undefined) throw new Error('no question');
    return draw(<PaperForm round={round} seats={seats} send={send} />);
  };
  const choose = (page: Drawn, words: string): void => {
    const found = page.all('label').find((one) => one.textContent.includes(words));
    if (found === undefined) throw new Error(words);
    click(found);
  };
  it('[PO9] a sheet goes in for a seat, and the form is ready for the next', async () => {
    const page = form();
    type(page.one('input.inp'), '2');
    choose(page, 'Acqua');
    click(button(page, 'Registra il foglio del posto 2'));
    await settle();
    expect(wishes).toEqual([{ type: 'poll.answerOnPaper', poll: P1, round: 1, member: 'member0002', edit: 1, answer: pick(water) }]);
    expect(page.host.textContent).toContain('Registrato il foglio del posto 2');
    expect(page.host.textContent).toContain('1 foglio registrato');
    expect(page.all('input').some((one) => one instanceof HTMLInputElement && one.checked)).toBe(false);
  });
  it('[PO9] a second sheet for a seat is asked back before it replaces', async () => {
    replies = [{ ok: false, code: 'poll.paperAlready', params: { edit: 1 }, at: 0 }];
    const page = form();
    type(page.one('input.inp'), '2');
    choose(page, 'Acqua');
    click(button(page, 'Registra il foglio'));
    await settle();
    expect(page.host.textContent).toContain('Il posto 2 ha già un foglio');
    click(button(page, 'Sostituisci il foglio del posto 2'));
    await settle();
    expect(wishes.at(-1)).toMatchObject({ edit: 2, answer: pick(water) });
  });
  it('a seat that is not there sends nothing', () => {
    const page = form();
    type(page.one('input.inp'), '99');
    choose(page, 'Acqua');
    click(button(page, 'Registra'));
    expect(wishes).toEqual([]);
    expect(page.host.textContent).toContain('Non c’è nessun posto 99');
  });
});

describe('words', () => {
  const story = () => answering(asking(5, draft(kinds.words)), [wordsOf('albero', 'ladro'), wordsOf('alberi')]).when(closing, facilitator);
  const review = () => {
    const one = story();
    const rows = pollLists['poll.review'].rows(pollStateOf(one), one.viewContext(), `${P1}.1`);
    if (rows === null) throw new Error('nothing to review');
    return draw(<PollReview rows={rows} poll={P1} round={1} send={send} />);
  };
  it('[PO12] one key hides the word that has the focus', () => {
    const page = review();
    press(button(page, 'Nascondi: ladro'), 'x');
    expect(wishes).toEqual([{ type: 'poll.hide', what: { kind: 'word', key: 'ladro' }, hidden: true, poll: P1, round: 1 }]);
  });
  it('[PO7] a suggested merge is applied by a person', () => {
    const page = review();
    click(button(page, 'Unisci «'));
    expect(wishes).toMatchObject([{ type: 'poll.merge', poll: P1, round: 1 }]);
  });
});

describe('writing a question', () => {
  it('[PO11] one line and Enter: written and opened at once', async () => {
    const page = draw(<PollQuick open onClose={() => undefined} send={send} block={null} present={77} mayOpen />);
    type(page.one('input'), 'Quando facciamo la pausa? / Adesso / Alle 11');
    press(page.one('input'), 'Enter');
    await settle();
    expect(wishes).toMatchObject([
      {
        type: 'poll.quick',
        draft: {
          kind: { kind: 'single' },
          question: { it: 'Quando facciamo la pausa?' },
          options: [{ text: { it: 'Adesso' } }, { text: { it: 'Alle 11' } }],
          live: false,
        },
      },
    ]);
  });
  it('[PO11] what is whole is saved by itself, what is not says what is missing', async () => {
    vi.useFakeTimers();
    const story = hall(3);
    const rows = pollLists['poll.drafts'].rows(pollStateOf(story));
    const page = draw(
      <PollEditor view={viewOf(story)} rows={rows} blocks={[]} attributes={[]} send={send} now={story.now} timeZone="Europe/Rome" />,
    );
    click(button(page, 'Domanda'));
    expect(page.host.textContent).toContain('Non salvata: manca la domanda');
    type(page.one('.poll-form-question input'), 'Che cosa manca?');
    await act(async () => vi.advanceTimersByTimeAsync(1000));
    expect(wishes).toEqual([]);
    const lines = page.all('.poll-lines input');
    lines.forEach((line, index) => type(line, `scelta ${index}`));
    await act(async () => vi.advanceTimersByTimeAsync(1000));
    expect(wishes).toMatchObject([
      { type: 'poll.draft', draft: { question: { original: 'it', it: 'Che cosa manca?' }, options: [{}, {}] } },
    ]);
  });
});
