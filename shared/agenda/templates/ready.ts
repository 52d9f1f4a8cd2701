// The templates that come with the program, in the order in which they are offered (AG5). Loaded only when the list is opened.
import type { Template } from '../template.ts';
import { day } from './day.ts';
import { group } from './group.ts';
import { presentation } from './presentation.ts';
import { firstTable, secondTable, thirdTable } from './table.ts';

export const readyTemplates: readonly { readonly id: string; readonly template: Template }[] = [
  { id: 'day', template: day },
  { id: 'presentation', template: presentation },
  { id: 'table1', template: firstTable },
  { id: 'table2', template: secondTable },
  { id: 'table3', template: thirdTable },
  { id: 'group', template: group },
];
