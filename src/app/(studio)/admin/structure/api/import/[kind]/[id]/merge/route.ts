import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { mergeRows } from '@/services/structure/importStage'
import { isRow } from '../../../../units/_given'

/** POST {merges: {row: id}}: rows of a kept file that mean what stands already; it is compared anew. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { merges } = await readJson(request, 1024 * 1024)
  return mergeRows(desk, params.id ?? '', Object.fromEntries(Object.entries(isRow(merges) ? merges : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')))
})
