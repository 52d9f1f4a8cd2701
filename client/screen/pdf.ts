// PDF pages as pictures, drawn in this browser by pdf.js (loaded only when a document is shown). Works on plain http under a strict policy:
// no eval, no WebAssembly, the worker is our own file, fonts that a document forgot come from the system or from our own files.
// Limit: pictures inside a PDF packed as JPEG 2000 stay empty (their decoder needs WebAssembly); the rest of the page is drawn.
import dingbatsUrl from 'pdfjs-dist/standard_fonts/FoxitDingbats.pfb?url';
import symbolUrl from 'pdfjs-dist/standard_fonts/FoxitSymbol.pfb?url';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Drawn pages kept: now, next, the one before, for wall and miniatures. */
const keptPages = 8;
/** Documents kept open: the one shown and the one to come. */
const keptDocuments = 2;
/** Sharp on a wall of 1440 lines; a kept page of 4K would take 33 MB. */
const widestPx = 2560;

/** The two alphabets of signs (arrows, bullets) that systems lack; letters fall back to the system's. */
const ownFonts: Readonly<Record<string, string>> = { 'FoxitDingbats.pfb': dingbatsUrl, 'FoxitSymbol.pfb': symbolUrl };
class OwnFiles {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = ownFonts[filename];
    if (url === undefined) throw new Error(`not among our files: ${filename}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

const documents = new Map<string, Promise<PDFDocumentProxy>>();
const pages = new Map<string, Promise<HTMLCanvasElement>>();

const open = async (source: { readonly url: string } | { readonly data: Uint8Array }): Promise<PDFDocumentProxy> => {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = workerUrl;
  const safe = { isEvalSupported: false, useWasm: false, useWorkerFetch: false, BinaryDataFactory: OwnFiles, enableXfa: false };
  return getDocument({ ...source, ...safe }).promise;
};

/** Newest last; what falls out is closed. A failure is forgotten at once, so that trying again tries again. */
function keep<Value>(
  map: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
  most: number,
  close: (value: Value) => void,
): Promise<Value> {
  const known = map.get(key);
  if (known !== undefined) {
    map.delete(key);
    map.set(key, known);
    return known;
  }
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  for (const [old, value] of map) {
    if (map.size <= most) break;
    map.delete(old);
    value.then(close, () => undefined);
  }
  return made;
}

const draw = async (url: string, page: number, widthPx: number, heightPx: number): Promise<HTMLCanvasElement> => {
  const pdf = await keep(
    documents,
    url,
    () => open({ url }),
    keptDocuments,
    (old) => void old.loadingTask.destroy(),
  );
  const found = await pdf.getPage(page);
  const natural = found.getViewport({ scale: 1 });
  const viewport = found.getViewport({ scale: Math.min(widthPx / natural.width, heightPx / natural.height) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await found.render({ canvas, viewport, background: '#ffffff' }).promise;
  return canvas;
};

/** A page (from 1) drawn whole into at most `widthPx` × `heightPx` device pixels. Rejects when the file cannot be read or has no such page. */
export function pdfPage(url: string, page: number, widthPx: number, heightPx: number): Promise<HTMLCanvasElement> {
  const wide = Math.min(widestPx, Math.round(widthPx));
  const high = Math.min(widestPx, Math.round(heightPx));
  return keep(
    pages,
    `${url} ${page} ${wide} ${high}`,
    () => draw(url, page, wide, high),
    keptPages,
    () => undefined,
  );
}
