// Where the session stands, for each audience. The room code is public in the room: it hangs on the wall.
// A member or the audience never receives the facilitator's reason of a forgotten close or the demo switch they cannot use.
import type { ViewContext } from '../kernel/room.ts';
import { say } from '../kernel/text.ts';
import type { SessionState } from './state.ts';

const about = (state: SessionState, ctx: ViewContext) => {
  if (state.phase === 'none') return null;
  return {
    phase: state.phase,
    assembly: state.assemblyName,
    title: say(state.title, ctx.lang),
    day: state.day,
    timeZone: state.timeZone,
    place: state.place,
    openedAt: 'openedAt' in state ? state.openedAt : null,
    closedAt: 'closedAt' in state ? state.closedAt : null,
    reason: state.phase === 'suspended' ? state.reason : null,
    video: state.video,
  };
};
const withCode = (state: SessionState, ctx: ViewContext) => {
  const base = about(state, ctx);
  return base && state.phase !== 'none' ? { ...base, code: state.code, wifi: state.wifi } : null;
};
const driver = (state: SessionState, ctx: ViewContext) => {
  const base = withCode(state, ctx);
  if (!base || state.phase === 'none') return null;
  const { phase } = state;
  const running = phase === 'doors' || phase === 'open' || phase === 'suspended';
  return {
    ...base,
    texts: { title: state.title },
    doorsAt: 'doorsAt' in state ? state.doorsAt : null,
    demo: state.demo,
    audienceDoor: state.audienceDoor,
    closedBy: 'closedBy' in state ? state.closedBy : null,
    may: {
      edit: phase === 'draft' || running,
      openDoors: phase === 'draft',
      open: phase === 'doors',
      suspend: phase === 'open',
      resume: phase === 'suspended',
      close: running,
      seal: phase === 'closed',
      renewCode: phase === 'draft' || running,
    },
  };
};

export const sessionViews = {
  organiser: driver,
  facilitator: driver,
  desk: withCode,
  table: about,
  expert: about,
  member: about,
  audience: about,
  screen: withCode,
};
export type SessionDriverView = ReturnType<typeof driver>;
export type SessionDeskView = ReturnType<typeof withCode>;
export type SessionScreenView = ReturnType<typeof withCode>;
export type SessionPhoneView = ReturnType<typeof about>;
