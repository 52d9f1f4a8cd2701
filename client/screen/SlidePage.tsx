// One page of a document, shown whole, in whatever box it stands: the wall, the console's two miniatures. A PDF page or a picture.
// The page before stays until the new one is drawn, so that the wall never flashes; the next page is drawn ahead. An error is said in words,
// and tried again by itself: a hall does not press "reload".
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { pdfPage } from './pdf.ts';
import { wallTexts } from './wallTexts.ts';
import './wall.css';

export interface Document {
  readonly name: string;
  readonly kind: 'pdf' | 'image';
  /** Where this device reads it, same origin. */
  readonly url: string;
}
export interface SlidePageProps {
  readonly document: Document;
  readonly page: number;
  readonly pages: number;
  /** Draw the following page too, for a turn without waiting. */
  readonly ahead?: boolean | undefined;
  readonly className?: string | undefined;
}

type Loading =
  { readonly kind: 'quiet' } | { readonly kind: 'slow' } | { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly tries: number };
/** Words only when it takes long: a page that comes at once needs none. */
const slowMs = 3000;
const retryMs = 5000;

export function SlidePage({ document: doc, page, pages, ahead = false, className }: SlidePageProps) {
  const t = useTexts(wallTexts);
  const box = useRef<HTMLDivElement>(null);
  const [loading, setLoading] = useState<Loading>({ kind: 'quiet' });
  const label = t('slides.label', { page, pages, name: doc.name });
  const tries = loading.kind === 'failed' ? loading.tries : 0;

  useEffect(() => {
    const host = box.current;
    if (doc.kind !== 'pdf' || host === null) return;
    let current = true;
    const slow = setTimeout(() => current && setLoading((now) => (now.kind === 'ready' ? now : { kind: 'slow' })), slowMs);
    let retry: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const scale = globalThis.devicePixelRatio;
      const [wide, high] = [host.clientWidth * scale, host.clientHeight * scale];
      if (wide === 0 || high === 0) return;
      pdfPage(doc.url, page, wide, high).then(
        (drawn) => {
          if (!current) return;
          const canvas = host.querySelector('canvas');
          const context = canvas?.getContext('2d');
          if (!canvas || !context) return;
          canvas.width = drawn.width;
          canvas.height = drawn.height;
          canvas.style.inlineSize = `${drawn.width / scale}px`;
          context.drawImage(drawn, 0, 0);
          setLoading({ kind: 'ready' });
          if (ahead && page < pages) pdfPage(doc.url, page + 1, wide, high).catch(() => undefined);
        },
        () => {
          if (!current) return;
          setLoading((now) => ({ kind: 'failed', tries: now.kind === 'failed' ? now.tries + 1 : 1 }));
          retry = setTimeout(show, retryMs);
        },
      );
    };
    const observer = new ResizeObserver(show);
    observer.observe(host);
    return () => {
      current = false;
      observer.disconnect();
      clearTimeout(slow);
      clearTimeout(retry);
    };
  }, [doc.kind, doc.url, page, pages, ahead]);

  useEffect(() => {
    if (doc.kind !== 'image' || tries === 0) return;
    const retry = setTimeout(() => setLoading({ kind: 'quiet' }), retryMs);
    return () => clearTimeout(retry);
  }, [doc.kind, tries]);

  const failed = loading.kind === 'failed';
  return (
    <div ref={box} className={['slide-page', className ?? ''].filter(Boolean).join(' ')}>
      {doc.kind === 'pdf' ? (
        <canvas role="img" aria-label={label} hidden={failed} />
      ) : failed ? null : (
        <img src={doc.url} alt={label} onError={() => setLoading({ kind: 'failed', tries: 1 })} />
      )}
      {failed ? (
        <p className="slide-say">
          <b>{t('slides.failed')}</b>
          <span className="meta">{t('slides.failedHint')}</span>
        </p>
      ) : loading.kind === 'slow' ? (
        <p className="slide-say">{t('slides.opening')}</p>
      ) : null}
    </div>
  );
}
