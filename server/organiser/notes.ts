// Small things remembered beside the logs, because they are about running the software and not about the assembly: which address phones use,
// when cards were printed and with which address, until when personal data is kept, when a list came in. Documents of the store, one kind each.
import { z } from 'zod';
import type { Store } from '../store/store.ts';

interface Notes<Note> {
  readonly read: (store: Store, id: string) => Promise<Note | null>;
  readonly write: (store: Store, id: string, note: Note) => Promise<void>;
  readonly list: (store: Store) => Promise<readonly { readonly id: string; readonly note: Note }[]>;
  readonly drop: (store: Store, id: string) => Promise<void>;
}
const notes = <Note>(kind: string, schema: z.ZodType<Note>): Notes<Note> => {
  const parse = (json: string): Note => schema.parse(JSON.parse(json));
  return {
    read: async (store, id) => {
      const json = await store.getDoc(kind, id);
      return json === null ? null : parse(json);
    },
    write: (store, id, note) => store.putDoc(kind, id, JSON.stringify(note)),
    list: async (store) => (await store.listDocs(kind)).map(({ id, json }) => ({ id, note: parse(json) })),
    drop: (store, id) => store.deleteDoc(kind, id),
  };
};

/** By session: the address that its phones use. */
export const addressNotes = notes('address', z.object({ base: z.string() }));
/** By assembly: the last cards printed. `cards`: how many; `at`: epoch ms. */
export const printedNotes = notes('printed', z.object({ at: z.number(), address: z.string(), cards: z.number() }));
/** By session. `until`: YYYY-MM-DD; `erasedAt`: epoch ms. */
export const retentionNotes = notes('retention', z.object({ until: z.string().nullable(), erasedAt: z.number().nullable() }));
/** By assembly: the last list that came in. */
export const importNotes = notes('imported', z.object({ at: z.number(), source: z.string() }));
/** By its own id: a programme that somebody saved; `text` is the file. */
export const templateNotes = notes('template', z.object({ savedAt: z.number(), text: z.string() }));

/** All notes about a session or an assembly that goes. */
export const dropNotes = async (store: Store, id: string): Promise<void> => {
  for (const kind of [addressNotes, printedNotes, retentionNotes, importNotes]) await kind.drop(store, id);
};
