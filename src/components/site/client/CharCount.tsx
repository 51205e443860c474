'use client'
import { useEffect, useState } from 'react'
import { fill } from '../../../i18n/fill'

export type CharCountProps = { /** Id of the input it counts. */ target: string; max: number; words: { count: string } }

/** How much was written of what may be. Characters are counted as the server counts them. Told to screen readers near the end only. */
export const CharCount = ({ target, max, words }: CharCountProps) => {
  const [used, setUsed] = useState<number>()

  useEffect(() => {
    const input = document.getElementById(target)
    if (!(input instanceof HTMLTextAreaElement)) return
    const count = () => setUsed(Array.from(input.value).length)
    count()
    input.addEventListener('input', count)
    return () => input.removeEventListener('input', count)
  }, [target])

  if (used === undefined) return null
  return (
    <p className="small muted" role={used > max * 0.9 ? 'status' : undefined}>
      {fill(words.count, { used, max })}
    </p>
  )
}
