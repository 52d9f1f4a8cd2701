/* The test page speaks HTTP: what it asks is of the moment and enters no log. Every answer is read by its schema; what cannot be reached,
   read or granted comes back as a refusal with a code (K1). Laptop only: zod is here. */
import { z } from 'zod';
import type { Params } from '../../shared/kernel/room.ts';
import { addressSchema, type Address } from '../../shared/organiser/wire.ts';
import { rehearsalReplySchema, roomTestSchema, type Rehearsal, type RoomTestReply } from '../../shared/roomtest/wire.ts';

export type Asked<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly code: string; readonly params: Params };

const refusalSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).default({}) });
const healthSchema = z.object({ ok: z.boolean(), engine: z.enum(['sqlite', 'postgres']).optional() });
export interface Health {
  readonly ok: boolean;
  readonly engine?: 'sqlite' | 'postgres' | undefined;
}

const ask = async <T>(schema: z.ZodType<T>, path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET', body?: unknown): Promise<Asked<T>> => {
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const data: unknown = await response.json();
    const read = schema.safeParse(data);
    if (read.success) return { ok: true, data: read.data };
    const refused = refusalSchema.safeParse(data);
    return refused.success ? { ok: false, ...refused.data } : { ok: false, code: 'kernel.unknownCommand', params: {} };
  } catch {
    return { ok: false, code: 'kernel.offline', params: {} };
  }
};
const rehearsalOf = async (asked: Promise<Asked<{ rehearsal: Rehearsal | null }>>): Promise<Asked<Rehearsal | null>> => {
  const reply = await asked;
  return reply.ok ? { ok: true, data: reply.data.rehearsal } : reply;
};

export interface RoomTestApi {
  readonly read: () => Promise<Asked<RoomTestReply>>;
  readonly probe: () => Promise<Asked<RoomTestReply>>;
  readonly readable: (yes: boolean) => Promise<Asked<RoomTestReply>>;
  readonly forgetQr: () => Promise<Asked<RoomTestReply>>;
  readonly address: () => Promise<Asked<Address>>;
  readonly choose: (base: string) => Promise<Asked<Address>>;
  readonly health: () => Promise<Asked<Health>>;
  readonly rehearsal: () => Promise<Asked<Rehearsal | null>>;
  readonly start: (of: { readonly members: number; readonly audience: number; readonly speed: number }) => Promise<Asked<Rehearsal | null>>;
  /** The session that was rehearsed: where the console goes back to. */
  readonly end: () => Promise<Asked<{ session: string }>>;
}

export const roomTestApi = (session: string): RoomTestApi => {
  const at = (what: string): string => `/api/sessions/${session}/${what}`;
  return {
    read: () => ask(roomTestSchema, at('roomtest')),
    probe: () => ask(roomTestSchema, at('roomtest/probe'), 'POST'),
    readable: (yes) => ask(roomTestSchema, at('roomtest/readable'), 'POST', { yes }),
    forgetQr: () => ask(roomTestSchema, at('roomtest/qr'), 'DELETE'),
    address: () => ask(addressSchema, at('address')),
    choose: (base) => ask(addressSchema, at('address'), 'POST', { base }),
    health: () => ask(healthSchema, '/health'),
    rehearsal: () => rehearsalOf(ask(rehearsalReplySchema, at('rehearsal'))),
    start: (of) => rehearsalOf(ask(rehearsalReplySchema, at('rehearsal'), 'POST', of)),
    end: () => ask(z.object({ session: z.string() }), at('rehearsal'), 'DELETE'),
  };
};
