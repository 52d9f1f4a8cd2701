// A board while it is prepared: one form for as many boards as there are tables. Equal boards of several tables are one set: one prepares
// the set, changes it, opens it. What is missing or wrong is said before anything is sent.
import type { Area, BoardPlan } from '../../shared/board/events.ts';
import { boardLimits } from '../../shared/board/limits.ts';
import type { BoardTemplate } from '../../shared/board/templates.ts';
import { areaIdSchema } from '../../shared/kernel/ids.ts';
import { lengthOf, type Lang, type Text } from '../../shared/kernel/text.ts';

/** The whole of a plan but for whom it is. */
export type BoardForm = Omit<BoardPlan, 'id' | 'group' | 'block'> & { readonly block: string | null };
export interface BoardSet {
  readonly form: BoardForm;
  readonly plans: readonly BoardPlan[];
}
const formOf = ({ id: _id, group: _group, ...form }: BoardPlan): BoardForm => form;
/** Areas have ids of their own on each board: they do not make two boards different. */
const likeness = (form: BoardForm): string => JSON.stringify({ ...form, areas: form.areas.map(({ id: _id, ...area }) => area) });
export const setsOf = (plans: readonly BoardPlan[]): readonly BoardSet[] => {
  const sets = new Map<string, BoardPlan[]>();
  for (const plan of plans) {
    const key = `${plan.group === null} ${likeness(formOf(plan))}`;
    sets.set(key, [...(sets.get(key) ?? []), plan]);
  }
  return [...sets.values()].flatMap((list) => (list[0] === undefined ? [] : [{ form: formOf(list[0]), plans: list }]));
};

export type BoardFault =
  | { readonly about: 'title' }
  | { readonly about: 'noAreas' }
  | { readonly about: 'prompt' | 'axis' | 'long'; readonly area: number }
  | { readonly about: 'longTitle' | 'dots' | 'kinds' };
const empty = (text: Text): boolean => (text[text.original] ?? '').trim() === '';
const tooLong = (text: Text, max: number): boolean =>
  [text.it, text.en, text.ar].some((words) => words !== undefined && lengthOf(words.trim()) > max);
const axesOf = ({ shape }: Area): readonly Text[] => (shape.kind === 'matrix' ? [...shape.x, ...shape.y, ...(shape.quarters ?? [])] : []);
export const faultsOf = (form: BoardForm): readonly BoardFault[] => [
  ...(empty(form.title)
    ? [{ about: 'title' } as const]
    : tooLong(form.title, boardLimits.promptChars)
      ? [{ about: 'longTitle' } as const]
      : []),
  ...(form.areas.length === 0 ? [{ about: 'noAreas' } as const] : []),
  ...form.areas.flatMap((area, index): BoardFault[] => [
    ...(empty(area.prompt) ? [{ about: 'prompt', area: index } as const] : []),
    ...(axesOf(area).some(empty) ? [{ about: 'axis', area: index } as const] : []),
    ...(tooLong(area.prompt, boardLimits.promptChars) || axesOf(area).some((text) => tooLong(text, boardLimits.axisChars))
      ? [{ about: 'long', area: index } as const]
      : []),
  ]),
  ...(form.kinds.length === 0 ? [{ about: 'kinds' } as const] : []),
  ...(form.dots.max > form.dots.each ? [{ about: 'dots' } as const] : []),
];

/** One language of a text; translations that were emptied go, the original stays even when it is empty: that is a fault, said as one. */
export const withWords = (text: Text, lang: Lang, words: string): Text => {
  const { [lang]: _was, ...others } = text;
  return words.trim() === '' && lang !== text.original ? others : { ...others, [lang]: words };
};
export const wordsIn = (text: Text, lang: Lang): string => text[lang] ?? '';
export const newText = (lang: Lang, words = ''): Text => ({ original: lang, [lang]: words });

/** Two names of the low and high end of each axis, four of the quarters: what a 2×2 needs to be read. */
export const shapeOf = (kind: Area['shape']['kind'], lang: Lang): Area['shape'] =>
  kind === 'matrix' ? { kind, x: [newText(lang), newText(lang)], y: [newText(lang), newText(lang)], quarters: null } : { kind };

/** The plans of a form: one for each table, or the plenary's. Those that were prepared before keep their ids and their areas' ids. */
export const plansOf = (
  form: BoardForm,
  whom: 'tables' | 'plenary',
  tables: readonly { readonly group: BoardPlan['group'] }[],
  set: BoardSet | null,
  newId: () => string,
): readonly (Omit<BoardPlan, 'id' | 'areas' | 'block'> & {
  readonly id: string;
  readonly areas: readonly (Omit<Area, 'id'> & { readonly id: string })[];
})[] => {
  if (set !== null)
    return set.plans.map(({ id, group, areas }, nth) => ({
      ...form,
      id,
      group,
      // The form holds the first board's areas: on the others each keeps the id that it had in that place.
      areas: form.areas.map((area) => {
        const at = set.form.areas.findIndex((each) => each.id === area.id);
        return { ...area, id: nth === 0 ? area.id : (areas[at]?.id ?? newId()) };
      }),
    }));
  const whose = whom === 'plenary' ? [{ group: null }] : tables;
  return whose.map(({ group }, nth) => ({
    ...form,
    id: newId(),
    group,
    areas: form.areas.map((area) => ({ ...area, id: nth === 0 ? area.id : newId() })),
  }));
};

export const newArea = (lang: Lang, newId: () => string): Area => ({
  id: areaIdSchema.parse(newId()),
  prompt: newText(lang),
  shape: { kind: 'column' },
});
export const templateForm = ({ areas, kinds, secs, ...rest }: BoardTemplate, newId: () => string): BoardForm => ({
  ...rest,
  block: null,
  areas: areas.map((area) => ({ id: areaIdSchema.parse(newId()), ...area })),
  kinds: [...kinds],
  secs: [...secs],
});
export const emptyForm = (lang: Lang, newId: () => string): BoardForm => ({
  block: null,
  title: newText(lang),
  areas: [newArea(lang, newId)],
  authors: 'hidden',
  silent: true,
  kinds: ['idea'],
  dots: { each: 3, max: 1, on: 'themes' },
  secs: [null, null, null, null],
});
