'use client'

import { useEffect, useRef, useState } from 'react'
import { ask, type Fault } from '../api'

type Loaded<T> = { id: string; data?: T; fault?: Fault }

const read = async <T>(door: string, id: string, signal?: AbortSignal): Promise<Loaded<T> | undefined> => {
  const answer = await ask<T>(`${door}/${encodeURIComponent(id)}`, { signal })
  if (answer.ok) return { id, data: answer.data }
  return answer.fault.code === 'aborted' ? undefined : { id, fault: answer.fault }
}

/**
 * What stands behind a chosen node, asked anew whenever another is chosen or `reload` is called. Answers may come late and out of order: only the
 * one to the last question about the node that is chosen now counts.
 */
export const useChosen = <T>(door: string, id: string | undefined): { data?: T; fault?: Fault; reload: () => Promise<void> } => {
  const [loaded, setLoaded] = useState<Loaded<T>>()
  const wanted = useRef<string>(undefined)
  const asked = useRef(0)
  const load = async (one: string, signal?: AbortSignal): Promise<void> => {
    asked.current += 1
    const turn = asked.current
    const answer = await read<T>(door, one, signal)
    if (answer && turn === asked.current && wanted.current === one) setLoaded(answer)
  }
  const loading = useRef(load)
  useEffect(() => {
    loading.current = load
  })
  useEffect(() => {
    wanted.current = id
    if (!id) return
    const leaving = new AbortController()
    void loading.current(id, leaving.signal)
    return () => leaving.abort()
  }, [door, id])
  const current = loaded && loaded.id === id ? loaded : undefined
  return {
    data: current?.data, fault: current?.fault,
    // What is chosen by now, which may be another than when this was asked for.
    reload: async () => { if (wanted.current) await loading.current(wanted.current) },
  }
}
