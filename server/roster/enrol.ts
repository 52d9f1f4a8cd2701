// From a list without faults to what the assembly keeps: people into the erasable table first, then one wish with ids only (RO1, RO6).
// The caller stores `people` and then gives `command`; if the command is refused it erases them again.
import { memberIdSchema } from '../../shared/kernel/ids.ts';
import type { MemberId } from '../../shared/kernel/ids.ts';
import type { Person } from '../../shared/kernel/room.ts';
import type { RosterCommand } from '../../shared/roster/commands.ts';
import type { RollPerson } from './import.ts';

export const enrol = (
  list: readonly RollPerson[],
  options: { readonly source: string; readonly replaces: boolean; readonly newId: () => string },
): { readonly people: ReadonlyMap<MemberId, Person>; readonly command: Extract<RosterCommand, { type: 'roster.import' }> } => {
  const people = new Map<MemberId, Person>();
  const members = list.map(({ seat, from, until, cohort, name, attributes }) => {
    const member = memberIdSchema.parse(options.newId());
    people.set(member, { name, attributes });
    return { member, seat, from, until, cohort };
  });
  return { people, command: { type: 'roster.import', source: options.source, replaces: options.replaces, members } };
};
