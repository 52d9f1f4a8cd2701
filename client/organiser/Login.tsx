/* The organiser's door. A wrong passphrase is answered late, and always with the same words, whether the name exists or not.
   Who came here with a card is shown the other door. */
import { useState } from 'react';
import { loggedInSchema } from '../../shared/organiser/wire.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ask } from './api.ts';
import { organiserTexts } from './organiserTexts.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

export function Login({ onIn }: { onIn: () => void }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, failed, act } = useAct();
  const go = (): void => {
    const empty = name.trim() === '' || passphrase === '';
    setMissing(empty);
    if (!empty) act(() => ask(loggedInSchema, '/api/login', { body: { name, passphrase } }), onIn);
  };
  return (
    <main className="org-door">
      <h1>{t('login.title')}</h1>
      <p className="lead soft">{t('login.lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Field label={t('setup.name')} value={name} onChange={setName} autoComplete="username" />
        <Field
          label={t('setup.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          type="password"
          autoComplete="current-password"
          error={missing ? t('login.missing') : undefined}
        />
        {failed ? (
          <Band kind="error" code={failed.code}>
            {say(failed)}
          </Band>
        ) : null}
        <div className="row">
          <Button variant="primary" type="submit" off={busy ? t('login.going') : undefined}>
            {t('login.go')}
          </Button>
        </div>
        <p className="meta">{t('login.lost')}</p>
        <p>
          {t('login.member')} <a href="/">{t('login.memberGo')}</a>
        </p>
      </form>
    </main>
  );
}
