// Who sat with whom in earlier sessions of the same assembly: members' ids only, for those who drive, so that a new assignment lets people
// meet others (GR2, "past sessions when known"). Read from what each session's tables remember; nothing is stored for it.
import type { FastifyInstance } from 'fastify';
import { groupsOf } from '../organiser/states.ts';
import { driverOf, hallsOf, idOf } from '../organiser/who.ts';
import type { Doors } from '../organiser/who.ts';

/** Newest first; a year of plenaries with four rounds each. */
const mostRounds = 40;

export const companionRoutes = (http: FastifyInstance, doors: Doors): void => {
  http.get('/api/sessions/:id/companions', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const rounds = [...hallsOf(doors, hall.of.id)]
      .filter((other) => other !== hall && other.about().day <= hall.about().day)
      .sort((a, b) => b.about().day.localeCompare(a.about().day))
      .flatMap((other) => groupsOf(other.ledger).tables.past.map(({ seating }) => seating.map(({ members }) => members)));
    return { ok: true, rounds: rounds.slice(0, mostRounds) };
  });
};
