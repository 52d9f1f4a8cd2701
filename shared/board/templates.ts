// Ready boards (BO12): those of the citizens' table of Milan and of the plenaries after it. A template is what a board asks; ids, table and
// block come in when it is used. Prompts are in Italian, English and Arabic, because members and the wall read them.
import type { AreaId, BlockId, BoardId, GroupId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { Area, BoardPlan, DotsRule } from './events.ts';
import type { AuthorShown, NoteKind } from './limits.ts';

export const boardTemplateNames = ['because', 'priorities', 'prosCons', 'reflections', 'experience', 'recommendations'] as const;
export type BoardTemplateName = (typeof boardTemplateNames)[number];
export interface BoardTemplate {
  readonly title: Text;
  readonly areas: readonly Omit<Area, 'id'>[];
  readonly authors: AuthorShown;
  readonly silent: boolean;
  readonly kinds: readonly NoteKind[];
  readonly dots: DotsRule;
  /** Seconds of writing, reading, themes, dots. */
  readonly secs: readonly (number | null)[];
}

type Three = readonly [it: string, en: string, ar: string];
const three = ([it, en, ar]: Three): Text => ({ original: 'it', it, en, ar });
const column = (prompt: Three): Omit<Area, 'id'> => ({ prompt: three(prompt), shape: { kind: 'column' } });
const minutes = (...each: readonly (number | null)[]): readonly (number | null)[] => each.map((one) => (one === null ? null : one * 60));
const ideasOnly: readonly NoteKind[] = ['idea'];
const allKinds: readonly NoteKind[] = ['idea', 'against', 'question', 'condition'];

export const boardTemplates: Readonly<Record<BoardTemplateName, BoardTemplate>> = {
  because: {
    title: three(['Partecipo perché…', 'I take part because…', 'أشارك لأن…']),
    areas: [column(['Partecipo perché…', 'I take part because…', 'أشارك لأن…'])],
    authors: 'hidden',
    silent: true,
    kinds: ideasOnly,
    dots: { each: 3, max: 1, on: 'themes' },
    secs: minutes(5, 5, 10, null),
  },
  priorities: {
    title: three(['Che cosa viene prima?', 'What comes first?', 'ما الذي يأتي أولًا؟']),
    areas: [
      {
        prompt: three(['Appoggia qui le idee', 'Put the ideas down here', 'ضع الأفكار هنا']),
        shape: { kind: 'free' },
      },
      {
        prompt: three(['Importante e urgente?', 'Important and urgent?', 'مهم وعاجل؟']),
        shape: {
          kind: 'matrix',
          x: [three(['meno urgente', 'less urgent', 'أقل استعجالًا']), three(['più urgente', 'more urgent', 'أكثر استعجالًا'])],
          y: [three(['meno importante', 'less important', 'أقل أهمية']), three(['più importante', 'more important', 'أكثر أهمية'])],
          quarters: [
            three(['Da preparare bene', 'To prepare well', 'يحتاج إلى تحضير جيد']),
            three(['Subito', 'At once', 'فورًا']),
            three(['Più avanti', 'Later on', 'لاحقًا']),
            three(['Cose rapide', 'Quick things', 'أمور سريعة']),
          ],
        },
      },
    ],
    authors: 'hidden',
    silent: true,
    kinds: allKinds,
    dots: { each: 5, max: 2, on: 'notes' },
    secs: minutes(8, 5, 20, 5),
  },
  prosCons: {
    title: three(['A favore, contro, a patto che', 'For, against, provided that', 'مع، ضد، بشرط أن']),
    areas: [column(['A favore', 'For', 'مع']), column(['Contro', 'Against', 'ضد']), column(['A patto che…', 'Provided that…', 'بشرط أن…'])],
    authors: 'hidden',
    silent: true,
    kinds: allKinds,
    dots: { each: 5, max: 2, on: 'notes' },
    secs: minutes(8, 5, 15, 5),
  },
  reflections: {
    title: three(['Riflessioni sul lavoro fatto', 'Thoughts on the work so far', 'تأملات في العمل المنجز']),
    areas: [
      column(['Che cosa ci ha convinto?', 'What convinced us?', 'ما الذي أقنعنا؟']),
      column(['Che cosa manca?', 'What is missing?', 'ما الذي ينقص؟']),
      column(['Che cosa cambieremmo?', 'What would we change?', 'ما الذي نود تغييره؟']),
    ],
    authors: 'hidden',
    silent: true,
    kinds: allKinds,
    dots: { each: 5, max: 2, on: 'themes' },
    secs: minutes(8, 5, 15, 5),
  },
  experience: {
    title: three(['Questa esperienza per me…', 'This experience for me…', 'هذه التجربة بالنسبة لي…']),
    areas: [column(['Questa esperienza per me…', 'This experience for me…', 'هذه التجربة بالنسبة لي…'])],
    authors: 'hidden',
    silent: true,
    kinds: ideasOnly,
    dots: { each: 3, max: 1, on: 'themes' },
    secs: minutes(5, 5, null, null),
  },
  recommendations: {
    title: three(['Le nostre raccomandazioni finali', 'Our final recommendations', 'توصياتنا النهائية']),
    areas: [
      column(['Che cosa raccomandiamo alla città?', 'What do we recommend to the city?', 'بماذا نوصي المدينة؟']),
      column(['A quali condizioni?', 'On what conditions?', 'بأي شروط؟']),
      column(['Come si vede che è stato fatto?', 'How can it be seen that it was done?', 'كيف نعرف أنه تم تنفيذه؟']),
    ],
    authors: 'hidden',
    silent: true,
    kinds: allKinds,
    dots: { each: 6, max: 3, on: 'themes' },
    secs: minutes(10, 5, 20, 5),
  },
};

/** A board from a template. `areas`: an id for each of its areas, in order; what has no id is left out. */
export const boardFrom = (
  name: BoardTemplateName,
  ids: { readonly board: BoardId; readonly areas: readonly AreaId[] },
  where: { readonly group: GroupId | null; readonly block: BlockId | null },
): BoardPlan => {
  const { title, areas, authors, silent, kinds, dots, secs } = boardTemplates[name];
  const named = areas.flatMap((area, index) => {
    const id = ids.areas[index];
    return id === undefined ? [] : [{ id, ...area }];
  });
  return { id: ids.board, ...where, title, areas: named, authors, silent, kinds: [...kinds], dots, secs: [...secs] };
};
