// A member's and a table facilitator's page as wholes, while the day goes on: a sub-page gives way to what is new, nothing that was typed is
// lost, and the phone's own back button closes a sub-page.
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardIdSchema } from '../../shared/kernel/ids.ts';
import { plan as boardPlan } from '../../shared/board/testing.testkit.ts';
import {
  assign,
  B,
  close,
  entered,
  facilitator,
  opened,
  phone,
  plan,
  seats,
  split,
  T,
  tableOf,
  who,
} from '../../shared/floor/testing.testkit.ts';
import type { Actor } from '../../shared/kernel/audience.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { scenario, type Scenario } from '../../shared/kernel/scenario.ts';
import { italian } from '../../shared/kernel/text.ts';
import { draft, kinds, P1 } from '../../shared/poll/testing.testkit.ts';
import { sessionRooms } from '../../shared/rooms.ts';
import { lineOf, ok, settled, within } from '../floor/phone/fixture.testkit.tsx';
import { fetchLater } from '../kernel/later.tsx';
import type { Send } from '../kernel/send.ts';
import { act, click, draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { Member } from './Member.tsx';
import { Table } from './Table.tsx';
import { welcomed } from './Welcome.tsx';

const hall = (): Scenario =>
  scenario(sessionRooms, { assembly: seats(6) })
    .given(
      {
        ...{ type: 'session.created', v: 1, assembly: 'assembly01', assemblyName: 'Clima', title: italian('Seconda plenaria') },
        ...{ day: '2026-11-21', timeZone: 'Europe/Rome', place: '', code: 'K7M4QX', demo: false },
      },
      { type: 'session.doorsOpened', v: 1 },
      ...[1, 2, 3, 4].map(entered),
      opened(6),
    )
    .when(plan(2), facilitator)
    .when(assign(1, [1, 2], [3, 4]), facilitator);
const boardOf = (n: number) => boardIdSchema.parse(`board000${n}`);
/** At the tables, each with a board in silence. */
const boards = (story: Scenario): Scenario => {
  const plans = [1, 2].map((n) => boardPlan(boardOf(n), { group: T(n), silent: true, areas: boardPlan().areas.slice(0, 1) }));
  return story
    .when({ type: 'board.prepare', plans }, facilitator)
    .when({ type: 'board.open', boards: [boardOf(1), boardOf(2)] }, facilitator);
};
const working = () => boards(hall().when(split(), facilitator));
const recall = { type: 'groups.recall', round: 1 };
const question = { type: 'poll.quick', poll: P1, draft: draft(kinds.yesno) };

beforeAll(async () => {
  await fetchLater();
  await fetchLater('tables');
});
beforeEach(() => {
  localStorage.clear();
  welcomed.set('yes');
});
const show = async (story: Scenario, actor: Actor, answer: Reply = ok) => {
  const wishes: Parameters<Send>[0][] = [];
  const line = {
    ...lineOf(story, actor),
    send: (wish: Parameters<Send>[0]) => {
      wishes.push(wish);
      return Promise.resolve(answer);
    },
  };
  if (actor.role === 'system') throw new Error('nobody');
  const { role } = actor;
  const set = (): void => line.store.setState({ common: story.view(role), mine: story.mine(actor) });
  set();
  const page = draw(within(line, role === 'table' ? <Table /> : <Member />));
  await settled();
  const push = async (): Promise<void> => {
    act(set);
    await settled();
  };
  return { page, push, wishes };
};
const has = (page: Drawn, words: string): boolean => page.all('button').some((one) => one.textContent.includes(words));
const press = async (page: Drawn, words: string): Promise<void> => {
  const found = page.all('button').find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button ${words} in ${page.host.textContent}`);
  click(found);
  await settled();
};
/** The entry of the sub-page is gone from the history. */
const atHome = (): Promise<void> => vi.waitFor(() => expect(history.state).toBeNull());
const box = (page: Drawn): HTMLElement => page.one('textarea');

describe('a sub-page of a member’s phone', () => {
  it.each(['Domanda', 'Parola'])('[GR4] [K8] "%s" gives way when the tables begin, when a board opens and when they end', async (words) => {
    const story = hall();
    const { page, push } = await show(story, phone(1));
    await press(page, words);
    expect(has(page, 'Indietro')).toBe(true);
    story.when(split(), facilitator);
    await push();
    expect(page.one('h1').textContent).toContain('1');
    await press(page, words);
    boards(story);
    await push();
    expect(has(page, 'Sono al tavolo 1')).toBe(true);
    await press(page, 'Sono al tavolo 1');
    await press(page, words);
    story.when(recall, facilitator);
    await push();
    expect(page.host.textContent).toContain('Oggi in assemblea');
  });

  it('[GR4] [K8] gives way to a question and to the end of the session, and what was being typed is still there', async () => {
    const story = hall();
    const { page, push } = await show(story, phone(1));
    await press(page, 'Domanda');
    type(box(page), 'Quanto costa');
    story.when(question, facilitator);
    await push();
    expect(page.host.textContent).toContain('Che cosa manca di più?');
    story.when({ type: 'poll.close', poll: P1, round: 1 }, facilitator).when({ type: 'poll.publish', poll: P1, round: 1 }, facilitator);
    await push();
    expect(page.all('textarea')).toHaveLength(0);
    await press(page, 'Domanda');
    expect(box(page)).toMatchObject({ value: 'Quanto costa' });
    story.when(close, facilitator);
    await push();
    expect(page.one('h1').textContent).toBe('La seduta è finita');
  });

  it('[GR4] stays while the table only goes a step on', async () => {
    const story = working();
    const { page, push } = await show(story, phone(1));
    await press(page, 'Sono al tavolo 1');
    await press(page, 'Parola');
    story.when({ type: 'board.step', board: boardOf(1), from: 'write', to: 'read' }, tableOf(1));
    await push();
    expect(page.one('h1').textContent).toBe('Chiedi la parola');
  });

  it('the phone’s own back button closes it, once, and nothing is left behind when the page goes on by itself', async () => {
    const story = hall();
    const { page, push } = await show(story, phone(1));
    await press(page, 'Parola');
    expect(history.state).toBe('sub-page');
    history.back();
    await atHome();
    await settled();
    expect(has(page, 'Indietro')).toBe(false);
    await press(page, 'Parola');
    expect(history.state).toBe('sub-page');
    story.when(question, facilitator);
    await push();
    await atHome();
    const { length } = history;
    for (const words of ['Domanda', 'Parola']) {
      story.when({ type: 'poll.close', poll: P1, round: 1 }, facilitator).when({ type: 'poll.publish', poll: P1, round: 1 }, facilitator);
      await push();
      await press(page, words);
      expect(history.state).toBe('sub-page');
      await press(page, 'Indietro');
      await atHome();
      expect(history.length).toBe(length);
    }
  });
});

it('the phone’s own back button goes from the box to the board, and a text half written is kept', async () => {
  const story = working().when({ type: 'board.reveal', board: boardOf(1), silence: 1 }, tableOf(1));
  const { page } = await show(story, phone(1));
  await press(page, 'Sono al tavolo 1');
  await press(page, 'Scrivi un biglietto');
  expect(history.state).toBe('sub-page');
  type(box(page), 'Più panchine');
  history.back();
  await atHome();
  await settled();
  expect(page.all('textarea')).toHaveLength(0);
  expect(page.host.textContent).toContain('Hai un testo che non è partito.');
});

it.each(['Domanda', 'Parola'])('[GR4] the recall’s notice stands over "%s" too while one is at a table', async (words) => {
  const block = {
    ...{ id: B(1), title: italian('Lavori di gruppo'), description: null, instructions: null, notes: null, activity: 'groups' },
    ...{ plannedSec: 240, warnSec: 60, video: null, materials: [] },
  };
  const story = hall()
    .when({ type: 'agenda.load', mode: 'replace', startPlanned: 0, blocks: [block] }, facilitator)
    .when({ type: 'agenda.start', from: null, to: B(1) }, facilitator)
    .when(split(), facilitator);
  const { page } = await show(story, phone(1));
  await press(page, words);
  expect(page.one('.band').textContent).toContain('Si torna in sala');
});

describe('a text that has not left', () => {
  const typed = async (story: Scenario) => {
    const drawn = await show(story, phone(1));
    await press(drawn.page, 'Sono al tavolo 1');
    type(box(drawn.page), 'Più panchine');
    return drawn;
  };
  it('[BO9] is in sight in the hall after the recall, with its words and its table, and is sent to its own board', async () => {
    const story = working();
    const { page, push, wishes } = await typed(story);
    story.when(recall, facilitator);
    await push();
    expect(page.one('.bp-unsent').textContent).toContain('Hai un testo che non è partito, del tavolo 1.');
    expect(page.one('.bp-unsent').textContent).toContain('Più panchine');
    expect(has(page, 'Copia qui')).toBe(false);
    await press(page, 'Manda lo stesso');
    expect(wishes.at(-1)).toMatchObject({ type: 'board.write', board: boardOf(1), text: 'Più panchine', silence: 1, seat: null });
    expect(page.all('.bp-unsent')).toHaveLength(0);
    expect(page.host.textContent).toContain('Il testo è partito');
  });

  it('[BO9] [GR3] follows whoever is moved to the new table, where it can be copied', async () => {
    const story = working();
    const { page, push } = await typed(story);
    story.when({ type: 'groups.move', member: who(1), from: T(1), to: T(2) }, facilitator);
    await push();
    await press(page, 'Sono al tavolo 2');
    expect(page.one('.bp-unsent').textContent).toContain('del tavolo 1');
    expect(box(page)).toMatchObject({ value: '' });
    await press(page, 'Copia qui');
    expect(box(page)).toMatchObject({ value: 'Più panchine' });
    expect(page.all('.bp-unsent')).toHaveLength(0);
  });

  it('[BO9] refused where it was sent it stays, with the reason; thrown away in two taps; another person’s is not shown', async () => {
    const story = working();
    const { page, push } = await typed(story);
    story.when(recall, facilitator);
    const refusing = await show(story, phone(1), { ok: false, code: 'board.full', params: { max: 500 }, at: 0 });
    await press(refusing.page, 'Manda lo stesso');
    expect(refusing.page.one('.bp-unsent').textContent).toContain('La bacheca è piena');
    expect((await show(story, phone(2))).page.all('.bp-unsent')).toHaveLength(0);
    await push();
    await press(page, 'Buttalo');
    expect(page.all('.bp-unsent')).toHaveLength(1);
    await press(page, 'Tocca ancora');
    expect(page.all('.bp-unsent')).toHaveLength(0);
  });
});

it('whoever is chosen to tell reads it on the board at once, and is not told to wait for a table that does not tell', async () => {
  const story = working();
  const { page, push } = await show(story, phone(1));
  await press(page, 'Sono al tavolo 1');
  story.when({ type: 'groups.setSpokesperson', group: T(1), member: who(1) }, tableOf(1));
  await push();
  expect(page.one('.gp-speaks').textContent).toContain('Racconti tu per il tavolo 1');
  story.when(recall, facilitator).when({ type: 'groups.queueReports', order: [T(1), T(2)], sec: 120 }, facilitator);
  await push();
  expect(page.host.textContent).toContain('Racconti tu per primo');
});

describe('a table facilitator’s phone', () => {
  it.each(['Chiama aiuto', 'Il tavolo', 'Parola'])('[GR4] "%s" gives way to the recall and to the frozen board', async (words) => {
    const story = working();
    const { page, push } = await show(story, tableOf(1));
    const away = (): boolean => !page.host.textContent.includes('Scrittura') && !page.host.textContent.includes('La bacheca è ferma');
    await press(page, words);
    expect(away()).toBe(true);
    story.when({ type: 'board.freeze', boards: [boardOf(1)] }, facilitator);
    await push();
    expect(page.one('h2').textContent).toBe('La bacheca è ferma');
    expect(has(page, 'Prima di andare')).toBe(true);
    await press(page, words);
    story.when(recall, facilitator);
    await push();
    expect(page.one('h2').textContent).toBe('La bacheca è ferma');
    expect(has(page, 'Prima di andare')).toBe(false);
  });

  it('[GR4] "Prima di andare" is for the tables: with the recall it goes', async () => {
    const story = working().when({ type: 'board.freeze', boards: [boardOf(1)] }, facilitator);
    const { page, push } = await show(story, tableOf(1));
    await press(page, 'Prima di andare');
    expect(page.one('h1').textContent).toBe('Prima di andare');
    story.when(recall, facilitator);
    await push();
    expect(page.one('h2').textContent).toBe('La bacheca è ferma');
  });
});
