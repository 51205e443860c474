'use client'

import type { ImportProgress } from '../../../services/structure/importProgress'
import { useSay } from '../words'

const isCounted = (progress: ImportProgress | undefined): progress is ImportProgress => progress?.stage === 'writing' && progress.total > 0

/** Nothing to count yet: neither before anything came nor when writing has only begun. */
const stageOf = (progress: ImportProgress | undefined) => {
  if (!progress) return 'waiting'
  return progress.stage === 'writing' && !isCounted(progress) ? 'begun' : progress.stage
}

/** How far work on a file is: which part of it, and of how many rows. */
export const ProgressLine = ({ progress }: { progress: ImportProgress | undefined }) => {
  const say = useSay('studioTerritory')
  const words = say(`import.progress.${stageOf(progress)}`, { done: progress?.done ?? 0, total: progress?.total ?? 0 })
  return (
    <div className="stack-s">
      <p role="status">{words}</p>
      <progress className="progress-line" aria-label={words} {...(isCounted(progress) ? { max: progress.total, value: progress.done } : {})} />
    </div>
  )
}
