/* Who may come in where: organisers with their browsers, invitations, the links of every session. Anything can be taken back here at once. */
import { useState } from 'react';
import { z } from 'zod';
import { accessSchema, doneSchema, type AccessList } from '../../shared/organiser/wire.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Opening } from '../ui/Opening.tsx';
import { T } from '../ui/T.tsx';
import { ask } from './api.ts';
import { CopyField } from './CopyField.tsx';
import { PageTitle } from './Frame.tsx';
import { LinkRows } from './Links.tsx';
import { organiserTexts, type Words } from './organiserTexts.ts';
import { href } from './route.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';
import { useRead } from './useRead.ts';
import { dayLong, dayOf, momentWhen, theDay } from './when.ts';

const invitedSchema = z.object({ ok: z.literal(true), token: z.string() });

export function AccessPage({ now, base }: { now: number; base: string }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const { data: list, failed: unread, again: read } = useRead(accessSchema, '/api/access');
  const [invited, setInvited] = useState<string | null>(null);
  const { busy, failed, act } = useAct();
  const takeBack = (id: string): void => act(() => ask(doneSchema, `/api/access/${id}`, { method: 'DELETE' }), read);
  const invite = (): void =>
    act(
      () => ask(invitedSchema, '/api/invite', { body: {} }),
      async ({ token }) => {
        setInvited(`${base}/home#setup=${token}`);
        await read();
      },
    );
  const wrong = failed ?? unread;
  return (
    <main className="org-page">
      <PageTitle>{t('access.title')}</PageTitle>
      <p className="soft org-lead">{t('access.lead')}</p>
      {wrong ? (
        <Band kind="error" code={wrong.code}>
          {say(wrong)}
        </Band>
      ) : null}
      {list === null ? (
        wrong ? null : (
          <Opening />
        )
      ) : (
        <>
          <Organisers list={list} now={now} t={t} takeBack={takeBack} />
          <div className="org-invite">
            <Button icon="plus" onPress={invite} off={busy ? t('saving') : undefined}>
              {t('access.invite')}
            </Button>
            <span className="soft">{t('access.inviteHint')}</span>
          </div>
          <SessionLinks list={list} now={now} t={t} read={read} />
        </>
      )}
      {invited === null ? null : (
        <Dialog
          open
          wide
          onClose={() => setInvited(null)}
          title={t('access.inviteMade')}
          footer={
            <Button variant="primary" onPress={() => setInvited(null)}>
              {t('session.doneLink')}
            </Button>
          }
        >
          <p>{t('access.inviteHint')}</p>
          <CopyField label={t('session.address')} value={invited} />
        </Dialog>
      )}
    </main>
  );
}

function Organisers({ list, now, t, takeBack }: { list: AccessList; now: number; t: Words; takeBack: (id: string) => void }) {
  return (
    <section>
      <h2>{t('access.organisers')}</h2>
      <ul className="org-accounts">
        {list.accounts.map((account) => (
          <li key={account.id}>
            <span>
              <b>{account.name}</b>
              <span className="meta">
                {account.me ? `${t('access.me')}, ` : ''}
                {t('access.since', { day: theDay(dayOf(account.createdAt), t.lang) })}
              </span>
            </span>
            <ul>
              {account.devices.map((device) => (
                <li key={device.id}>
                  <span>
                    {t(device.mine ? 'access.thisOne' : 'access.other')}
                    <span className="meta">
                      {t('access.lastSeen', { when: momentWhen(t, device.lastSeenAt ?? device.createdAt, now) })}
                    </span>
                  </span>
                  {device.mine ? null : (
                    <Button
                      variant="quiet"
                      label={t('access.outLabel', { name: account.name, when: hour(device.lastSeenAt ?? device.createdAt, t.lang) })}
                      onPress={() => takeBack(device.id)}
                    >
                      {t('access.out')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {list.invitations.map(({ id, createdAt }) => (
          <li key={id}>
            <span className="soft">{t('access.invitation', { when: momentWhen(t, createdAt, now) })}</span>
            <Button variant="quiet" label={t('access.withdrawLabel', { when: momentWhen(t, createdAt, now) })} onPress={() => takeBack(id)}>
              {t('access.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SessionLinks({ list, now, t, read }: { list: AccessList; now: number; t: Words; read: () => Promise<void> }) {
  const sessions = list.sessions
    .map((one) => ({ ...one, links: one.links.filter(({ revokedAt }) => revokedAt === null) }))
    .filter(({ links }) => links.length > 0);
  return (
    <section>
      <h2>{t('access.links')}</h2>
      {sessions.length === 0 ? <p className="soft">{t('access.noLinks')}</p> : null}
      <ul className="org-accounts">
        {sessions.map(({ id, title, day, links }) => (
          <li key={id}>
            <span>
              <a href={href({ page: 'session', session: id })}>
                <T of={title} />
              </a>
              <span className="meta">{dayLong(day, t.lang)}</span>
            </span>
            <LinkRows
              links={links.map((link) => ({
                ...link,
                label:
                  link.label === ''
                    ? t(`session.role.${link.role}`)
                    : t('access.label', { role: t(`session.role.${link.role}`), label: link.label }),
              }))}
              session={id}
              now={now}
              onChange={read}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
