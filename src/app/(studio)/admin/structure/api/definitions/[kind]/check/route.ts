import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { checkDefinition } from '@/services/structure/drafts'
import { kindOf, MAX_DRAFT } from '../../_kind'

/** POST {definition}: what stands in the way of publishing what is on the screen, saved or not. */
export const POST = studioDoor(['structure.view', 'structure.edit', 'structure.publish'], async ({ desk, request, params }) => {
  const { definition } = await readJson(request, MAX_DRAFT)
  return { issues: await checkDefinition(desk, kindOf(params.kind), definition) }
})
