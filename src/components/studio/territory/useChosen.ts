'use client'

import { useEffect, useState } from 'react'
import { ask, type Fault } from '../api'

type Loaded<T> = { id: string; data?: T; fault?: Fault }

const read = async <T>(door: string, id: string, signal?: AbortSignal): Promise<Loaded<T> | undefined> => {
  const answer = await ask<T>(`${door}/${encodeURIComponent(id)}`, { signal })
  if (answer.ok) return { id, data: answer.data }
  return answer.fault.code === 'aborted' ? undefined : { id, fault: answer.fault }
}

/** What stands behind a chosen node, asked anew whenever another is chosen or `reload` is called. */
export const useChosen = <T>(door: string, id: string | undefined): { data?: T; fault?: Fault; reload: () => Promise<void> } => {
  const [loaded, setLoaded] = useState<Loaded<T>>()
  useEffect(() => {
    if (!id) return
    const leaving = new AbortController()
    void read<T>(door, id, leaving.signal).then((answer) => { if (answer) setLoaded(answer) })
    return () => leaving.abort()
  }, [door, id])
  const current = loaded && loaded.id === id ? loaded : undefined
  return {
    data: current?.data, fault: current?.fault,
    reload: async () => {
      const answer = id ? await read<T>(door, id) : undefined
      if (answer) setLoaded(answer)
    },
  }
}
