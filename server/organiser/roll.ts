// The list of members comes in: a CSV read line by line (RO6), or only numbers of seats when an office keeps the names to itself.
// People go into the erasable table first, then one wish with ids only (RO1). If the wish is refused, or had been granted before,
// the rows just written are erased again: nobody is ever half in.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idPattern } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { exampleRoll } from '../../shared/roster/csv.ts';
import type { RollReply } from '../../shared/roster/reading.ts';
import type { Identity } from '../kernel/access.ts';
import { Refused } from '../kernel/http.ts';
import { hashToken, newId } from '../kernel/random.ts';
import { enrol } from '../roster/enrol.ts';
import { readRoll } from '../roster/import.ts';
import type { RollReading } from '../roster/import.ts';
import type { AssemblyHouse } from '../session/registry.ts';
import type { Store } from '../store/store.ts';
import { importNotes } from './notes.ts';
import { rosterOf } from './states.ts';
import { assemblyOf, idOf, organiserOf } from './who.ts';
import type { Doors } from './who.ts';

const querySchema = z.object({
  id: z.string().regex(idPattern).optional(),
  replaces: z.enum(['0', '1']).default('0'),
  source: z.string().max(400).default(''),
});
const seat = z.int().min(0).max(99_999_999);
const seatsSchema = z.strictObject({ id: z.string().regex(idPattern), from: seat, to: seat, replaces: z.boolean() });
/** A file's name is kept for people, not for opening: one line, no path. */
const sourceName = (given: string): string =>
  [
    ...given
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .trim(),
  ]
    .slice(0, 80)
    .join('') || 'elenco.csv';

/** Everybody is on the roll, or why nobody is. */
type RollEntered = { readonly ok: true; readonly members: number } | Extract<Reply, { readonly ok: false }>;

/** Members' ids from the wish's own random id: an import sent again is the same people, not as many more (K3, RO1). */
const idsFrom = (wish: string): (() => string) => {
  let place = 0;
  return () => hashToken(`${wish} ${(place += 1)}`).slice(0, 20);
};
/** Without the people: those stay on the server. */
const told = (reading: RollReading): RollReply =>
  reading.ok
    ? { ok: true, summary: reading.summary }
    : { ok: false, problems: reading.problems, more: reading.more, summary: reading.summary };

export const rollRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly clock: () => number }): void => {
  const { registry, store, clock } = doors;

  const read = (assembly: AssemblyHouse, request: FastifyRequest, replaces: boolean, wish?: string): RollReading => {
    if (!(request.body instanceof Uint8Array)) throw new Refused('kernel.malformed', 400);
    if (replaces) return readRoll(request.body);
    // Sent again after a lost answer, its own people are no obstacle to it.
    const next = wish === undefined ? null : idsFrom(wish);
    const own = new Set(next ? Array.from({ length: limits.seats }, next) : []);
    return readRoll(request.body, {
      taken: new Set([...rosterOf(assembly.ledger).seats].flatMap(([seat, member]) => (own.has(member) ? [] : [seat]))),
    });
  };

  const enter = async (assembly: AssemblyHouse, who: Identity, wish: string, list: ReturnType<typeof enrol>): Promise<RollEntered> => {
    const members = [...list.people.keys()];
    const rows = [...list.people].filter(([, { name, attributes }]) => name !== null || Object.keys(attributes).length > 0);
    await store.putPeople(
      assembly.id,
      rows.map(([member, { name, attributes }]) => ({ member, name, attributes: JSON.stringify(attributes) })),
    );
    const reply = await assembly.ledger.submit({ id: wish, command: list.command }, who.actor);
    const known = rosterOf(assembly.ledger).people;
    const enrolled = members.every((member) => known.has(member));
    // 'store.gone' is the one answer after which the fact may still be there: then the names must be too.
    if (enrolled || (!reply.ok && reply.code === 'store.gone')) await registry.readPeople(assembly);
    else if (rows.length > 0) await store.erasePeople(assembly.id, members);
    if (enrolled) await importNotes.write(store, assembly.id, { at: clock(), source: list.command.source });
    return reply.ok ? { ok: true, members: members.length } : reply;
  };

  http.get('/api/roll/example.csv', async (_request, reply) =>
    reply.header('content-disposition', 'attachment; filename="elenco-esempio.csv"').type('text/csv; charset=utf-8').send(exampleRoll),
  );

  http.post('/api/assemblies/:id/roll/read', async (request): Promise<RollReply> => {
    await organiserOf(doors, request);
    const assembly = assemblyOf(doors, idOf(request));
    return told(read(assembly, request, querySchema.parse(request.query).replaces === '1'));
  });

  /** Answers the reading's faults (and has done nothing), or the ledger's reply. */
  http.post('/api/assemblies/:id/roll/import', async (request): Promise<RollReply | RollEntered> => {
    const who = await organiserOf(doors, request);
    const assembly = assemblyOf(doors, idOf(request));
    const { id, replaces, source } = querySchema.parse(request.query);
    const reading = read(assembly, request, replaces === '1', id);
    if (!reading.ok) return told(reading);
    const wish = id ?? newId();
    return enter(
      assembly,
      who,
      wish,
      enrol(reading.people, { source: sourceName(source), replaces: replaces === '1', newId: idsFrom(wish) }),
    );
  });

  http.post('/api/assemblies/:id/roll/seats', async (request): Promise<RollEntered> => {
    const who = await organiserOf(doors, request);
    const assembly = assemblyOf(doors, idOf(request));
    const { id, from, to, replaces } = seatsSchema.parse(request.body);
    if (to < from) throw new Refused('organiser.seatsReversed', 400);
    if (to - from + 1 > limits.seats) throw new Refused('organiser.seatsTooMany', 400, { max: limits.seats });
    const list = Array.from({ length: to - from + 1 }, (_, place) => ({
      seat: String(from + place),
      name: null,
      attributes: {},
      from: null,
      until: null,
      cohort: '',
    }));
    return enter(assembly, who, id, enrol(list, { source: `${from}–${to}`, replaces, newId: idsFrom(id) }));
  });
};
