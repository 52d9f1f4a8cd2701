// How long the wall says that people come back (GR4): from the recall until the next block begins, five minutes at most. What was to be done
// at the tables, and the time of a block that is over for them, would send nobody to a seat. Pure.
import type { GroupsScreenView } from '../../shared/groups/shown.ts';

const saidForMs = 5 * 60_000;

/** When they were recalled, epoch ms; null: nobody is on the way. `running`: the block that runs; it is that of the tables as long as it began before. */
export const recalledNow = (
  running: { readonly startedAt: number } | null,
  { mode, recalledAt }: Pick<GroupsScreenView, 'mode' | 'recalledAt'>,
  now: number,
): number | null =>
  mode === 'plenary' && recalledAt !== null && running !== null && running.startedAt < recalledAt && now < recalledAt + saidForMs
    ? recalledAt
    : null;
