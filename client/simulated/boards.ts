// What a simulated member does at a table: says which theme they would rather, writes a few notes in silence as people do, a minute apart,
// and gives dots. It sees what a phone sees: its own notes, and the shared document once it may read it.
import { z } from 'zod';
import type { SharedDocument } from '../kernel/document.ts';

const area = z.object({ id: z.string() });
const dots = z.object({
  state: z.string(),
  round: z.optional(z.number()),
  rule: z.object({ each: z.number(), max: z.number(), on: z.enum(['notes', 'themes']) }),
});
const about = z.object({
  board: z.string(),
  phase: z.string(),
  silence: z.number().nullable(),
  step: z.string(),
  areas: z.array(area),
  kinds: z.array(z.string()),
  dots,
});
/** What it reads of the boards and tables that its page shows. */
export const boardMine = z.object({
  now: about.nullable(),
  own: z.array(z.object({ note: z.string() })),
  dots: z.object({ done: z.boolean(), edit: z.number() }).nullable(),
  may: z.object({ write: z.boolean(), dots: z.boolean() }),
});
export const groupsMine = z.object({ choice: z.object({ first: z.string() }).nullable(), may: z.object({ choose: z.boolean() }) });
export const groupsCommon = z.object({
  themes: z.array(z.object({ id: z.string() })),
  choice: z.object({ round: z.number() }).nullable(),
});
export type BoardNow = z.infer<typeof about>;

const ideas: readonly (readonly [kind: string, text: string])[] = [
  ['idea', 'Più alberi nelle strade senza ombra'],
  ['idea', 'Contare il verde che si può usare davvero'],
  ['idea', 'Aprire i cortili delle scuole il pomeriggio'],
  ['against', 'I tempi sono troppo lunghi'],
  ['idea', 'Fontanelle ogni cinque minuti a piedi'],
  ['question', 'Chi controlla che si faccia?'],
  ['condition', 'Sì, se l’autobus passa anche la sera'],
  ['idea', 'Meno asfalto e più terra'],
  ['idea', 'Case più fresche per chi è anziano'],
  ['against', 'Costa troppo a chi ha meno'],
  ['idea', 'Parole più semplici nei documenti'],
  ['question', 'Quanto costa e chi paga?'],
  ['condition', 'Sì, se le regole valgono per tutti'],
  ['idea', 'Piste per le bici che non finiscono nel nulla'],
  ['idea', 'Un posto fresco aperto a tutti in ogni quartiere'],
  ['idea', 'Più ombra nelle piazze'],
];
export const mostNotes = 4;

/** A note that fits the board: its kinds, one of its areas. */
export const noteFor = (
  board: BoardNow,
  random: () => number,
): { readonly area: string; readonly kind: string; readonly text: string } | null => {
  const fitting = ideas.filter(([kind]) => board.kinds.includes(kind));
  const said = fitting[Math.floor(random() * fitting.length)];
  const where = board.areas[Math.floor(random() * board.areas.length)];
  return said === undefined || where === undefined ? null : { area: where.id, kind: said[0], text: said[1] };
};

const liesUnder = (entry: unknown): boolean => typeof entry === 'object' && entry !== null && 'into' in entry;
/** All one's dots, as the rule allows; the first things get the most, as in a room with opinions. */
export const dotsFor = (
  { rule }: BoardNow['dots'],
  document: SharedDocument,
  random: () => number,
): readonly (readonly [string, number])[] => {
  const targets = document.ids(rule.on).filter((id) => !liesUnder(document.entry(rule.on, id)));
  const given = new Map<string, number>();
  for (let left = Math.min(rule.each, targets.length * rule.max); left > 0;) {
    const target = targets[Math.floor(random() * random() * targets.length)];
    const has = target === undefined ? rule.max : (given.get(target) ?? 0);
    if (target === undefined || has >= rule.max) {
      // That one is full: the first that is not.
      const free = targets.find((id) => (given.get(id) ?? 0) < rule.max);
      if (free === undefined) break;
      given.set(free, (given.get(free) ?? 0) + 1);
    } else given.set(target, has + 1);
    left -= 1;
  }
  return [...given];
};

/** Resolves when the document is here; false when it does not come. */
export const arrives = (document: SharedDocument, later: (ms: number, act: () => void) => () => void, mostMs: number): Promise<boolean> =>
  new Promise((done) => {
    let stop = (): void => undefined;
    const end = (here: boolean): void => {
      stop();
      done(here);
    };
    const look = (): void => {
      const { kind } = document.state();
      if (kind === 'live' || kind === 'refused') end(kind === 'live');
    };
    const callOff = later(mostMs, () => end(false));
    const stopListening = document.onState(look);
    stop = () => {
      callOff();
      stopListening();
    };
    look();
  });
