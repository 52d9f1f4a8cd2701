// Everything that is kept of an assembly, in one file that machines and people can read (IN4): logs fact by fact with their hashes, answers
// without who gave them, people, materials, settings. Written piece by piece: a year of sessions is never whole in memory.
// What is not in it: tokens, passphrases, the keys that link an open box's answers to seats.
import { Readable } from 'node:stream';
import type { AssemblyHouse, SessionHall } from '../session/registry.ts';
import type { LogName, Store } from '../store/store.ts';
import { retentionNotes } from './notes.ts';
import { version } from './programme.ts';

export const exportOf = (assembly: AssemblyHouse, halls: readonly SessionHall[], store: Store, now: number): Readable =>
  Readable.from(pieces(assembly, halls, store, now));

const json = (value: unknown): string => JSON.stringify(value);
const parsed = (text: string): unknown => JSON.parse(text);

async function* pieces(assembly: AssemblyHouse, halls: readonly SessionHall[], store: Store, now: number): AsyncGenerator<string> {
  yield `{"meta":${json({ kind: 'plenaria-export', v: 1, program: version, exportedAt: new Date(now).toISOString(), times: 'epoch milliseconds' })},\n`;
  yield `"assembly":{"id":${json(assembly.id)},"facts":[`;
  yield* facts(store, { scope: 'assembly', id: assembly.id });
  yield `]},\n"people":${json((await store.people(assembly.id)).map(({ member, name, attributes }) => ({ member, name, attributes: parsed(attributes) })))},\n"sessions":[`;
  for (const [place, hall] of halls.entries()) {
    yield `${place === 0 ? '' : ','}\n{"id":${json(hall.id)},"retention":${json(await retentionNotes.read(store, hall.id))},"facts":[`;
    yield* facts(store, { scope: 'session', id: hall.id });
    yield `],"answers":[`;
    yield* answers(store, hall.id);
    yield `],"materials":[`;
    yield* materials(store, hall.id);
    yield ']}';
  }
  yield ']}\n';
}

async function* facts(store: Store, log: LogName): AsyncGenerator<string> {
  for (const [place, { body, ...row }] of (await store.read(log)).entries())
    yield `${place === 0 ? '' : ','}\n${json({ ...row, fact: parsed(body) })}`;
}

async function* answers(store: Store, session: string): AsyncGenerator<string> {
  for (const [place, { box }] of (await store.boxesOf(session)).entries()) {
    const held = await store.readBox(box);
    // Sorted by content, so that the order says nothing about who came first.
    const bodies = held.state === 'sealed' ? held.bodies : held.rows.map(({ body }) => body).sort();
    yield `${place === 0 ? '' : ','}\n${json({ box, state: held.state, answers: bodies.map(parsed) })}`;
  }
}

async function* materials(store: Store, session: string): AsyncGenerator<string> {
  for (const [place, info] of (await store.listFiles(session)).entries()) {
    const file = await store.getFile(info.id);
    yield `${place === 0 ? '' : ','}\n${json({ ...info, base64: Buffer.from(file?.bytes ?? []).toString('base64') })}`;
  }
}
