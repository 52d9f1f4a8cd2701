// A note is written or gets other words. Notes written in silence lie in the board's document and are read by nobody (BO2). What comes
// late is never thrown away (BO9): after the reveal it enters marked late, after the freeze it waits, from who was moved meanwhile it is late; on a locked board it is refused and
// stays on the phone. Two people in one note are merged where they touched different words.
import { cleanBlock, lengthOf } from '../kernel/text.ts';
import { nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { GroupId } from '../kernel/ids.ts';
import type { BoardCommand } from './commands.ts';
import { noteFor } from './desk.ts';
import type { Desk } from './desk.ts';
import type { BoardFact } from './events.ts';
import { documentOf, isItem } from './item.ts';
import { boardLimits } from './limits.ts';
import { mergeText } from './merge.ts';
import { areaOf, tableOf } from './state.ts';
import type { BoardState, LiveBoard } from './state.ts';
import { orderGap, unmade } from './step.ts';
import { mayWriteOn } from './who.ts';

type Of<Type extends BoardCommand['type']> = Extract<BoardCommand, { type: Type }>;
type Done = Outcome<BoardFact>;

export const writeNote = (command: Of<'board.write'>, desk: Desk): Done => {
  const { board, state, ctx, step } = desk;
  const by = authorOf(command, desk);
  if (by.kind === 'refused') return by;
  // Sent again because "received" was not heard: it is here, whatever has happened to the board meanwhile (K3).
  const known = step.note(command.note);
  if (known) return known.author === by.author ? nothing : refuse('board.idTaken');
  if (step.theme(command.note)) return refuse('board.idTaken');
  if (board.phase === 'open' && board.locked) return refuse('board.locked');
  const area = areaOf(board, command.area);
  if (!area) return refuse('board.unknownArea');
  if (!board.plan.kinds.includes(command.kind)) return refuse('board.kindNotHere');
  // A theme that went while the phone was away does not hold the note back.
  const written = command.theme === null ? undefined : step.theme(command.theme);
  const theme = written && !written.removed && written.area === command.area ? command.theme : null;
  let [all, own, last] = [0, 0, 0];
  for (const item of ctx.documents.items(documentOf(command.board)).values()) {
    if (!isItem(item) || item.t !== 'note') continue;
    all += 1;
    if (item.author === by.author && item.from === null) own += 1;
    if (item.area === command.area && item.theme === theme) last = Math.max(last, item.order);
  }
  if (all >= boardLimits.notes) return refuse('board.full', { max: boardLimits.notes });
  if (own >= boardLimits.notesEach) return refuse('board.tooMany', { max: boardLimits.notesEach });
  const frozen = board.phase === 'frozen';
  const afterItsSilence = command.silence !== null && command.silence <= board.silences && command.silence !== board.silence;
  step.put(command.note, {
    t: 'note',
    text: command.text,
    kind: command.kind,
    lang: command.lang,
    area: command.area,
    theme,
    order: last + orderGap,
    place: area.shape.kind === 'column' ? null : command.place,
    into: null,
    minority: false,
    withdrawn: false,
    // While a silence goes on everything is written into it, also what comes late from one before.
    silence: board.silence ?? (afterItsSilence ? command.silence : null),
    late: frozen || afterItsSilence || !mayWriteOn(state, board, ctx.actor),
    waiting: frozen,
    door: command.door,
    group: groupNow(command, state, board, ctx),
    author: by.author,
    seat: by.seat,
    from: null,
    at: ctx.now,
    rev: 1,
    last: unmade,
  });
  return step.outcome();
};

/** Under whose key the note is kept: the writer's, or that of the member for whose seat it is entered from paper or by ear. */
const authorOf = (
  { door, seat }: Of<'board.write'>,
  { board, state, ctx, key }: Desk,
): { readonly kind: 'by'; readonly author: string; readonly seat: string | null } | ReturnType<typeof refuse> => {
  const seats = board.authors !== 'hidden';
  if (ctx.actor.role === 'member') {
    if (seat !== null || door === 'paper' || door === 'dictated') return refuse('board.notYours');
    return { kind: 'by', author: key, seat: seats ? (state.present.get(ctx.actor.member)?.seat ?? null) : null };
  }
  if (seat === null) return { kind: 'by', author: key, seat: null };
  if (door !== 'paper' && door !== 'dictated') return refuse('board.notYours');
  const at = state.present.get(seat);
  if (!at || (board.plan.group !== null && tableOf(state, seat) !== board.plan.group)) return refuse('board.notAtTable');
  const author = ctx.box.keyOf(seat);
  return author === undefined ? refuse('board.over') : { kind: 'by', author, seat: seats ? at.seat : null };
};
/** The table of whoever says it, from the moment of writing (GR3); on a table's board that is its table. In the plenary nobody sits at one. */
const groupNow = ({ seat }: Of<'board.write'>, state: BoardState, board: LiveBoard, { actor }: Context): GroupId | null => {
  if (board.plan.group !== null) return board.plan.group;
  const member = seat ?? (actor.role === 'member' ? actor.member : null);
  return member === null || state.seating.mode === 'plenary' ? null : tableOf(state, member);
};

export const editNote = (command: Of<'board.edit'>, desk: Desk): Done => {
  const found = noteFor(desk, command.note);
  if (found.kind === 'refused') return found;
  const { note } = found;
  if (command.kind !== note.kind && !desk.board.plan.kinds.includes(command.kind)) return refuse('board.kindNotHere');
  const merged = mergeText(cleanBlock(command.was), note.text, command.text);
  const text = merged === null ? '' : cleanBlock(merged);
  if (text === '') return refuse('board.changedMeanwhile', { text: note.text });
  if (lengthOf(text) > boardLimits.noteChars) return refuse('board.tooLong', { max: boardLimits.noteChars, text: note.text });
  desk.step.put(command.note, { ...note, text, kind: command.kind });
  return desk.step.outcome();
};
