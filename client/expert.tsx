/* Entry of an expert or a technician: what is asked of them, and their answers in writing, before, during and after the session. */
import { startPage } from './kernel/page.tsx';
import { Expert } from './screens/Expert.tsx';
import { EnterPage } from './screens/Outside.tsx';
import './ui/ui.css';
import './screens/phone.css';

void startPage({
  role: 'expert',
  distance: 'phone',
  langs: ['it', 'en'],
  outside: (refused) => <EnterPage refused={refused} />,
  children: <Expert />,
});
