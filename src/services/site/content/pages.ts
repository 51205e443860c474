import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { now } from '@/lib/clock'
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

/** The page that an office put in the place of the home page; undefined where it did not. */
export const homePage = async (payload: Payload, model: OfficeModel, lang: Lang): Promise<Page | undefined> => {
  try {
    return await pageByCode(payload, model, lang, HOME)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') return undefined
    throw error
  }
}

export type PageLink = { code: string; path: string; text: string }

/** Links in a footer may be some moments old. */
const KEPT_MS = 30_000
const MOST = 12
/** Pages a search looks into. */
const MOST_PAGES = 100

const kept = new WeakMap<OfficeModel, Map<Lang, { at: number; links: Promise<PageLink[]> }>>()

/** The page an office writes about itself stands within another, and one that stands in the place of the home page is reached there. */
export const ABOUT = 'about'
export const HOME = 'home'

/** Where residents read a page of the office. */
export const pagePath = (code: string): string => (code === ABOUT ? '/about' : code === HOME ? '/' : `/pages/${encodeURIComponent(code)}`)

/** The published pages of the office, whole. */
export const officePages = async (payload: Payload, model: OfficeModel, lang: Lang): Promise<Page[]> => {
  const { docs } = await payload.find({
    collection: SLUG.pages, where: { office: { equals: model.office.id } }, sort: 'code', limit: MOST_PAGES, pagination: false, depth: 0, locale: lang, overrideAccess: false, draft: false,
  })
  return docs
}

const readLinks = async (payload: Payload, model: OfficeModel, lang: Lang): Promise<PageLink[]> => {
  const { docs } = await payload.find({
    collection: SLUG.pages, where: { and: [{ office: { equals: model.office.id } }, { code: { not_in: [ABOUT, HOME] } }] }, select: { code: true, title: true }, sort: 'code', limit: MOST, pagination: false, depth: 0, locale: lang, overrideAccess: false, draft: false,
  })
  return docs.map(({ code, title }) => ({ code, path: pagePath(code), text: title }))
}

/** The published pages of the office, for the foot of every page. */
export const pageLinks = (payload: Payload, model: OfficeModel, lang: Lang): Promise<PageLink[]> => {
  const own = kept.get(model) ?? new Map<Lang, { at: number; links: Promise<PageLink[]> }>()
  kept.set(model, own)
  const known = own.get(lang)
  if (known && Math.abs(now() - known.at) < KEPT_MS) return known.links
  const links = readLinks(payload, model, lang).catch((error: unknown) => {
    own.delete(lang)
    throw error
  })
  own.set(lang, { at: now(), links })
  return links
}
