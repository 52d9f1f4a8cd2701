// Questions on a phone, on what phones really run: what is typed is never lost, what has not left is said, what became of one's own is read,
// support is one a seat and never looks received before it is, a closed door is said, Arabic goes its way.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answering,
  asking,
  doors,
  facilitator,
  guest,
  hall,
  hiding,
  merging,
  phone,
  settling,
  toWall,
  voting,
} from '../../../shared/floor/testing.testkit.ts';
import type { Actor } from '../../../shared/kernel/audience.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import { setLang } from '../../kernel/i18n.ts';
import { act, click, draw, type, type Drawn } from '../../ui/render.testkit.tsx';
import { AskPage, type AskPageProps } from './AskPage.tsx';
import {
  answered,
  audienceMine,
  audienceView,
  box,
  button,
  given,
  inside,
  lineOf,
  memberMine,
  memberView,
  outbox,
  pendingOf,
  row,
  settled,
  within,
} from './fixture.testkit.tsx';

beforeEach(() => localStorage.clear());
afterEach(async () => {
  await setLang('it');
});

const page = (story: Scenario, actor: Actor, more: Partial<AskPageProps> & Pick<AskPageProps, 'send'>) => {
  const audience = actor.role === 'audience';
  return within(
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
  );
};
const drawn = async (...args: Parameters<typeof page>): Promise<Drawn> => {
  const made = draw(page(...args));
  await settled();
  return made;
};
const text = (drawn: Drawn): string => drawn.host.textContent;

describe('asking', () => {
  it('[K3] [K8] without network the question waits in sight, leaves once with the id it was given, and is received only then', async () => {
    const story = hall(3);
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send, online: false });
    type(box(made), '  Quanto costa? ');
    click(button(made, 'Invia la domanda'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      keep: true,
      wish: { type: 'floor.ask', text: 'Quanto costa?', lang: 'it', door: 'phone', group: null },
    });
    expect(box(made).value).toBe('');
    made.again(page(story, phone(1), { send, online: false, pending: pendingOf(sent, 0) }));
    expect(made.one('.mine.waiting').textContent).toContain('Quanto costa?Non ancora inviata. Parte appena torna la rete.');
    expect(text(made)).not.toContain('ricevuta');
    // The network is back: the same wish, twice, is one question.
    await given(story, sent[0], phone(1));
    story.when(sent[0]?.wish, phone(1)).thenNothing();
    made.again(page(story, phone(1), { send }));
    await settled();
    expect(text(made)).toContain('Domanda ricevuta');
    expect(made.all('.mine.waiting')).toHaveLength(0);
    expect(memberMine(story, phone(1)).own).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('[K5] what is being typed survives a push and a closed page; nothing is cut', async () => {
    const story = hall(3);
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send });
    type(box(made), 'Una domanda a metà');
    const field = box(made);
    story.when(asking(2), phone(2));
    made.again(page(story, phone(1), { send }));
    await settled();
    expect(box(made)).toBe(field);
    const later = await drawn(story, phone(1), { send });
    expect(box(later).value).toBe('Una domanda a metà');
    type(box(later), 'a'.repeat(281));
    click(button(later, 'Invia la domanda'));
    expect(later.one('[role=alert]').textContent).toContain('al massimo 280 caratteri');
    expect(box(later).value).toHaveLength(281);
    type(box(later), '  ');
    click(button(later, 'Invia la domanda'));
    expect(later.one('[role=alert]').textContent).toBe('Prima scrivi la domanda.');
    expect(sent).toEqual([]);
  });

  it('[K1] a question that is not taken comes back as text, with the reason', async () => {
    const story = hall(3);
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send });
    type(box(made), 'Chi paga?');
    click(button(made, 'Invia la domanda'));
    story.when(doors(false, false), facilitator);
    await given(story, sent[0], phone(1));
    expect(made.one('.mine.waiting').textContent).toContain('Non è stata presa: In questo momento dal telefono non si fanno domande.');
    click(button(made, 'Riprendi il testo'));
    expect(box(made).value).toBe('Chi paga?');
    // The door is closed: the text stays, the button says why.
    made.again(page(story, phone(1), { send }));
    expect(box(made).value).toBe('Chi paga?');
    expect(button(made, 'Invia la domanda').getAttribute('aria-disabled')).toBe('true');
  });

  it('[FL2] markup, formulas and right-to-left text are words like others', async () => {
    const nasty = '<img src=x onerror=alert(1)> =SUM(A1) {n}';
    const story = hall(3)
      .when(asking(1, nasty), phone(2))
      .when(asking(2, 'كم يكلف؟', { lang: 'ar' }), phone(3));
    const made = await drawn(story, phone(1), outbox());
    expect(text(made)).toContain(nasty);
    expect(made.all('img')).toHaveLength(0);
    expect(row(made, 'كم يكلف').querySelector('.fp-words')?.getAttribute('dir')).toBe('rtl');
  });
});

describe('what became of one’s own', () => {
  it('[FL2] waiting, on the screen, put together, answered with source and link, parked, disputed, hidden without its words', async () => {
    const story = hall(9);
    for (const n of [1, 2, 3, 4, 5, 6, 7]) story.when(asking(n, `Mia ${n}`), phone(1));
    story
      .when(asking(8, 'Di un altro'), phone(2))
      .when(toWall(2), facilitator)
      .when(merging(3, 8), facilitator)
      .when(answering(4, { text: 'Due milioni', link: 'https://comune.example/piano' }), facilitator)
      .when(settling(5, 'parked', 'Ufficio Strade'), facilitator)
      .when(settling(6, 'disputed', 'Non tiene conto dei costi'), facilitator)
      .when(hiding(7), facilitator);
    const made = await drawn(story, phone(1), outbox());
    const own = made.all('section')[0];
    if (own === undefined) throw new Error('no own questions');
    const said = [...own.querySelectorAll('li')].map((one) => one.textContent);
    expect(said).toHaveLength(7);
    expect(said[0]).toBe('Nascosta da chi conduce');
    expect(said[1]).toContain('Mia 6Risposta contestata: Non tiene conto dei costi');
    expect(said[2]).toContain('Mia 5Parcheggiata con Ufficio Strade');
    expect(said[3]).toContain('Risponde Ufficio ClimaDue milioniFonte: Piano aria e clima');
    expect(said[4]).toContain('Mia 3Unita a un’altra simile');
    expect(said[5]).toContain('Mia 2Sullo schermo');
    expect(said[6]).toContain('Mia 1In attesa');
    const link = own.querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://comune.example/piano');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link?.getAttribute('target')).toBe('_blank');
    // Only what nothing was done with can be taken back.
    expect([...own.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['Ritira']);
  });

  it('[FL2] what lies under a parked one says with whom that one is', async () => {
    const story = hall(9).when(asking(1, 'Mia 1'), phone(1)).when(asking(2, 'Di un altro'), phone(2)).when(merging(1, 2), facilitator);
    story.when(settling(2, 'parked', 'Ufficio Strade'), facilitator);
    const made = await drawn(story, phone(1), outbox());
    expect(made.all('section')[0]?.textContent).toContain('Mia 1Parcheggiata con Ufficio StradeUnita a un’altra simile');
  });

  it('taking one back is two taps', async () => {
    const story = hall(3).when(asking(1, 'Mia 1'), phone(1));
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send });
    click(button(made, 'Ritira'));
    expect(sent).toEqual([]);
    click(button(made, 'Tienila'));
    click(button(made, 'Ritira'));
    click(button(made, 'Ritira davvero'));
    expect(sent[0]?.wish).toEqual({ type: 'floor.withdraw', question: 'question0001' });
    await given(story, sent[0], phone(1));
    made.again(page(story, phone(1), { send }));
    await settled();
    expect(text(made)).not.toContain('Mia 1');
  });
});

describe('what the hall asks', () => {
  it('[PO2] two electorates are two numbers, what was put together is counted, answers are read', async () => {
    const story = hall(9)
      .when(doors(true, true), facilitator)
      .when(asking(1, 'Prima'), phone(2))
      .when(asking(2, 'Simile'), phone(3))
      .when(asking(3, 'Dal fondo'), guest(1))
      .when(voting(1), phone(4))
      .when(voting(1), phone(5))
      .when(voting(1), guest(1))
      .when(merging(2, 1), facilitator);
    const made = await drawn(story, phone(1), outbox());
    expect(row(made, 'Prima').textContent).toContain('e un’altra simile');
    expect(row(made, 'Prima').textContent).toContain('2 in sala la sostengono · 1 dal pubblico');
    expect(row(made, 'Dal fondo').textContent).toContain('dal pubblico');
    expect(text(made)).not.toContain('Simile');
    const answeredOnly = made.all('.seg input')[1];
    if (answeredOnly === undefined) throw new Error('no filter');
    click(answeredOnly);
    expect(text(made)).toContain('Nessuna domanda di questo tipo.');
  });

  it('[K8] [PO2] support looks like waiting until the server has it, goes up by one edit, is taken back by the same tap', async () => {
    const story = hall(3).when(asking(1, 'Prima'), phone(2));
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send });
    click(button(made, 'Sostieni: Prima'));
    expect(sent[0]).toMatchObject({ keep: true, wish: { type: 'floor.upvote', question: 'question0001', on: true, edit: 1 } });
    made.again(page(story, phone(1), { send, pending: pendingOf(sent) }));
    expect(row(made, 'Prima').textContent).toContain('0 in sala la sostengonoNon ancora inviato');
    expect(inside(row(made, 'Prima'), 'Sostenuta').className).toContain('fp-unsent');
    await given(story, sent[0], phone(1));
    // Heard, but not yet in what was pushed: it does not jump back.
    expect(inside(row(made, 'Prima'), 'Sostenuta').getAttribute('aria-pressed')).toBe('true');
    made.again(page(story, phone(1), { send }));
    await settled();
    expect(row(made, 'Prima').textContent).toContain('1 in sala la sostiene');
    click(button(made, 'Sostenuta: Prima'));
    expect(sent[1]?.wish).toMatchObject({ on: false, edit: 2 });
    await given(story, sent[1], phone(1));
    made.again(page(story, phone(1), { send }));
    await settled();
    expect(row(made, 'Prima').textContent).toContain('0 in sala la sostengonoSostieni');
  });

  it('[K5] rows keep their places while they are read, however the support changes', async () => {
    const story = hall(9).when(asking(1, 'Prima'), phone(2)).when(asking(2, 'Seconda'), phone(3));
    const { send } = outbox();
    const made = await drawn(story, phone(1), { send });
    story.when(voting(2), phone(4)).when(asking(3, 'Terza'), phone(5)).when(voting(3), phone(6)).when(voting(3), phone(7));
    const line = lineOf(story, phone(1));
    made.again(
      within(
        line,
        <AskPage
          view={memberView(story)}
          mine={memberMine(story, phone(1))}
          block={null}
          pending={[]}
          online
          send={send}
          onBack={() => undefined}
        />,
      ),
    );
    await settled();
    expect(made.all('.rows > li .fp-words').map((one) => one.textContent)).toEqual(['Prima', 'Seconda', 'Terza']);
  });

  it('[K1] a support that is refused is said, and nothing stays pressed', async () => {
    const story = hall(3).when(asking(1, 'Prima'), phone(2));
    const { send, sent } = outbox();
    const made = await drawn(story, phone(1), { send });
    click(button(made, 'Sostieni: Prima'));
    await answered(sent[0], { ok: false, code: 'floor.hiddenOne', at: 0 });
    expect(made.one('[role=alert]').textContent).toBe('Questa domanda è stata nascosta da chi conduce.');
    expect(inside(row(made, 'Prima'), 'Sostieni').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('the audience', () => {
  it('[FL2] where only members may ask, it reads and supports, and there is no box', async () => {
    const story = hall(3).when(asking(1, 'Prima'), phone(2));
    const { send, sent } = outbox();
    const made = await drawn(story, guest(1), { send });
    expect(made.all('textarea')).toHaveLength(0);
    expect(made.one('h1').textContent).toBe('Domande dalla sala');
    expect(text(made)).toContain('Si leggono quelle già fatte.');
    click(button(made, 'Sostieni: Prima'));
    await given(story, sent[0], guest(1));
    made.again(page(story, guest(1), { send }));
    await settled();
    expect(row(made, 'Prima').textContent).toContain('0 in sala la sostengono · 1 dal pubblico');
  });

  it('a door that was open when one wrote is said to be closed, and the text is kept', async () => {
    const story = hall(3).when(doors(true, true), facilitator);
    const { send, sent } = outbox();
    const made = await drawn(story, guest(1), { send });
    type(box(made), 'E noi?');
    click(button(made, 'Invia la domanda'));
    story.when(doors(true, false), facilitator);
    await given(story, sent[0], guest(1));
    expect(text(made)).toContain('In questa seduta le domande le fanno i membri dell’assemblea.');
    expect(text(made)).toContain('E noi?');
  });
});

it('[IN1] in Arabic the page says everything in Arabic, and the numbers stay apart', async () => {
  await setLang('ar');
  const story = hall(3).when(asking(1, 'Prima'), phone(2)).when(voting(1), phone(3));
  const made = await drawn(story, phone(1), outbox());
  act(() => undefined);
  expect(document.documentElement.dir).toBe('rtl');
  expect(made.one('h1').textContent).toBe('اطرح سؤالًا');
  expect(row(made, 'Prima').textContent).toContain('1 في القاعة يدعمه');
  expect(row(made, 'Prima').querySelector('.fp-words')?.getAttribute('dir')).toBe('ltr');
});
