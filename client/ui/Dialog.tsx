/* What lies over the page: one at a time, a question as its title, the object and the number repeated in its buttons.
   The native <dialog> keeps the focus inside and the page inert; Escape closes; the focus returns to what opened it.
   On phones it rises from the bottom, where the thumb is. Focus starts on the title (a reader hears the question first),
   or on whatever has data-autofocus. Safe for phones. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from './Button.tsx';
import { uiTexts } from './texts.ts';
import './dialog.css';

export interface DialogProps {
  open: boolean;
  /** Escape, the cross, or the browser's own way out. The owner sets `open` to false. */
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode | undefined;
  /** The acts, the main one first. */
  footer?: ReactNode | undefined;
  wide?: boolean | undefined;
  /** No cross: the question must be answered with the footer's buttons. Escape still closes. */
  noCross?: boolean | undefined;
}

export function Dialog(props: DialogProps) {
  // Closed means not there: nothing hidden to be found by a search or a screen reader.
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, footer, wide = false, noCross = false }: DialogProps) {
  const t = useTexts(uiTexts);
  const titleId = useId();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const dialog = dialogRef.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) dialog.showModal();
    const first = dialog?.querySelector('[data-autofocus]');
    (first instanceof HTMLElement ? first : titleRef.current)?.focus();
    return () => {
      if (dialog?.open === true) dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialogRef}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // Some browsers give no cancel event without a gesture before it; and keys in a dialog are not the page's shortcuts.
        event.stopPropagation();
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // A tap beside the sheet (the element itself is what lies outside .dialog-in).
        if (event.target === event.currentTarget && !noCross) onClose();
      }}
    >
      <div className="dialog-in">
        <div className="dialog-head">
          <h2 id={titleId} ref={titleRef} tabIndex={-1}>
            {title}
          </h2>
          {noCross ? null : <Button variant="quiet" icon="close" label={t('close')} onPress={onClose} />}
        </div>
        {children === undefined ? null : <div className="dialog-body">{children}</div>}
        {footer === undefined ? null : <div className="dialog-foot">{footer}</div>}
      </div>
    </dialog>
  );
}
