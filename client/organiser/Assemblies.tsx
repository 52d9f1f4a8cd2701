/* All assemblies at the start side, one of them open (casa-organizzatore). A first start has none: then three steps stand here instead. */
import { useState, type ReactNode } from 'react';
import type { AssemblyRow, Home } from '../../shared/organiser/wire.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { T } from '../ui/T.tsx';
import { NameDialog } from './NameDialog.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { goTo, href } from './route.ts';
import { month } from './when.ts';

export function WithAssemblies({
  home,
  open,
  reload,
  children,
}: {
  home: Home;
  open: string | null;
  reload: () => Promise<void>;
  children: ReactNode;
}) {
  const t = useTexts(organiserTexts);
  const [naming, setNaming] = useState(false);
  const about = ({ members, until }: AssemblyRow): string =>
    members === 0
      ? t('nav.empty')
      : until === null
        ? t('nav.members', { n: members })
        : t('nav.membersUntil', { n: members, month: month(until, t.lang) });
  return (
    <div className="org-two">
      <nav className="org-side no-print" aria-label={t('nav.title')}>
        <p className="meta">{t('nav.title')}</p>
        <ul>
          {home.assemblies.map((one) => (
            <li key={one.id}>
              <a href={href({ page: 'assemblies', assembly: one.id })} aria-current={one.id === open ? 'true' : undefined}>
                <T of={one.name} />
                <span className="meta">
                  {one.demo ? `${t('nav.demo')}, ` : ''}
                  {about(one)}
                </span>
              </a>
            </li>
          ))}
        </ul>
        <Button variant="quiet" icon="plus" onPress={() => setNaming(true)}>
          {t('nav.new')}
        </Button>
      </nav>
      <main className="org-main">{children}</main>
      {naming ? (
        <NameDialog
          of={null}
          onClose={() => setNaming(false)}
          onDone={(assembly) => {
            setNaming(false);
            void reload().then(() => goTo({ page: 'assemblies', assembly }));
          }}
        />
      ) : null}
    </div>
  );
}
