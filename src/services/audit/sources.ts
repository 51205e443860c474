import type { Payload, PayloadRequest, Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import type { ChainSource } from './verify'

const CHUNK = 500

type Reading = Pick<PayloadRequest, 'payload'>

const own = (office: string): Where => ({ office: { equals: office } })

/** An office's chain in the database, with the anchors it keeps itself; `anchors` are lines from outside. */
export const databaseSource = async (req: Reading, office: string, anchors: readonly string[] = []): Promise<ChainSource> => {
  const head = await findRow(req, SLUG.auditHeads, { where: own(office) })
  const segments = await findRows(req, SLUG.auditSegments, { where: own(office), sort: 'toSeq' })
  const kept = await findRows(req, SLUG.auditAnchors, { where: own(office), sort: 'seq', select: { line: true } })
  return {
    office, segments, head: head ? { seq: head.seq, hash: head.hash } : { seq: 0, hash: '' }, anchors: [...kept.map(({ line }) => line), ...anchors],
    after: async (seq) => (await findRows(req, SLUG.audit, { where: { and: [own(office), { seq: { greater_than: seq } }] }, sort: 'seq', limit: CHUNK })).map((row) => ({ ...row, office: idOf(row.office), actor: idOf(row.actor) })),
  }
}

/** Offices that have a chain, also where somebody took its head away. */
export const chainOffices = async (payload: Payload): Promise<string[]> => {
  const offices = await findRows({ payload }, SLUG.offices, { select: { code: true } })
  const found: string[] = []
  for (const { id } of offices) {
    const has = (await countRows({ payload }, SLUG.auditHeads, own(id))) + (await countRows({ payload }, SLUG.audit, own(id)))
    if (has > 0) found.push(id)
  }
  return found
}

/** The first entry behind what the head says now; entries that were written since it was read are none. */
export const extraEntry = async (req: Reading, office: string): Promise<number | undefined> => {
  const last = await findRow(req, SLUG.audit, { where: own(office), sort: '-seq', select: { seq: true } })
  const head = await findRow(req, SLUG.auditHeads, { where: own(office), select: { seq: true } })
  return last && last.seq > (head?.seq ?? 0) ? (head?.seq ?? 0) + 1 : undefined
}
