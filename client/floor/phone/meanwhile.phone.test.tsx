// What a phone does with the box and the hand while the hall goes on: one word at a time beside the box, nothing that moves under a finger, and
// each wish with where it was meant for. On what phones really run.
import { beforeEach, describe, expect, it } from 'vitest';
import { atTables, calling, doors, facilitator, guest, hall, phone, raising, stateOf } from '../../../shared/floor/testing.testkit.ts';
import type { Actor } from '../../../shared/kernel/audience.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import { click, draw, type, type Drawn } from '../../ui/render.testkit.tsx';
import { AskPage, type AskPageProps } from './AskPage.tsx';
import { FloorFoot } from './FloorMember.tsx';
import {
  audienceMine,
  audienceView,
  box,
  button,
  given,
  lineOf,
  memberMine,
  memberView,
  outbox,
  settled,
  within,
} from './fixture.testkit.tsx';
import { HandPage } from './HandPage.tsx';
import { TurnPage } from './TurnPage.tsx';

beforeEach(() => localStorage.clear());

const drawn = async (story: Scenario, actor: Actor, more: Partial<AskPageProps> & Pick<AskPageProps, 'send'>): Promise<Drawn> => {
  const audience = actor.role === 'audience';
  const made = draw(
    within(
      lineOf(story, actor),
      <AskPage
        view={audience ? audienceView(story) : memberView(story)}
        mine={audience ? audienceMine(story, actor) : memberMine(story, actor)}
        block={null}
        pending={[]}
        online
        onBack={() => undefined}
        {...more}
      />,
    ),
  );
  await settled();
  return made;
};
const text = (made: Drawn): string => made.host.textContent;
const handPage = (story: Scenario, actor: Actor, { send }: Pick<AskPageProps, 'send'>) => (
  <HandPage
    view={memberView(story)}
    mine={memberMine(story, actor)}
    apart={stateOf(story).seating.mode === 'groups'}
    send={send}
    pending={[]}
    online
    onBack={() => undefined}
  />
);
const choose = (page: Drawn, words: string): void => {
  const found = page
    .all('label.choice')
    .find((label) => label.textContent.includes(words))
    ?.querySelector('input');
  if (!found) throw new Error(`no choice ${words}`);
  click(found);
};

const turn = (story: Scenario, send: AskPageProps['send']) => {
  const { turn: own } = memberMine(story, phone(1));
  if (own === null) throw new Error('not their turn');
  return <TurnPage turn={own} send={send} pending={[]} online now={story.now} />;
};

describe('the box', () => {
  it('[K5] one word at a time beside the box: the newest; what is wrong with it is in the colour of its counter', async () => {
    const story = hall(3);
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send });
    type(box(made), 'Chi paga?');
    click(button(made, 'Invia la domanda'));
    // The second tap of an impatient finger, before the answer.
    click(button(made, 'Invia la domanda'));
    expect(sent).toHaveLength(1);
    expect(made.one('.fld .error').textContent).toBe('Prima scrivi la domanda.');
    await given(story, sent[0], phone(1));
    expect(text(made)).toContain('Domanda ricevuta');
    expect(text(made)).not.toContain('Prima scrivi la domanda.');
    click(button(made, 'Invia la domanda'));
    expect(text(made)).toContain('Prima scrivi la domanda.');
    expect(text(made)).not.toContain('Domanda ricevuta');
    type(box(made), 'a'.repeat(281));
    expect(made.all('.fld .error')).toHaveLength(0);
    click(button(made, 'Invia la domanda'));
    expect(made.one('.fld .error').textContent).toContain('al massimo 280 caratteri');
    expect(made.all('.fp-box .why')).toHaveLength(0);
  });

  it('[K5] the box is as high as what is written in it', async () => {
    const made = await drawn(hall(3), phone(1), outbox());
    const area = box(made);
    Object.defineProperties(area, {
      clientHeight: { value: 120 },
      offsetHeight: { value: 122 },
      scrollHeight: { value: 260, configurable: true },
    });
    type(area, 'Una domanda lunga. '.repeat(20));
    expect(area.style.blockSize).toBe('262px');
    Object.defineProperty(area, 'scrollHeight', { value: 120 });
    type(area, 'Corta?');
    expect(area.style.blockSize).toBe('auto');
  });

  it('[K3] [GR3] a question carries where it was written: the table and the block that the phone saw', async () => {
    const story = atTables();
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send });
    type(box(made), 'Chi paga?');
    click(button(made, 'Invia la domanda'));
    expect(sent[0]?.wish).toMatchObject({ seen: memberMine(story, phone(1)).here });
    expect(memberMine(story, phone(1)).here.group).toBe('table001');
    await given(story, sent[0], phone(1));
    expect(memberMine(story, phone(1)).own).toHaveLength(1);
    story.when(doors(true, true), facilitator);
    const watcher = outbox();
    const other = await drawn(story, guest(1), { send: watcher.send, block: 'block00001' });
    type(box(other), 'E noi?');
    click(button(other, 'Invia la domanda'));
    expect(watcher.sent[0]?.wish).toMatchObject({ seen: { group: null, block: 'block00001' } });
  });
});

describe('the hand', () => {
  it('[K5] what others do while one chooses moves no choice: the line on the queue comes under them', () => {
    const story = hall(9);
    const { send } = outbox();
    const page = draw(handPage(story, phone(1), { send }));
    const before = page.all('main > *').map((each) => each.className);
    story.when(raising(), phone(2)).when(raising(), phone(3));
    page.again(handPage(story, phone(1), { send }));
    expect(page.all('main > *').map((each) => each.className)).toEqual(before);
    expect(page.one('main > :last-child').textContent.trim()).toBe('2 in coda');
    expect(page.one('main').textContent.indexOf('2 in coda')).toBeGreaterThan(page.one('main').textContent.indexOf('Mozione'));
  });

  it('[K3] [GR3] a hand carries the floor that the phone saw: the own table’s, or the plenary', async () => {
    for (const [story, where] of [
      [hall(3), null],
      [atTables(), 'table001'],
    ] as const) {
      const { send, sent } = outbox();
      const page = draw(handPage(story, phone(1), { send }));
      choose(page, 'Intervento');
      click(button(page, 'Chiedi la parola'));
      expect(sent[0]?.wish).toMatchObject({ type: 'floor.raise', on: true, where });
      await given(story, sent[0], phone(1));
      expect(memberMine(story, phone(1)).hand).not.toBeNull();
    }
  });

  it('[K8] when the next is called the page under it says that one’s turn is over, until it is left or a hand is up again', () => {
    const over = 'Il tuo intervento è finito. Grazie.';
    const story = hall(3).when(calling(1, 1), facilitator);
    const { send } = outbox();
    const page = draw(turn(story, send));
    story.when(calling(2, 2, 1), facilitator);
    page.again(handPage(story, phone(1), { send }));
    expect(page.one('[role=status]').textContent).toBe(over);
    expect(page.one('h1').textContent).toBe('Chiedi la parola');
    story.when(raising(), phone(1));
    page.again(handPage(story, phone(1), { send }));
    expect(page.host.textContent).not.toContain(over);
    story.when({ ...raising(), on: false }, phone(1));
    page.again(handPage(story, phone(1), { send }));
    expect(page.host.textContent).not.toContain(over);
    // Left: another time it is a page like any other.
    page.again(<i />);
    page.again(handPage(story, phone(1), { send }));
    expect(page.host.textContent).not.toContain(over);
    // The day's page comes first: there it is of before.
    const again = draw(turn(hall(3).when(calling(1, 1), facilitator), send));
    again.again(<FloorFoot view={memberView(story)} mine={memberMine(story, phone(1))} apart={false} onGo={() => undefined} />);
    again.again(handPage(story, phone(1), { send }));
    expect(again.host.textContent).not.toContain(over);
  });
});
