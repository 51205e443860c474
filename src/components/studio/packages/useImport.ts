'use client'

import { useCallback, useEffect, useState } from 'react'
import type { ImportView } from '../../../services/structure/package/importView'
import { ask, type Answer, type Fault } from '../api'

/** Between two looks while something runs, in milliseconds. */
const LOOK = 700

const running = ({ state }: ImportView): boolean => state === 'reading' || state === 'applying'

/** An import as it goes on: the page looks again as long as something runs. */
export const useImport = (first: ImportView) => {
  const [view, setView] = useState(first)
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const [looks, setLooks] = useState(0)
  const path = `packages/${encodeURIComponent(first.id)}`
  const look = useCallback(async () => {
    const answer = await ask<ImportView>(path)
    if (answer.ok) setView(answer.data)
    setFault(answer.ok ? undefined : answer.fault)
    setLooks((count) => count + 1)
  }, [path])
  useEffect(() => {
    if (!running(view)) return
    const timer = setTimeout(() => void look(), LOOK)
    return () => clearTimeout(timer)
    // looks: the page goes on looking where one look found nobody, as while the portal starts again
  }, [view, look, looks])
  const act = async (work: () => Promise<Answer<unknown>>): Promise<boolean> => {
    setBusy(true)
    setFault(undefined)
    const answer = await work()
    await look()
    if (!answer.ok) setFault(answer.fault)
    setBusy(false)
    return answer.ok
  }
  return {
    view, fault, busy,
    compare: (remove?: boolean) => act(() => ask(`${path}/compare`, { method: 'POST', json: remove === undefined ? {} : { remove } })),
    apply: (reason: string) => act(() => ask(`${path}/apply`, { method: 'POST', json: { reason } })),
    letGo: () => act(() => ask(path, { method: 'DELETE' })),
    takeBack: () => act(() => ask(`changes/${encodeURIComponent(view.batch ?? '')}/undo`, { method: 'POST', json: {} })),
  }
}

export type Importing = ReturnType<typeof useImport>
