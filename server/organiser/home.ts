// The organiser's page at a glance: assemblies, their sessions with where each stands, what should be erased by now, this computer.
// Numbers and titles only: names and attributes are read in the roll and nowhere else.
import type { FastifyInstance } from 'fastify';
import { resolve } from 'node:path';
import { courseOf, runningBlock } from '../../shared/agenda/state.ts';
import { timeline } from '../../shared/agenda/timeline.ts';
import { italian } from '../../shared/kernel/text.ts';
import type { AssemblyRow, Due, Home, SessionRow } from '../../shared/organiser/wire.ts';
import { reservesOf } from '../../shared/roster/state.ts';
import type { AssemblyHouse, SessionHall } from '../session/registry.ts';
import type { Store } from '../store/store.ts';
import { addressChoices, baseOf } from './address.ts';
import type { Place } from './address.ts';
import { importNotes, printedNotes, retentionNotes } from './notes.ts';
import { version } from './programme.ts';
import { agendaOf, pollsOf, presenceOf, rosterOf } from './states.ts';
import { hallsOf, organiserOf } from './who.ts';
import type { Doors } from './who.ts';

/** Running first, then what comes, then what was; the newest of each first. */
const order: Readonly<Record<SessionRow['phase'], number>> = { open: 0, suspended: 0, doors: 1, draft: 2, closed: 3, sealed: 4 };
export const sessionOrder = (a: SessionRow, b: SessionRow): number =>
  order[a.phase] - order[b.phase] ||
  (a.phase === 'draft' ? a.day.localeCompare(b.day) : b.day.localeCompare(a.day)) ||
  (a.startsAt ?? 0) - (b.startsAt ?? 0);

export const homeRoutes = (
  http: FastifyInstance,
  doors: Doors & {
    readonly store: Store;
    readonly place: Place;
    readonly clock: () => number;
    readonly dataDir: string;
    readonly canDemo: () => boolean;
  },
): void => {
  const { registry, store, place, clock, dataDir, canDemo } = doors;
  const startedAt = clock();

  const sessionRow = async (hall: SessionHall): Promise<SessionRow[]> => {
    const { title, day, timeZone, place: where, phase, code, closedAt } = hall.about();
    if (phase === 'none') return [];
    const agenda = agendaOf(hall.ledger);
    const line = timeline(courseOf(agenda), clock());
    const presence = presenceOf(hall.ledger);
    const retention = await retentionNotes.read(store, hall.id);
    const runs = runningBlock(agenda.plan);
    return [
      {
        id: hall.id,
        title,
        day,
        timeZone,
        place: where,
        phase,
        code,
        startsAt: line.rows[0]?.startAt ?? agenda.plan.startPlanned,
        endsAt: line.rows.length > 0 ? line.end : null,
        present: [...presence.visits.values()].filter(({ state }) => state === 'here').length,
        seats: presence.called?.length ?? rosterOf(hall.of.ledger).seats.size,
        blocks: line.numbered,
        running: runs ? (line.rows.find(({ id }) => id === runs.id)?.number ?? null) : null,
        polls: pollsOf(hall.ledger).polls.size,
        materials: (await store.listFiles(hall.id)).length,
        closedAt,
        keepUntil: retention?.until ?? null,
        erasedAt: retention?.erasedAt ?? null,
      },
    ];
  };

  const assemblyRow = async (assembly: AssemblyHouse): Promise<AssemblyRow> => {
    const roster = rosterOf(assembly.ledger);
    const sessions = (await Promise.all(hallsOf(doors, assembly.id).map(sessionRow))).flat().sort(sessionOrder);
    const seated = [...roster.people.values()].filter(({ standing }) => standing.kind === 'seat');
    const days = (pick: (one: (typeof seated)[number]) => string | null): string[] => seated.flatMap((one) => pick(one) ?? []).sort();
    return {
      id: assembly.id,
      name: roster.name ?? italian('…'),
      demo: roster.demo,
      members: roster.seats.size,
      reserves: reservesOf(roster).length,
      from: days(({ from }) => from)[0] ?? null,
      until: days(({ until }) => until).at(-1) ?? null,
      importedAt: (await importNotes.read(store, assembly.id))?.at ?? null,
      people: assembly.people.size,
      base: await baseOf(place, store, registry.currentSession(assembly.id)?.id ?? null),
      cardsReplaced: roster.acts.filter(({ kind }) => kind === 'card').length,
      printed: await printedNotes.read(store, assembly.id),
      keepUntil:
        sessions
          .flatMap(({ keepUntil }) => keepUntil ?? [])
          .sort()
          .at(-1) ?? null,
      sessions,
    };
  };

  const dueOf = (assembly: AssemblyRow, today: string): readonly Due[] => [
    ...(assembly.people > 0 && assembly.keepUntil !== null && assembly.keepUntil <= today
      ? [
          {
            kind: 'people' as const,
            assembly: assembly.id,
            session: null,
            name: assembly.name,
            until: assembly.keepUntil,
            count: assembly.people,
          },
        ]
      : []),
    ...assembly.sessions.flatMap((session) =>
      session.keepUntil !== null &&
      session.keepUntil <= today &&
      session.erasedAt === null &&
      (session.phase === 'closed' || session.phase === 'sealed')
        ? [
            {
              kind: 'session' as const,
              assembly: assembly.id,
              session: session.id,
              name: session.title,
              until: session.keepUntil,
              count: session.materials,
            },
          ]
        : [],
    ),
  ];

  http.get('/api/home', async (request, reply): Promise<Home> => {
    const me = await organiserOf(doors, request);
    void reply.header('cache-control', 'no-store');
    const assemblies = await Promise.all([...registry.assemblies.values()].map(assemblyRow));
    // What is being held comes first, the invented assembly last.
    assemblies.sort((a, b) => Number(a.demo) - Number(b.demo) || (b.sessions[0]?.day ?? '').localeCompare(a.sessions[0]?.day ?? ''));
    const today = new Date(clock()).toISOString().slice(0, 10);
    return {
      ok: true,
      now: clock(),
      me: { id: me.row.id, name: me.row.label ?? '' },
      assemblies,
      due: assemblies.flatMap((one) => dueOf(one, today)),
      canDemo: canDemo(),
      computer: {
        version,
        engine: store.engine,
        folder: resolve(dataDir),
        freeBytes: await store.freeBytes(),
        startedAt,
        addresses: [...addressChoices(place)],
      },
    };
  });
};
