'use client'

import { createContext, useCallback, useContext, type ReactNode } from 'react'
import type { KeyUnder } from '../../../i18n'
import { fill, type Params } from '../../../i18n/fill'

export type RoundWords = Record<string, string>
export type RoundKey = KeyUnder<'routines.rounds'>
export type SayRound = (key: RoundKey, params?: Params) => string

const WordsContext = createContext<RoundWords>({})

/** Gives a page of rounds its part of the dictionary. */
export const RoundProvider = ({ words, children }: { words: RoundWords; children: ReactNode }) => <WordsContext value={words}>{children}</WordsContext>

/** Says a text of rounds; a missing one shows its key. */
export const useRound = (): SayRound => {
  const words = useContext(WordsContext)
  return useCallback((key, params) => fill(words[key] ?? key, params), [words])
}
