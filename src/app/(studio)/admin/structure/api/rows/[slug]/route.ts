import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { saveRow } from '@/services/structure/saveRow'
import { slugOf } from '../_slug'

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** POST {data, reason?}: a new row, its words in both languages at once. */
export const POST = studioDoor(['structure.edit', 'people.edit', 'grants.edit', 'content.edit', 'settings.edit'], async ({ desk, request, params }) => {
  const { data, reason } = await readJson(request)
  return { id: await saveRow(desk, { slug: slugOf(params.slug), data: isRow(data) ? data : {}, reason }) }
})
