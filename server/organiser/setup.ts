// The way to an account: a one-time link, printed when there is none yet, made by an organiser for a colleague, or by the command on
// the server for a forgotten passphrase. No e-mail, nothing sent. The token is kept as a hash; used once, it is void.
// And the login: name and passphrase for a cookie. Every account may do everything (decisions: organiser).
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { line } from '../../shared/kernel/text.ts';
import { accountNameChars, passphraseChars } from '../../shared/organiser/wire.ts';
import type { App } from '../app.ts';
import type { Access } from '../kernel/access.ts';
import { Refused, setRoleCookie } from '../kernel/http.ts';
import { newId, tokenPattern } from '../kernel/random.ts';
import type { AccessRow, AccountRow, Store } from '../store/store.ts';
import { SlowDown, hashPassphrase, isPassphrase } from './passphrase.ts';
import { organiserOf } from './who.ts';
import type { Doors } from './who.ts';

export type Purpose = 'first' | 'invite' | 'reset';
const isPurpose = (label: string | null): label is Purpose => label === 'first' || label === 'invite' || label === 'reset';
const hours = 3600 * 1000;
/** A printed link waits as long as nobody has an account; the others are for soon. */
const livesMs: Readonly<Record<Purpose, number>> = { first: Infinity, invite: 7 * 24 * hours, reset: 24 * hours };

const tokenSchema = z.string().regex(tokenPattern);
const passphraseSchema = z.string().max(passphraseChars.max);
const setupSchema = z.strictObject({ token: tokenSchema, name: z.string().max(400), passphrase: passphraseSchema });
const loginSchema = z.strictObject({ name: z.string().max(400), passphrase: passphraseSchema });
const nameSchema = line(accountNameChars);

const folded = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase('it');
export const accountNamed = async (store: Store, name: string): Promise<AccountRow | undefined> =>
  (await store.accounts()).find((account) => folded(account.name) === folded(name));

/** A one-time link to an account; older ones of the same purpose (and account) are void. */
export const makeOneTime = async (
  access: Access,
  store: Store,
  purpose: Purpose,
  account?: string,
): Promise<{ readonly token: string; readonly row: AccessRow }> => {
  if (purpose !== 'invite')
    for (const row of await store.listAccess({ role: 'organiser' }))
      if (row.kind === 'link' && row.label === purpose && row.group === (account ?? null)) await access.revoke(row.id);
  return access.makeLink({
    role: 'organiser',
    assembly: null,
    session: null,
    label: purpose,
    ...(account === undefined ? {} : { from: account }),
  });
};
export const setupUrl = (base: string, token: string): string => `${base}/home#setup=${token}`;

/** Printed at the start as long as no account exists; null afterwards. */
export const setupLink = async (app: App, { base }: { readonly base: string }): Promise<string | null> => {
  if ((await app.store.accounts()).length > 0) return null;
  const { token } = await makeOneTime(app.access, app.store, 'first');
  return setupUrl(base, token);
};

export const setupRoutes = (
  http: FastifyInstance,
  doors: Doors & { readonly store: Store; readonly publicUrl: string | null; readonly clock: () => number; readonly slow?: SlowDown },
): void => {
  const { access, store, publicUrl, clock } = doors;
  const slow = doors.slow ?? new SlowDown(clock);
  /** Links being used at this very moment: a double press makes one account. */
  const inUse = new Set<string>();

  const invitation = async (
    token: string,
  ): Promise<{ readonly row: AccessRow; readonly purpose: Purpose; readonly account: AccountRow | null }> => {
    const row = await access.link(token);
    if (!row || row.role !== 'organiser' || !isPurpose(row.label) || clock() - row.createdAt > livesMs[row.label])
      throw new Refused('organiser.linkUsed', 403);
    const accounts = await store.accounts();
    if (row.label === 'first' && accounts.length > 0) throw new Refused('organiser.linkUsed', 403);
    const account = accounts.find(({ id }) => id === row.group) ?? null;
    if (row.label === 'reset' && !account) throw new Refused('organiser.linkUsed', 403);
    return { row, purpose: row.label, account };
  };

  const letIn = async (reply: FastifyReply, account: AccountRow): Promise<{ ok: true; name: string }> => {
    const made = await access.makeDevice({ role: 'organiser', assembly: null, session: null, label: account.name, from: account.id });
    setRoleCookie(reply, 'organiser', made.token, publicUrl);
    return { ok: true, name: account.name };
  };

  http.post('/api/setup/read', async (request) => {
    const { purpose, account } = await invitation(z.strictObject({ token: tokenSchema }).parse(request.body).token);
    return { ok: true, purpose, name: account?.name ?? null };
  });

  http.post('/api/setup', async (request, reply) => {
    const { token, name, passphrase } = setupSchema.parse(request.body);
    if ([...passphrase].length < passphraseChars.min) throw new Refused('organiser.passphraseShort', 400, { min: passphraseChars.min });
    if (inUse.has(token)) throw new Refused('store.busy', 409);
    inUse.add(token);
    try {
      const { row, purpose, account } = await invitation(token);
      const read = nameSchema.safeParse(account?.name ?? name);
      if (!read.success) throw new Refused('organiser.nameMissing', 400, { max: accountNameChars });
      if (purpose !== 'reset' && (await accountNamed(store, read.data))) throw new Refused('organiser.nameTaken', 409);
      const passHash = await hashPassphrase(passphrase);
      const next: AccountRow = account ? { ...account, passHash } : { id: newId(), name: read.data, passHash, createdAt: clock() };
      await store.putAccount(next);
      await access.revoke(row.id);
      // Who chose a new passphrase wants every other browser out.
      if (account)
        for (const old of await store.listAccess({ role: 'organiser' }))
          if (old.group === account.id && old.revokedAt === null) await access.revoke(old.id);
      return await letIn(reply, next);
    } finally {
      inUse.delete(token);
    }
  });

  http.post('/api/login', async (request, reply) => {
    const { name, passphrase } = loginSchema.parse(request.body);
    const account = await accountNamed(store, name);
    const key = account?.id ?? folded(name);
    if (!(await isPassphrase(passphrase, account?.passHash ?? null)) || !account) {
      await slow.afterWrong(key);
      throw new Refused('organiser.wrongPassphrase', 403);
    }
    slow.afterRight(key);
    return letIn(reply, account);
  });

  /** For a colleague: a link that makes one more account, shown once. */
  http.post('/api/invite', async (request) => {
    await organiserOf(doors, request);
    const { token, row } = await makeOneTime(access, store, 'invite');
    return { ok: true, id: row.id, token };
  });
};
