// A morning on which the hall asked and spoke, as the log has it, and what the record says of it. For tests only.
import type { FloorFact } from '../floor/events.ts';
import { blockIdSchema, expertIdSchema, groupIdSchema, questionIdSchema, turnIdSchema } from '../kernel/ids.ts';
import type { QuestionId } from '../kernel/ids.ts';
import { recordOf } from '../record.ts';
import { recordMarkdown } from './markdown.ts';
import { clock, facilitator, inputOf, memberId, morning } from './testing.testkit.ts';
import type { Day } from './testing.testkit.ts';

export const block = blockIdSchema.parse('talk000001');
export const table = groupIdSchema.parse('zztable001');
export const expert = expertIdSchema.parse('zzexpert01');
export const [trees, shade, trams, insult, slip, sheet, silent] = [
  'trees00001',
  'shade00001',
  'trams00001',
  'insult0001',
  'slip000001',
  'sheet00001',
  'silent0001',
].map((id) => questionIdSchema.parse(id));

export const asked = (question: QuestionId | undefined, text: string, more: Partial<Extract<FloorFact, { type: 'floor.asked' }>> = {}) => ({
  ...{ type: 'floor.asked', v: 1, question, text, lang: 'it', door: 'phone', from: 'member', group: null, block, ...more },
});
export const answered = (question: QuestionId | undefined, more: object) => ({
  ...{ type: 'floor.answered', v: 1, question, expert: null, who: '', text: '', source: '', link: null, ...more },
});
export const about = (what: string, question: QuestionId | undefined, more: object = {}) => ({
  type: `floor.${what}`,
  v: 1,
  question,
  ...more,
});
let turns = 0;
/** The id of a turn that no other has. */
export const newTurn = () => {
  turns += 1;
  return turnIdSchema.parse(`turn${String(turns).padStart(8, '0')}`);
};
/** A turn that begins now and ends after so many seconds. */
export const turn = (
  day: Day,
  member: number | null,
  sec: number,
  { where = null, group = null, kind = 'speech', how = 'done' }: { where?: unknown; group?: unknown; kind?: string; how?: string } = {},
): void => {
  const id = newTurn();
  const who = member === null ? { member: null, seat: null } : { member: memberId(member), seat: `ZQ${member}` };
  day.story.given({ ...{ type: 'floor.turnStarted', v: 1, turn: id, ...who }, ...{ where, group, kind, sec: 120, endsAt: 0 } });
  day.story.given({ type: 'floor.turnEnded', v: 1, turn: id, ms: sec * 1000, how });
};

export const asking = (day: Day): void => {
  const { story } = day;
  story.when(
    { type: 'groups.plan', themes: [], groups: [{ id: table, number: 1, name: null, theme: null, question: null, video: null }] },
    facilitator,
  );
  clock(day, 0);
  story.when({ type: 'agenda.start', from: null, to: block }, facilitator);
  story.given({ type: 'floor.expertsSet', v: 1, experts: [{ id: expert, label: 'Ufficio clima', about: '' }] });
  clock(day, 5);
  story.given(asked(trees, '=SUM(1;2) Quanti alberi | veri?\n# non un titolo'));
  story.given(asked(shade, 'Dove manca l’ombra?', { from: 'audience' }));
  clock(day, 7);
  story.given(asked(trams, 'Quando passa il tram?', { from: 'table', door: 'table', group: table }));
  story.given(asked(insult, 'zqinsulto a qualcuno'));
  story.given(asked(slip, 'zqritirata'));
  story.given(asked(sheet, 'Chi paga?', { from: 'lead', door: 'paper', block: null }));
  story.given(asked(silent, 'E chi non è qui?', { from: 'member' }));
  clock(day, 10);
  story.given(about('merged', shade, { into: trees }), about('hidden', insult), about('withdrawn', slip));
  story.given({ type: 'floor.wallSet', v: 1, questions: [trees] });
  story.given(about('assigned', trees, { expert }));
  clock(day, 12);
  story.given(
    answered(trees, { expert, text: 'Circa *ottomila*.', source: 'Bilancio 2025.', link: 'https://www.example.org/alberi_2025' }),
  );
  clock(day, 14);
  story.given({ type: 'floor.wallSet', v: 1, questions: [trees, trams] });
  story.given(answered(trees, { who: 'Tecnico della mobilità' }));
  story.given(about('settled', trams, { how: 'parked', words: 'Ufficio tram.' }));
  story.given(answered(sheet, { who: 'Assessorato', text: 'Tutti.' }), about('settled', sheet, { how: 'disputed', words: 'Non è vero' }));
};
/** So many different people, one after the other. */
export const each = (day: Day, from: number, to: number, sec: number, more: Parameters<typeof turn>[3] = {}): void => {
  for (let n = from; n <= to; n += 1) turn(day, n, sec, more);
};
const speaking = (day: Day): void => {
  turn(day, 1, 90);
  turn(day, 1, 120, { kind: 'for' });
  turn(day, 2, 45);
  turn(day, 3, 400, { how: 'undone' });
  turn(day, 4, 30, { where: table });
  turn(day, 5, 1, { kind: 'order' });
  turn(day, null, 60, { kind: 'report', group: table });
};
const closing = (day: Day): void => {
  day.story.given({
    type: 'floor.closed',
    v: 1,
    votes: [
      { question: trees, members: 12, audience: 3 },
      { question: shade, members: 4, audience: 3 },
    ],
  });
};
export const wholeDay = (): Day => {
  const day = morning();
  asking(day);
  speaking(day);
  closing(day);
  return day;
};
export const floorIn = (day: Day) => recordOf(inputOf(day)).floor;
export const one = (day: Day, id: QuestionId | undefined) => floorIn(day).questions.find((question) => question.id === id);
export const textOf = (day: Day, lang: 'it' | 'en' = 'it'): string => recordMarkdown(recordOf(inputOf(day)), lang);
export const cut = (text: string, from: string, to: string): string =>
  text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from) + 1));
