/** How long a count may stand while nothing is written: it is late and soon by the clock, too. */
const KEPT_MS = 10_000
const MOST = 500

type Entry<T> = { version: string; at: number; value: Promise<T> }

/**
 * Keeps answers until the database is written to, or `KEPT_MS` have passed. `version` is asked before each answer and says
 * whether anything was written since.
 */
export const makeMemo = <T>() => {
  const entries = new Map<string, Entry<T>>()
  return async ({ key, now, version, make }: { key: string; now: number; version: () => Promise<string>; make: () => Promise<T> }): Promise<T> => {
    const current = await version()
    const known = entries.get(key)
    if (known && known.version === current && Math.abs(now - known.at) < KEPT_MS) return known.value
    if (entries.size >= MOST) entries.delete(entries.keys().next().value ?? '')
    const value = make()
    entries.set(key, { version: current, at: now, value })
    try {
      return await value
    } catch (error) {
      entries.delete(key)
      throw error
    }
  }
}
