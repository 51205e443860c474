/** How far a running import has come. It lives in the process that works: the writer's transaction is not seen from outside before it ends. */
export type Progress = { done: number; total: number }

const KEY = Symbol.for('portal.importProgress')
type Holder = { [KEY]?: Map<string, Progress> }

/** On `globalThis`: Next bundles route handlers apart, and all must see the same. */
const running = (): Map<string, Progress> => {
  const holder = globalThis as Holder
  holder[KEY] ??= new Map()
  return holder[KEY]
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
