/* What the desk asks of the server beside its wishes: whose card a code is, the cards as they are now, a person on no list.
   Answers are checked before they are shown: a page must not believe a shape. */
import type { Params } from '../../shared/kernel/room.ts';
import { post } from '../kernel/enter.ts';
import { newId } from '../kernel/ids.ts';
import type { CodeFound, DeskWork, NewCard } from '../roster/deskTypes.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isParams = (value: unknown): value is Params => typeof value === 'object' && value !== null;

const cardIn = (value: unknown): NewCard | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { seat, code, url } = { seat: null, code: null, url: null, ...value };
  return typeof seat === 'string' && typeof code === 'string' && typeof url === 'string' ? { seat, code, url } : null;
};

export const cardsOf =
  (session: string) =>
  async (members: readonly string[]): Promise<readonly NewCard[] | null> => {
    const { ok, data } = await post('/api/cards', { session, members });
    const cards = data['cards'];
    if (!ok || !Array.isArray(cards)) return null;
    const read = cards.map(cardIn);
    return read.every((card) => card !== null) ? read : null;
  };

export const deskWork = (session: string): DeskWork => ({
  findByCode: async (code): Promise<CodeFound> => {
    const { ok, data } = await post('/api/desk/code', { session, code });
    const state = text(data['state']);
    if (!ok) return { member: null, state: 'unreachable' };
    if (state !== 'live' && state !== 'replaced') return { member: null, state: 'unknown' };
    const at = data['at'];
    return { member: text(data['member']), seat: text(data['seat']), state, at: typeof at === 'number' ? at : null };
  },
  cardOf: async (member) => (await cardsOf(session)([member]))?.[0] ?? null,
  addReserve: async (name) => {
    const { ok, data } = await post('/api/desk/reserve', { id: newId(), session, name });
    const member = text(data['member']);
    if (ok && member !== null) return { ok: true, member };
    return { ok: false, code: text(data['code']) ?? 'kernel.offline', params: isParams(data['params']) ? data['params'] : {} };
  },
});
