// A page of who presents, on the wall: shown whole to the edge, the foot is ours (AG7). No head line: the page has its own.
// One mark is one page, as one mark is one person elsewhere; over forty pages the numbers say enough.
import type { ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Rich } from '../ui/Rich.tsx';
import { SlidePage, type Document } from './SlidePage.tsx';
import { wallTexts } from './wallTexts.ts';

const mostMarks = 40;

/** `foot`: the time left, or where people enter; it ends the foot line. `document` null: the material is on its way. */
export function SlidesScene({ document, page, pages, foot }: { document: Document | null; page: number; pages: number; foot?: ReactNode }) {
  const t = useTexts(wallTexts);
  return (
    <>
      <div className="scene-slides">
        {document === null ? (
          <p className="lead">{t('slides.opening')}</p>
        ) : (
          <SlidePage document={document} page={page} pages={pages} ahead />
        )}
      </div>
      <footer className="wall-foot">
        <span className="slides-count">
          <span>
            <Rich text={t('slides.page', { page, pages })} />
          </span>
          {pages <= mostMarks && pages > 1 ? <PageMarks page={page} pages={pages} /> : null}
        </span>
        <span>{foot}</span>
      </footer>
    </>
  );
}

/** The numbers say the same in words: hidden from screen readers. */
export function PageMarks({ page, pages }: { page: number; pages: number }) {
  return (
    <span className="slides-marks" aria-hidden="true">
      {Array.from({ length: pages }, (_, index) => (
        <i key={index} className={index < page ? 'done' : undefined} />
      ))}
    </span>
  );
}
