'use client'

import type { Fault } from '../api'
import { useSay, useSayMaybe } from '../words'
import { Note } from './Mark'

/** What a refused request said, in words: what happened, that nothing was saved, and each thing to mend. */
export const FaultNote = ({ fault }: { fault: Fault | undefined }) => {
  const say = useSay('studio')
  const sayMaybe = useSayMaybe('studio')
  if (!fault || fault.code === 'aborted') return null
  const key = fault.code === 'conflict' && fault.detail.inUse === true ? 'inUse' : fault.code
  const head = sayMaybe(`fault.${key}`, { reference: fault.reference ?? '' }) ?? fault.message ?? say('fault.internal', { reference: fault.reference ?? '' })
  return (
    <Note tone="stop" alert>
      <b>{head}</b>
      {fault.said.length > 0 ? <ul>{fault.said.map(({ path, text }) => <li key={`${path}${text}`}>{text}</li>)}</ul> : null}
    </Note>
  )
}
