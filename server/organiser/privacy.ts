// What is personal, how long it is kept, and its end (IN4): a day for each session, people erased from the table where names and attributes
// lie, a session's materials and devices erased once it is over. Logs stay: they hold no name. The invented assembly goes whole, in one tap.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { memberIdSchema } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { dateSchema } from '../../shared/roster/commands.ts';
import type { Erased } from '../../shared/organiser/wire.ts';
import { Refused } from '../kernel/http.ts';
import type { Store } from '../store/store.ts';
import { exportOf } from './export.ts';
import { dropNotes, retentionNotes } from './notes.ts';
import { removeSession } from './sessions.ts';
import { rosterOf } from './states.ts';
import { assemblyOf, hallOf, hallsOf, idOf, organiserOf } from './who.ts';
import type { Doors } from './who.ts';

const running: ReadonlySet<string> = new Set(['doors', 'open', 'suspended']);
/** The number that the dialog repeats: what changed in between is not erased by surprise. */
const peopleSchema = z.strictObject({
  members: z.union([z.literal('all'), z.array(memberIdSchema).min(1).max(limits.seats)]),
  count: z.int().min(1),
});

export const privacyRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly clock: () => number }): void => {
  const { registry, store, clock } = doors;

  http.post('/api/sessions/:id/retention', async (request) => {
    await organiserOf(doors, request);
    const hall = hallOf(doors, idOf(request));
    const { until } = z.strictObject({ until: dateSchema.nullable() }).parse(request.body);
    const { erasedAt = null } = (await retentionNotes.read(store, hall.id)) ?? {};
    await retentionNotes.write(store, hall.id, { until, erasedAt });
    return { ok: true };
  });

  http.post('/api/assemblies/:id/erase-people', async (request): Promise<Erased> => {
    await organiserOf(doors, request);
    const assembly = assemblyOf(doors, idOf(request));
    const { members, count } = peopleSchema.parse(request.body);
    // One person may ask at any moment; everybody at once in the middle of a session is a slip.
    if (members === 'all' && hallsOf(doors, assembly.id).some((hall) => running.has(hall.about().phase)))
      throw new Refused('organiser.sessionRunning', 409);
    const kept = new Set((await store.people(assembly.id)).map(({ member }) => member));
    const wanted = members === 'all' ? [...kept] : members.filter((member) => kept.has(member));
    if (wanted.length !== count) throw new Refused('organiser.numberChanged', 409, { now: wanted.length });
    const { left } = await store.erasePeople(assembly.id, members === 'all' ? 'all' : wanted);
    await registry.readPeople(assembly);
    return { ok: true, people: wanted.length, files: 0, accesses: 0, left };
  });

  /** Materials and devices of a session that is over. Its links stop working. */
  http.post('/api/sessions/:id/erase', async (request): Promise<Erased> => {
    await organiserOf(doors, request);
    const hall = hallOf(doors, idOf(request));
    const { phase } = hall.about();
    if (phase !== 'closed' && phase !== 'sealed') throw new Refused('organiser.closeFirst', 409);
    const files = await store.listFiles(hall.id);
    for (const { id } of files) await store.deleteFile(id);
    const accesses = await store.forgetAccess(hall.id);
    hall.hub.tell((device) => device.actor.role !== 'organiser' && device.actor.role !== 'member', 'access.revoked');
    const { until = null } = (await retentionNotes.read(store, hall.id)) ?? {};
    await retentionNotes.write(store, hall.id, { until, erasedAt: clock() });
    return { ok: true, people: 0, files: files.length, accesses, left: 'clean' };
  });

  /** The invented assembly, or one in which no session was ever opened: with its drafts, its people and its log. */
  http.delete('/api/assemblies/:id', async (request) => {
    await organiserOf(doors, request);
    const asked = assemblyOf(doors, idOf(request));
    const isDemo = ({ ledger }: typeof asked): boolean => rosterOf(ledger).demo;
    if (!isDemo(asked) && hallsOf(doors, asked.id).some((hall) => hall.about().phase !== 'draft'))
      throw new Refused('organiser.hasSessions', 409);
    // The demo is several assemblies: it goes away whole, in one tap.
    for (const assembly of isDemo(asked) ? [...registry.assemblies.values()].filter(isDemo) : [asked]) {
      for (const hall of hallsOf(doors, assembly.id)) await removeSession(doors, hall);
      registry.assemblies.delete(assembly.id);
      await assembly.ledger.stop();
      await store.erasePeople(assembly.id, 'all');
      await store.forgetLog({ scope: 'assembly', id: assembly.id });
      await dropNotes(store, assembly.id);
    }
    return { ok: true };
  });

  http.get('/api/assemblies/:id/export', async (request, reply) => {
    await organiserOf(doors, request);
    const assembly = assemblyOf(doors, idOf(request));
    return reply
      .header(
        'content-disposition',
        `attachment; filename="plenaria-${new Date(clock()).toISOString().slice(0, 10)}-${assembly.id.slice(0, 6)}.json"`,
      )
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(exportOf(assembly, hallsOf(doors, assembly.id), store, clock()));
  });
};
