// Materials (AG7): slides and pictures that hang on the programme. Who drives the session hangs them up, anybody inside it may open them,
// nobody else may. The bytes lie in the store; that they hang somewhere is a fact of the agenda (`agenda.attach`), which the page sends with
// the id, name, kind, pages and fingerprint returned here.
// What is served is what was recognised by its bytes: type fixed, nothing guessed by the browser, no script of ours or theirs runs in it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { agendaLimits } from '../../shared/agenda/limits.ts';
import { roles } from '../../shared/kernel/audience.ts';
import { blockIdSchema, materialIdSchema } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { line } from '../../shared/kernel/text.ts';
import type { Identity } from '../kernel/access.ts';
import { Refused, roleCookie } from '../kernel/http.ts';
import { newId, sha256 } from '../kernel/random.ts';
import { agendaOf } from '../organiser/states.ts';
import { driverOf, idOf } from '../organiser/who.ts';
import type { Doors } from '../organiser/who.ts';
import type { FileInfo, Store } from '../store/store.ts';
import type { SessionHall } from './registry.ts';
import { countPages, sniff } from './sniff.ts';

/** As many as hang on the blocks of a full day, and no more: a shelf, not a store. */
const mostFiles = 120;

const putQuery = z.object({
  name: line(limits.titleChars),
  pages: z.exactOptional(z.coerce.number().int().min(1).max(agendaLimits.materialPages)),
  /** Hang it on this block as soon as it is here whole. */
  block: z.exactOptional(blockIdSchema),
});
const materialParams = z.object({ id: z.string(), material: materialIdSchema });

/** What the page needs to hang it up: `agenda.attach` takes exactly `material`. */
interface Put {
  readonly ok: true;
  readonly material: {
    readonly id: string;
    readonly name: string;
    readonly kind: 'pdf' | 'image';
    readonly pages: number | null;
    readonly sha256: string;
  };
  readonly size: number;
}
const kindOf = (mime: string): 'pdf' | 'image' => (mime === 'application/pdf' ? 'pdf' : 'image');
const described = ({ id, name, mime, pages, sha256: print, size }: FileInfo): Omit<Put, 'ok'> => ({
  material: { id, name, kind: kindOf(mime), pages, sha256: print },
  size,
});

/**
 * A picture cannot act, and is locked in all the same. A PDF is shown by the browser's own viewer, which Chrome and Safari refuse to start
 * in a sandbox: it is held by its fixed type instead, and may load nothing from elsewhere.
 */
const policyOf = (mime: string): string =>
  mime === 'application/pdf'
    ? "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    : "default-src 'none'; sandbox; frame-ancestors 'none'";

const session = (hall: SessionHall): string => hall.rehearsalOf ?? hall.id;
const attached = (hall: SessionHall, material: string): boolean =>
  agendaOf(hall.ledger).plan.blocks.some(({ materials }) => materials.some(({ id }) => id === material));

/** On the programme, as a wish of whoever sent it; what may not hang there (AG7: too many, no such block) is refused with the agenda's own code. */
const hang = async (hall: SessionHall, { actor }: Identity, block: string | undefined, put: Put): Promise<Put> => {
  if (block === undefined) return put;
  const command = { type: 'agenda.attach', block, material: put.material };
  const reply = await hall.ledger.submit({ id: newId(), command }, actor);
  if (!reply.ok) throw new Refused(reply.code, 409, reply.params ?? {});
  return put;
};

export const materialRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly clock: () => number }): void => {
  const { registry, access, store, clock } = doors;

  /** Whether this browser is inside the session, in any role, also by its rehearsal. Links end when it is sealed; the organiser stays. */
  const isInside = async (request: FastifyRequest, of: string): Promise<boolean> => {
    const halls = [...registry.halls.values()].filter((hall) => session(hall) === of);
    for (const role of roles) {
      const identity = await access.identify(role, roleCookie(request, role));
      if (!identity) continue;
      if (role === 'organiser') return true;
      const { row } = identity;
      const inside = halls.filter((hall) =>
        role === 'member' ? row.assembly === hall.of.id : row.session === hall.id || row.session === of,
      );
      if (inside.some((hall) => hall.about().phase !== 'sealed')) return true;
    }
    return false;
  };

  void http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    scope.put('/api/sessions/:id/materials', { bodyLimit: limits.materialBytes }, async (request): Promise<Put> => {
      const { hall, identity } = await driverOf(doors, request, idOf(request));
      // A rehearsal leaves nothing behind: its programme is a copy, with the materials that it already has.
      if (hall.rehearsalOf !== null) throw new Refused('agenda.materialInRehearsal', 403);
      const { name, pages, block } = putQuery.parse(request.query);
      const { body } = request;
      if (!(body instanceof Buffer) || body.byteLength === 0) throw new Refused('agenda.materialEmpty');
      const found = sniff(body);
      if (!found) throw new Refused('agenda.materialNotKnown', 415);
      const known = await store.listFiles(hall.id);
      const print = sha256(body);
      const same = known.find((file) => file.sha256 === print && file.name === name);
      if (same) return hang(hall, identity, block, { ok: true, ...described(same) });
      if (known.length >= mostFiles) throw new Refused('agenda.materialTooMany', 409, { max: mostFiles });
      const counted = found.kind === 'image' ? null : (pages ?? countPages(body));
      if (found.kind === 'pdf' && counted === null) throw new Refused('agenda.materialNoPages', 422);
      if (counted !== null && counted > agendaLimits.materialPages)
        throw new Refused('agenda.materialTooManyPages', 422, { max: agendaLimits.materialPages });
      const info = { id: newId(), session: hall.id, name, mime: found.mime, sha256: print, pages: counted, createdAt: clock() };
      await store.putFile({ ...info, bytes: body });
      return hang(hall, identity, block, { ok: true, ...described({ ...info, size: body.byteLength }) });
    });
  });

  http.get('/api/materials/:id', async (request, reply) => {
    const id = materialIdSchema.safeParse(idOf(request));
    const file = id.success ? await store.getFile(id.data) : null;
    // The same answer for a file that is not there and for one that is somebody else's.
    if (!file || !(await isInside(request, file.session))) throw new Refused('kernel.notFound', 404);
    const etag = `"${file.sha256}"`;
    void reply
      .header('content-security-policy', policyOf(file.mime))
      .header('x-content-type-options', 'nosniff')
      .header(
        'content-disposition',
        `inline; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      )
      .header('cache-control', 'private, max-age=3600')
      .header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(file.mime).send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
  });

  http.delete('/api/sessions/:id/materials/:material', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const { material } = materialParams.parse(request.params);
    const file = (await store.listFiles(hall.id)).find(({ id }) => id === material);
    if (!file) throw new Refused('kernel.notFound', 404);
    if (attached(hall, material)) throw new Refused('agenda.materialAttached', 409);
    await store.deleteFile(material);
    return { ok: true };
  });
};
