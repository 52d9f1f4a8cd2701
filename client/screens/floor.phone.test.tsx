// Where the floor stands on the phones' pages as wholes: never in the way of an open question, one's own turn before everything else, the
// audience's and the expert's pages from the session's very views.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  asking,
  close,
  doors,
  entered,
  expert,
  experts,
  facilitator,
  giving,
  guest,
  opened,
  organiser,
  phone,
  raising,
  calling,
  seats,
  voting,
} from '../../shared/floor/testing.testkit.ts';
import type { Actor } from '../../shared/kernel/audience.ts';
import { scenario, type Scenario } from '../../shared/kernel/scenario.ts';
import { italian } from '../../shared/kernel/text.ts';
import { draft, kinds, P1 } from '../../shared/poll/testing.testkit.ts';
import { sessionRooms } from '../../shared/rooms.ts';
import { lineOf, settled, within } from '../floor/phone/fixture.testkit.tsx';
import { fetchLater } from '../kernel/later.tsx';
import { act, click, draw, type, type Drawn } from '../ui/render.testkit.tsx';
import { Audience } from './Audience.tsx';
import { Expert } from './Expert.tsx';
import { Member } from './Member.tsx';
import { welcomed } from './Welcome.tsx';

const morning = (): Scenario =>
  scenario(sessionRooms, { assembly: seats(5) }).given(
    {
      ...{ type: 'session.created', v: 1, assembly: 'assembly01', assemblyName: 'Clima', title: italian('Seconda plenaria') },
      ...{ day: '2026-11-21', timeZone: 'Europe/Rome', place: '', code: 'K7M4QX', demo: false },
    },
    { type: 'session.doorsOpened', v: 1 },
    ...[1, 2, 3].map(entered),
    opened(5),
  );
const question = { type: 'poll.quick', poll: P1, draft: draft(kinds.yesno) };

beforeAll(() => fetchLater());
beforeEach(() => {
  localStorage.clear();
  welcomed.set('yes');
});
const show = async (
  story: Scenario,
  actor: Actor,
  page: typeof Member,
): Promise<{ readonly page: Drawn; readonly push: () => Promise<void> }> => {
  const line = lineOf(story, actor);
  if (actor.role === 'system') throw new Error('nobody');
  const { role } = actor;
  const set = (): void => line.store.setState({ common: story.view(role), mine: story.mine(actor) });
  set();
  const Page = page;
  const drawn = draw(within(line, <Page />));
  await settled();
  return {
    page: drawn,
    push: async () => {
      act(set);
      await settled();
    },
  };
};
const press = (page: Drawn, words: string): void => {
  const found = page.all('button').find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button ${words} in ${page.host.textContent}`);
  click(found);
};

describe('a member’s page', () => {
  it('has both buttons at the foot of the programme, and an open question takes the page for good: what was being typed is there when one asks again [GR4] [K8]', async () => {
    const story = morning();
    const { page, push } = await show(story, phone(1), Member);
    expect(page.one('.thumb-zone').textContent).toMatch(/^DomandaParola/u);
    press(page, 'Domanda');
    await settled();
    expect(page.one('h1').textContent).toBe('Fai una domanda');
    type(page.one('textarea'), 'Quanto costa');
    story.when(question, facilitator);
    await push();
    expect(page.all('textarea')).toHaveLength(0);
    expect(page.host.textContent).toContain('Che cosa manca di più?');
    story.when({ type: 'poll.close', poll: P1, round: 1 }, facilitator).when({ type: 'poll.publish', poll: P1, round: 1 }, facilitator);
    await push();
    expect(page.host.textContent).toContain('Che cosa manca di più?');
    press(page, 'Domanda');
    await settled();
    expect(page.one('textarea')).toMatchObject({ value: 'Quanto costa' });
  });

  it('[K7] one’s turn takes the page, but not from an open question; another’s turn is one line without a seat', async () => {
    const story = morning().when(raising(), phone(1)).when(question, facilitator).when(calling(1, 1), facilitator);
    const { page, push } = await show(story, phone(1), Member);
    expect(page.host.textContent).not.toContain('Hai la parola');
    story.when({ type: 'poll.close', poll: P1, round: 1 }, facilitator);
    await push();
    expect(page.one('h1').textContent).toContain('Hai la parola');
    const other = await show(morning().when(calling(1, 2), facilitator), phone(1), Member);
    expect(other.page.one('.fp-now').textContent.trim()).toBe('Parla qualcuno');
  });

  it('[FL2] after the close what was answered is still read, and nothing is asked', async () => {
    const story = morning().when(asking(1, 'Quanto costa?'), phone(1)).when(close, facilitator);
    const { page } = await show(story, phone(1), Member);
    expect(page.host.textContent).not.toContain('Parola');
    press(page, 'Domande');
    await settled();
    expect(page.host.textContent).toContain('Quanto costa?');
    expect(page.all('textarea')).toHaveLength(0);
  });
});

describe('the audience’s page', () => {
  it('has no button while there is nothing to ask or read, then one that reads, then one that asks', async () => {
    const story = morning();
    const { page, push } = await show(story, guest(1), Audience);
    expect(page.all('.thumb-zone')).toHaveLength(0);
    story.when(asking(1, 'Quanto costa?'), phone(1)).when(voting(1), phone(2));
    await push();
    press(page, 'Domande dalla sala');
    await settled();
    expect(page.host.textContent).toContain('1 in sala');
    press(page, 'Indietro');
    story.when(doors(true, true), facilitator);
    await push();
    press(page, 'Fai una domanda');
    await settled();
    expect(page.all('textarea')).toHaveLength(1);
  });
});

describe('the expert’s page', () => {
  it('[FL2] says who one is and which session it is, brings what is asked, goes on after the close, and says when it is archived', async () => {
    const story = morning().when(experts(1), facilitator).when(asking(1, 'Quanto costa?'), phone(1)).when(giving(1, 1), facilitator);
    const { page, push } = await show(story, expert(1), Expert);
    expect(page.one('.phone-bar .who').textContent).toBe('Esperta 1 · Seconda plenaria');
    expect(page.host.textContent).toContain('Quanto costa?');
    story.when(close, facilitator);
    await push();
    expect(page.host.textContent).toContain('Puoi ancora rispondere');
    press(page, 'Rispondi');
    expect(page.all('textarea')).toHaveLength(1);
    story.when({ type: 'session.seal' }, organiser);
    await push();
    expect(page.one('h1').textContent).toBe('La seduta è archiviata');
  });
});
