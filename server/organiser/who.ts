// Who stands at the HTTP door: an organiser's account, or the facilitators and desks of one session by their links.
// Nothing here trusts what a page says about itself; only the role's cookie counts. A sealed session opens to organisers alone.
// Other rooms' routes (materials, rehearsal, record) use these same three questions.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Role } from '../../shared/kernel/audience.ts';
import { idPattern } from '../../shared/kernel/ids.ts';
import type { Access, Identity } from '../kernel/access.ts';
import { Refused, roleCookie } from '../kernel/http.ts';
import type { AssemblyHouse, Registry, SessionHall } from '../session/registry.ts';

export interface Doors {
  readonly registry: Registry;
  readonly access: Access;
}
export interface Driving {
  readonly identity: Identity;
  readonly hall: SessionHall;
}

const idSchema = z.string().regex(idPattern);
const params = z.object({ id: idSchema });
/** The `:id` of the route, checked. */
export const idOf = (request: FastifyRequest): string => params.parse(request.params).id;

/** The account's device, or 401: the page shows the login. */
export const organiserOf = async (doors: Doors, request: FastifyRequest): Promise<Identity> => {
  const identity = await doors.access.identify('organiser', roleCookie(request, 'organiser'));
  if (!identity) throw new Refused('organiser.loginFirst', 401);
  return identity;
};

const enteredAs = async (
  { access, registry }: Doors,
  request: FastifyRequest,
  session: string,
  roles: readonly Role[],
): Promise<Driving> => {
  const hall = registry.halls.get(session);
  let known = false;
  for (const role of roles) {
    const identity = await access.identify(role, roleCookie(request, role));
    if (!identity) continue;
    known = true;
    if (role === 'organiser') {
      if (!hall) throw new Refused('kernel.notFound', 404);
      return { identity, hall };
    }
    if (!hall || (identity.row.session !== hall.id && identity.row.session !== hall.rehearsalOf)) continue;
    if (hall.about().phase === 'sealed') throw new Refused('session.sealed', 403);
    return { identity, hall };
  }
  throw known ? new Refused('kernel.notYours', 403) : new Refused('organiser.loginFirst', 401);
};

/** Who drives this session: an organiser, or a facilitator of it (or of the session that a rehearsal copies). 401, 403, 404 otherwise. */
export const driverOf = (doors: Doors, request: FastifyRequest, session: string): Promise<Driving> =>
  enteredAs(doors, request, session, ['organiser', 'facilitator']);
/** The same, and its desks. */
export const deskOf = (doors: Doors, request: FastifyRequest, session: string): Promise<Driving> =>
  enteredAs(doors, request, session, ['organiser', 'facilitator', 'desk']);

export const assemblyOf = ({ registry }: Doors, id: string): AssemblyHouse => {
  const assembly = registry.assemblies.get(id);
  if (!assembly) throw new Refused('kernel.notFound', 404);
  return assembly;
};
export const hallOf = ({ registry }: Doors, id: string): SessionHall => {
  const hall = registry.halls.get(id);
  if (!hall || hall.rehearsalOf !== null) throw new Refused('kernel.notFound', 404);
  return hall;
};
export const hallsOf = ({ registry }: Doors, assembly: string): readonly SessionHall[] =>
  [...registry.halls.values()].filter((hall) => hall.of.id === assembly && hall.rehearsalOf === null);
