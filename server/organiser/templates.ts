// Programmes that can be used again: ours, and those that organisers and facilitators have saved or received as a file (AG5).
// A file is read whole or refused with every line that is wrong. What is saved belongs to the whole computer; only organisers throw it away.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idPattern } from '../../shared/kernel/ids.ts';
import { titleSchema } from '../../shared/kernel/text.ts';
import { readTemplate, writeTemplate } from '../../shared/agenda/template.ts';
import { maxChars } from '../../shared/agenda/json-lines.ts';
import { readyTemplates } from '../../shared/agenda/templates/ready.ts';
import { Refused } from '../kernel/http.ts';
import { newId } from '../kernel/random.ts';
import type { Store } from '../store/store.ts';
import { templateNotes } from './notes.ts';
import { readyOf, rowOf, templateOf } from './programme.ts';
import { driverOf, idOf, organiserOf } from './who.ts';
import type { Doors } from './who.ts';

const mostSaved = 200;
const sessionQuery = z.object({ session: z.string().regex(idPattern).optional() });
const saveSchema = z.strictObject({ session: z.string().regex(idPattern), title: z.exactOptional(titleSchema) });
const fileSchema = z.strictObject({ text: z.string().max(maxChars + 1) });

/** A name that every file system takes. */
const fileName = (title: string): string =>
  `${
    [
      ...title
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    ]
      .slice(0, 60)
      .join('') || 'seduta'
  }.json`;

export const templateRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly clock: () => number }): void => {
  const { store, clock } = doors;
  /** A facilitator says of which session; an organiser need not. */
  const somebody = async (request: FastifyRequest): Promise<void> => {
    const { session } = sessionQuery.parse(request.query);
    if (session === undefined) await organiserOf(doors, request);
    else await driverOf(doors, request, session);
  };
  const save = async (text: string): Promise<string> => {
    if ((await templateNotes.list(store)).length >= mostSaved) throw new Refused('organiser.templatesFull', 409, { max: mostSaved });
    const id = newId();
    await templateNotes.write(store, id, { savedAt: clock(), text });
    return id;
  };

  http.get('/api/templates', async (request) => {
    await somebody(request);
    // The saved ones whole: a console loads them as they are.
    const saved = (await templateNotes.list(store)).flatMap(({ id, note }) => {
      const read = readTemplate(note.text);
      return read.ok ? [{ savedAt: note.savedAt, row: { ...rowOf(id, read.template), template: read.template } }] : [];
    });
    return {
      ok: true,
      ready: readyTemplates.map(({ id, template }) => rowOf(id, template)),
      saved: saved.sort((a, b) => b.savedAt - a.savedAt).map(({ row }) => row),
    };
  });

  /** Reads a file and changes nothing: the page shows its hours, or its faults. */
  http.post('/api/templates/read', async (request) => {
    await somebody(request);
    const read = readTemplate(fileSchema.parse(request.body).text);
    return read.ok ? { ok: true, template: rowOf('file', read.template) } : { ok: false, problems: read.problems };
  });

  http.post('/api/templates/import', async (request) => {
    await somebody(request);
    const read = readTemplate(fileSchema.parse(request.body).text);
    if (!read.ok) return { ok: false, problems: read.problems };
    const id = await save(writeTemplate(read.template));
    return { ok: true, template: rowOf(id, read.template) };
  });

  http.post('/api/templates', async (request) => {
    const { session, title } = saveSchema.parse(request.body);
    const { hall } = await driverOf(doors, request, session);
    const template = templateOf(hall, title);
    const id = await save(writeTemplate(template));
    return { ok: true, template: rowOf(id, template) };
  });

  http.get('/api/templates/:id/file', async (request, reply) => {
    await somebody(request);
    // Ours have short names of their own.
    const { id } = z.object({ id: z.string().regex(/^[a-z0-9]{1,40}$/) }).parse(request.params);
    const ready = readyOf(id);
    const text = ready ? writeTemplate(ready) : (await templateNotes.read(store, id))?.text;
    const read = text === undefined ? null : readTemplate(text);
    if (text === undefined || read?.ok !== true) throw new Refused('kernel.notFound', 404);
    const { title } = read.template;
    return reply
      .header('content-disposition', `attachment; filename="${fileName(title[title.original] ?? '')}"`)
      .type('application/json; charset=utf-8')
      .send(text);
  });

  http.delete('/api/templates/:id', async (request) => {
    await organiserOf(doors, request);
    const id = idOf(request);
    if ((await templateNotes.read(store, id)) === null) throw new Refused('kernel.notFound', 404);
    await templateNotes.drop(store, id);
    return { ok: true };
  });

  /** A session's own programme and questions as a file. */
  http.get('/api/sessions/:id/session-file', async (request, reply) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const { title, day } = hall.about();
    return reply
      .header('content-disposition', `attachment; filename="${fileName(`${day} ${title[title.original] ?? ''}`)}"`)
      .type('application/json; charset=utf-8')
      .send(writeTemplate(templateOf(hall)));
  });
};
