/* An address to take along: shown whole, selected by a tap, copied by a button. On plain http the clipboard is not there: then the old way,
   and if that is refused too, the text stays selected and the key is named. */
import { useId, useRef, useState } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { organiserTexts } from './organiserTexts.ts';

/** The only way without a secure context. */
const copyTheOldWay = (): boolean => {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- navigator.clipboard does not exist on plain http
    return document.execCommand('copy');
  } catch {
    return false;
  }
};

export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTexts(organiserTexts);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<'session.copied' | 'session.copyByHand' | null>(null);
  const copy = async (): Promise<void> => {
    field.current?.select();
    let done = false;
    if (window.isSecureContext) {
      try {
        await navigator.clipboard.writeText(value);
        done = true;
      } catch {
        done = false;
      }
    }
    const word = done || copyTheOldWay() ? 'session.copied' : 'session.copyByHand';
    setSaid(word);
    announce(t(word));
  };
  return (
    <div className="fld org-copy">
      <label className="lb" htmlFor={id}>
        <span>{label}</span>
      </label>
      <div className="row">
        <input ref={field} id={id} className="inp" dir="ltr" readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <Button icon="copy" onPress={() => void copy()}>
          {t('session.copy')}
        </Button>
        {said === null ? null : <span className="meta">{t(said)}</span>}
      </div>
    </div>
  );
}
