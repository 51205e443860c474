import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'

export type RolePerson = { role: string; permissions: readonly string[]; id: string; token: string }

const PASSWORD = 'Door-Test-Pass-9x'

/** One signed-in person per role of the preset, each with the whole office as scope. */
export const rolePeople = async (payload: Payload): Promise<RolePerson[]> => {
  const { office } = await needModel(payload)
  const roles = await findRows({ payload }, SLUG.roles, { sort: 'code' })
  const people: RolePerson[] = []
  for (const role of roles) {
    const username = `door-${role.code.toLowerCase()}`
    const { id } = await withTransaction(payload, async (req) => {
      const made = await unsafeAddPerson(req, { office: office.id, username, name: `Door ${role.code}`, password: PASSWORD, mustChangePassword: false })
      await unsafeGrant(req, { office: office.id, person: made.id, role: role.id, reason: 'test' })
      return made
    })
    const { token } = await payload.login({ collection: SLUG.users, data: { username, password: PASSWORD } })
    people.push({ role: role.code, permissions: role.permissions, id, token: token ?? '' })
  }
  return people
}

type Ask = { config: SanitizedConfig; method?: string; path: string; token?: string; body?: unknown; headers?: Record<string, string> }
export type Answer = { status: number; body: Record<string, unknown>; text: string }

/** One request to Payload's REST door, in this process. */
export const rest = async ({ config, method = 'GET', path, token, body, headers }: Ask): Promise<Answer> => {
  const request = new Request(`http://localhost/api${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(token ? { authorization: `JWT ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await handleEndpoints({ config, request })
  const text = await response.text()
  return { status: response.status, text, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

/** One query to Payload's GraphQL door, in this process. */
export const graphql = async ({ config, token, query }: { config: SanitizedConfig; token?: string; query: string }): Promise<Answer> => {
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const request = new Request('http://localhost/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
    body: JSON.stringify({ query }),
  })
  const response = await GRAPHQL_POST(Promise.resolve(config))(request)
  const text = await response.text()
  return { status: response.status, text, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}
