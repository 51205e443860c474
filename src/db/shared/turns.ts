import type { Sweep, Sweeps, Turn } from './types'

/** A turn comes a little before its time rather than a whole tick after it. */
const EARLY = 0.1

/** How rows of sweeps are kept. */
export type TurnStore = {
  read: (name: string) => Promise<Sweep | undefined>
  /** Writes a row if it stands as it was read (`before`; undefined: not at all). False when somebody was faster. */
  put: (row: Sweep, before: Sweep | undefined) => Promise<boolean>
  all: () => Promise<Sweep[]>
  /** Forgets every row but these. */
  keep: (names: readonly string[]) => Promise<void>
}

const isHeld = ({ holder, heldUntil = 0 }: Sweep, at: number): boolean => holder !== undefined && at < heldUntil

/** Whether the last holder ended its turn. One that crashed did not, and its turn is anybody's once its hold has run out. */
const isEnded = ({ begunAt, endedAt }: Sweep): boolean => begunAt !== undefined && endedAt !== undefined && endedAt >= begunAt

/** However many turns were missed, one is due, for whoever comes first. */
const isDue = (row: Sweep, at: number): boolean => !isEnded(row) || at < (row.begunAt ?? 0) || at - (row.begunAt ?? 0) >= row.every * (1 - EARLY)

const isMine = (row: Sweep | undefined, holder: string): row is Sweep => row !== undefined && row.holder === holder

/** The rules of turns over rows kept anywhere: one holder at a time, a crashed one's turn taken over, missed turns caught up once. */
export const makeTurns = (store: TurnStore): Sweeps => {
  const begin = async ({ name, every, holder, at, until }: Turn): Promise<boolean> => {
    const before = await store.read(name)
    const row = { ...(before ?? { name, faults: 0 }), every }
    if (isHeld(row, at) || !isDue(row, at)) return false
    return store.put({ ...row, holder, heldUntil: until, begunAt: at }, before)
  }
  return {
    plan: async (planned) => {
      await store.keep(planned.map(({ name }) => name))
      for (const { name, every } of planned) {
        const before = await store.read(name)
        if (before?.every !== every) await store.put({ ...(before ?? { name, faults: 0 }), every }, before)
      }
    },
    begin,
    renew: async ({ name, holder, until }) => {
      const row = await store.read(name)
      return isMine(row, holder) && store.put({ ...row, heldUntil: until }, row)
    },
    end: async ({ name, holder, at, outcome }) => {
      const row = await store.read(name)
      if (!isMine(row, holder)) return
      const { holder: _holder, heldUntil: _until, begunAt, ...rest } = row
      // cut short: its turn is not over, and anybody may take it at once
      if (outcome === 'cut') await store.put({ ...rest, name }, row)
      else await store.put({ ...rest, begunAt, endedAt: at, faults: outcome === 'failed' ? row.faults + 1 : 0 }, row)
    },
    all: store.all,
  }
}
