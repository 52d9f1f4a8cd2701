// The server's time on this page (K7): every device shows the same second. The connection keeps the offset; without one it is this device's clock.
import { useEffect, useState } from 'react';
import { useConnection } from './live.ts';

/** Epoch ms of the server; renders again at each `everyMs`, aligned to the server's second. */
export const useNow = (everyMs = 1000): number => {
  const connection = useConnection();
  const read = () => connection?.serverNow() ?? Date.now();
  const [now, setNow] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = read();
      setNow(at);
      timer = setTimeout(tick, everyMs - (at % everyMs) + 5);
    };
    tick();
    return () => clearTimeout(timer);
    // `read` follows the connection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connection, everyMs]);
  return now;
};
