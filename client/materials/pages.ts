/* How many pages a PDF has, asked of pdf.js in this browser before the file travels: a wall must know how far it can turn.
   Loaded only when somebody hangs a PDF. Null when pdf.js cannot say: the server then counts as well as it can, or refuses in words. */
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export const pagesOf = async (file: File): Promise<number | null> => {
  try {
    const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    GlobalWorkerOptions.workerSrc = workerUrl;
    const task = getDocument({
      data: new Uint8Array(await file.arrayBuffer()),
      isEvalSupported: false,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
    });
    const { numPages } = await task.promise;
    await task.destroy();
    return numPages >= 1 ? numPages : null;
  } catch {
    return null;
  }
};
