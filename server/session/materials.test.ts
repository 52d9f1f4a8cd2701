// Materials: who may hang them up, who may open them, what is taken and how it is served.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limits } from '../../shared/kernel/limits.ts';
import { newId } from '../kernel/random.ts';
import { furnish, openHouse, session as sessionBody, text } from '../organiser/house-for-tests.ts';
import type { Browser, House } from '../organiser/house-for-tests.ts';
import { countPages, sniff } from './sniff.ts';

const pdf = await readFile(fileURLToPath(new URL('../demo/slides.pdf', import.meta.url)));
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const putSchema = z.object({
  ok: z.literal(true),
  size: z.number(),
  material: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['pdf', 'image']),
    pages: z.number().nullable(),
    sha256: z.string(),
  }),
});

let house: House;
let marta: Browser;
let ids: { readonly assembly: string; readonly session: string };
beforeEach(async () => {
  house = await openHouse();
  marta = await house.organiser();
  ids = await furnish(marta);
});
afterEach(() => house.stop());

const put = (who: Browser, bytes: Uint8Array, query: string, session = ids.session) =>
  fetch(`${house.base}/api/sessions/${session}/materials?${query}`, {
    method: 'PUT',
    headers: { cookie: who.cookie(), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
const hung = async (bytes: Uint8Array = png, query = 'name=mappa.png') =>
  putSchema.parse(await (await put(marta, bytes, query)).json()).material;
const open = (who: Browser, id: string) => fetch(`${house.base}/api/materials/${id}`, { headers: { cookie: who.cookie() } });
const codeOf = async (answer: Response): Promise<unknown> => z.object({ code: z.string() }).parse(await answer.json()).code;
const linked = async (role: string): Promise<Browser> => {
  const made = await marta.post(`/api/sessions/${ids.session}/links`, { role, label: '' });
  const someone = house.browser();
  await someone.open(text(made, 'url'));
  return someone;
};

describe('hanging up', () => {
  test('[AG7] a PDF comes back with its pages and fingerprint, as agenda.attach wants them, and the attached file is the one that was sent', async () => {
    const material = await hung(pdf, 'name=Slide%20del%20mattino.pdf&pages=6');
    expect(material).toMatchObject({ name: 'Slide del mattino.pdf', kind: 'pdf', pages: 6 });
    const hall = house.app.registry.halls.get(ids.session);
    const block = newId();
    const empty = {
      description: null,
      instructions: null,
      notes: null,
      activity: 'talk',
      plannedSec: 900,
      warnSec: 60,
      video: null,
      materials: [],
    };
    await house.app.registry.submit(hall?.ledger ?? expect.fail(), {
      type: 'agenda.add',
      block: { id: block, title: { original: 'it', it: 'Relazione' }, ...empty },
      after: null,
    });
    const attached = await house.app.registry.submit(hall?.ledger ?? expect.fail(), { type: 'agenda.attach', block, material });
    expect(attached).toMatchObject({ ok: true, done: 'done' });
    expect(Buffer.from(await (await open(marta, material.id)).arrayBuffer()).equals(pdf)).toBe(true);
    // What hangs on the programme is not taken away underneath it.
    const away = await marta.remove(`/api/sessions/${ids.session}/materials/${material.id}`);
    expect([away.status, away.data['code']]).toEqual([409, 'agenda.materialAttached']);
  });
  test('[AG7] sent for a block, it hangs there when it is here whole; a block that is not there refuses it in the agenda’s words', async () => {
    const block = newId();
    const ledger = house.app.registry.halls.get(ids.session)?.ledger ?? expect.fail();
    const plan = {
      id: block,
      title: { original: 'it', it: 'Relazione' },
      description: null,
      instructions: null,
      notes: null,
      activity: 'talk',
      plannedSec: 900,
      warnSec: 60,
      video: null,
      materials: [],
    };
    await house.app.registry.submit(ledger, { type: 'agenda.add', block: plan, after: null });
    const { id } = await hung(png, `name=mappa.png&block=${block}`);
    expect(JSON.stringify(ledger.states['agenda'])).toContain(id);
    expect(await codeOf(await put(marta, png, `name=mappa.png&block=${newId()}`))).toBe('agenda.unknownBlock');
  });
  test('the same file sent again is the same material', async () => {
    expect((await hung()).id).toBe((await hung()).id);
  });
  test('[K6] what is not a PDF, PNG, JPEG or WebP is refused by its bytes, whatever its name says', async () => {
    for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html><script>1</script>', 'GIF89a']) {
      const answer = await put(marta, Buffer.from(bytes), 'name=slide.pdf');
      expect([answer.status, await codeOf(answer)]).toEqual([415, 'agenda.materialNotKnown']);
    }
    expect(await codeOf(await put(marta, new Uint8Array(), 'name=vuoto.pdf'))).toBe('agenda.materialEmpty');
  });
  test('[K6] a file beyond the limit, more pages than a wall may turn, a name that is no name are refused', async () => {
    const large = new Uint8Array(limits.materialBytes + 1);
    large.set(png);
    const answer = await put(marta, large, 'name=grande.png');
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'kernel.tooLarge']);
    expect((await put(marta, pdf, 'name=a.pdf&pages=501')).status).toBe(400);
    expect((await put(marta, png, `name=${'a'.repeat(141)}`)).status).toBe(400);
    expect((await put(marta, png, '')).status).toBe(400);
  });
  test('only who drives the session hangs things up', async () => {
    for (const role of ['desk', 'screen']) expect((await put(await linked(role), png, 'name=a.png')).status).toBe(401);
    expect((await put(house.browser(), png, 'name=a.png')).status).toBe(401);
    expect((await put(await linked('facilitator'), png, 'name=a.png')).status).toBe(200);
  });
  test('what hangs nowhere can be taken away again', async () => {
    const { id } = await hung();
    expect((await marta.remove(`/api/sessions/${ids.session}/materials/${id}`)).status).toBe(200);
    expect((await open(marta, id)).status).toBe(404);
  });
});

describe('opening', () => {
  test('[AG7] anybody inside the session opens it, whatever their role; nobody else learns that it is there', async () => {
    const { id } = await hung();
    const hall = house.app.registry.halls.get(ids.session);
    const audience = house.browser();
    await audience.post('/api/enter', { code: hall?.about().code });
    const card = hall?.of.reads().roster?.members[0]?.card;
    const member = house.browser();
    await member.post('/api/enter', { token: card === undefined ? '' : house.app.registry.cards.keysOf(card).token });
    for (const someone of [marta, audience, member, await linked('screen'), await linked('desk')])
      expect((await open(someone, id)).status).toBe(200);
    const other = await marta.post(`/api/assemblies/${ids.assembly}/sessions`, sessionBody({ kind: 'empty' }));
    const elsewhere = house.browser();
    await elsewhere.post('/api/enter', { code: house.app.registry.halls.get(text(other, 'session'))?.about().code });
    for (const someone of [house.browser(), elsewhere]) expect((await open(someone, id)).status).toBe(404);
  });
  test('its type is what its bytes are, the browser guesses nothing, a picture is locked in, no other keeps a copy', async () => {
    const answer = await open(marta, (await hung(png, `name=${encodeURIComponent('mappa "zona 4".pdf')}`)).id);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('cache-control')).toContain('private');
    expect(answer.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''mappa%20%22zona%204%22.pdf");
    const document = await open(marta, (await hung(pdf, 'name=a.pdf&pages=6')).id);
    expect(document.headers.get('content-type')).toBe('application/pdf');
    // A browser's own viewer does not start in a sandbox.
    expect(document.headers.get('content-security-policy')).not.toContain('sandbox');
  });
});

test('pages are counted where they can be, and not made up where they cannot', () => {
  expect(countPages(Buffer.from('%PDF-1.4 /Type /Pages /Type/Page /Type  /Page\n'))).toBe(2);
  expect(countPages(Buffer.from('%PDF-1.5 stream'))).toBeNull();
  expect(sniff(Buffer.from('\n\n%PDF-1.7'))).toEqual({ kind: 'pdf', mime: 'application/pdf' });
});
