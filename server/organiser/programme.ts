// A session's programme with its questions, as a file and back (AG5): what a template is, ready, saved or sent by somebody.
// Read from the rooms' states; nothing of what happened, no answer and no person is in it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Text } from '../../shared/kernel/text.ts';
import { hourOf } from '../../shared/agenda/hours.ts';
import { readTemplate, toTemplate } from '../../shared/agenda/template.ts';
import type { Problem, Template } from '../../shared/agenda/template.ts';
import { readyTemplates } from '../../shared/agenda/templates/ready.ts';
import type { TemplateRow } from '../../shared/organiser/wire.ts';
import { Refused } from '../kernel/http.ts';
import type { SessionHall } from '../session/registry.ts';
import type { Store } from '../store/store.ts';
import { templateNotes } from './notes.ts';
import { agendaOf, pollsOf } from './states.ts';

const usualStart = '09:00';
const draftSchema = z.record(z.string(), z.json());

/** The version of the program, as package.json says it. */
export const version: string = (() => {
  const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string' ? read.version : '';
})();

export const templateOf = (hall: SessionHall, title?: Text): Template => {
  const { plan } = agendaOf(hall.ledger);
  const about = hall.about();
  return toTemplate({
    title: title ?? about.title,
    startsAt: plan.startPlanned === null ? usualStart : hourOf(plan.startPlanned, about.timeZone),
    blocks: plan.blocks,
    polls: [...pollsOf(hall.ledger).polls.values()].map(({ draft }) => {
      // A draft is plain JSON: what a file carries, and what the poll room's own door reads again.
      return { block: draft.block, draft: draftSchema.parse(JSON.parse(JSON.stringify(draft))) };
    }),
  });
};

export const rowOf = (id: string, { title, startsAt, blocks, polls }: Template): TemplateRow => ({
  id,
  title,
  startsAt,
  blocks: blocks.map((block) => ({ title: block.title, plannedSec: block.plannedSec, activity: block.activity })),
  polls: polls.length,
});

export const readyOf = (id: string): Template | null => readyTemplates.find((one) => one.id === id)?.template ?? null;
export const savedOf = async (store: Store, id: string): Promise<Template | null> => {
  const note = await templateNotes.read(store, id);
  const read = note && readTemplate(note.text);
  return read?.ok === true ? read.template : null;
};

/** A refused file, with its first faulty line; the page that shows all of them reads the file beforehand. */
export const wrongFile = (problems: readonly Problem[]): Refused =>
  new Refused('organiser.wrongFile', 400, { line: problems[0]?.line ?? 1, count: problems.length });
