// The real server of the end-to-end tests: a child process on a folder and a port of its own, which can be killed without farewell and
// started again on the same; and the ways into it that need no browser: links, codes, cards.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { hostName } from './chromium.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
const startLimitMs = 30_000;
/** The first Node that reads TypeScript without being asked (server/version.mjs). */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const flags = major > 22 || minor >= 18 ? [] : ['--experimental-strip-types'];

/** The lines that a started server prints: `console http://…`, one a line. */
const linkNames = [
  'console',
  'member',
  'audience',
  'screen',
  'desk',
  'plenary',
  'table',
  'expert',
  'citizens',
  'citizen',
  'set-up',
  'organiser',
] as const;
type LinkName = (typeof linkNames)[number];
type Links = Readonly<Partial<Record<LinkName, string>>>;
const linksIn = (printed: string): Links => {
  const links: Partial<Record<LinkName, string>> = {};
  for (const line of printed.split('\n')) {
    const name = linkNames.find((each) => line.startsWith(`${each} http`));
    if (name !== undefined) links[name] = line.slice(name.length + 1).trim();
  }
  return links;
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const cardsSchema = z.object({ cards: z.array(z.object({ member: z.string(), seat: z.string(), code: z.string(), url: z.string() })) });
export type SeatCard = z.infer<typeof cardsSchema>['cards'][number];
const enteredSchema = z.object({ ok: z.literal(true), role: z.string(), session: z.string() });
/** Somebody who is in, without a browser: the cookie of the role, and the session. */
interface Entered {
  readonly cookie: string;
  readonly role: string;
  readonly session: string;
}

export class Served {
  /** Where pages are opened, and where this process asks (it does not know the name). */
  origin = '';
  direct = '';
  links: Links = {};
  readonly #env: Readonly<Record<string, string>>;
  readonly #onComplaint: (words: string) => void;
  #dir = '';
  #port = 0;
  #server: ChildProcess | null = null;

  /** `onComplaint` hears what the server writes to its error stream. */
  constructor(env: Readonly<Record<string, string>>, onComplaint: (words: string) => void) {
    this.#env = env;
    this.#onComplaint = onComplaint;
  }

  /** An empty folder, a free port, and the server on them. */
  async begin(): Promise<void> {
    this.#dir = await mkdtemp(join(tmpdir(), 'plenaria-e2e-'));
    this.#port = await freePort();
    this.origin = `http://${hostName}:${this.#port}`;
    this.direct = `http://127.0.0.1:${this.#port}`;
    await this.start();
  }
  async end(): Promise<void> {
    await this.kill();
    await rm(this.#dir, { recursive: true, force: true });
  }

  /** Starts the server on its folder and port, again if it was killed; resolves when it has printed its links. */
  async start(): Promise<void> {
    const server = spawn(process.execPath, [...flags, 'server/main.ts'], {
      cwd: root,
      env: { ...process.env, PORT: String(this.#port), HOST: '127.0.0.1', DATA_DIR: this.#dir, DATABASE_URL: undefined, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#server = server;
    let printed = '';
    let complained = '';
    server.stderr.setEncoding('utf8').on('data', (words: string) => {
      complained += words;
      // A server that writes to its error stream has something that it should not have.
      if (!/ExperimentalWarning|--trace-warnings/.test(words)) this.#onComplaint(`server: ${words.trim()}`);
    });
    server.stdout.setEncoding('utf8');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the server did not start:\n${printed}\n${complained}`)), startLimitMs);
      server.stdout.on('data', (words: string) => {
        printed += words;
        if (!/^(organiser|set-up) http.*\n/m.test(printed)) return;
        clearTimeout(timer);
        resolve();
      });
      server.once('exit', (code, signal) => {
        clearTimeout(timer);
        reject(new Error(`the server ended (${code ?? signal ?? ''}):\n${printed}\n${complained}`));
      });
    });
    this.links = Object.fromEntries(Object.entries(linksIn(printed)).map(([name, url]) => [name, this.named(url)]));
  }

  /** As by a pulled plug: no farewell. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    // One that ended by itself says no farewell a second time.
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  /** An address that the server made, at the name under which browsers know it. */
  named(url: string): string {
    return `${this.origin}${url.replace(/^https?:\/\/[^/]+/, '')}`;
  }
  link(name: LinkName): string {
    const url = this.links[name];
    if (url === undefined) throw new Error(`the server printed no ${name}`);
    return url;
  }
  /** The room's code, as in the audience's link. */
  get roomCode(): string {
    return new URLSearchParams(new URL(this.link('audience')).hash.slice(1)).get('c') ?? '';
  }

  async post(path: string, body: unknown, cookie = ''): Promise<Response> {
    return fetch(`${this.direct}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
  }
  /** Gets in by a link (its token) or a code. */
  async enter(by: string): Promise<Entered> {
    const fragment = by.includes('#') ? new URLSearchParams(new URL(by).hash.slice(1)) : null;
    const token = fragment?.get('t');
    const response = await this.post('/api/enter', typeof token === 'string' ? { token } : { code: fragment?.get('c') ?? by });
    const { role, session } = enteredSchema.parse(await response.json());
    return {
      role,
      session,
      cookie: response.headers
        .getSetCookie()
        .map((each) => each.split(';')[0] ?? '')
        .join('; '),
    };
  }
  /** The cards of a session, in the order of the roll; `link` is a console's or a desk's. */
  async cards(link: string): Promise<readonly SeatCard[]> {
    const { cookie, session } = await this.enter(link);
    const response = await this.post('/api/cards', { session, members: 'all' }, cookie);
    return cardsSchema.parse(await response.json()).cards.map((card) => ({ ...card, url: this.named(card.url) }));
  }

  /** A further link to a session, as its console makes one; `of`: the table or the expert it is for. */
  async newLink(console_: string, role: 'facilitator' | 'desk' | 'screen' | 'table' | 'expert', of?: string): Promise<string> {
    const { cookie, session } = await this.enter(console_);
    const response = await this.post(
      `/api/sessions/${session}/links`,
      { role, label: '', ...(of === undefined ? {} : { [role === 'expert' ? 'expert' : 'group']: of }) },
      cookie,
    );
    return this.named(z.object({ url: z.string() }).parse(await response.json()).url);
  }
}
