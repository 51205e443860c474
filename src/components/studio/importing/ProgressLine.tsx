'use client'

import type { ImportProgress } from '../../../services/structure/importProgress'
import { useSay } from '../words'

/** How far work on a file is: which part of it, and of how many rows. */
export const ProgressLine = ({ progress }: { progress: ImportProgress | undefined }) => {
  const say = useSay('studioTerritory')
  const counted = progress?.stage === 'writing' && progress.total > 0
  const stage = progress?.stage === 'writing' && !counted ? 'begun' : (progress?.stage ?? 'waiting')
  const words = say(`import.progress.${stage}`, { done: progress?.done ?? 0, total: progress?.total ?? 0 })
  return (
    <div className="stack-s">
      <p role="status">{words}</p>
      <progress className="progress-line" aria-label={words} {...(counted ? { max: progress.total, value: progress.done } : {})} />
    </div>
  )
}
