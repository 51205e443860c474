import { faultError } from '../faults'

export type WriteQueue = {
  /** Waits for the writer, first come first served; rejects with DomainError `busy` after `limitMs`. Returns the release. */
  acquire: (holder: string, limitMs: number) => Promise<() => void>
  /** Who has the writer now. */
  holder: () => string | undefined
  waiting: () => number
  /** How often somebody asked since the start, and how long all of them waited together, in seconds. */
  waited: () => { turns: number; seconds: number }
}

type Turn = { holder: string; grant: () => void }

/** One writer, one holder at a time. Releasing twice is harmless: the second call does nothing. */
export const makeWriteQueue = (): WriteQueue => {
  const waiters: Turn[] = []
  let current: Turn | undefined
  let turns = 0
  let ms = 0

  const releaseOf = (turn: Turn) => () => {
    if (current !== turn) return
    current = waiters.shift()
    current?.grant()
  }

  const acquire = (holder: string, limitMs: number): Promise<() => void> => {
    turns += 1
    if (current === undefined) {
      current = { holder, grant: () => undefined }
      return Promise.resolve(releaseOf(current))
    }
    const blocker = current
    const asked = performance.now()
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        ms += performance.now() - asked
        waiters.splice(waiters.indexOf(turn), 1)
        reject(faultError('busy', current === blocker ? 'openTransaction' : 'queueTooLong'))
      }
      const timer = setTimeout(giveUp, limitMs)
      const grant = () => {
        clearTimeout(timer)
        ms += performance.now() - asked
        resolve(releaseOf(turn))
      }
      const turn: Turn = { holder, grant }
      waiters.push(turn)
    })
  }

  return { acquire, holder: () => current?.holder, waiting: () => waiters.length, waited: () => ({ turns, seconds: ms / 1000 }) }
}
