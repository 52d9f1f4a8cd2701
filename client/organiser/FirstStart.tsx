/* The first ten minutes (casa-vuota): three steps, each with what it needs; the later ones say why they wait. It comes back, with what is
   done ticked, until the first assembly has a session. Or look at an invented one first. */
import { useState, type ReactNode } from 'react';
import { doneSchema, type AssemblyRow } from '../../shared/organiser/wire.ts';
import { pickText, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ask } from './api.ts';
import { PageTitle } from './Frame.tsx';
import { NameDialog } from './NameDialog.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { goTo } from './route.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

export interface FirstStartProps {
  readonly assembly: AssemblyRow | null;
  /** The invented assembly, if it is there. */
  readonly demo: AssemblyRow | null;
  readonly canDemo: boolean;
  readonly reload: () => Promise<void>;
}

export function FirstStart({ assembly, demo, canDemo, reload }: FirstStartProps) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [naming, setNaming] = useState(false);
  const { busy, failed, act } = useAct();
  const name = assembly === null ? '' : pickText(assembly.name, t.lang).text;
  const rolled = assembly !== null && assembly.members > 0;
  const waits = assembly === null ? t('first.waits') : undefined;
  const look = (): void => {
    if (demo) goTo({ page: 'assemblies', assembly: demo.id });
    else act(() => ask(doneSchema, '/api/demo', { body: {} }), reload);
  };
  return (
    <main className="org-first">
      <PageTitle crumb={assembly === null ? undefined : name}>
        {t(assembly === null ? 'first.title' : rolled ? 'first.titleLast' : 'first.titleStarted')}
      </PageTitle>
      <p className="lead soft">{t('first.lead')}</p>
      <ol>
        <Step
          n={1}
          done={assembly !== null}
          waiting={false}
          title={t('first.one')}
          hint={assembly === null ? t('first.oneHint') : t('first.oneDone', { name })}
          said={t('first.done')}
        >
          <Button variant={assembly === null ? 'primary' : 'plain'} onPress={() => setNaming(true)}>
            {t(assembly === null ? 'first.create' : 'first.rename')}
          </Button>
        </Step>
        <Step
          n={2}
          done={rolled}
          waiting={assembly === null}
          title={t('first.two')}
          hint={rolled ? t('first.twoDone', { n: assembly.members }) : t('first.twoHint')}
          said={t('first.done')}
        >
          <Button
            variant={assembly !== null && !rolled ? 'primary' : 'plain'}
            off={waits}
            onPress={() => assembly && goTo({ page: 'roll', assembly: assembly.id })}
          >
            {waits ?? t(rolled ? 'first.roll' : 'first.bring')}
          </Button>
        </Step>
        <Step n={3} done={false} waiting={assembly === null} title={t('first.three')} hint={t('first.threeHint')} said={t('first.done')}>
          <Button
            variant={rolled ? 'primary' : 'plain'}
            off={waits}
            onPress={() => assembly && goTo({ page: 'new', assembly: assembly.id, copy: null })}
          >
            {waits ?? t('first.prepare')}
          </Button>
        </Step>
      </ol>
      {demo !== null || canDemo ? (
        <p className="org-demo">
          <Button icon="play" onPress={look} off={busy ? t('saving') : undefined}>
            {t('first.demo')}
          </Button>
          <span className="soft">{t('first.demoHint')}</span>
        </p>
      ) : null}
      {failed ? (
        <Band kind="error" code={failed.code}>
          {say(failed)}
        </Band>
      ) : null}
      {naming ? (
        <NameDialog
          of={assembly}
          onClose={() => setNaming(false)}
          onDone={() => {
            setNaming(false);
            void reload();
          }}
        />
      ) : null}
    </main>
  );
}

function Step({
  n,
  done,
  waiting,
  title,
  hint,
  said,
  children,
}: {
  n: number;
  done: boolean;
  waiting: boolean;
  title: string;
  hint: string;
  said: string;
  children: ReactNode;
}) {
  return (
    <li className={waiting ? 'waiting' : done ? 'done' : ''}>
      <b className="n">{done ? <Icon name="check" label={said} /> : n}</b>
      <span>
        <span className="t">{title}</span>
        {hint}
      </span>
      <span className="act">{children}</span>
    </li>
  );
}
