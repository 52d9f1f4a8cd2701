// The page "Dalla sala": rows and their acts, alike ones together and apart, hiding by one key, filters, doors, paper, experts and their links.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExpertRow, FloorDriverView, QuestionRow } from '../../shared/floor/shown.ts';
import { useKeys } from '../kernel/keys.ts';
import { click, draw, type, type Drawn } from '../ui/render.testkit.tsx';
import {
  blockId,
  button,
  choose,
  expertId,
  field,
  floorView,
  groupId,
  key,
  now,
  question,
  questionId,
  sending,
  settle,
  withLists,
} from './console.testkit.tsx';
import type { Sent } from './console.testkit.tsx';
import { FloorPage } from './FloorPage.tsx';
import { hideKey } from './hideKey.ts';

let sent: Sent = sending();
/** What was asked over HTTP, and what it answers. */
const http: { method: string; path: string; body: unknown }[] = [];
let links: unknown[] = [];
beforeEach(() => {
  sent = sending();
  http.length = 0;
  links = [];
  vi.stubGlobal('fetch', (path: string, options: RequestInit = {}) => {
    const { method = 'GET', body } = options;
    const said: unknown = typeof body === 'string' ? JSON.parse(body) : null;
    if (method !== 'GET') http.push({ method, path, body: said });
    if (method === 'POST') links = [{ id: 'link000001', role: 'expert', of: expertId(1), revokedAt: null }];
    if (method === 'DELETE') links = [];
    const data = method === 'POST' ? { ok: true, url: 'http://plenaria.local/e#t=abc' } : { ok: true, links };
    return Promise.resolve({ json: () => Promise.resolve(data) });
  });
  return () => vi.unstubAllGlobals();
});

const expert = (n: number, label: string, change: Partial<ExpertRow> = {}): ExpertRow => ({
  expert: expertId(n),
  label,
  about: '',
  asked: 0,
  waiting: 0,
  ...change,
});
const experts = [expert(1, 'Tecnica della mobilità', { asked: 1, waiting: 1 }), expert(2, 'Ufficio Clima', { about: 'alberi' })];
const written = experts.map(({ expert: id, label, about }) => ({ id, label, about }));
const rows: readonly QuestionRow[] = [
  question(1, {
    block: blockId(1),
    table: 3,
    from: 'table',
    door: 'table',
    group: groupId(3),
    merged: 1,
    votes: { members: 14, audience: 5 },
  }),
  question(2, { into: questionId(1), text: 'Chi cura gli alberi nuovi?' }),
  question(3, { from: 'audience', text: '<b>=1+1</b> هل الحديقة مفتوحة؟', lang: 'ar' }),
  question(4, {
    standing: 'answered',
    answers: [{ at: now, who: 'Ufficio Clima', expert: null, text: 'Sì.', source: 'Piano', link: 'https://example.org/a' }],
  }),
  question(5, { hidden: true }),
];
function Page({ view }: { view: FloorDriverView }) {
  useKeys(hideKey(sent.send));
  return (
    <FloorPage
      view={view}
      blocks={[
        { id: blockId(1), title: 'Ascolto degli esperti' },
        { id: blockId(2), title: 'Domande' },
      ]}
      running={blockId(2)}
      tables={[{ group: groupId(3), number: 3 }]}
      sessionId="session0001"
      timeZone="Europe/Rome"
      send={sent.send}
    />
  );
}
const open = async (change: Partial<FloorDriverView> = {}, list: readonly QuestionRow[] = rows): Promise<Drawn> => {
  const page = draw(withLists({ 'floor.questions': list, 'floor.experts': written }, <Page view={floorView({ experts, ...change })} />));
  await settle();
  return page;
};
const row = (page: Drawn, n: number): HTMLElement => page.one(`[data-question="${questionId(n)}"]`);
const see = (page: Drawn, state: string): void => choose(page.host, 'Quali', state);

describe('rows', () => {
  it('[GR3] [PO2] says where a question was born, in which point, and two numbers that are never added', async () => {
    const page = await open();
    expect(row(page, 1).textContent).toContain('dal tavolo 3, Ascolto degli esperti, 10.29');
    expect(row(page, 1).textContent).toContain('14 sostegni in sala');
    expect(row(page, 1).textContent).toContain('+5 pubblico');
    // What one sees says what each number counts.
    expect(row(page, 1).querySelector('.floor-votes')?.textContent).toMatch(/^14.*in sala.*5 dal pubblico/u);
    expect(row(page, 3).textContent).toContain('dal pubblico');
    expect(page.all('.floor-rows > li')).toHaveLength(2);
  });
  it('markup, formulas and letters from right to left are text', async () => {
    const page = await open();
    const text = row(page, 3).querySelector('.floor-text');
    expect(text?.textContent).toBe('<b>=1+1</b> هل الحديقة مفتوحة؟');
    expect(text?.querySelector('b')).toBeNull();
    expect(text?.getAttribute('dir')).toBe('auto');
  });
  it('[FL2] an answer stands with who, source and link', async () => {
    const page = await open();
    see(page, 'Con risposta');
    expect(row(page, 4).textContent).toContain('Risponde: Ufficio Clima, 10.30');
    expect(row(page, 4).textContent).toContain('Fonte: Piano');
    expect(row(page, 4).querySelector('a')?.getAttribute('rel')).toBe('noopener noreferrer');
  });
  it('three hundred questions are drawn sixty at a time, and a search looks at all of them', async () => {
    const many = Array.from({ length: 300 }, (_, n) => question(n + 1));
    const page = await open({}, many);
    expect(page.all('.floor-rows > li')).toHaveLength(60);
    click(button(page.host, 'Mostra altre 60'));
    expect(page.all('.floor-rows > li')).toHaveLength(120);
    type(field(page.host, 'Cerca'), 'numero 287?');
    expect(page.all('.floor-rows .floor-text').map((one) => one.textContent)).toEqual(['Domanda numero 287?']);
  });
  it('an empty day, and filters under which nothing is, say what to do', async () => {
    const page = await open({}, []);
    expect(page.host.textContent).toContain('non è ancora arrivata nessuna domanda');
    const other = await open();
    type(field(other.host, 'Cerca'), 'pinguini');
    click(button(other.host, 'Vedi tutte le domande'));
    expect(other.all('.floor-rows > li')).toHaveLength(3);
  });
  it('filters by point: the running one is named first', async () => {
    const page = await open();
    const select = field(page.host, 'Punto');
    expect([...select.querySelectorAll('option')].map((one) => one.textContent)).toEqual([
      'Tutta la giornata',
      'Adesso: Domande',
      'Ascolto degli esperti',
      'Fuori dai punti',
    ]);
    choose(page.host, 'Punto', 'Ascolto');
    expect(page.all('.floor-rows > li')).toHaveLength(1);
    choose(page.host, 'Da dove', 'Pubblico');
    expect(page.all('.floor-rows > li')).toHaveLength(0);
  });
});

describe('what is done with a question', () => {
  it('[SC8] goes to the wall alone or in a short list, and comes off it', async () => {
    const page = await open({ wall: [questionId(9)] });
    click(button(row(page, 1), 'Sullo schermo'));
    await settle();
    click(row(page, 3).querySelector('input') ?? page.host);
    click(row(page, 1).querySelector('input') ?? page.host);
    click(button(page.host, 'Mostra le 2 scelte'));
    await settle();
    expect(page.host.textContent).not.toContain('Mostra le');
    click(button(page.host, 'Togli dallo schermo'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.toWall', questions: [questionId(1)] },
      { type: 'floor.toWall', questions: [questionId(3), questionId(1)] },
      { type: 'floor.toWall', questions: [] },
    ]);
  });
  it('[SC3] a sixth question is not chosen: the wall holds five', async () => {
    const page = await open(
      {},
      Array.from({ length: 6 }, (_, n) => question(n + 1)),
    );
    for (const box of page.all('.floor-rows input')) click(box);
    expect(page.host.textContent).toContain('5 scelte.');
    expect(row(page, 6).textContent).toContain('Sullo schermo ne stanno al massimo 5.');
  });
  it('[FL2] alike ones: the likest first, put under the chosen one, unfolded and taken apart', async () => {
    const list = [
      question(1, { text: 'Chi paga gli alberi nuovi?' }),
      question(2, { into: questionId(1), text: 'Gli alberi chi li paga?' }),
      question(3, { text: 'Orari della biblioteca?' }),
      question(4, { text: 'Quanto costano gli alberi?' }),
    ];
    const page = await open({}, list);
    click(button(row(page, 4), 'Altro'));
    click(button(row(page, 4), 'Uguale a…'));
    const dialog = page.one('dialog');
    expect([...dialog.querySelectorAll('label bdi')].map((one) => one.textContent)).toEqual([
      'Chi paga gli alberi nuovi?',
      'Orari della biblioteca?',
    ]);
    click(button(dialog, 'Mettile insieme'));
    expect(sent.wishes).toEqual([]);
    type(field(dialog, 'Cerca fra 2 domande'), 'ALBERI');
    click(dialog.querySelector<HTMLElement>('input[type=radio]') ?? dialog);
    click(button(dialog, 'Mettile insieme'));
    await settle();
    expect(page.all('dialog')).toEqual([]);
    click(button(row(page, 1), '1 domanda uguale'));
    click(button(row(page, 1), 'Separa'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.merge', question: questionId(4), into: questionId(1) },
      { type: 'floor.part', question: questionId(2) },
    ]);
  });
  it('[PO12] X hides the question that has the focus, and no other; while somebody writes it is a letter', async () => {
    const page = await open();
    key('x');
    field(page.host, 'Cerca').focus();
    key('x');
    expect(sent.wishes).toEqual([]);
    row(page, 1).focus();
    key('x');
    await settle();
    expect(sent.wishes).toEqual([{ type: 'floor.hide', question: questionId(1), on: true }]);
    expect(document.activeElement).toBe(row(page, 3));
    see(page, 'Nascoste');
    row(page, 5).focus();
    key('x');
    click(button(row(page, 5), 'Mostra di nuovo'));
    await settle();
    expect(sent.wishes.slice(1)).toEqual([{ type: 'floor.hide', question: questionId(5), on: false }]);
  });
  it('is assigned to an expert, and taken back from one', async () => {
    const page = await open({}, [question(1, { expert: expertId(1) })]);
    expect(row(page, 1).textContent).toContain('Assegnata a: Tecnica della mobilità');
    click(button(row(page, 1), 'Assegna a…'));
    choose(page.one('dialog'), 'Chi risponde', 'Ufficio');
    click(button(page.one('dialog'), 'Assegna la domanda'));
    await settle();
    click(button(row(page, 1), 'Assegna a…'));
    click(button(page.one('dialog'), 'Non assegnarla a nessuno'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.assign', question: questionId(1), expert: expertId(2) },
      { type: 'floor.assign', question: questionId(1), expert: null },
    ]);
  });
  it('without experts, assigning leads to where they are written down', async () => {
    const page = await open({ experts: [] });
    click(button(row(page, 1), 'Assegna a…'));
    click(button(page.one('dialog'), 'Aggiungi un esperto'));
    await settle();
    expect(page.host.textContent).toContain('Non c’è ancora nessun esperto.');
  });
  it('[FL2] an answer: by an expert aloud, by somebody in words with source and link; a bad link is said before sending', async () => {
    const page = await open();
    click(button(row(page, 1), 'Risposta…'));
    choose(page.one('dialog'), 'Chi ha risposto', 'Ufficio');
    click(button(page.one('dialog'), 'Segna: risposta a voce'));
    await settle();
    click(button(row(page, 1), 'Risposta…'));
    const dialog = page.one('dialog');
    click(button(dialog, 'Segna: risposta a voce'));
    expect(sent.wishes).toHaveLength(1);
    type(field(dialog, 'Chi ha risposto, in parole'), ' Assessora ');
    type(field(dialog, 'Risposta'), 'Nel 2027.');
    type(field(dialog, 'Fonte'), 'Bilancio');
    type(field(dialog, 'Collegamento'), 'javascript:alert(1)');
    click(button(dialog, 'Aggiungi la risposta'));
    expect(sent.wishes).toHaveLength(1);
    type(field(dialog, 'Collegamento'), 'https://example.org/b');
    click(button(dialog, 'Aggiungi la risposta'));
    await settle();
    const empty = { type: 'floor.answer', question: questionId(1), text: '', source: '', link: null };
    expect(sent.wishes).toEqual([
      { ...empty, expert: expertId(2), who: '' },
      { ...empty, expert: null, who: 'Assessora', text: 'Nel 2027.', source: 'Bilancio', link: 'https://example.org/b' },
    ]);
  });
  it('[FL2] parked with an owner, disputed with a reason, open again', async () => {
    const page = await open({}, [question(1, { standing: 'parked', words: 'Ufficio Clima' })]);
    see(page, 'Parcheggiate');
    expect(row(page, 1).textContent).toContain('Se ne occupa: Ufficio Clima');
    click(button(row(page, 1), 'Altro'));
    click(button(row(page, 1), 'Contesta…'));
    click(button(page.one('dialog'), 'Contesta la risposta'));
    expect(sent.wishes).toEqual([]);
    type(field(page.one('dialog'), 'Che cosa non torna'), 'Il dato è del 2019');
    click(button(page.one('dialog'), 'Contesta la risposta'));
    await settle();
    click(button(row(page, 1), 'Parcheggia…'));
    type(field(page.one('dialog'), 'Chi la prende in carico'), 'Ufficio Verde');
    click(button(page.one('dialog'), 'Parcheggia la domanda'));
    await settle();
    click(button(row(page, 1), 'Riapri'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.settle', question: questionId(1), how: 'disputed', words: 'Il dato è del 2019' },
      { type: 'floor.settle', question: questionId(1), how: 'parked', words: 'Ufficio Verde' },
      { type: 'floor.settle', question: questionId(1), how: 'open', words: '' },
    ]);
  });
  it('[K1] a refusal keeps the dialog open and says why', async () => {
    sent.reply = { ok: false, code: 'floor.hiddenOne', at: 0 };
    const page = await open();
    click(button(row(page, 1), 'Assegna a…'));
    click(button(page.one('dialog'), 'Assegna la domanda'));
    await settle();
    expect(page.one('dialog .why').textContent).toBe('Questa domanda è nascosta: prima mostrala di nuovo.');
  });
});

describe('the doors', () => {
  it('members and audience are opened and closed apart', async () => {
    const page = await open({ door: { members: true, audience: false } });
    const [members, audience] = page.all('.floor-doors input');
    if (members === undefined || audience === undefined) throw new Error('no doors');
    click(audience);
    click(members);
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.setDoor', members: true, audience: true },
      { type: 'floor.setDoor', members: false, audience: false },
    ]);
  });
  it('[K3] a sheet is typed in with its table; not stored, it is the same question when it is sent again, and the next is another', async () => {
    const page = await open();
    click(button(page.host, 'Aggiungi da un foglio…'));
    const dialog = page.one('dialog');
    const add = async (text: string): Promise<void> => {
      type(field(dialog, 'La domanda, come è scritta'), text);
      click(button(dialog, 'Aggiungi la domanda'));
      await settle();
    };
    sent.reply = { ok: false, code: 'kernel.offline', at: 0 };
    choose(dialog, 'Da dove viene', 'Tavolo 3');
    await add('Chi paga?');
    sent.reply = { ok: true, done: 'done', at: 0 };
    await add('Chi paga?');
    choose(dialog, 'Da dove viene', 'Sala');
    await add('E poi?');
    expect(dialog.textContent).toContain('Aggiunte 2 domande.');
    const [first, again, next] = sent.wishes;
    expect(first).toEqual(again);
    expect(first).toMatchObject({ type: 'floor.ask', text: 'Chi paga?', lang: 'it', door: 'paper', group: groupId(3) });
    expect(next).toMatchObject({ text: 'E poi?', group: null });
    expect(next?.['question']).not.toBe(first?.['question']);
  });
});

describe('experts', () => {
  const atExperts = async (): Promise<Drawn> => {
    const page = await open();
    click(page.one('input[value=experts]'));
    await settle();
    return page;
  };
  it('are added, renamed and removed as one list; one with questions stays', async () => {
    const page = await atExperts();
    const first = page.all('.floor-experts > ul > li')[0] ?? page.host;
    const second = page.all('.floor-experts > ul > li')[1] ?? page.host;
    click(button(first, 'Togli'));
    expect(first.textContent).toContain('Ha domande assegnate');
    type(field(page.host, 'Come lo chiama la sala'), 'Botanico');
    click(button(page.host, 'Aggiungi l’esperto'));
    await settle();
    click(button(second, 'Cambia nome'));
    type(field(second, 'Come lo chiama la sala'), 'Ufficio Verde');
    click(button(second, 'Salva'));
    await settle();
    click(button(second, 'Togli'));
    await settle();
    expect(sent.wishes).toEqual([
      { type: 'floor.setExperts', experts: [...written, { id: expect.stringMatching(/^[a-z0-9]{20}$/u), label: 'Botanico', about: '' }] },
      { type: 'floor.setExperts', experts: [written[0], { ...written[1], label: 'Ufficio Verde' }] },
      { type: 'floor.setExperts', experts: [written[0]] },
    ]);
  });
  it('whose words did not all fit in the view keep them when the list is changed', async () => {
    const page = await open({ experts: experts.map((each) => ({ ...each, label: '', about: '' })) });
    click(page.one('input[value=experts]'));
    await settle();
    expect(page.one('.floor-experts h2').textContent).toBe('Tecnica della mobilità');
    click(button(page.all('.floor-experts > ul > li')[1] ?? page.host, 'Togli'));
    await settle();
    expect(sent.wishes).toEqual([{ type: 'floor.setExperts', experts: [written[0]] }]);
  });
  it('[K1] until their words are here, nothing is changed', async () => {
    const page = draw(withLists({ 'floor.questions': [], 'floor.experts': [] }, <Page view={floorView({ experts })} />));
    await settle();
    click(page.one('input[value=experts]'));
    await settle();
    click(button(page.all('.floor-experts > ul > li')[1] ?? page.host, 'Togli'));
    await settle();
    expect(sent.wishes).toEqual([]);
  });
  it('have a link each, shown as a QR when it is made and taken back with one press', async () => {
    const page = await atExperts();
    const first = page.all('.floor-experts > ul > li')[0] ?? page.host;
    click(button(first, 'Crea il collegamento'));
    await settle();
    expect(http).toEqual([
      {
        method: 'POST',
        path: '/api/sessions/session0001/links',
        body: { role: 'expert', expert: expertId(1), label: 'Tecnica della mobilità' },
      },
    ]);
    expect(first.querySelector('svg.qr')?.getAttribute('aria-label')).toBe('Collegamento per Tecnica della mobilità');
    expect(first.querySelector('a')?.getAttribute('href')).toBe('http://plenaria.local/e#t=abc');
    await settle();
    click(button(first, 'Togli il collegamento'));
    await settle();
    expect(http[1]).toEqual({ method: 'DELETE', path: '/api/sessions/session0001/links/link000001', body: null });
    expect(first.querySelector('svg.qr')).toBeNull();
  });
});
