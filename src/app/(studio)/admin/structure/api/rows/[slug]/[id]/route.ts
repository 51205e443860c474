import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { removeRow, saveRow } from '@/services/structure/saveRow'
import { slugOf } from '../../_slug'

const WRITES = ['structure.edit', 'people.edit', 'grants.edit', 'content.edit', 'settings.edit'] as const

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** PATCH {data, seen?, reason?}: changes what is given of a row. */
export const PATCH = studioDoor(WRITES, async ({ desk, request, params }) => {
  const { data, seen, reason } = await readJson(request)
  return { id: await saveRow(desk, { slug: slugOf(params.slug), id: params.id, data: isRow(data) ? data : {}, reason, ...(typeof seen === 'string' ? { seen } : {}) }) }
})

/** DELETE {reason?}: a row that nothing refers to. */
export const DELETE = studioDoor(WRITES, async ({ desk, request, params }) => {
  const { reason } = await readJson(request)
  await removeRow(desk, { slug: slugOf(params.slug), id: params.id ?? '', reason })
  return {}
})
