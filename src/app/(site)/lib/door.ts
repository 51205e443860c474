import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { makeHref } from '@/components/site/href'
import { DomainError } from '@/domain/errors'
import { ownPath } from '@/domain/href'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import { env } from '@/lib/env'
import { readFormData } from '@/services/bodies'
import { asDomainError, newReference } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import type { Upload } from '@/services/site/report/photos'
import type { Fields } from '@/services/site/report/step'
import { officeFacts } from '@/services/site/office'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { cameFrom, readsPages, refusalPage } from './refusalPage'
import { COOKIE, variantOf, type VariantParams } from './site'

/** A form without files is words only. */
const MAX_FORM = 256 * 1024
/** Files at once: six of the largest, and room for the words. */
const FILES_AT_ONCE = 6

export type Posted = { fields: Fields; files: Upload[] }

const isFile = (value: FormDataEntryValue): value is File => typeof value !== 'string'

const uploadOf = (field: string, file: File): Upload => ({ field, name: file.name, size: file.size, bytes: async () => Buffer.from(await file.arrayBuffer()) })

const room = (request: Request): number =>
  request.headers.get('content-type')?.startsWith('multipart/form-data') ? FILES_AT_ONCE * env().MAX_PHOTO_MB * 1024 * 1024 + MAX_FORM : MAX_FORM

/** Fields and files of a posted form. Errors: `tooLarge` by its announced length, `invalid` when it is no form. */
export const readForm = async (request: Request): Promise<Posted> => {
  const most = room(request)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new DomainError('tooLarge', { maxMB: Math.floor(most / 1024 / 1024) })
  const form = await readFormData(request)
  const fields = new Map<string, string[]>()
  const files: Upload[] = []
  for (const [name, value] of form) {
    if (!isFile(value)) fields.set(name, [...(fields.get(name) ?? []), value])
    // An empty file input sends one file without name and bytes.
    else if (value.name !== '' || value.size > 0) files.push(uploadOf(name, value))
  }
  // A body that did not announce its length is measured here.
  if ([...fields.values()].flat().reduce((sum, value) => sum + value.length, 0) > MAX_FORM) throw new DomainError('tooLarge', { maxMB: 1 })
  return { fields: Object.fromEntries(fields), files }
}

export const addressOf = (request: Request): string => request.headers.get('x-portal-ip') ?? ''

/** A cookie sent by this browser. */
export const sentCookie = (request: Request, name: keyof typeof COOKIE): string | undefined => {
  const pair = (request.headers.get('cookie') ?? '').split(/;\s*/).find((each) => each.startsWith(`${COOKIE[name]}=`))
  return pair?.slice(COOKIE[name].length + 1)
}

/** A cookie for this site alone, unreadable to scripts. Seconds 0 takes it away. */
export const setCookie = (name: keyof typeof COOKIE, value: string, seconds: number): string =>
  [`${COOKIE[name]}=${value}`, 'Path=/', `Max-Age=${Math.max(0, Math.floor(seconds))}`, 'HttpOnly', 'SameSite=Lax', ...(env().PUBLIC_URL?.startsWith('https:') ? ['Secure'] : [])].join('; ')

export type Going = { to: string; cookies?: string[] }

/** After a post, a page to get: reloading it sends nothing again. */
export const goTo = ({ to, cookies = [] }: Going): Response => {
  const headers = new Headers({ location: ownPath(to) ?? '/', 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** What a door works with: everything is checked that holds for all doors. */
export type AtDoor = { payload: Payload; model: OfficeModel; lang: Lang; href: (path: string) => string; request: Request; posted: Posted; address: string }

const sentence = (lang: Lang, error: DomainError, reference: string): string => {
  const words = (part: 'what' | 'kept' | 'todo') => t(lang, `errors.${error.code}.${part}`, { retryAfter: String(error.detail.retryAfter ?? ''), reference })
  return [words('what'), words('kept'), words('todo'), error.code === 'internal' ? t(lang, 'errors.reference', { reference }) : ''].filter(Boolean).join('\n')
}

type Refusing = { request: Request; lang: Lang; thrown: unknown; model: OfficeModel | undefined; home: string }

/** A refusal without a page to go back to, with the right status: a page of its own, or a few plain words for a program. */
const refuse = ({ request, lang, thrown, model, home }: Refusing): Response => {
  const reference = newReference()
  const error = asDomainError(thrown, reference)
  const retry = error.detail.retryAfter
  const page = readsPages(request)
  const office = model && officeFacts(model, lang)
  const shown = error.code === 'internal' ? { reference } : {}
  const whose = office ? { office: { name: office.name, ...(office.dutyPhone ? { phone: office.dutyPhone } : {}) } } : {}
  const back = cameFrom(request)
  return new Response(page ? refusalPage({ lang, error, home, ...shown, ...whose, ...(back ? { back } : {}) }) : `${sentence(lang, error, reference)}\n`, {
    status: error.status,
    headers: { 'content-type': `${page ? 'text/html' : 'text/plain'}; charset=utf-8`, 'cache-control': 'no-store', 'content-language': lang, ...(typeof retry === 'number' ? { 'retry-after': String(retry) } : {}) },
  })
}

type Route = { params: Promise<VariantParams & Record<string, string>> }

type Params = Record<string, string>

/** Where a refused post goes instead of a page of plain words; undefined for failures the door has no page for. */
type Instead = (error: DomainError, request: Request, params: Params) => string | undefined

/**
 * Opens a door for posted forms: from this site only, within the limit of size. `body` says where to go. What it throws leads
 * where `instead` says, or is answered with plain words and the error's status.
 */
export const door = (body: (at: AtDoor, params: Params) => Promise<Going>, instead: Instead = () => undefined) => async (request: Request, { params }: Route): Promise<Response> => {
  const given = await params
  const variant = variantOf(given) ?? { lang: 'zh' as const, mode: 'plain' as const }
  const href = makeHref(variant)
  let model: OfficeModel | undefined
  try {
    const payload = await getPayload({ config })
    model = await needModel(payload)
    fromBrowserHere(request)
    const { to, cookies } = await body({ payload, model, lang: variant.lang, href, request, posted: await readForm(request), address: addressOf(request) }, given)
    return goTo({ to: href(to), ...(cookies ? { cookies } : {}) })
  } catch (error) {
    const other = error instanceof DomainError ? instead(error, request, given) : undefined
    return other === undefined ? refuse({ request, lang: variant.lang, thrown: error, model, home: href('/') }) : goTo({ to: href(other) })
  }
}

export type Asked = { searchParams: URLSearchParams }

/** Someone who opens a door's address instead of pressing its button is led to its page. */
export const leadTo = (pathOf: (params: Record<string, string>, asked: Asked) => string) => async (request: Request, { params }: Route): Promise<Response> => {
  const given = await params
  return goTo({ to: makeHref(variantOf(given) ?? { lang: 'zh', mode: 'plain' })(pathOf(given, new URL(request.url))) })
}
