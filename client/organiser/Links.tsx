/* The links of a session for those who work in it: made in one tap, shown once with a QR, listed with their use, taken back with every
   device that came in by them. Facilitators and the organiser see this; the token is never shown again. */
import { useState } from 'react';
import { doneSchema, linksSchema, madeLinkSchema, type LinkRow } from '../../shared/organiser/wire.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { ask } from './api.ts';
import { Confirm } from './Confirm.tsx';
import { CopyField } from './CopyField.tsx';
import { organiserTexts, type Words } from './organiserTexts.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';
import { useRead } from './useRead.ts';
import { momentWhen } from './when.ts';

const roles = ['facilitator', 'desk', 'screen'] as const;
const signs: Readonly<Record<LinkRow['role'], IconName>> = {
  facilitator: 'key',
  desk: 'people',
  screen: 'screen',
  table: 'people',
  expert: 'question',
};

export function Links({ session, sealed, now }: { session: string; sealed: boolean; now: number }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const { data, failed: unread, again: read } = useRead(linksSchema, `/api/sessions/${session}/links`);
  const links = (data?.links ?? []).filter(({ revokedAt }) => revokedAt === null);
  const [made, setMade] = useState<{ readonly role: LinkRow['role']; readonly url: string } | null>(null);
  const { busy, failed, act } = useAct();
  const make = (role: LinkRow['role']): void =>
    act(
      () => ask(madeLinkSchema, `/api/sessions/${session}/links`, { body: { role, label: '' } }),
      async ({ url }) => {
        setMade({ role, url });
        await read();
      },
    );
  const wrong = failed ?? unread;
  return (
    <section>
      <h2>{t('session.links')}</h2>
      <p className="soft">{t(sealed ? 'session.sealed' : 'session.linksHint')}</p>
      {wrong ? (
        <Band kind="error" code={wrong.code}>
          {say(wrong)}
        </Band>
      ) : null}
      <ul className="org-links">
        {roles.map((role) => (
          <li key={role}>
            <Icon name={signs[role]} />
            <span>
              <b>{t(`session.role.${role}`)}</b> <span className="meta">{t(`session.roleHint.${role}`)}</span>
            </span>
            {sealed ? null : (
              <Button
                icon="plus"
                label={t('session.makeLabel', { role: t(`session.role.${role}`) })}
                off={busy ? t('saving') : undefined}
                onPress={() => make(role)}
              >
                {t('session.make')}
              </Button>
            )}
            <LinkRows links={links.filter((link) => link.role === role)} session={session} now={now} onChange={read} />
          </li>
        ))}
      </ul>
      {made === null ? null : <Made {...made} onClose={() => setMade(null)} />}
    </section>
  );
}

/** A new link, once: QR for the other device, address for a message. */
function Made({ role, url, onClose }: { role: LinkRow['role']; url: string; onClose: () => void }) {
  const t = useTexts(organiserTexts);
  const name = t(`session.role.${role}`);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('session.made', { role: name })}
      footer={
        <>
          <Button variant="primary" onPress={onClose}>
            {t('session.doneLink')}
          </Button>
          <a className="btn quiet" href={url}>
            {t('session.openHere')}
          </a>
        </>
      }
    >
      <div className="org-made">
        <QrCode value={url} label={t('session.qr', { role: name })} />
        <div>
          <p>{t('session.madeHint')}</p>
          <CopyField label={t('session.address')} value={url} />
        </div>
      </div>
    </Dialog>
  );
}

export const usedOf = (t: Words, link: Pick<LinkRow, 'lastSeenAt' | 'devices'>, now: number): string =>
  link.lastSeenAt === null
    ? t('session.never')
    : `${t('session.devices', { n: link.devices })}, ${t('session.used', { when: momentWhen(t, link.lastSeenAt, now) })}`;

/** Each link with its use and its end. `onChange` reads the list again. */
export function LinkRows({
  links,
  session,
  now,
  onChange,
}: {
  links: readonly LinkRow[];
  session: string;
  now: number;
  onChange: () => Promise<void>;
}) {
  const t = useTexts(organiserTexts);
  const [asked, setAsked] = useState<LinkRow | null>(null);
  if (links.length === 0) return null;
  return (
    <>
      <ul className="org-link-rows">
        {links.map((link) => (
          <li key={link.id}>
            <span>
              {link.label === '' ? momentWhen(t, link.createdAt, now) : link.label}
              <span className="meta">{usedOf(t, link, now)}</span>
            </span>
            <Button
              variant="quiet"
              label={t('session.revokeLabel', { role: t(`session.role.${link.role}`), when: momentWhen(t, link.createdAt, now) })}
              onPress={() => setAsked(link)}
            >
              {t('session.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {asked === null ? null : <Revoke link={asked} session={session} onClose={() => setAsked(null)} onChange={onChange} />}
    </>
  );
}

function Revoke({
  link,
  session,
  onClose,
  onChange,
}: {
  link: LinkRow;
  session: string;
  onClose: () => void;
  onChange: () => Promise<void>;
}) {
  const t = useTexts(organiserTexts);
  const n = link.devices;
  return (
    <Confirm
      title={t('session.revokeTitle', { role: t(`session.role.${link.role}`) })}
      words={n === 0 ? t('session.revokeNone') : t('session.revokeWords', { n })}
      go={n === 0 ? t('session.revokeGoNone') : t('session.revokeGo', { n })}
      keep={t('session.revokeKeep')}
      path={`/api/sessions/${session}/links/${link.id}`}
      question={{ method: 'DELETE' }}
      schema={doneSchema}
      onDone={async () => {
        await onChange();
        onClose();
      }}
      onClose={onClose}
    />
  );
}
