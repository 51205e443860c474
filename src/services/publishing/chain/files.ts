import type { PayloadRequest } from 'payload'
import { countRows, findRows } from '@/db/rows'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'

type Row = Record<string, unknown>

const idsIn = (row: Row): string[] => (Array.isArray(row.files) ? row.files.flatMap((file) => idOf(file) ?? []) : [])

const mark = async (req: PayloadRequest, id: string, data: { withheld: boolean; internal?: boolean }): Promise<void> => {
  await req.payload.db.updateOne({ collection: SLUG.files, id, data: { ...data, updatedAt: new Date(now()).toISOString() }, req, returning: false })
}

/** Files are there for whom the notice is that carries them, from the moment it is out. */
export const releaseFiles = async (req: PayloadRequest, row: Row): Promise<void> => {
  const internal = row.internal === true
  for (const { id, withheld, internal: before } of await findRows(req, SLUG.files, { where: { id: { in: idsIn(row) } } })) {
    // What residents could download already stays so, also when a notice for the staff carries it too.
    const next = { withheld: false, internal: withheld === false ? before === true && internal : internal }
    if (withheld !== next.withheld || (before === true) !== next.internal) await mark(req, id, next)
  }
}

/** With a notice that is withdrawn its files go, unless another one that is out carries them. */
export const withholdFiles = async (req: PayloadRequest, row: Row, notice: string): Promise<void> => {
  for (const id of idsIn(row)) {
    const others = await countRows(req, SLUG.notices, { and: [{ files: { equals: id } }, { _status: { equals: 'published' } }, { id: { not_equals: notice } }] })
    if (others === 0) await mark(req, id, { withheld: true })
  }
}
