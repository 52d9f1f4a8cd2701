// For component tests: a morning of the programme made by the real rule, and a sender that keeps what was wished.
import type { AgendaState } from '../../shared/agenda/state.ts';
import { agendaViews } from '../../shared/agenda/view.ts';
import { deviceIdSchema } from '../../shared/kernel/ids.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { Actor } from '../../shared/kernel/audience.ts';
import type { AnyFact, Outcome, ViewContext } from '../../shared/kernel/room.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import type { Send } from '../kernel/send.ts';

export const nine = Date.UTC(2026, 10, 21, 8, 0);
/** What these tests need of a story (shared/kernel/scenario.ts, which only tests may open). */
export interface Story {
  states: Readonly<Record<string, unknown>>;
  now: number;
  last: Outcome | undefined;
  when: (raw: unknown, actor: Actor) => Story;
  given: (...facts: readonly AnyFact[]) => Story;
  viewContext: (lang?: Lang) => ViewContext;
}
export const zone = 'Europe/Rome';
export const anna = { role: 'facilitator', device: deviceIdSchema.parse('deviceanna') } as const;
const block = (id: string, title: string, minutes: number, activity = 'talk') => ({
  id,
  title: { original: 'it', it: title },
  description: null,
  instructions: { original: 'it', it: `Che cosa fare: ${title}` },
  notes: { original: 'it', it: 'solo per noi' },
  activity,
  plannedSec: minutes * 60,
  warnSec: 60,
  video: null,
  materials: [{ id: `material${id}`, name: `Scheda di ${title}`, kind: 'pdf', pages: 4, sha256: 'a'.repeat(64) }],
});
const blocks = [
  block('opening', 'Apertura', 15, 'welcome'),
  block('whereweare', 'Dove siamo adesso?', 10, 'poll'),
  block('talkstalks', 'Ascolto degli esperti', 90),
  block('lunchlunch', 'Pranzo', 50, 'break'),
  block('goodbye', 'Saluti', 20, 'closing'),
];
/** Nine o'clock: doors open, 73 present, the first block runs since six past. */
export const begun = <S extends Story>(story: S): S => {
  story.now = nine - 120_000;
  story
    .when({ type: 'agenda.load', mode: 'replace', startPlanned: nine, blocks }, anna)
    .given({ type: 'session.doorsOpened', v: 1 })
    .given(
      ...Array.from({ length: 73 }, (_, index) => ({
        type: 'presence.entered',
        v: 1,
        member: `member${100 + index}`,
        seat: String(index + 1),
        door: 'card',
        phone: true,
      })),
    );
  story.now = nine + 6 * 60_000;
  story.when({ type: 'agenda.start', from: null, to: 'opening' }, anna);
  return story;
};
export const stateOf = (story: Story): AgendaState => {
  const found = story.states['agenda'];
  const isAgenda = (value: unknown): value is AgendaState => typeof value === 'object' && value !== null && 'plan' in value;
  if (!isAgenda(found)) throw new Error('no agenda');
  return found;
};
export const driverOf = (story: Story) => agendaViews.facilitator(stateOf(story), story.viewContext());
export const phoneOf = (story: Story, lang: Lang = 'it') => agendaViews.member(stateOf(story), story.viewContext(lang));
export const screenOf = (story: Story, lang: Lang = 'it') => agendaViews.screen(stateOf(story), story.viewContext(lang));

/** Sends through the real rule, as a facilitator; keeps every wish. */
export const senderOf = (story: Story): { readonly send: Send; readonly wishes: Readonly<Record<string, unknown>>[] } => {
  const wishes: Readonly<Record<string, unknown>>[] = [];
  const send: Send = (command) => {
    wishes.push(command);
    const { last } = story.when(command, anna);
    const reply: Reply =
      last?.kind === 'refused'
        ? { ok: false, code: last.code, at: story.now, ...(last.params ? { params: last.params } : {}) }
        : { ok: true, done: last?.kind === 'nothing' ? 'nothing' : 'done', at: story.now };
    return Promise.resolve(reply);
  };
  return { send, wishes };
};
