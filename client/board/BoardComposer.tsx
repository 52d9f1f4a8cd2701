/* A new note: the cursor is ready at once, on paper of its own kind; sent with one key, and the next one can be written. What is typed is
   kept on this device until it was sent (BO2, K8). From a sheet or by ear: entered for a seat, and marked. Safe for phones. */
import { useEffect, useId, useRef, useState } from 'react';
import { boardLimits, type NoteDoor, type NoteKind } from '../../shared/board/limits.ts';
import type { BoardAbout } from '../../shared/board/shown.ts';
import type { AreaId, MemberId, ThemeId } from '../../shared/kernel/ids.ts';
import { useDraft } from '../kernel/draft.ts';
import { newId } from '../kernel/ids.ts';
import { Button } from '../ui/Button.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { KindChoice } from './KindChoice.tsx';
import { paperOf } from './kinds.ts';
import type { BoardModel } from './model.ts';
import type { BoardWords } from './words.ts';

export interface ComposerPlace {
  readonly area: AreaId;
  readonly theme: ThemeId | null;
}
export interface Written extends ComposerPlace {
  readonly id: string;
  readonly text: string;
  readonly kind: NoteKind;
  /** Null: written by whoever sits here. */
  readonly door: Extract<NoteDoor, 'paper' | 'dictated'> | null;
  readonly seat: MemberId | null;
}
interface ComposerProps {
  about: BoardAbout;
  place: ComposerPlace;
  model: BoardModel;
  /** Seats for which a sheet may be entered; empty: no sheets here. */
  seats: readonly { readonly member: MemberId; readonly seat: string }[];
  /** True once the server has it. */
  submit: (note: Written) => Promise<boolean>;
  onClose: () => void;
  t: BoardWords;
}
const lengthOf = (text: string): number => [...text.trim()].length;

export function BoardComposer({ about, place, model, seats, submit, onClose, t }: ComposerProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText, clear] = useDraft(`board.${about.board}`, '');
  const [kind, setKind] = useState<NoteKind>(about.kinds[0] ?? 'idea');
  const [area, setArea] = useState<AreaId>(place.area);
  const [theme, setTheme] = useState<ThemeId | null>(place.theme);
  const [door, setDoor] = useState<Written['door']>(null);
  const [seat, setSeat] = useState<MemberId | null>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const long = lengthOf(text);
  const off =
    long === 0
      ? t('compose.empty')
      : long > boardLimits.noteChars
        ? t('compose.long')
        : door !== null && seat === null
          ? t('compose.noSeat')
          : undefined;
  const send = (): void => {
    if (off !== undefined) return announce(off);
    const written: Written = { id: newId(), text: text.trim(), kind, area, theme, door, seat: door === null ? null : seat };
    clear();
    field.current?.focus({ preventScroll: true });
    void submit(written).then((stored) => {
      if (stored) return announce(t('compose.added'));
      // Refused: what was typed comes back, unless something else is being written already.
      if ((field.current?.value ?? '') === '') setText(written.text);
    });
  };
  const themes = about.silence === null ? [...model.themes()].filter(([, each]) => each.area === area) : [];
  const onSubmit = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault();
    send();
  };
  return (
    <form className="board-composer no-print" onSubmit={onSubmit} aria-label={t('compose.title')} data-still="">
      <div className={`note ${paperOf[kind]}${door === null ? '' : ' from-sheet'}`}>
        <KindChoice kinds={about.kinds} value={kind} onChange={setKind} t={t} />
        <label className="sr-only" htmlFor={id}>
          {t('compose.text')}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={4}
          dir="auto"
          value={text}
          aria-describedby={`${id}c`}
          aria-invalid={long > boardLimits.noteChars ? true : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              onClose();
            } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              send();
            }
          }}
        />
        <p id={`${id}c`} className="board-counter">
          {t('compose.counter', { n: long, of: boardLimits.noteChars })}
        </p>
      </div>
      <div className="board-where">
        {about.areas.length > 1 ? (
          <label className="fld">
            <span className="lb">{t('compose.area')}</span>
            <select
              className="inp"
              value={area}
              onChange={(event) => {
                const next = about.areas.find((each) => each.id === event.currentTarget.value);
                if (next) setArea(next.id);
                setTheme(null);
              }}
            >
              {about.areas.map((each, index) => (
                <option key={each.id} value={each.id}>
                  {`${index + 1} ${each.prompt.s}`}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {themes.length > 0 ? (
          <label className="fld">
            <span className="lb">{t('compose.theme')}</span>
            <select
              className="inp"
              value={theme ?? ''}
              onChange={(event) => setTheme(themes.find(([each]) => each === event.currentTarget.value)?.[0] ?? null)}
            >
              <option value="">{t('loose')}</option>
              {themes.map(([each, { title }]) => (
                <option key={each} value={each}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {seats.length > 0 ? (
          <>
            <label className="fld">
              <span className="lb">{t('compose.door')}</span>
              <select
                className="inp"
                value={door ?? ''}
                onChange={(event) => {
                  const value = event.currentTarget.value;
                  setDoor(value === 'paper' || value === 'dictated' ? value : null);
                }}
              >
                <option value="">{t('compose.mine')}</option>
                <option value="paper">{t('compose.paper')}</option>
                <option value="dictated">{t('compose.dictated')}</option>
              </select>
            </label>
            {door === null ? null : (
              <label className="fld">
                <span className="lb">{t('compose.seat')}</span>
                <select
                  className="inp"
                  value={seat ?? ''}
                  onChange={(event) => setSeat(seats.find(({ member }) => member === event.currentTarget.value)?.member ?? null)}
                >
                  <option value="">{t('compose.chooseSeat')}</option>
                  {seats.map((each) => (
                    <option key={each.member} value={each.member}>
                      {t('mark.seat', { seat: each.seat })}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </>
        ) : null}
      </div>
      <div className="row">
        <Button variant="primary" type="submit" off={off}>
          {t('compose.add')}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </form>
  );
}
