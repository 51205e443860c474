import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import { appendAudit } from './append'

/** The matters that rows belong to. What was asked for may leave the relation out, so it is read again. */
const mattersOf = async ({ payload }: PayloadRequest, collection: CollectionSlug, ids: string[]): Promise<string[]> => {
  if (collection === SLUG.matters) return ids
  const rows = (await findRows({ payload }, collection, { where: { id: { in: ids } }, select: { matter: true } })) as { matter?: unknown }[]
  return [...new Set(rows.flatMap((row) => idOf(row.matter) ?? []))]
}

/** Matters that this very request has already left a record for: a row and its populated matter are one look. */
const firstLooks = ({ context }: PayloadRequest, ids: string[]): string[] => {
  const looked = (context.looked ??= new Set<string>()) as Set<string>
  const first = ids.filter((id) => !looked.has(id))
  for (const id of first) looked.add(id)
  return first
}

/** One audit record for each restricted matter that the signed-in person has read, or read something of (domain.md §8). */
export const recordLooks = async (req: PayloadRequest, collection: CollectionSlug, ids: string[]): Promise<void> => {
  const { user, payload } = req
  if (!user || ids.length === 0) return
  const matters = firstLooks(req, await mattersOf(req, collection, ids))
  if (matters.length === 0) return
  const where: Where = { and: [{ id: { in: matters } }, { confidentiality: { equals: 'restricted' } }] }
  const restricted = await findRows({ payload }, SLUG.matters, { where, select: { office: true, number: true } })
  if (restricted.length === 0) return
  const actor = { kind: 'staff' as const, id: String(user.id), name: String(user.name ?? '') }
  const address = req.headers?.get('x-portal-ip') ?? undefined
  await withTransaction(payload, (tx) => appendAudit(tx, ...restricted.map((row) => ({
    office: String(row.office), action: 'matter.view', actor, targetKind: SLUG.matters, target: row.id, detail: { number: row.number }, address,
  }))), { req })
}
