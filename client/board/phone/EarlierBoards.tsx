// What my table made today, read back after the recall (GR6): the frozen copies, by theme, as they are cited. Fetched when it is opened.
// Safe for phones.
import { useState } from 'react';
import type { BoardFrozenRows, BoardMemberMine } from '../../../shared/board/shown.ts';
import { dirOf, useTexts } from '../../kernel/i18n.ts';
import { useList } from '../../kernel/list.ts';
import { Button } from '../../ui/Button.tsx';
import { Opening } from '../../ui/Opening.tsx';
import { T } from '../../ui/T.tsx';
import { NoteSign } from './KindChoice.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import { Prompt } from '../Prompt.tsx';
import '../../ui/moreSigns.ts';
import '../../ui/tokens.laptop.css';
import '../../ui/components.laptop.css';
import './phone.css';

type Earlier = BoardMemberMine['earlier'][number];

export function EarlierBoards({ earlier }: { earlier: readonly Earlier[] }) {
  const t = useTexts(boardPhoneTexts);
  const [open, setOpen] = useState<string | null>(earlier.length === 1 ? (earlier[0]?.board ?? null) : null);
  const shown = earlier.find(({ board }) => board === open);
  if (shown !== undefined) return <FrozenBoard of={shown} onBack={earlier.length === 1 ? null : () => setOpen(null)} />;
  return (
    <main>
      <h1 className="title">{t('earlier.title')}</h1>
      <ul className="rows bp-earlier">
        {earlier.map((one) => (
          <li key={one.board}>
            <Button thumb onPress={() => setOpen(one.board)}>
              <Prompt of={one.title} />
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

function FrozenBoard({ of, onBack }: { of: Earlier; onBack: (() => void) | null }) {
  const t = useTexts(boardPhoneTexts);
  const { rows } = useList<BoardFrozenRows>('board.frozen', of.board, String(of.version));
  return (
    <main className="bp-list">
      <div className="bp-head">
        <p className="eyebrow">{t('step.done')}</p>
        <h1 className="title">{rows === null ? <Prompt of={of.title} /> : <T of={rows.title} />}</h1>
        {onBack === null ? null : (
          <Button variant="quiet" icon="back" onPress={onBack}>
            {t('earlier.title')}
          </Button>
        )}
      </div>
      {rows === null ? (
        <div className="bp-opening">
          <Opening />
        </div>
      ) : (
        rows.areas.map((area) => (
          <section key={area.id} className="bp-area">
            {rows.areas.length === 1 ? null : (
              <h2 className="bp-prompt">
                <Prompt of={area.prompt} />
              </h2>
            )}
            {[...rows.themes.filter((theme) => theme.area === area.id), null].map((theme) => {
              const notes = rows.notes.filter((note) => note.area === area.id && note.into === null && note.theme === (theme?.id ?? null));
              return theme === null && notes.length === 0 ? null : (
                <div key={theme?.id ?? ''} className="bp-theme">
                  <h3 className={theme === null ? 'loose' : ''}>
                    <span className="grow" lang={theme?.lang}>
                      {theme?.title ?? t('loose')}
                    </span>
                    <span className="meta nb">
                      {[
                        theme === null || theme.dots === null ? null : t('mark.dots', { n: theme.dots }),
                        t('count.notes', { n: notes.length }),
                      ]
                        .filter((part) => part !== null)
                        .join(' · ')}
                    </span>
                  </h3>
                  <ul>
                    {notes.map((note) => (
                      <li key={note.id} className={note.minority ? 'bp-note minority' : 'bp-note'}>
                        <div className="bp-tap">
                          <NoteSign kind={note.kind} />
                          <span className="bp-body">
                            <span className="bp-words" lang={note.lang} dir={dirOf(note.lang)}>
                              {note.text}
                            </span>
                            <span className="bp-marks">
                              {note.minority ? <b>{t('mark.minority')}</b> : null}
                              {note.voices > 1 ? <span>{t('mark.voices', { n: note.voices })}</span> : null}
                              {note.dots === null ? null : <b>{t('mark.dots', { n: note.dots })}</b>}
                              {note.late ? <span>{t('mark.late')}</span> : null}
                              {note.seat === null ? null : <span>{t('mark.seat', { seat: note.seat })}</span>}
                            </span>
                          </span>
                        </div>
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </section>
        ))
      )}
    </main>
  );
}
