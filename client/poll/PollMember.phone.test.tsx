// The question on a phone, on what phones really run: choosing, sending, received, waiting, late, replaced, in words that are true.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { Scenario } from '../../shared/kernel/scenario.ts';
import {
  answer,
  answering,
  asking,
  closing,
  desk,
  draft,
  facilitator,
  kinds,
  listener,
  member,
  memberId,
  P1,
  pick,
  pollStateOf,
  publishing,
  shade,
  water,
  wordsOf,
} from '../../shared/poll/testing.testkit.ts';
import { pollMine, pollViews } from '../../shared/poll/view.ts';
import { InLang, loadLang } from '../kernel/i18n.ts';
import { fetchLater } from '../kernel/later.tsx';
import type { PendingWish, Send } from '../kernel/send.ts';
import { act, click, draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { PollAudience } from './PollAudience.tsx';
import { PollMember } from './PollMember.tsx';
import type { PollPhoneProps } from './phoneProps.ts';

let wishes: Parameters<Send>[0][] = [];
let answerTo: (reply: Reply) => void = () => undefined;
const send: Send = (wish) => {
  wishes.push(wish);
  return new Promise((done) => {
    answerTo = done;
  });
};
/** The server's answer arrives, and the page settles. */
const replied = async (reply: Reply): Promise<void> => {
  answerTo(reply);
  await Promise.resolve();
  await Promise.resolve();
  act(() => undefined);
};
beforeEach(() => {
  wishes = [];
  localStorage.clear();
});

const propsOf = (story: Scenario, who = 1): PollPhoneProps => ({
  view: pollViews.member(pollStateOf(story), story.viewContext()),
  mine: pollMine.member(pollStateOf(story), story.viewContext(), member(who)),
  send,
  pending: [],
  online: true,
  now: story.now,
  timeZone: 'Europe/Rome',
  onRetry: () => undefined,
});
const row = (page: Drawn, words: string): HTMLInputElement => {
  const found = page
    .all('label')
    .find((label) => label.textContent.includes(words))
    ?.querySelector('input');
  if (!(found instanceof HTMLInputElement)) throw new Error(`no choice ${words}`);
  return found;
};
const button = (page: Drawn, words: string): HTMLElement => {
  const found = page.all('button').find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button ${words} in ${page.host.textContent}`);
  return found;
};
const inOutbox = (): PendingWish[] => wishes.map((command, index) => ({ id: `wish${index}`, command, since: 0, tries: 1, keep: true }));

describe('choosing', () => {
  it('[PO3] a push touches nothing of what is half chosen', () => {
    const story = asking(5, draft(kinds.multiple));
    const page = draw(<PollMember {...propsOf(story)} />);
    click(row(page, 'Ombra'));
    story.when(answer(pick(water)), member(2)).when(answer(pick(shade)), member(3));
    page.again(<PollMember {...propsOf(story)} />);
    expect(row(page, 'Ombra').checked).toBe(true);
    expect(row(page, 'Acqua').checked).toBe(false);
  });
  it('[K8] what was being chosen is still there when the phone comes back', () => {
    const story = asking(5);
    const page = draw(<PollMember {...propsOf(story)} />);
    click(row(page, 'Acqua'));
    const again = draw(<PollMember {...propsOf(story)} />);
    expect(row(again, 'Acqua').checked).toBe(true);
  });
  it('[IN3] nothing chosen: the button stays active, says what to do, and sends nothing', () => {
    const page = draw(<PollMember {...propsOf(asking(5))} />);
    click(button(page, 'Invia la risposta'));
    expect(page.one('[role="alert"]').textContent).toContain('Scegli una risposta, anche «Non so»');
    expect(wishes).toEqual([]);
  });
  it('[PO3] «Non so» is the last choice, and is sent as such', () => {
    const page = draw(<PollMember {...propsOf(asking(5))} />);
    expect(page.all('.choice').at(-1)?.textContent).toContain('Non so');
    click(row(page, 'Non so'));
    click(button(page, 'Invia la risposta'));
    expect(wishes).toMatchObject([{ type: 'poll.answer', poll: P1, round: 1, edit: 1, answer: { kind: 'dontknow' } }]);
  });
  it('[PO7] a word of 41 characters is not sent and not cut; one of 40 is', () => {
    const page = draw(<PollMember {...propsOf(asking(5, draft(kinds.words)))} />);
    type(page.one('input'), 'a'.repeat(41));
    click(button(page, 'Invia'));
    expect(wishes).toEqual([]);
    expect(page.host.textContent).toContain('troppo lunga');
    type(page.one('input'), 'a'.repeat(40));
    click(button(page, 'Invia'));
    expect(wishes).toMatchObject([{ answer: { kind: 'words', entries: ['a'.repeat(40)] } }]);
  });
  it('[PO7] words are added, removed, and the one still in the field goes with them', () => {
    const page = draw(<PollMember {...propsOf(asking(5, draft(kinds.words)))} />);
    type(page.one('input'), 'verde');
    click(button(page, 'Aggiungine'));
    type(page.one('input'), 'acqua');
    click(button(page, 'Aggiungine'));
    click(button(page, 'Togli'));
    type(page.one('input'), 'tempi certi');
    click(button(page, 'Invia'));
    expect(wishes).toMatchObject([{ answer: { kind: 'words', entries: ['acqua', 'tempi certi'] } }]);
  });
  it('[PO10] what is not translated is shown in its own language and says which', async () => {
    await loadLang('en');
    const story = asking(5);
    const props = { ...propsOf(story), view: pollViews.member(pollStateOf(story), story.viewContext('en')) };
    const page = draw(
      <InLang lang="en">
        <PollMember {...props} />
      </InLang>,
    );
    expect(page.one('h1').textContent).toBe('What is missing most?');
    expect(page.one('.choice bdi').lang).toBe('it');
  });
});

describe('sent', () => {
  it('[K8] without a line the answer is shown as waiting, not as sent; «ricevuta» only when the server has it', async () => {
    const story = asking(5);
    const page = draw(<PollMember {...propsOf(story)} />);
    click(row(page, 'Ombra'));
    click(button(page, 'Invia la risposta'));
    page.again(<PollMember {...propsOf(story)} pending={inOutbox()} online={false} />);
    expect(page.host.textContent).toContain('Non ancora inviata');
    expect(page.one('.mine.waiting').textContent).toContain('Ombra');
    expect(page.host.textContent).not.toContain('ricevuta');
    await replied({ ok: true, done: 'done', at: 0 });
    page.again(<PollMember {...propsOf(story)} />);
    expect(page.host.textContent).toContain('Risposta ricevuta');
    story.when(answer(pick(shade)), member(1));
    page.again(<PollMember {...propsOf(story)} />);
    expect(page.one('.mine').textContent).toBe('Ombra');
  });
  it('[PO3] a change carries the next edit number', () => {
    const story = asking(5).when(answer(pick(shade)), member(1));
    const page = draw(<PollMember {...propsOf(story)} />);
    click(button(page, 'Cambia risposta'));
    expect(row(page, 'Ombra').checked).toBe(true);
    click(row(page, 'Acqua'));
    click(button(page, 'Invia la risposta'));
    expect(wishes).toMatchObject([{ edit: 2, answer: pick(water) }]);
  });
  it('[K1] a refusal is said in words, and what was chosen is still there', async () => {
    const story = asking(5);
    const page = draw(<PollMember {...propsOf(story)} />);
    click(row(page, 'Ombra'));
    click(button(page, 'Invia la risposta'));
    await replied({ ok: false, code: 'poll.handsFull', at: 0 });
    page.again(<PollMember {...propsOf(story)} />);
    expect(page.one('[role="alert"]').textContent).toContain('Non hai alzato la mano'.slice(4));
    expect(row(page, 'Ombra').checked).toBe(true);
  });
  it('[K7] an answer that came after the close is said not to be counted, with the hour', async () => {
    const story = asking(5);
    const page = draw(<PollMember {...propsOf(story)} />);
    click(row(page, 'Ombra'));
    click(button(page, 'Invia la risposta'));
    story.when(closing, facilitator);
    await replied({ ok: false, code: 'poll.tooLate', params: { closedAt: story.now }, at: 0 });
    page.again(<PollMember {...propsOf(story)} />);
    expect(page.host.textContent).toContain('La tua risposta non è stata contata');
    expect(page.host.textContent).toMatch(/si è chiusa alle 9\.0\d/u);
    click(button(page, 'Ho capito'));
    expect(page.host.textContent).toContain('Domanda chiusa');
  });
  it('[K7] a change that came late leaves the earlier answer, and says so', async () => {
    const story = asking(5).when(answer(pick(shade)), member(1));
    const page = draw(<PollMember {...propsOf(story)} />);
    click(button(page, 'Cambia risposta'));
    click(row(page, 'Acqua'));
    click(button(page, 'Invia la risposta'));
    story.when(closing, facilitator);
    await replied({ ok: false, code: 'poll.tooLate', params: { closedAt: story.now }, at: 0 });
    page.again(<PollMember {...propsOf(story)} />);
    expect(page.host.textContent).toContain('Vale la risposta che avevi inviato prima');
    expect(page.one('.mine').textContent).toBe('Ombra');
  });
  it('[PO4] once the box is sealed a counted answer is not said to be late', async () => {
    const story = asking(5);
    const page = draw(<PollMember {...propsOf(story)} />);
    click(row(page, 'Ombra'));
    click(button(page, 'Invia la risposta'));
    story.when(answer(pick(shade)), member(1));
    await replied({ ok: true, done: 'done', at: 0 });
    page.again(<PollMember {...propsOf(story)} />);
    story.when(closing, facilitator);
    // After the seal nothing in the box is anybody's.
    const again = draw(<PollMember {...propsOf(story)} mine={null} />);
    expect(again.host.textContent).not.toContain('non è stata contata');
  });
});

describe('who cannot answer', () => {
  it('[PO9] a member whose sheet was entered reads it, and has nothing to press', () => {
    const story = asking(5).when(
      { type: 'poll.answerOnPaper', poll: P1, round: 1, member: memberId(1), edit: 1, answer: pick(water) },
      desk,
    );
    const page = draw(<PollMember {...propsOf(story)} />);
    expect(page.host.textContent).toContain('Hai risposto con il foglio');
    expect(page.one('.mine').textContent).toBe('Acqua');
    expect(page.all('button')).toEqual([]);
  });
  it('[PO1] a member who is out of the hall is told why, before choosing', () => {
    const page = draw(<PollMember {...propsOf(asking(5), 9)} />);
    expect(page.host.textContent).toContain('Risulti fuori dalla sala');
    expect(page.all('input')).toEqual([]);
  });
});

describe('results', () => {
  beforeAll(() => fetchLater());
  it('[PO1] closed and not published: the phone shows my answer and no number but how many answered', () => {
    const story = answering(asking(5), [pick(shade), pick(shade), pick(water)]).when(closing, facilitator);
    const page = draw(<PollMember {...propsOf(story)} />);
    expect(page.host.textContent).toContain('3 di 5 hanno risposto');
    expect(page.all('.bars, table')).toEqual([]);
  });
  it('[PO5] published: the same numbers as the view, with my answer', () => {
    const story = answering(asking(5), [pick(shade), pick(shade), pick(water)])
      .when(closing, facilitator)
      .when(publishing, facilitator);
    const page = draw(<PollMember {...propsOf(story)} />);
    expect(page.all('table tbody tr').map((line) => line.textContent)).toEqual([
      'Ombra267\u00a0%',
      'Acqua133\u00a0%',
      'Alberi00\u00a0%',
      'Non so00\u00a0%',
    ]);
    expect(page.host.textContent).toContain('3 risposte, 5 presenti.');
    expect(page.one('.mine').textContent).toBe('Ombra');
  });
  it('[PO2] the audience reads how many answered, without a base', () => {
    const story = asking(5, draft(kinds.words, { electorate: 'audience' })).when(answer(wordsOf('verde')), listener(1));
    const page = draw(
      <PollAudience
        {...propsOf(story)}
        view={pollViews.audience(pollStateOf(story), story.viewContext())}
        mine={pollMine.audience(pollStateOf(story), story.viewContext(), listener(1))}
      />,
    );
    expect(page.host.textContent).toContain('Risposta ricevuta');
    expect(page.host.textContent).toContain('1 risposta');
    expect(page.host.textContent).not.toContain('hanno risposto');
    expect(page.all('.seats')).toEqual([]);
  });
});
