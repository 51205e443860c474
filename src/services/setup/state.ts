import type { Where } from 'payload'
import { countRows, findRows, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { CARRIED } from '@/services/structure/package/source'
import { SLUG } from '@/slugs'

/** Why the start of an office can no longer be exchanged. */
export type Settled = 'matters' | 'changed'

/** The act by which the guide put another start in place, as the audit record calls it; `detail.batch` is its change. */
export const REPLACED = 'setup.replace'

/** Changes that take others back, and those that take these back again. */
const undoings = async (req: RowRequest, batches: readonly string[]): Promise<string[]> => {
  if (batches.length === 0) return []
  const found = (await findRows(req, SLUG.changes, { where: { undoes: { in: [...batches] } }, select: { undoes: true } })).map(({ id }) => id)
  return [...found, ...(await undoings(req, found))]
}

const replacements = async (req: RowRequest, office: string): Promise<string[]> => {
  const rows = await findRows(req, SLUG.audit, { where: { and: [{ office: { equals: office } }, { action: { equals: REPLACED } }] }, select: { detail: true } })
  return rows.flatMap(({ detail }) => {
    const batch = detail && typeof detail === 'object' && 'batch' in detail ? detail.batch : undefined
    return typeof batch === 'string' ? [batch] : []
  })
}

/** What the guide itself did to the structure: starts put in place, and taken back. */
const ownBatches = async (req: RowRequest, office: string): Promise<string[]> => {
  const own = await replacements(req, office)
  return [...own, ...(await undoings(req, own))]
}

/**
 * Whether the start may still be exchanged: undefined while no matter exists and nothing of the structure was changed but by the guide itself.
 * The office's own settings do not count: they are kept.
 */
export const settledBy = async (req: RowRequest, office: string): Promise<Settled | undefined> => {
  const own: Where = { office: { equals: office } }
  if ((await countRows(req, SLUG.matters, own)) > 0) return 'matters'
  const batches = await ownBatches(req, office)
  const byHand: Where = { or: [{ batch: { exists: false } }, { batch: { not_in: batches } }] }
  const changed = await countRows(req, SLUG.changes, { and: [own, { table: { in: [...CARRIED] } }, ...(batches.length > 0 ? [byHand] : [])] })
  return changed > 0 ? 'changed' : undefined
}

/** Refuses what may no longer be done. Errors: `conflict` with `detail.settled`. */
export const assertUnsettled = async (req: RowRequest, office: string): Promise<void> => {
  const settled = await settledBy(req, office)
  if (settled) throw new DomainError('conflict', { settled })
}

/** Whether a change is the guide's own and may still be taken back by whoever may exchange the start: it is the same right. */
export const isOwnStart = async (req: RowRequest, office: string, change: string): Promise<boolean> =>
  (await ownBatches(req, office)).includes(change) && (await settledBy(req, office)) === undefined

/** Whether the guide waits for this person: the set-up was not finished, and they may finish it. */
export const setupWaits = ({ model, holds }: Pick<Desk, 'model' | 'holds'>): boolean => model.office.setup === 'pending' && holds('settings.edit')
