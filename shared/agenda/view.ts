// The programme as each audience gets it, built from nothing. The hours are not in it: each device computes them, second by second,
// from absolute times with timeline.ts, so that a view is sent when something happens and not when time passes.
// Never outside organiser and facilitators: private notes, the planned end and the delay, the shows of hands before they are minutes.
// The whole must stay small (K5): what everybody needs is always in it, titles and long texts as far as there is room,
// nearest to now first; what did not fit is null and comes by list.
import type { List, ViewContext } from '../kernel/room.ts';
import { say } from '../kernel/text.ts';
import type { Said } from '../kernel/text.ts';
import type { Role } from '../kernel/audience.ts';
import { aheadOf, numbersOf } from './timeline.ts';
import type { Course, CourseRow } from './timeline.ts';
import { courseOf, hasStarted, runningBlock } from './state.ts';
import type { AgendaState, Block } from './state.ts';

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
/** What this room may weigh on the wire, so that the whole of an audience stays within its 16 kB. */
export const agendaBytes = { driver: 4_300, phone: 7_000 } as const;

/** Greedy: offers come in order of need, each is taken if it still fits. */
const budget =
  (left: number) =>
  (value: Said | null): Said | null => {
    if (value === null) return null;
    const cost = bytesOf(value);
    if (cost > left) return null;
    left -= cost;
    return value;
  };

const maybe = (text: Block['description'], ctx: ViewContext): Said | null => (text === null ? null : say(text, ctx.lang));
const materialsOf = (block: Block) => block.materials.map(({ id, name, kind, pages, sha256 }) => ({ id, name, kind, pages, sha256 }));
const countedOf = (state: AgendaState, id: string) => {
  const numbers = numbersOf(state.plan.blocks);
  return { number: numbers.get(id) ?? null, numbered: numbers.size };
};

/** What runs, as everybody in the room may know it; texts are added where there is room. */
const runningOf = (state: AgendaState) => {
  const block = runningBlock(state.plan);
  if (!block) return null;
  return {
    id: block.id,
    ...countedOf(state, block.id),
    activity: block.activity,
    sec: block.sec,
    warnSec: block.warnSec,
    ...block.status,
    video: block.video,
    materials: materialsOf(block),
  };
};

/** Index of now: titles near it are worth more than titles far from it. */
const nearest = (blocks: readonly Block[]): readonly Block[] => {
  const at = Math.max(
    0,
    blocks.findIndex(({ status }) => status.kind === 'running'),
  );
  return blocks
    .map((block, index) => ({ block, far: Math.abs(index - at) }))
    .sort((a, b) => a.far - b.far)
    .map(({ block }) => block);
};
const titlesOf = (
  blocks: readonly Block[],
  take: (value: Said | null) => Said | null,
  ctx: ViewContext,
): ReadonlyMap<string, Said | null> => new Map(nearest(blocks).map((block) => [block.id, take(say(block.title, ctx.lang))]));

/** Hours without what only a facilitator weighs: the plan of the morning and its end. */
const publicRow = ({ id, activity, sec, status }: CourseRow): CourseRow => ({ id, activity, sec, status, planned: null });
const publicCourse = (state: AgendaState): Course => {
  const { live, startPlanned, rows } = courseOf(state);
  return { live, startPlanned, plannedEnd: null, acceptedSec: 0, rows: rows.map(publicRow) };
};

const phone = (state: AgendaState, ctx: ViewContext) => {
  const course = publicCourse(state);
  const running = runningOf(state);
  const block = runningBlock(state.plan);
  const take = budget(agendaBytes.phone - bytesOf({ course, running }) - 200);
  const title = block ? say(block.title, ctx.lang) : null;
  const instructions = block ? take(maybe(block.instructions, ctx)) : null;
  const description = block ? take(maybe(block.description, ctx)) : null;
  const titles = titlesOf(state.plan.blocks, take, ctx);
  return {
    over: state.phase === 'over',
    course: { ...course, rows: course.rows.map((row) => ({ ...row, title: titles.get(row.id) ?? null })) },
    running: running && title ? { ...running, title, instructions, description } : null,
    /** Changes when a title that did not fit (null above) changes: fetch 'agenda.programme' with it. */
    rev: state.rev,
  };
};

/** The wall: what was, what is, what comes; seven lines at most (SC3). Rows stand in the order in which they come. */
const screen = (state: AgendaState, ctx: ViewContext) => {
  const { plan } = state;
  const course = publicCourse(state);
  const running = runningBlock(plan);
  const done = plan.blocks
    .flatMap(({ id, status }) => (status.kind === 'done' ? [{ id, endedAt: status.endedAt }] : []))
    .sort((a, b) => b.endedAt - a.endedAt)[0];
  const shown = [
    done?.id,
    running?.id,
    ...aheadOf(plan.blocks)
      .slice(0, 5)
      .map(({ id }) => id),
  ];
  const rows = shown.flatMap((id) => {
    const row = course.rows.find((one) => one.id === id);
    const block = plan.blocks.find((one) => one.id === id);
    return row && block ? [{ ...row, title: say(block.title, ctx.lang) }] : [];
  });
  const about = runningOf(state);
  return {
    over: state.phase === 'over',
    course: { ...course, rows },
    running:
      about && running
        ? {
            ...about,
            title: say(running.title, ctx.lang),
            description: maybe(running.description, ctx),
            instructions: maybe(running.instructions, ctx),
          }
        : null,
  };
};

const desk = (state: AgendaState, ctx: ViewContext) => {
  const running = runningBlock(state.plan);
  const next = aheadOf(state.plan.blocks)[0];
  return {
    running: running ? { title: say(running.title, ctx.lang), ...countedOf(state, running.id), timer: running.status.timer } : null,
    next: next ? say(next.title, ctx.lang) : null,
  };
};

const driver = (state: AgendaState, ctx: ViewContext) => {
  const course = courseOf(state);
  const running = runningOf(state);
  const block = runningBlock(state.plan);
  const next = aheadOf(state.plan.blocks)[0];
  const hands = state.hands
    .slice(-2)
    .map(({ corrections, ...one }) => ({ ...one, title: say(one.title, ctx.lang), corrected: corrections.length > 0 }));
  const marks = state.plan.blocks.map((one) => ({ materials: one.materials.length, title: null }));
  const take = budget(agendaBytes.driver - bytesOf({ course, running, hands, marks }) - 500);
  const title = block ? say(block.title, ctx.lang) : null;
  const notes = block ? take(maybe(block.notes, ctx)) : null;
  const instructions = block ? take(maybe(block.instructions, ctx)) : null;
  const description = block ? take(maybe(block.description, ctx)) : null;
  const titles = titlesOf(state.plan.blocks, take, ctx);
  const nextNotes = next ? take(maybe(next.notes, ctx)) : null;
  const { phase, plan } = state;
  const writes = phase !== 'over';
  const moves = phase === 'live';
  return {
    over: phase === 'over',
    begun: plan.begun,
    course: {
      ...course,
      rows: course.rows.map((row, index) => ({ ...row, title: titles.get(row.id) ?? null, materials: marks[index]?.materials ?? 0 })),
    },
    running: running && title ? { ...running, title, instructions, description, notes } : null,
    next: next ? { id: next.id, notes: nextNotes } : null,
    present: state.present.size,
    hands,
    handsCount: state.hands.length,
    rev: state.rev,
    may: {
      edit: writes,
      setStart: writes && !plan.begun,
      load: writes && !plan.begun,
      append: writes,
      start: moves,
      time: writes && block !== undefined,
      remedy: moves,
      hands: writes && plan.begun,
    },
  };
};

export const agendaViews = {
  organiser: driver,
  facilitator: driver,
  desk,
  table: phone,
  expert: phone,
  member: phone,
  audience: phone,
  screen,
};
export type AgendaDriverView = ReturnType<typeof driver>;
export type AgendaPhoneView = ReturnType<typeof phone>;
export type AgendaScreenView = ReturnType<typeof screen>;
export type AgendaDeskView = ReturnType<typeof desk>;

const drivers: readonly Role[] = ['organiser', 'facilitator'];
const version = (state: AgendaState, ctx: ViewContext): string => `${state.rev}-${ctx.lang}`;

/** key: a block's id, or '' for all of them. All languages, private notes included: for editing and export. */
const fullBlocks = (state: AgendaState, _: ViewContext, key: string) =>
  state.plan.blocks
    .filter((block) => key === '' || block.id === key)
    .map(({ id, title, description, instructions, notes, activity, plannedSec, warnSec, video, materials }) => ({
      id,
      title,
      description,
      instructions,
      notes,
      activity,
      plannedSec,
      warnSec,
      video,
      materials,
    }));
/** Every title and description in the reader's language; instructions only of what has started: looking ahead tells nobody what will be asked. */
const programme = (state: AgendaState, ctx: ViewContext) =>
  state.plan.blocks.map((block) => ({
    id: block.id,
    title: say(block.title, ctx.lang),
    description: maybe(block.description, ctx),
    instructions: hasStarted(block) ? maybe(block.instructions, ctx) : null,
  }));
const allHands = (state: AgendaState, ctx: ViewContext) => state.hands.map((one) => ({ ...one, title: say(one.title, ctx.lang) }));

export const agendaLists = {
  'agenda.blocks': { roles: drivers, version, rows: fullBlocks },
  'agenda.hands': { roles: drivers, version, rows: allHands },
  'agenda.programme': { roles: ['organiser', 'facilitator', 'expert', 'member', 'audience', 'screen'], version, rows: programme },
} satisfies Record<string, List<AgendaState, unknown>>;
export type AgendaBlockRows = ReturnType<typeof fullBlocks>;
export type AgendaProgrammeRows = ReturnType<typeof programme>;
