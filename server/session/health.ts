// Whether this server can store: asked by a watchdog, by a load balancer, by the page that tests the room. It really writes.
import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.ts';
import type { Registry } from './registry.ts';

const lowMegabytes = 500;
const checkEveryMs = 30_000;

export const healthRoutes = (app: FastifyInstance, { store, registry }: { readonly store: Store; readonly registry: Registry }): void => {
  app.get('/health', async (_request, reply) => {
    const health = await store.health();
    return reply
      .code(health.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health.ok ? { ok: true, stores: true, engine: store.engine } : { ok: false, stores: false, code: health.code });
  });

  // A disk that fills up is said before it is full (design: states, "Disco quasi pieno").
  const timer = setInterval(() => {
    void store.freeBytes().then((free) => {
      const megabytes = free === null ? null : Math.floor(free / 1_000_000);
      for (const hall of registry.halls.values()) hall.alarms.diskLow(megabytes !== null && megabytes < lowMegabytes ? megabytes : null);
    });
  }, checkEveryMs);
  timer.unref();
  app.addHook('onClose', () => clearInterval(timer));
};
