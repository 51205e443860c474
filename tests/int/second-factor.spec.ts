import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { now, setClock } from '@/lib/clock'
import { arrive, deskOf } from '@/services/desk/desk'
import { spendCode } from '@/services/session/factor/check'
import { resetFactor } from '@/services/session/factor/reset'
import { confirmFactor, offerFactor, renewRecovery, type Holder } from '@/services/session/factor/setUp'
import { assertFresh } from '@/services/session/fresh'
import { prove } from '@/services/session/prove'
import { SLUG } from '@/slugs'
import { codeFor, MINUTE, OPEN, openSignIn, PASSWORD, SHUT, withToken } from '../helpers/signIn'

let world: Awaited<ReturnType<typeof openSignIn>>
beforeAll(async () => {
  world = await openSignIn()
})
afterAll(() => world.portal.close())
afterEach(() => world.reset())

describe('a second factor', () => {
  it('is asked of a new session before it holds anything, on every door', async () => {
    const me = await world.addPerson('two')
    const { secret } = await world.withFactor(me)
    const answer = await world.login('two')
    expect(answer.body).toMatchObject({ secondFactor: 'code', user: { id: me.id } })
    expect(answer.text).not.toContain('Person two')
    const token = String(answer.body.token)
    expect(await world.doors(token)).toEqual(SHUT)
    expect(await world.stateOf(token)).toBe('code')
    expect((await world.call({ path: `/users/${me.id}`, token })).status).toBe(403)
    expect((await world.call({ method: 'POST', path: '/users/refresh-token', token })).status).toBe(403)
    const give = (code: string) => world.call({ method: 'POST', path: '/users/second-factor', token, body: { code } })
    expect((await give('000000')).status).toBe(401)
    const at = now()
    setClock(() => at + MINUTE)
    expect((await give(codeFor(secret))).status).toBe(200)
    expect(await world.doors(token)).toEqual(OPEN(me.id))
    setClock(() => at + 2 * MINUTE)
    expect((await world.login('two', PASSWORD, { code: codeFor(secret) })).body).toMatchObject({ user: { name: 'Person two' } })
  })

  it('takes each code once, also of two requests at the same moment, and one step early or late', async () => {
    const me = await world.addPerson('once')
    const { secret } = await world.withFactor(me)
    const at = now()
    const spend = (code: string) => spendCode(world.payload, me.id, code)
    // the one it was set up with is used up as well
    expect(await spend(codeFor(secret, at))).toBe('wrong')
    setClock(() => at + 5 * MINUTE)
    const code = codeFor(secret, now())
    expect((await Promise.all([spend(code), spend(code), spend(code)])).sort()).toEqual(['code', 'wrong', 'wrong'])
    expect(await spend(codeFor(secret, now() + 30_000))).toBe('code')
    setClock(() => at + 10 * MINUTE)
    expect(await spend(codeFor(secret, now() - 90_000))).toBe('wrong')
    expect(await spend(codeFor(secret, now() - 30_000))).toBe('code')
  })

  it('locks after five wrong codes, over all sessions together, for a while', async () => {
    const me = await world.addPerson('guesser')
    const { secret } = await world.withFactor(me)
    for (let time = 0; time < 5; time += 1) expect(await spendCode(world.payload, me.id, '123456')).toBe('wrong')
    const at = now()
    setClock(() => at + 2 * MINUTE)
    expect(await spendCode(world.payload, me.id, codeFor(secret))).toBe('locked')
    setClock(() => at + 16 * MINUTE)
    expect(await spendCode(world.payload, me.id, codeFor(secret))).toBe('code')
  })

  it('can be made up for by a recovery code, each once, and a new set ends the old', async () => {
    const me = await world.addPerson('lost')
    const { holder, recovery } = await world.withFactor(me)
    const [first = '', second = ''] = recovery
    expect(recovery).toHaveLength(10)
    expect((await Promise.all([1, 2].map(() => spendCode(world.payload, me.id, first)))).sort()).toEqual(['recovery', 'wrong'])
    const fresh = await renewRecovery(holder)
    expect(await spendCode(world.payload, me.id, second)).toBe('wrong')
    expect(await spendCode(world.payload, me.id, (fresh[0] ?? '').toLowerCase().replace('-', ' '))).toBe('recovery')
  })

  it('is kept sealed, its recovery codes as digests, and no door shows either', async () => {
    const me = await world.addPerson('sealed')
    const { secret, recovery } = await world.withFactor(me)
    const row = JSON.stringify(await findRow({ payload: world.payload }, SLUG.factors, { where: { person: { equals: me.id } } }))
    expect(row).not.toContain(secret)
    for (const code of recovery) expect(row).not.toContain(code.replace('-', ''))
    const keeper = await world.addPerson('looker', 'securityAdmin')
    const { token } = await world.entered(keeper.username)
    for (const slug of [SLUG.factors, SLUG.sessions]) expect((await world.call({ path: `/${slug}`, token })).status).toBe(403)
  })

  it('is set up with a secret from here, for this person and session alone, confirmed by a code', async () => {
    const [me, other] = [await world.addPerson('setter'), await world.addPerson('thief')]
    const { token, sid } = await world.entered('setter')
    const holder: Holder = { payload: world.payload, person: me, sid, headers: withToken(token) }
    const { box, secret } = await offerFactor(holder)
    await expect(confirmFactor(holder, { box, code: '000000' })).rejects.toMatchObject({ fields: [{ field: 'code' }] })
    expect(await world.stateOf((await world.entered('setter')).token)).toBe('open')
    await expect(confirmFactor({ ...holder, person: other }, { box, code: codeFor(secret) })).rejects.toMatchObject({ code: 'expired' })
    await expect(confirmFactor({ ...holder, sid: 'another' }, { box, code: codeFor(secret) })).rejects.toMatchObject({ code: 'expired' })
    await expect(confirmFactor(holder, { box: Buffer.from(JSON.stringify({ secret })).toString('base64url'), code: codeFor(secret) })).rejects.toMatchObject({ code: 'expired' })
    const elsewhere = (await world.entered('setter')).token
    await confirmFactor(holder, { box, code: codeFor(secret) })
    expect([await world.stateOf(token), await world.stateOf(elsewhere)]).toEqual(['open', 'code'])
  })

  it('is asked for by a role: whoever holds it sets one up first, and holds nothing until then', async () => {
    const me = await world.addPerson('forced', 'supervisor')
    const newcomer = await world.addPerson('forced-new', 'supervisor', true)
    const { token, sid } = await world.entered('forced')
    expect(await world.stateOf(token)).toBe('open')
    const role = await world.roleId('supervisor')
    await world.payload.update({ collection: SLUG.roles, id: role, data: { secondFactor: 'required' }, overrideAccess: true })
    expect(await world.doors(token)).toEqual(SHUT)
    expect(await world.stateOf(token)).toBe('setup')
    expect((await world.login('forced')).body).toMatchObject({ secondFactor: 'setup' })
    // a one-time password that others know comes first: whoever knows it would set up their own telephone
    expect(await world.stateOf((await world.entered(newcomer.username)).token)).toBe('password')
    const holder: Holder = { payload: world.payload, person: me, sid, headers: withToken(token) }
    const { box, secret } = await offerFactor(holder)
    await confirmFactor(holder, { box, code: codeFor(secret) })
    expect(await world.doors(token)).toEqual({ ...OPEN(me.id), rest: (await world.call({ path: '/matters?limit=1', token })).status })
    await world.payload.update({ collection: SLUG.roles, id: role, data: { secondFactor: null }, overrideAccess: true })
  })

  it('is reset by the security administrator alone, never their own, and ends the sessions', async () => {
    const me = await world.addPerson('forgetful')
    const { token } = await world.withFactor(me)
    const deskFor = async (username: string) => {
      const arrival = await arrive({ payload: world.payload, headers: withToken((await world.entered(username)).token) })
      if (arrival.state !== 'open' && arrival.state !== 'appoint') throw new Error(arrival.state)
      return deskOf({ req: arrival.req, person: arrival.person, lang: 'zh' })
    }
    const keeper = await world.addPerson('resetter', 'securityAdmin')
    await world.addPerson('no-keeper', 'owner')
    await expect(resetFactor(await deskFor('no-keeper'), me.id)).rejects.toMatchObject({ code: 'notAllowed' })
    const desk = await deskFor('resetter')
    await expect(resetFactor(desk, keeper.id)).rejects.toMatchObject({ code: 'notAllowed' })
    const at = now()
    setClock(() => at + 11 * MINUTE)
    await expect(resetFactor(desk, me.id)).rejects.toMatchObject({ code: 'proofNeeded' })
    setClock()
    await resetFactor(desk, me.id)
    expect(await world.stateOf(token)).toBe('signedOut')
    expect(await world.stateOf((await world.entered('forgetful')).token)).toBe('open')
    const recorded = await findRows({ payload: world.payload }, SLUG.audit, { where: { and: [{ action: { equals: 'session.factorReset' } }, { target: { equals: me.id } }] } })
    expect(recorded).toMatchObject([{ actorName: keeper.name }])
  })
})

describe('a proof before dangerous acts', () => {
  const reqOf = async (token: string) => {
    const arrival = await arrive({ payload: world.payload, headers: withToken(token) })
    if (arrival.state !== 'open') throw new Error(arrival.state)
    return arrival.req
  }

  it('counts for ten minutes, and is given again by password or, where there is one, by code', async () => {
    const me = await world.addPerson('careful')
    const { token } = await world.entered('careful')
    const at = now()
    await assertFresh(await reqOf(token))
    setClock(() => at + 11 * MINUTE)
    await expect(assertFresh(await reqOf(token))).rejects.toMatchObject({ code: 'proofNeeded', status: 428 })
    const headers = withToken(token)
    await expect(prove({ payload: world.payload, headers, proof: 'Wrong-River-42' })).rejects.toMatchObject({ fields: [{ field: 'proof', code: 'wrong' }] })
    await expect(assertFresh(await reqOf(token))).rejects.toMatchObject({ code: 'proofNeeded' })
    await prove({ payload: world.payload, headers, proof: PASSWORD })
    await assertFresh(await reqOf(token))
    const { secret, token: strong } = await world.withFactor(me)
    setClock(() => at + 25 * MINUTE)
    await expect(prove({ payload: world.payload, headers: withToken(strong), proof: PASSWORD })).rejects.toMatchObject({ code: 'invalid' })
    await prove({ payload: world.payload, headers: withToken(strong), proof: codeFor(secret) })
    await assertFresh(await reqOf(strong))
  })

  it('is asked for granting, ending grants and setting another’s password, on Payload’s own doors too', async () => {
    await world.addPerson('granter', 'securityAdmin')
    const other = await world.addPerson('granted')
    const { token } = await world.entered('granter')
    const at = now()
    const grant = async () => world.call({ method: 'POST', path: '/grants', token, body: { person: other.id, role: await world.roleId('volunteer') } })
    const made = await grant()
    expect(made.status, made.text).toBe(201)
    const id = (made.body.doc as { id: string }).id
    setClock(() => at + 11 * MINUTE)
    expect((await grant()).status).toBe(428)
    expect((await world.call({ method: 'PATCH', path: `/grants/${id}`, token, body: { until: new Date(at).toISOString() } })).status).toBe(428)
    expect((await world.call({ method: 'DELETE', path: `/grants/${id}`, token })).status).toBe(428)
    expect((await world.call({ method: 'PATCH', path: `/users/${other.id}`, token, body: { password: 'Amber-Kettle-51' } })).status).toBe(428)
    expect((await world.call({ method: 'PATCH', path: `/users/${other.id}`, token, body: { publicName: '分流岗 02' } })).status).toBe(200)
    await prove({ payload: world.payload, headers: withToken(token), proof: PASSWORD })
    expect((await world.call({ method: 'DELETE', path: `/grants/${id}`, token })).status).toBe(200)
  })
})
