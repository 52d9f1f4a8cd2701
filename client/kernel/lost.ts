// Since when a page has no line to the server, once that is worth saying: on phones, laptops and the wall alike. Safe for phones.
import { useEffect, useState } from 'react';
import { useLink } from './live.ts';

/** A blink of the network is not worth a band that jumps in. */
const sayLostAfterMs = 1500;

/** Since when the line is gone (epoch ms of this device), once it is gone long enough to be said. */
export const useLost = (): number | null => {
  const link = useLink();
  const since = link.kind === 'reconnecting' ? link.since : null;
  const [said, setSaid] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(since), since === null ? 0 : Math.max(0, since + sayLostAfterMs - Date.now()));
    return () => clearTimeout(timer);
  }, [since]);
  return since === null ? null : said;
};
