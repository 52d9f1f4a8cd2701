/* The question before something that cannot be undone: object and number in its title and in its button, never "Sei sicuro?".
   A refusal stands beside the button that was pressed. */
import type { z } from 'zod';
import type { ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ask, type Question } from './api.ts';
import { organiserTexts } from './organiserTexts.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

export interface ConfirmProps<T> {
  readonly title: string;
  readonly words: ReactNode;
  /** The act, with its object and number. */
  readonly go: string;
  readonly keep: string;
  readonly path: string;
  readonly question: Question;
  readonly schema: z.ZodType<T>;
  readonly onDone: (data: T) => void | Promise<void>;
  readonly onClose: () => void;
}

export function Confirm<T>({ title, words, go, keep, path, question, schema, onDone, onClose }: ConfirmProps<T>) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const { busy, failed, act } = useAct();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="help" onPress={() => act(() => ask(schema, path, question), onDone)} off={busy ? t('saving') : undefined}>
            {go}
          </Button>
          <Button onPress={onClose}>{keep}</Button>
        </>
      }
    >
      <p>{words}</p>
      {failed ? (
        <Band kind="error" code={failed.code}>
          {say(failed)}
        </Band>
      ) : null}
    </Dialog>
  );
}
