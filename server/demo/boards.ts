// The notes of the demo: short thoughts in residents' and organisations' own spirit, contrary ones too, with no author; each under its
// ambito, most under a theme. Written on a board as members write them, one step after the other, through the same rules.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import type { Actor } from '../../shared/kernel/audience.ts';
import { noteKinds } from '../../shared/board/limits.ts';
import { deviceIdSchema } from '../../shared/kernel/ids.ts';
import type { Text } from '../../shared/kernel/text.ts';
import { newId } from '../kernel/random.ts';
import type { SessionHall, Wishful } from '../session/registry.ts';

const rowSchema = z.object({
  ambito: z.string(),
  theme: z.string(),
  kind: z.enum(noteKinds),
  mark: z.enum(['', 'paper', 'minority']),
  /** The beginning of the note that says the same. */
  sameAs: z.string(),
  text: z.string(),
});
export type DemoNote = z.infer<typeof rowSchema>;
export const demoNotes = (): readonly DemoNote[] =>
  z
    .array(rowSchema)
    .parse(Papa.parse(readFileSync(new URL('notes.csv', import.meta.url), 'utf8'), { header: true, skipEmptyLines: true }).data);

/** The five ambiti of the plan. */
export const ambiti: readonly Text[] = [
  { original: 'it', it: 'Milano Sana e Inclusiva', en: 'A healthy and inclusive Milan', ar: 'ميلانو صحية وشاملة' },
  { original: 'it', it: 'Milano Connessa e Accessibile', en: 'A connected and accessible Milan', ar: 'ميلانو متصلة وسهلة الوصول' },
  { original: 'it', it: 'Milano a Energia Positiva', en: 'A positive energy Milan', ar: 'ميلانو بطاقة إيجابية' },
  { original: 'it', it: 'Milano Più Fresca', en: 'A cooler Milan', ar: 'ميلانو أكثر برودة' },
  { original: 'it', it: 'Milano Consapevole', en: 'An aware Milan', ar: 'ميلانو واعية' },
];

export const areasByAmbito = () => ambiti.map((prompt) => ({ id: newId(), prompt, shape: { kind: 'column' } as const }));

export const whyIAmHere: readonly (readonly [theme: string, text: string])[] = [
  ['Senso civico', 'Mi hanno sorteggiata: mi sembra giusto rispondere'],
  ['Senso civico', 'Perché decidere insieme è meglio che lamentarsi'],
  ['Senso civico', 'Per dire la mia su una cosa che riguarda tutti'],
  ['Sapere di più', 'Voglio capire che cosa prevede davvero il piano'],
  ['Sapere di più', 'Per imparare dagli altri, io di clima so poco'],
  ['Sapere di più', 'Mi interessano i numeri, non gli slogan'],
  ['Il futuro', 'Per i miei nipoti'],
  ['Il futuro', 'Fra vent’anni voglio ancora vivere in questa città'],
  ['Il futuro', 'D’estate in casa non si dorme più: bisogna fare qualcosa'],
  ['L’ambiente', 'Nel mio quartiere gli alberi sono pochi e l’aria è pesante'],
  ['L’ambiente', 'Vorrei più verde e meno auto sotto casa'],
  ['', 'Perché vado in bicicletta e ho paura'],
  ['', 'Non ne sono ancora sicuro: sono venuto a vedere'],
];

/** Who drives the demo. */
export const lead: Actor = { role: 'facilitator', device: deviceIdSchema.parse('demo000001') };

/** Gives a wish as somebody; a refusal is our own mistake. */
export const giveAs =
  (hall: SessionHall) =>
  async (command: Wishful, actor: Actor): Promise<void> => {
    const reply = await hall.ledger.submit({ id: newId(), command }, actor);
    if (!reply.ok) throw new Error(`the demo could not be made: ${command.type} ${reply.code} ${JSON.stringify(reply.params ?? {})}`);
  };
