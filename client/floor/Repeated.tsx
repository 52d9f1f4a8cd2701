/* The question that a dialog is about, said again in it; and what each of these dialogs is given. */
import type { FloorDriverView, QuestionRow } from '../../shared/floor/shown.ts';
import type { Send } from '../kernel/send.ts';

export interface DialogPart {
  readonly row: QuestionRow;
  readonly view: FloorDriverView;
  readonly send: Send;
  readonly onClose: () => void;
}
export function Repeated({ row }: { row: QuestionRow }) {
  return (
    <blockquote className="soft floor-text" lang={row.lang} dir="auto">
      {row.text}
    </blockquote>
  );
}
