import { createHash } from 'node:crypto'
import { canonical } from '@/domain/canonical'
import { iso } from '@/services/matters/row'
import type { Tombstone } from '@/payload-types'

/** What the certificate's digest begins with: the digest of the list. */
export const firstDigest = (planned: string): string => createHash('sha256').update(planned).digest('hex')

/** The digest after one more thing went: over the digest before and the facts of its mark. */
export const nextDigest = (before: string, facts: Record<string, unknown>): string => createHash('sha256').update(before).update(canonical(facts)).digest('hex')

const day = (at: string | null | undefined): string | undefined => (at ? iso(Date.parse(at)) : undefined)

/** The facts of a mark as they were when it was left. */
export const factsOfMark = ({ kind, target, code, type, mode, reason, rule, lastAt, erasedAt, category, outcome, receivedAt, closedAt }: Tombstone): Record<string, unknown> => ({
  kind, target, code, type, mode, reason, rule, lastAt: day(lastAt), erasedAt: day(erasedAt), category: category ?? undefined, outcome: outcome ?? undefined, receivedAt: day(receivedAt), closedAt: day(closedAt),
})

/** Whether the marks of a run, in the order they were left, give the digest that its certificate names. */
export const digestHolds = (planned: string, marks: readonly Tombstone[], digest: string): boolean => marks.reduce((before, mark) => nextDigest(before, factsOfMark(mark)), firstDigest(planned)) === digest
