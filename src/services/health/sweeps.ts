import { now } from '@/lib/clock'

/** How one of the portal's own sweeps has fared in this process. Times are epoch milliseconds. */
export type Sweep = { name: string; every: number; begunAt?: number; endedAt?: number; faults: number }

const KEY = Symbol.for('portal.sweeps')
const holder = globalThis as typeof globalThis & { [KEY]?: Map<string, Sweep> }

/** On `globalThis`: the pages that ask are bundled apart from the jobs that tell. */
const held = (): Map<string, Sweep> => (holder[KEY] ??= new Map())

const of = (name: string): Sweep => held().get(name) ?? { name, every: 0, faults: 0 }

export const sweepPlanned = (name: string, every: number): void => {
  held().set(name, { ...of(name), every })
}

export const sweepBegun = (name: string): void => {
  held().set(name, { ...of(name), begunAt: now() })
}

/** Notes the end of a turn; `failed`: it did not do what it should. Faults are counted in a row. */
export const sweepEnded = (name: string, { failed = false } = {}): void => {
  const sweep = of(name)
  held().set(name, { ...sweep, endedAt: now(), faults: failed ? sweep.faults + 1 : 0 })
}

/** Every sweep of this process, in the order it was planned. None where no jobs run, as in tests and on the command line. */
export const sweeps = (): Sweep[] => [...held().values()]

/** For tests: no sweeps known. */
export const forgetSweeps = (): void => held().clear()
