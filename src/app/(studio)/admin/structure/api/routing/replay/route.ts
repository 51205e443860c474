import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { replayRecent } from '@/services/studio/routing/replay'
import { MAX_DRAFT } from '../../definitions/_kind'

/** POST {definition}: where the last 500 matters would go by these rules, against those in force. Changes nothing. */
export const POST = studioDoor(['structure.view', 'structure.edit'], async ({ desk, request }) => {
  const { definition } = await readJson(request, MAX_DRAFT)
  return replayRecent(desk, definition)
})
