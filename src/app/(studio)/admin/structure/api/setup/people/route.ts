import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { invite, type Invited } from '@/services/setup/invite'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const invitedOf = (value: unknown): Invited[] =>
  (Array.isArray(value) ? value : []).map((one: Record<string, unknown> | null) => ({ name: text(one?.name), username: text(one?.username), role: text(one?.role) }))

/** POST {people: [{name, username, role}]}: makes accounts; the answer is the only place where their one-time passwords are shown. */
export const POST = studioDoor(['people.edit'], async ({ desk, request }) => {
  const { people } = await readJson(request)
  return { made: await invite(desk, invitedOf(people)) }
})
