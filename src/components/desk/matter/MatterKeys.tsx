'use client'

import { useKeys } from '../hooks/useKeys'
import { useBench } from './context'

const go = (href: string | undefined) => (href ? () => window.location.assign(href) : undefined)

/** The main action's button is asked, so that the key does exactly what the hand would. */
const main = () => document.querySelector<HTMLElement>('#act [data-tone=main]')?.click()

/** Keys of a matter's page. */
export const MatterKeys = () => {
  const { neighbours } = useBench()
  useKeys({
    j: go(neighbours?.next),
    k: go(neighbours?.prev),
    a: main,
    c: () => document.querySelector<HTMLElement>('#compose textarea')?.focus(),
  })
  return null
}
