import { findRows } from '@/db/rows'
import { compareRouting, type Landing } from '@/domain/routing/compare'
import { resultSays } from '@/domain/routing/describe'
import type { Directory, RoutingSet } from '@/domain/routing/types'
import { both, t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { matterHref } from '@/services/desk/names'
import { directoryOf, routingFacts } from '@/services/matters/directory'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { SLUG } from '@/slugs'
import { setFrom } from './read'

const RECENT = 500
const NONE: RoutingSet = { code: 'none', name: { zh: '' }, rules: [] }

/** Exactly what the engine and the rule of who may see it need: the rest of a matter is not read. */
const SEEN = {
  office: true, number: true, receivedAt: true, category: true, categoryPath: true, path: true, type: true, source: true, severity: true, title: true, text: true, address: true, answers: true,
  confidentiality: true, participants: true,
} as const

type Row = Pick<MatterRow, 'id' | 'office' | 'number' | 'receivedAt' | 'categoryPath' | 'path' | 'type' | 'source' | 'severity' | 'title' | 'text' | 'address' | 'answers' | 'confidentiality' | 'participants'>

export type ShiftRow = { count: number; from: string; to: string; why: string; examples: { number: string; title: string; href: string }[] }

export type ReplayAnswer = {
  /** How many matters were tried; the span in which they came, epoch milliseconds. */
  total: number
  first?: number
  last?: number
  /** Confidential matters that the person may not see took no part. */
  some?: true
  same: number
  moved: number
  rows: ShiftRow[]
  /** How many each rule takes, by its code. */
  hits: Record<string, number>
}

const recent = async (desk: Desk): Promise<Row[]> =>
  (await findRows(desk.req, SLUG.matters, { where: { office: { equals: desk.model.office.id } }, sort: ['-receivedAt', '-id'], limit: RECENT, select: SEEN })) as unknown as Row[]

const endOf = (desk: Desk, { mode, goes }: Landing, directory: Directory): string => {
  if (goes.kind === 'nobody') return t(desk.lang, 'studioRouting.replay.nobody')
  const who = desk.say(goes.kind === 'lead' ? both('studioRouting.replay.toLead') : resultSays(goes, directory))
  return mode === 'proposed' ? t(desk.lang, 'studioRouting.replay.proposed', { who }) : who
}

const ruleIn = (desk: Desk, { rule }: Landing): { number: number; name: string } => ({ number: rule?.number ?? 0, name: desk.say(rule?.name) })

const whyOf = (desk: Desk, from: Landing, to: Landing): string => {
  const [was, now] = [ruleIn(desk, from), ruleIn(desk, to)]
  const params = { number: now.number, name: now.name, oldNumber: was.number, oldName: was.name }
  if (!to.rule) return t(desk.lang, 'studioRouting.replay.noneNow', params)
  if (!from.rule) return t(desk.lang, 'studioRouting.replay.noneBefore', params)
  return t(desk.lang, from.rule.code === to.rule.code ? 'studioRouting.replay.sameRule' : 'studioRouting.replay.otherRule', params)
}

/**
 * What would have happened to the office's last 500 matters under these rules, against those in force, by the engine itself with teams and
 * people as they are now. Confidential matters that the person may not see take no part: a rule on words must not become a way to read them.
 * Of the others the person may not see, only the count. Changes nothing. Errors: `invalid`.
 */
export const replayRecent = async (desk: Desk, definition: unknown): Promise<ReplayAnswer> => {
  const after = setFrom(desk, definition)
  const all = (await recent(desk)).map((row) => ({ row, seen: desk.may('matter.view', factsOf(row)) }))
  const rows = all.filter(({ row, seen }) => seen || row.confidentiality !== 'restricted')
  const byId = new Map(rows.map((each) => [each.row.id, each]))
  const directory = directoryOf(desk.model)
  const compared = compareRouting({ before: desk.model.routing?.definition ?? NONE, after, matters: rows.map(({ row }) => ({ id: row.id, facts: routingFacts(desk.model, row) })), directory })
  const times = rows.map(({ row }) => Date.parse(row.receivedAt))
  return {
    total: rows.length, ...(rows.length < all.length ? { some: true } : {}), same: compared.same, moved: rows.length - compared.same, hits: compared.hits,
    ...(times.length > 0 ? { first: Math.min(...times), last: Math.max(...times) } : {}),
    rows: compared.shifts.map(({ from, to, ids }) => ({
      count: ids.length, from: endOf(desk, from, directory), to: endOf(desk, to, directory), why: whyOf(desk, from, to),
      examples: ids.flatMap((id) => {
        const each = byId.get(id)
        return each?.seen ? [{ number: each.row.number, title: each.row.title, href: matterHref(id) }] : []
      }),
    })),
  }
}
