/* The organiser's house: the link of an account first, then the login, then the pages. What rooms show here (the import of the roll) comes in
   from the screen. The last reading stays on the page when the server cannot be reached, with its hour. */
import { useState, type ReactNode } from 'react';
import type { AssemblyRow, Home } from '../../shared/organiser/wire.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { post } from '../kernel/enter.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Opening } from '../ui/Opening.tsx';
import { AccessPage } from './AccessPage.tsx';
import { WithAssemblies } from './Assemblies.tsx';
import { AssemblyPage } from './AssemblyPage.tsx';
import { ComputerPage } from './ComputerPage.tsx';
import { DataPage } from './DataPage.tsx';
import { DemoBand, RemovalBand, useRemoval } from './DemoBand.tsx';
import { FirstStart } from './FirstStart.tsx';
import { Frame } from './Frame.tsx';
import { Login } from './Login.tsx';
import { NewSession } from './NewSession.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { RollPage } from './RollPage.tsx';
import { goTo, useRoute, type Route } from './route.ts';
import { useSay } from './say.ts';
import { SessionPage } from './SessionPage.tsx';
import { SetUp } from './SetUp.tsx';
import { useHome } from './useHome.ts';

export interface HomePageProps {
  /** The token of `#setup=…`, already wiped from the address. */
  readonly setup: string | null;
  readonly importRoll: (assembly: AssemblyRow, reload: () => Promise<void>) => ReactNode;
}

export function HomePage({ setup, importRoll }: HomePageProps) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [token, setToken] = useState(setup);
  const { state, reload } = useHome();
  const enter = (): void => {
    setToken(null);
    goTo({ page: 'assemblies', assembly: null });
    void reload();
  };
  const leave = (): void => void post('/api/leave', { role: 'organiser' }).then(reload);
  if (token !== null)
    return (
      <Frame name={null}>
        <SetUp token={token} onIn={enter} />
      </Frame>
    );
  switch (state.kind) {
    case 'loading':
      return (
        <Frame name={null}>
          <Opening title={t('loading')} />
        </Frame>
      );
    case 'outside':
      return (
        <Frame name={null}>
          <Login onIn={() => void reload()} />
        </Frame>
      );
    case 'failed':
      return (
        <Frame name={null}>
          <main className="org-door">
            <Band
              kind="error"
              title={t('failed')}
              code={state.why.code}
              actions={<Button onPress={() => void reload()}>{t('retry')}</Button>}
            >
              {say(state.why)}
            </Band>
          </main>
        </Frame>
      );
    case 'ready':
      return (
        <Frame name={state.home.me.name} onLeave={leave}>
          {state.stale ? (
            <Band
              kind="error"
              title={say(state.stale)}
              code={state.stale.code}
              actions={<Button onPress={() => void reload()}>{t('retry')}</Button>}
            >
              {t('stale', { hour: hour(state.readAt, t.lang) })}
            </Band>
          ) : null}
          <Pages home={state.home} reload={reload} importRoll={importRoll} />
        </Frame>
      );
    default:
      return state satisfies never;
  }
}

/** Which assembly a page is about; a page about one that is gone shows the first. */
const assemblyFor = (home: Home, route: Route): AssemblyRow | undefined => {
  const first = home.assemblies.find(({ demo }) => !demo) ?? home.assemblies[0];
  if (route.page === 'session') return home.assemblies.find(({ sessions }) => sessions.some(({ id }) => id === route.session)) ?? first;
  if ('assembly' in route && route.assembly !== null) return home.assemblies.find(({ id }) => id === route.assembly) ?? first;
  return first;
};
/** The three steps stand until the first assembly has a session. */
const beginning = (home: Home): { readonly assembly: AssemblyRow | null } | null => {
  const own = home.assemblies.filter(({ demo }) => !demo);
  const [only] = own;
  if (only === undefined) return { assembly: null };
  return own.length === 1 && only.sessions.length === 0 ? { assembly: only } : null;
};

function Pages({ home, reload, importRoll }: { home: Home; reload: () => Promise<void>; importRoll: HomePageProps['importRoll'] }) {
  const t = useTexts(organiserTexts);
  const route = useRoute();
  const { removal, begin, undo } = useRemoval(reload);
  const band = <RemovalBand removal={removal} undo={undo} />;
  if (route.page === 'computer')
    return (
      <>
        {band}
        <ComputerPage computer={home.computer} />
      </>
    );
  if (route.page === 'access')
    return (
      <>
        {band}
        <AccessPage now={home.now} base={home.computer.addresses[0]?.base ?? ''} />
      </>
    );
  const assembly = assemblyFor(home, route);
  const start = beginning(home);
  const demo = home.assemblies.find((one) => one.demo) ?? null;
  const onStart = route.page === 'assemblies' && (route.assembly === null || route.assembly === start?.assembly?.id);
  if (assembly === undefined || (start !== null && onStart))
    return (
      <>
        {band}
        <FirstStart assembly={start?.assembly ?? null} demo={demo} canDemo={home.canDemo} reload={reload} />
      </>
    );
  return (
    <WithAssemblies home={home} open={assembly.id} reload={reload}>
      {band}
      {assembly.demo && removal.kind !== 'soon' ? <DemoBand onRemove={() => begin(assembly.id)} /> : null}
      <Inside
        key={`${route.page}${assembly.id}`}
        home={home}
        route={route}
        assembly={assembly}
        reload={reload}
        importRoll={importRoll}
        gone={t('session.gone')}
      />
    </WithAssemblies>
  );
}

function Inside({
  home,
  route,
  assembly,
  reload,
  importRoll,
  gone,
}: {
  home: Home;
  route: Route;
  assembly: AssemblyRow;
  reload: () => Promise<void>;
  importRoll: HomePageProps['importRoll'];
  gone: string;
}) {
  switch (route.page) {
    case 'roll':
      return <RollPage assembly={assembly} importRoll={importRoll(assembly, reload)} reload={reload} />;
    case 'data':
      return <DataPage assembly={assembly} now={home.now} reload={reload} />;
    case 'new':
      return (
        <NewSession
          key={route.copy}
          assembly={assembly}
          copy={assembly.sessions.find(({ id }) => id === route.copy) ?? null}
          reload={reload}
        />
      );
    case 'session': {
      const row = assembly.sessions.find(({ id }) => id === route.session);
      return row ? (
        <SessionPage key={row.id} assembly={assembly} row={row} now={home.now} reload={reload} />
      ) : (
        <Band kind="error">{gone}</Band>
      );
    }
    case 'assemblies':
    case 'access':
    case 'computer':
      return (
        <AssemblyPage assembly={assembly} due={home.due.filter((one) => one.assembly === assembly.id)} now={home.now} reload={reload} />
      );
    default:
      return route satisfies never;
  }
}
