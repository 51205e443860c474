import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import type { Page } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'

/** A published page by its code. Errors: `notFound`. */
export const pageByCode = async (payload: Payload, model: OfficeModel, lang: Lang, code: string): Promise<Page> => {
  const { docs } = await payload.find({
    collection: SLUG.pages, where: { and: [{ office: { equals: model.office.id } }, { code: { equals: code } }] }, limit: 1, pagination: false, depth: 0, locale: lang, overrideAccess: false, draft: false,
  })
  const [row] = docs
  if (!row) throw new DomainError('notFound')
  return row
}
