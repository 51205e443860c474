import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { addNode } from '@/services/studio/territory/add'
import { SLUG } from '@/slugs'
import { isRow, wordsIn } from './_given'

/** POST {data: {name, parent?, level, kind, code?}}: a new unit; without a code it gets the next one. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request }) => {
  const { data } = await readJson(request)
  const { name, parent, level, kind, code } = isRow(data) ? data : {}
  return { id: await addNode(desk, { slug: SLUG.units, data: { name: wordsIn(name), parent, level, kind, code } }) }
})
