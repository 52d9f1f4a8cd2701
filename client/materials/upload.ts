/* Hanging a file on a block of the programme (AG7): its pages are counted here, the bytes go up in one piece with the share that has arrived,
   and the server hangs it on the block only when it has it whole. By XMLHttpRequest, because fetch does not say how much has gone up.
   What goes wrong comes back as a code that the agenda puts into words. Laptop only. */
import { limits } from '../../shared/kernel/limits.ts';
import type { Params } from '../../shared/kernel/room.ts';
import { pagesOf } from './pages.ts';

export type Uploaded = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly params?: Params };

const refused = (code: string, params?: Params): Uploaded => ({ ok: false, code, ...(params === undefined ? {} : { params }) });
const isParams = (value: unknown): value is Params =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number');

const read = (status: number, text: string): Uploaded => {
  let reply: unknown = null;
  try {
    reply = JSON.parse(text);
  } catch {
    return refused('kernel.bug');
  }
  if (status >= 200 && status < 300) return { ok: true };
  if (typeof reply !== 'object' || reply === null || !('code' in reply) || typeof reply.code !== 'string') return refused('kernel.bug');
  return refused(reply.code, 'params' in reply && isParams(reply.params) ? reply.params : undefined);
};

const put = (path: string, file: File, onShare: (share: number) => void): Promise<Uploaded> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onShare(event.loaded / event.total);
    };
    request.onload = () => resolve(read(request.status, request.responseText));
    // Also when the server has refused and closed before the file was up: it says why in no other way.
    request.onerror = () => resolve(refused('kernel.offline'));
    request.onabort = () => resolve(refused('kernel.offline'));
    request.send(file);
  });

/** For the programme's editor: stores the file and hangs it on the block. `onShare`: 0 to 1. */
export const uploadMaterial =
  (session: string) =>
  async (block: string, file: File, onShare: (share: number) => void = () => undefined): Promise<Uploaded> => {
    // Said before it travels: on a hall's network twenty megabytes are minutes.
    if (file.size > limits.materialBytes)
      return refused('agenda.materialTooLarge', { megabytes: Math.floor(limits.materialBytes / 1024 / 1024) });
    if (file.size === 0) return refused('agenda.materialEmpty');
    if ([...file.name].length > limits.titleChars) return refused('agenda.materialNameLong', { max: limits.titleChars });
    const pages = /\.pdf$/iu.test(file.name) || file.type === 'application/pdf' ? await pagesOf(file) : null;
    const query = new URLSearchParams({ name: file.name, block, ...(pages === null ? {} : { pages: String(pages) }) });
    return put(`/api/sessions/${session}/materials?${query.toString()}`, file, onShare);
  };
