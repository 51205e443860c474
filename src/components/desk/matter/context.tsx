'use client'

import { createContext, useContext } from 'react'
import type { Answer } from '../api'
import type { Neighbours } from '../queue/came'
import type { ActAnswer, ApiError, ConflictDetail, MatterAct, MatterVM } from '../types'

/** What everything on a matter's page shares. */
export type MatterBench = {
  matter: MatterVM
  /** Somebody changed it since the page was read. */
  conflict?: ConflictDetail
  /** Does an act and shows the matter as it stands afterwards. `said`: the line that tells it was done. */
  act: <T extends { revision?: number } = ActAnswer>(act: MatterAct, input: Record<string, unknown>, said?: string) => Promise<Answer<T>>
  transition: (call: { action: string; input: Record<string, unknown>; key: string }, said: string) => Promise<Answer<ActAnswer>>
  /** Where it stands in the list the person came from. */
  neighbours?: Neighbours
  /** Reads the matter again; what is typed stays. */
  reload: () => Promise<ApiError | undefined>
}

const MatterContext = createContext<MatterBench | undefined>(undefined)

export const MatterProvider = MatterContext

export const useBench = (): MatterBench => {
  const bench = useContext(MatterContext)
  if (!bench) throw new Error('useBench outside a matter page')
  return bench
}
