import type { Payload } from 'payload'
import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { readBytes } from '@/services/photos/store'
import { SLUG } from '@/slugs'
import { tokenHash } from '../sealed'
import { shownToReporter } from './record'
import { matterOfReceipt, type TrackSession } from './session'

type Asking = { payload: Payload; id: string; /** Draft cookie of the browser. */ draft: string | undefined; session: TrackSession | undefined }

const served = async ({ payload, id, draft, session }: Asking): Promise<{ redaction?: number | null } | undefined> => {
  const row = await findRow({ payload }, SLUG.attachments, { where: { and: [{ id: { equals: id } }, shownToReporter] } })
  if (!row) return undefined
  const owners = [draft, session?.token].flatMap((token) => (token ? [tokenHash(token)] : []))
  if (!row.matter) return row.draft && owners.includes(row.draft) ? row : undefined
  const matter = session ? await matterOfReceipt(payload, session.receiptCode) : undefined
  return matter !== undefined && row.matter === matter.id ? row : undefined
}

/** Bytes of a photo for the browser it belongs to: the draft's own, or those of the receipt it opened. Errors: `notFound` for all others. */
export const photoForReporter = async (asking: Asking): Promise<Buffer> => {
  const row = await served(asking)
  if (!row) throw new DomainError('notFound')
  return readBytes(asking.id, row.redaction)
}
