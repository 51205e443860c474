import type { Payload } from 'payload'
import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { hasExpired } from '@/domain/publishing/chain'
import { say, type Lang } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import type { Notice } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { columnPath, columnsOf, out, readNotices } from './notices'

const ms = (value: string | null | undefined): number | undefined => (value ? Date.parse(value) : undefined)

const when = <K extends string>(key: K, value: number | undefined): { [key in K]?: number } => (value === undefined ? {} : ({ [key]: value } as { [key in K]?: number }))

/** Files residents may download, in the order they were attached. */
const filesOf = async (payload: Payload, row: Notice, lang: Lang) => {
  const ids = (row.files ?? []).flatMap((file) => idOf(file) ?? [])
  if (ids.length === 0) return []
  const { docs } = await payload.find({ collection: SLUG.files, where: { id: { in: ids } }, limit: ids.length, pagination: false, depth: 0, locale: lang, overrideAccess: false })
  return ids.flatMap((id) => docs.filter((file) => file.id === id)).map((file) => ({
    path: `/api/${SLUG.files}/file/${encodeURIComponent(file.filename ?? '')}`, title: file.title, format: (file.filename?.split('.').at(-1) ?? '').toUpperCase(), bytes: file.filesize ?? 0,
  }))
}

const coverOf = async (payload: Payload, row: Notice, lang: Lang) => {
  const id = idOf(row.cover)
  if (!id) return undefined
  const { docs } = await payload.find({ collection: SLUG.media, where: { id: { equals: id } }, limit: 1, pagination: false, depth: 0, locale: lang, overrideAccess: false })
  const [picture] = docs
  return picture?.filename ? { src: `/api/media/file/${encodeURIComponent(picture.filename)}`, alt: picture.alt, ...(picture.width && picture.height ? { width: picture.width, height: picture.height } : {}) } : undefined
}

const eventOf = (row: Notice) =>
  row.kind === 'activity' && row.startsAt
    ? { event: { startsAt: Date.parse(row.startsAt), ...when('endsAt', ms(row.endsAt)), ...(row.place ? { place: row.place } : {}), calendarPath: `/feeds/notices/${encodeURIComponent(row.code)}.ics` } }
    : {}

const factsOf = (row: Notice, { office }: OfficeModel, lang: Lang) => ({
  ...(row.number ? { number: row.number } : {}),
  issuer: row.issuer || say(office.name, lang),
  ...when('writtenAt', ms(row.writtenAt)), ...when('validFrom', ms(row.validFrom)), ...when('validUntil', ms(row.validUntil)),
  state: row.archived === true ? ('archived' as const) : hasExpired(ms(row.validUntil), now()) ? ('ended' as const) : ('valid' as const),
  ...(row.importance === 'important' || row.importance === 'urgent' ? { importance: row.importance } : {}),
})

/** Whether there was such a notice and it was taken back. Its title stays with the portal: what is withdrawn is told of nobody any more. */
const wasWithdrawn = async (payload: Payload, { office }: OfficeModel, code: string): Promise<boolean> =>
  (await findRow({ payload }, SLUG.chains, { where: { and: [{ office: { equals: office.id } }, { code: { equals: code } }, { live: { equals: 'withdrawn' } }] } })) !== undefined

/** One published notice by its code. Errors: `expired` where it was withdrawn, else `notFound`. */
export const noticeByCode = async (payload: Payload, model: OfficeModel, lang: Lang, code: string) => {
  const [row] = await readNotices({ payload, lang, where: { and: [out(model), { code: { equals: code } }] }, limit: 1 })
  if (!row) throw new DomainError((await wasWithdrawn(payload, model, code)) ? 'expired' : 'notFound')
  const column = (await columnsOf(payload, model, lang)).find(({ id }) => id === idOf(row.column))
  const units = (row.units ?? []).flatMap((unit) => model.units.byId.get(idOf(unit) ?? '') ?? [])
  const cover = await coverOf(payload, row, lang)
  return {
    body: row.body,
    view: {
      title: row.title,
      ...(column ? { column: { text: column.name, path: columnPath(column) } } : {}),
      publishedAt: Date.parse(row.publishedAt ?? row.createdAt),
      ...factsOf(row, model, lang),
      ...eventOf(row),
      ...(cover ? { cover } : {}),
      ...(units.length > 0 ? { concerns: units.map((unit) => say(unit.name, lang)) } : {}),
      attachments: await filesOf(payload, row, lang),
      related: [],
    },
  }
}
