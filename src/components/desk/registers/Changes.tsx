'use client'

import type { Change } from '../../../services/registers/view'
import { useRegister } from './words'

/** What was there before, and what is there now. */
export const Changes = ({ changes }: { changes: readonly Change[] }) => {
  const say = useRegister()
  if (changes.length === 0) return null
  return (
    <ul className="entry-changes small">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          <b>{label}</b> {before ? <><span className="hidden">{say('history.was')} </span><del>{before}</del></> : null} <span className="hidden">{say('history.now')} </span><ins>{after || say('history.empty')}</ins>
        </li>
      ))}
    </ul>
  )
}
