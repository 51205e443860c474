import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { now } from './clock'

const DAY = 86_400_000
const NAME = /^portal-(\d{4}-\d{2}-\d{2})\.log$/
/** How long nobody is told again that lines cannot be written. */
const QUIET = 60_000

export type LogFiles = { folder: string; keepDays: number }

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Removes files of days (UTC) before the last `keepDays`; of others in the folder it knows nothing. */
const prune = ({ folder, keepDays }: LogFiles, at: number): void => {
  const first = dayOf(at - keepDays * DAY)
  for (const name of readdirSync(folder)) {
    const day = NAME.exec(name)?.[1]
    if (day !== undefined && day < first) rmSync(path.join(folder, name))
  }
}

const open = (files: LogFiles, at: number): string => {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 })
  const file = path.join(files.folder, `portal-${dayOf(at)}.log`)
  const isNew = !existsSync(file)
  appendFileSync(file, '', { mode: 0o600 })
  if (isNew) chmodSync(file, 0o600)
  prune(files, at)
  return file
}

/**
 * Writes lines into a file a day (UTC), readable by the portal's own user alone, and removes what is older than `keepDays`. A full disk
 * stops no request: the lines still go to standard output, and `onFault` hears of it once a minute.
 */
export const logFile = (files: LogFiles, onFault: (error: unknown) => void): ((line: string) => void) => {
  let today = ''
  let file = ''
  let told = -Infinity
  return (line) => {
    const at = now()
    try {
      if (dayOf(at) !== today) {
        file = open(files, at)
        today = dayOf(at)
      }
      appendFileSync(file, line, { mode: 0o600 })
    } catch (error) {
      if (at - told >= QUIET) {
        told = at
        onFault(error)
      }
    }
  }
}
