/* The frame of every organiser's page: mark, three places, who is in, language. What does not concern a session lives here and nowhere else. */
import { useEffect, useRef, type ReactNode } from 'react';
import { langs, setLang, useLang, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { href, useRoute } from './route.ts';
import './organiser.css';

const own: Readonly<Record<string, string>> = { it: 'Italiano', en: 'English' };

export function Frame({ name, onLeave, children }: { name: string | null; onLeave?: (() => void) | undefined; children: ReactNode }) {
  const t = useTexts(organiserTexts);
  const lang = useLang();
  const route = useRoute();
  const here = route.page === 'access' || route.page === 'computer' ? route.page : 'assemblies';
  const tabs = [
    { page: 'assemblies', to: href({ page: 'assemblies', assembly: null }) },
    { page: 'access', to: href({ page: 'access' }) },
    { page: 'computer', to: href({ page: 'computer' }) },
  ] as const;
  return (
    <div className="org">
      <header className="org-head no-print">
        <Mark />
        <b translate="no">{'Plenaria'}</b>
        {name === null ? null : (
          <nav aria-label={t('tabs.label')}>
            {tabs.map(({ page, to }) => (
              <a key={page} href={to} aria-current={here === page ? 'page' : undefined}>
                {t(`tabs.${page}`)}
              </a>
            ))}
          </nav>
        )}
        <label className="org-lang">
          <span className="sr-only">{t('language')}</span>
          <select
            value={lang}
            onChange={(event) => {
              const chosen = langs.find((one) => one === event.currentTarget.value);
              if (chosen) void setLang(chosen);
            }}
          >
            {langs
              .filter((one) => one in own)
              .map((one) => (
                <option key={one} value={one} lang={one}>
                  {own[one]}
                </option>
              ))}
          </select>
        </label>
        {name === null ? null : (
          <span className="org-me">
            <span>{name}</span>
            <Button variant="quiet" onPress={onLeave} label={t('leaveLabel', { name })}>
              {t('leave')}
            </Button>
          </span>
        )}
      </header>
      {children}
    </div>
  );
}

/** The page's own title: it takes the focus when the page changes, so that a reader hears where one is. */
export function PageTitle({ children, crumb }: { children: ReactNode; crumb?: ReactNode | undefined }) {
  const title = useRef<HTMLHeadingElement>(null);
  const route = href(useRoute());
  const before = useRef(route);
  useEffect(() => {
    if (before.current !== route) title.current?.focus();
    before.current = route;
  }, [route]);
  return (
    <div className="org-title">
      {crumb === undefined ? null : <p className="meta">{crumb}</p>}
      <h1 ref={title} tabIndex={-1}>
        {children}
      </h1>
    </div>
  );
}
