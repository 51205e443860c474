type Clock = () => number

// Next bundles this file more than once in one process; all copies have to agree on what time it is.
const KEY = Symbol.for('portal.clock')
const holder = globalThis as typeof globalThis & { [KEY]?: Clock }

/** Milliseconds since 1970, by the wall clock or by the clock that was set. */
export const now = (): number => (holder[KEY] ?? Date.now)()

/** Sets the clock of the whole process, for the demo and for tests; without an argument the wall clock is back. */
export const setClock = (clock?: Clock): void => {
  holder[KEY] = clock
}

/** Runs `body` by `clock` (or at one moment, in milliseconds) and puts the earlier clock back, whatever happens. For one caller at a time. */
export const withClock = async <T>(clock: Clock | number, body: () => T | Promise<T>): Promise<T> => {
  const before = holder[KEY]
  setClock(typeof clock === 'number' ? () => clock : clock)
  try {
    return await body()
  } finally {
    setClock(before)
  }
}
