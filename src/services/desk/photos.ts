import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import { matterById, visibleMatter } from '@/services/matters/find'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { addPhoto } from '@/services/photos/add'
import { bytesOf } from '@/services/photos/bytes'
import { readBytes } from '@/services/photos/store'
import { checkOf } from '@/services/routines/rounds/photoMark'
import { seesCheck } from '@/services/routines/rounds/photos'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import type { PhotoVM } from './view'

const mayUpload = (desk: Desk, matter: MatterRow): boolean => desk.acting.can('matter.attach', matter) || desk.acting.can('matter.handle', matter) || desk.acting.can('matter.verify', matter)

const STAGES: Partial<Record<MatterRow['phase'], 'supervision'>> = { supervision: 'supervision' }

/** Takes one picture for a matter, or for a new one that this person is about to enter. Errors: `notFound`, `notAllowed`, `tooLarge`, `unsupportedFile`, `tooMany`. */
export const uploadPhoto = async (desk: Desk, file: File, matterId?: string): Promise<PhotoVM> => {
  const { payload, viewer, req, acting } = desk
  const matter = matterId ? await visibleMatter(req, matterId, acting) : undefined
  if (matter ? !mayUpload(desk, matter) : !desk.holds('matter.create')) throw new DomainError('notAllowed')
  const stage = matter ? (STAGES[matter.phase] ?? 'handling') : 'report'
  const { id } = await addPhoto({ payload, office: viewer.office, bytes: await bytesOf(file), stage, owner: { person: viewer.id }, matter: matter?.id, visibility: matter ? 'staff' : 'reporter' })
  return { id, url: `/desk/api/photos/${id}` }
}

type Stored = { matter?: unknown; person?: unknown; draft?: string | null }

const seesPhoto = async (desk: Desk, row: Stored): Promise<boolean> => {
  const [matter, check] = [idOf(row.matter), checkOf(row.draft)]
  if (matter) {
    const owner = await matterById(desk.req, matter)
    return owner !== null && desk.may('matter.view', factsOf(owner))
  }
  return check ? seesCheck(desk, check) : idOf(row.person) === desk.viewer.id
}

/** A picture's bytes. Errors: `notFound`, also for a picture of a matter or a check that the viewer may not see. */
export const photoBytes = async (desk: Desk, id: string): Promise<Buffer> => {
  const row = await findRow({ payload: desk.payload }, SLUG.attachments, { where: { id: { equals: id } } })
  if (!row || row.erasedAt || !(await seesPhoto(desk, row))) throw new DomainError('notFound')
  return readBytes(id, row.redaction)
}
