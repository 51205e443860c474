import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { splitUnit, type Part } from '@/services/studio/territory/acts'
import { splitCounts } from '@/services/studio/territory/effect'
import { isRow, wordsIn } from '../../_given'

const partOf = (value: unknown): Part => {
  const row = isRow(value) ? value : {}
  return { code: typeof row.code === 'string' ? row.code.trim() : '', name: wordsIn(row.name), ...(typeof row.lead === 'string' && row.lead ? { lead: row.lead } : {}), ...(row.boundary ? { boundary: row.boundary } : {}) }
}

const homesOf = (value: unknown): Record<string, number> =>
  Object.fromEntries(Object.entries(isRow(value) ? value : {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

/** POST {parts, homes?, reason}: splits the unit. With `dry`, only counts where its open matters would go. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { parts, homes, reason, dry } = await readJson(request, 2 * 1024 * 1024)
  const given = (Array.isArray(parts) ? parts.slice(0, 20) : []).map(partOf)
  if (dry === true) return splitCounts(desk, params.id ?? '', given.map(({ boundary }) => boundary))
  return { ids: await splitUnit(desk, { unit: params.id ?? '', parts: given, homes: homesOf(homes), reason }) }
})
