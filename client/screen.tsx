/* Entry of the projector. */
import { startPage } from './kernel/page.tsx';
import { Projector } from './screens/Projector.tsx';
import { ScreenOutside } from './screens/ScreenOutside.tsx';
import './ui/ui.css';
import './ui/ui.laptop.css';
import './ui/ui.hall.css';

void startPage({
  role: 'screen',
  distance: 'hall',
  outside: (refused) => <ScreenOutside code={refused?.code ?? 'access.none'} />,
  children: <Projector />,
});
