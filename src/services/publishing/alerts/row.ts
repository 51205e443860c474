import { findRows, type RowRequest } from '@/db/rows'
import type { Window } from '@/domain/publishing/alert'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'

/** An alert as services read it. Times are epoch milliseconds. */
export type AlertRow = Window & { id: string; zh: string; en?: string; path?: string; revision: number; startedBy?: string; endedBy?: string }

type Query = { office: string; where?: NonNullable<Parameters<typeof findRows>[2]>['where']; limit?: number }

export const alertRows = async (req: RowRequest, { office, where, limit }: Query): Promise<AlertRow[]> => {
  const rows = await findRows(req, SLUG.alerts, { where: { and: [{ office: { equals: office } }, ...(where ? [where] : [])] }, sort: ['-from', '-id'], ...(limit ? { limit } : {}) })
  return rows.map((row) => ({
    id: row.id, zh: row.zh, revision: row.revision, from: Date.parse(row.from), until: Date.parse(row.until),
    ...(row.en ? { en: row.en } : {}), ...(row.path ? { path: row.path } : {}), ...(row.endedAt ? { endedAt: Date.parse(row.endedAt) } : {}),
    ...(idOf(row.startedBy) ? { startedBy: idOf(row.startedBy) } : {}), ...(idOf(row.endedBy) ? { endedBy: idOf(row.endedBy) } : {}),
  }))
}

/** What stands above the pages at `now` (epoch ms), the newest first. */
export const alertsOn = (req: RowRequest, office: string, now: number): Promise<AlertRow[]> => {
  const at = new Date(now).toISOString()
  return alertRows(req, { office, where: { and: [{ from: { less_than_equal: at } }, { until: { greater_than: at } }, { endedAt: { exists: false } }] } })
}
