import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type SmallDisk = { dir: string; /** Takes all the room there is, to the last byte. */ fill: () => void; free: () => void; close: () => void }

const BLOCK = Buffer.alloc(64 * 1024)

/** Writes until nothing more goes in, in ever smaller pieces. */
const fillUp = (file: string): void => {
  const handle = openSync(file, 'a')
  for (let size = BLOCK.length; size >= 1; size = Math.floor(size / 2)) {
    try {
      while (writeSync(handle, BLOCK, 0, size) > 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  closeSync(handle)
}

/** A disk of so many megabytes, in memory; undefined where this user may not mount one. */
export const smallDisk = (megabytes: number): SmallDisk | undefined => {
  const dir = mkdtempSync(path.join(tmpdir(), 'portal-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    rmSync(dir, { recursive: true })
    return undefined
  }
  const filler = path.join(dir, 'filler')
  return {
    dir,
    fill: () => fillUp(filler),
    free: () => rmSync(filler, { force: true }),
    close: () => {
      // what is still open there is let go of later
      execFileSync('umount', ['--lazy', dir])
      rmSync(dir, { recursive: true })
    },
  }
}
