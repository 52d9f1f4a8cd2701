// A long list, fetched by version instead of pushed (K5): the view says which version there is, the page asks for it when it is shown.
import { useEffect, useState } from 'react'
import { useConnection, useLink } from './live.ts'

export interface ListState<Rows> {
  readonly rows: Rows | null
  readonly state: 'loading' | 'ready' | 'refused'
  readonly code?: string
}

/** `version` null: do not ask yet. The rows stay on screen while a newer version is on its way. */
export const useList = <Rows>(list: string, key: string, version: string | null): ListState<Rows> => {
  const connection = useConnection()
  const live = useLink().kind === 'live'
  const [held, setHeld] = useState<{ readonly of: string; readonly version: string; readonly rows: Rows } | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const of = `${list} ${key}`
  useEffect(() => {
    if (!connection || version === null || !live) return
    let current = true
    const have = held?.of === of ? held.version : null
    if (have === version) return
    void connection.list(list, key, have).then((reply) => {
      if (!current) return
      if (!reply.ok) return setRefused(reply.code)
      setRefused(null)
      // The list's own function made them; the caller names its type.
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
      if (reply.rows !== undefined) setHeld({ of, version: reply.version, rows: reply.rows as Rows })
    })
    return () => {
      current = false
    }
    // `held` is what this effect sets.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connection, live, list, key, version])
  if (held?.of === of) return { rows: held.rows, state: 'ready' }
  return refused === null ? { rows: null, state: 'loading' } : { rows: null, state: 'refused', code: refused }
}
