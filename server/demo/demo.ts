// What `npm start` opens in an empty folder: an invented assembly whose public presentation can be run at once, dated today,
// with its four questions in three languages; a plenary with ninety seats, a PDF to show, five tables with their boards and two experts with
// questions to answer; and, in an assembly of its own, the first morning of a Citizens' Table of forty-four, at work on a board.
// Nothing in it is a real person: seats have made-up attributes and no names. It is marked as a demo and goes away in one tap.
import { readFileSync } from 'node:fs';
import { instantOf } from '../../shared/agenda/hours.ts';
import { applyTemplate } from '../../shared/agenda/template.ts';
import type { Template } from '../../shared/agenda/template.ts';
import { day as plenaryDay } from '../../shared/agenda/templates/day.ts';
import { firstTable } from '../../shared/agenda/templates/table.ts';
import { presentation } from '../../shared/agenda/templates/presentation.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { App } from '../app.ts';
import { newId, sha256 } from '../kernel/random.ts';
import type { AssemblyHouse, SessionHall, Wishful } from '../session/registry.ts';
import { lead } from './boards.ts';
import { runCitizens } from './citizens.ts';
import { askTheHall, audienceOf } from './floor.ts';
import { demoSeats } from './seats.ts';
import { setTables } from './tables.ts';

export interface DemoLinks {
  readonly console: string;
  readonly member: string;
  readonly audience: string;
  readonly screen: string;
  readonly desk: string;
  /** The plenary's console. */
  readonly plenary: string;
  /** The facilitator of the plenary's first table. */
  readonly table: string;
  /** One of the plenary's experts, of whom something is asked. */
  readonly expert: string;
  /** The Citizens' Table: its console, and the phone of one of its members. */
  readonly citizens: string;
  readonly citizen: string;
}

const timeZone = 'Europe/Rome';
const docKind = 'demo';
const quarterMs = 15 * 60_000;

/** The next quarter of an hour: a programme that begins in a moment can be tried at any time of the day. */
const soon = (now: number): number => Math.ceil(now / quarterMs) * quarterMs;
const dayOf = (at: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);

/** What making a demo needs of the app. */
type Parts = Pick<App, 'registry' | 'store'>;

const must = (reply: Reply): void => {
  if (!reply.ok) throw new Error(`the demo could not be made: ${reply.code} ${JSON.stringify(reply.params ?? {})}`);
};

const load = async (
  app: Parts,
  hall: SessionHall,
  template: Template,
  startPlanned: number,
): Promise<readonly { readonly id: string; readonly block: string | null }[]> => {
  const { load: agenda, drafts } = applyTemplate(template, { mode: 'replace', startPlanned, newId });
  const give = async (command: Wishful) => must(await app.registry.submit(hall.ledger, command));
  await give({ ...agenda });
  const polls: { id: string; block: string | null }[] = [];
  for (const draft of drafts) {
    const id = newId();
    await give({ type: 'poll.draft', poll: id, draft });
    polls.push({ id, block: draft.block });
  }
  return polls;
};

const fillRoll = async (app: Parts, assembly: AssemblyHouse, seats: number): Promise<void> => {
  const people = demoSeats(seats).map((seat) => ({ ...seat, member: newId() }));
  await app.store.putPeople(
    assembly.id,
    people.map(({ member, attributes }) => ({ member, name: null, attributes: JSON.stringify(attributes) })),
  );
  await app.registry.readPeople(assembly);
  must(
    await app.registry.submit(assembly.ledger, {
      type: 'roster.import',
      source: 'demo',
      replaces: true,
      members: people.map(({ member, seat }) => ({ member, seat, from: null, until: null, cohort: '' })),
    }),
  );
};

/** The first block that is a talk shows the slides. */
const attachSlides = async (app: Parts, hall: SessionHall, agenda: Template): Promise<void> => {
  const bytes = readFileSync(new URL('slides.pdf', import.meta.url));
  const material = { id: newId(), name: 'Le cinque aree del Piano', kind: 'pdf', pages: 3, sha256: sha256(bytes) };
  await app.store.putFile({
    id: material.id,
    session: hall.id,
    name: `${material.name}.pdf`,
    mime: 'application/pdf',
    bytes,
    sha256: material.sha256,
    pages: material.pages,
    createdAt: app.registry.clock(),
  });
  const place = agenda.blocks.findIndex(({ activity }) => activity === 'talk');
  const block = blockIds(hall)[Math.max(0, place)];
  if (block !== undefined) must(await app.registry.submit(hall.ledger, { type: 'agenda.attach', block, material }));
};
const blockIds = (hall: SessionHall): readonly string[] => {
  const state = hall.ledger.states['agenda'];
  if (typeof state !== 'object' || state === null || !('plan' in state)) return [];
  const { plan } = state;
  if (typeof plan !== 'object' || plan === null || !('blocks' in plan) || !Array.isArray(plan.blocks)) return [];
  return plan.blocks.flatMap((block: unknown) =>
    typeof block === 'object' && block !== null && 'id' in block && typeof block.id === 'string' ? [block.id] : [],
  );
};

interface Made {
  readonly assembly: string;
  readonly presentation: string;
  readonly plenary: string;
  /** The first table of the plenary. */
  readonly table: string;
  /** The first of its experts. */
  readonly expert: string;
  readonly citizens: string;
}
const make = async (app: Parts): Promise<Made> => {
  const { registry } = app;
  const now = registry.clock();
  const assembly = await registry.createAssembly(
    { original: 'it', it: 'Assemblea dei Cittadini sul Clima (dimostrazione)', en: 'Citizens’ Assembly on Climate (demo)' },
    true,
  );
  await fillRoll(app, assembly, 90);
  const common = { day: dayOf(now), timeZone, demo: true };
  const show = await registry.createSession(assembly, { ...common, title: presentation.title, place: 'Sala grande' });
  await load(app, show, presentation, soon(now));
  const plenary = await registry.createSession(assembly, { ...common, title: plenaryDay.title, place: 'Sala grande' });
  await load(app, plenary, plenaryDay, instantOf(common.day, plenaryDay.startsAt, timeZone));
  await attachSlides(app, plenary, plenaryDay);
  await attachSlides(app, show, presentation);
  const groups = plenaryDay.blocks.findIndex(({ activity }) => activity === 'groups');
  const tables = await setTables(assembly, plenary, blockIds(plenary)[groups] ?? null);
  const [table = ''] = tables;
  // It is still ahead: what was asked came on sheets and through the tables, by those who lead.
  const [expert = ''] = await askTheHall(plenary, 'plenary', { lead, member: () => lead, audience: audienceOf, tables });
  const forty = await registry.createAssembly(
    { original: 'it', it: 'Tavolo dei cittadini (dimostrazione)', en: 'Citizens’ Table (demo)' },
    true,
  );
  await fillRoll(app, forty, 44);
  const citizens = await registry.createSession(forty, { ...common, title: firstTable.title, place: 'In linea' });
  await runCitizens(app, forty, citizens, now - (now % quarterMs));
  return { assembly: assembly.id, presentation: show.id, plenary: plenary.id, table, expert, citizens: citizens.id };
};

/** The demo made again after somebody removed it: the organiser's "look at a pretend session". */
export const makeDemo = async (app: Parts): Promise<void> => {
  await app.store.putDoc(docKind, 'first', JSON.stringify(await make(app)));
};

const isMade = (value: unknown): value is Made =>
  typeof value === 'object' &&
  value !== null &&
  'assembly' in value &&
  'plenary' in value &&
  'table' in value &&
  'expert' in value &&
  'citizens' in value;

/** Makes the demo when the folder is empty; prints its links again at every start as long as it is there. Null when there is none. */
export const openDemo = async (app: App, { base }: { readonly base: string }): Promise<DemoLinks | null> => {
  const kept = await app.store.getDoc(docKind, 'first');
  const empty = app.registry.assemblies.size === 0 && (await app.store.accounts()).length === 0;
  if (kept === null && !empty) return null;
  const made: unknown = kept === null ? await make(app) : JSON.parse(kept);
  if (!isMade(made)) {
    console.log(
      'The demo in this folder was made by an older version: its links are on the organiser’s page. An empty DATA_DIR gets a new one.',
    );
    return null;
  }
  if (kept === null) await app.store.putDoc(docKind, 'first', JSON.stringify(made));
  const assembly = app.registry.assemblies.get(made.assembly);
  const show = app.registry.halls.get(made.presentation);
  const plenary = app.registry.halls.get(made.plenary);
  const citizens = app.registry.halls.get(made.citizens);
  if (!assembly || !show || !plenary || !citizens) return null;
  const link = async (hall: SessionHall, role: 'facilitator' | 'screen' | 'desk' | 'table' | 'expert', path: string): Promise<string> => {
    const { token } = await app.access.makeLink({
      role,
      assembly: hall.of.id,
      session: hall.id,
      label: role === 'facilitator' ? '' : '1',
      ...(role === 'table' ? { of: made.table } : role === 'expert' ? { of: made.expert } : {}),
    });
    return `${base}${path}#t=${token}`;
  };
  const cardOf = (of: AssemblyHouse): string => {
    const card = of.reads().roster?.members[0]?.card;
    return card === undefined ? `${base}/` : `${base}/m#t=${app.registry.cards.keysOf(card).token}`;
  };
  return {
    console: await link(show, 'facilitator', '/console'),
    member: cardOf(assembly),
    audience: `${base}/#c=${show.about().code}`,
    screen: await link(show, 'screen', '/screen'),
    desk: await link(show, 'desk', '/desk'),
    plenary: await link(plenary, 'facilitator', '/console'),
    table: await link(plenary, 'table', '/t'),
    expert: await link(plenary, 'expert', '/e'),
    citizens: await link(citizens, 'facilitator', '/console'),
    citizen: cardOf(citizens.of),
  };
};
