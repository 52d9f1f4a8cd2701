// The kinds of question, each a drawing, a name and a digit: chosen from a panel under the field. What was written stays when the kind uses it.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { pollTexts } from './consoleTexts.ts';
import { kindNames, type Kind } from './draftForm.ts';

const drawings: Readonly<Record<Kind, ReactNode>> = {
  single: (
    <>
      <circle cx="8" cy="6" r="3" />
      <path d="M16 6h22" />
      <circle cx="8" cy="16" r="3" className="on" />
      <path d="M16 16h26" />
      <circle cx="8" cy="26" r="3" />
      <path d="M16 26h16" />
    </>
  ),
  multiple: (
    <>
      <rect x="5" y="3" width="6" height="6" className="on" />
      <path d="M16 6h22" />
      <rect x="5" y="13" width="6" height="6" />
      <path d="M16 16h26" />
      <rect x="5" y="23" width="6" height="6" className="on" />
      <path d="M16 26h16" />
    </>
  ),
  yesno: (
    <>
      <rect x="8" y="6" width="6" height="20" className="on" />
      <rect x="21" y="6" width="6" height="20" />
      <path d="M21 14l6-6M21 21l6-6M22 26l5-5" />
      <rect x="34" y="6" width="6" height="20" />
    </>
  ),
  scale: (
    <>
      <rect x="3" y="11" width="7" height="10" />
      <rect x="11.6" y="11" width="7" height="10" />
      <rect x="20.2" y="11" width="7" height="10" />
      <rect x="28.8" y="11" width="7" height="10" className="on" />
      <rect x="37.4" y="11" width="7" height="10" />
    </>
  ),
  text: (
    <>
      <path d="M5 8h36M5 16h30M5 24h20" />
      <path d="M29 20v8" className="caret" />
    </>
  ),
  words: (
    <>
      <rect x="14" y="12" width="24" height="8" className="on" />
      <path d="M6 8h14M26 7h16M4 25h12M22 26h18" />
    </>
  ),
};

export function PollKinds({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const t = useTexts(pollTexts);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>('.poll-kind')?.focus();
  };
  const pick = (kind: Kind): void => {
    onChange(kind);
    close();
  };
  const move = (by: number, from: number): void => {
    const buttons = [...(box.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
    buttons[(from + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      className="poll-kinds"
      ref={box}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button type="button" className="inp poll-kind" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}>
        <span className="sr-only">{t('kinds.choose')}: </span>
        <Drawing kind={value} />
        <span className="grow">{t(`kinds.${value}`)}</span>
        <Icon name="down" />
      </button>
      {open ? (
        <div
          className="poll-kinds-panel"
          role="radiogroup"
          aria-label={t('kinds.choose')}
          onKeyDown={(event) => {
            const at = kindNames.findIndex((kind) => kind === (event.target instanceof HTMLElement ? event.target.dataset['kind'] : ''));
            const digit = kindNames[Number(event.key) - 1];
            if (event.key === 'Escape') close();
            else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') move(1, at);
            else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') move(-1, at);
            else if (digit !== undefined) pick(digit);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {kindNames.map((kind, index) => (
            <button
              key={kind}
              type="button"
              role="radio"
              aria-checked={kind === value}
              data-kind={kind}
              tabIndex={kind === value ? 0 : -1}
              onClick={() => pick(kind)}
            >
              <kbd aria-hidden="true">{index + 1}</kbd>
              <Drawing kind={kind} />
              <span>
                <b>{t(`kinds.${kind}`)}</b>
                <span className="meta">{t(`kinds.${kind}Hint`, { n: kind === 'text' ? limits.answerChars : limits.entries })}</span>
              </span>
            </button>
          ))}
          <p className="meta">{t('kinds.always')}</p>
        </div>
      ) : null}
    </div>
  );
}

function Drawing({ kind }: { kind: Kind }) {
  return (
    <svg className="poll-drawing" viewBox="0 0 48 32" aria-hidden="true">
      {drawings[kind]}
    </svg>
  );
}
