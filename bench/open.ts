import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionConfig, Payload } from 'payload'

export type Bench = { payload: Payload; dir: string }

/**
 * A portal on an empty SQLite file, and beside it in the same file a bare Payload collection with the very same fields:
 * no hooks, no access functions, no indexes but Payload's own.
 */
export const openBench = async (): Promise<Bench> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-bench-'))
  process.env.DATA_DIR = dir
  process.env.LOG_LEVEL = 'error'
  process.env.RATE_LIMITS = 'report=off'
  const [{ buildConfig, getPayload }, { collections }, { matterFields }, { makeAdapter }, { idField, office }] = await Promise.all([
    import('payload'), import('@/collections'), import('@collections/Matters/fields'), import('@/db/adapter'), import('@/fields'),
  ])
  const bare: CollectionConfig = { slug: 'bench-matters', fields: [idField(), office(), ...matterFields] }
  const config = buildConfig({
    secret: 'bench',
    collections: [...collections, bare],
    db: makeAdapter({ uri: `file:${path.join(dir, 'portal.db')}`, push: true, synchronous: process.env.SQLITE_SYNCHRONOUS === 'NORMAL' ? 'NORMAL' : 'FULL' }),
    localization: { locales: ['zh', 'en'], defaultLocale: 'zh', fallback: true },
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config })
  const { readPreset } = await import('@/services/boot/firstRun')
  const { applyPackage } = await import('@/services/structure/package/apply')
  await applyPackage({ payload, pack: await readPreset('jianwai') })
  return { payload, dir }
}

/** Runs `count` tasks, `width` at a time; returns seconds. */
export const timed = async (count: number, width: number, task: (index: number) => Promise<unknown>): Promise<number> => {
  let next = 0
  const started = performance.now()
  const worker = async () => {
    while (next < count) {
      const index = next
      next += 1
      await task(index)
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return (performance.now() - started) / 1000
}
