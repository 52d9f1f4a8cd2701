// The plenary's board takes the themes of the tables' frozen boards as notes, each with the way back: which board and theme it comes from, how
// many notes and dots it had there (BO13). Gathering again adds only what is new: a theme's note has always the same id. What somebody took
// away stays away; what an undo took back may be gathered again. Notes without a theme are not gathered: roll-up counts them (rollup.ts).
import { noteIdSchema } from '../kernel/ids.ts';
import type { NoteId } from '../kernel/ids.ts';
import { refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { BoardCommand } from './commands.ts';
import type { BoardFact } from './events.ts';
import { readableCopy } from './freeze.ts';
import { documentOf, isItem } from './item.ts';
import { boardLimits } from './limits.ts';
import { areaOf, liveBoard } from './state.ts';
import type { BoardState } from './state.ts';
import { beginStep, orderBefore, orderGap, standing, unmade } from './step.ts';
import { keyOf, leads } from './who.ts';

/** Two FNV-1a lanes of what names it: one id for a theme of a board, for ever. */
export const gatheredId = (board: string, theme: string): NoteId => {
  const lanes = [0x811c9dc5, 0x1b873593].map((seed) => {
    let hash = seed;
    for (const char of `${board}.${theme}.${seed}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
    return (hash >>> 0).toString(36).padStart(7, '0');
  });
  return noteIdSchema.parse(`gathered${lanes.join('')}`);
};

type Gathering = Extract<BoardCommand, { readonly type: 'board.gather' }>;
export const gather = (command: Gathering, state: BoardState, ctx: Context): Outcome<BoardFact> => {
  const board = liveBoard(state, command.board);
  if (!board) return refuse(state.boards.has(command.board) ? 'board.notOpen' : 'board.unknown');
  if (!leads(ctx.actor)) return refuse('board.notYours');
  if (board.plan.group !== null) return refuse('board.notPlenary');
  if (board.phase === 'frozen') return refuse('board.frozen');
  if (board.locked) return refuse('board.locked');
  if (board.silence !== null) return refuse('board.silent');
  if (!areaOf(board, command.area)) return refuse('board.unknownArea');
  const key = keyOf(ctx.actor, ctx.box);
  if (key === undefined) return refuse('board.over');
  const document = documentOf(command.board);
  const items = ctx.documents.items(document);
  const step = beginStep(items, { document, wish: ctx.wish, key, now: ctx.now });
  let order = orderBefore(step, standing(step, { area: command.area, theme: null }), null);
  let notes = [...items.values()].filter((item) => isItem(item) && item.t === 'note').length;
  let themes = 0;
  for (const id of new Set(command.from)) {
    const source = liveBoard(state, id);
    if (!source) return refuse('board.unknown');
    if (source.phase !== 'frozen') return refuse('board.freezeFirst');
    const { group } = source.plan;
    for (const theme of readableCopy(source.frozen.copy, source).themes) {
      themes += 1;
      const note = gatheredId(id, theme.id);
      const known = step.note(note);
      if (known) {
        if (known.withdrawn && known.last.undoes !== null) step.put(note, { ...known, withdrawn: false });
        continue;
      }
      notes += 1;
      if (notes > boardLimits.notes) return refuse('board.full', { max: boardLimits.notes });
      step.put(note, {
        t: 'note',
        text: theme.title,
        kind: board.plan.kinds.includes('idea') ? 'idea' : (board.plan.kinds[0] ?? 'idea'),
        lang: theme.lang,
        area: command.area,
        theme: null,
        order,
        place: null,
        into: null,
        minority: false,
        withdrawn: false,
        silence: null,
        late: false,
        waiting: false,
        door: 'laptop',
        group,
        author: key,
        seat: null,
        from: {
          board: id,
          theme: theme.id,
          group,
          number: group === null ? null : (state.seating.groups.get(group)?.number ?? null),
          notes: theme.voices,
          dots: theme.dots ?? 0,
        },
        at: ctx.now,
        rev: 1,
        last: unmade,
      });
      order += orderGap;
    }
  }
  return themes === 0 ? refuse('board.nothingToGather') : step.outcome();
};
