// The choices of a question, or the sentences of a scale: ruled rows, numbered, in the language that is being written. Enter adds one,
// Alt with the arrows moves it; the same by buttons on the row that is open. "Non so" is a row that cannot be removed (PO3).
import { useEffect, useRef, useState } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { dirOf, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { pollTexts } from './consoleTexts.ts';
import { noText, type Line } from './draftForm.ts';

export interface PollLinesProps {
  kind: 'option' | 'statement';
  lines: readonly Line[];
  onChange: (lines: readonly Line[]) => void;
  lang: Lang;
  original: Lang;
  frozen: boolean;
  newId: () => string;
}

export function PollLines({ kind, lines, onChange, lang, original, frozen, newId }: PollLinesProps) {
  const t = useTexts(pollTexts);
  const most = kind === 'option' ? limits.options : limits.statements;
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const goTo = useRef<string | null>(null);
  useEffect(() => {
    if (goTo.current === null) return;
    list.current?.querySelector<HTMLInputElement>(`[data-line="${goTo.current}"]`)?.focus();
    goTo.current = null;
  }, [lines]);
  const set = (id: string, value: string): void =>
    onChange(lines.map((line) => (line.id === id ? { ...line, text: { ...line.text, [lang]: value } } : line)));
  const move = (at: number, by: number): void => {
    const to = at + by;
    const one = lines[at];
    if (one === undefined || to < 0 || to >= lines.length) return;
    const rest = lines.filter((_, index) => index !== at);
    onChange([...rest.slice(0, to), one, ...rest.slice(to)]);
    goTo.current = one.id;
  };
  const add = (after: number): void => {
    if (lines.length >= most) return;
    const one = { id: newId(), text: noText };
    onChange([...lines.slice(0, after + 1), one, ...lines.slice(after + 1)]);
    goTo.current = one.id;
  };
  const remove = (at: number): void => {
    onChange(lines.filter((_, index) => index !== at));
    goTo.current = lines[Math.max(0, at - 1)]?.id ?? null;
  };
  return (
    <>
      <ol className="poll-lines" ref={list}>
        {lines.map((line, at) => {
          const name = t(`editor.${kind}`, { n: at + 1 });
          return (
            <li key={line.id} className={open === line.id ? 'open' : undefined} onFocus={() => setOpen(line.id)}>
              <span className="n" aria-hidden="true">
                {at + 1}
              </span>
              <input
                data-line={line.id}
                aria-label={name}
                lang={lang}
                dir={dirOf(lang)}
                value={line.text[lang]}
                placeholder={lang === original ? undefined : line.text[original]}
                readOnly={frozen && lang === original}
                onChange={(event) => set(line.id, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing && !frozen) add(at);
                  else if (event.altKey && event.key === 'ArrowUp' && !frozen) move(at, -1);
                  else if (event.altKey && event.key === 'ArrowDown' && !frozen) move(at, 1);
                  else return;
                  event.preventDefault();
                }}
              />
              {frozen ? null : (
                <span className="acts">
                  {open === line.id && at > 0 ? (
                    <Button variant="quiet" icon="up" label={t('editor.up', { what: name })} onPress={() => move(at, -1)} />
                  ) : null}
                  {open === line.id && at < lines.length - 1 ? (
                    <Button variant="quiet" icon="downward" label={t('editor.down', { what: name })} onPress={() => move(at, 1)} />
                  ) : null}
                  {lines.length > 1 ? (
                    <Button variant="quiet" icon="minus" label={t('editor.removeOption', { what: name })} onPress={() => remove(at)} />
                  ) : null}
                </span>
              )}
            </li>
          );
        })}
        {kind === 'option' ? (
          <li className="always">
            <span className="n" />
            <span>{t('dontKnow')}</span>
            <span className="meta">{t('editor.unsure')}</span>
          </li>
        ) : null}
      </ol>
      {frozen || lines.length >= most ? null : (
        <Button icon="plus" onPress={() => add(lines.length - 1)}>
          {t(kind === 'option' ? 'editor.addOption' : 'editor.addStatement')}
        </Button>
      )}
    </>
  );
}
