// The record over HTTP: JSON, Markdown, one table at a time, for the organiser and the facilitators; and the log itself, for the organiser,
// so that anybody whom the organiser gives it to can check its chain offline (server/verify.ts). The log carries members' ids and seats,
// the record carries neither (IN4). Nothing is stored here: each answer is a reading of the log.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { roomOf } from '../../shared/kernel/session.ts';
import { recordCsv } from '../../shared/record/csv.ts';
import type { SessionRecord } from '../../shared/record/document.ts';
import { recordMarkdown } from '../../shared/record/markdown.ts';
import type { Said } from '../../shared/record/said.ts';
import { tableNames } from '../../shared/record/tables.ts';
import { recordLangs } from '../../shared/record/words.ts';
import { recordJson, recordOf } from '../../shared/record.ts';
import { firstHash, readBody } from '../kernel/chain.ts';
import { Refused } from '../kernel/http.ts';
import type { Ledger } from '../kernel/ledger.ts';
import { driverOf, idOf, organiserOf } from '../organiser/who.ts';
import type { Doors } from '../organiser/who.ts';
import type { FactRow } from '../store/store.ts';
import type { SessionHall } from './registry.ts';

const query = z.object({ lang: z.enum(recordLangs).default('it') });
const csvQuery = query.extend({ table: z.enum(tableNames) });

/** Facts as the rooms heard them; what was erased is left out and counted. */
const saidOf = (ledger: Ledger, rows: readonly FactRow[]): { readonly said: readonly Said[]; readonly redacted: number } => {
  let redacted = 0;
  const said = rows.flatMap((row) => {
    const body = readBody(row.body);
    if (body.kind === 'redacted') {
      redacted += 1;
      return [];
    }
    const fact = roomOf(ledger.house, body.fact.type)?.upcast?.(body.fact) ?? body.fact;
    return [{ fact, meta: { seq: row.seq, at: row.at, by: row.by, session: row.session } }];
  });
  return { said, redacted };
};

export const readRecord = async (hall: SessionHall): Promise<SessionRecord> => {
  const rows = await hall.store.read(hall.ledger.name);
  const { said, redacted } = saidOf(hall.ledger, rows);
  const assembly = (await hall.store.read(hall.of.ledger.name)).filter(({ session }) => session === hall.id);
  return recordOf({
    session: hall.id,
    log: said,
    assembly: saidOf(hall.of.ledger, assembly).said,
    box: hall.ledger.box,
    people: hall.of.people,
    late: (box) => hall.ledger.lateOf(box),
    facts: rows.length,
    redacted,
    lastHash: rows.at(-1)?.hash ?? firstHash,
  });
};

const asFile = (reply: FastifyReply, hall: SessionHall, type: string, name: string): FastifyReply =>
  reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="plenaria-${hall.about().day}-${name}"`);

/** What an exported log begins with; each further line is a fact as stored. */
const logHead = (hall: SessionHall): { readonly kind: 'plenaria-log'; readonly v: 1; readonly scope: 'session'; readonly id: string } => ({
  kind: 'plenaria-log',
  v: 1,
  scope: 'session',
  id: hall.id,
});

export const recordRoutes = (http: FastifyInstance, doors: Doors): void => {
  http.get('/api/sessions/:id/record.json', async (request, reply) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    return asFile(reply, hall, 'application/json; charset=utf-8', 'record.json').send(recordJson(await readRecord(hall)));
  });
  http.get('/api/sessions/:id/record.md', async (request, reply) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const { lang } = query.parse(request.query);
    return asFile(reply, hall, 'text/markdown; charset=utf-8', `record.${lang}.md`).send(recordMarkdown(await readRecord(hall), lang));
  });
  http.get('/api/sessions/:id/record.csv', async (request, reply) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const { lang, table } = csvQuery.parse(request.query);
    return asFile(reply, hall, 'text/csv; charset=utf-8', `${table}.${lang}.csv`).send(recordCsv(await readRecord(hall), table, lang));
  });
  http.get('/api/sessions/:id/log.jsonl', async (request, reply) => {
    await organiserOf(doors, request);
    const hall = doors.registry.halls.get(idOf(request));
    if (!hall) throw new Refused('kernel.notFound', 404);
    const lines = [logHead(hall), ...(await hall.store.read(hall.ledger.name))];
    return asFile(reply, hall, 'application/x-ndjson; charset=utf-8', 'log.jsonl').send(
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
    );
  });
};
