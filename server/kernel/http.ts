// The HTTP side of the door: pages and files of this project only, strict headers, no address and no token in any log line (IN4).
// On plain http at a LAN name nothing may ask for https: HSTS and Secure cookies are for a PUBLIC_URL that is https (K10).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Role } from '../../shared/kernel/audience.ts';
import type { Params } from '../../shared/kernel/room.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { StoreFailed } from '../store/store.ts';
import { cookieOf } from './access.ts';

export interface HttpOptions {
  readonly root: string;
  readonly publicUrl: string | null;
  readonly onError: (error: unknown) => void;
}

/** A refusal over HTTP: a code that the page translates, never a stack. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Params;
  constructor(code: string, status = 400, params: Params = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.params = params;
  }
}

/** Where the files of each build lie (vite.config.ts): folder in dist → path. */
const folders = { laptop: '/l/', phone: '/p/', hall: '/h/' } as const;
/** page name → path; the audience's page is the front door, where a code is typed. */
const pages: Readonly<Record<string, readonly [folder: keyof typeof folders, file: string]>> = {
  '/': ['phone', 'audience.html'],
  '/m': ['phone', 'member.html'],
  '/console': ['laptop', 'console.html'],
  '/desk': ['laptop', 'desk.html'],
  '/t': ['phone', 'table.html'],
  '/e': ['phone', 'expert.html'],
  '/screen': ['hall', 'screen.html'],
  '/home': ['laptop', 'home.html'],
  '/print': ['laptop', 'print.html'],
};

export const openHttp = async ({ root, publicUrl, onError }: HttpOptions): Promise<FastifyInstance> => {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const app = fastify({ logger: false, bodyLimit: limits.csvBytes, trustProxy: false, forceCloseConnections: true });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // React and pdf.js set single properties of an element's style; no <style> element and no style attribute in markup is allowed.
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
    // These two mean something only in a secure context, and warn in the console of every phone without one.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  await app.register(fastifyCookie);
  for (const [folder, prefix] of Object.entries(folders)) {
    const assets = join(root, 'dist', folder, prefix.slice(1, -1));
    if (!existsSync(assets)) continue;
    await app.register(fastifyStatic, {
      root: assets,
      prefix,
      decorateReply: folder === 'laptop',
      // Names carry a fingerprint of the content.
      immutable: true,
      maxAge: '30d',
      preCompressed: true,
    });
  }
  for (const [path, [folder, file]] of Object.entries(pages))
    app.get(path, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .type('text/html')
        .sendFile(file, join(root, 'dist', folder)),
    );

  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof Refused) return reply.code(error.status).send({ ok: false, code: error.code, params: error.params });
    if (error instanceof z.ZodError)
      return reply.code(400).send({ ok: false, code: 'kernel.malformed', params: { where: error.issues[0]?.path.join('.') ?? '' } });
    if (error instanceof StoreFailed) return reply.code(503).send({ ok: false, code: error.code, params: {} });
    const status =
      typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status >= 500) onError(error);
    return reply
      .code(status)
      .send({ ok: false, code: status === 413 ? 'kernel.tooLarge' : status < 500 ? 'kernel.malformed' : 'kernel.bug', params: {} });
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return reply.code(404).send({ ok: false, code: 'kernel.notFound', params: {} });
    // A piece of a page that was built anew meanwhile: the page says so and asks again; it must not get another page for a script.
    if (/^\/[lp]\//.test(request.url)) return reply.code(404).type('text/plain').send('Plenaria: built anew');
    // A page of ours that is not there was not built: sending it to itself would never end.
    const path = request.url.split('?')[0] ?? '';
    return path in pages ? reply.code(503).type('text/plain').send('Plenaria: npm run build') : reply.redirect('/');
  });
  // A page of another site must not act with our cookies: what changes something carries our own content type, or our own origin.
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const { origin, host } = request.headers;
    if (origin !== undefined && !sameHost(origin, host, publicUrl)) throw new Refused('kernel.notYours', 403);
  });
  return app;
};

/** A page that speaks to us comes from the address it was asked at, or from PUBLIC_URL when a proxy stands before us. */
export const sameHost = (origin: string, host: string | undefined, publicUrl: string | null): boolean => {
  try {
    return new URL(origin).host === host || (publicUrl !== null && new URL(origin).origin === new URL(publicUrl).origin);
  } catch {
    return false;
  }
};

const daysOf: Readonly<Record<Role, number>> = {
  organiser: 30,
  facilitator: 30,
  desk: 7,
  table: 2,
  expert: 30,
  screen: 30,
  member: 400,
  audience: 2,
};

export const setRoleCookie = (reply: FastifyReply, role: Role, token: string, publicUrl: string | null): void => {
  void reply.setCookie(cookieOf(role), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl?.startsWith('https:') ?? false,
    maxAge: daysOf[role] * 24 * 3600,
  });
};
export const clearRoleCookie = (reply: FastifyReply, role: Role): void => {
  void reply.clearCookie(cookieOf(role), { path: '/' });
};
export const roleCookie = (request: FastifyRequest, role: Role): string | undefined => request.cookies[cookieOf(role)];
