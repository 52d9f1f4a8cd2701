/* What each audience's page receives, room by room: types only, made from the rooms' own view functions (house rule 7). */
import type { AgendaDeskView, AgendaDriverView, AgendaPhoneView, AgendaScreenView } from '../../shared/agenda/view.ts';
import type { BoardDriverView, BoardMemberMine, BoardScreenView, BoardTableMine } from '../../shared/board/shown.ts';
import type {
  FloorAudienceMine,
  FloorAudienceView,
  FloorDriverView,
  FloorExpertMine,
  FloorMemberMine,
  FloorMemberView,
  FloorScreenView,
  FloorTableMine,
} from '../../shared/floor/shown.ts';
import type {
  GroupsDriverView,
  GroupsMemberMine,
  GroupsMemberView,
  GroupsScreenView,
  GroupsTableMine,
  GroupsTableView,
} from '../../shared/groups/shown.ts';
import type { AnyCommand, Params } from '../../shared/kernel/room.ts';
import type { PollDeskView, PollDriverView, PollMine, PollPhoneView, PollScreenView } from '../../shared/poll/view.ts';
import type {
  PresenceAudienceView,
  PresenceConsoleView,
  PresenceDeskMine,
  PresenceDeskView,
  PresenceMemberMine,
  PresenceMemberView,
  PresenceScreenView,
} from '../../shared/presence/view.ts';
import type { RosterDeskMine, RosterDeskView, RosterFacilitatorView } from '../../shared/roster/view.ts';
import type { ScreenDriverView, ScreenPhoneView, ScreenWallMine, ScreenWallView } from '../../shared/screen/view.ts';
import type { SessionDeskView, SessionDriverView, SessionPhoneView, SessionScreenView } from '../../shared/session/view.ts';

/** The house's own word to those who drive (server/kernel/hub.ts). */
export interface HouseView {
  readonly session: string;
  readonly undo: {
    readonly code: string;
    readonly params: Params;
    readonly command: AnyCommand & Readonly<Record<string, unknown>>;
  } | null;
  readonly trouble: { readonly code: string; readonly since: number } | null;
  /** Epoch ms of the last thing that was stored. */
  readonly savedAt: number;
  readonly audience: number;
  readonly facilitators: number;
  readonly desks: number;
  readonly screens: number;
  readonly alarms: readonly {
    readonly kind: 'wrongCodes' | 'diskLow' | 'crowd';
    readonly count: number;
    readonly of: number;
    readonly at: number;
  }[];
  readonly rehearsal?: boolean;
}

export interface MemberCommon {
  readonly session: SessionPhoneView;
  readonly presence: PresenceMemberView;
  readonly agenda: AgendaPhoneView;
  readonly groups: GroupsMemberView;
  readonly floor: FloorMemberView;
  readonly poll: PollPhoneView;
  readonly screen: ScreenPhoneView;
}
export interface MemberMine {
  readonly presence: PresenceMemberMine | null;
  readonly groups: GroupsMemberMine | null;
  readonly floor: FloorMemberMine | null;
  readonly poll: PollMine;
  readonly board: BoardMemberMine | null;
}
/** The facilitator of one table: the programme, the table, its board; what is said of people are seats. */
export interface TableCommon {
  readonly session: SessionPhoneView;
  readonly agenda: AgendaPhoneView;
  readonly groups: GroupsTableView;
  readonly floor: FloorMemberView;
  readonly screen: ScreenPhoneView;
}
export interface TableMine {
  readonly groups: GroupsTableMine | null;
  readonly floor: FloorTableMine | null;
  readonly board: BoardTableMine | null;
}
export interface AudienceCommon {
  readonly session: SessionPhoneView;
  readonly presence: PresenceAudienceView;
  readonly agenda: AgendaPhoneView;
  readonly floor: FloorAudienceView;
  readonly poll: PollPhoneView;
  readonly screen: ScreenPhoneView;
}
/** An expert: what is asked of them; the day's programme, to know when. */
export interface ExpertCommon {
  readonly session: SessionPhoneView;
  readonly agenda: AgendaPhoneView;
  readonly screen: ScreenPhoneView;
}
export interface ExpertMine {
  readonly floor: FloorExpertMine | null;
}
export interface AudienceMine {
  readonly floor: FloorAudienceMine | null;
  readonly poll: PollMine;
}
export interface ScreenCommon {
  readonly session: SessionScreenView;
  readonly presence: PresenceScreenView;
  readonly agenda: AgendaScreenView;
  readonly groups: GroupsScreenView;
  readonly floor: FloorScreenView;
  readonly poll: PollScreenView;
  readonly board: BoardScreenView;
  readonly screen: ScreenWallView;
}
export interface ScreenMine {
  readonly screen: ScreenWallMine;
}
export interface ConsoleCommon {
  readonly session: SessionDriverView;
  readonly presence: PresenceConsoleView;
  readonly agenda: AgendaDriverView;
  readonly groups: GroupsDriverView;
  readonly floor: FloorDriverView;
  readonly poll: PollDriverView;
  readonly board: BoardDriverView;
  readonly screen: ScreenDriverView;
  readonly roster: RosterFacilitatorView;
  readonly house: HouseView;
}
export interface DeskCommon {
  readonly session: SessionDeskView;
  readonly presence: PresenceDeskView;
  readonly agenda: AgendaDeskView;
  readonly poll: PollDeskView;
  readonly roster: RosterDeskView;
  readonly house: HouseView;
}
export interface DeskMine {
  readonly presence: PresenceDeskMine;
  readonly roster: RosterDeskMine;
}
