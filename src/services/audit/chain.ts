import { createHash } from 'node:crypto'
import { canonical } from '@/domain/canonical'

/** What stands before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)

/** Every stored column that says what happened; the chain's own two stand beside them. A spec holds this list against the table. */
const FACTS = ['id', 'office', 'seq', 'at', 'action', 'actorKind', 'actor', 'actorName', 'targetKind', 'target', 'detail', 'address', 'createdAt', 'updatedAt'] as const

type Facts = Partial<Record<(typeof FACTS)[number], unknown>>
type Link = Facts & { seq: number; previous?: string | null; hash?: string | null }

/** The digest that ties an entry to the one before it, over all its columns (decisions.md 17). What is empty is left out, whatever the engine says for it. */
export const linkHash = (previous: string, row: Facts): string =>
  createHash('sha256').update(previous).update(canonical(Object.fromEntries(FACTS.map((name) => [name, row[name] ?? undefined])))).digest('hex')

/** Whether a stored entry is not what was once written, or does not follow the one before it. */
export const isBroken = (row: Link, before: { seq: number; hash: string }): boolean =>
  row.seq !== before.seq + 1 || row.previous !== before.hash || row.hash !== linkHash(before.hash, row)
