/* Entry of the console. `?session=` names one where the cookie alone does not say it: an organiser's, a rehearsal's. */
import { startPage } from './kernel/page.tsx';
import { singleKeys } from './kernel/keys.ts';
import { Console } from './screens/Console.tsx';
import { ConsoleOutside } from './screens/ConsoleOutside.tsx';
import './ui/ui.css';
import './ui/ui.laptop.css';
import './ui/ui.hall.css';
import './screens/console.css';

singleKeys.start();
const asked = new URLSearchParams(location.search);
const organiser = asked.get('as') === 'organiser';
void startPage({
  role: organiser ? 'organiser' : 'facilitator',
  session: asked.get('session'),
  distance: 'laptop',
  langs: ['it', 'en'],
  outside: (refused) => <ConsoleOutside refused={refused} />,
  children: <Console />,
});
