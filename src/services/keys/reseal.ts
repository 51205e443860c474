import type { Payload, Where } from 'payload'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { idOf } from '@/lib/idOf'
import { refreshContactKeys } from '@/lib/keys'
import { logger } from '@/lib/logger'
import type { Contact as ContactRow } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import { decryptContact, encryptContact, type ContactCipher } from '@/services/matters/contact'
import { SLUG } from '@/slugs'

const BATCH = 100

const sealedBy = (ids: readonly string[]): Where => ({ keyId: { in: [...ids] } })

/** One row in a transaction of its own, from the key it names to the newest. False when somebody erased or changed it meanwhile. */
const resealOne = (payload: Payload, { id }: ContactRow, current: string): Promise<boolean> =>
  withTransaction(payload, async (req) => {
    const row = await findRow(req, SLUG.contacts, { where: { id: { equals: id } } })
    const matter = idOf(row?.matter)
    if (!row?.keyId || row.keyId === current || !matter) return false
    const sealed = encryptContact(matter, decryptContact(matter, { keyId: row.keyId, cipher: (row.cipher ?? {}) as ContactCipher }))
    return (await updateRowIf(req, SLUG.contacts, { and: [{ id: { equals: id } }, { keyId: { equals: row.keyId } }] }, sealed)) === 1
  })

const told = (payload: Payload, office: string, detail: Record<string, unknown>): Promise<void> =>
  withTransaction(payload, (req) => appendAudit(req, { office, action: 'keys.reseal', actor: { kind: 'system', id: 'reseal' }, targetKind: SLUG.contacts, detail }))

/** A wrong key of this id, or a damaged row, is left for whoever puts the right key back: undefined. */
const attempt = async (payload: Payload, row: ContactRow, current: string): Promise<boolean | undefined> => {
  try {
    return await resealOne(payload, row, current)
  } catch (error) {
    logger.error({ err: error, contact: row.id, key: row.keyId }, 'contact details could not be sealed anew')
    return undefined
  }
}

async function* sealedBefore(payload: Payload, old: readonly string[]): AsyncGenerator<ContactRow> {
  for (let mark = ''; old.length > 0;) {
    const rows = await findRows({ payload }, SLUG.contacts, { where: { and: [sealedBy(old), { id: { greater_than: mark } }] }, sort: 'id', limit: BATCH })
    yield* rows
    mark = rows.at(-1)?.id ?? mark
    if (rows.length < BATCH) return
  }
}

type Done = { resealed: number; failed: number }

/**
 * Seals contact details that an older key of the ring sealed with the newest one, each in a short transaction, while the portal runs. Cut off anywhere it goes on with
 * what is left. What cannot be opened stays as it is and is told. Returns how many rows were sealed anew and how many could not be.
 */
export const resealContacts = async (payload: Payload, stopping: () => boolean = () => false): Promise<Done> => {
  const { current, ids } = refreshContactKeys()
  const done = new Map<string, number>()
  let failed = 0
  for await (const row of sealedBefore(payload, ids.filter((id) => id !== current.id))) {
    if (stopping()) break
    const office = idOf(row.office) ?? ''
    const resealed = await attempt(payload, row, current.id)
    if (resealed) done.set(office, (done.get(office) ?? 0) + 1)
    failed += resealed === undefined ? 1 : 0
  }
  for (const [office, n] of done) await told(payload, office, { to: current.id, n })
  return { resealed: [...done.values()].reduce((sum, n) => sum + n, 0), failed }
}
