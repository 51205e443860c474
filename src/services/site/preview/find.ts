import { NotFound, type Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import type { Notice, Page } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import type { Lang } from '@/domain/words'
import { SLUG } from '@/slugs'
import { guideOf, type GuideView } from '../content/guide'
import { columnsOf } from '../content/notices'

const ID = /^[0-9A-Za-z]{1,40}$/

type Asked = { desk: Pick<Desk, 'payload' | 'req' | 'model'>; id: string; lang: Lang }

const orNotFound = async <T extends { office?: unknown }>(desk: Asked['desk'], id: string, find: () => Promise<T>): Promise<T> => {
  if (!ID.test(id)) throw new DomainError('notFound')
  try {
    const found = await find()
    if (idOf(found.office) !== desk.model.office.id) throw new DomainError('notFound')
    return found
  } catch (error) {
    if (error instanceof NotFound) throw new DomainError('notFound')
    throw error
  }
}

const asked = ({ desk, id, lang }: Asked) => ({ id, draft: true, depth: 0, locale: lang, user: desk.req.user }) as const

/** The newest draft of a page, to whoever may read it. Errors: `notFound`. */
export const pageDraft = (given: Asked): Promise<Page> => orNotFound(given.desk, given.id, () => given.desk.payload.findByID({ collection: SLUG.pages, overrideAccess: false, ...asked(given) }))

/** The newest draft of a notice, to whoever may read it, with its column. Errors: `notFound`. */
export const noticeDraft = async (given: Asked): Promise<{ notice: Notice; column?: string }> => {
  const notice = await orNotFound(given.desk, given.id, () => given.desk.payload.findByID({ collection: SLUG.notices, overrideAccess: false, ...asked(given) }))
  const column = (await columnsOf(given.desk.payload as Payload, given.desk.model, given.lang)).find(({ id }) => id === idOf(notice.column))?.name
  return { notice, ...(column ? { column } : {}) }
}

/** A guide with its newest draft, as its page shows it. Errors: `notFound`. */
export const serviceDraft = async (given: Asked): Promise<{ guide: GuideView; published: boolean }> => {
  const row = await orNotFound(given.desk, given.id, () => given.desk.payload.findByID({ collection: SLUG.services, overrideAccess: false, ...asked(given) }))
  return { guide: await guideOf({ payload: given.desk.payload as Payload, model: given.desk.model, lang: given.lang }, row, []), published: row._status === 'published' }
}
