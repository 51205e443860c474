import { createHash } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { DomainError } from '@/domain/errors'
import { atom, FEED_TYPES, jsonFeed, rss, type Feed, type FeedEntry, type FeedKind } from '@/domain/publishing/feeds/feed'
import { calendar, type CalendarEvent } from '@/domain/publishing/feeds/calendar'
import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { Notice } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import { unitByCode, unitTrail } from '../units'
import { columnsOf, forThose, listed, readNotices, type Column } from './notices'
import { plainText } from './plainText'

const MOST = 50

type Asked = { payload: Payload; model: OfficeModel; lang: Lang; origin: string; path: readonly string[] }
type Scope = { where: Where; title: string; description: string; home: string; only?: string }

const KIND = /^(.+)\.(rss|atom|json|ics)$/

const columnScope = (columns: readonly Column[], code: string, base: string): Scope => {
  const column = columns.find((row) => row.code === code)
  if (!column) throw new DomainError('notFound')
  return { where: { and: [forThose([]), { column: { equals: column.id } }] }, title: `${column.name} · ${base}`, description: column.purpose ?? '', home: `/notices?column=${encodeURIComponent(code)}` }
}

const unitScope = (model: OfficeModel, lang: Lang, { code, base }: { code: string; base: string }): Scope => {
  const unit = unitByCode(model, code)
  if (!unit || unit.active === false) throw new DomainError('notFound')
  return { where: forThose(unitTrail(model, unit).map(({ id }) => id)), title: `${say(unit.name, lang)} · ${base}`, description: '', home: `/grid/${encodeURIComponent(unit.code)}` }
}

/** `/feeds/notices.rss`, `/feeds/columns/<code>.atom`, `/feeds/units/<code>.json`, `/feeds/columns/<code>.ics`, `/feeds/notices/<code>.ics`. Errors: `notFound`. */
const scopeOf = ({ model, lang, path }: Asked, columns: readonly Column[], code: string): Scope => {
  const base = say(model.office.shortName ?? model.office.name, lang) || say(model.office.name, lang)
  const [part, second] = path
  if (path.length === 1 && code === 'notices') return { where: forThose([]), title: `${t(lang, 'site.notice.title')} · ${base}`, description: '', home: '/notices' }
  if (path.length !== 2 || second === undefined) throw new DomainError('notFound')
  if (part === 'columns') return columnScope(columns, code, base)
  if (part === 'units') return unitScope(model, lang, { code, base })
  if (part === 'notices') return { where: { code: { equals: code } }, title: base, description: '', home: `/notices/${encodeURIComponent(code)}`, only: code }
  throw new DomainError('notFound')
}

const textOf = (row: Notice): string => plainText(row.body)

type Made = { asked: Asked; scope: Scope; columns: readonly Column[]; rows: readonly Notice[]; href: (path: string) => string }

/** Never changes with the address: the office's code and the notice's own id. */
const idFor = ({ model }: Asked, id: string): string => `tag:${model.office.code.toLowerCase().replace(/[^a-z0-9.-]/g, '-')}.portal,2026:notice:${id}`

const entryOf = ({ asked, columns, href }: Made, row: Notice): FeedEntry => {
  const column = columns.find(({ id }) => id === idOf(row.column))?.name
  return {
    id: idFor(asked, row.id), url: href(`/notices/${encodeURIComponent(row.code)}`), title: row.title, text: textOf(row), publishedAt: Date.parse(row.publishedAt ?? row.createdAt), updatedAt: Date.parse(row.updatedAt),
    ...(column ? { column } : {}), author: row.issuer || say(asked.model.office.name, asked.lang),
  }
}

const eventOf = ({ asked, href }: Made, row: Notice): CalendarEvent[] => {
  if (row.kind !== 'activity' || !row.startsAt) return []
  return [{
    uid: `${row.id}@${asked.model.office.code}`, title: row.title, text: textOf(row), url: href(`/notices/${encodeURIComponent(row.code)}`), ...(row.place ? { place: row.place } : {}),
    startsAt: Date.parse(row.startsAt), ...(row.endsAt ? { endsAt: Date.parse(row.endsAt) } : {}), stamp: Date.parse(row.updatedAt),
  }]
}

const feedOf = (made: Made): Feed => {
  const { asked, scope, rows, href } = made
  const entries = rows.map((row) => entryOf(made, row))
  const self = href(`/feeds/${asked.path.map(encodeURIComponent).join('/')}`)
  return { id: idFor(asked, `feed:${scope.home}`), title: scope.title, description: scope.description, home: href(scope.home), self, lang: asked.lang, updatedAt: Math.max(0, ...entries.map(({ updatedAt }) => updatedAt)), entries }
}

const bodyOf = (kind: FeedKind, made: Made): string => {
  if (kind === 'ics') return calendar({ name: made.scope.title, zone: made.asked.model.calendar.timeZone, events: made.rows.flatMap((row) => eventOf(made, row)) })
  const feed = feedOf(made)
  return kind === 'json' ? jsonFeed(feed) : kind === 'atom' ? atom(feed) : rss(feed)
}

export type Served = { type: string; body: string; etag: string; modified: number }

const wantedOf = ({ path }: Asked): { code: string; kind: FeedKind } => {
  const last = KIND.exec(path.at(-1) ?? '')
  if (!last?.[1] || !last[2]) throw new DomainError('notFound')
  return { code: last[1], kind: last[2] as FeedKind }
}

/**
 * One feed or calendar of what residents may read, of the newest fifty. Errors: `notFound` for what is none, and for a calendar of a notice that is no
 * activity.
 */
export const feedAt = async (asked: Asked): Promise<Served> => {
  const { code, kind } = wantedOf(asked)
  const columns = await columnsOf(asked.payload, asked.model, asked.lang)
  const scope = scopeOf(asked, columns, code)
  const where: Where = { and: [listed(asked.model), scope.where, ...(kind === 'ics' ? [{ kind: { equals: 'activity' } }] : [])] }
  const rows = await readNotices({ payload: asked.payload, lang: asked.lang, where, limit: MOST })
  if (scope.only !== undefined && (kind !== 'ics' || rows.length === 0)) throw new DomainError('notFound')
  const prefix = asked.lang === 'en' ? '/en' : ''
  const body = bodyOf(kind, { asked, scope, columns, rows, href: (to) => `${asked.origin}${prefix}${to}` })
  return { type: FEED_TYPES[kind], body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`, modified: Math.max(0, ...rows.map(({ updatedAt }) => Date.parse(updatedAt))) }
}
