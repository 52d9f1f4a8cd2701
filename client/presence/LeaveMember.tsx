/* "Esco": leaving is an act of the person, asked once more because answers depend on it; coming back is one tap (RO2). Safe for phones. */
import { useState } from 'react';
import type { Send } from '../kernel/send.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { presenceTexts } from './presenceTexts.ts';

export interface LeaveMemberProps {
  readonly may: { readonly leave: boolean };
  readonly send: Send;
  /** Other words on the button ("Esco adesso…" in the roll call). */
  readonly label?: string | undefined;
  readonly thumb?: boolean | undefined;
}

export function LeaveMember({ may, send, label, thumb = false }: LeaveMemberProps) {
  const t = useTexts(presenceTexts);
  const [open, setOpen] = useState(false);
  if (!may.leave) return null;
  return (
    <>
      <Button thumb={thumb} onPress={() => setOpen(true)}>
        {label ?? t('leave.button')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('leave.title')}
        noCross
        footer={
          <>
            <Button
              thumb
              variant="primary"
              onPress={() => {
                setOpen(false);
                void send({ type: 'presence.leave' }, { keep: true });
              }}
            >
              {t('leave.sure')}
            </Button>
            <Button thumb onPress={() => setOpen(false)}>
              {t('leave.stay')}
            </Button>
          </>
        }
      >
        <p>{t('leave.words')}</p>
      </Dialog>
    </>
  );
}
