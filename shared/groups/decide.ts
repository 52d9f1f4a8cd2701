// Who gives which wish is in room.ts; here each goes to its rule. When the session is over nothing moves any more,
// but what the close itself causes: the choice is counted, everybody is called back.
import { facts, nothing, refuse } from '../kernel/room.ts';
import { choose, closeChoice, openChoice } from './choice.ts';
import type { GroupsCommand } from './commands.ts';
import type { GroupsFact } from './events.ts';
import { giveTime, recall, recallWithSession, setCard, split } from './rounds.ts';
import { boxOf } from './state.ts';
import type { GroupsState } from './state.ts';
import { assign, late, move, plan, setMix, welcome } from './tables.ts';
import type { Ctx, Done, Of } from './tables.ts';
import { callHelp, endHelp, queueReports, report, setSpokesperson } from './telling.ts';

const afterTheEnd: readonly GroupsCommand['type'][] = [
  'groups.closeChoice',
  'groups.recallWithSession',
  'groups.choose',
  'groups.placeLate',
];

export const decide = (command: GroupsCommand, state: GroupsState, ctx: Ctx): Done => {
  if (state.phase === 'over' && !afterTheEnd.includes(command.type)) return refuse('groups.over');
  switch (command.type) {
    case 'groups.plan':
      return plan(command, state);
    case 'groups.setMix':
      return setMix(command, state);
    case 'groups.openChoice':
      return openChoice(command, state);
    case 'groups.choose':
      return choose(command, state, ctx);
    case 'groups.closeChoice':
      return closeChoice(command, state, ctx);
    case 'groups.assign':
      return assign(command, state, ctx);
    case 'groups.move':
      return move(command, state, ctx);
    case 'groups.placeLate':
      return state.phase === 'over' ? nothing : late(command, state, ctx);
    case 'groups.welcome':
      return welcome(command, state, ctx);
    case 'groups.split':
      return split(command, state, ctx);
    case 'groups.recall':
      return recall(command, state);
    case 'groups.recallWithSession':
      return recallWithSession(state);
    case 'groups.giveTime':
      return giveTime(command, state);
    case 'groups.setCard':
      return setCard(command, state);
    case 'groups.callHelp':
      return callHelp(command, state, ctx);
    case 'groups.endHelp':
      return endHelp(command, state, ctx);
    case 'groups.setSpokesperson':
      return setSpokesperson(command, state, ctx);
    case 'groups.queueReports':
      return queueReports(command, state);
    case 'groups.report':
      return report(command, state, ctx);
    case 'groups.undo':
      return undo(command, state, ctx);
    default:
      return command satisfies never;
  }
};

const undo = ({ seq }: Of<'groups.undo'>, state: GroupsState, ctx: Ctx): Done => {
  if (state.undone === seq) return nothing;
  const { last, choice } = state;
  if (last?.seq !== seq) return refuse('groups.notUndoable');
  if (last.step === 'choiceOpened' && choice && ctx.box.count(boxOf(choice.round)) > 0) return refuse('groups.answered');
  const undone: GroupsFact = { type: 'groups.undone', v: 1, seq, step: last.step };
  if (last.back.kind !== 'fact') return facts(undone);
  // A move or a recall says itself that it is an undo; time, a card, a speaker, a mix look like a step of their own.
  const { fact } = last.back;
  return 'why' in fact ? facts(fact) : facts(fact, undone);
};
