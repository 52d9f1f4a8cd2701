/* Entry of the audience's phone, which is also the front door: whoever has no code yet types it here. */
import { startPage } from './kernel/page.tsx';
import { takeTrial } from './roomtest/takeTrial.ts';
import { Audience } from './screens/Audience.tsx';
import { EnterPage } from './screens/Outside.tsx';
import './ui/ui.css';
import './screens/phone.css';

// The QR of the room's test opens the test alone: nobody gets in by it.
const trial = takeTrial();
if (trial !== null) void import('./roomtest/trial.tsx').then(({ startTrial }) => startTrial(trial));
else {
  void startPage({ role: 'audience', distance: 'phone', outside: (refused) => <EnterPage refused={refused} />, children: <Audience /> });
}
