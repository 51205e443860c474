'use client'

import { createContext, useCallback, useContext, type ReactNode } from 'react'
import { fill, type Params } from '../../i18n/fill'
import type { Key, KeyUnder } from '../../i18n'
import type { Lang } from '../../domain/words'
import type { Namespace } from '../../services/studio/frame'

/** What a component of the editors needs to say words and times. */
export type StudioSettings = { lang: Lang; now: number; timeZone: string; words: Record<string, string> }

const StudioContext = createContext<StudioSettings | undefined>(undefined)

export const StudioProvider = ({ settings, children }: { settings: StudioSettings; children: ReactNode }) => <StudioContext value={settings}>{children}</StudioContext>

export const useStudio = (): StudioSettings => {
  const settings = useContext(StudioContext)
  if (!settings) throw new Error('useStudio outside StudioProvider')
  return settings
}

/** Says a text of one part of the dictionary; a missing one shows its key. The page must have been given that part (`speaks`). */
export const useSay = <P extends Namespace>(namespace: P): ((key: KeyUnder<P, Key>, params?: Params) => string) => {
  const { words } = useStudio()
  return useCallback((key: string, params?: Params) => fill(words[`${namespace}.${key}`] ?? key, params), [words, namespace])
}

/** A text whose key is only known at run time; undefined when there is none. */
export const useSayMaybe = (namespace: Namespace): ((key: string, params?: Params) => string | undefined) => {
  const { words } = useStudio()
  return useCallback((key: string, params?: Params) => {
    const text = words[`${namespace}.${key}`]
    return text === undefined ? undefined : fill(text, params)
  }, [words, namespace])
}
