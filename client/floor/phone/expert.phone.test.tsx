// The page of an expert: what is asked of them, answers in writing that are never lost, a link that is wrong said before it leaves.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answering,
  asking,
  close,
  expert,
  experts,
  facilitator,
  giving,
  hall,
  listOf,
  merging,
  phone,
  settling,
  stateOf,
  voting,
} from '../../../shared/floor/testing.testkit.ts';
import type { AskedRow } from '../../../shared/floor/shown.ts';
import { askedRows } from '../../../shared/floor/shownQuestions.ts';
import type { Scenario } from '../../../shared/kernel/scenario.ts';
import { setLang } from '../../kernel/i18n.ts';
import { click, draw, type, type Drawn } from '../../ui/render.testkit.tsx';
import { ExpertAsked, type ExpertAskedProps } from './ExpertAsked.tsx';
import { box, button, expertMine, given, outbox, pendingOf, row, zone } from './fixture.testkit.tsx';
import { faultOf } from './useAnswering.ts';

beforeEach(() => localStorage.clear());
afterEach(async () => {
  await setLang('it');
});

const rowsOf = (story: Scenario): readonly AskedRow[] => askedRows(stateOf(story), story.viewContext(), expert(1));
const page = (story: Scenario, more: Partial<ExpertAskedProps> & Pick<ExpertAskedProps, 'send'>) => (
  <ExpertAsked
    mine={expertMine(story, expert(1))}
    rows={rowsOf(story)}
    blocks={[]}
    over={false}
    pending={[]}
    online
    timeZone={zone}
    {...more}
  />
);
const asked = () =>
  hall(9)
    .when(experts(1), facilitator)
    .when(asking(1, 'Quanto costa?'), phone(1))
    .when(asking(2, 'Quanto si spende?'), phone(2))
    .when(asking(3, 'Chi paga?'), phone(3))
    .when(voting(1), phone(4))
    .when(merging(2, 1), facilitator)
    .when(giving(1, 1), facilitator)
    .when(giving(3, 1), facilitator);
const field = (made: Drawn, at: number): HTMLElement => {
  const found = made.all('input')[at];
  if (found === undefined) throw new Error('no field');
  return found;
};

describe('an expert', () => {
  it('[FL2] reads what is asked, with support and how others put it; nothing yet is said kindly', () => {
    const { send } = outbox();
    const empty = draw(page(hall(3).when(experts(1), facilitator), { send }));
    expect(empty.host.textContent).toContain('Nessuna domanda per te, per ora.');
    const story = asked();
    expect(listOf(story, 'floor.asked', expert(1))).toHaveLength(2);
    const made = draw(page(story, { send }));
    expect(made.host.textContent).toContain('2 domande aspettano la tua risposta');
    expect(row(made, 'Quanto costa?').textContent).toContain('1 in sala la sostiene');
    expect(row(made, 'Quanto costa?').textContent).toContain('Chiesta anche cosìQuanto si spende?');
  });

  it('[K8] answers in writing: kept question by question, waiting in sight, gone to the answered ones when the server has it', async () => {
    const story = asked();
    const { send, sent } = outbox();
    const made = draw(page(story, { send }));
    click(button(made, 'Rispondi'));
    expect(made.host.textContent).toContain('La leggono tutti, con scritto Esperta 1.');
    type(box(made), ' Due milioni in tre anni. ');
    type(field(made, 0), 'Bilancio 2026');
    type(field(made, 1), 'www.comune.example');
    click(button(made, 'Invia la risposta'));
    expect(made.one('.thumb-zone [role=alert]').textContent).toContain('deve cominciare con https:// oppure http://');
    expect(sent).toEqual([]);
    // Closed and opened again: it is all there.
    const again = draw(page(story, { send }));
    click(button(again, 'Rispondi'));
    expect(box(again).value).toBe(' Due milioni in tre anni. ');
    type(field(again, 1), 'https://comune.example/bilancio');
    click(button(again, 'Invia la risposta'));
    expect(sent[0]).toMatchObject({
      keep: true,
      wish: {
        type: 'floor.answer',
        question: 'question0001',
        expert: null,
        who: '',
        text: 'Due milioni in tre anni.',
        source: 'Bilancio 2026',
        link: 'https://comune.example/bilancio',
      },
    });
    again.again(page(story, { send, pending: pendingOf(sent, 0), online: false }));
    expect(again.one('.mine.waiting').textContent).toContain('Risposta non ancora inviata. Parte appena torna la rete.');
    click(button(again, 'Invia la risposta'));
    expect(sent).toHaveLength(1);
    await given(story, sent[0], expert(1));
    again.again(page(story, { send }));
    expect(again.host.textContent).toContain('1 domanda aspetta la tua risposta');
    expect(row(again, 'Quanto costa?').textContent).toContain('Risposta di Esperta 1');
    expect(again.one('.fp-answer a').getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('[FL2] an answer can be changed, also after the close, and that both stay is said', async () => {
    const story = asked()
      .when(answering(1, { text: 'Prima risposta', source: '' }), expert(1))
      .when(close, facilitator);
    const { send, sent } = outbox();
    const made = draw(page(story, { send, over: true }));
    expect(made.host.textContent).toContain('La seduta è finita. Puoi ancora rispondere');
    click(button(made, 'Cambia la risposta'));
    expect(made.host.textContent).toContain('Nel verbale restano tutte e due.');
    expect(box(made).value).toBe('Prima risposta');
    type(box(made), 'Seconda risposta');
    click(button(made, 'Invia la risposta'));
    await given(story, sent[0], expert(1));
    made.again(page(story, { send, over: true }));
    expect(row(made, 'Quanto costa?').textContent).toContain('Seconda risposta');
    expect([...stateOf(story).questions.values()][0]?.answers).toHaveLength(2);
  });

  it('[K1] a question that was given to somebody else meanwhile: the reason, and the text stays', async () => {
    const story = asked();
    const { send, sent } = outbox();
    const made = draw(page(story, { send }));
    click(button(made, 'Rispondi'));
    type(box(made), 'La mia risposta');
    click(button(made, 'Invia la risposta'));
    story.when(giving(1, null), facilitator);
    await given(story, sent[0], expert(1));
    expect(made.one('[role=alert]').textContent).toContain('Questa domanda non è più affidata a te. Il testo è qui, non è perso.');
    expect(box(made).value).toBe('La mia risposta');
  });

  it('what the hall disputes waits for another answer; somebody else’s answer is not one’s own to change', () => {
    const story = asked()
      .when(answering(1, { text: 'Prima' }), expert(1))
      .when(settling(1, 'disputed', 'Mancano i costi'), facilitator)
      .when(answering(3), facilitator);
    const made = draw(page(story, outbox()));
    const open = made.all('section')[0]?.textContent ?? '';
    expect(open).toContain('La sala contesta la risposta: Mancano i costi');
    expect(open).toContain('Cambia la risposta');
    expect(row(made, 'Chi paga?').textContent).toContain('Risposta di Ufficio Clima');
    expect(row(made, 'Chi paga?').querySelector('button')?.textContent).toBe('Rispondi');
  });

  it('[FL2] answers a dispute: it stays disputed, and does not wait for the expert any more; a parked one says with whom', async () => {
    const story = asked()
      .when(answering(1, { text: 'Prima' }), expert(1))
      .when(settling(1, 'disputed', 'Mancano i costi'), facilitator)
      .when(settling(3, 'parked', 'Ufficio Clima'), facilitator);
    const { send, sent } = outbox();
    const made = draw(page(story, { send }));
    expect(made.host.textContent).toContain('2 domande aspettano la tua risposta');
    expect(row(made, 'Chi paga?').textContent).toContain('Se ne occupa: Ufficio Clima');
    click(button(made, 'Cambia la risposta'));
    expect(made.host.textContent).toContain('Mancano i costi');
    type(box(made), 'Con i costi');
    click(button(made, 'Invia la risposta'));
    await given(story, sent[0], expert(1));
    made.again(page(story, { send }));
    expect(made.host.textContent).toContain('1 domanda aspetta la tua risposta');
    expect(row(made, 'Quanto costa?').textContent).toContain('La sala contesta la risposta: Mancano i costi');
    expect(row(made, 'Quanto costa?').textContent).toContain('Con i costi');
  });

  it('[FL2] [K8] a question that is taken away while its answer is being written: the text stays, and why it cannot be sent is said', () => {
    const story = asked();
    const { send, sent } = outbox();
    const made = draw(page(story, { send }));
    click(button(made, 'Rispondi'));
    type(box(made), 'Quasi pronta');
    story.when(giving(1, null), facilitator);
    made.again(page(story, { send }));
    expect(made.host.textContent).toContain('Quanto costa?');
    expect(box(made).value).toBe('Quasi pronta');
    expect(made.one('.thumb-zone [role=alert]').textContent).toContain('non è più affidata a te');
    click(button(made, 'Invia la risposta'));
    expect(sent).toEqual([]);
    // Given again, it is all there and goes.
    story.when(giving(1, 1), facilitator);
    made.again(page(story, { send }));
    expect([box(made).value, made.all('.thumb-zone [role=alert]')]).toEqual(['Quasi pronta', []]);
    // Put under another, it is asked all the same.
    story.when(merging(1, 3), facilitator);
    made.again(page(story, { send }));
    click(button(made, 'Invia la risposta'));
    expect(sent).toHaveLength(1);
  });

  it('what is wrong is found before it is sent', () => {
    const draft = { text: '', source: '', link: '' };
    expect(faultOf(draft)).toBe('empty');
    expect(faultOf({ ...draft, text: 'a'.repeat(1201) })).toBe('long');
    expect(faultOf({ ...draft, text: 'a', source: 'a'.repeat(201) })).toBe('sourceLong');
    expect(faultOf({ ...draft, link: `https://${'a'.repeat(400)}` })).toBe('linkLong');
    for (const link of ['javascript:alert(1)', 'ftp://a', 'https://a b', '//a']) expect(faultOf({ ...draft, link })).toBe('linkWrong');
    expect(faultOf({ ...draft, link: ' http://a.example ' })).toBeNull();
  });

  it('[IN1] in English', async () => {
    await setLang('en');
    const made = draw(page(asked(), outbox()));
    expect(made.one('h1').textContent).toBe('Questions for you');
    expect(made.host.textContent).not.toMatch(/Rispondi|domanda/u);
  });
});
