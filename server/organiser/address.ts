// Which address phones use: the one that cards, join sheets and links carry. It is the public one when there is one, else this computer's
// on the hall's network; who drives a session may choose another (a second network card, a name that the hall's router knows) (K12).
// What was printed is remembered with its address, so that a page can warn before ninety cards lead nowhere.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Address, AddressChoice } from '../../shared/organiser/wire.ts';
import type { Store } from '../store/store.ts';
import { addressNotes, printedNotes } from './notes.ts';
import { deskOf, driverOf, idOf } from './who.ts';
import type { Doors } from './who.ts';

export interface Place {
  readonly http: FastifyInstance;
  readonly publicUrl: string | null;
  readonly addresses: () => readonly { readonly address: string; readonly network: string }[];
}

/** What phones could use, the best first. Never empty. */
export const addressChoices = ({ http, publicUrl, addresses }: Place): readonly AddressChoice[] => {
  const listening = http.server.address();
  const port = typeof listening === 'object' && listening !== null ? listening.port : 80;
  const loopback =
    typeof listening === 'object' && listening !== null && (listening.address === '127.0.0.1' || listening.address === '::1');
  const at = (name: string): string => `http://${name}${port === 80 ? '' : `:${port}`}`;
  return [
    ...(publicUrl === null ? [] : [{ base: publicUrl, kind: 'public' as const, network: '' }]),
    ...(loopback ? [] : addresses().map(({ address, network }) => ({ base: at(address), kind: 'network' as const, network }))),
    { base: at('localhost'), kind: 'local', network: '' },
  ];
};
export const defaultBase = (place: Place): string => addressChoices(place)[0]?.base ?? 'http://localhost';
/** The address of a session's phones: chosen, else the best there is. */
export const baseOf = async (place: Place, store: Store, session: string | null): Promise<string> =>
  (session === null ? null : await addressNotes.read(store, session))?.base ?? defaultBase(place);

const originSchema = z
  .url({ protocol: /^https?$/ })
  .max(200)
  .transform((url) => new URL(url).origin);
const chooseSchema = z.strictObject({ base: originSchema.nullable() });

export const addressRoutes = (
  http: FastifyInstance,
  doors: Doors & { readonly store: Store; readonly place: Place; readonly clock: () => number },
): void => {
  const { store, place, clock } = doors;
  const answer = async (session: string, assembly: string): Promise<{ ok: true } & Address> => ({
    ok: true,
    base: await baseOf(place, store, session),
    chosen: (await addressNotes.read(store, session))?.base ?? null,
    choices: [...addressChoices(place)],
    printed: await printedNotes.read(store, assembly),
  });
  http.get('/api/sessions/:id/address', async (request) => {
    const { hall } = await deskOf(doors, request, idOf(request));
    return answer(hall.rehearsalOf ?? hall.id, hall.of.id);
  });
  http.post('/api/sessions/:id/address', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const { base } = chooseSchema.parse(request.body);
    const session = hall.rehearsalOf ?? hall.id;
    if (base === null) await addressNotes.drop(store, session);
    else await addressNotes.write(store, session, { base });
    return answer(session, hall.of.id);
  });
  /** Said by the print page when somebody prints cards. */
  http.post('/api/sessions/:id/printed', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const { address, cards } = z.strictObject({ address: originSchema, cards: z.int().min(1).max(5000) }).parse(request.body);
    await printedNotes.write(store, hall.of.id, { at: clock(), address, cards });
    return { ok: true };
  });
};
