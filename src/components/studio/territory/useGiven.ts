'use client'

import { useState } from 'react'

/** State that begins anew whenever what was given changes. */
export const useGiven = <G, T>(given: G, begin: (given: G) => T): [T, (next: T) => void] => {
  const [state, setState] = useState(() => ({ given, value: begin(given) }))
  const current = Object.is(state.given, given) ? state : { given, value: begin(given) }
  if (current !== state) setState(current)
  return [current.value, (value) => setState({ given, value })]
}
