import type { Portal } from '../../helpers/server'
import { leadsTo, visit, type Visitor } from './visitor'

/** The password of everybody in `staffOffice`, after the one-time ones were changed. */
export const PASSWORD = 'Quiet-River-42'

export type Staff = { id: string; username: string; name: string }

type Row = Record<string, unknown> & { id: string; code: string }

const signedIn = async (portal: Portal, username: string, password: string): Promise<{ visitor: Visitor; to: string }> => {
  const visitor = visit(portal.url)
  return { visitor, to: await leadsTo(visitor.post('/desk/sign-in/go', { name: username, password, next: '/desk' })) }
}

/** Signs in at the desk and resolves with the session. */
export const signIn = async (portal: Portal, username: string, password = PASSWORD): Promise<Visitor> => {
  const { visitor, to } = await signedIn(portal, username, password)
  if (to !== '/desk') throw new Error(`${username} was led to ${to} at the sign-in`)
  return visitor
}

/** Signs in with a one-time password, and changes it. */
export const firstSignIn = async (portal: Portal, username: string, oneTime: string): Promise<Visitor> => {
  const { visitor } = await signedIn(portal, username, oneTime)
  const to = await leadsTo(visitor.post('/desk/password/go', { current: oneTime, next: PASSWORD, again: PASSWORD }))
  if (!to.includes('said=passwordChanged')) throw new Error(`${username} could not change the password: ${to}`)
  return (await signedIn(portal, username, PASSWORD)).visitor
}

const appointments = async (owner: Visitor): Promise<string[]> => {
  const to = await leadsTo(owner.post('/desk/appoint/go', { securityName: 'Test Security', securityLogin: 'security', auditName: 'Test Audit', auditLogin: 'audit' }))
  const page = await (await owner.get(to)).text()
  return [...page.matchAll(/<code>([^<]+)<\/code>/g)].map(([, password = '']) => password)
}

const create = async (visitor: Visitor, collection: string, data: Record<string, unknown>): Promise<string> => {
  const answer = await visitor.postJson(`/api/${collection}?depth=0`, data)
  const body = (await answer.json()) as { doc?: { id: string } }
  if (answer.status !== 201 || !body.doc) throw new Error(`${collection}: ${answer.status} ${JSON.stringify(body)}`)
  return body.doc.id
}

const codesOf = async (visitor: Visitor, collection: string): Promise<Map<string, string>> => {
  const { docs } = (await (await visitor.get(`/api/${collection}?limit=0&depth=0`)).json()) as { docs: Row[] }
  return new Map(docs.map(({ code, id }) => [code, id]))
}

export type Wanted = { username: string; role: string; team?: string; post?: string }

export type StaffOffice = { people: Map<string, Staff>; owner: Visitor; security: Visitor }

/**
 * An office at work, made as people make it: the owner changes the one-time password and names the security administrator, who
 * makes the accounts and grants the roles; the owner puts people into teams.
 */
export const staffOffice = async (portal: Portal, wanted: readonly Wanted[]): Promise<StaffOffice> => {
  const [, oneTime = ''] = await portal.said(/one-time password\s+(\S+)/)
  const owner = await firstSignIn(portal, 'owner', oneTime)
  const [securityPassword = ''] = await appointments(owner)
  const security = await firstSignIn(portal, 'security', securityPassword)
  const [roles, teams, posts] = await Promise.all([codesOf(security, 'roles'), codesOf(owner, 'teams'), codesOf(owner, 'posts')])
  const people = new Map<string, Staff>()
  for (const { username, role, team, post } of wanted) {
    const name = `测试${username}`
    const id = await create(security, 'users', { username, name, password: PASSWORD, mustChangePassword: false })
    await create(security, 'grants', { person: id, role: roles.get(role), reason: 'test' })
    if (team || post) await create(owner, 'memberships', { person: id, ...(team ? { team: teams.get(team) } : {}), ...(post ? { post: posts.get(post) } : {}) })
    people.set(username, { id, username, name })
  }
  return { people, owner, security }
}
