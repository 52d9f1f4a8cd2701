/* The name of an assembly: given when it is made, changed later. One field, one button that says what it does. */
import { useState } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import { doneSchema, madeAssemblySchema, type AssemblyRow } from '../../shared/organiser/wire.ts';
import { pickText, useLang, useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { ask } from './api.ts';
import { organiserTexts } from './organiserTexts.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

/** `of` null makes a new one. The name is written in the language of the page, which becomes its original. */
export function NameDialog({ of, onClose, onDone }: { of: AssemblyRow | null; onClose: () => void; onDone: (assembly: string) => void }) {
  const t = useTexts(organiserTexts);
  const lang = useLang();
  const say = useSay();
  const [name, setName] = useState(of === null ? '' : pickText(of.name, lang).text);
  const [tried, setTried] = useState(false);
  const { busy, failed, act } = useAct();
  const empty = name.trim() === '';
  const go = (): void => {
    setTried(true);
    if (empty) return;
    const said = lang === 'it' ? { original: 'it', it: name } : { original: 'en', en: name };
    if (of === null)
      act(
        () => ask(madeAssemblySchema, '/api/assemblies', { body: { name: said } }),
        ({ assembly }) => onDone(assembly),
      );
    else {
      // A translation that somebody wrote stays beside the changed words.
      const next = { ...of.name, ...said, original: of.name.original in said ? of.name.original : said.original };
      const command = { type: 'roster.nameAssembly', name: next, demo: of.demo };
      act(
        () => ask(doneSchema, `/api/assemblies/${of.id}/do`, { body: { id: newId(), command } }),
        () => onDone(of.id),
      );
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(of === null ? 'assembly.newTitle' : 'assembly.renameTitle')}
      footer={
        <>
          <Button variant="primary" onPress={go} off={busy ? t('saving') : undefined}>
            {t(of === null ? 'assembly.newGo' : 'assembly.renameGo')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Field
        label={t('assembly.name')}
        hint={t('assembly.nameHint')}
        value={name}
        onChange={setName}
        max={limits.titleChars}
        onEnter={go}
        error={tried && empty ? t('assembly.nameMissing') : undefined}
      />
      {failed ? (
        <Band kind="error" code={failed.code}>
          {say(failed)}
        </Band>
      ) : null}
    </Dialog>
  );
}
