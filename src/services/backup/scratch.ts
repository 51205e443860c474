import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { now } from '@/lib/clock'

const PREFIX = '.backup-'
const DAY = 86_400_000

/** What a command that was killed has left: nobody works a day on one. */
const sweep = async (dataDir: string): Promise<void> => {
  for (const name of (await readdir(dataDir)).filter((each) => each.startsWith(PREFIX))) {
    const place = path.join(dataDir, name)
    if (now() - (await stat(place)).mtimeMs > DAY) await rm(place, { recursive: true, force: true })
  }
}

/** Lends a folder beside the data, closed to others, and takes it away again: what is not sealed never lies anywhere else. */
export const withScratch = async <T>(dataDir: string, work: (scratch: string) => Promise<T>): Promise<T> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await sweep(dataDir)
  const scratch = await mkdtemp(path.join(dataDir, PREFIX))
  try {
    return await work(scratch)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
