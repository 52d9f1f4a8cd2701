// The four kinds of a note: colour + drawn sign + word, always the three together (LANGUAGE, 2). A choice of them is real radios,
// two by two; in one row when the keyboard takes the rest of the screen. Safe for phones.
import { useId } from 'react';
import type { NoteKind } from '../../../shared/board/limits.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { paperOf, signOf } from '../kinds.ts';
import { boardPhoneTexts } from './phoneTexts.ts';

/** The sign in its square of paper, before a note in a list; the word is said, and stands in the choice of kinds. */
export function NoteSign({ kind }: { kind: NoteKind }) {
  const t = useTexts(boardPhoneTexts);
  return (
    <span className={`bp-sign ${paperOf[kind]}`}>
      <Icon name={signOf[kind]} label={t(`kind.${kind}`)} />
    </span>
  );
}

export function KindChoice({
  kinds,
  value,
  onChange,
}: {
  kinds: readonly NoteKind[];
  value: NoteKind;
  onChange: (kind: NoteKind) => void;
}) {
  const t = useTexts(boardPhoneTexts);
  const name = useId();
  if (kinds.length < 2) return null;
  return (
    <fieldset className="bp-kinds" role="radiogroup" aria-label={t('kind.choose')}>
      {kinds.map((kind) => (
        <label key={kind} className={`${paperOf[kind]}${kind === value ? ' on' : ''}`}>
          <input type="radio" name={name} value={kind} checked={kind === value} onChange={() => onChange(kind)} />
          <Icon name={signOf[kind]} />
          <span>{t(`kind.${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
