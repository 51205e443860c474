import { faultError } from '../faults'

export type WriteQueue = {
  /** Waits for the writer, first come first served; rejects with DomainError `busy` after `limitMs`. Returns the release. */
  acquire: (holder: string, limitMs: number) => Promise<() => void>
  /** Who has the writer now. */
  holder: () => string | undefined
  waiting: () => number
}

type Waiter = { holder: string; grant: () => void }

/** One writer, one holder at a time. Releasing twice is harmless: the second call does nothing. */
export const makeWriteQueue = (): WriteQueue => {
  const waiters: Waiter[] = []
  let current: string | undefined

  const releaseOf = (): (() => void) => {
    let released = false
    return () => {
      if (released) return
      released = true
      const next = waiters.shift()
      current = next?.holder
      next?.grant()
    }
  }

  const acquire = (holder: string, limitMs: number): Promise<() => void> => {
    if (current === undefined) {
      current = holder
      return Promise.resolve(releaseOf())
    }
    const blocker = current
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiters.splice(waiters.indexOf(waiter), 1)
        reject(faultError('busy', current === blocker ? 'openTransaction' : 'queueTooLong'))
      }
      const timer = setTimeout(giveUp, limitMs)
      const grant = () => {
        clearTimeout(timer)
        resolve(releaseOf())
      }
      const waiter: Waiter = { holder, grant }
      waiters.push(waiter)
    })
  }

  return { acquire, holder: () => current, waiting: () => waiters.length }
}
