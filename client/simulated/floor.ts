// What a simulated person does on the floor: asks something now and then, supports what others asked, raises a hand, speaks when it is their
// turn. It sees what a phone sees: what may be done, its own questions, and the hall's list when it reads it.
import { z } from 'zod';
import { turnKinds } from '../../shared/floor/limits.ts';
import type { Connection } from '../kernel/connection.ts';
import { newId } from '../kernel/ids.ts';

/** What it reads of the floor that its page shows. The audience has neither hand nor turn. */
export const floorCommon = z.object({ questions: z.number() });
export const floorMine = z.object({
  own: z.array(z.object({ question: z.string() })),
  votes: z.array(z.object({ question: z.string(), on: z.boolean(), edit: z.number() })),
  hand: z.optional(z.object({ kind: z.string() }).nullable()),
  turn: z.optional(z.object({ turn: z.string(), kind: z.string() }).nullable()),
  here: z.optional(z.object({ group: z.string().nullable(), block: z.string().nullable() })),
  may: z.object({ ask: z.boolean(), vote: z.boolean(), raise: z.optional(z.boolean()) }),
});
type FloorNow = z.infer<typeof floorMine>;
const openRows = z.array(z.object({ question: z.string() }));

const questions = [
  'Quanto costa e chi paga?',
  'Chi controlla che si faccia davvero?',
  'Da quando si comincia, e da quale quartiere?',
  'Che cosa succede a chi abita in affitto?',
  'Ci sono altre città che lo fanno già?',
  'Perché non passa un autobus la sera?',
  'Gli alberi nuovi chi li annaffia d’estate?',
  'Si può spiegare con parole più semplici?',
];
/** How many of a room ask, raise a hand, support something. */
const asks = 0.2;
const raises = 0.25;
const supports = 0.6;
const mostSupports = 3;

const times = {
  ask: [8000, 60_000],
  support: [3000, 25_000],
  raise: [5000, 40_000],
  speak: [15_000, 60_000],
} as const;

interface FloorCounts {
  asked: number;
  supported: number;
  raised: number;
  spoke: number;
  refused: number;
}
interface FloorPart {
  /** Looks at what its page shows and begins what it has in mind. */
  readonly look: (self: FloorNow, common: z.infer<typeof floorCommon>) => void;
}
interface FloorPartOptions {
  readonly connection: Pick<Connection, 'send' | 'list'>;
  readonly random: () => number;
  readonly counts: FloorCounts;
  /** One thing is not begun twice; in a time from … to, ms at pace 1. */
  readonly soon: (what: string, time: readonly [number, number], act: () => Promise<void>) => unknown;
  /** What the page shows when the moment has come. */
  readonly now: () => FloorNow | null;
}

export const floorPart = ({ connection, random, counts, soon, now }: FloorPartOptions): FloorPart => {
  /** What this person has in mind for the day; made up when the floor is first seen. */
  let mind: { ask: boolean; raise: boolean; support: number } | null = null;

  const did = async (what: 'asked' | 'supported' | 'raised' | 'spoke', wish: Parameters<Connection['send']>[0]): Promise<void> => {
    const reply = await connection.send(wish, { keep: true });
    if (reply.ok) counts[what] += 1;
    else counts.refused += 1;
  };
  const ask = async (): Promise<void> => {
    const at = now();
    if (at?.may.ask !== true) return;
    const text = questions[Math.floor(random() * questions.length)] ?? '';
    await did('asked', {
      type: 'floor.ask',
      question: newId(),
      text,
      lang: 'it',
      door: 'phone',
      group: null,
      ...(at.here ? { seen: at.here } : {}),
    });
  };
  const support = async (): Promise<void> => {
    const reply = await connection.list('floor.open', '', null);
    const read = openRows.safeParse(reply.ok ? reply.rows : null);
    const at = now();
    if (!read.success || at?.may.vote !== true) return;
    const { votes, own } = at;
    const fresh = read.data.filter(
      ({ question }) => !own.some((one) => one.question === question) && !votes.some((one) => one.question === question && one.on),
    );
    // The first are supported most often, as in a room that reads from the top.
    const target = fresh[Math.floor(random() * random() * fresh.length)];
    if (target === undefined) return;
    const { question } = target;
    const edit = (votes.find((one) => one.question === question)?.edit ?? 0) + 1;
    await did('supported', { type: 'floor.upvote', question, on: true, edit });
  };
  const raise = async (): Promise<void> => {
    const at = now();
    if (at?.may.raise !== true) return;
    const kind = turnKinds[Math.floor(random() * random() * turnKinds.length)] ?? 'speech';
    await did('raised', { type: 'floor.raise', member: null, kind, on: true, ...(at.here ? { where: at.here.group } : {}) });
  };

  return {
    look: (self, common) => {
      mind ??= {
        ask: random() < asks,
        raise: random() < raises,
        support: random() < supports ? 1 + Math.floor(random() * mostSupports) : 0,
      };
      const plan = mind;
      if (plan.ask && self.may.ask)
        soon('ask', times.ask, () => {
          plan.ask = false;
          return ask();
        });
      if (plan.support > 0 && self.may.vote && common.questions > 0)
        soon('support', times.support, () => {
          plan.support -= 1;
          return support();
        });
      if (plan.raise && self.may.raise === true && !self.hand)
        soon('raise', times.raise, () => {
          plan.raise = false;
          return raise();
        });
      const turn = self.turn;
      // A table that tells is stopped by whoever leads.
      if (turn && turn.kind !== 'report')
        soon(`speak ${turn.turn}`, times.speak, () =>
          now()?.turn?.turn === turn.turn ? did('spoke', { type: 'floor.endTurn', turn: turn.turn }) : Promise.resolve(),
        );
    },
  };
};
