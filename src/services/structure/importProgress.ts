/** How far work on a file is. It lives in the process that works: what a transaction wrote is not seen from outside before it ends. */
export type ImportProgress = { stage: 'reading' | 'checking' | 'writing'; done: number; total: number }

const KEY = Symbol.for('portal.tableImportProgress')
type Holder = { [KEY]?: Map<string, ImportProgress> }

/** On `globalThis`: Next bundles route handlers apart, and all must see the same. */
const running = (): Map<string, ImportProgress> => {
  const holder = globalThis as Holder
  holder[KEY] ??= new Map()
  return holder[KEY]
}

export const progressOf = (id: string): ImportProgress | undefined => running().get(id)

export const setProgress = (id: string, progress: ImportProgress): void => {
  running().set(id, progress)
}

export const endProgress = (id: string): void => {
  running().delete(id)
}

/** Lets requests that wait be answered before work goes on that lets nobody between. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
