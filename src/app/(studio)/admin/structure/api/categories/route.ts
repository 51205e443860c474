import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { addNode } from '@/services/studio/territory/add'
import { SLUG } from '@/slugs'
import { isRow, wordsIn } from '../units/_given'

/** POST {data: {name, parent?, severity, code?}}: a new category; without a code it gets the next one. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request }) => {
  const { data } = await readJson(request)
  const { name, parent, severity, code } = isRow(data) ? data : {}
  return { id: await addNode(desk, { slug: SLUG.categories, data: { name: wordsIn(name), parent, severity, code, publicity: 'reporter' } }) }
})
