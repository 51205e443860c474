'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { fill, type Params } from '../../i18n/fill'
import type { KeyUnder } from '../../i18n'
import type { Lang } from '../../domain/words'
import type { DeskSettings } from './types'

/** A text of the desk's dictionary, e.g. "queue.more". */
export type DeskKey = KeyUnder<'desk'>

/** Says a text of the dictionary, filled. */
export type Say = (key: DeskKey, params?: Params) => string

/** What a component needs to say times and words. */
export type Desk = { lang: Lang; now: number; timeZone: string; say: Say; sayMaybe: (key: string, params?: Params) => string | undefined }

const DeskContext = createContext<Desk | undefined>(undefined)

/** The voice of a dictionary given as a flat list. A missing text shows its key. */
export const makeDesk = (settings: DeskSettings): Desk => {
  const sayMaybe = (key: string, params?: Params) => {
    const text = settings.words[key]
    return text === undefined ? undefined : fill(text, params)
  }
  const { lang, now, timeZone } = settings
  return { lang, now, timeZone, sayMaybe, say: (key, params) => sayMaybe(key, params) ?? key }
}

export const DeskProvider = ({ settings, children }: { settings: DeskSettings; children: ReactNode }) => {
  const { lang, now, timeZone, words } = settings
  const desk = useMemo(() => makeDesk({ lang, now, timeZone, words }), [lang, now, timeZone, words])
  return <DeskContext value={desk}>{children}</DeskContext>
}

/** A newer `now` for a part of the page that was asked for again. */
export const NowProvider = ({ now, children }: { now: number; children: ReactNode }) => {
  const outer = useDesk()
  const desk = useMemo(() => ({ ...outer, now }), [outer, now])
  return <DeskContext value={desk}>{children}</DeskContext>
}

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside DeskProvider')
  return desk
}

export const useWords = (): Say => useDesk().say
