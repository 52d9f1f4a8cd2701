/* Who is not in: the code to type, or why a link, a card or a seat does not open any more, with one way on. The same page at every
   phone's door. A refusal says what happened, what to do, and its code in small for whoever helps. Safe for phones. */
import { useState } from 'react';
import type { Params } from '../../shared/kernel/room.ts';
import { enter, markFresh } from '../kernel/enter.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import { kernelTexts } from '../kernel/texts.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { PhoneBar } from '../ui/PhoneBar.tsx';
import { screensTexts } from './texts.ts';

export interface Refused {
  readonly code: string;
  readonly params: Params;
}

/** The front door. `refused`: why the last try, or the link in the address, did not open. */
export function EnterPage({ refused }: { refused: Refused | null }) {
  const t = useTexts(kernelTexts);
  const s = useTexts(screensTexts);
  const say = useRefusal();
  const [code, setCode] = useState('');
  const [going, setGoing] = useState(false);
  const [why, setWhy] = useState<Refused | null>(refused);
  const [missing, setMissing] = useState(false);
  const go = async (): Promise<void> => {
    if (code.trim() === '') {
      setMissing(true);
      document.querySelector<HTMLInputElement>('.enter input')?.focus();
      return;
    }
    setGoing(true);
    const reply = await enter({ code });
    if (!reply.ok) {
      setWhy(reply);
      setGoing(false);
      return;
    }
    if (reply.role === 'member') markFresh();
    if (reply.path === location.pathname) location.reload();
    else location.assign(reply.path);
  };
  return (
    <form
      className="phone-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (!going) void go();
      }}
    >
      <PhoneBar label={s('assembly')} />
      {why === null ? null : (
        <Band kind="error" code={why.code}>
          {say(why)}
        </Band>
      )}
      <main>
        <div className="push enter">
          <h1 className="big">{t('enter.title')}</h1>
          <Field
            label={t('enter.label')}
            value={code}
            onChange={(value) => {
              setCode(value);
              setMissing(false);
            }}
            code
            hint={
              <>
                {t('enter.hint')} {t('enter.case')}
              </>
            }
            error={missing ? t('enter.empty') : undefined}
          />
        </div>
      </main>
      <footer className="thumb-zone">
        <Button thumb variant="primary" type="submit" off={going ? t('enter.going') : undefined}>
          {going ? t('enter.going') : t('enter.go')}
        </Button>
      </footer>
    </form>
  );
}

/** The line was refused: the seat moved, the link was taken away, the page is old. */
export function OutPage({ code, laptop = false }: { code: string; laptop?: boolean }) {
  const t = useTexts(kernelTexts);
  const s = useTexts(screensTexts);
  const say = useRefusal();
  if (!laptop && (code === 'access.none' || code === 'session.sealed'))
    return <EnterPage refused={code === 'access.none' ? null : { code, params: {} }} />;
  const moved = code === 'seat.moved';
  const old = code === 'protocol.old';
  return (
    <div className={laptop ? 'laptop-out' : 'phone-page'}>
      {laptop ? null : <PhoneBar label={s('assembly')} />}
      <main>
        <div className="push">
          <h1 className="big">{moved ? t('out.moved') : say({ code })}</h1>
          <p className="lead soft">{moved ? t('out.movedHint') : null}</p>
        </div>
      </main>
      <footer className="thumb-zone">
        <p className="meta">
          {t('out.code')} <b>{code}</b>
        </p>
        {old ? (
          <Button thumb variant="primary" onPress={() => location.reload()}>
            {t('out.reload')}
          </Button>
        ) : laptop ? null : (
          <Button thumb variant="primary" onPress={() => location.assign('/')}>
            {t('out.again')}
          </Button>
        )}
      </footer>
    </div>
  );
}
