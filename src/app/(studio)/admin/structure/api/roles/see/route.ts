import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { seeAs } from '@/services/studio/roles/seeAs'

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** POST {role, unit?, team?}: what somebody with this role would see and could press. Changes nothing. */
export const POST = studioDoor(['structure.view', 'grants.view', 'grants.edit'], async ({ desk, request }) => {
  const { role, unit, team } = await readJson(request)
  return seeAs(desk, { role: text(role) ?? '', ...(text(unit) ? { unit: text(unit) } : {}), ...(text(team) ? { team: text(team) } : {}) })
})
