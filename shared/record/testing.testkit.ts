// What the stories of the record have in common: a small hall on a morning, played through the real rooms, its log as the store would keep it,
// and the record of it in every rendition. Names, seats and ids begin with zq, so that a leak is seen. For tests only.
import type { Actor } from '../kernel/audience.ts';
import { cardIdSchema, deviceIdSchema, memberIdSchema } from '../kernel/ids.ts';
import type { AnyFact, AnyRoom, FactMeta, Person } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { recordJson, recordOf } from '../record.ts';
import type { RecordInput } from '../record.ts';
import { sessionRooms } from '../rooms.ts';
import { recordCsv } from './csv.ts';
import { recordMarkdown } from './markdown.ts';
import type { Said } from './said.ts';
import { tableNames } from './tables.ts';
import { recordLangs } from './words.ts';

export const facilitator: Actor = { role: 'facilitator', device: deviceIdSchema.parse('laptop0001') };
export const desk: Actor = { role: 'desk', device: deviceIdSchema.parse('desk000001') };
export const memberId = (n: number) => memberIdSchema.parse(`zqmember${String(n).padStart(4, '0')}`);
const seatOf = (n: number): string => `ZQ${n}`;
export const phone = (n: number): Actor => ({
  role: 'member',
  member: memberId(n),
  device: deviceIdSchema.parse(`phone${String(n).padStart(4, '0')}`),
});
export const people = 12;
export const nine = Date.UTC(2026, 10, 21, 8, 0);

const roster = {
  roster: {
    members: Array.from({ length: people }, (_, i) => ({
      member: memberId(i + 1),
      seat: seatOf(i + 1),
      card: cardIdSchema.parse(`card${String(i + 1).padStart(4, '0')}`),
    })),
    reserves: [],
  },
};
/** Two attributes: genere 6 and 6, municipio one alone and eleven together. */
const roll: ReadonlyMap<string, Person> = new Map(
  Array.from({ length: people }, (_, i) => [
    memberId(i + 1),
    { name: `Zqcognome${i + 1}`, attributes: { genere: i % 2 === 0 ? 'donna' : 'uomo', municipio: i === 0 ? 'isolato' : 'altri' } },
  ]),
);
const blockOf = (id: string, minutes: number, more: object = {}) => ({
  id,
  title: { original: 'it', it: `Punto ${id}`, en: `Item ${id}` },
  description: null,
  instructions: null,
  notes: italian('appunto privato zqnota'),
  activity: 'talk',
  plannedSec: minutes * 60,
  warnSec: 60,
  video: null,
  materials: [],
  ...more,
});
export const slides = { id: 'slides0001', name: '=Slide *del* mattino.pdf', kind: 'pdf', pages: 12, sha256: 'a'.repeat(64) };

export interface Day {
  readonly story: Scenario;
  readonly log: Said[];
}
export const morning = (): Day => {
  const log: Said[] = [];
  // The first room hears every fact before the others: it writes them down as the store would.
  const rooms = sessionRooms.map((room): AnyRoom => {
    if (room.name !== 'session') return room;
    const evolve = (state: unknown, fact: AnyFact, meta: FactMeta): unknown => {
      log.push({ fact, meta });
      const next: unknown = room.evolve(state, fact, meta);
      return next;
    };
    return { ...room, evolve };
  });
  const story = scenario(rooms, { now: nine - 3_600_000, assembly: roster, people: roll });
  story.given({
    type: 'session.created',
    v: 1,
    assembly: 'assembly01',
    assemblyName: 'Assemblea *dei* cittadini',
    title: { original: 'it', it: 'Seconda plenaria', en: 'Second plenary' },
    day: '2026-11-21',
    timeZone: 'Europe/Rome',
    place: 'Sala grande',
    code: 'K7M4QX',
    demo: false,
  });
  const blocks = [
    blockOf('opening001', 15),
    blockOf('talk000001', 30, { materials: [slides] }),
    blockOf('lunch00001', 45, { activity: 'break' }),
    blockOf('goodbye001', 20),
  ];
  story.when({ type: 'agenda.load', mode: 'replace', startPlanned: nine, blocks }, facilitator);
  story.when({ type: 'session.openDoors' }, facilitator);
  for (let n = 1; n <= people - 1; n += 1) story.when({ type: 'presence.letIn', member: memberId(n), phone: n !== 3 }, desk);
  story.when({ type: 'session.open' }, facilitator);
  return { story, log };
};
export const clock = ({ story }: Day, minutes: number): void => {
  story.now = nine + minutes * 60_000;
};
export const inputOf = ({ story, log }: Day, more: Partial<RecordInput> = {}): RecordInput => ({
  session: 'session000001',
  log,
  assembly: [],
  box: story.box,
  people: roll,
  late: null,
  facts: log.length,
  redacted: 0,
  lastHash: 'f'.repeat(64),
  ...more,
});
/** Every rendition, one after the other. */
export const everything = (input: RecordInput): string => {
  const record = recordOf(input);
  return [
    recordJson(record),
    ...recordLangs.flatMap((lang) => [recordMarkdown(record, lang), ...tableNames.map((name) => recordCsv(record, name, lang))]),
  ].join('\n\f\n');
};
