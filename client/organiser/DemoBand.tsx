/* The invented assembly says that it is one, and goes in one tap. For eight seconds the tap can be taken back, here and on any page of the
   organiser; if the page is closed before, it stays. */
import { useEffect, useState } from 'react';
import { doneSchema } from '../../shared/organiser/wire.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { ask, type Failed } from './api.ts';
import { organiserTexts } from './organiserTexts.ts';
import { useSay } from './say.ts';

export const undoMs = 8000;
const stepMs = 250;
export type Removal =
  | { readonly kind: 'none' }
  | { readonly kind: 'soon'; readonly assembly: string; readonly at: number }
  | { readonly kind: 'failed'; readonly why: Failed };

/** Lives above the pages: going to another one does not stop it. */
export const useRemoval = (
  reload: () => Promise<void>,
): { readonly removal: Removal; readonly begin: (assembly: string) => void; readonly undo: () => void } => {
  const t = useTexts(organiserTexts);
  const [removal, setRemoval] = useState<Removal>({ kind: 'none' });
  useEffect(() => {
    if (removal.kind !== 'soon') return;
    const timer = setTimeout(() => {
      void ask(doneSchema, `/api/assemblies/${removal.assembly}`, { method: 'DELETE' }).then(async (reply) => {
        if (reply.ok) announce(t('demo.removed'));
        setRemoval(reply.ok ? { kind: 'none' } : { kind: 'failed', why: reply });
        await reload();
      });
    }, removal.at - Date.now());
    return () => clearTimeout(timer);
  }, [removal, reload, t]);
  return {
    removal,
    begin: (assembly) => setRemoval({ kind: 'soon', assembly, at: Date.now() + undoMs }),
    undo: () => {
      setRemoval({ kind: 'none' });
      announce(t('demo.kept'));
    },
  };
};

/** On the assembly's own page. */
export function DemoBand({ onRemove }: { onRemove: () => void }) {
  const t = useTexts(organiserTexts);
  return (
    <Band kind="info" title={t('demo.title')} live={false} actions={<Button onPress={onRemove}>{t('demo.remove')}</Button>}>
      {t('demo.words')}
    </Band>
  );
}
/** On every page while it can be taken back, or when it did not work. */
export function RemovalBand({ removal, undo }: { removal: Removal; undo: () => void }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [left, setLeft] = useState(1);
  const at = removal.kind === 'soon' ? removal.at : null;
  useEffect(() => {
    if (at === null) return;
    const look = (): void => setLeft(Math.max(0, (at - Date.now()) / undoMs));
    look();
    const timer = setInterval(look, stepMs);
    return () => clearInterval(timer);
  }, [at]);
  if (removal.kind === 'none') return null;
  if (removal.kind === 'failed')
    return (
      <Band kind="error" code={removal.why.code}>
        {say(removal.why)}
      </Band>
    );
  return (
    <Band
      kind="time"
      title={t('demo.removing')}
      actions={
        <Button variant="primary" left={left} onPress={undo}>
          {t('demo.undo')}
        </Button>
      }
    />
  );
}
