import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getPayload, type Payload } from 'payload'
import { cache } from 'react'
import type { Lang } from '@/domain/words'
import { makeHref, MODES, type Mode } from '@/components/site/href'
import type { AlertView, OfficeView, SiteContext } from '@/components/site/types'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { currentAlerts } from '@/services/site/content/alerts'
import { navOf, OWN_SECTIONS, readNavigation, type Nav, type OwnSection } from '@/domain/site/navigation'
import { pageLinks, type PageLink } from '@/services/site/content/pages'
import { hasOpenRegisters } from '@/services/site/content/places'
import { openServiceCount } from '@/services/site/content/serviceCount'
import { officeFacts, timeZoneOf } from '@/services/site/office'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'

export type VariantParams = { lang: string; mode: string }

/** A page's address parts as Next gives them. */
export type PageProps<P extends object = object> = { params: Promise<VariantParams & P>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export type Site = { payload: Payload; model: OfficeModel; lang: Lang; mode: Mode; office: OfficeView; alerts: AlertView[]; /** The links of head and foot. */ nav: Nav; /** Whether residents may read a register. */ places: boolean; /** How many guides residents may read. */ services: number }

/** Language and mode of an address; undefined when it names none of ours. */
export const variantOf = ({ lang, mode }: VariantParams): { lang: Lang; mode: Mode } | undefined => {
  const known = MODES.find((each) => each === mode)
  return known && (lang === 'zh' || lang === 'en') ? { lang, mode: known } : undefined
}

/** Sections that are there only where they have something to show. */
const sectionsWith = ({ places, services }: Pick<Site, 'places' | 'services'>): OwnSection[] => OWN_SECTIONS.filter((section) => (section !== 'services' || services > 0) && (section !== 'places' || places))

const navIn = ({ model, lang, pages, places, services }: Pick<Site, 'model' | 'lang' | 'places' | 'services'> & { pages: PageLink[] }): Nav =>
  navOf(readNavigation(model.office.navigation), { lang, sections: sectionsWith({ places, services }), nameOf: (section) => t(lang, `common.nav.${section}`), pages })

const load = cache(async (lang: Lang, mode: Mode): Promise<Site> => {
  const payload = await getPayload({ config })
  const model = await needModel(payload)
  const [alerts, pages, places, services] = await Promise.all([currentAlerts(payload, model, lang), pageLinks(payload, model, lang), hasOpenRegisters({ payload, model }), openServiceCount({ payload, model })])
  return { payload, model, lang, mode, nav: navIn({ model, lang, pages, places, services }), places, services, office: officeFacts(model, lang), alerts }
})

const known = cache(() => {
  let resolve: (site: Site) => void = () => undefined
  const promise = new Promise<Site>((done) => {
    resolve = done
  })
  return { promise, resolve }
})

/** Everything a page is made with, read once for each request. Ends in "not found" for addresses that are no variant. */
export const openSite = async (params: Promise<VariantParams>): Promise<Site> => {
  const variant = variantOf(await params)
  if (!variant) return notFound()
  const site = await load(variant.lang, variant.mode)
  known().resolve(site)
  return site
}

/** The same for the "not found" page, which Next tells nothing of the address. */
export const currentSite = (): Promise<Site> => known().promise

/** What views need to know of the request. `path`: the page's own path and query. */
export const contextOf = ({ lang, mode, model }: Pick<Site, 'lang' | 'mode' | 'model'>, path: string): SiteContext => ({
  lang, mode, path, href: makeHref({ lang, mode }), now: now(), timeZone: timeZoneOf(model),
})

export const COOKIE = { draft: 'portal-draft', track: 'portal-track', booking: 'portal-booking', wish: 'portal-wish' } as const

/** A cookie of this request. */
export const cookieOf = async (name: keyof typeof COOKIE): Promise<string | undefined> => (await cookies()).get(COOKIE[name])?.value

/** The address people reach this portal by, without a slash at the end: the one it was given, else that of the connection. What a request says of its host is believed nowhere. */
export const originIn = (given: Pick<Headers, 'get'>): string => env().PUBLIC_URL ?? given.get('x-portal-origin') ?? 'http://localhost'

/** The same for a page, which is not given its request. */
export const originOf = async (): Promise<string> => originIn(await headers())

/** One value of a query; the first when it was given twice. */
export const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** The visitor's network address, for limits only. */
export const visitorAddress = async (): Promise<string> => (await headers()).get('x-portal-ip') ?? ''
