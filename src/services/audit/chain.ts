import { createHash } from 'node:crypto'
import { canonical } from '@/domain/canonical'

/** What stands before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)

/** Every stored column that says what happened; the chain's own two stand beside them. A spec holds this list against the table. */
export const FACTS = ['id', 'office', 'seq', 'at', 'action', 'actorKind', 'actor', 'actorName', 'targetKind', 'target', 'outcome', 'detail', 'before', 'after', 'address', 'createdAt', 'updatedAt'] as const

export type Facts = Partial<Record<(typeof FACTS)[number], unknown>>

/** An entry as it is stored. */
export type Link = Facts & { seq: number; previous?: string | null; hash?: string | null }

/** A place in a chain: the entry's number and digest. */
export type Mark = { seq: number; hash: string }

/** The digest that ties an entry to the one before it, over all its columns (decisions.md 17). What is empty is left out, whatever the engine says for it. */
export const linkHash = (previous: string, row: Facts): string =>
  createHash('sha256').update(previous).update(canonical(Object.fromEntries(FACTS.map((name) => [name, row[name] ?? undefined])))).digest('hex')

/** A digest of whatever was, before and after a change: shows later whether something still is what it was, and nothing of it. */
export const digestOf = (value: unknown): string | undefined =>
  value === null || value === undefined ? undefined : createHash('sha256').update(canonical(value)).digest('hex')

/** How an entry fails to follow the one before it. `gap`: entries are missing; `edit`: it is not what was written; `link`: it is whole in itself, but was not written after that one. */
export type LinkFault = 'gap' | 'edit' | 'link'

/** What is wrong with an entry, where it should follow `before`; undefined when nothing is. */
export const linkFault = (row: Link, before: Mark): LinkFault | undefined => {
  if (row.seq !== before.seq + 1) return 'gap'
  if (row.hash !== linkHash(row.previous ?? '', row)) return 'edit'
  return row.previous === before.hash ? undefined : 'link'
}
