import type { PayloadRequest, Where } from 'payload'
import { findRow, updateRowIf } from '@/db/rows'
import { afterCommit, withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { parseBoxes, type Box } from '@/domain/photos/boxes'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import type { Attachment } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { visibleMatter } from '@/services/matters/find'
import type { MatterRow } from '@/services/matters/row'
import { saveMatter } from '@/services/matters/save'
import { SLUG } from '@/slugs'
import { coverPhoto, type Photo } from './encode'
import { keepOriginal, readBytes, readOriginal, removeRevision, storeBytes } from './store'

export type Covering = {
  boxes: unknown
  /** What the boxes are drawn on: the photo as it is shown, or as it came in (which uncovers what is not drawn again). */
  on: unknown
  /** How often the photo had been covered when it was looked at. */
  redaction: unknown
}

type Found = { row: Attachment; matter: MatterRow }

const found = async (desk: Desk, id: string): Promise<Found> => {
  const row = await findRow({ payload: desk.payload }, SLUG.attachments, { where: { id: { equals: id } } })
  const matter = idOf(row?.matter)
  if (!row || row.erasedAt || !matter) throw new DomainError('notFound')
  return { row, matter: await visibleMatter(desk.req, matter, desk.acting) }
}

/** Whether the person may cover parts of photos of a matter, and whether they may see what is under a cover. */
export const coverRights = (desk: Desk, matter: MatterRow): { cover: boolean; original: boolean } => ({
  cover: desk.acting.can('matter.publish', matter) || desk.acting.can('matter.original', matter), original: desk.acting.can('matter.original', matter),
})

/** A photo that may be covered by this person. Errors: `notFound`, `notAllowed`. */
export const coverable = async (desk: Desk, id: string): Promise<Found & { original: boolean }> => {
  const { row, matter } = await found(desk, id)
  const rights = coverRights(desk, matter)
  if (!rights.cover) throw new DomainError('notAllowed')
  return { row, matter, original: rights.original }
}

/** The original of a covered photo. Each look is a record, written before anything is shown. Errors: `notFound`, `notAllowed`. */
export const originalBytes = async (desk: Desk, id: string): Promise<Buffer> => {
  const { row, matter } = await found(desk, id)
  if (!coverRights(desk, matter).original) throw new DomainError('notAllowed')
  if (!row.redaction) throw new DomainError('notFound')
  await withTransaction(desk.payload, (req) => appendAudit(req, {
    office: matter.office, action: 'attachment.original', actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.attachments, target: id, detail: { number: matter.number },
    ...(desk.acting.address ? { address: desk.acting.address } : {}),
  }))
  return readOriginal(id)
}

type Write = { desk: Desk; found: Found; boxes: Box[]; all: Box[]; on: 'shown' | 'original'; photo: Photo; file: string; sha256: string; next: number }

const stands = ({ row }: Found): Where => ({ and: [{ id: { equals: row.id } }, { erasedAt: { exists: false } }, row.redaction ? { redaction: { equals: row.redaction } } : { redaction: { exists: false } }] })

const write = async (req: PayloadRequest, { desk, found: { row, matter }, boxes, all, on, photo, file, sha256, next }: Write): Promise<void> => {
  const at = now()
  const before = await visibleMatter(req, matter.id, desk.acting)
  const columns = { file, sha256, bytes: photo.bytes.length, width: photo.width, height: photo.height, boxes: all, redaction: next, redactedAt: new Date(at).toISOString(), redactedBy: desk.me.id }
  if ((await updateRowIf(req, SLUG.attachments, stands({ row, matter }), columns)) !== 1) throw new DomainError('conflict')
  await saveMatter({ req, model: desk.model, before, changes: {}, at, acting: desk.acting, event: { kind: 'act', action: 'redact', data: { attachment: row.id, n: boxes.length, on } } })
  await afterCommit(req, () => removeRevision(row.id, row.redaction ?? 0))
}

type Base = { row: Attachment; on: 'shown' | 'original' }

/** The photo the boxes go onto. Put apart before the first of them is burnt in. */
const baseBytes = async ({ row, on }: Base): Promise<Buffer> => {
  if (on === 'original') return readOriginal(row.id)
  const bytes = await readBytes(row.id, row.redaction)
  if (!row.redaction) await keepOriginal(row.id, bytes)
  return bytes
}

const earlier = ({ row, on }: Base): Box[] => (on === 'shown' && Array.isArray(row.boxes) ? (row.boxes as Box[]) : [])

/** On what the boxes are drawn. Errors: `notAllowed` on an original that the person may not see, `conflict` when it was covered since. */
const baseOf = ({ row, original }: { row: Attachment; original: boolean }, covering: Covering): Base => {
  const on = covering.on === 'original' && row.redaction ? 'original' : 'shown'
  if (on === 'original' && !original) throw new DomainError('notAllowed')
  if ((row.redaction ?? 0) !== covering.redaction) throw new DomainError('conflict')
  return { row, on }
}

/**
 * Covers parts of a photo for good: what is shown from now on has other pixels there; the photo as it came in is kept apart under a right of its own and is
 * erased with it. Drawn on the original it replaces every cover before, which asks for that right. Errors: `notFound`, `notAllowed`, `invalid` naming
 * `boxes`, `conflict` when somebody covered it meanwhile.
 */
export const redactPhoto = async (desk: Desk, id: string, covering: Covering): Promise<{ redaction: number }> => {
  const boxes = parseBoxes(covering.boxes)
  const { row, matter, original } = await coverable(desk, id)
  const base = baseOf({ row, original }, covering)
  const photo = await coverPhoto(await baseBytes(base), boxes)
  const next = (row.redaction ?? 0) + 1
  const stored = await storeBytes(id, photo.bytes, next)
  await withTransaction(desk.payload, (req) => write(req, { desk, found: { row, matter }, boxes, all: [...earlier(base), ...boxes], on: base.on, photo, ...stored, next }))
  return { redaction: next }
}
