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

/** Runs `main`; a fault ends the process with exit code 1 and one line per fault. */
export const runMain = async (main) => {
  try {
    await main()
  } catch (error) {
    const lines = error.faults ?? (error instanceof Fault ? [error.message] : [error.stack ?? String(error)])
    for (const line of lines) process.stderr.write(`✗ ${line}\n`)
    process.exit(1)
  }
}
