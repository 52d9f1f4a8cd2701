// What a desk asks of the server beside its wishes: whose card is this, and a person on no list who becomes a reserve (RO8).
// The name goes to the erasable table before the fact; if the fact is refused it is erased again (RO1).
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readCode } from '../../shared/kernel/codes.ts';
import { idPattern } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { line } from '../../shared/kernel/text.ts';
import { hashToken } from '../kernel/random.ts';
import { wish } from '../session/registry.ts';
import { rosterOf } from './states.ts';
import { deskOf } from './who.ts';
import type { Doors } from './who.ts';

const session = z.string().regex(idPattern);
const codeSchema = z.strictObject({ session, code: z.string().max(60) });
const reserveSchema = z.strictObject({ id: z.string().regex(idPattern), session, name: line(limits.nameChars, 0) });

export const deskRoutes = (http: FastifyInstance, doors: Doors): void => {
  const { registry } = doors;

  /** Desks are trusted with a link: a wrong code is only unknown here, and nobody is made to wait. */
  http.post('/api/desk/code', async (request) => {
    const { session: of, code } = codeSchema.parse(request.body);
    const { hall } = await deskOf(doors, request, of);
    const read = readCode(code);
    const found = read?.kind === 'card' ? registry.cards.find(read.code, hall.of.reads()) : undefined;
    if (!found) return { ok: true, member: null, state: 'unknown' };
    const { standing } = found;
    if (standing.state === 'live') return { ok: true, member: standing.member, seat: standing.seat, state: 'live' };
    return { ok: true, member: standing.member, seat: standing.seat, state: 'replaced', at: standing.at };
  });

  http.post('/api/desk/reserve', async (request) => {
    const { id, session: of, name } = reserveSchema.parse(request.body);
    const { hall, identity } = await deskOf(doors, request, of);
    // A rehearsal has a store of its own: a name that is tried there is nowhere else (AG6).
    const { of: assembly, store } = hall;
    // From the wish's own random id: sent again, it is the same person.
    const member = hashToken(id).slice(0, 20);
    if (name !== '') await store.putPeople(assembly.id, [{ member, name, attributes: '{}' }]);
    const reply = await assembly.ledger.submit(
      { id, command: wish({ type: 'roster.addReserve', member, from: null, until: null, cohort: '' }) },
      identity.actor,
      hall.id,
    );
    const added = [...rosterOf(assembly.ledger).people.keys()].some((one) => one === member);
    if (added || (!reply.ok && reply.code === 'store.gone')) await registry.readPeople(assembly, store);
    else if (name !== '') await store.erasePeople(assembly.id, [member]);
    return reply.ok ? { ok: true, member } : reply;
  });
};
