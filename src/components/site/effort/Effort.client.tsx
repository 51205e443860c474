'use client'
import { useEffect, useRef } from 'react'
import type { Lang } from '../../../domain/words'
import type { EffortView } from '../types'

export type EffortWords = Record<'label' | 'verifying' | 'verified' | 'failed' | 'expired' | 'wait' | 'why' | 'slow' | 'empty', string>

export type EffortProps = { lang: Lang; view: EffortView; words: EffortWords }

/** Work in the background needs a secure connection; without one the task goes back as it is, and the server is patient. */
const canWork = (): boolean => window.isSecureContext && 'Worker' in window && 'customElements' in window

/** The task of a form as it was given, what is done about it, and a field that only machines fill in. */
export const Effort = ({ lang, view: { task, names }, words }: EffortProps) => {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const host = place.current
    if (!host || !canWork()) return
    let end: (() => void) | undefined
    let left = false
    // A browser that cannot load it sends the task unsolved, and is let in slowly.
    void import('./widget').then(({ mount }) => {
      if (!left) end = mount({ host, task, name: names.solved, lang, words })
    }, () => undefined)
    return () => {
      left = true
      end?.()
    }
  }, [task, names.solved, lang, words])

  return (
    <div className="effort stack" data-effort="">
      <p className="small muted">{words.why}</p>
      <div ref={place} role="status" />
      <noscript>
        <p className="small">{words.slow}</p>
      </noscript>
      <input type="hidden" name={names.task} value={task} />
      <div className="unseen" aria-hidden="true">
        <label>
          {words.empty}
          <input type="text" name={names.empty} tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </div>
  )
}
