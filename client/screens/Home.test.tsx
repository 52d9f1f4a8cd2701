/* The organiser's page as a person meets it: the first start, a list with faults, data erased, a network that goes away. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setLang } from '../kernel/i18n.ts';
import { assemblyRow, button, here, home, serve, sessionRow, until } from '../organiser/pages.testkit.tsx';
import { act, click, draw, type } from '../ui/render.testkit.tsx';
import { Home } from './Home.tsx';

beforeEach(async () => {
  await setLang('it');
  location.hash = '';
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const show = async (setup: string | null, look: (host: HTMLElement) => unknown) => {
  const drawn = draw(<Home setup={setup} />);
  await until(() => look(drawn.host));
  return drawn;
};
const says = (host: HTMLElement, words: string): boolean => host.textContent.includes(words);

describe('the first start', () => {
  test('given nothing, three steps: the first acts, the others say what they wait for', async () => {
    serve({ 'GET /api/here': here, 'GET /api/home': home([]) });
    const { host } = await show(null, (page) => says(page, 'Qui non c’è ancora nessuna assemblea'));
    const waiting = [...host.querySelectorAll<HTMLElement>('.org-first li')].map(
      (step) => step.querySelector('button')?.getAttribute('aria-disabled') ?? 'no',
    );
    expect(waiting).toEqual(['no', 'true', 'true']);
    expect([...host.querySelectorAll('.org-first li button')].map((one) => one.textContent)).toEqual([
      'Crea l’assemblea',
      'Prima crea l’assemblea',
      'Prima crea l’assemblea',
    ]);
    expect(says(host, 'Guarda una seduta finta')).toBe(false);
  });

  test('a name makes the assembly; then the people are the next step', async () => {
    const server = serve({
      'GET /api/here': here,
      'GET /api/home': home([]),
      'POST /api/assemblies': { ok: true, assembly: 'assembly00001' },
    });
    const { host, one } = await show(null, (page) => says(page, 'Crea l’assemblea'));
    click(button(host, 'Crea l’assemblea'));
    click(button(one('dialog'), 'Crea l’assemblea'));
    expect(says(one('dialog'), 'Scrivi un nome.')).toBe(true);
    type(one('dialog input'), 'Clima, 2026');
    server.answers['GET /api/home'] = home([assemblyRow({ members: 0 })]);
    click(button(one('dialog'), 'Crea l’assemblea'));
    await until(() => says(host, 'Ancora due passi'));
    expect(server.asked.find(({ path, method }) => path === '/api/assemblies' && method === 'POST')?.body).toBe(
      '{"name":{"original":"it","it":"Clima, 2026"}}',
    );
    expect(button(host, 'Carica l’elenco').className).toContain('primary');
  });

  test('a one-time link asks for name and passphrase, and says what is missing before it asks the server', async () => {
    const server = serve({
      'GET /api/here': { ok: true, here: {} },
      'POST /api/setup/read': { ok: true, purpose: 'first', name: null },
      'POST /api/setup': { ok: true, name: 'Marta' },
    });
    const { host, all } = await show('token', (page) => says(page, 'Crea il mio accesso'));
    click(button(host, 'Crea il mio accesso'));
    expect(says(host, 'servono almeno 10 caratteri')).toBe(true);
    expect(server.asked.some(({ path }) => path === '/api/setup')).toBe(false);
    const [name, passphrase] = all('input');
    if (name) type(name, 'Marta');
    if (passphrase) type(passphrase, 'nove gatti sul tetto');
    server.answers['GET /api/here'] = here;
    server.answers['GET /api/home'] = home([]);
    click(button(host, 'Crea il mio accesso'));
    await until(() => says(host, 'Qui non c’è ancora nessuna assemblea'));
  });

  test('a link that is over says so, in words', async () => {
    serve({ 'GET /api/here': { ok: true, here: {} }, 'POST /api/setup/read': { ok: false, code: 'organiser.linkUsed', params: {} } });
    const { host } = await show('token', (page) => says(page, 'Questo collegamento è già stato usato'));
    expect(host.querySelector('form')).toBeNull();
  });

  test('a wrong passphrase is said, and the name stays', async () => {
    serve({ 'GET /api/here': { ok: true, here: {} }, 'POST /api/login': { ok: false, code: 'organiser.wrongPassphrase', params: {} } });
    const { host, all } = await show(null, (page) => says(page, 'Entra per organizzare'));
    const [name, passphrase] = all('input');
    if (name) type(name, 'Marta');
    if (passphrase) type(passphrase, 'no');
    click(button(host.querySelector('form') ?? host, 'Entra'));
    await until(() => says(host, 'Nome o frase segreta non corrispondono'));
    expect(host.querySelector('input')?.value).toBe('Marta');
  });
});

describe('a list of members', () => {
  const summary = { delimiter: ';', encoding: 'utf-8', columns: [], rows: 90, good: 89, seats: 90, reserves: 0 };
  const upload = (input: HTMLElement): void => {
    Object.defineProperty(input, 'files', { configurable: true, value: [new File(['posto\n1\n'], 'membri.csv')] });
    act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  };

  test('[RO6] with a fault is told line by line, and nobody came in', async () => {
    const server = serve({
      'GET /api/here': here,
      'GET /api/home': home([assemblyRow({ members: 0 })]),
      'POST /api/assemblies/assembly00001/roll/read': {
        ok: false,
        problems: [{ line: 7, column: 'posto', found: '17', code: 'seatTwice', params: { line: 5 } }],
        more: 0,
        summary,
      },
    });
    location.hash = '#/assembly/assembly00001/roll';
    const { host, one } = await show(null, (page) => page.querySelector('.roll-import input[type=file]'));
    upload(one('.roll-import input[type=file]'));
    await until(() => says(host, 'Non è entrato nessuno.'));
    expect([...host.querySelectorAll('tbody td')].map((cell) => cell.textContent).slice(0, 3)).toEqual([
      '7',
      'posto',
      '«17» c’è già alla riga 5',
    ]);
    expect(server.asked.filter(({ method }) => method === 'POST').map(({ path }) => path.split('?')[0])).toEqual([
      '/api/assemblies/assembly00001/roll/read',
    ]);
    expect(server.asked.find(({ method }) => method === 'POST')?.body).toBe('posto\n1\n');
  });

  test('[RO6] that another page has made impossible meanwhile is refused in words, after it looked good', async () => {
    serve({
      'GET /api/here': here,
      'GET /api/home': home([assemblyRow({ members: 0 })]),
      'POST /api/assemblies/assembly00001/roll/read': { ok: true, summary },
      'POST /api/assemblies/assembly00001/roll/import': { ok: false, code: 'roster.seatTaken', params: { seat: '17' }, at: 1 },
    });
    location.hash = '#/assembly/assembly00001/roll';
    const { host, one } = await show(null, (page) => page.querySelector('.roll-import input[type=file]'));
    upload(one('.roll-import input[type=file]'));
    await until(() => host.querySelector('.roll-import .btn.primary'));
    click(one('.roll-import .btn.primary'));
    await until(() => says(host, 'Il posto 17 è già di qualcuno'));
  });
});

describe('an assembly', () => {
  test('what is open comes first, says where it stands, and its act is the primary one', async () => {
    const open = sessionRow({ phase: 'open', present: 77, running: 4 });
    serve({
      'GET /api/here': here,
      'GET /api/home': home([
        assemblyRow({
          sessions: [open, sessionRow({ id: 'session000002', day: '2027-01-30', title: { original: 'it', it: 'Terza plenaria' } })],
        }),
      ]),
    });
    const { host } = await show(null, (page) => page.querySelector('.org-sessions'));
    const rows = [...host.querySelectorAll('.org-sessions tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual([
      'Seconda plenariaoggi, 8.45Aperta77 presenti di 90, punto 4 di 9Vai in sala',
      'Terza plenariasab 30 gennaio 2027Bozza9 punti, 2 domandePrepara',
    ]);
    expect(host.querySelectorAll('.btn.primary')).toHaveLength(1);
  });

  test('[IN4] erasing repeats object and number in the question and in its button, and sends that number', async () => {
    const server = serve({
      'GET /api/here': here,
      'GET /api/home': home([assemblyRow({ sessions: [sessionRow()] })]),
      'POST /api/assemblies/assembly00001/erase-people': { ok: true, people: 77, files: 0, accesses: 0, left: 'clean' },
    });
    location.hash = '#/assembly/assembly00001/data';
    const { host, one } = await show(null, (page) => says(page, 'Cancella nomi e attributi'));
    click(button(host, 'Cancella nomi e attributi'));
    expect(one('dialog h2').textContent).toBe('Cancellare nomi e attributi di 77 persone?');
    expect(says(one('dialog'), 'Clima, 2026')).toBe(true);
    click(button(one('dialog'), 'Cancella i dati di 77 persone'));
    await until(() => says(host, 'Cancellati nomi e attributi di 77 persone.'));
    expect(server.asked.find(({ path }) => path.endsWith('erase-people'))?.body).toBe('{"members":"all","count":77}');
  });

  test('[IN4] what should have been erased by now is said on the assembly’s page', async () => {
    const row = assemblyRow({ sessions: [sessionRow()] });
    serve({
      'GET /api/here': here,
      'GET /api/home': home([row], {
        due: [{ kind: 'people', assembly: row.id, session: null, name: row.name, until: '2026-11-01', count: 77 }],
      }),
    });
    const { host } = await show(null, (page) => page.querySelector('.org-sessions'));
    expect(says(host, 'C’è 1 cosa da cancellare.')).toBe(true);
  });

  test('when the server goes away the page stays, and says of when it is', async () => {
    const server = serve({ 'GET /api/here': here, 'GET /api/home': home([assemblyRow({ sessions: [sessionRow()] })]) });
    const { host } = await show(null, (page) => page.querySelector('.org-sessions'));
    server.answers['GET /api/here'] = null;
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await until(() => says(host, 'Quello che vedi è delle'));
    expect(says(host, 'Seconda plenaria')).toBe(true);
    server.answers['GET /api/here'] = here;
    click(button(host, 'Riprova'));
    await until(() => !says(host, 'Quello che vedi è delle'));
  });
});

test('the invented assembly goes in one tap, unless the tap is taken back', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    const demo = assemblyRow({ demo: true, sessions: [sessionRow()] });
    const server = serve({
      'GET /api/here': here,
      'GET /api/home': home([assemblyRow({ id: 'assembly00002', sessions: [sessionRow({ id: 'session000009' })] }), demo]),
      'DELETE /api/assemblies/assembly00001': { ok: true },
    });
    location.hash = '#/assembly/assembly00001';
    const { host } = await show(null, (page) => says(page, 'Togli l’assemblea finta'));
    const removed = () => server.asked.some(({ method }) => method === 'DELETE');
    click(button(host, 'Togli l’assemblea finta'));
    click(button(host, 'Annulla: tienila'));
    act(() => void vi.advanceTimersByTime(60_000));
    expect(removed()).toBe(false);
    click(button(host, 'Togli l’assemblea finta'));
    act(() => void vi.advanceTimersByTime(7_900));
    expect(removed()).toBe(false);
    server.answers['GET /api/home'] = home([assemblyRow({ id: 'assembly00002', sessions: [sessionRow({ id: 'session000009' })] })]);
    act(() => void vi.advanceTimersByTime(200));
    expect(removed()).toBe(true);
    await until(() => !says(host, 'Tolgo l’assemblea finta'));
  } finally {
    vi.useRealTimers();
  }
});
