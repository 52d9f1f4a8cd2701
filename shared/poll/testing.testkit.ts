// What the stories of this room have in common: who is who, a hall with n members in it, questions of each kind. For tests only.
import type { Actor } from '../kernel/audience.ts';
import type { AnyFact, People } from '../kernel/room.ts';
import type { Connections } from '../kernel/room.ts';
import { deviceIdSchema, memberIdSchema, optionIdSchema, pollIdSchema } from '../kernel/ids.ts';
import type { MemberId } from '../kernel/ids.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { session } from '../session/room.ts';
import type { PollDraft } from './draft.ts';
import { poll } from './room.ts';
import { emptyPollState } from './state.ts';
import type { PollState } from './state.ts';
import type { Answer, PollKind } from './tally.ts';

const device = deviceIdSchema.parse('laptop0001');
export const facilitator: Actor = { role: 'facilitator', device };
export const desk: Actor = { role: 'desk', device };
export const system: Actor = { role: 'system' };
export const memberId = (n: number): MemberId => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
export const member = (n: number): Actor => ({
  role: 'member',
  member: memberId(n),
  device: deviceIdSchema.parse(`phone${String(n).padStart(4, '0')}`),
});
export const listener = (n: number): Actor => ({ role: 'audience', device: deviceIdSchema.parse(`guest${String(n).padStart(4, '0')}`) });
export const P1 = pollIdSchema.parse('poll0001');
export const P2 = pollIdSchema.parse('poll0002');
export const optionId = (name: string) => optionIdSchema.parse(name.padEnd(6, 'x'));
export const shade = optionId('shade');
export const water = optionId('water');
export const trees = optionId('trees');

const options = [
  { id: shade, text: italian('Ombra') },
  { id: water, text: { original: 'it' as const, it: 'Acqua', en: 'Water' } },
  { id: trees, text: italian('Alberi') },
];
export const kinds = {
  single: { kind: 'single' },
  multiple: { kind: 'multiple', min: 1, max: 2 },
  yesno: { kind: 'yesno' },
  scale: {
    kind: 'scale',
    from: 1,
    to: 5,
    statements: [
      { id: optionId('time'), text: italian('Il tempo è bastato') },
      { id: optionId('clear'), text: italian('Ho capito gli esperti') },
    ],
  },
  text: { kind: 'text', maxChars: 280 },
  words: { kind: 'words', maxEntries: 3 },
} as const satisfies Readonly<Record<string, PollKind>>;
export const draft = (kind: PollKind = kinds.single, more: Partial<PollDraft> = {}): PollDraft => ({
  block: null,
  question: { original: 'it', it: 'Che cosa manca di più?', en: 'What is missing most?' },
  kind,
  options: kind.kind === 'single' || kind.kind === 'multiple' ? options : [],
  electorate: 'members',
  live: false,
  splitBy: [],
  closeAfterSec: null,
  ...more,
});
export const pick = (...picked: readonly string[]): Answer => ({ kind: 'choice', picked });
export const write = (text: string): Answer => ({ kind: 'text', text });
export const wordsOf = (...entries: readonly string[]): Answer => ({ kind: 'words', entries });
export const dontKnow: Answer = { kind: 'dontknow' };

export const entered = (n: number, phone = true): AnyFact & Record<string, unknown> => ({
  type: 'presence.entered',
  v: 1,
  member: memberId(n),
  seat: String(n),
  door: 'card',
  phone,
});
export const left = (n: number): AnyFact & Record<string, unknown> => ({
  type: 'presence.left',
  v: 1,
  member: memberId(n),
  why: 'desk',
  knownAt: 0,
});
const created: AnyFact & Record<string, unknown> = {
  type: 'session.created',
  v: 1,
  assembly: 'assembly01',
  assemblyName: 'Assemblea',
  title: italian('Seconda plenaria'),
  day: '2026-11-21',
  timeZone: 'Europe/Rome',
  place: '',
  code: 'K7M4QX',
  demo: false,
};
const doors: AnyFact = { type: 'session.doorsOpened', v: 1 };

/** A session that is still being prepared. */
export const beforeTheDoors = (): Scenario => scenario([session, poll]).given(created);
/** A session with its doors open and members 1…n in the hall; the last `sheets` of them have no phone. */
export const hall = (n: number, sheets = 0, more: { readonly people?: People; readonly connections?: Connections } = {}): Scenario =>
  scenario([session, poll], more).given(created, doors, ...Array.from({ length: n }, (_, i) => entered(i + 1, i + 1 <= n - sheets)));
export const opened = (
  asked: PollDraft,
  more: { readonly poll?: typeof P1; readonly round?: number } = {},
): AnyFact & Record<string, unknown> => ({
  type: 'poll.opened',
  v: 1,
  poll: more.poll ?? P1,
  round: more.round ?? 1,
  asked,
  closesAt: null,
});
export const drafted = (of: PollDraft, id = P1): AnyFact & Record<string, unknown> => ({ type: 'poll.drafted', v: 1, poll: id, draft: of });

/** A hall where a question is open. */
export const asking = (n: number, asked: PollDraft = draft(), sheets = 0, more: Parameters<typeof hall>[2] = {}): Scenario =>
  hall(n, sheets, more).given(drafted(asked), opened(asked));
export const answer = (given: Answer, edit = 1, round = 1, poll = P1) => ({ type: 'poll.answer', poll, round, edit, answer: given });
/** Members 1, 2, 3… answer one after the other. */
export const answering = (story: Scenario, answers: readonly Answer[], round = 1): Scenario => {
  answers.forEach((given, i) => story.when(answer(given, 1, round), member(i + 1)));
  return story;
};
export const closing = { type: 'poll.close', poll: P1, round: 1 };
export const publishing = { type: 'poll.publish', poll: P1, round: 1 };

const isPollState = (value: unknown): value is PollState => typeof value === 'object' && value !== null && 'polls' in value;
/** What this room knows at this point of a story, with its type. */
export const pollStateOf = (story: Scenario): PollState => {
  const state = story.states['poll'];
  return isPollState(state) ? state : emptyPollState;
};
