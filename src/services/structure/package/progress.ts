/** How far a running import has come. It lives in the process that works: the writer's transaction is not seen from outside before it ends. */
export type Progress = { done: number; total: number }

const KEY = Symbol.for('portal.importProgress')
const WORK = Symbol.for('portal.importWork')
type Holder = { [KEY]?: Map<string, Progress>; [WORK]?: Set<string> }

/** On `globalThis`: Next bundles route handlers apart, and all must see the same. */
const running = (): Map<string, Progress> => {
  const holder = globalThis as Holder
  holder[KEY] ??= new Map()
  return holder[KEY]
}

const works = (): Set<string> => {
  const holder = globalThis as Holder
  holder[WORK] ??= new Set()
  return holder[WORK]
}

/** Whether this process works on an import. */
export const isAtWork = (id: string): boolean => works().has(id)

/** Marks an import as worked on here while it is claimed; nothing is worked on that could not be. Fails as the claim fails. */
export const takeUp = async <T>(id: string, claim: () => Promise<T>): Promise<T> => {
  const mine = !isAtWork(id)
  works().add(id)
  try {
    return await claim()
  } catch (error) {
    if (mine) works().delete(id)
    throw error
  }
}

export const progressOf = (id: string): Progress | undefined => running().get(id)

export const beginProgress = (id: string, total: number): void => {
  running().set(id, { done: 0, total })
}

export const advance = (id: string, rows: number): void => {
  const progress = running().get(id)
  if (progress) running().set(id, { ...progress, done: Math.min(progress.total, progress.done + rows) })
}

export const endProgress = (id: string): void => {
  running().delete(id)
}

/** Work on an import has ended, whichever way. */
export const layDown = (id: string): void => {
  endProgress(id)
  works().delete(id)
}
