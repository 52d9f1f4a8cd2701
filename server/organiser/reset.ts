// For who forgot the passphrase: `node server/organiser/reset.ts NAME` on the computer that keeps the data prints a one-time link
// that lasts a day. Who can run it could read the data anyway, so it asks nothing. With the embedded database the server must be
// stopped first: one program at a time has the folder. DATA_DIR, DATABASE_URL, PUBLIC_URL and PORT as for the server.
import { env, argv, exit } from 'node:process';
import { Access } from '../kernel/access.ts';
import { openStore } from '../store/open.ts';
import { StoreFailed } from '../store/store.ts';
import { accountNamed, makeOneTime, setupUrl } from './setup.ts';

const say = (words: string): never => {
  console.error(words);
  exit(1);
};
const dataDir = env['DATA_DIR'] ?? 'data';
const base = (env['PUBLIC_URL'] ?? `http://localhost:${env['PORT'] ?? '8080'}`).replace(/\/+$/, '');
const name = argv.slice(2).join(' ').trim();

try {
  const store = await openStore({ dataDir, databaseUrl: env['DATABASE_URL'] });
  const accounts = await store.accounts();
  const account = name === '' ? undefined : await accountNamed(store, name);
  if (account) {
    const { token } = await makeOneTime(new Access(store, Date.now), store, 'reset', account.id);
    console.log(`A new passphrase for ${account.name}, once and within a day (start the server first):\n${setupUrl(base, token)}`);
  }
  await store.close();
  if (accounts.length === 0) say(`There is no account in ${dataDir} yet: start the server, it prints a link to make the first one.`);
  if (!account)
    say(
      `${name === '' ? 'Say whose passphrase' : `There is no account called ${name}`}. Accounts: ${accounts.map((one) => one.name).join(', ')}.`,
    );
} catch (error) {
  if (error instanceof StoreFailed && error.code === 'store.locked')
    say(`Stop the server first: it has ${dataDir} open, and only one program at a time may. Then run this again.`);
  if (error instanceof StoreFailed) say(`The data cannot be opened (${error.code}): ${error.message}`);
  throw error;
}
