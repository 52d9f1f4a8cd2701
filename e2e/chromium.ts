// The browser of the tests: found on this machine, or fetched through a package manager, or honestly missing.
// Order: CHROMIUM names one; the usual places; Debian's package when we are root there; the one inside an npm package.
// Pages are opened at a name that is not localhost, because browsers give localhost rights (crypto, clipboard, camera)
// that no phone in a hall has on plain http (K10): what works only there must fail here.
import { execFile } from 'node:child_process';
import { access, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** The name under which the tests open the server: `http://plenaria.test:PORT`. */
export const hostName = 'plenaria.test';

/** A browser that starts here. `libs` is a folder of shared libraries it needs, or null. */
export interface FoundChromium {
  readonly kind: 'found';
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly libs: string | null;
}
export interface NoChromium {
  readonly kind: 'none';
  readonly reason: string;
}

/** No sandbox because tests run as root in containers; nothing that would talk to the world; never a proxy for a LAN name. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-proxy-server',
  `--host-resolver-rules=MAP ${hostName} 127.0.0.1`,
] as const;

const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const withLibs = (libs: string | null): Record<string, string | undefined> =>
  libs === null ? process.env : { ...process.env, LD_LIBRARY_PATH: [libs, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') };

/** Null when the file starts and tells its version, else why not: a stub or a missing library is found out here, not in test 1. */
const whyNot = async (path: string, libs: string | null = null): Promise<string | null> => {
  try {
    await run(path, ['--version', '--no-sandbox'], { timeout: 60_000, env: withLibs(libs) });
    return null;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return words.trim().split('\n').slice(0, 3).join(' ');
  }
};

const found = (executablePath: string, libs: string | null = null): FoundChromium => ({ kind: 'found', executablePath, args, libs });

const fromDebian = async (say: (words: string) => void): Promise<string | null> => {
  if (process.getuid?.() !== 0 || !(await exists('/etc/debian_version')) || !(await exists('/usr/bin/apt-get'))) return null;
  say('No browser here: installing chromium-headless-shell with apt-get…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-core', 'fonts-noto-color-emoji'];
  try {
    await run('apt-get', ['update'], { env, timeout: 300_000, maxBuffer: 2 ** 26 });
    await run('apt-get', install, { env, timeout: 600_000, maxBuffer: 2 ** 26 });
  } catch {
    say('apt-get could not install it.');
    return null;
  }
  return '/usr/bin/chromium-headless-shell';
};

/** The browser that an npm package carries, unpacked beside the packages; its own flags are not used (one process crashes). */
const fromPackages = async (say: (words: string) => void): Promise<FoundChromium | NoChromium> => {
  const folder = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));
  const before = process.env['TMPDIR'];
  try {
    say('Unpacking the browser from node_modules…');
    await mkdir(folder, { recursive: true });
    // The package unpacks into the temporary folder, where anybody's leftover would be taken for it.
    process.env['TMPDIR'] = folder;
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    const reason = await whyNot(executablePath);
    if (reason === null) return found(executablePath);
    // A bare system lacks libraries: the package has them too.
    const home = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    await inflate(join(home, '..', '..', 'bin', 'al2023.tar.br'));
    const libs = join(folder, 'al2023', 'lib');
    if ((await whyNot(executablePath, libs)) === null) return found(executablePath, libs);
    // Perhaps half unpacked by a run that was stopped: the next one starts afresh.
    await rm(folder, { recursive: true, force: true });
    return { kind: 'none', reason };
  } catch (error) {
    return { kind: 'none', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

/** Finds or gets a browser; `say` hears what takes long. Never throws. */
export const findChromium = async (say: (words: string) => void = () => undefined): Promise<FoundChromium | NoChromium> => {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    const libs = process.env['CHROMIUM_LIBS'] ?? null;
    const reason = await whyNot(named, libs);
    return reason === null ? found(named, libs) : { kind: 'none', reason: `CHROMIUM=${named} does not start: ${reason}` };
  }
  for (const path of usualPlaces) {
    if ((await exists(path)) && (await whyNot(path)) === null) return found(path);
  }
  const installed = await fromDebian(say);
  if (installed !== null && (await whyNot(installed)) === null) return found(installed);
  const packed = await fromPackages(say);
  return packed.kind === 'found'
    ? packed
    : { kind: 'none', reason: `no browser in the usual places, and none to be had: ${packed.reason}` };
};

/** Tells later calls in this process and its children what was found, so that nobody searches twice. */
export const remember = ({ executablePath, libs }: FoundChromium): void => {
  process.env['CHROMIUM'] = executablePath;
  if (libs !== null) process.env['CHROMIUM_LIBS'] = libs;
};

/** A headless browser with a new, empty profile of its own, removed when it closes. Throws with the reason when there is none. */
export const launch = async (): Promise<Browser> => {
  const browser = await findChromium();
  if (browser.kind === 'none') throw new Error(browser.reason);
  return chromium.launch({
    executablePath: browser.executablePath,
    args: [...browser.args],
    headless: true,
    chromiumSandbox: false,
    env: withLibs(browser.libs),
  });
};
