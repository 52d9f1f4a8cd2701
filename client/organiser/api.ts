/* The organiser's page speaks HTTP: one question, one answer, and every answer is read by its schema. What cannot be reached, read or
   granted comes back as a refusal with a code, so that a page has one way to say what went wrong (K1). Laptop only: zod is here. */
import type { z } from 'zod';
import type { Params } from '../../shared/kernel/room.ts';

export interface Failed {
  readonly ok: false;
  readonly code: string;
  readonly params: Params;
}
export type Asked<T> = { readonly ok: true; readonly data: T } | Failed;
export interface Question {
  readonly method?: 'POST' | 'DELETE';
  readonly body?: unknown;
  /** A file sent as it is, as text/csv. */
  readonly csv?: File;
}

const failed = (code: string, params: Params = {}): Failed => ({ ok: false, code, params });
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isParams = (value: unknown): value is Params =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number');

export const ask = async <T>(schema: z.ZodType<T>, path: string, { method, body, csv }: Question = {}): Promise<Asked<T>> => {
  try {
    const response = await fetch(path, {
      method: method ?? (body === undefined && csv === undefined ? 'GET' : 'POST'),
      ...(csv === undefined ? {} : { headers: { 'content-type': 'text/csv' }, body: csv }),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const data: unknown = await response.json();
    const read = schema.safeParse(data);
    if (read.success) return { ok: true, data: read.data };
    if (isRecord(data) && typeof data['code'] === 'string') return failed(data['code'], isParams(data['params']) ? data['params'] : {});
    // Another version of the program has answered: the sentence says to reload.
    return failed('kernel.unknownCommand');
  } catch {
    return failed('kernel.offline');
  }
};
