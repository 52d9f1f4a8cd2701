/* Where one is in the organiser's pages, in the address, so that back, forward and a bookmark work: #/assembly/ID/roll.
   Ids only: nothing personal is ever in an address. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly page: 'assemblies'; readonly assembly: string | null }
  | { readonly page: 'roll' | 'data'; readonly assembly: string }
  | { readonly page: 'new'; readonly assembly: string; readonly copy: string | null }
  | { readonly page: 'session'; readonly session: string }
  | { readonly page: 'access' }
  | { readonly page: 'computer' };

export const readRoute = (hash: string): Route => {
  const [first = '', id = '', third = '', fourth = ''] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'access') return { page: 'access' };
  if (first === 'computer') return { page: 'computer' };
  if (first === 'session' && id !== '') return { page: 'session', session: id };
  if (first === 'assembly' && id !== '') {
    if (third === 'roll' || third === 'data') return { page: third, assembly: id };
    if (third === 'new') return { page: 'new', assembly: id, copy: fourth === '' ? null : fourth };
    return { page: 'assemblies', assembly: id };
  }
  return { page: 'assemblies', assembly: null };
};
export const href = (route: Route): string => {
  switch (route.page) {
    case 'assemblies':
      return route.assembly === null ? '#/' : `#/assembly/${route.assembly}`;
    case 'roll':
    case 'data':
      return `#/assembly/${route.assembly}/${route.page}`;
    case 'new':
      return `#/assembly/${route.assembly}/new${route.copy === null ? '' : `/${route.copy}`}`;
    case 'session':
      return `#/session/${route.session}`;
    case 'access':
    case 'computer':
      return `#/${route.page}`;
    default:
      return route satisfies never;
  }
};
const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};
const hash = (): string => location.hash;
export const useRoute = (): Route => readRoute(useSyncExternalStore(subscribe, hash, hash));
export const goTo = (route: Route): void => {
  location.hash = href(route);
};
