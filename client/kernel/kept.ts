/* A component that is drawn again only when one of its props is another: for the rows of long lists. What `memo` does, without carrying it on
   the phones' first page, where no list is long. The props must always be the same ones. Safe for phones. */
import { createElement, useMemo, type ComponentType } from 'react';

export const kept = <Props extends object>(Part: ComponentType<Props>): ComponentType<Props> =>
  function Kept(props: Props) {
    // Named one by one by whoever uses it, so that their number never changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    return useMemo(() => createElement(Part, props), Object.values(props));
  };
