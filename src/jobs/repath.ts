import type { Payload } from 'payload'
import { rangeOf } from '@/access/range'
import { findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { SLUG } from '@/slugs'
import type { TaskWork } from './taskWork'

const CHUNK = 50

/** A process may work on a structure that was true some seconds ago: after so many milliseconds it is looked once more. */
const LOOK_AGAIN = 20_000

type Row = { id: string; unit?: string | null; path: string }

const pathsOf = async (payload: Payload, rows: Row[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.flatMap(({ unit }) => unit ?? []))]
  const units = ids.length > 0 ? await findRows({ payload }, SLUG.units, { where: { id: { in: ids } }, select: { path: true } }) : []
  return new Map(units.map(({ id, path }) => [id, path ?? '']))
}

/** Writes the paths of one stretch, in one short transaction. A matter whose unit was corrected meanwhile is left as it is now. */
const follow = async (payload: Payload, rows: Row[]): Promise<number> => {
  const paths = await pathsOf(payload, rows)
  const wrong = rows.flatMap((row) => {
    const path = paths.get(row.unit ?? '')
    return path && path !== row.path ? [{ ...row, to: path }] : []
  })
  if (wrong.length === 0) return 0
  await withTransaction(payload, async (req) => {
    for (const { id, unit, path, to } of wrong) {
      await updateRowIf(req, SLUG.matters, { and: [{ id: { equals: id } }, { unit: { equals: unit } }, { path: { equals: path } }] }, { path: to })
    }
  })
  return wrong.length
}

/** How far a pass has come: how many it moved, and the last matter it looked at. */
const readCursor = (cursor: string | null | undefined): { moved: number; last: string } => {
  const [moved = '0', last = ''] = (cursor ?? '').split('|')
  return { moved: Number(moved), last }
}

/**
 * Open matters follow their unit to its new place (domain.md §6), a stretch at a time: everything that stands where the unit stood gets the
 * path its unit has now. Passes are repeated until one finds nothing.
 */
export const repath: TaskWork = async ({ payload, task }) => {
  const { from, below } = rangeOf(String((task.input as { from?: string } | null)?.from ?? ''))
  const { moved, last } = readCursor(task.cursor)
  const rows = (await findRows({ payload }, SLUG.matters, {
    where: { and: [{ path: { greater_than_equal: from } }, { path: { less_than: below } }, { open: { equals: true } }, ...(last ? [{ id: { greater_than: last } }] : [])] },
    sort: 'id', limit: CHUNK, select: { unit: true, path: true },
  })) as Row[]
  const now = await follow(payload, rows)
  const done = task.done + now
  const total = Math.max(task.total ?? 0, done)
  if (rows.length === CHUNK) return { done, total, cursor: `${moved + now}|${rows.at(-1)?.id ?? ''}`, finished: false }
  return moved + now === 0 ? { done, total: done, finished: true } : { done, total, cursor: '0|', rest: LOOK_AGAIN, finished: false }
}
