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
const session = new URLSearchParams(location.search).get('session');

/** A facilitator's link opens its own session; an organiser, or whoever rehearses, names one. The server decides: this only chooses which cookie to show. */
const roleHere = async (): Promise<'organiser' | 'facilitator'> => {
  if (session === null || location.hash !== '') return 'facilitator';
  try {
    const data: unknown = await (await fetch('/api/here')).json();
    const here =
      typeof data === 'object' && data !== null && 'here' in data && typeof data.here === 'object' && data.here !== null ? data.here : {};
    const own = 'facilitator' in here ? here.facilitator : null;
    return 'organiser' in here && own !== session ? 'organiser' : 'facilitator';
  } catch {
    return 'facilitator';
  }
};

void roleHere().then((role) =>
  startPage({
    role,
    session,
    distance: 'laptop',
    langs: ['it', 'en'],
    outside: (refused) => <ConsoleOutside refused={refused} />,
    children: <Console />,
  }),
);
