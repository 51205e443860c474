import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'
import { idOf } from '@/lib/idOf'
import { matterById, visibleMatter } from '@/services/matters/find'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { addPhoto } from '@/services/photos/add'
import { readBytes } from '@/services/photos/store'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import type { PhotoVM } from './view'

const mayUpload = (desk: Desk, matter: MatterRow): boolean => desk.acting.can('matter.attach', matter) || desk.acting.can('matter.handle', matter) || desk.acting.can('matter.verify', matter)

const STAGES: Partial<Record<MatterRow['phase'], 'supervision'>> = { supervision: 'supervision' }

/** The bytes of an upload. Errors: `tooLarge`, before they are read. */
export const bytesOf = async (file: File): Promise<Buffer> => {
  const maxMB = env().MAX_PHOTO_MB
  if (file.size > maxMB * 1024 * 1024) throw new DomainError('tooLarge', { maxMB })
  return Buffer.from(await file.arrayBuffer())
}

/** Takes one picture for a matter, or for a new one that this person is about to enter. Errors: `notFound`, `notAllowed`, `tooLarge`, `unsupportedFile`, `tooMany`. */
export const uploadPhoto = async (desk: Desk, file: File, matterId?: string): Promise<PhotoVM> => {
  const { payload, viewer, req, acting } = desk
  const matter = matterId ? await visibleMatter(req, matterId, acting) : undefined
  if (matter ? !mayUpload(desk, matter) : !desk.holds('matter.create')) throw new DomainError('notAllowed')
  const stage = matter ? (STAGES[matter.phase] ?? 'handling') : 'report'
  const { id } = await addPhoto({ payload, office: viewer.office, bytes: await bytesOf(file), stage, owner: { person: viewer.id }, matter: matter?.id, visibility: matter ? 'staff' : 'reporter' })
  return { id, url: `/desk/api/photos/${id}` }
}

/** A picture's bytes. Errors: `notFound`, also for a picture of a matter that the viewer may not see. */
export const photoBytes = async ({ payload, req, viewer, may }: Desk, id: string): Promise<Buffer> => {
  const row = await findRow({ payload }, SLUG.attachments, { where: { id: { equals: id } } })
  if (!row || row.erasedAt) throw new DomainError('notFound')
  const matter = idOf(row.matter)
  const owner = matter ? await matterById(req, matter) : undefined
  const seen = owner ? may('matter.view', factsOf(owner)) : !matter && idOf(row.person) === viewer.id
  if (!seen) throw new DomainError('notFound')
  return readBytes(id)
}
