import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { handOver } from '@/services/people/handOver'

const to = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** POST {matters?, units?, memberships?, leaves, reason}: everything of one person goes to colleagues, or back to teams and units. */
export const POST = studioDoor(['people.edit'], async ({ desk, request, params }) => {
  const { matters, units, memberships, leaves, reason } = await readJson(request)
  return handOver(desk, { person: params.id ?? '', matters: to(matters), units: to(units), memberships: to(memberships), leaves: leaves === true, reason: typeof reason === 'string' ? reason : '' })
})
