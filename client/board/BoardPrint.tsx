/* The board on paper, or as PDF: by area, theme, note, with sign and word, so that it reads in black and white (BO12). It is on the page only
   while it is printed. Safe for phones. */
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { NoteShown } from '../../shared/board/shown.ts';
import { dirOf } from '../kernel/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { Prompt } from './Prompt.tsx';
import { signOf } from './kinds.ts';
import { voicesOf, type BoardModel, type Head } from './model.ts';
import type { Standing } from './rights.ts';
import { fromInWords, placeInWords, type BoardWords } from './words.ts';

interface PrintProps {
  standing: Standing;
  model: BoardModel;
  onDone: () => void;
  t: BoardWords;
}
export function BoardPrint({ standing, model, onDone, t }: PrintProps) {
  useEffect(() => {
    // A page of its own beside the other, which is not printed. Not a portal: phones would carry that on their first page.
    const place = document.createElement('div');
    place.className = 'board-print a4';
    place.setAttribute('aria-hidden', 'true');
    document.body.append(place);
    const page = createRoot(place);
    let asked = 0;
    // A frame after it is there: the page is laid out before the browser takes its picture.
    const ready = (): void => {
      asked = requestAnimationFrame(() => {
        print();
        onDone();
      });
    };
    page.render(<Printed standing={standing} model={model} onReady={ready} t={t} />);
    document.documentElement.classList.add('board-printing');
    return () => {
      cancelAnimationFrame(asked);
      document.documentElement.classList.remove('board-printing');
      page.unmount();
      place.remove();
    };
    // As the board is when it is printed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [onDone]);
  return null;
}

function Printed({ standing, model, onReady, t }: Omit<PrintProps, 'onDone'> & { onReady: () => void }) {
  useEffect(onReady, [onReady]);
  const { about } = standing;
  const tree = model.tree();
  const notes = model.notes();
  return (
    <article>
      <h1>
        <Prompt of={about.title} />
      </h1>
      <p>
        {t('count.line', {
          notes: t('count.notes', { n: tree.notes }),
          themes: t('count.themes', { n: tree.themes }),
          authors: t(`authors.${about.authors}`),
        })}
      </p>
      {tree.areas.map(({ area: id, columns }, index) => {
        const area = about.areas.find((each) => each.id === id);
        return area === undefined ? null : (
          <section key={id}>
            <h2>
              {`${index + 1} `}
              <Prompt of={area.prompt} />
            </h2>
            {columns.map((column) => {
              const theme = column.theme === null ? undefined : model.themes().get(column.theme);
              if (column.theme === null && column.heads.length === 0) return null;
              return (
                <div key={column.theme ?? ''}>
                  <h3>
                    {theme?.title ?? t('loose')} <small>{t('count.notes', { n: column.notes })}</small>
                    {theme?.dots === undefined ? null : <small> {t('dots.count', { n: theme.dots })}</small>}
                    {theme?.from === undefined ? null : <small> {fromInWords(t, theme.from)}</small>}
                  </h3>
                  <ul>
                    {column.heads.map((head) => (
                      <PrintedNote
                        key={head.id}
                        head={head}
                        note={notes.get(head.id)}
                        under={head.under.map((each) => notes.get(each)?.text ?? '')}
                        place={placeOf(head)}
                        t={t}
                      />
                    ))}
                  </ul>
                </div>
              );
            })}
          </section>
        );
      })}
    </article>
  );

  function placeOf({ id }: Head): string | null {
    const note = notes.get(id);
    const shape = about.areas.find((area) => area.id === note?.area)?.shape;
    return note?.place === undefined || shape === undefined || shape.kind === 'column' ? null : placeInWords(t, shape, note.place);
  }
}

interface PrintedProps {
  head: Head;
  note: NoteShown | undefined;
  under: readonly string[];
  place: string | null;
  t: BoardWords;
}
function PrintedNote({ head, note, under, place, t }: PrintedProps) {
  if (note === undefined) return null;
  const marks = [
    note.minority ? t('mark.minority') : null,
    note.door === undefined ? null : t(`mark.${note.door}`),
    note.late ? t('mark.late') : null,
    note.seat === undefined ? null : t('mark.seat', { seat: note.seat }),
    note.from === undefined ? null : fromInWords(t, note.from),
    under.length > 0 ? t('mark.voices', { n: voicesOf(head) }) : null,
    note.dots === undefined ? null : t('dots.count', { n: note.dots }),
    place,
  ].filter((mark) => mark !== null);
  return (
    <li className={note.minority ? 'minority' : ''}>
      <span className="board-printed-kind">
        <Icon name={signOf[note.kind]} /> {t(`kind.${note.kind}`)}
      </span>
      <span>
        <span lang={note.lang} dir={dirOf(note.lang)}>
          {note.text}
        </span>
        {marks.length === 0 ? null : <small> {marks.join(' · ')}</small>}
        {under.map((text, index) => (
          <small key={index} className="board-printed-under">
            {text}
          </small>
        ))}
      </span>
    </li>
  );
}
