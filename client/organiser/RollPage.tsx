/* People come in: from a CSV (the roster's own page, handed in by the screen), or only as numbers of seats when the names stay in another office. */
import { useState, type ReactNode } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import { rollEnteredSchema, type AssemblyRow } from '../../shared/organiser/wire.ts';
import { pickText, useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { ask } from './api.ts';
import { PageTitle } from './Frame.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { href } from './route.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

export function RollPage({ assembly, importRoll, reload }: { assembly: AssemblyRow; importRoll: ReactNode; reload: () => Promise<void> }) {
  const t = useTexts(organiserTexts);
  const [how, setHow] = useState<'file' | 'seats'>('file');
  const current = assembly.sessions[0];
  return (
    <div className="org-roll">
      <div className="row">
        <Segmented
          legend={t('roll.how')}
          hideLegend
          value={how}
          onChange={setHow}
          options={[
            { value: 'file', label: t('roll.file') },
            { value: 'seats', label: t('roll.seats') },
          ]}
        />
      </div>
      {how === 'file' ? importRoll : <OnlySeats assembly={assembly} reload={reload} />}
      <p className="row">
        <a href={href({ page: 'assemblies', assembly: assembly.id })}>{t('roll.back')}</a>
        {assembly.members === 0 || current === undefined ? null : <a href={`/print?session=${current.id}&what=cards`}>{t('roll.print')}</a>}
      </p>
    </div>
  );
}

const whole = (written: string): number | null => (/^\d{1,8}$/.test(written.trim()) ? Number(written) : null);

function OnlySeats({ assembly, reload }: { assembly: AssemblyRow; reload: () => Promise<void> }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [from, setFrom] = useState('1');
  const [to, setTo] = useState('90');
  const [replaces, setReplaces] = useState(assembly.members > 0);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<number | null>(null);
  const { busy, failed, act } = useAct();
  const first = whole(from);
  const last = whole(to);
  const n = first !== null && last !== null && last >= first && last - first < limits.seats ? last - first + 1 : null;
  const wrong = (written: string): string | undefined => (tried && whole(written) === null ? t('roll.number') : undefined);
  const go = (): void => {
    setTried(true);
    if (first === null || last === null) return;
    const id = newId();
    act(
      () => ask(rollEnteredSchema, `/api/assemblies/${assembly.id}/roll/seats`, { body: { id, from: first, to: last, replaces } }),
      async ({ members }) => {
        setMade(members);
        await reload();
      },
    );
  };
  return (
    <section className="org-seats">
      <PageTitle crumb={pickText(assembly.name, t.lang).text}>{t('roll.seatsTitle')}</PageTitle>
      <p>{t('roll.seatsLead')}</p>
      <div className="row org-short">
        <Field label={t('roll.from')} value={from} onChange={setFrom} inputMode="numeric" error={wrong(from)} />
        <Field label={t('roll.to')} value={to} onChange={setTo} inputMode="numeric" error={wrong(to)} onEnter={go} />
      </div>
      {assembly.members > 0 && made === null ? (
        <Check label={t('roll.replaces', { n: assembly.members })} checked={replaces} onChange={setReplaces} />
      ) : null}
      {failed ? (
        <Band kind="error" code={failed.code}>
          {say(failed)}
        </Band>
      ) : null}
      {made === null ? (
        <div className="row">
          <Button variant="primary" onPress={go} off={busy ? t('saving') : undefined}>
            {n === null ? t('roll.makeNone') : t('roll.make', { n })}
          </Button>
        </div>
      ) : (
        <Band kind="info" icon="check" title={t('roll.made', { n: made })} />
      )}
    </section>
  );
}
