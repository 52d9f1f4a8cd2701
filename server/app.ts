// The parts put together: store, registry, access, the two doors (HTTP and socket). main.ts reads the environment and listens;
// tests and the bench start the same app on a free port with a temporary folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Server } from 'socket.io';
import { makeDemo } from './demo/demo.ts';
import { Access } from './kernel/access.ts';
import { openDocumentDoor } from './kernel/documentDoor.ts';
import { openHttp } from './kernel/http.ts';
import { newToken } from './kernel/random.ts';
import { openDoor } from './kernel/socket.ts';
import { organiserRoutes } from './organiser/routes.ts';
import { enterRoutes } from './session/enter.ts';
import { companionRoutes } from './groups/companions.ts';
import { healthRoutes } from './session/health.ts';
import { materialRoutes } from './session/materials.ts';
import { recordRoutes } from './session/record.ts';
import { Registry } from './session/registry.ts';
import { rehearsalRoutes } from './session/rehearsal.ts';
import type { Rehearsals } from './session/rehearsal.ts';
import { roomTestRoutes } from './session/roomtest.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

export interface AppOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly publicUrl?: string | null;
  readonly clock?: () => number;
  readonly store?: Store;
  /** The program that plays the invented people of a rehearsal, where it is not our own. */
  readonly crowd?: string;
  readonly onError?: (error: unknown) => void;
  /** How the price of a wrong code is paid, in ms; only tests give one. */
  readonly wait?: (ms: number) => Promise<unknown>;
}
export interface App {
  readonly http: FastifyInstance;
  readonly io: Server;
  readonly registry: Registry;
  readonly rehearsals: Rehearsals;
  readonly access: Access;
  readonly store: Store;
  readonly publicUrl: string | null;
  readonly listen: (port: number, host: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** The server's secret: card codes and links come from it, so it lies beside the database, never in it. */
const secretOf = (dataDir: string): string => {
  const given = process.env['PLENARIA_SECRET'];
  if (given !== undefined && given.length >= 24) return given;
  const path = join(dataDir, 'secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const made = newToken() + newToken();
  writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
  return made;
};

export const openApp = async (options: AppOptions): Promise<App> => {
  const clock = options.clock ?? Date.now;
  const onError = options.onError ?? ((error: unknown) => console.error(error));
  const publicUrl = options.publicUrl ?? null;
  const store = options.store ?? (await openStore({ dataDir: options.dataDir, databaseUrl: options.databaseUrl }));
  const registry = await Registry.open({ store, clock, secret: secretOf(options.dataDir), onError });
  const access = new Access(store, clock);
  const http = await openHttp({ root: fileURLToPath(new URL('..', import.meta.url)), publicUrl, onError });
  enterRoutes(http, { registry, access, publicUrl, onError, wait: options.wait });
  companionRoutes(http, { registry, access });
  healthRoutes(http, { store, registry });
  recordRoutes(http, { registry, access });
  materialRoutes(http, { registry, access, store, clock });
  const rehearsals = rehearsalRoutes(http, { registry, access, clock, onError, crowd: options.crowd });
  roomTestRoutes(http, { registry, access, clock, io: () => registry.io });
  organiserRoutes(http, {
    registry,
    access,
    store,
    clock,
    publicUrl,
    dataDir: options.dataDir,
    addresses: lanAddresses,
    makeDemo: () => makeDemo({ registry, store }),
  });
  const io = openDoor(http.server, {
    access,
    hall: (id) => registry.halls.get(id),
    hallFor: (identity, wanted) => registry.hallFor(identity, wanted),
    parseCookies: (header) => fastifyCookie.parse(header ?? ''),
    clock,
    publicUrl,
    onError,
  });
  registry.io = io;
  const reading = openDocumentDoor(http.server, {
    access,
    hallFor: (identity, wanted) => registry.hallFor(identity, wanted),
    parseCookies: (header) => fastifyCookie.parse(header ?? ''),
    publicUrl,
    onError,
  });
  return {
    http,
    io,
    registry,
    rehearsals,
    access,
    store,
    publicUrl,
    listen: async (port, host) => {
      await http.listen({ port, host });
      const address = http.server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    },
    stop: async () => {
      await registry.stop();
      reading.stop();
      await io.close();
      await http.close();
      await store.close();
    },
  };
};

/** The addresses that phones in the hall could use: this machine's own, IPv4, not loopback. */
export const lanAddresses = (): readonly { readonly address: string; readonly network: string }[] =>
  Object.entries(networkInterfaces()).flatMap(([network, list]) =>
    (list ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => ({ address, network })),
  );
