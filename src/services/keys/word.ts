import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const shape = z.object({ at: z.number(), ring: z.array(z.string()), uses: z.record(z.string(), z.number()), unknown: z.number() })

/** Which keys the running portal has, how many rows each of them sealed, and how many name a key that is not in the ring. */
export type KeyState = z.infer<typeof shape>

const fileIn = (dataDir: string): string => path.join(dataDir, 'contact-keys.json')

/** Leaves the portal's word for the command that turns the ring: the command never opens the database, which one process alone writes. */
export const leaveWord = (dataDir: string, state: KeyState): void => {
  const part = `${fileIn(dataDir)}.part`
  writeFileSync(part, JSON.stringify(state), { mode: 0o600 })
  renameSync(part, fileIn(dataDir))
}

/** What the portal last said; undefined where it never did. */
export const readWord = (dataDir: string): KeyState | undefined => {
  try {
    return shape.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
