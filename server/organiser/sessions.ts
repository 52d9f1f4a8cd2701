// Assemblies and sessions are made here: an assembly by its name, a session from a programme (ready, saved, a file, another session, or none).
// A session is made whole: if its programme is refused it is taken away again; a question that cannot be kept is named, never dropped in silence.
// A draft that nobody ever entered can be deleted; what has been a session stays (IN4: erase keeps the minutes).
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idPattern } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { line, titleSchema } from '../../shared/kernel/text.ts';
import { instantOf } from '../../shared/agenda/hours.ts';
import { maxChars } from '../../shared/agenda/json-lines.ts';
import { applyTemplate, readTemplate } from '../../shared/agenda/template.ts';
import type { Template } from '../../shared/agenda/template.ts';
import { dateSchema } from '../../shared/roster/commands.ts';
import { Refused } from '../kernel/http.ts';
import { newId } from '../kernel/random.ts';
import type { AssemblyHouse, SessionHall } from '../session/registry.ts';
import type { Store } from '../store/store.ts';
import { dropNotes, retentionNotes } from './notes.ts';
import { readyOf, savedOf, templateOf, wrongFile } from './programme.ts';
import { rosterOf } from './states.ts';
import { assemblyOf, hallOf, idOf, organiserOf } from './who.ts';
import type { Doors } from './who.ts';

const id = z.string().regex(idPattern);
const timeZoneSchema = z
  .string()
  .max(40)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  });
const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), id: z.string().max(40) }),
  z.strictObject({ kind: z.literal('saved'), id }),
  z.strictObject({ kind: z.literal('session'), id }),
  z.strictObject({ kind: z.literal('file'), text: z.string().max(maxChars + 1) }),
  z.strictObject({ kind: z.literal('empty') }),
]);
const sessionSchema = z.strictObject({
  template: sourceSchema,
  title: titleSchema,
  day: dateSchema,
  /** HH:MM, in the session's own time zone. */
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  timeZone: timeZoneSchema,
  place: line(limits.titleChars, 0),
});
const wishSchema = z.strictObject({ id, command: z.looseObject({ type: z.string().max(60) }) });
/** How long personal data of a session is kept unless somebody says otherwise: what the assembly decides is carried out within two years. */
const keptYears = 2;

/** Takes a session out of the house for good: its devices, its log, its boxes, its files. */
export const removeSession = async ({ registry, store }: Doors & { readonly store: Store }, hall: SessionHall): Promise<void> => {
  for (const each of [...registry.halls.values()]) {
    if (each.rehearsalOf === hall.id) await registry.closeRehearsal(each.id);
  }
  registry.halls.delete(hall.id);
  hall.hub.tell(() => true, 'access.revoked');
  hall.hub.stop();
  await hall.ledger.stop();
  await store.forgetLog({ scope: 'session', id: hall.id });
  await store.destroySecret(`box.${hall.id}`);
  await dropNotes(store, hall.id);
};

export const sessionRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly clock: () => number }): void => {
  const { registry, store } = doors;

  http.post('/api/assemblies', async (request) => {
    await organiserOf(doors, request);
    const { name } = z.strictObject({ name: titleSchema }).parse(request.body);
    const same = [...registry.assemblies.values()].some((one) => JSON.stringify(rosterOf(one.ledger).name) === JSON.stringify(name));
    if (same) throw new Refused('organiser.assemblyNamed', 409);
    return { ok: true, assembly: (await registry.createAssembly(name, false)).id };
  });

  /** Any wish of the assembly's own log (its name, a seat, a card), as organiser; the ledger answers it (K1, K3). */
  http.post('/api/assemblies/:id/do', async (request) => {
    const who = await organiserOf(doors, request);
    return assemblyOf(doors, idOf(request)).ledger.submit(wishSchema.parse(request.body), who.actor);
  });

  const programme = async (source: z.infer<typeof sourceSchema>): Promise<Template | null> => {
    switch (source.kind) {
      case 'empty':
        return null;
      case 'ready':
      case 'saved': {
        const found = source.kind === 'ready' ? readyOf(source.id) : await savedOf(store, source.id);
        if (!found) throw new Refused('organiser.templateGone', 404);
        return found;
      }
      case 'session':
        return templateOf(hallOf(doors, source.id));
      case 'file': {
        const read = readTemplate(source.text);
        if (!read.ok) throw wrongFile(read.problems);
        return read.template;
      }
      default:
        return source satisfies never;
    }
  };

  const make = async (
    assembly: AssemblyHouse,
    wanted: z.infer<typeof sessionSchema>,
  ): Promise<{ readonly session: string; readonly missing: readonly string[] }> => {
    const { title, day, startsAt, timeZone, place } = wanted;
    const template = await programme(wanted.template);
    const { demo } = rosterOf(assembly.ledger);
    const hall = await registry.createSession(assembly, { title, day, timeZone, place, demo });
    const startPlanned = instantOf(day, startsAt, timeZone);
    const applied = template && applyTemplate(template, { mode: 'replace', startPlanned, newId });
    const loaded = await registry.submit(hall.ledger, applied ? applied.load : { type: 'agenda.setStart', startPlanned });
    if (!loaded.ok) {
      await removeSession(doors, hall);
      throw new Refused('organiser.programmeRefused', 409, { code: loaded.code });
    }
    const missing: string[] = [];
    for (const [place, draft] of (applied?.drafts ?? []).entries()) {
      const kept = await registry.submit(hall.ledger, { type: 'poll.draft', poll: newId(), draft });
      if (!kept.ok) missing.push(`${place + 1}: ${kept.code}`);
    }
    await retentionNotes.write(store, hall.id, {
      until: `${Number(day.slice(0, 4)) + keptYears}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`,
      erasedAt: null,
    });
    return { session: hall.id, missing };
  };

  http.post('/api/assemblies/:id/sessions', async (request) => {
    await organiserOf(doors, request);
    return { ok: true, ...(await make(assemblyOf(doors, idOf(request)), sessionSchema.parse(request.body))) };
  });

  /** The same programme and questions on another day. */
  http.post('/api/sessions/:id/duplicate', async (request) => {
    await organiserOf(doors, request);
    const hall = hallOf(doors, idOf(request));
    const { title, day, startsAt } = sessionSchema.pick({ title: true, day: true, startsAt: true }).parse(request.body);
    const { timeZone, place } = hall.about();
    return { ok: true, ...(await make(hall.of, { template: { kind: 'session', id: hall.id }, title, day, startsAt, timeZone, place })) };
  });

  http.delete('/api/sessions/:id', async (request) => {
    await organiserOf(doors, request);
    const hall = hallOf(doors, idOf(request));
    if (hall.about().phase !== 'draft') throw new Refused('organiser.notADraft', 409);
    await removeSession(doors, hall);
    return { ok: true };
  });
};
