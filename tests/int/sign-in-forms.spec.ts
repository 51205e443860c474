import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { now, setClock } from '@/lib/clock'
import { accountView, openRecovery } from '@/services/desk/account'
import { readFactor } from '@/services/session/factor/read'
import { sessionsOf } from '@/services/session/sessions'
import { codeFor, MINUTE, openSignIn, PASSWORD, withToken } from '../helpers/signIn'

let world: Awaited<ReturnType<typeof openSignIn>>
beforeAll(async () => {
  world = await openSignIn()
})
afterAll(() => world.portal.close())
afterEach(() => world.reset())

type Handler = (request: Request) => Promise<Response>
/** The handlers read their configuration when they are imported: of the portal that is open by then. */
const HANDLERS: Record<string, () => Promise<{ POST: Handler }>> = {
  'sign-in': () => import('@/app/(desk)/desk/sign-in/go/route'),
  code: () => import('@/app/(desk)/desk/code/go/route'),
  'second-factor': () => import('@/app/(desk)/desk/second-factor/go/route'),
  account: () => import('@/app/(desk)/desk/account/go/route'),
  prove: () => import('@/app/(desk)/desk/prove/go/route'),
  'sign-out': () => import('@/app/(desk)/desk/sign-out/route'),
}

const post = async (form: string, fields: Record<string, string>, { token, origin = 'http://portal.test' }: { token?: string; origin?: string } = {}) => {
  const { POST } = await (HANDLERS[form] as () => Promise<{ POST: Handler }>)()
  const headers = { host: 'portal.test', origin, ...(token ? { cookie: `payload-token=${token}` } : {}) }
  const response = await POST(new Request(`http://portal.test/desk/${form}/go`, { method: 'POST', headers, body: new URLSearchParams(fields) }))
  const cookies = response.headers.getSetCookie()
  return { to: response.headers.get('location') ?? '', cookies, token: /^payload-token=([^;]+)/.exec(cookies.find((cookie) => cookie.startsWith('payload-token=')) ?? '')?.[1] }
}

const signInAs = async (name: string) => {
  const { token = '', cookies } = await post('sign-in', { name, password: PASSWORD, next: '/desk/queue' })
  return { token, cookies }
}

describe('the forms of signing in', () => {
  it('answer every wrong sign-in alike, and lead nobody away', async () => {
    await world.addPerson('form-known')
    const wrong = (name: string) => post('sign-in', { name, password: 'Wrong-River-42', next: 'https://elsewhere.test/' })
    expect((await wrong('form-known')).to).toBe('/desk/sign-in?fault=wrongCredentials&next=%2Fdesk')
    expect((await wrong('form-nobody')).to).toBe((await wrong('form-known')).to)
    for (let time = 0; time < 4; time += 1) await wrong('form-known')
    expect((await post('sign-in', { name: 'form-known', password: PASSWORD })).to).toBe((await wrong('form-nobody')).to)
  })

  it('give a cookie that scripts and other sites do not get, under TLS alone where there is TLS', async () => {
    await world.addPerson('form-cookie')
    const { cookies } = await signInAs('form-cookie')
    expect(cookies[0]).toMatch(/HttpOnly/)
    expect(cookies[0]).toMatch(/SameSite=Lax/)
    const { overTls } = await import('@/app/(desk)/_server/forms')
    expect(overTls()).toBe('')
    world.set('PUBLIC_URL', 'https://portal.example.org')
    expect(overTls()).toBe('; Secure')
  })

  it('so do the pages of residents, whose cookies open a report', async () => {
    const { setCookie } = await import('@/app/(site)/lib/door')
    world.set('PUBLIC_URL', '')
    expect(setCookie('track', 'x', 60)).toMatch(/; Path=\/; Max-Age=60; HttpOnly; SameSite=Lax$/)
    world.set('PUBLIC_URL', 'https://portal.example.org')
    expect(setCookie('track', 'x', 60)).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
  })

  it('ask for the code before anything else, and end a session that waits for it', async () => {
    const me = await world.addPerson('form-two')
    const { secret } = await world.withFactor(me)
    const { token } = await signInAs('form-two')
    expect((await post('account', { act: 'endOthers' }, { token })).to).toBe('/desk/sign-in?next=/desk/account')
    expect((await post('prove', { proof: PASSWORD, next: '/desk' }, { token })).to).toContain('/desk/sign-in')
    expect((await post('second-factor', { box: 'x', code: '1' }, { token })).to).toContain('/desk/sign-in')
    expect((await post('code', { code: '000000', next: '/desk/queue' }, { token })).to).toBe('/desk/code?code=wrong&next=%2Fdesk%2Fqueue')
    const at = now()
    setClock(() => at + MINUTE)
    expect((await post('code', { code: codeFor(secret), next: '/desk/queue' }, { token })).to).toBe('/desk/queue')
    expect(await world.stateOf(token)).toBe('open')
    const waiting = (await signInAs('form-two')).token
    expect((await post('sign-out', {}, { token: waiting })).to).toBe('/desk/sign-in?said=signedOut')
    expect(await world.stateOf(waiting)).toBe('signedOut')
    expect((await post('code', { code: codeFor(secret) }, { token: waiting })).to).toContain('/desk/sign-in?said=ended')
  })

  it('set up a second factor only with a proof that is fresh, and show its recovery codes to their owner once', async () => {
    const me = await world.addPerson('form-setup')
    const { token } = await signInAs('form-setup')
    const sid = (await (await import('@/services/session/visit')).visitOf({ payload: world.payload, headers: withToken(token) }))?.session.sid ?? ''
    const { offerFactor } = await import('@/services/session/factor/setUp')
    const { box, secret } = await offerFactor({ payload: world.payload, person: me, sid, headers: new Headers() })
    const at = now()
    setClock(() => at + 11 * MINUTE)
    expect((await post('second-factor', { box, code: codeFor(secret) }, { token })).to).toBe('/desk/prove?next=%2Fdesk%2Fsecond-factor')
    expect((await readFactor({ payload: world.payload }, me.id))?.confirmedAt ?? null).toBeNull()
    expect((await post('prove', { proof: PASSWORD, next: '/desk/second-factor' }, { token })).to).toBe('/desk/second-factor')
    const done = await post('second-factor', { box, code: codeFor(secret), next: '/desk/account' }, { token })
    expect(done.to).toBe('/desk/second-factor/codes?next=%2Fdesk%2Faccount')
    expect(done.cookies[0]).toMatch(/HttpOnly; SameSite=Strict/)
    const sealed = /^desk-recovery=([^;]+)/.exec(done.cookies[0] ?? '')?.[1]
    expect(openRecovery(me.id, sealed)).toHaveLength(10)
    expect(openRecovery('somebody-else', sealed)).toEqual([])
  })

  it('go on after the proof with what was asked before it, without losing it', async () => {
    const me = await world.addPerson('form-carry')
    const { token, secret } = await world.withFactor(me)
    const kept = async () => JSON.stringify((await readFactor({ payload: world.payload }, me.id))?.recovery)
    const [at, before] = [now(), await kept()]
    setClock(() => at + 11 * MINUTE)
    expect((await post('account', { act: 'recovery' }, { token })).to).toBe('/desk/prove?next=%2Fdesk%2Faccount&carry=recovery')
    expect((await post('prove', { proof: '000000', next: '/desk/account', carry: 'recovery' }, { token })).to).toBe('/desk/prove?proof=wrong&next=%2Fdesk%2Faccount&carry=recovery')
    expect(await kept()).toBe(before)
    expect((await post('prove', { proof: codeFor(secret), next: '/desk/account', carry: 'recovery' }, { token })).to).toBe('/desk/second-factor/codes?next=/desk/account')
    expect(await kept()).not.toBe(before)
  })

  it('end sessions from the account page, of this site alone', async () => {
    const me = await world.addPerson('form-ends')
    const [here, there] = [(await signInAs('form-ends')).token, (await signInAs('form-ends')).token]
    expect((await post('account', { act: 'endOthers' }, { token: here, origin: 'http://elsewhere.test' })).to).toBe('/desk/account?fault=notAllowed')
    expect(await world.stateOf(there)).toBe('open')
    expect((await post('account', { act: 'toString' }, { token: here })).to).toBe('/desk/account?fault=notFound')
    const row = (await sessionsOf(world.payload, me.id)).find(({ own }) => !own)?.id ?? ''
    expect((await post('account', { act: 'endOne', row: 'unknown' }, { token: here })).to).toBe('/desk/account?fault=notFound')
    expect(row).not.toBe('')
    expect((await post('account', { act: 'endOthers' }, { token: here })).to).toBe('/desk/account?said=endedOthers')
    expect([await world.stateOf(here), await world.stateOf(there)]).toEqual(['open', 'signedOut'])
  })

  it('tell somebody whose second factor was reset until they say that they know', async () => {
    const me = await world.addPerson('form-told')
    await world.withFactor(me)
    const factor = await readFactor({ payload: world.payload }, me.id)
    await world.payload.db.updateOne({ collection: 'second-factors', id: factor?.id ?? '', data: { confirmedAt: null, cipher: null, resetAt: new Date(now()).toISOString(), resetBy: 'Keeper' } })
    const view = () => accountView({ payload: world.payload, lang: 'zh', person: me, sid: '' })
    expect((await view()).reset).toMatchObject({ by: 'Keeper' })
    const { token } = await world.withFactor(me)
    expect((await view()).reset).toMatchObject({ by: 'Keeper' })
    expect((await post('account', { act: 'known' }, { token })).to).toBe('/desk/account')
    expect((await view()).reset).toBeUndefined()
  })
})
