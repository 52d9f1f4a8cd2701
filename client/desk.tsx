/* Entry of the desk. */
import { startPage } from './kernel/page.tsx';
import { ConsoleOutside } from './screens/ConsoleOutside.tsx';
import { DeskPage } from './screens/DeskPage.tsx';
import './ui/ui.css';
import './ui/ui.laptop.css';
import './screens/console.css';

void startPage({
  role: 'desk',
  session: new URLSearchParams(location.search).get('session'),
  distance: 'laptop',
  langs: ['it', 'en'],
  outside: (refused) => <ConsoleOutside refused={refused} />,
  children: <DeskPage />,
});
