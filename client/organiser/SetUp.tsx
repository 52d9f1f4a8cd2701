/* The one-time link of an account: a name and a passphrase, nothing else. First start, a colleague's invitation, a forgotten passphrase.
   The link is read before the form is shown, so that nobody thinks up a passphrase for a link that is over. */
import { useEffect, useId, useState } from 'react';
import { accountNameChars, invitationSchema, loggedInSchema, passphraseChars } from '../../shared/organiser/wire.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { Opening } from '../ui/Opening.tsx';
import { ask, type Failed } from './api.ts';
import { organiserTexts } from './organiserTexts.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

type Stage =
  | { readonly kind: 'reading' }
  | { readonly kind: 'over'; readonly why: Failed }
  | { readonly kind: 'form'; readonly purpose: 'first' | 'invite' | 'reset'; readonly account: string | null };
const titles = { first: 'setup.titleFirst', invite: 'setup.titleInvite', reset: 'setup.titleReset' } as const;
const leads = { first: 'setup.leadFirst', invite: 'setup.leadInvite', reset: 'setup.leadReset' } as const;

/** `#setup=…` of the address, wiped as it is read: it stays in no history. */
export const takeSetup = (): string | null => {
  const token = new URLSearchParams(location.hash.slice(1)).get('setup');
  if (token !== null) history.replaceState(null, '', location.pathname);
  return token;
};

export function SetUp({ token, onIn }: { token: string; onIn: () => void }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [stage, setStage] = useState<Stage>({ kind: 'reading' });
  useEffect(() => {
    let here = true;
    void ask(invitationSchema, '/api/setup/read', { body: { token } }).then((read) => {
      if (here) setStage(read.ok ? { kind: 'form', purpose: read.data.purpose, account: read.data.name } : { kind: 'over', why: read });
    });
    return () => {
      here = false;
    };
  }, [token]);
  if (stage.kind === 'reading') return <Opening title={t('setup.reading')} />;
  if (stage.kind === 'over')
    return (
      <main className="org-door">
        <h1>{t('setup.titleFirst')}</h1>
        <Band kind="error" code={stage.why.code}>
          {say(stage.why)}
        </Band>
      </main>
    );
  return <SetUpForm token={token} purpose={stage.purpose} account={stage.account} onIn={onIn} />;
}

function SetUpForm({
  token,
  purpose,
  account,
  onIn,
}: {
  token: string;
  purpose: 'first' | 'invite' | 'reset';
  account: string | null;
  onIn: () => void;
}) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const hidden = useId();
  const [name, setName] = useState(account ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, failed, act } = useAct();
  const noName = name.trim() === '' ? say({ ok: false, code: 'organiser.nameMissing', params: { max: accountNameChars } }) : undefined;
  const short =
    [...passphrase].length < passphraseChars.min
      ? say({ ok: false, code: 'organiser.passphraseShort', params: { min: passphraseChars.min } })
      : undefined;
  const go = (): void => {
    setTried(true);
    if (noName !== undefined || short !== undefined) return;
    act(() => ask(loggedInSchema, '/api/setup', { body: { token, name, passphrase } }), onIn);
  };
  return (
    <main className="org-door">
      <h1>{t(titles[purpose])}</h1>
      <p className="lead soft">{t(leads[purpose], { name: account ?? '' })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {purpose === 'reset' ? (
          // Password managers need to know whose it is.
          <input
            id={hidden}
            className="sr-only"
            type="text"
            autoComplete="username"
            value={name}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
        ) : (
          <Field
            label={t('setup.name')}
            hint={t('setup.nameHint')}
            value={name}
            onChange={setName}
            max={accountNameChars}
            autoComplete="username"
            error={tried ? noName : undefined}
          />
        )}
        <Field
          label={t('setup.passphrase')}
          hint={tried && short !== undefined ? undefined : t('setup.passphraseHint', { min: passphraseChars.min })}
          value={passphrase}
          onChange={setPassphrase}
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          autoCapitalize="off"
          error={tried ? short : undefined}
        />
        <Check label={t('setup.show')} checked={shown} onChange={setShown} />
        {failed ? (
          <Band kind="error" code={failed.code}>
            {say(failed)}
          </Band>
        ) : null}
        <div className="row">
          <Button variant="primary" type="submit" off={busy ? t('saving') : undefined}>
            {t(purpose === 'reset' ? 'setup.goReset' : 'setup.go')}
          </Button>
        </div>
        <p className="meta">{t('setup.lost')}</p>
      </form>
    </main>
  );
}
