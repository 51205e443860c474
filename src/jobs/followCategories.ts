import { rangeOf } from '@/access/range'
import { findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import type { TaskWork } from './taskWork'

const CHUNK = 50

/** Open matters follow their category to its new place in the tree, a stretch at a time, as `repath` does for units. */
export const followCategories: TaskWork = async ({ payload, task }) => {
  const { from, below } = rangeOf(String((task.input as { from?: string } | null)?.from ?? ''))
  const rows = await findRows({ payload }, SLUG.matters, {
    where: { and: [{ categoryPath: { greater_than_equal: from } }, { categoryPath: { less_than: below } }, { open: { equals: true } }, { id: { greater_than: task.cursor ?? '' } }] },
    sort: 'id', limit: CHUNK, select: { category: true, categoryPath: true },
  })
  const categories = await findRows({ payload }, SLUG.categories, { where: { id: { in: rows.flatMap(({ category }) => idOf(category) ?? []) } }, select: { path: true } })
  const paths = new Map(categories.map(({ id, path }) => [id, path ?? '']))
  const wrong = rows.flatMap((row) => {
    const to = paths.get(idOf(row.category) ?? '')
    return to && to !== row.categoryPath ? [{ id: row.id, category: idOf(row.category), from: row.categoryPath, to }] : []
  })
  await withTransaction(payload, async (req) => {
    for (const { id, category, from: was, to } of wrong) {
      await updateRowIf(req, SLUG.matters, { and: [{ id: { equals: id } }, { category: { equals: category } }, { categoryPath: { equals: was } }] }, { categoryPath: to })
    }
  })
  const done = task.done + wrong.length
  return { done, total: Math.max(task.total ?? 0, done), cursor: rows.at(-1)?.id ?? task.cursor ?? '', finished: rows.length < CHUNK }
}
