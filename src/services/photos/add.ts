import type { Payload, PayloadRequest, Where } from 'payload'
import { newId } from '@/db/ids'
import { countRows, insertRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { ingestPhoto } from './ingest'
import { removeBytes, storeBytes } from './store'

/** Photos one person or draft may hold that belong to no matter yet. */
const MAX_WAITING = 24

export type AddPhoto = {
  payload: Payload
  req?: PayloadRequest
  office: string
  bytes: Buffer
  stage: 'report' | 'handling' | 'supervision' | 'addition'
  /** Either the draft of a resident, or the person of staff who uploads it. */
  owner: { draft?: string; person?: string }
  matter?: string
  visibility?: 'staff' | 'reporter'
}

export type AddedPhoto = { id: string; width: number; height: number }

const waiting = (owner: AddPhoto['owner']): Where =>
  owner.draft ? { draft: { equals: owner.draft } } : { and: [{ person: { equals: owner.person } }, { matter: { exists: false } }] }

/**
 * Takes one photo: re-encodes it, writes the file, then its row. Errors: `tooLarge` above the limit in `detail.maxMB`,
 * `unsupportedFile`, `notScanned`, `tooMany`, `storageFull`.
 */
export const addPhoto = async ({ payload, req, office, bytes, stage, owner, matter, visibility }: AddPhoto): Promise<AddedPhoto> => {
  const maxMB = env().MAX_PHOTO_MB
  if (bytes.length > maxMB * 1024 * 1024) throw new DomainError('tooLarge', { maxMB })
  const source = req ?? { payload }
  if (!matter && (await countRows(source, SLUG.attachments, waiting(owner))) >= MAX_WAITING) throw new DomainError('tooMany', { max: MAX_WAITING })
  const photo = await ingestPhoto(bytes)
  const id = newId()
  const { file, sha256 } = await storeBytes(id, photo.bytes)
  const at = new Date(now()).toISOString()
  try {
    await insertRow(source, SLUG.attachments, {
      id, office, matter, draft: owner.draft, person: owner.person, stage, file, sha256, mime: photo.mime, width: photo.width, height: photo.height,
      bytes: photo.bytes.length, visibility: visibility ?? (owner.draft ? 'reporter' : 'staff'), addedBy: owner.person ? 'staff' : 'reporter', addedAt: at, createdAt: at, updatedAt: at,
    })
  } catch (error) {
    await removeBytes(id)
    throw error
  }
  return { id, width: photo.width, height: photo.height }
}
