/* A board in memory, as devices receive one: for the page that shows it while it is built, for tests and for the bench. */
import type { BoardAbout, BoardMay, NoteShown, ThemeShown } from '../../shared/board/shown.ts';
import type { AreaId, BoardId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { heldDocument, type HeldDocument } from '../kernel/document.ts';
import type { Send } from '../kernel/send.ts';
import { sample, second } from './sample.ts';

// Ids of a sample: whatever is not empty.
const isArea = (id: string): id is AreaId => id !== '';
const isBoard = (id: string): id is BoardId => id !== '';
const isNote = (id: string): id is NoteId => id !== '';
const isTheme = (id: string): id is ThemeId => id !== '';
const need = <Id extends string>(id: string, is: (id: string) => id is Id): Id => {
  if (!is(id)) throw new Error(`not an id: ${id}`);
  return id;
};
export const areaId = (id: string): AreaId => need(id, isArea);
export const noteId = (id: string): NoteId => need(id, isNote);
export const themeId = (id: string): ThemeId => need(id, isTheme);

export type SampleShape = 'columns' | 'matrix';
export interface SampleBoard {
  readonly document: HeldDocument;
  readonly about: BoardAbout;
  readonly may: BoardMay;
}
const four = (n: number): string => String(n).padStart(4, '0');

/** `notes` above 53 repeats the sample's; `shape` 'matrix' puts half of them in a 2×2. */
export const sampleBoard = (notes = 53, shape: SampleShape = 'columns'): SampleBoard => {
  const document = heldDocument();
  const entries: { readonly map: string; readonly id: string; readonly fields: NoteShown | ThemeShown }[] = [];
  const areas = sample.map(([title], index) => ({
    id: areaId(`area${index}aa`),
    prompt: { s: title },
    shape: { kind: 'column' } as const,
  }));
  const free: BoardAbout['areas'] = [
    { id: areaId('areafree'), prompt: { s: 'Appoggia qui' }, shape: { kind: 'free' } },
    {
      id: areaId('areamatrix'),
      prompt: { s: 'Importante e urgente?' },
      shape: {
        kind: 'matrix',
        x: [{ s: 'meno urgente' }, { s: 'più urgente' }],
        y: [{ s: 'meno importante' }, { s: 'più importante' }],
        quarters: [{ s: 'Da preparare bene' }, { s: 'Subito' }, { s: 'Più avanti' }, { s: 'Cose rapide' }],
      },
    },
  ];
  let themes = 0;
  // One of them lies under the first.
  let made = shape === 'columns' ? 1 : 0;
  const rounds = Math.ceil(notes / 52);
  for (let round = 0; round < rounds; round += 1)
    sample.forEach(([, columns], areaIndex) =>
      columns.forEach(([title, list], columnIndex) => {
        const area = areas[areaIndex]?.id;
        const theme = title === null ? null : themeId(`theme${areaIndex}${columnIndex}aa`);
        if (area === undefined) return;
        if (round === 0 && theme !== null && title !== null && shape === 'columns') {
          themes += 1;
          entries.push({ map: 'themes', id: theme, fields: { title, lang: 'it', area, order: columnIndex, rev: 1 } });
        }
        for (const [kind, text, mark] of list) {
          if (made >= notes) return;
          made += 1;
          const marks = {
            ...(mark === 'minority' ? { minority: true as const } : {}),
            ...(mark === 'paper' ? { door: 'paper' as const } : {}),
          };
          const half = made % 2 === 0;
          const field = { area: areaId(half ? 'areamatrix' : 'areafree'), place: [(made * 433) % 1000, (made * 277) % 1000] as const };
          entries.push({
            map: 'notes',
            id: `note${four(made - (shape === 'columns' ? 1 : 0))}`,
            fields: {
              text: round === 0 ? text : `${text} (${round + 1})`,
              kind,
              lang: 'it',
              order: made,
              rev: 1,
              ...marks,
              ...(shape === 'matrix'
                ? { ...field, place: [field.place[0], field.place[1]] }
                : { area, ...(theme === null ? {} : { theme }) }),
            },
          });
        }
      }),
    );
  const first = areas[0]?.id;
  if (shape === 'columns' && first !== undefined)
    entries.push({
      map: 'notes',
      id: 'note9999',
      fields: {
        text: second,
        kind: 'idea',
        lang: 'it',
        area: first,
        theme: themeId('theme00aa'),
        order: 1.5,
        into: noteId('note0001'),
        rev: 1,
      },
    });
  document.change(entries);
  document.setState({ kind: 'live' });
  const about: BoardAbout = {
    board: need('boardsample', isBoard),
    group: null,
    title: { s: shape === 'columns' ? 'Che cosa dite del Piano Aria e Clima?' : 'Che cosa viene prima?' },
    areas: shape === 'columns' ? areas : free,
    authors: 'hidden',
    kinds: ['idea', 'against', 'question', 'condition'],
    phase: 'open',
    silence: null,
    step: 'themes',
    clock: null,
    locked: false,
    focus: null,
    dots: { state: 'none', rule: { each: 5, max: 3, on: 'themes' } },
    notes: made,
    loose: 0,
    themes,
    writers: 9,
    people: 9,
    hidden: 0,
    waiting: 0,
    lastAt: null,
    frozen: null,
    onWall: false,
  };
  const may: BoardMay = {
    write: true,
    change: 'all',
    themes: true,
    paper: true,
    dots: false,
    lead: true,
    hide: true,
    freeze: true,
    reopen: false,
    wall: true,
  };
  return { document, about, may };
};

/** A server that says yes and does what was wished, as far as a preview needs. */
export const yesMan = (document: HeldDocument, onWish: (wish: Readonly<Record<string, unknown>>) => void = () => undefined): Send => {
  const done: Reply = { ok: true, done: 'done', at: 0 };
  let order = 100_000;
  return (wish) => {
    onWish(wish);
    const id = typeof wish['note'] === 'string' ? wish['note'] : '';
    const entry = document.entry('notes', id);
    const before = typeof entry === 'object' && entry !== null ? entry : {};
    const { theme: _theme, place: _place, into: _into, ...rest }: { theme?: unknown; place?: unknown; into?: unknown } = { ...before };
    const where = {
      area: wish['area'],
      ...(wish['theme'] === null ? {} : { theme: wish['theme'] }),
      ...(wish['place'] === null ? {} : { place: wish['place'] }),
    };
    const put = (fields: unknown, map = 'notes', of = id): void => document.change([{ map, id: of, fields }]);
    switch (wish.type) {
      case 'board.place': {
        const next = document.entry('notes', typeof wish['before'] === 'string' ? wish['before'] : '');
        const at =
          typeof next === 'object' && next !== null && 'order' in next && typeof next.order === 'number' ? next.order - 0.5 : (order += 1);
        put({ ...rest, ...where, order: at });
        break;
      }
      case 'board.write':
        put({ text: wish['text'], kind: wish['kind'], lang: wish['lang'], order: (order += 1), rev: 1, ...where });
        break;
      case 'board.edit':
        put({ ...before, text: wish['text'], kind: wish['kind'] });
        break;
      case 'board.withdraw':
        put(null);
        break;
      case 'board.same':
        put({ ...before, into: wish['into'] });
        break;
      case 'board.part':
        put(rest);
        break;
      case 'board.flag':
        put({ ...before, minority: wish['on'] === true ? true : undefined });
        break;
      case 'board.nameTheme':
        put({ title: wish['title'], lang: wish['lang'], area: wish['area'], order: (order += 1), rev: 1 }, 'themes', String(wish['theme']));
        break;
    }
    return Promise.resolve(done);
  };
};
