// The questions of the demo, in residents' own spirit, and by nobody: in the plenary that is still ahead those that came in before, on sheets
// and from two tables, with two experts to answer them; at the Citizens' Table, at work, those of its phones and its audience, with their
// supports, what became of each, and three hands that wait. Given as people would give them, through the same rules.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import { deviceIdSchema } from '../../shared/kernel/ids.ts';
import type { Actor } from '../../shared/kernel/audience.ts';
import { newId } from '../kernel/random.ts';
import type { SessionHall, Wishful } from '../session/registry.ts';
import { giveAs } from './boards.ts';

const count = z.coerce.number().int().min(0);
const rowSchema = z.object({
  where: z.enum(['plenary', 'citizens']),
  key: z.string(),
  door: z.enum(['phone', 'table', 'paper', 'audience']),
  /** The place of the table in the list of tables, from 1; empty: no table. */
  table: z.string(),
  /** The key of the one that it lies under. */
  into: z.string(),
  /** The place of the expert in the list, from 1; empty: given to nobody. */
  expert: z.string(),
  became: z.enum(['', 'answered', 'parked', 'disputed']),
  members: count,
  audience: count,
  text: z.string(),
});
type Row = z.infer<typeof rowSchema>;
const rowsOf = (where: Row['where']): readonly Row[] =>
  z
    .array(rowSchema)
    .parse(Papa.parse(readFileSync(new URL('questions.csv', import.meta.url), 'utf8'), { header: true, skipEmptyLines: true }).data)
    .filter((row) => row.where === where);

const answers: Readonly<Record<string, { readonly text: string; readonly source: string; readonly link: string | null }>> = {
  trenta: {
    text: 'Dati di prova: nelle vie misurate passano nove veicoli dove prima ne passavano dieci, e vanno più piano.',
    source: 'Conteggi di prova, primavera',
    link: 'https://www.example.org/traffico',
  },
  piano: {
    text: 'Dati di prova: le date ci sono per le azioni già pagate, per le altre dipendono dai fondi.',
    source: '',
    link: null,
  },
  ombra: {
    text: 'Dati di prova: nelle piazze approvate da quest’anno almeno un terzo deve essere all’ombra a mezzogiorno.',
    source: 'Regole di prova per le piazze',
    link: 'https://www.example.org/piazze',
  },
};
const settled: Readonly<Record<string, string>> = {
  soldi: 'Ufficio bilancio, risponde entro la prossima seduta',
  piano: 'Chi ha chiesto dice che le date erano state promesse',
};

export interface Askers {
  readonly lead: Actor;
  readonly member: (n: number) => Actor;
  readonly audience: (n: number) => Actor;
  /** The session's tables, in their order. */
  readonly tables: readonly string[];
}

/** Two experts and the questions of one session. Returns the experts' ids. */
export const askTheHall = async (
  hall: SessionHall,
  where: Row['where'],
  { lead, member, audience, tables }: Askers,
): Promise<readonly string[]> => {
  const give = giveAs(hall);
  const drive = (command: Wishful) => give(command, lead);
  const experts = [
    { id: newId(), label: 'Tecnica della mobilità', about: 'Traffico, mezzi pubblici, strade' },
    { id: newId(), label: 'Ufficio clima', about: 'Il Piano, il caldo, il verde' },
  ];
  await drive({ type: 'floor.setExperts', experts });
  const rows = rowsOf(where).map((row) => ({ ...row, question: newId() }));
  if (rows.some(({ door }) => door === 'audience')) await drive({ type: 'floor.setDoor', members: true, audience: true });
  const questionOf = (key: string): string => rows.find((row) => row.key === key)?.question ?? '';
  // Given one after the other, answered together: what a hall asks and supports at once shares its commits.
  await Promise.all(
    rows.map(({ question, text, door, table, key }, n) =>
      give(
        {
          type: 'floor.ask',
          question,
          text,
          lang: key === 'arabo' ? 'ar' : 'it',
          door: door === 'audience' ? 'phone' : door,
          group: tables[Number(table) - 1] ?? null,
        },
        door === 'phone' ? member(n * 3) : door === 'audience' ? audience(0) : lead,
      ),
    ),
  );
  const on = { on: true, edit: 1 } as const;
  await Promise.all(
    rows.flatMap(({ question, members, audience: heard }, at) => [
      // Somebody else than whoever asked it.
      ...Array.from({ length: members }, (_, n) => give({ type: 'floor.upvote', question, ...on }, member(at * 3 + 1 + n))),
      ...Array.from({ length: heard }, (_, n) => give({ type: 'floor.upvote', question, ...on }, audience(1 + n))),
    ]),
  );
  for (const { question, into, expert, became, key } of rows) {
    if (into !== '') await drive({ type: 'floor.merge', question, into: questionOf(into) });
    const of = experts[Number(expert) - 1]?.id;
    if (of !== undefined) await drive({ type: 'floor.assign', question, expert: of });
    const answer = answers[key];
    if (answer) await drive({ type: 'floor.answer', question, expert: of ?? null, who: '', ...answer });
    if (became === 'parked' || became === 'disputed')
      await drive({ type: 'floor.settle', question, how: became, words: settled[key] ?? '' });
  }
  return experts.map(({ id }) => id);
};

/** Three who have asked to speak, one of them to a point of order. */
export const raiseHands = async (hall: SessionHall, { member }: Pick<Askers, 'member'>): Promise<void> => {
  const give = giveAs(hall);
  for (const [n, kind] of (['speech', 'question', 'order'] as const).entries())
    await give({ type: 'floor.raise', member: null, kind, on: true }, member(5 + n * 9));
};

/** A phone of the audience, as the demo needs a few. */
export const audienceOf = (n: number): Actor => ({ role: 'audience', device: deviceIdSchema.parse(`demoaudience${n}`) });
