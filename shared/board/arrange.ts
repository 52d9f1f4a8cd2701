// Putting in order (BO5): where a note stands, which notes say the same, which theme gathers them. Merged notes keep their own words and
// their flag of minority; what lies under a note goes where that note goes. Members do this with their own notes, whoever runs the table
// with all; themes are named by whoever runs the table. Two themes may have one name: two areas may each have their "Scuola", and a name
// that arrives late must not be refused for a coincidence; whoever runs the table puts them together.
import { nothing, refuse } from '../kernel/room.ts';
import type { Outcome } from '../kernel/room.ts';
import type { BoardCommand } from './commands.ts';
import type { BoardFact } from './events.ts';
import { boardLimits } from './limits.ts';
import { finish, noteFor, seenAlike } from './desk.ts';
import type { Desk } from './desk.ts';
import { areaOf } from './state.ts';
import { headOf, orderBefore, orderGap, settle, standing, themesOf, unmade } from './step.ts';
import { runs } from './who.ts';

type Of<Type extends BoardCommand['type']> = Extract<BoardCommand, { type: Type }>;
type Arranging = Of<'board.place' | 'board.same' | 'board.part' | 'board.nameTheme' | 'board.placeTheme' | 'board.removeTheme'>;
type Done = Outcome<BoardFact>;

export const arrange = (command: Arranging, desk: Desk): Done => {
  switch (command.type) {
    case 'board.place':
      return place(command, desk);
    case 'board.same':
      return putUnder(command, desk);
    case 'board.part': {
      const found = noteFor(desk, command.note);
      if (found.kind === 'refused') return found;
      const { note } = found;
      if (note.into === null) return nothing;
      // It stands right after the pile it came out of.
      const list = standing(desk.step, note);
      const order = orderBefore(desk.step, list, list[list.indexOf(note.into) + 1] ?? null);
      desk.step.put(command.note, { ...note, into: null, order });
      return finish(desk);
    }
    case 'board.nameTheme':
    case 'board.placeTheme':
    case 'board.removeTheme':
      return runs(desk.board, desk.ctx.actor) ? theme(command, desk) : refuse('board.notYours');
    default:
      return command satisfies never;
  }
};

const place = (command: Of<'board.place'>, desk: Desk): Done => {
  const { board, step } = desk;
  const found = noteFor(desk, command.note);
  if (found.kind === 'refused') return found;
  const { note } = found;
  const into = command.theme === null ? null : step.theme(command.theme);
  if (into === undefined || into?.removed) return refuse('board.unknownTheme');
  const spot = { area: into?.area ?? command.area, theme: command.theme };
  const area = areaOf(board, spot.area);
  if (!area) return refuse('board.unknownArea');
  const list = standing(step, spot);
  const at = list.indexOf(command.note);
  const others = list.filter((id) => id !== command.note);
  const before = command.before !== null && others.includes(command.before) ? command.before : null;
  const stays = at !== -1 && (list[at + 1] ?? null) === before;
  const where = area.shape.kind === 'column' ? null : (command.place ?? (note.area === spot.area ? note.place : null));
  const order = stays ? note.order : orderBefore(step, others, before);
  // Taken out of a pile and put elsewhere it stands alone again; its own pile comes along.
  step.put(command.note, { ...note, ...spot, place: where, order, into: null });
  settle(step, [command.note]);
  return finish(desk);
};

const putUnder = (command: Of<'board.same'>, desk: Desk): Done => {
  const { board, step } = desk;
  const found = noteFor(desk, command.note);
  if (found.kind === 'refused') return found;
  const { note } = found;
  const other = step.note(command.into);
  if (!other || board.hidden.has(command.into)) return refuse('board.unknownNote');
  if (!seenAlike(desk, note, other)) return refuse('board.silent');
  if (other.withdrawn) return refuse('board.gone');
  const head = headOf(step, command.into, command.note);
  if (head === null || head === note.into) return nothing;
  step.put(command.note, { ...note, into: head });
  settle(step, [command.note]);
  return finish(desk);
};

const theme = (command: Of<'board.nameTheme' | 'board.placeTheme' | 'board.removeTheme'>, desk: Desk): Done => {
  const { board, step } = desk;
  const known = step.theme(command.theme);
  if (command.type === 'board.nameTheme') return nameTheme(command, desk);
  if (!known) return refuse('board.unknownTheme');
  if (known.removed) return command.type === 'board.removeTheme' ? nothing : refuse('board.unknownTheme');
  if (command.type === 'board.removeTheme') step.put(command.theme, { ...known, removed: true });
  else {
    if (!areaOf(board, command.area)) return refuse('board.unknownArea');
    const list = themesOf(step, command.area);
    const others = list.filter((id) => id !== command.theme);
    const before = command.before !== null && others.includes(command.before) ? command.before : null;
    const at = list.indexOf(command.theme);
    if (at !== -1 && (list[at + 1] ?? null) === before) return nothing;
    step.put(command.theme, { ...known, area: command.area, order: orderBefore(step, others, before) });
  }
  settle(step, [command.theme]);
  return finish(desk);
};

const nameTheme = (command: Of<'board.nameTheme'>, desk: Desk): Done => {
  const { board, ctx, step } = desk;
  const known = step.theme(command.theme);
  if (step.note(command.theme)) return refuse('board.idTaken');
  if (known?.removed) return refuse('board.unknownTheme');
  if (known) step.put(command.theme, { ...known, title: command.title, lang: command.lang });
  else {
    if (!areaOf(board, command.area)) return refuse('board.unknownArea');
    if (themesOf(step, null).length >= boardLimits.themes) return refuse('board.tooManyThemes', { max: boardLimits.themes });
    step.put(command.theme, {
      t: 'theme',
      title: command.title,
      lang: command.lang,
      area: command.area,
      order: orderBefore(step, themesOf(step, command.area), null),
      removed: false,
      from: null,
      at: ctx.now,
      rev: 1,
      last: unmade,
    });
  }
  const moved = gatherInto(command, desk);
  if (moved.kind === 'refused') return moved;
  settle(step, [command.theme, ...moved.notes]);
  return finish(desk);
};

/** The chosen notes, at the end of the theme. What was taken back meanwhile stays away; what lies under a chosen one comes with it. */
const gatherInto = (
  { theme: id, notes }: Of<'board.nameTheme'>,
  desk: Desk,
): { readonly kind: 'moved'; readonly notes: readonly string[] } | ReturnType<typeof refuse> => {
  const { step } = desk;
  const area = step.theme(id)?.area;
  const chosen = new Set<string>(notes);
  const moved: string[] = [];
  let order = area === undefined ? 0 : orderBefore(step, standing(step, { area, theme: id }), null);
  for (const one of chosen) {
    const found = noteFor(desk, one);
    if (found.kind === 'refused') {
      if (found.code === 'board.gone' || found.code === 'board.unknownNote') continue;
      return found;
    }
    const { note } = found;
    if (area === undefined || (note.into !== null && chosen.has(note.into)) || (note.theme === id && note.into === null)) continue;
    step.put(one, { ...note, area, theme: id, order, into: null, place: area === note.area ? note.place : null });
    order += orderGap;
    moved.push(one);
  }
  return { kind: 'moved', notes: moved };
};
