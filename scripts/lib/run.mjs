import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const TAIL = 40

/**
 * Runs a program, hands each line it prints to `onLine`, and calls `onTick` every `tickMs` with the milliseconds since its start.
 * Resolves with its exit code and its last lines; never rejects for an exit code.
 * @param {{ file: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, onTick?: (ms: number) => void, tickMs?: number }} options
 * @returns {Promise<{ code: number, signal: string | null, tail: string[], ms: number }>}
 */
export const run = ({ file, args, cwd, env = process.env, onLine = () => undefined, onTick = () => undefined, tickMs = 10_000 }) =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const tail = []
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setInterval(() => onTick(performance.now() - start), tickMs)
    const listen = (stream) =>
      createInterface({ input: stream }).on('line', (line) => {
        tail.push(line)
        if (tail.length > TAIL) tail.shift()
        onLine(line)
      })
    listen(child.stdout)
    listen(child.stderr)
    child.once('error', (error) => {
      clearInterval(timer)
      reject(error)
    })
    child.once('close', (code, signal) => {
      clearInterval(timer)
      resolve({ code: code ?? (signal ? 1 : 0), signal, tail, ms: performance.now() - start })
    })
  })
