// A session as a file: the programme with its texts, its hour of start and the questions prepared for its blocks (AG5).
// The same document is a template of ours, a template that somebody saved, an export and an import. Pure JSON, `meta.v` for its version.
// Never in it: people, answers, what happened. Materials stay with their session (files are not text).
// A wrong file is refused whole, with every place that is wrong and why; nothing is half imported.
import { z } from 'zod';
import { blockIdSchema } from '../kernel/ids.ts';
import type { BlockId } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { titleSchema } from '../kernel/text.ts';
import type { AgendaCommand } from './commands.ts';
import { blockFields } from './events.ts';
import type { BlockPlan } from './events.ts';
import { readJson } from './json-lines.ts';
import { agendaLimits } from './limits.ts';

export const templateKind = 'plenaria-session';
const blockNumber = z.int().min(1).max(agendaLimits.blocks);

export const templateSchema = z.strictObject({
  meta: z.strictObject({ kind: z.literal(templateKind), v: z.literal(1) }),
  title: titleSchema,
  /** The hour of the first block, in the session's own time zone. */
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  blocks: z.array(z.strictObject(blockFields)).max(agendaLimits.blocks),
  /** `block`: place in `blocks`, from 1, or null. `draft`: the question as the poll room reads it, without its block; carried through unread. */
  polls: z.array(z.strictObject({ block: blockNumber.nullable(), draft: z.record(z.string().max(40), z.json()) })).max(limits.polls),
});
export type Template = z.infer<typeof templateSchema>;

/** Why a place in the file is wrong; the console has the words. `path` is where: ['blocks', 2, 'title', 'it']. `line` from 1. */
export interface Problem {
  readonly line: number;
  readonly path: readonly (string | number)[];
  readonly code:
    | 'notJson'
    | 'tooDeep'
    | 'tooLarge'
    | 'otherFile'
    | 'otherVersion'
    | 'missing'
    | 'unknown'
    | 'wrongType'
    | 'wrongValue'
    | 'wrongFormat'
    | 'tooMuch'
    | 'tooLittle'
    | 'noSuchBlock';
  readonly what: string;
}
export type TemplateRead =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly problems: readonly Problem[] };

const codeOf = (issue: { readonly code?: string | undefined; readonly message: string }, present: boolean): Problem['code'] => {
  switch (issue.code) {
    case 'invalid_type':
      return present ? 'wrongType' : 'missing';
    case 'unrecognized_keys':
      return 'unknown';
    case 'too_big':
      return 'tooMuch';
    case 'too_small':
      return 'tooLittle';
    case 'invalid_format':
      return 'wrongFormat';
    case 'invalid_value':
      return present ? 'wrongValue' : 'missing';
    default:
      return 'wrongValue';
  }
};
const plainPath = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));
const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, part) => (typeof found === 'object' && found !== null && Object.hasOwn(found, part) ? Reflect.get(found, part) : undefined),
    value,
  );
/** A page of problems is enough to mend a file; more would only be the same mistake again. */
const mostProblems = 20;

export const readTemplate = (text: string): TemplateRead => {
  const json = readJson(text);
  if (!json.ok) return { ok: false, problems: [{ line: json.line, path: [], code: json.why, what: String(json.column) }] };
  const problem = (code: Problem['code'], path: readonly PropertyKey[], what = ''): Problem => ({
    line: json.lineOf(path),
    path: plainPath(path),
    code,
    what,
  });
  if (at(json.value, ['meta', 'kind']) !== templateKind) return { ok: false, problems: [problem('otherFile', ['meta', 'kind'])] };
  if (at(json.value, ['meta', 'v']) !== 1)
    return { ok: false, problems: [problem('otherVersion', ['meta', 'v'], String(at(json.value, ['meta', 'v'])))] };
  const parsed = templateSchema.safeParse(json.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problem('unknown', [...issue.path, key], key));
      return [problem(codeOf(issue, at(json.value, issue.path) !== undefined), issue.path)];
    });
    return { ok: false, problems: problems.slice(0, mostProblems) };
  }
  const { blocks, polls } = parsed.data;
  const lost = polls.flatMap(({ block }, index) =>
    block !== null && block > blocks.length ? [problem('noSuchBlock', ['polls', index, 'block'], String(block))] : [],
  );
  return lost.length > 0 ? { ok: false, problems: lost.slice(0, mostProblems) } : { ok: true, template: parsed.data };
};

export interface Applied {
  readonly load: Extract<AgendaCommand, { type: 'agenda.load' }>;
  /** Drafts with the new ids of their blocks: what the poll room is then asked to keep. */
  readonly drafts: readonly (Template['polls'][number]['draft'] & { readonly block: BlockId | null })[];
}
/** A template made into a wish. `startPlanned` null leaves the session's hour alone; `newId` makes ids of 6-40 lower-case letters and digits. */
export const applyTemplate = (
  template: Template,
  how: { readonly mode: 'replace' | 'append'; readonly startPlanned: number | null; readonly newId: () => string },
): Applied => {
  const blocks = template.blocks.map((block) => ({ ...block, id: blockIdSchema.parse(how.newId()), materials: [] }));
  return {
    load: { type: 'agenda.load', mode: how.mode, startPlanned: how.startPlanned, blocks },
    drafts: template.polls.map(({ block, draft }) => ({ ...draft, block: block === null ? null : (blocks[block - 1]?.id ?? null) })),
  };
};

/** An agenda made into the document, questions with it. `polls`: drafts with the id of their block, as the poll room gives them. */
export const toTemplate = (from: {
  readonly title: Template['title'];
  readonly startsAt: string;
  readonly blocks: readonly BlockPlan[];
  readonly polls: readonly { readonly block: string | null; readonly draft: Template['polls'][number]['draft'] }[];
}): Template => ({
  meta: { kind: templateKind, v: 1 },
  title: from.title,
  startsAt: from.startsAt,
  blocks: from.blocks.map(({ title, description, instructions, notes, activity, plannedSec, warnSec, video }) => ({
    title,
    description,
    instructions,
    notes,
    activity,
    plannedSec,
    warnSec,
    video,
  })),
  polls: from.polls.map(({ block, draft }) => {
    const place = from.blocks.findIndex(({ id }) => id === block) + 1;
    return { block: place > 0 ? place : null, draft: Object.fromEntries(Object.entries(draft).filter(([name]) => name !== 'block')) };
  }),
});
/** The file's text, indented: people open it. */
export const writeTemplate = (template: Template): string => `${JSON.stringify(template, null, 2)}\n`;
