/* A theme: its name, which is a short sentence, and the notes it gathers; later another name, another place, or away, its notes staying
   (BO5). Words that come back in the notes are offered, never put in by themselves. Safe for phones. */
import { useState, type KeyboardEvent } from 'react';
import { boardLimits } from '../../shared/board/limits.ts';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import { useLang } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import type { DialogPart } from './BoardDialogs.tsx';
import { whyNotThemes } from './rights.ts';
import { recurring } from './recurring.ts';

interface ThemeProps extends DialogPart {
  /** Null: a new one. */
  theme: ThemeId | null;
  area: AreaId | null;
  notes: readonly NoteId[];
}
export function ThemeDialog({ theme, area: wanted, notes: first, model, standing, steps, onClose, t }: ThemeProps) {
  const lang = useLang();
  const { about } = standing;
  const known = theme === null ? undefined : model.themes().get(theme);
  const [title, setTitle] = useState(known?.title ?? '');
  const [picked, setPicked] = useState<ReadonlySet<NoteId>>(new Set(first));
  const area = known?.area ?? wanted ?? about.areas[0]?.id;
  const tree = model.tree().areas.find((each) => each.area === area);
  const loose = (tree?.columns.find((column) => column.theme === null)?.heads ?? []).map(({ id }) => id);
  const offered = theme === null ? [...first.filter((id) => !loose.includes(id)), ...loose] : [];
  const texts = (ids: readonly NoteId[]) => ids.map((id) => model.notes().get(id)?.text ?? '');
  const words = recurring(texts(picked.size > 0 ? [...picked] : offered));
  const long = [...title.trim()].length;
  const off = long === 0 ? t('theme.empty') : long > boardLimits.themeChars ? t('compose.long') : undefined;
  const go = (): void => {
    if (off !== undefined || area === undefined) return;
    onClose();
    const id = theme ?? newId();
    const wish = { type: 'board.nameTheme', board: about.board, theme: id, area, title: title.trim(), lang, notes: [...picked] };
    void steps.act(wish, theme === null ? t('step.theme') : t('step.rename'));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={theme === null ? t('theme.title') : t('theme.rename')}
      wide={offered.length > 0}
      footer={
        <>
          <Button variant="primary" off={off} onPress={go}>
            {theme === null ? t('theme.go', { n: picked.size }) : t('theme.renameGo')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <span className="meta">{t('theme.hint')}</span>
        </>
      }
    >
      <Field label={t('theme.name')} value={title} onChange={setTitle} max={boardLimits.themeChars} dir="auto" onEnter={go} autoFocus />
      {words.length === 0 ? null : (
        <div>
          <p className="meta">{t('theme.words')}</p>
          <div className="row">
            {words.map((word) => (
              <Button key={word} icon="plus" onPress={() => setTitle((before) => (before === '' ? word : `${before} ${word}`))}>
                {word}
              </Button>
            ))}
          </div>
        </div>
      )}
      {offered.length === 0 ? null : (
        <fieldset className="board-offered">
          <legend className="meta">{t('theme.which')}</legend>
          {offered.map((id) => (
            <Check
              key={id}
              label={model.notes().get(id)?.text ?? ''}
              checked={picked.has(id)}
              onChange={(on) => setPicked((before) => new Set(on ? [...before, id] : [...before].filter((each) => each !== id)))}
            />
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}

export function ThemeActsDialog({ theme: id, model, standing, steps, onAsk, onClose, t }: DialogPart & { theme: ThemeId }) {
  const theme = model.themes().get(id);
  const { board } = standing.about;
  const off = whyNotThemes(standing, t);
  if (theme === undefined) return null;
  const columns = model.tree().areas.find((each) => each.area === theme.area)?.columns ?? [];
  const named = columns.flatMap((column) => (column.theme === null ? [] : [column.theme]));
  const at = named.indexOf(id);
  const notes = columns[at]?.notes ?? 0;
  const place = (before: ThemeId | null): void =>
    void steps.act({ type: 'board.placeTheme', board, theme: id, area: theme.area, before }, t('step.placeTheme'));
  const [earlier, later] = [named[at - 1], named[at + 1]];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || off !== undefined || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    onAsk({ kind: 'theme', theme: id, area: theme.area, notes: [] });
  };
  return (
    <Dialog open onClose={onClose} title={theme.title} footer={<Button onPress={onClose}>{t('close')}</Button>}>
      <div className="stack" onKeyDown={onKeyDown}>
        <p>{t('count.notes', { n: notes })}</p>
        <Button icon="pen" off={off} onPress={() => onAsk({ kind: 'theme', theme: id, area: theme.area, notes: [] })}>
          {t('theme.rename')}
        </Button>
        <Button off={off ?? (earlier === undefined ? t('theme.first') : undefined)} onPress={() => place(earlier ?? null)}>
          {t('theme.earlier')}
        </Button>
        <Button off={off ?? (later === undefined ? t('theme.last') : undefined)} onPress={() => place(named[at + 2] ?? null)}>
          {t('theme.later')}
        </Button>
        <Button
          icon="trash"
          off={off}
          onPress={() => {
            onClose();
            void steps.act({ type: 'board.removeTheme', board, theme: id }, t('step.removeTheme'));
          }}
        >
          {t('theme.remove', { n: notes })}
        </Button>
      </div>
    </Dialog>
  );
}
