/* Who is here, on the console's dark side: how many of the roll, phones and sheets, visitors; and, opened with A, by attribute against the
   whole roll (RO4), where a mark has one width in all rows, so that rows can be compared. Facilitators only: small numbers are shown here
   and nowhere else. The longest row decides the width; over 120 people bars take the marks' place. */
import type { CSSProperties } from 'react';
import type { AttributeRows } from '../../shared/presence/composition.ts';
import type { PresenceConsoleView } from '../../shared/presence/view.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { MOST_MARKS, SeatLine } from '../ui/SeatLine.tsx';
import { presenceConsoleTexts } from './consoleTexts.ts';
import './console.css';

export interface PresenceConsoleProps {
  readonly view: PresenceConsoleView;
  /** The list `presence.composition`; null while it comes, or while the panel is closed. */
  readonly composition: readonly AttributeRows[] | null;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Attributes shown besides the first two. */
  readonly all: boolean;
  readonly onAll: () => void;
}
const first = 2;

const attributes = ['genere', 'fascia_eta', 'municipio', 'cittadinanza', 'titolo_studio', 'lingua'] as const;

export function PresenceConsole({ view, composition, open, onToggle, all, onAll }: PresenceConsoleProps) {
  const t = useTexts(presenceConsoleTexts);
  const missing = Math.max(0, view.of - view.present);
  const named = (attribute: string): string => {
    const known = attributes.find((one) => one === attribute);
    return known === undefined ? attribute.replaceAll('_', ' ') : t(`attribute.${known}`);
  };
  const shown = all ? (composition ?? []) : (composition ?? []).slice(0, first);
  const rest = (composition ?? []).slice(shown.length);
  const most = Math.max(1, ...shown.flatMap(({ cells }) => cells.map((cell) => cell.of ?? 0)));
  return (
    <section className="presence-panel" aria-label={t('title')}>
      <div className="presence-head">
        <p className="numline">
          <b className="num">{number(view.present, t.lang)}</b> <span className="words">{t('present', { of: view.of })}</span>
        </p>
        <Button variant="quiet" keyHint="A" onPress={onToggle} expanded={open}>
          {t(open ? 'close' : 'byAttribute')}
        </Button>
      </div>
      {open ? (
        composition === null ? (
          <p className="meta">{t('loading')}</p>
        ) : composition.length === 0 ? (
          <p className="meta">{t('noAttributes')}</p>
        ) : (
          <>
            {shown.map(({ attribute, cells }) => (
              <div key={attribute} className="presence-attribute">
                <h3>{named(attribute)}</h3>
                <ul>
                  {cells.map((cell) => (
                    <li key={cell.value}>
                      <span>{cell.value === '' ? t('unwritten') : cell.value}</span>
                      <Marks
                        present={cell.present ?? 0}
                        of={cell.of ?? 0}
                        most={most}
                        label={t('row', {
                          value: cell.value === '' ? t('unwritten') : cell.value,
                          present: cell.present ?? 0,
                          of: cell.of ?? 0,
                        })}
                      />
                      <span className="n" aria-hidden="true">
                        <b>{number(cell.present ?? 0, t.lang)}</b> {t('of', { of: cell.of ?? 0 })}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            {rest.length > 0 ? (
              <Button className="presence-more" onPress={onAll}>
                {t('more', { names: rest.map(({ attribute }) => named(attribute).toLocaleLowerCase(t.lang)).join(', ') })}
              </Button>
            ) : null}
          </>
        )
      ) : (
        <>
          <SeatLine
            segments={[
              { count: view.phones, pattern: 'solid' },
              { count: view.sheets, pattern: 'hatched' },
              { count: missing, pattern: 'base' },
            ]}
            label={t('line', { present: view.present, of: view.of, sheets: view.sheets })}
          />
          <p className="meta">
            {t('devices', { phones: view.phones, sheets: view.sheets, connected: view.connected })}{' '}
            {view.visitors.all === 0 ? t('noVisitors') : t('visitors', { n: view.visitors.all })}
          </p>
        </>
      )}
    </section>
  );
}

/** One width per person in every row: a row of 12 is twelve sixtieths of a row of 60, its marks as wide as theirs. */
function Marks({ present, of, most, label }: { present: number; of: number; most: number; label: string }) {
  const style: CSSProperties & { '--share': number } = { '--share': of / most };
  const absent = Math.max(0, of - present);
  if (most > MOST_MARKS)
    return (
      <div className="seats solid-bar" style={style} role="img" aria-label={label}>
        <i style={{ flexGrow: present }} />
        <i className="base" style={{ flexGrow: absent }} />
      </div>
    );
  return (
    <SeatLine
      style={style}
      segments={[
        { count: present, pattern: 'solid' },
        { count: absent, pattern: 'base' },
      ]}
      label={label}
    />
  );
}
