'use client'

import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { readQueue } from '../api'
import { keepList, longer, neighboursOf, onListChange, parseList, readList, wantsMore, type Neighbours } from '../queue/came'
import { parseQuery } from '../queue/query'

/** Where a matter stands in the list the person came from; more of the list is read when its known end is reached. */
export const useNeighbours = (id: string): Neighbours | undefined => {
  const text = useSyncExternalStore(onListChange, readList, () => null)
  const list = useMemo(() => parseList(text), [text])
  useEffect(() => {
    if (!list || !wantsMore(list, id)) return undefined
    const giveUp = new AbortController()
    const ask = async () => {
      const answer = await readQueue(parseQuery(list.href.split('?')[1] ?? ''), { after: list.next, signal: giveUp.signal })
      if (answer.ok && !giveUp.signal.aborted) keepList(longer(list, answer.data.rows, answer.data.next))
    }
    void ask()
    return () => giveUp.abort()
  }, [list, id])
  return useMemo(() => (list ? neighboursOf(list, id) : undefined), [list, id])
}
