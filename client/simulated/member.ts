// A simulated person with a phone: comes in, says "Sono qui", answers what is asked, sometimes changes an answer; at a table writes notes
// and gives dots (boards.ts); asks, supports and speaks on the floor (floor.ts).
// One and the same for the rehearsal (AG6), the crowd of the end-to-end tests, the play and the bench: it uses the very connection that
// pages use and sees only what a page sees. No screen; chance and time come in, so that a seed gives the same person again.
// Opinions are not even: people agree more than dice do, and a wall of equal bars would rehearse nothing.
import { z } from 'zod';
import type { Connection } from '../kernel/connection.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { newId } from '../kernel/ids.ts';
import { arrives, boardMine, dotsFor, groupsCommon, groupsMine, mostNotes, noteFor } from './boards.ts';
import { noCounts, type SimulatedCounts } from './counts.ts';
import { floorCommon, floorMine, floorPart } from './floor.ts';

export interface SimulatedOptions {
  readonly connection: Connection;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Does `act` in `ms`; gives back how to call it off. */
  readonly later: (ms: number, act: () => void) => () => void;
  /** 1: as people answer (seconds); 10: ten times as quickly. */
  readonly pace: number;
  /** Opens a board's shared document; without it nobody gives dots, because nobody sees what to give them to. */
  readonly openDocument?: (board: string) => SharedDocument;
}
export interface Simulated {
  readonly counts: Readonly<SimulatedCounts>;
  /** Every answer that the server acknowledged: question and round → its edit and what it was. */
  readonly acknowledged: ReadonlyMap<string, { readonly edit: number; readonly answer: Answer }>;
  /** It has something in mind that it has not done yet. */
  readonly busy: () => boolean;
  readonly stop: () => void;
}

const named = z.object({ id: z.string() });
const kind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single') }),
  z.object({ kind: z.literal('yesno') }),
  z.object({ kind: z.literal('multiple'), min: z.number(), max: z.number() }),
  z.object({ kind: z.literal('scale'), from: z.number(), to: z.number(), statements: z.array(named) }),
  z.object({ kind: z.literal('text'), maxChars: z.number() }),
  z.object({ kind: z.literal('words'), maxEntries: z.number() }),
]);
/** What it reads of the question that its page shows. */
export const askedSchema = z.object({ poll: z.string(), round: z.number(), phase: z.string(), kind, options: z.array(named) });
export type Asked = z.infer<typeof askedSchema>;
const common = z.object({
  poll: z.object({ now: askedSchema.nullable() }),
  groups: z.optional(groupsCommon),
  floor: z.optional(floorCommon),
});
const ownPoll = z.object({ poll: z.string(), round: z.number(), edit: z.number(), may: z.object({ answer: z.boolean() }) }).nullable();
const ownPresence = z.object({
  rollCall: z.object({ id: z.string(), answered: z.boolean() }).nullable(),
  may: z.object({ enter: z.boolean(), hereNow: z.boolean() }),
});
const mine = z.object({
  poll: z.optional(ownPoll),
  presence: z.optional(ownPresence.nullable()),
  groups: z.optional(groupsMine.nullable()),
  floor: z.optional(floorMine.nullable()),
  board: z.optional(boardMine.nullable()),
});

export type Answer =
  | { readonly kind: 'choice'; readonly picked: readonly string[] }
  | { readonly kind: 'scale'; readonly values: Readonly<Record<string, number | 'dontknow'>> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly entries: readonly string[] }
  | { readonly kind: 'dontknow' };

const thoughts = [
  'Più ombra nelle piazze',
  'I tempi dei semafori per chi cammina piano',
  'Chi ripara le fontanelle?',
  'Un autobus la sera anche in periferia',
  'Le scuole aperte al pomeriggio',
  'Meno asfalto nei cortili',
  'Vorrei capire i costi',
  'Non ho sentito bene l’ultima parte',
];
const words = [
  'ombra',
  'acqua',
  'alberi',
  'Ombra',
  'ascolto',
  'autobus',
  'case',
  'pompa di calore',
  'fiducia',
  'perché',
  'perche',
  'aria',
  'silenzio',
  'lavoro',
];

/** The first are chosen most often, as in a room with opinions. */
const leaning = (count: number, random: () => number): number => Math.min(count - 1, Math.floor(random() * random() * count));
const pick = <Item>(list: readonly Item[], random: () => number): Item | undefined => list[leaning(list.length, random)];

/** An answer that fits the question; now and then "Non so". */
export const answerTo = (question: Pick<Asked, 'kind' | 'options'>, random: () => number): Answer => {
  if (random() < 0.06) return { kind: 'dontknow' };
  const of = question.kind;
  switch (of.kind) {
    case 'single':
      return { kind: 'choice', picked: [pick(question.options, random)?.id ?? ''] };
    case 'yesno':
      return { kind: 'choice', picked: [random() < 0.62 ? 'yes' : 'no'] };
    case 'multiple': {
      const wanted = of.min + Math.floor(random() * (of.max - of.min + 1));
      const left = question.options.map(({ id }) => id);
      const picked = Array.from({ length: Math.min(wanted, left.length) }, () => left.splice(leaning(left.length, random), 1)[0] ?? '');
      return { kind: 'choice', picked };
    }
    case 'scale':
      return {
        kind: 'scale',
        values: Object.fromEntries(
          of.statements.map(({ id }) => [id, random() < 0.05 ? ('dontknow' as const) : of.to - leaning(of.to - of.from + 1, random)]),
        ),
      };
    case 'text':
      return { kind: 'text', text: [...(pick(thoughts, random) ?? '')].slice(0, of.maxChars).join('') };
    case 'words':
      return { kind: 'words', entries: Array.from({ length: 1 + Math.floor(random() * of.maxEntries) }, () => pick(words, random) ?? '') };
    default:
      return of satisfies never;
  }
};

/** How long a person takes, in ms at pace 1. */
const times = {
  arrive: [500, 20_000],
  think: [1500, 25_000],
  tap: [1000, 12_000],
  reconsider: [3000, 20_000],
  write: [8000, 60_000],
} as const;
const documentMs = 10_000;
const changesMind = 0.12;

export const simulate = ({ connection, random, later, pace, openDocument }: SimulatedOptions): Simulated => {
  const counts: SimulatedCounts = noCounts();
  const acknowledged = new Map<string, { readonly edit: number; readonly answer: Answer }>();
  /** What it is already about to do: one thing is not begun twice. */
  const busy = new Map<string, () => void>();
  /** How many notes this person has in mind for a board, and for which dots they are done. */
  const inMind = new Map<string, number>();
  const done = new Set<string>();
  let stopped = false;

  const soon = (what: string, [least, most]: readonly [number, number], act: () => Promise<void>): void => {
    if (busy.has(what) || stopped) return;
    const callOff = later((least + random() * (most - least)) / pace, () => {
      void act().finally(() => {
        busy.delete(what);
        if (!stopped) look();
      });
    });
    busy.set(what, callOff);
  };
  const now = () => {
    const { common: all, mine: own, link } = connection.store.getState();
    const read = common.safeParse(all);
    const self = mine.safeParse(own);
    return {
      live: link.kind === 'live',
      question: read.success ? read.data.poll.now : null,
      groups: read.success ? read.data.groups : undefined,
      floor: read.success ? read.data.floor : undefined,
      self: self.success ? self.data : {},
    };
  };
  const onFloor = floorPart({
    connection,
    random,
    counts,
    soon,
    now: () => now().self.floor ?? null,
  });
  const answer = async (again: boolean): Promise<void> => {
    const { question, self } = now();
    if (question?.phase !== 'open' || !self.poll?.may.answer || self.poll.poll !== question.poll || self.poll.round !== question.round)
      return;
    const key = `${question.poll}.${String(question.round)}`;
    const edit = Math.max(self.poll.edit, acknowledged.get(key)?.edit ?? 0) + 1;
    const what = answerTo(question, random);
    const reply = await connection.send(
      { type: 'poll.answer', poll: question.poll, round: question.round, edit, answer: what },
      { keep: true },
    );
    if (!reply.ok) {
      counts.refused += 1;
      return;
    }
    // "Nothing to do": the server has an answer of this number already, ours or another device's.
    if (reply.done === 'nothing') return;
    acknowledged.set(key, { edit, answer: what });
    if (again) counts.changed += 1;
    else counts.answered += 1;
    if (random() < changesMind) soon(`again ${key} ${String(edit)}`, times.reconsider, () => answer(true));
  };

  const write = async (): Promise<void> => {
    const board = now().self.board;
    const note = board?.now ? noteFor(board.now, random) : null;
    if (!board?.now || !board.may.write || note === null) return;
    inMind.set(board.now.board, (inMind.get(board.now.board) ?? 1) - 1);
    const wish = { ...note, type: 'board.write', board: board.now.board, note: newId(), theme: null, place: null, lang: 'it' };
    const reply = await connection.send({ ...wish, silence: board.now.silence, door: 'phone', seat: null }, { keep: true });
    if (reply.ok) counts.wrote += 1;
    else counts.refused += 1;
  };
  const give = async (key: string): Promise<void> => {
    const board = now().self.board;
    if (!board?.now || !board.may.dots || openDocument === undefined) return;
    const { dots } = board.now;
    const document = openDocument(board.now.board);
    const given = (await arrives(document, later, documentMs)) ? dotsFor(dots, document, random) : null;
    document.close();
    if (given === null) return;
    done.add(key);
    const edit = (board.dots?.edit ?? 0) + 1;
    const wish = { type: 'board.giveDots', board: board.now.board, round: dots.round, edit, given, done: true };
    const reply = await connection.send(wish, { keep: true });
    if (reply.ok) counts.dotted += 1;
    else counts.refused += 1;
  };
  const choose = async (round: number): Promise<void> => {
    const themes = [...(now().groups?.themes ?? [])];
    const first = themes.splice(leaning(themes.length, random), 1)[0];
    if (first === undefined) return;
    const second = random() < 0.7 ? (pick(themes, random)?.id ?? null) : null;
    done.add(`choice ${String(round)}`);
    const reply = await connection.send({ type: 'groups.choose', round, first: first.id, second, edit: 1 }, { keep: true });
    if (reply.ok) counts.chose += 1;
    else counts.refused += 1;
  };

  const look = (): void => {
    const { live, question, groups, floor, self } = now();
    if (!live || stopped) return;
    if (floor && self.floor) onFloor.look(self.floor, floor);
    if (self.presence?.may.enter === true)
      soon('enter', times.arrive, async () => {
        const reply = await connection.send({ type: 'presence.enter', door: 'card' });
        if (reply.ok) counts.entered += 1;
        else counts.refused += 1;
      });
    const call = self.presence?.rollCall;
    if (call && self.presence?.may.hereNow === true)
      soon(`here ${call.id}`, times.tap, async () => {
        const reply = await connection.send({ type: 'presence.imHere', rollCall: call.id, edit: 1 }, { keep: true });
        if (reply.ok) counts.here += 1;
        else counts.refused += 1;
      });
    if (question?.phase === 'open' && self.poll?.may.answer === true && self.poll.edit === 0 && self.poll.poll === question.poll) {
      const key = `${question.poll}.${String(question.round)}`;
      if (!acknowledged.has(key)) soon(`answer ${key}`, times.think, () => answer(false));
    }
    const round = groups?.choice?.round;
    if (round !== undefined && self.groups?.may.choose === true && self.groups.choice === null && !done.has(`choice ${String(round)}`))
      soon(`choose ${String(round)}`, times.think, () => choose(round));
    const board = self.board?.now;
    if (board && self.board?.may.write === true && board.phase === 'open' && board.step === 'write') {
      if (!inMind.has(board.board)) inMind.set(board.board, 1 + Math.floor(random() * mostNotes));
      if ((inMind.get(board.board) ?? 0) > 0) soon(`write ${board.board}`, times.write, write);
    }
    if (board && self.board?.may.dots === true && openDocument !== undefined) {
      const key = `dots ${board.board} ${String(board.dots.round)}`;
      if (!done.has(key) && self.board.dots?.done !== true) soon(key, times.think, () => give(key));
    }
  };

  const unsubscribe = connection.store.subscribe(look);
  look();
  return {
    counts,
    acknowledged,
    busy: () => busy.size > 0,
    stop: () => {
      stopped = true;
      unsubscribe();
      for (const callOff of busy.values()) callOff();
    },
  };
};
