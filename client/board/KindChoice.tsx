/* What kind of note: colour, drawn sign and word, as real radios; one kind alone is not a choice. Safe for phones. */
import { useId } from 'react';
import type { NoteKind } from '../../shared/board/limits.ts';
import { Icon } from '../ui/Icon.tsx';
import { paperOf, signOf } from './kinds.ts';
import type { BoardWords } from './words.ts';

interface KindChoiceProps {
  kinds: readonly NoteKind[];
  value: NoteKind;
  onChange: (kind: NoteKind) => void;
  t: BoardWords;
}
export function KindChoice({ kinds, value, onChange, t }: KindChoiceProps) {
  const name = useId();
  if (kinds.length < 2) return null;
  return (
    <div className="board-kinds" role="radiogroup" aria-label={t('compose.kind')}>
      {kinds.map((kind) => (
        <label key={kind} className={`${paperOf[kind]}${kind === value ? ' on' : ''}`}>
          <input type="radio" name={name} value={kind} checked={kind === value} onChange={() => onChange(kind)} />
          <Icon name={signOf[kind]} />
          <span>{t(`kind.${kind}`)}</span>
        </label>
      ))}
    </div>
  );
}
