// Seat cards as they are printed: seat, code, and the address that their QR opens. Made again from the server's secret at every printing,
// so a card can be printed again at any time and no list of codes lies anywhere (decisions: codes; RO5).
// Organiser, facilitators and desks of the session may.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idPattern, memberIdSchema } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import type { PrintedCard } from '../../shared/organiser/wire.ts';
import type { AssemblyHouse } from '../session/registry.ts';
import type { Store } from '../store/store.ts';
import { baseOf } from './address.ts';
import type { Place } from './address.ts';
import { assemblyOf, deskOf, organiserOf } from './who.ts';
import type { Doors } from './who.ts';

const id = z.string().regex(idPattern);
const members = z.union([z.literal('all'), z.array(memberIdSchema).max(limits.seats)]);
const cardsSchema = z.union([z.strictObject({ session: id, members }), z.strictObject({ assembly: id, members })]);

export const cardRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly place: Place }): void => {
  const { registry, store, place } = doors;

  const cardsOf = (assembly: AssemblyHouse, wanted: 'all' | readonly string[], base: string): PrintedCard[] => {
    const only = wanted === 'all' ? null : new Set(wanted);
    return (assembly.reads().roster?.members ?? []).flatMap(({ member, seat, card }) => {
      if (only && !only.has(member)) return [];
      const { code, token } = registry.cards.keysOf(card);
      return [{ member, seat, code, url: `${base}/m#t=${token}` }];
    });
  };

  http.post('/api/cards', async (request, reply) => {
    const body = cardsSchema.parse(request.body);
    void reply.header('cache-control', 'no-store');
    if ('assembly' in body) {
      await organiserOf(doors, request);
      const assembly = assemblyOf(doors, body.assembly);
      const base = await baseOf(place, store, registry.currentSession(assembly.id)?.id ?? null);
      return { ok: true, base, cards: cardsOf(assembly, body.members, base) };
    }
    const { hall } = await deskOf(doors, request, body.session);
    const base = await baseOf(place, store, hall.rehearsalOf ?? hall.id);
    return { ok: true, base, cards: cardsOf(hall.of, body.members, base) };
  });
};
