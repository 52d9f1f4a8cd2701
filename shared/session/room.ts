// The session (seduta): one day of the assembly, from draft to sealed. Organiser and facilitators drive it; everybody sees where it stands.
// draft → doors → open ⇄ suspended → closed → sealed (a rehearsal is a throw-away copy of a draft, not a state of it).
// Laws: K9 close is final · a session forgotten open closes itself after 18 hours and its record says so (decisions: a session's life)
//       · who was called is written in the fact that opens it · K7 the server's time.
import { defineRoom, facts, nothing, refuse } from '../kernel/room.ts';
import type { Context } from '../kernel/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { sessionCommands } from './commands.ts';
import type { SessionCommand } from './commands.ts';
import { sessionFacts } from './events.ts';
import type { SessionFact } from './events.ts';
import { readSession } from './state.ts';
import type { SessionState } from './state.ts';
import { sessionViews } from './view.ts';

export const forgottenAfterMs = 18 * 3600 * 1000;

const decide = (command: SessionCommand, state: SessionState, ctx: Context<RosterReads>) => {
  if (command.type === 'session.create') {
    if (state.phase !== 'none') return nothing;
    const { type: _, ...about } = command;
    return facts<SessionFact>({ type: 'session.created', v: 1, ...about });
  }
  if (state.phase === 'none') return refuse('session.none');
  const phase = state.phase;
  const over = phase === 'closed' || phase === 'sealed';
  switch (command.type) {
    case 'session.edit': {
      if (over) return refuse('session.over');
      const { type: _, ...about } = command;
      return facts<SessionFact>({ type: 'session.edited', v: 1, ...about });
    }
    case 'session.openDoors':
      if (over) return refuse('session.over');
      return phase === 'draft' ? facts<SessionFact>({ type: 'session.doorsOpened', v: 1 }) : nothing;
    case 'session.open': {
      if (over) return refuse('session.over');
      if (phase === 'draft') return refuse('session.doorsFirst');
      if (phase !== 'doors') return nothing;
      const roll = ctx.assembly.roster?.members.map(({ member, seat }) => ({ member, seat })) ?? [];
      return facts<SessionFact>({ type: 'session.opened', v: 1, roll });
    }
    case 'session.suspend':
      if (phase === 'suspended') return nothing;
      return phase === 'open' ? facts<SessionFact>({ type: 'session.suspended', v: 1, reason: command.reason }) : refuse('session.notOpen');
    case 'session.resume':
      if (phase === 'open') return nothing;
      return phase === 'suspended' ? facts<SessionFact>({ type: 'session.resumed', v: 1 }) : refuse('session.notOpen');
    case 'session.close':
      if (over) return nothing;
      return phase === 'draft' ? refuse('session.notOpen') : facts<SessionFact>({ type: 'session.closed', v: 1, by: 'person' });
    case 'session.closeForgotten':
      return phase === 'doors' || phase === 'open' || phase === 'suspended'
        ? facts<SessionFact>({ type: 'session.closed', v: 1, by: 'forgotten' })
        : nothing;
    case 'session.seal':
      if (phase === 'sealed') return nothing;
      return phase === 'closed' ? facts<SessionFact>({ type: 'session.sealed', v: 1 }) : refuse('session.closeFirst');
    case 'session.renewCode':
      if (over) return refuse('session.over');
      return command.code === state.code ? nothing : facts<SessionFact>({ type: 'session.codeRenewed', v: 1, code: command.code });
    case 'session.setAudienceDoor':
      if (over) return refuse('session.over');
      return command.open === state.audienceDoor
        ? nothing
        : facts<SessionFact>({ type: 'session.audienceDoorSet', v: 1, open: command.open });
    case 'session.noteIncident':
      return phase === 'draft' || phase === 'sealed'
        ? refuse('session.notOpen')
        : facts<SessionFact>({ type: 'session.incidentNoted', v: 1, words: command.words });
    default:
      return command satisfies never;
  }
};

const evolve = (state: SessionState, fact: SessionFact, meta: { readonly at: number }): SessionState => {
  if (fact.type === 'session.created') {
    const { type: _, v: __, ...about } = fact;
    return { phase: 'draft', ...about, video: '', wifi: '', audienceDoor: true };
  }
  if (state.phase === 'none') return state;
  switch (fact.type) {
    case 'session.edited': {
      const { title, day, place, video, wifi } = fact;
      return { ...state, title, day, place, video, wifi };
    }
    case 'session.doorsOpened':
      return { ...state, phase: 'doors', doorsAt: meta.at };
    case 'session.opened':
      return state.phase === 'doors' ? { ...state, phase: 'open', openedAt: meta.at } : state;
    case 'session.suspended':
      return state.phase === 'open' ? { ...state, phase: 'suspended', reason: fact.reason, suspendedAt: meta.at } : state;
    case 'session.resumed': {
      if (state.phase !== 'suspended') return state;
      const { reason: _, suspendedAt: __, ...rest } = state;
      return { ...rest, phase: 'open' };
    }
    case 'session.closed': {
      if (state.phase === 'draft') return state;
      return { ...state, phase: 'closed', openedAt: 'openedAt' in state ? state.openedAt : null, closedAt: meta.at, closedBy: fact.by };
    }
    case 'session.sealed':
      return state.phase === 'closed' ? { ...state, phase: 'sealed' } : state;
    case 'session.codeRenewed':
      return { ...state, code: fact.code };
    case 'session.audienceDoorSet':
      return { ...state, audienceDoor: fact.open };
    case 'session.incidentNoted':
      return state;
    default:
      return state;
  }
};

const driver = ['organiser', 'facilitator'] as const;

export const session = defineRoom<SessionState, SessionCommand, SessionFact, SessionFact, RosterReads>({
  name: 'session',
  scope: 'session',
  commands: sessionCommands,
  facts: sessionFacts,
  rights: {
    'session.create': ['organiser'],
    'session.edit': driver,
    'session.openDoors': driver,
    'session.open': driver,
    'session.suspend': driver,
    'session.resume': driver,
    'session.close': driver,
    'session.closeForgotten': [],
    'session.seal': ['organiser'],
    'session.renewCode': driver,
    'session.setAudienceDoor': driver,
    'session.noteIncident': driver,
  },
  initial: { phase: 'none' },
  decide,
  evolve,
  due: (state) =>
    state.phase === 'doors' || state.phase === 'open' || state.phase === 'suspended'
      ? { at: state.doorsAt + forgottenAfterMs, command: { type: 'session.closeForgotten' } }
      : null,
  forgets: (fact) => fact.type === 'session.closed',
  reading: readSession,
  view: sessionViews,
});
