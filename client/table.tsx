/* Entry of the facilitator of one table: a phone's page, complete on one phone; with a whole board beside it where there is room. */
import { startPage } from './kernel/page.tsx';
import { EnterPage } from './screens/Outside.tsx';
import { Table } from './screens/Table.tsx';
import './ui/ui.css';
import './screens/phone.css';

void startPage({
  role: 'table',
  distance: 'phone',
  langs: ['it', 'en'],
  outside: (refused) => <EnterPage refused={refused} />,
  children: <Table />,
});
