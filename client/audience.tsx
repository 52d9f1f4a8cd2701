/* Entry of the audience's phone, which is also the front door: whoever has no code yet types it here. */
import { startPage } from './kernel/page.tsx';
import { Audience } from './screens/Audience.tsx';
import { EnterPage } from './screens/Outside.tsx';
import { welcomed } from './screens/PhoneFrame.tsx';
import './ui/ui.css';
import './screens/phone.css';

welcomed.start(() => 'yes');
void startPage({ role: 'audience', distance: 'phone', outside: (refused) => <EnterPage refused={refused} />, children: <Audience /> });
