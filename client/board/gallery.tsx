/* A page to look at a board and to measure it: ?notes=53|500|2000, &shape=matrix, &theme=dark, &lang=ar, &silent=1, &dots=1, &locked=1.
   Development only: no entry imports it, no build ships it. bench/canvas.ts drives it. */
import { createRoot } from 'react-dom/client';
import { useState } from 'react';
import '../ui/ui.css';
import '../ui/ui.laptop.css';
import { langs, setLang, startLang } from '../kernel/i18n.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { BoardPage } from './BoardPage.tsx';
import { areaId, noteId, sampleBoard, yesMan } from './sampleBoard.ts';

const query = new URLSearchParams(location.search);
const {
  document: shared,
  about: first,
  may,
} = sampleBoard(Number(query.get('notes') ?? 53), query.get('shape') === 'matrix' ? 'matrix' : 'columns');
if (query.get('dots') === '1')
  shared.change(
    shared.ids('notes').map((id, index) => {
      const entry = shared.entry('notes', id);
      return { map: 'notes', id, fields: typeof entry === 'object' ? { ...entry, dots: (index * 7) % 15 } : entry };
    }),
  );
const rule = first.dots.rule;

function Gallery() {
  const [about, setAbout] = useState({
    ...first,
    locked: query.get('locked') === '1',
    silence: query.get('silent') === '1' ? 1 : null,
    dots: query.get('dots') === '1' ? ({ state: 'closed', rule, round: 1, voters: 9, base: 9 } as const) : first.dots,
  });
  const send = yesMan(shared, (wish) => {
    if (wish['type'] === 'board.focus') setAbout((was) => ({ ...was, focus: was.areas.find(({ id }) => id === wish['area'])?.id ?? null }));
    if (wish['type'] === 'board.lock') setAbout((was) => ({ ...was, locked: wish['on'] === true }));
  });
  return (
    <BoardPage
      about={about}
      may={may}
      own={
        about.silence === null
          ? []
          : [
              {
                note: noteId('mine0001'),
                text: 'Ombra alle fermate',
                kind: 'idea',
                area: areaId('area0aa'),
                state: 'silent',
                door: 'laptop',
              },
            ]
      }
      document={shared}
      send={send}
      onBack={query.get('back') === '1' ? () => undefined : undefined}
    />
  );
}

await startLang();
const wanted = langs.find((lang) => lang === query.get('lang'));
if (wanted !== undefined) await setLang(wanted);
document.documentElement.dataset['theme'] = query.get('theme') === 'dark' ? 'dark' : 'light';
const place = document.getElementById('root');
if (place !== null)
  createRoot(place).render(
    <>
      <LiveRegion />
      <Gallery />
    </>,
  );
