// The wall follows the floor (SC8): questions put on the wall → they are there; none any more → what was there before. One that was gathered
// under another is replaced by it, one that was hidden goes from every wall (PO12). Turns change no scene: who speaks is a line on the
// programme and beside questions, or a scene that is asked for by hand; so no wall is taken away from what the hall looks at.
import type { FloorFact } from '../floor/events.ts';
import type { QuestionId } from '../kernel/ids.ts';
import { caused, settle, uncause } from './caused.ts';
import type { ScreenState } from './state.ts';
import { push, remove } from './trail.ts';

const put = (state: ScreenState, questions: readonly QuestionId[], seq: number): ScreenState => {
  // The ones before are replaced: they leave no step that could come back under these.
  const away = remove(state, (step) => step.scene.kind === 'questions');
  return push({ ...away, questions }, { kind: 'questions' }, seq);
};
const without = (state: ScreenState, question: QuestionId): ScreenState =>
  state.questions.includes(question) ? settle({ ...state, questions: state.questions.filter((each) => each !== question) }) : state;

const hear = (state: ScreenState, fact: FloorFact, seq: number): ScreenState => {
  switch (fact.type) {
    case 'floor.wallSet':
      if (fact.questions.length > 0) return put(state, fact.questions, seq);
      return state.questions.length === 0 ? state : settle({ ...state, questions: [] });
    case 'floor.merged':
      return state.questions.includes(fact.question)
        ? { ...state, questions: [...new Set(state.questions.map((each) => (each === fact.question ? fact.into : each)))] }
        : state;
    case 'floor.hidden':
    case 'floor.withdrawn':
      return without(state, fact.question);
    case 'floor.doorSet':
    case 'floor.expertsSet':
    case 'floor.asked':
    case 'floor.parted':
    case 'floor.unhidden':
    case 'floor.assigned':
    case 'floor.answered':
    case 'floor.settled':
    case 'floor.queueSet':
    case 'floor.handRaised':
    case 'floor.handLowered':
    case 'floor.handsLowered':
    case 'floor.turnStarted':
    case 'floor.turnPaused':
    case 'floor.turnResumed':
    case 'floor.timeGiven':
    case 'floor.turnEnded':
    case 'floor.undone':
    case 'floor.closed':
      return state;
    default:
      return fact satisfies never;
  }
};

export const onFloor = (state: ScreenState, fact: FloorFact, seq: number): ScreenState => {
  const { heard } = state;
  if (fact.type === 'floor.undone')
    return heard.floor?.seq === fact.seq
      ? settle({ ...uncause(state, heard.floor), questions: heard.floor.before.questions, heard: { ...heard, floor: null } })
      : state;
  const after = hear(state, fact, seq);
  return after === state ? state : { ...after, heard: { ...heard, floor: caused(state, after, seq) } };
};
