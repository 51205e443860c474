import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { findRows } from '@/db/rows'
import { env } from '@/lib/env'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'

const DAY = 86_400_000
const FOLDERS = ['attachments', 'originals'] as const
/** How a photo's file begins: the id of its row. */
const NAMED = /^[0-9A-HJKMNP-TV-Z]{26}(?=\.)/
/** What a write that was cut off has left. */
const CUT_OFF = '.part'

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

const isOld = async (file: string): Promise<boolean> => now() - (await stat(file)).mtimeMs > DAY

const strangersIn = async (payload: Payload, folder: string): Promise<string[]> => {
  const names = (await namesIn(folder)).filter((name) => NAMED.test(name))
  const ids = [...new Set(names.flatMap((name) => NAMED.exec(name)?.[0] ?? []))]
  const rows = ids.length === 0 ? [] : await findRows({ payload }, SLUG.attachments, { where: { id: { in: ids } }, select: { stage: true } })
  const known = new Set(rows.map(({ id }) => id))
  return names.filter((name) => name.endsWith(CUT_OFF) || !known.has(NAMED.exec(name)?.[0] ?? '')).map((name) => path.join(folder, name))
}

/**
 * Removes files of photos that no row speaks of, once they are a day old: left by a process that ended between the file and its row, nobody would
 * ever find or erase them. `turn`: which part of the folders is looked at, of how many. Returns how many files went.
 */
export const removeStrays = async (payload: Payload, { turn, of }: { turn: number; of: number } = { turn: 0, of: 1 }): Promise<number> => {
  let removed = 0
  for (const name of FOLDERS) {
    const root = path.join(env().DATA_DIR, name)
    const parts = (await namesIn(root)).sort().filter((_, index) => index % of === turn % of)
    for (const part of parts) {
      for (const file of await strangersIn(payload, path.join(root, part))) {
        if (!(await isOld(file))) continue
        await rm(file, { force: true })
        removed += 1
      }
    }
  }
  return removed
}
