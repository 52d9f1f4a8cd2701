/* Entry of a member's phone. */
import { startPage } from './kernel/page.tsx';
import { Member } from './screens/Member.tsx';
import { EnterPage } from './screens/Outside.tsx';
import { welcomed } from './screens/Welcome.tsx';
import './ui/ui.css';
import './screens/phone.css';

welcomed.start();
void startPage({ role: 'member', distance: 'phone', outside: (refused) => <EnterPage refused={refused} />, children: <Member /> });
