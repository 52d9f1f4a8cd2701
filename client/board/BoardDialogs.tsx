/* Which question lies over the board: one at a time, each with the object it speaks of (LANGUAGE.md 14). Safe for phones. */
import type { BoardAboutRows, NoteShown } from '../../shared/board/shown.ts';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import { KeysDialog } from './BoardKeys.tsx';
import { DotsDialog, FreezeDialog, RevealDialog } from './LeadDialogs.tsx';
import { EditDialog } from './EditDialog.tsx';
import { HideDialog } from './HideDialog.tsx';
import { MoreDialog } from './MoreDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { SameDialog } from './SameDialog.tsx';
import { ThemeActsDialog, ThemeDialog } from './ThemeDialog.tsx';
import { VoicesDialog } from './VoicesDialog.tsx';
import type { SharedDocument } from '../kernel/document.ts';
import type { BoardModel } from './model.ts';
import type { Standing } from './rights.ts';
import type { Target } from './target.ts';
import type { Steps } from './useSteps.ts';
import type { BoardWords } from './words.ts';

export type Asked =
  | { readonly kind: 'edit' | 'move' | 'hide' | 'voices'; readonly note: NoteId }
  | { readonly kind: 'same'; readonly note: NoteId; readonly into: NoteId | null }
  | { readonly kind: 'theme'; readonly theme: ThemeId | null; readonly area: AreaId | null; readonly notes: readonly NoteId[] }
  | { readonly kind: 'themeActs'; readonly theme: ThemeId }
  | { readonly kind: 'keys' | 'more' | 'dots' | 'reveal' | 'freeze' };
/** What every dialog of the board gets. */
export interface DialogPart {
  onClose: () => void;
  onAsk: (asked: Asked) => void;
  standing: Standing;
  model: BoardModel;
  steps: Steps;
  t: BoardWords;
}
interface DialogsProps extends DialogPart {
  asked: Asked | null;
  document: SharedDocument;
  put: (note: NoteId, target: Target) => void;
  hidden: BoardAboutRows['hidden'];
  waiting: BoardAboutRows['waiting'];
  onCsv: (() => void) | undefined;
  onMarkdown: (() => void) | undefined;
}

export function BoardDialogs({ asked, document: shared, put, hidden, waiting, onCsv, onMarkdown, ...part }: DialogsProps) {
  if (asked === null) return null;
  const { model, standing, onClose, t } = part;
  const { about, may } = standing;
  const noteOf = (id: NoteId): NoteShown | undefined => model.notes().get(id);
  switch (asked.kind) {
    case 'edit': {
      // During silence one's own notes are not in the document: they come with the view.
      const own = about.silence === null ? undefined : standing.own.find(({ note }) => note === asked.note);
      return <EditDialog key={asked.note} {...part} document={shared} note={asked.note} silent={own} />;
    }
    case 'move':
      return <MoveDialog key={asked.note} {...part} note={asked.note} put={put} />;
    case 'same':
      return <SameDialog key={asked.note} {...part} note={asked.note} into={asked.into} put={put} />;
    case 'hide': {
      const note = noteOf(asked.note);
      return note === undefined ? null : <HideDialog key={asked.note} {...part} id={asked.note} note={note} />;
    }
    case 'voices':
      return <VoicesDialog key={asked.note} {...part} document={shared} note={asked.note} />;
    case 'theme':
      return <ThemeDialog key={asked.theme ?? ''} {...part} theme={asked.theme} area={asked.area} notes={asked.notes} />;
    case 'themeActs':
      return <ThemeActsDialog key={asked.theme} {...part} theme={asked.theme} />;
    case 'keys':
      return <KeysDialog may={may} onClose={onClose} t={t} />;
    case 'more':
      return <MoreDialog {...part} hidden={hidden} waiting={waiting} onCsv={onCsv} onMarkdown={onMarkdown} />;
    case 'dots':
      return <DotsDialog {...part} />;
    case 'reveal':
      return <RevealDialog {...part} />;
    case 'freeze':
      return <FreezeDialog {...part} />;
    default:
      return asked satisfies never;
  }
}
