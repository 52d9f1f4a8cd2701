/* The organiser's screen: the pages of client/organiser with the one window of a room in them, the import of the roll. Rooms meet here. */
import type { Failed } from '../organiser/api.ts';
import { ask } from '../organiser/api.ts';
import { HomePage } from '../organiser/HomePage.tsx';
import { RoomWords, useSay } from '../organiser/say.ts';
import { rollEnteredSchema, rollReplySchema, type AssemblyRow } from '../../shared/organiser/wire.ts';
import { agendaTexts } from '../agenda/agendaTexts.ts';
import { newId } from '../kernel/ids.ts';
import { pickText, useLang } from '../kernel/i18n.ts';
import type { RefusalWords } from '../kernel/refusal.ts';
import { ImportRoll } from '../roster/ImportRoll.tsx';
import { rosterTexts } from '../roster/rosterTexts.ts';
import { z } from 'zod';

const words: RefusalWords = { roster: rosterTexts, agenda: agendaTexts };
const enteredSchema = z.union([rollEnteredSchema, rollReplySchema]);

export function Home({ setup }: { setup: string | null }) {
  return (
    <RoomWords value={words}>
      <HomePage setup={setup} importRoll={(assembly, reload) => <Roll assembly={assembly} reload={reload} />} />
    </RoomWords>
  );
}

function Roll({ assembly, reload }: { assembly: AssemblyRow; reload: () => Promise<void> }) {
  const say = useSay();
  const lang = useLang();
  const url = (what: 'read' | 'import', file: File, replaces: boolean, more = ''): string =>
    `/api/assemblies/${assembly.id}/roll/${what}?replaces=${replaces ? 1 : 0}&source=${encodeURIComponent(file.name.slice(-80))}${more}`;
  return (
    <ImportRoll
      assembly={pickText(assembly.name, lang).text}
      members={assembly.members}
      check={async (file, replaces) => {
        const reply = await ask(rollReplySchema, url('read', file, replaces), { csv: file });
        return reply.ok ? reply.data : plain(reply);
      }}
      enter={async (file, replaces) => {
        const reply = await ask(enteredSchema, url('import', file, replaces, `&id=${newId()}`), { csv: file });
        return reply.ok ? reply.data : plain(reply);
      }}
      refusal={({ code, params }) => say({ ok: false, code, params: params ?? {} })}
      onDone={() => void reload()}
    />
  );
}
/** The import tells its own replies from refusals by `ok`. */
const plain = ({ code, params }: Failed): { readonly code: string; readonly params: Failed['params'] } => ({ code, params });
