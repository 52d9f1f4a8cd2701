// All of the organiser's doors in one call, in a scope of their own: only here a CSV is a body that is read.
// Who may what is asked at each door (who.ts); nothing here is open to members, audience or screens.
import type { FastifyInstance } from 'fastify';
import { Refused } from '../kernel/http.ts';
import type { Store } from '../store/store.ts';
import { addressRoutes } from './address.ts';
import type { Place } from './address.ts';
import { cardRoutes } from './cards.ts';
import { deskRoutes } from './desk.ts';
import { homeRoutes } from './home.ts';
import { linkRoutes } from './links.ts';
import type { SlowDown } from './passphrase.ts';
import { printRoutes } from './print.ts';
import { privacyRoutes } from './privacy.ts';
import { rollRoutes } from './roll.ts';
import { sessionRoutes } from './sessions.ts';
import { setupRoutes } from './setup.ts';
import { templateRoutes } from './templates.ts';
import { organiserOf } from './who.ts';
import type { Doors } from './who.ts';

export interface OrganiserOptions extends Doors, Omit<Place, 'http'> {
  readonly store: Store;
  readonly clock: () => number;
  readonly dataDir: string;
  readonly slow?: SlowDown;
  /** Makes the invented session; the server that has none leaves it out. */
  readonly makeDemo?: () => Promise<unknown>;
}

export const organiserRoutes = (app: FastifyInstance, options: OrganiserOptions): void => {
  void app.register(async (http) => {
    http.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    const { makeDemo } = options;
    const canDemo = (): boolean =>
      makeDemo !== undefined && ![...options.registry.assemblies.values()].some(({ reads }) => reads().roster?.demo === true);
    const doors = { ...options, place: { http: app, publicUrl: options.publicUrl, addresses: options.addresses }, canDemo };
    setupRoutes(http, doors);
    homeRoutes(http, doors);
    sessionRoutes(http, doors);
    rollRoutes(http, doors);
    templateRoutes(http, doors);
    linkRoutes(http, doors);
    addressRoutes(http, doors);
    cardRoutes(http, doors);
    deskRoutes(http, doors);
    printRoutes(http, doors);
    privacyRoutes(http, doors);
    http.post('/api/demo', async (request) => {
      await organiserOf(doors, request);
      if (!makeDemo || !canDemo()) throw new Refused('organiser.demoThere', 409);
      await makeDemo();
      return { ok: true };
    });
  });
};
