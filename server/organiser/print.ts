// What goes on paper besides cards (RO5): the programme with its hours, the questions with their choices, the seats. Never a name:
// the sheets lie around in the hall. Organiser, facilitators and desks of the session.
import type { FastifyInstance } from 'fastify';
import { hoursOf } from '../../shared/agenda/state.ts';
import { italian } from '../../shared/kernel/text.ts';
import type { Paper } from '../../shared/organiser/wire.ts';
import type { PollDraft } from '../../shared/poll/draft.ts';
import type { Store } from '../store/store.ts';
import { baseOf } from './address.ts';
import type { Place } from './address.ts';
import { agendaOf, pollsOf, rosterOf } from './states.ts';
import { deskOf, idOf } from './who.ts';
import type { Doors } from './who.ts';

const formOf = ({ kind, options }: PollDraft): Paper['polls'][number]['form'] => {
  switch (kind.kind) {
    case 'single':
      return { kind: 'choices', choices: options.map(({ text }) => text), min: 1, max: 1 };
    case 'multiple':
      return { kind: 'choices', choices: options.map(({ text }) => text), min: kind.min, max: kind.max };
    case 'yesno':
      return { kind: 'yesno' };
    case 'scale':
      return {
        kind: 'scale',
        statements: kind.statements.map(({ text }) => text),
        from: kind.from,
        to: kind.to,
        low: kind.ends?.low ?? null,
        high: kind.ends?.high ?? null,
      };
    case 'words':
      return { kind: 'words', entries: kind.maxEntries };
    case 'text':
      return { kind: 'text' };
    default:
      return kind satisfies never;
  }
};

export const printRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly place: Place }): void => {
  http.get('/api/sessions/:id/print', async (request): Promise<Paper> => {
    const { hall } = await deskOf(doors, request, idOf(request));
    const about = hall.about();
    const { plan } = agendaOf(hall.ledger);
    const hours = plan.startPlanned === null ? [] : hoursOf(plan.startPlanned, plan.blocks).hours;
    return {
      ok: true,
      assembly: rosterOf(hall.of.ledger).name ?? italian(about.assemblyName),
      title: about.title,
      day: about.day,
      timeZone: about.timeZone,
      code: about.code,
      base: await baseOf(doors.place, doors.store, hall.rehearsalOf ?? hall.id),
      blocks: plan.blocks.map(({ title, plannedSec }, index) => ({
        title,
        plannedMin: Math.round(plannedSec / 60),
        startsAt: hours[index]?.at ?? null,
      })),
      polls: [...pollsOf(hall.ledger).polls.values()].map(({ poll, draft }) => ({
        id: poll,
        question: draft.question,
        members: draft.electorate === 'members',
        form: formOf(draft),
      })),
      seats: (hall.of.reads().roster?.members ?? []).map(({ seat }) => seat),
    };
  });
};
