/** Elapsed time the way people read it: 850 ms, 4.2 s, 3 min 05 s. */
export const elapsed = (ms) => {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

export const say = (line) => process.stdout.write(`${line}\n`)

/** A fault that the person at the console can read and act upon: printed as one line, without a stack. */
export class Fault extends Error {
  name = 'Fault'
}

// Next puts these words before whatever the portal itself says while it opens.
const ADDED = /^An error occurred while loading instrumentation hook: /

const told = (error) => {
  if (Array.isArray(error?.faults)) return error.faults
  const message = String(error?.message ?? error).replace(ADDED, '')
  return error instanceof Fault ? [message] : [message, String(error?.stack ?? '').split('\n').slice(1).join('\n')]
}

/** Runs `main`; an error ends the process with exit code 1. One line per fault; a stack only behind what nobody expected. */
export const runMain = async (main) => {
  try {
    await main()
  } catch (error) {
    const isExpected = Array.isArray(error?.faults) || error instanceof Fault
    const [first, ...rest] = told(error)
    process.stderr.write(`✗ ${first}\n`)
    for (const line of rest) process.stderr.write(isExpected ? `✗ ${line}\n` : `${line}\n`)
    process.exit(1)
  }
}
