import { Secret, TOTP } from 'otpauth'
import { findRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { now, setClock } from '@/lib/clock'
import { resetEnv } from '@/lib/env'
import { arrive, type Arrival } from '@/services/desk/desk'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { confirmFactor, offerFactor, type Holder } from '@/services/session/factor/setUp'
import { signIn } from '@/services/session/signIn'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { graphql, rest } from './doors'
import { openPortal, type TestPortal } from './portal'

export const PASSWORD = 'Quiet-River-42'
export const MINUTE = 60_000
export const SHUT = { rest: 403, me: null, graphql: false }
export const OPEN = (id: string) => ({ rest: 200, me: id, graphql: true })

export const withToken = (token: string, more: Record<string, string> = {}) => new Headers({ authorization: `JWT ${token}`, ...more })
export const codeFor = (secret: string, at = now()) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

const SETTINGS = ['DESK_IP_ALLOW', 'SESSIONS_MOST', 'PASSWORD_MAX_DAYS', 'PASSWORD_MIN', 'SESSION_IDLE_MINUTES', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_TRUST', 'OIDC_PASSWORDS', 'PUBLIC_URL']

/** A portal, people of it, and what each door says to a session of theirs. */
export const openSignIn = async () => {
  const portal: TestPortal = await openPortal()
  const { payload } = portal
  const { config } = payload
  const roleId = async (code: string) => (await findRow({ payload }, SLUG.roles, { where: { code: { equals: code } } }))?.id ?? ''
  const addPerson = async (username: string, role = 'dispatcher', mustChangePassword = false): Promise<Holder['person']> => {
    const { office } = await needModel(payload)
    return withTransaction(payload, async (req) => {
      const { id } = await unsafeAddPerson(req, { office: office.id, username, name: `Person ${username}`, password: PASSWORD, mustChangePassword })
      await unsafeGrant(req, { office: office.id, person: id, role: await roleId(role), reason: 'test' })
      return { id, office: office.id, name: `Person ${username}`, username }
    })
  }
  const enter = (username: string, password = PASSWORD, headers: Record<string, string> = {}) => signIn({ payload, headers: new Headers(headers), username, password })
  const entered = async (username: string, headers: Record<string, string> = {}) => {
    const answer = await enter(username, PASSWORD, headers)
    if (!answer.ok) throw new Error(`${username}: ${answer.why}`)
    return answer
  }
  return {
    portal, payload, roleId, addPerson, enter, entered,
    set: (name: string, value: string): void => {
      process.env[name] = value
      resetEnv()
    },
    /** The wall clock and the settings as they were. */
    reset: (): void => {
      setClock()
      for (const name of SETTINGS) Reflect.deleteProperty(process.env, name)
      process.env.DATA_DIR = portal.dir
      resetEnv()
    },
    login: (username: string, password = PASSWORD, more: Record<string, unknown> = {}) => rest({ config, method: 'POST', path: '/users/login', body: { username, password, ...more } }),
    call: (args: Omit<Parameters<typeof rest>[0], 'config'>) => rest({ config, ...args }),
    /** What the doors of Payload say: REST, GraphQL, and whose session it is. */
    doors: async (token: string) => {
      const list = await rest({ config, path: '/matters?limit=1', token })
      const me = await rest({ config, path: '/users/me', token })
      const query = await graphql({ config, token, query: '{ Matters(limit: 1) { totalDocs } }' })
      return { rest: list.status, me: (me.body.user as { id?: string } | null)?.id ?? null, graphql: query.text.includes('totalDocs":') }
    },
    stateOf: async (token: string, more: Record<string, string> = {}): Promise<Arrival['state']> => (await arrive({ payload, headers: withToken(token, more) })).state,
    /** Gives a person a second factor, as the page does; the session they do it in is passed on. */
    withFactor: async (person: Holder['person']) => {
      const { token, sid } = await entered(person.username)
      const holder: Holder = { payload, person, sid, headers: withToken(token) }
      const { box, secret } = await offerFactor(holder)
      const recovery = await confirmFactor(holder, { box, code: codeFor(secret) })
      return { token, sid, holder, secret, recovery }
    },
  }
}
