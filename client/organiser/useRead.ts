/* One list of the server on one page: read when the page opens, and again after something was done to it. A reading that fails keeps the last one. */
import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { ask, type Asked, type Failed } from './api.ts';

export interface Read<T> {
  /** Null until the first answer. */
  readonly data: T | null;
  readonly failed: Failed | null;
  readonly again: () => Promise<void>;
}

export const useRead = <T>(schema: z.ZodType<T>, path: string): Read<T> => {
  const [held, setHeld] = useState<{ readonly path: string; readonly data: T | null; readonly failed: Failed | null }>({
    path,
    data: null,
    failed: null,
  });
  const take = useCallback(
    (reply: Asked<T>) => {
      setHeld((was) =>
        reply.ok ? { path, data: reply.data, failed: null } : { path, data: was.path === path ? was.data : null, failed: reply },
      );
    },
    [path],
  );
  const again = useCallback(() => ask(schema, path).then(take), [schema, path, take]);
  useEffect(() => {
    let here = true;
    void ask(schema, path).then((reply) => {
      if (here) take(reply);
    });
    return () => {
      here = false;
    };
  }, [schema, path, take]);
  return { data: held.path === path ? held.data : null, failed: held.failed, again };
};
