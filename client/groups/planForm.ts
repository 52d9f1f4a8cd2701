// The plan of the tables while it is written: rows of the form, what is missing or wrong in it, said table by table, and the wish that saves it.
// Everything is checked before it is sent, so that the sentence stands beside what it is about; the server checks again.
import { groupLimits } from '../../shared/groups/limits.ts';
import type { GroupsPlanRows } from '../../shared/groups/shown.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { lengthOf, type Text } from '../../shared/kernel/text.ts';

export interface ThemeForm {
  readonly id: string;
  readonly title: Text | null;
}
export interface TableForm {
  readonly id: string;
  readonly number: string;
  readonly name: Text | null;
  readonly theme: string | null;
  readonly question: Text | null;
  readonly video: string;
}
export interface PlanForm {
  readonly themes: readonly ThemeForm[];
  readonly tables: readonly TableForm[];
}
export const formOf = ({ themes, groups }: Pick<GroupsPlanRows, 'themes' | 'groups'>): PlanForm => ({
  themes,
  tables: groups.map(({ id, number, name, theme, question, video }) => ({
    id,
    number: String(number),
    name,
    theme,
    question,
    video: video ?? '',
  })),
});

export type PlanFault =
  | { readonly about: 'number' | 'name' | 'question' | 'video'; readonly table: string; readonly why: 'number' | 'twice' | 'long' | 'link' }
  | { readonly about: 'theme'; readonly theme: string; readonly why: 'empty' | 'long' };

const long = (text: Text | null, max: number): boolean =>
  text !== null && [text.it, text.en, text.ar].some((words) => words !== undefined && lengthOf(words.trim()) > max);
const isNumber = (typed: string): boolean => /^[1-9]\d{0,2}$/u.test(typed.trim());
const isLink = (typed: string): boolean => typed.length <= 400 && /^https?:\/\/[^\s"'<>]+$/u.test(typed);

export const faultsOf = ({ themes, tables }: PlanForm): readonly PlanFault[] => [
  ...themes.flatMap(({ id, title }): PlanFault[] =>
    title === null
      ? [{ about: 'theme', theme: id, why: 'empty' }]
      : long(title, groupLimits.nameChars)
        ? [{ about: 'theme', theme: id, why: 'long' }]
        : [],
  ),
  ...tables.flatMap(({ id, number, name, question, video }): PlanFault[] => [
    ...(!isNumber(number)
      ? [{ about: 'number', table: id, why: 'number' } as const]
      : tables.some((other) => other.id !== id && other.number.trim() === number.trim())
        ? [{ about: 'number', table: id, why: 'twice' } as const]
        : []),
    ...(long(name, groupLimits.nameChars) ? [{ about: 'name', table: id, why: 'long' } as const] : []),
    ...(long(question, limits.titleChars) ? [{ about: 'question', table: id, why: 'long' } as const] : []),
    ...(video.trim() !== '' && !isLink(video.trim()) ? [{ about: 'video', table: id, why: 'link' } as const] : []),
  ]),
];

export const planWish = ({ themes, tables }: PlanForm) => ({
  type: 'groups.plan',
  themes: themes.flatMap(({ id, title }) => (title === null ? [] : [{ id, title }])),
  groups: tables.map(({ id, number, name, theme, question, video }) => ({
    id,
    number: Number(number),
    name,
    theme,
    question,
    video: video.trim() === '' ? null : video.trim(),
  })),
});
/** Equal plans write equal texts: what is on the page against what is stored. */
export const samePlan = (a: PlanForm, b: PlanForm): boolean =>
  JSON.stringify(planWish(a)) === JSON.stringify(planWish(b)) && a.themes.length === b.themes.length;

const nextNumber = (tables: readonly TableForm[]): number =>
  Math.max(0, ...tables.map(({ number }) => (isNumber(number) ? Number(number) : 0))) + 1;
/** `count` tables more, numbered on from the last; themes in turn, when there are any and every table so far has one or there is none. */
export const withTables = (form: PlanForm, count: number, newId: () => string): PlanForm => {
  const from = nextNumber(form.tables);
  const more = Array.from({ length: Math.min(count, groupLimits.groups - form.tables.length) }, (_, index): TableForm => {
    const theme = form.themes.length === 0 ? undefined : form.themes[(form.tables.length + index) % form.themes.length];
    return { id: newId(), number: String(from + index), name: null, theme: theme?.id ?? null, question: null, video: '' };
  });
  return { ...form, tables: [...form.tables, ...more] };
};
export const withTheme = (form: PlanForm, title: Text | null, newId: () => string): PlanForm => ({
  ...form,
  themes: [...form.themes, { id: newId(), title }],
});
/** A theme that goes leaves its tables without one. */
export const withoutTheme = (form: PlanForm, theme: string): PlanForm => ({
  themes: form.themes.filter(({ id }) => id !== theme),
  tables: form.tables.map((table) => (table.theme === theme ? { ...table, theme: null } : table)),
});
export const moved = (form: PlanForm, from: number, to: number): PlanForm => {
  const table = form.tables[from];
  if (table === undefined || to < 0 || to >= form.tables.length) return form;
  const rest = form.tables.filter((each) => each !== table);
  return { ...form, tables: [...rest.slice(0, to), table, ...rest.slice(to)] };
};
