import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { now, setClock } from '@/lib/clock'
import { beginProvider, endProvider } from '@/services/session/provider'
import { SLUG } from '@/slugs'
import { MINUTE, openSignIn, PASSWORD } from '../helpers/signIn'
import { startProvider, type Says } from '../helpers/provider'

const CLIENT = { id: 'portal', secret: 'between-the-two' }
let world: Awaited<ReturnType<typeof openSignIn>>
let provider: Awaited<ReturnType<typeof startProvider>>

beforeAll(async () => {
  world = await openSignIn()
  provider = await startProvider(CLIENT)
})
afterAll(async () => {
  await provider.stop()
  await world.portal.close()
})
beforeEach(() => {
  for (const [name, value] of Object.entries({ PUBLIC_URL: 'https://portal.example.org', OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_ISSUER: provider.issuer })) world.set(name, value)
})
afterEach(() => world.reset())

const enter = async (says: Says, { headers = {}, proves = false }: { headers?: Record<string, string>; proves?: boolean } = {}) => {
  const { url, box } = await beginProvider({ next: '/desk/queue', proves })
  return endProvider({ payload: world.payload, headers: new Headers(headers), search: provider.signIn(url, says), box })
}
const as = (username: string, more: Record<string, unknown> = {}): Says => ({ claims: { preferred_username: username, ...more } })

describe('sign-in by another system', () => {
  it('asks nobody outside where none is set, nor before somebody wants it', async () => {
    world.reset()
    await expect(async () => beginProvider({ next: '/desk', proves: false })).rejects.toMatchObject({ code: 'notFound' })
    expect(provider.asked).toEqual([])
  })

  it('sends the browser off with a proof key, state and nonce, and back to our own address whatever the host says', async () => {
    const { url } = await beginProvider({ next: '/desk', proves: false })
    const given = Object.fromEntries(new URL(url).searchParams)
    expect(given).toMatchObject({ client_id: CLIENT.id, redirect_uri: 'https://portal.example.org/desk/oidc/back', response_type: 'code', code_challenge_method: 'S256' })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(given[name]?.length, name).toBeGreaterThan(20)
  })

  it('lets in who has an account here, and makes none', async () => {
    const me = await world.addPerson('by-provider')
    const before = (await findRows({ payload: world.payload }, SLUG.users)).length
    const answer = await enter(as('by-provider'))
    if (!answer.ok) throw new Error(answer.why)
    expect(answer).toMatchObject({ next: '/desk/queue', account: { id: me.id } })
    expect(await world.stateOf(answer.begun.token)).toBe('open')
    for (const stranger of ['nobody-here', '']) expect(await enter(as(stranger))).toMatchObject({ ok: false, why: 'noAccount' })
    expect(await enter({ claims: {} })).toMatchObject({ ok: false, why: 'noAccount' })
    expect((await findRows({ payload: world.payload }, SLUG.users))).toHaveLength(before)
    const audit = await findRows({ payload: world.payload }, SLUG.audit, { where: { and: [{ action: { equals: 'session.signIn' } }, { target: { equals: me.id } }] } })
    expect(audit).toMatchObject([{ detail: { way: 'provider' } }])
  })

  it('refuses who is switched off, and who comes from outside', async () => {
    const off = await world.addPerson('off-provider')
    await world.payload.update({ collection: SLUG.users, id: off.id, data: { active: false }, overrideAccess: true })
    expect(await enter(as('off-provider'))).toMatchObject({ ok: false, why: 'noAccount' })
    await world.addPerson('far-provider')
    world.set('DESK_IP_ALLOW', '10.0.0.0/8')
    expect(await enter(as('far-provider'), { headers: { 'x-portal-ip': '203.0.113.7' } })).toMatchObject({ ok: false, why: 'network' })
    expect(await enter(as('far-provider'), { headers: { 'x-portal-ip': '10.0.0.7' } })).toMatchObject({ ok: true })
  })

  it.each(['signature', 'nonce', 'audience'] as const)('refuses an answer whose %s is not right', async (lie) => {
    await world.addPerson(`lied-${lie}`)
    expect(await enter({ ...as(`lied-${lie}`), lie })).toMatchObject({ ok: false, why: 'providerFailed' })
  })

  it('refuses an answer to another question: of another browser, a second time, or too late', async () => {
    await world.addPerson('replayed')
    const [mine, other] = [await beginProvider({ next: '/desk', proves: false }), await beginProvider({ next: '/desk', proves: false })]
    const end = (search: string, box: string | undefined) => endProvider({ payload: world.payload, headers: new Headers(), search, box })
    const search = provider.signIn(mine.url, as('replayed'))
    expect(await end(search, other.box)).toMatchObject({ ok: false, why: 'providerFailed' })
    expect(await end(search, undefined)).toMatchObject({ ok: false, why: 'providerFailed' })
    expect(await end(search, mine.box)).toMatchObject({ ok: true })
    expect(await end(search, mine.box)).toMatchObject({ ok: false, why: 'providerFailed' })
    const late = await beginProvider({ next: '/desk', proves: false })
    const at = now()
    setClock(() => at + 11 * MINUTE)
    expect(await end(provider.signIn(late.url, as('replayed')), late.box)).toMatchObject({ ok: false, why: 'providerFailed' })
  })

  it('asks for our own second factor, unless the provider is trusted to have asked for one', async () => {
    const me = await world.addPerson('two-provider')
    await world.withFactor(me)
    const state = async (claims: Record<string, unknown>) => {
      const answer = await enter(as('two-provider', claims))
      return answer.ok ? world.stateOf(answer.begun.token) : answer.why
    }
    expect(await state({ amr: ['pwd', 'mfa'] })).toBe('code')
    world.set('OIDC_TRUST', 'amr:mfa,acr:urn:loa:2')
    expect([await state({ amr: ['pwd', 'mfa'] }), await state({ acr: 'urn:loa:2' }), await state({ amr: ['pwd'] }), await state({ acr: 'mfa' })]).toEqual(['open', 'open', 'code', 'code'])
  })

  it('proves somebody anew only where they have just signed in there', async () => {
    await world.addPerson('again-provider')
    const seconds = Math.floor(Date.now() / 1000)
    expect(await enter(as('again-provider', { auth_time: seconds - 4000 }), { proves: true })).toMatchObject({ ok: false, why: 'providerFailed' })
    expect(await enter(as('again-provider'), { proves: true })).toMatchObject({ ok: false, why: 'providerFailed' })
    expect(await enter(as('again-provider', { auth_time: seconds }), { proves: true })).toMatchObject({ ok: true })
  })

  it('leaves the password to owner and security administrator where the office says so', async () => {
    await world.addPerson('worker-provider', 'handler')
    await world.addPerson('keeper-provider', 'securityAdmin')
    world.set('OIDC_PASSWORDS', 'keepers')
    expect(await world.enter('worker-provider', PASSWORD)).toMatchObject({ ok: false, why: 'provider' })
    expect(await world.enter('worker-provider', 'Wrong-River-42')).toMatchObject({ ok: false, why: 'refused' })
    expect(await world.enter('keeper-provider', PASSWORD)).toMatchObject({ ok: true })
  })
})
