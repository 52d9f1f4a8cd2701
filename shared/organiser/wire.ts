// What the organiser's page and the server say to each other over HTTP: what is kept where, links, cards, templates, due dates.
// Not a room: nothing in here is decided or becomes a fact by itself. The schemas are read on the laptop only; phones never load this.
// Names of people are in no reply but the roll's own; a token is in a reply once, when it is made.
import { z } from 'zod';
import { limits } from '../kernel/limits.ts';
import { textSchema } from '../kernel/text.ts';
import { rollProblemCodes } from '../roster/reading.ts';

const text = textSchema(limits.titleChars);
const at = z.number();
/** YYYY-MM-DD. */
const day = z.string();

export const phases = ['draft', 'doors', 'open', 'suspended', 'closed', 'sealed'] as const;
export type Phase = (typeof phases)[number];

const sessionRow = z.object({
  id: z.string(),
  title: text,
  day,
  timeZone: z.string(),
  place: z.string(),
  phase: z.enum(phases),
  code: z.string(),
  /** Planned or true start and projected end; null without a programme. */
  startsAt: at.nullable(),
  endsAt: at.nullable(),
  present: z.number(),
  seats: z.number(),
  /** Numbered blocks, and the one that runs. */
  blocks: z.number(),
  running: z.number().nullable(),
  polls: z.number(),
  materials: z.number(),
  closedAt: at.nullable(),
  /** Day by which personal data of this session should be gone. */
  keepUntil: day.nullable(),
  erasedAt: at.nullable(),
});
export type SessionRow = z.infer<typeof sessionRow>;

const assemblyRow = z.object({
  id: z.string(),
  name: text,
  demo: z.boolean(),
  members: z.number(),
  reserves: z.number(),
  /** Earliest beginning and latest end of the mandates, where they were written down. */
  from: day.nullable(),
  until: day.nullable(),
  importedAt: at.nullable(),
  /** People of whom a name or an attribute is kept. */
  people: z.number(),
  cardsReplaced: z.number(),
  /** What its cards would carry if they were printed now. */
  base: z.string(),
  printed: z.object({ at, address: z.string(), cards: z.number() }).nullable(),
  /** The latest of its sessions' days. */
  keepUntil: day.nullable(),
  sessions: z.array(sessionRow),
});
export type AssemblyRow = z.infer<typeof assemblyRow>;

const addressChoice = z.object({ base: z.string(), kind: z.enum(['public', 'network', 'local']), network: z.string() });
export type AddressChoice = z.infer<typeof addressChoice>;
const due = z.object({
  kind: z.enum(['people', 'session']),
  assembly: z.string(),
  session: z.string().nullable(),
  name: text,
  until: day,
  count: z.number(),
});
export type Due = z.infer<typeof due>;

export const homeSchema = z.object({
  ok: z.literal(true),
  now: at,
  me: z.object({ id: z.string(), name: z.string() }),
  assemblies: z.array(assemblyRow),
  /** What should have been erased by today. */
  due: z.array(due),
  /** An invented session can be made here. */
  canDemo: z.boolean(),
  computer: z.object({
    version: z.string(),
    engine: z.enum(['sqlite', 'postgres']),
    folder: z.string(),
    freeBytes: z.number().nullable(),
    startedAt: at,
    addresses: z.array(addressChoice),
  }),
});
export type Home = z.infer<typeof homeSchema>;

const device = z.object({ id: z.string(), createdAt: at, lastSeenAt: at.nullable(), mine: z.boolean() });
const link = z.object({
  id: z.string(),
  role: z.enum(['facilitator', 'desk', 'screen', 'table', 'expert']),
  /** What it is for: a table facilitator's table, the expert who answers. */
  of: z.string().nullable(),
  label: z.string(),
  createdAt: at,
  lastSeenAt: at.nullable(),
  revokedAt: at.nullable(),
  /** Devices that came in by it and still may. */
  devices: z.number(),
});
export type LinkRow = z.infer<typeof link>;
export const linksSchema = z.object({ ok: z.literal(true), links: z.array(link), base: z.string() });
export const madeLinkSchema = z.object({ ok: z.literal(true), link, url: z.string() });

export const accessSchema = z.object({
  ok: z.literal(true),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), createdAt: at, me: z.boolean(), devices: z.array(device) })),
  /** Links to an account that nobody has used yet. */
  invitations: z.array(z.object({ id: z.string(), createdAt: at })),
  sessions: z.array(z.object({ id: z.string(), title: text, day, phase: z.enum(phases), links: z.array(link) })),
});
export type AccessList = z.infer<typeof accessSchema>;

export const addressSchema = z.object({
  ok: z.literal(true),
  base: z.string(),
  chosen: z.string().nullable(),
  choices: z.array(addressChoice),
  printed: z.object({ at, address: z.string(), cards: z.number() }).nullable(),
});
export type Address = z.infer<typeof addressSchema>;

export const cardsSchema = z.object({
  ok: z.literal(true),
  base: z.string(),
  cards: z.array(z.object({ member: z.string(), seat: z.string(), code: z.string(), url: z.string() })),
});
export type PrintedCard = z.infer<typeof cardsSchema>['cards'][number];

/** What paper carries: programme, questions, seats. No name. */
export const paperSchema = z.object({
  ok: z.literal(true),
  assembly: text,
  title: text,
  day,
  timeZone: z.string(),
  code: z.string(),
  base: z.string(),
  blocks: z.array(z.object({ title: text, plannedMin: z.number(), startsAt: at.nullable() })),
  polls: z.array(
    z.object({
      id: z.string(),
      question: text,
      members: z.boolean(),
      form: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('choices'), choices: z.array(text), min: z.number(), max: z.number() }),
        z.object({ kind: z.literal('yesno') }),
        z.object({
          kind: z.literal('scale'),
          statements: z.array(text),
          from: z.number(),
          to: z.number(),
          low: text.nullable(),
          high: text.nullable(),
        }),
        z.object({ kind: z.literal('words'), entries: z.number() }),
        z.object({ kind: z.literal('text') }),
      ]),
    }),
  ),
  seats: z.array(z.string()),
});
export type Paper = z.infer<typeof paperSchema>;

const templateRow = z.object({
  id: z.string(),
  title: text,
  startsAt: z.string(),
  blocks: z.array(z.object({ title: text, plannedSec: z.number(), activity: z.string() })),
  polls: z.number(),
});
export type TemplateRow = z.infer<typeof templateRow>;
export const templatesSchema = z.object({ ok: z.literal(true), ready: z.array(templateRow), saved: z.array(templateRow) });
export type Templates = z.infer<typeof templatesSchema>;
const fileProblem = z.object({ line: z.number(), path: z.array(z.union([z.string(), z.number()])), code: z.string(), what: z.string() });
export type FileProblem = z.infer<typeof fileProblem>;
export const readTemplateSchema = z.union([
  z.object({ ok: z.literal(true), template: templateRow }),
  z.object({ ok: z.literal(false), problems: z.array(fileProblem) }),
]);

export const madeSessionSchema = z.object({
  ok: z.literal(true),
  session: z.string(),
  /** Questions of the template that could not be kept, as "place: code". */ missing: z.array(z.string()),
});
export const madeAssemblySchema = z.object({ ok: z.literal(true), assembly: z.string() });
export const loggedInSchema = z.object({ ok: z.literal(true), name: z.string() });
/** What a one-time link is for, asked before its form is shown. */
export const invitationSchema = z.object({
  ok: z.literal(true),
  purpose: z.enum(['first', 'invite', 'reset']),
  name: z.string().nullable(),
});
export const erasedSchema = z.object({
  ok: z.literal(true),
  people: z.number(),
  files: z.number(),
  accesses: z.number(),
  left: z.enum(['clean', 'wal']),
});
export type Erased = z.infer<typeof erasedSchema>;
export const doneSchema = z.object({ ok: z.literal(true) });

const column = z.object({
  header: z.string(),
  field: z.enum(['seat', 'name', 'from', 'until', 'cohort', 'reserve', 'attribute', 'ignored']),
  attribute: z.string().nullable(),
  values: z.array(z.object({ value: z.string(), count: z.number() })),
});
const rollSummary = z.object({
  delimiter: z.enum([';', ',', 'tab']),
  encoding: z.enum(['utf-8', 'utf-16', 'latin1']),
  columns: z.array(column),
  rows: z.number(),
  good: z.number(),
  seats: z.number(),
  reserves: z.number(),
});
const rollProblem = z.object({
  line: z.number(),
  column: z.string().nullable(),
  found: z.string(),
  code: z.enum(rollProblemCodes),
  params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export const rollEnteredSchema = z.object({ ok: z.literal(true), members: z.number() });
export const rollReplySchema = z.union([
  z.object({ ok: z.literal(true), summary: rollSummary }),
  z.object({ ok: z.literal(false), problems: z.array(rollProblem), more: z.number(), summary: rollSummary.nullable() }),
]);

/** A passphrase may be a sentence; the least is what the setup page says. */
export const passphraseChars = { min: 10, max: 200 } as const;
export const accountNameChars = 60;
