import type { Payload } from 'payload'
import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { readBytes } from '@/services/photos/store'
import { SLUG } from '@/slugs'
import { tokenHash } from '../sealed'
import { shownToReporter } from './record'
import { matterOfReceipt, type TrackSession } from './session'

type Asking = { payload: Payload; id: string; /** Draft cookie of the browser. */ draft: string | undefined; session: TrackSession | undefined }

const mayServe = async ({ payload, id, draft, session }: Asking): Promise<boolean> => {
  const row = await findRow({ payload }, SLUG.attachments, { where: { and: [{ id: { equals: id } }, shownToReporter] } })
  if (!row) return false
  const owners = [draft, session?.token].flatMap((token) => (token ? [tokenHash(token)] : []))
  if (!row.matter) return Boolean(row.draft && owners.includes(row.draft))
  const matter = session ? await matterOfReceipt(payload, session.receiptCode) : undefined
  return matter !== undefined && row.matter === matter.id
}

/** Bytes of a photo for the browser it belongs to: the draft's own, or those of the receipt it opened. Errors: `notFound` for all others. */
export const photoForReporter = async (asking: Asking): Promise<Buffer> => {
  if (!(await mayServe(asking))) throw new DomainError('notFound')
  return readBytes(asking.id)
}
