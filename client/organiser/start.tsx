/* A page without a line to a session: language, light or dark, the size of the laptop's type. The other pages start in client/kernel/page.tsx. */
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLang } from '../kernel/i18n.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { textSize } from '../ui/textSize.ts';
import { startTheme } from '../ui/theme.ts';

export const startLaptop = async (page: ReactNode): Promise<void> => {
  startTheme();
  textSize.start();
  document.body.classList.add('laptop');
  const root = document.getElementById('root');
  if (!root) throw new Error('a page without #root');
  await startLang(['it', 'en']);
  createRoot(root).render(
    <StrictMode>
      <LiveRegion />
      {page}
    </StrictMode>,
  );
};
