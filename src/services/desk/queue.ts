import { queueCounts, queuePage } from '@/db/queue'
import { PHASES } from '@/domain/workflow/types'
import { pathDepth } from '@/domain/grid/path'
import { tMaybe } from '@/i18n'
import { workflowVersion } from '@/services/structure/versions'
import type { CategoryRow } from '@/services/structure/rows'
import type { Desk } from './desk'
import { filtersOf } from './filters'
import { personRef, unitRef } from './names'
import { rowVMs } from './rows'
import { goneOf } from './tombstones'
import type { ArrivalsAnswer, QueueOptions, QueuePage, QueueQuery } from './view'

export const PAGE_SIZE = 25
const MAX_PAGE = 100

export type PageInput = { query: QueueQuery; after?: string; limit?: number }

/** One page of a queue; counts only with the first. Errors: `invalid` for a broken cursor or day. */
export const readQueuePage = async (desk: Desk, { query, after, limit = PAGE_SIZE }: PageInput): Promise<QueuePage> => {
  const { payload, viewer, now } = desk
  const question = { payload, viewer, now, filters: filtersOf(query, desk) }
  const size = Math.min(MAX_PAGE, Math.max(1, Math.floor(limit) || PAGE_SIZE))
  const { rows, next } = await queuePage({ ...question, sort: query.sort ?? 'due', after, limit: size })
  const gone = after === undefined ? await goneOf(desk, query.text) : undefined
  return {
    rows: await rowVMs(rows, desk),
    at: now,
    ...(next ? { next } : {}),
    ...(after === undefined ? { counts: await queueCounts(question), ...(gone ? { gone } : {}) } : {}),
  }
}

/** How many matters came into a list since it was read. Errors: `invalid`. */
export const countArrivals = async (desk: Desk, query: QueueQuery, since: number): Promise<ArrivalsAnswer> => {
  const { payload, viewer, now } = desk
  const filters = filtersOf(query, desk)
  const from = new Date(Number.isFinite(since) ? since : now).toISOString()
  const later = filters.receivedFrom && filters.receivedFrom > from ? filters.receivedFrom : from
  const { all } = await queueCounts({ payload, viewer, now, filters: { ...filters, receivedFrom: later } })
  return { count: all, at: now }
}

/** The rows of a tree in reading order: each node before those below it. */
export const inTreeOrder = (rows: readonly CategoryRow[]): CategoryRow[] => {
  const below = new Map<string, CategoryRow[]>()
  for (const row of rows) below.set(row.parent ?? '', [...(below.get(row.parent ?? '') ?? []), row])
  const walk = (parent: string): CategoryRow[] => (below.get(parent) ?? []).flatMap((row) => [row, ...walk(row.id)])
  return walk('')
}

const stepsOf = async ({ model, payload, say }: Desk): Promise<QueueOptions['steps']> => {
  const found = new Map<string, QueueOptions['steps'][number]>()
  for (const { current } of model.workflows.all) {
    if (!current) continue
    const { steps } = await workflowVersion(payload, current)
    for (const step of steps) if (!found.has(step.code)) found.set(step.code, { code: step.code, name: say(step.name), phase: step.phase })
  }
  return [...found.values()].sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase))
}

const named = ({ unit, owner }: QueueQuery, desk: Desk): Record<string, string> => {
  const ids = [...(unit ? [unit] : []), ...(owner ?? []).map((each) => each.slice(each.indexOf(':') + 1))]
  return Object.fromEntries(ids.flatMap((id) => {
    const name = unitRef(desk, id)?.name ?? personRef(desk, id)?.name
    return name ? [[id, name] as const] : []
  }))
}

/** What the slots of the filter sentence offer. */
export const queueOptions = async (desk: Desk, query: QueueQuery): Promise<QueueOptions> => {
  const { model, say, lang } = desk
  const active = <T extends { active?: boolean | null }>(rows: T[]): T[] => rows.filter((row) => row.active !== false)
  return {
    categories: inTreeOrder(active(model.categories.all)).map((row) => ({ id: row.id, name: say(row.name), depth: pathDepth(row.path) - 1 })),
    phases: PHASES.map((code) => ({ code, name: tMaybe(lang, `desk.phase.${code}`) ?? code })),
    steps: await stepsOf(desk),
    teams: active(model.teams.all).map((row) => ({ id: row.id, name: say(row.name) })),
    sources: active(model.sources.all).map((row) => ({ id: row.id, name: say(row.name) })),
    tags: active(model.tags.all).map((row) => say(row.name)),
    named: named(query, desk),
  }
}
