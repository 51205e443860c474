import type { Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { idOf } from '@/lib/idOf'
import { t } from '@/i18n'
import { wordsOf } from '@/lib/wordsOf'
import { registersInForce } from '@/services/registers/register'
import { SLUG } from '@/slugs'
import type { Check, Finding, Ground } from '../types'

const DAY = 86_400_000
/** Words that a reporter added are answered within two days. */
const ANSWER_IN = 2 * DAY
/** Older ones were answered by telephone, or not at all: telling of them for ever hides what is new. */
const LOOKS_BACK = 90 * DAY
const MOST = 500

const iso = (at: number): string => new Date(at).toISOString()

const staleSince = async ({ payload, model, now }: Ground, column: { id: string; staleDays?: number | null; createdAt: string }): Promise<number | undefined> => {
  const where: Where = { and: [{ office: { equals: model.office.id } }, { column: { equals: column.id } }, { _status: { equals: 'published' } }] }
  const newest = await findRow({ payload }, SLUG.notices, { where, sort: '-publishedAt', select: { publishedAt: true, createdAt: true } })
  const days = Math.floor((now - Date.parse(newest?.publishedAt ?? newest?.createdAt ?? column.createdAt)) / DAY)
  return column.staleDays && days >= column.staleDays ? days : undefined
}

/** Columns whose newest notice is older than the column allows. */
export const columns: Check = async (ground) => {
  const rows = await findRows({ payload: ground.payload }, SLUG.columns, { where: { office: { equals: ground.model.office.id } }, sort: 'id' })
  const stale: Finding['names'] = []
  for (const row of rows) {
    const days = await staleSince(ground, row)
    const name = wordsOf(row.name)
    if (days !== undefined) stale.push({ zh: t('zh', 'health.days', { name: name.zh, days }), en: t('en', 'health.days', { name: name.en || name.zh, days }) })
  }
  return stale.length > 0 ? [{ code: 'columnStale', gravity: 'soon', params: { n: stale.length }, names: stale, fix: { href: '/admin/collections/notices', needs: ['content.edit'] } }] : []
}

const addedSince = ({ payload, model, now }: Ground) => findRows({ payload }, SLUG.events, {
  where: { and: [{ office: { equals: model.office.id } }, { action: { equals: 'addInfo' } }, { at: { less_than: iso(now - ANSWER_IN) } }, { at: { greater_than: iso(now - LOOKS_BACK) } }] },
  sort: '-at', limit: MOST, select: { matter: true, seq: true, at: true },
})

/** Whether somebody of the office has done something since that the reporter sees. */
const answered = async ({ payload }: Ground, matter: string, seq: number): Promise<boolean> =>
  (await countRows({ payload }, SLUG.events, { and: [{ matter: { equals: matter } }, { seq: { greater_than: seq } }, { actorKind: { equals: 'staff' } }, { or: [{ action: { equals: 'reply' } }, { kind: { equals: 'transition' } }] }] })) > 0

/** What reporters added to open matters and nobody has answered. Counts and numbers of matters only. */
export const messages: Check = async (ground) => {
  const last = new Map<string, number>()
  for (const { matter, seq } of await addedSince(ground)) {
    const id = idOf(matter) ?? ''
    last.set(id, Math.max(seq, last.get(id) ?? 0))
  }
  if (last.size === 0) return []
  const open = await findRows({ payload: ground.payload }, SLUG.matters, { where: { and: [{ id: { in: [...last.keys()] } }, { open: { equals: true } }] }, sort: ['touchedAt', 'id'], select: { number: true } })
  const waiting: typeof open = []
  for (const row of open) if (!(await answered(ground, row.id, last.get(row.id) ?? 0))) waiting.push(row)
  const [longest] = waiting
  if (!longest) return []
  return [{ code: 'unanswered', gravity: 'now', params: { n: waiting.length }, names: waiting.map(({ number }) => ({ zh: String(number) })), fix: { href: `/desk/matters/${longest.id}`, needs: ['matter.view'] } }]
}

/** Entries of registers that should have been looked at again. */
export const registers: Check = async ({ payload, model, now }) => {
  const late: { code: string; n: number; name: { zh: string; en?: string } }[] = []
  for (const { id, code, def } of await registersInForce({ payload, model })) {
    if (!def.review) continue
    const n = await countRows({ payload }, SLUG.entries, { and: [{ register: { equals: id } }, { active: { not_equals: false } }, { reviewDue: { less_than: iso(now - DAY) } }] })
    if (n > 0) late.push({ code, n, name: def.name })
  }
  if (late.length === 0) return []
  const n = late.reduce((sum, each) => sum + each.n, 0)
  const only = late.length === 1 ? `/${late[0]?.code ?? ''}` : ''
  return [{ code: 'reviewsLate', gravity: 'soon', params: { n }, names: late.map(({ name, n: count }) => ({ zh: `${name.zh} ${count}`, en: `${name.en || name.zh} ${count}` })), fix: { href: `/desk/registers${only}`, needs: ['register.view', 'register.edit'] } }]
}
