/* The page behind the QR of the console's test ("Prova anche tu"): it opens only the test, lets nobody in, and tells the console that a
   phone came (K12). Loaded only then. Safe for phones. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLang } from '../kernel/i18n.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { PhoneBar } from '../ui/PhoneBar.tsx';
import { textSize } from '../ui/textSize.ts';
import { startTheme } from '../ui/theme.ts';
import { browserDoor } from './phoneDoor.ts';
import { PhoneTest } from './PhoneTest.tsx';

/** The bar names a seat elsewhere; here nobody has one. */
const brand = 'Plenaria';

export const startTrial = async (trial: string): Promise<void> => {
  startTheme();
  textSize.start();
  document.body.classList.add('phone');
  const root = document.getElementById('root');
  if (!root) throw new Error('a page without #root');
  await startLang();
  createRoot(root).render(
    <StrictMode>
      <LiveRegion />
      <div className="phone-page">
        <PhoneBar label={brand} />
        <PhoneTest role="audience" door={browserDoor('audience', trial)} />
      </div>
    </StrictMode>,
  );
};
