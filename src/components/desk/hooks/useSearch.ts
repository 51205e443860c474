'use client'

import { useEffect, useState } from 'react'
import type { Answer } from '../api'
import type { ApiError } from '../types'

export type SearchState<T> = { busy: boolean; data?: T; error?: ApiError; asked?: string }

const WAIT_MS = 220

/** Asks while somebody types: after a pause, the last question only. `text` undefined: do not ask. `run` must be stable. */
export const useSearch = <T>(text: string | undefined, run: (text: string, signal: AbortSignal) => Promise<Answer<T>>): SearchState<T> => {
  const [state, setState] = useState<SearchState<T>>({ busy: false })
  useEffect(() => {
    if (text === undefined) return undefined
    const giveUp = new AbortController()
    const ask = async () => {
      const answer = await run(text, giveUp.signal)
      if (giveUp.signal.aborted) return
      setState(answer.ok ? { busy: false, data: answer.data, asked: text } : { busy: false, error: answer.error, asked: text })
    }
    const timer = setTimeout(() => void ask(), WAIT_MS)
    return () => {
      clearTimeout(timer)
      giveUp.abort()
    }
  }, [text, run])
  return text !== undefined && state.asked !== text ? { ...state, busy: true, error: undefined } : state
}
