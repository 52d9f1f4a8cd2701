// The one list of rooms, upstream to downstream. A room hears only the facts of those before it in its own log.
// The walls (dependency-cruiser) and the protocol's hash are derived from here.
import { agenda } from './agenda/room.ts';
import { board } from './board/room.ts';
import { floor } from './floor/room.ts';
import { groups } from './groups/room.ts';
import type { AnyRoom } from './kernel/room.ts';
import { poll } from './poll/room.ts';
import { presence } from './presence/room.ts';
import { roster } from './roster/room.ts';
import { screen } from './screen/room.ts';
import { session } from './session/room.ts';

export const order = ['roster', 'session', 'presence', 'agenda', 'groups', 'floor', 'poll', 'board', 'screen'] as const;

export const assemblyRooms: readonly AnyRoom[] = [roster];
export const sessionRooms: readonly AnyRoom[] = [session, presence, agenda, groups, floor, poll, board, screen];
