import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/env'
import { FACTS, type Link } from './chain'
import { fileExtra, fileOffices, fileSource } from './fileSource'
import { olderKeys } from './keptKeys'
import { keysOf, ownKeys, type AnchorKeys } from './statement'
import { verifyChain, type ChainSource, type Verdict } from './verify'

/** What is held against a log: lines of anchors, and keys they may have been signed with. */
export type Kept = { anchors: readonly string[]; keys: AnchorKeys }

/** What was found of one office's log. */
export type Told = { name: string; verdict: Verdict }

/**
 * Anchors and keys out of the texts of files; the portal's own keys are among them where its folder has them. Errors: those of a text that is no key.
 */
export const readKept = ({ anchors, keys }: { anchors: readonly string[]; keys: readonly string[] }): Kept => {
  const hasOwn = env().SECRET_ANCHOR !== undefined || existsSync(path.join(env().DATA_DIR, 'keys', 'anchor'))
  return {
    anchors: anchors.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== ''),
    keys: new Map([...olderKeys(), ...(hasOwn ? ownKeys() : new Map()), ...keysOf(...keys)]),
  }
}

const finish = (verdict: Verdict, extra: number | undefined): Verdict => (verdict.fault || extra === undefined ? verdict : { ...verdict, fault: { kind: 'extra', seq: extra } })

/** Verifies the log of every office in a database file, also while a portal writes to it. */
export const verifyFile = async ({ database, kept }: { database: string; kept: Kept }): Promise<Told[]> => {
  const client = drizzle({ connection: { url: `file:${database}` } }).$client
  try {
    await client.execute('PRAGMA busy_timeout = 30000')
    const told: Told[] = []
    for (const { id, code } of await fileOffices(client)) {
      const verdict = await verifyChain({ source: await fileSource(client, id, kept.anchors), keys: kept.keys })
      if (verdict) told.push({ name: code, verdict: finish(verdict, verdict.fault ? undefined : await fileExtra(client, id)) })
    }
    return told
  } finally {
    client.close()
  }
}

/** An entry as one line of an export that can be verified. */
export const exportLine = (row: Link): string => JSON.stringify(Object.fromEntries([...FACTS, 'previous' as const, 'hash' as const].map((name) => [name, row[name] ?? undefined])))

const entriesIn = (texts: readonly string[]): Link[] =>
  texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Link)

/** Verifies an export: that its entries follow one another unaltered, and are what anchors saw. What stands before and behind it, it cannot know. */
export const verifyExport = async ({ texts, kept }: { texts: readonly string[]; kept: Kept }): Promise<Told[]> => {
  const entries = entriesIn(texts)
  const told: Told[] = []
  for (const office of new Set(entries.map((row) => String(row.office)))) {
    const rows = entries.filter((row) => row.office === office)
    const [first, last] = [rows[0]?.seq ?? 0, rows.at(-1)?.seq ?? 0]
    const within = kept.anchors.filter((line) => {
      const seq = Number(/ seq=(\d+) /.exec(line)?.[1] ?? NaN)
      return Number.isNaN(seq) || (seq >= first && seq <= last)
    })
    const source: ChainSource = { office, head: undefined, segments: [], anchors: within, after: (seq) => Promise.resolve(rows.slice(rows.findIndex((row) => row.seq > seq)).filter((row) => row.seq > seq)) }
    const verdict = await verifyChain({ source, keys: kept.keys })
    if (verdict) told.push({ name: office, verdict })
  }
  return told
}
