// Our server with a board at work: the app as it is started for a session, on a free port of this machine, a roll of as many seats as
// the bench asks, all present; one board for the plenary, or one a table. Told over the pipe.
import { z } from 'zod';
import { openApp } from '../server/app.ts';
import { newId } from '../server/kernel/random.ts';
import type { Wishful } from '../server/session/registry.ts';
import { serveAsHelper } from './helper.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('bench/boardServer.ts needs a folder');

const app = await openApp({ dataDir });
const port = await app.listen(0, '127.0.0.1');
const base = `http://127.0.0.1:${String(port)}`;
const text = (it: string) => ({ original: 'it', it }) as const;

const openSchema = z.object({ people: z.number().int(), tables: z.number().int() });
const setUp = async ({ people, tables }: z.infer<typeof openSchema>) => {
  const assembly = await app.registry.createAssembly(text('Assemblea'), false);
  const must = async (reply: Promise<{ readonly ok: boolean }>) => {
    const given = await reply;
    if (!given.ok) throw new Error(JSON.stringify(given));
  };
  const members = Array.from({ length: people }, (_, n) => ({ member: newId(), seat: String(n + 1), from: null, until: null, cohort: '' }));
  await must(app.registry.submit(assembly.ledger, { type: 'roster.import', source: 'bench', replaces: true, members }));
  const hall = await app.registry.createSession(assembly, {
    title: text('Prova di carico'),
    day: '2026-11-21',
    timeZone: 'Europe/Rome',
    place: '',
    demo: false,
  });
  const give = (command: Wishful) => must(app.registry.submit(hall.ledger, command));
  await give({ type: 'session.openDoors' });
  await give({ type: 'session.open' });
  for (const { member } of members) await give({ type: 'presence.letIn', member, phone: true });
  const groups = Array.from({ length: tables }, (_, n) => ({
    id: newId(),
    number: n + 1,
    name: null,
    theme: null,
    question: null,
    video: null,
  }));
  if (tables > 0) {
    await give({ type: 'groups.plan', themes: [], groups });
    const seating = groups.map(({ id }, n) => ({
      group: id,
      members: members.filter((_, at) => at % tables === n).map(({ member }) => member),
    }));
    await give({ type: 'groups.assign', round: 1, how: { by: 'hand' }, seating });
    await give({ type: 'groups.split', round: 1, block: null });
  }
  const area = newId();
  const plans = (tables > 0 ? groups.map(({ id }) => id) : [null]).map((group) => ({
    id: newId(),
    group,
    block: null,
    title: text('Che cosa viene prima?'),
    areas: [{ id: area, prompt: text('Le vostre idee'), shape: { kind: 'column' } }],
    authors: 'hidden',
    silent: false,
    kinds: ['idea', 'against', 'question', 'condition'],
    dots: { each: 5, max: 2, on: 'notes' },
    secs: [null, null, null, null],
  }));
  await give({ type: 'board.prepare', plans });
  await give({ type: 'board.open', boards: plans.map(({ id }) => id) });
  const tokens = await Promise.all(
    members.map(
      async ({ member }) => (await app.access.makeDevice({ role: 'member', assembly: assembly.id, session: null, member })).token,
    ),
  );
  const console_ = await app.access.makeDevice({ role: 'facilitator', assembly: assembly.id, session: hall.id });
  return {
    base,
    area,
    facilitator: console_.token,
    writers: members.map((_, at) => ({ token: tokens[at] ?? '', board: (tables > 0 ? plans[at % tables] : plans[0])?.id ?? '' })),
  };
};

serveAsHelper({ open: (raw) => setUp(openSchema.parse(raw)) }, () => app.stop());
