'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and while hydrating, then true: for what only works with JavaScript. */
export const useInBrowser = (): boolean => useSyncExternalStore(never, () => true, () => false)
