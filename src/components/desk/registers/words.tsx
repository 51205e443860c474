'use client'

import { createContext, useCallback, useContext, type ReactNode } from 'react'
import type { KeyUnder } from '../../../i18n'
import { fill, type Params } from '../../../i18n/fill'

export type RegisterWords = Record<string, string>
export type RegisterKey = KeyUnder<'registers'>
export type SayRegister = (key: RegisterKey, params?: Params) => string

const WordsContext = createContext<RegisterWords>({})

/** Gives a page of registers its part of the dictionary. */
export const RegisterProvider = ({ words, children }: { words: RegisterWords; children: ReactNode }) => <WordsContext value={words}>{children}</WordsContext>

/** Says a text of registers; a missing one shows its key. */
export const useRegister = (): SayRegister => {
  const words = useContext(WordsContext)
  return useCallback((key, params) => fill(words[key] ?? key, params), [words])
}

/** A text whose key is only known at run time. */
export const useRegisterMaybe = (): ((key: string, params?: Params) => string | undefined) => {
  const words = useContext(WordsContext)
  return useCallback((key, params) => (words[key] === undefined ? undefined : fill(words[key], params)), [words])
}
