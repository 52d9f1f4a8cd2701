// How a board is called on the console: by its table, which another room keeps and client/screens hands over.
import type { Said } from '../../shared/kernel/text.ts';
import type { GroupId } from '../../shared/kernel/ids.ts';

export interface BoardTable {
  readonly group: GroupId;
  readonly number: number;
  readonly name: Said | null;
}
export const tableOf = (tables: readonly BoardTable[], group: GroupId | null): BoardTable | undefined =>
  group === null ? undefined : tables.find((table) => table.group === group);
