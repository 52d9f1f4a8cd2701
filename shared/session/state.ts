// Where a session stands: a union of its phases, each with what is known in it.
import type { Text } from '../kernel/text.ts';
import type { SessionReads } from './events.ts';

export interface About {
  readonly assembly: string;
  readonly assemblyName: string;
  readonly title: Text;
  readonly day: string;
  readonly timeZone: string;
  readonly place: string;
  readonly video: string;
  /** Name of the hall's network, for the wall and the printed sheet; empty when phones use their own. */
  readonly wifi: string;
  readonly code: string;
  readonly demo: boolean;
  readonly audienceDoor: boolean;
}
export type SessionState =
  | { readonly phase: 'none' }
  | (About &
      (
        | { readonly phase: 'draft' }
        | { readonly phase: 'doors'; readonly doorsAt: number }
        | { readonly phase: 'open'; readonly doorsAt: number; readonly openedAt: number }
        | {
            readonly phase: 'suspended';
            readonly doorsAt: number;
            readonly openedAt: number;
            readonly reason: string;
            readonly suspendedAt: number;
          }
        | {
            readonly phase: 'closed' | 'sealed';
            readonly doorsAt: number;
            readonly openedAt: number | null;
            readonly closedAt: number;
            readonly closedBy: 'person' | 'forgotten';
          }
      ));

export const readSession = (state: SessionState): SessionReads =>
  state.phase === 'none'
    ? {
        phase: 'none',
        assembly: '',
        assemblyName: '',
        title: { original: 'it', it: '' },
        day: '',
        timeZone: 'UTC',
        place: '',
        code: '',
        demo: false,
        audienceDoor: false,
        openedAt: null,
        closedAt: null,
      }
    : {
        phase: state.phase,
        assembly: state.assembly,
        assemblyName: state.assemblyName,
        title: state.title,
        day: state.day,
        timeZone: state.timeZone,
        place: state.place,
        code: state.code,
        demo: state.demo,
        audienceDoor: state.audienceDoor,
        openedAt: 'openedAt' in state ? state.openedAt : null,
        closedAt: 'closedAt' in state ? state.closedAt : null,
      };
