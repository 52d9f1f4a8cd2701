/**
 * Which database a Plenaria runs on: the embedded one in its data folder, or PostgreSQL when `DATABASE_URL` says so.
 * The only place where the choice is made.
 */
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

export async function openStore(where: { readonly dataDir: string; readonly databaseUrl: string | undefined }): Promise<Store> {
  return where.databaseUrl === undefined || where.databaseUrl === '' ? openSqlite({ dir: where.dataDir }) : openPostgres(where.databaseUrl);
}
