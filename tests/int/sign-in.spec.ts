import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { now, setClock } from '@/lib/clock'
import { env } from '@/lib/env'
import { changePassword } from '@/services/session/changePassword'
import { endSessions, sessionsOf } from '@/services/session/sessions'
import { UNATTENDED } from '@/services/session/visit'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { MINUTE, OPEN, openSignIn, PASSWORD, SHUT } from '../helpers/signIn'

let world: Awaited<ReturnType<typeof openSignIn>>
beforeAll(async () => {
  world = await openSignIn()
})
afterAll(() => world.portal.close())
afterEach(() => world.reset())

describe('the answer to a wrong sign-in', () => {
  it('is the same for a name that does not exist, a wrong password, a locked account and one that is switched off', async () => {
    await world.addPerson('known')
    await world.addPerson('locked')
    const off = await world.addPerson('off')
    await world.payload.update({ collection: SLUG.users, id: off.id, data: { active: false }, overrideAccess: true })
    for (let time = 0; time < 5; time += 1) await world.login('locked', 'Wrong-River-42')
    const answers = [await world.login('nobody-here', 'Wrong-River-42'), await world.login('known', 'Wrong-River-42'), await world.login('locked', 'Wrong-River-42'), await world.login('locked'), await world.login('off', 'Wrong-River-42')]
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(401)
    expect((await world.login('off')).status).toBe(403)
  })

  it('is recorded, and what was typed is not', async () => {
    await world.login('mistyped-secret-9', 'Typed-River-42')
    const rows = await findRows({ payload: world.payload }, SLUG.audit, { where: { action: { equals: 'session.refused' } } })
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/mistyped|Typed-River/)
  })

  it('a lock ends by itself, and a right password before the fifth begins the count anew', async () => {
    const { id } = await world.addPerson('unlocked')
    for (let time = 0; time < 4; time += 1) await world.enter('unlocked', 'Wrong-River-42')
    expect((await world.enter('unlocked')).ok).toBe(true)
    for (let time = 0; time < 5; time += 1) await world.enter('unlocked', 'Wrong-River-42')
    expect((await world.enter('unlocked')).ok).toBe(false)
    const at = now()
    setClock(() => at + 16 * MINUTE)
    expect((await world.enter('unlocked')).ok).toBe(true)
    expect(await findRow({ payload: world.payload }, SLUG.users, { where: { id: { equals: id } } })).toMatchObject({ loginAttempts: 0 })
  })

  it.runIf(isAtomic())('counts every wrong one of many at once', async () => {
    const { id } = await world.addPerson('hammered')
    await Promise.all(Array.from({ length: 5 }, () => world.enter('hammered', 'Wrong-River-42')))
    expect((await findRow({ payload: world.payload }, SLUG.users, { where: { id: { equals: id } } }))?.lockUntil).toBeTruthy()
  })
})

describe('a session', () => {
  it('ends without use, but not by pages that look for news by themselves', async () => {
    const { id } = await world.addPerson('idle')
    const { token } = await world.entered('idle')
    const at = now()
    setClock(() => at + 20 * MINUTE)
    expect(await world.stateOf(token, { [UNATTENDED]: '1' })).toBe('open')
    setClock(() => at + 31 * MINUTE)
    expect(await world.doors(token)).toEqual(SHUT)
    expect(await world.stateOf(token)).toBe('signedOut')
    setClock()
    const second = (await world.entered('idle')).token
    const row = async () => (await findRows({ payload: world.payload }, SLUG.sessions, { where: { person: { equals: id } }, sort: '-since', limit: 1 }))[0]
    setClock(() => at + 20 * MINUTE)
    expect(await world.doors(second)).toEqual(OPEN(id))
    await expect.poll(async () => Date.parse((await row())?.lastSeenAt ?? '')).toBe(at + 20 * MINUTE)
    setClock(() => at + 45 * MINUTE)
    expect(await world.doors(second)).toEqual(OPEN(id))
  })

  it('is written to once a minute at most', async () => {
    await world.addPerson('busy')
    const { token, sid } = await world.entered('busy')
    const seen = async () => Date.parse((await findRow({ payload: world.payload }, SLUG.sessions, { where: { sid: { equals: sid } } }))?.lastSeenAt ?? '')
    const first = await seen()
    setClock(() => first + 59_000)
    await world.doors(token)
    expect(await seen()).toBe(first)
    setClock(() => first + 61_000)
    await world.doors(token)
    await expect.poll(seen).toBe(first + 61_000)
  })

  it('ends after eight hours whatever happens, a refreshed token included', async () => {
    const { id } = await world.addPerson('long')
    world.set('SESSION_IDLE_MINUTES', '0')
    const { token } = await world.entered('long')
    const at = now()
    setClock(() => at + 7.9 * 60 * MINUTE)
    expect(await world.doors(token)).toEqual(OPEN(id))
    const refreshed = await world.call({ method: 'POST', path: '/users/refresh-token', token })
    expect(refreshed.status).toBe(200)
    setClock(() => at + 8.1 * 60 * MINUTE)
    expect(await world.doors(String(refreshed.body.refreshedToken))).toEqual(SHUT)
  })

  it('has a number of its own each time, which nobody can bring along', async () => {
    await world.addPerson('fixed')
    const [one, two] = [await world.entered('fixed'), await world.entered('fixed')]
    expect(one.sid).not.toBe(two.sid)
    expect((await world.enter('fixed', PASSWORD, { cookie: `payload-token=${one.token}` }) as { sid?: string }).sid).not.toBe(one.sid)
  })

  it('is listed for its owner and can be ended, one or all others, and by nobody else', async () => {
    const me = await world.addPerson('lister')
    const other = await world.addPerson('stranger')
    const mine = [await world.entered('lister', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Edg/126.0', 'x-portal-ip': '10.1.2.3' }), await world.entered('lister'), await world.entered('lister')]
    const list = await sessionsOf(world.payload, me.id, mine[0]?.sid)
    expect(list).toHaveLength(3)
    expect(list[0]).toMatchObject({ own: true, browser: 'edge', system: 'windows', address: '10.1.2.3' })
    const row = list[1]?.id ?? ''
    await expect(endSessions({ payload: world.payload, by: other, person: other.id, which: { row } })).rejects.toMatchObject({ code: 'notFound' })
    await endSessions({ payload: world.payload, by: me, person: me.id, which: { row } })
    expect(await sessionsOf(world.payload, me.id)).toHaveLength(2)
    await endSessions({ payload: world.payload, by: me, person: me.id, which: { but: mine[0]?.sid } })
    expect(await Promise.all(mine.map(({ token }) => world.stateOf(token)))).toEqual(['open', 'signedOut', 'signedOut'])
  })

  it('ends on sign-out, and every one of them on a new password', async () => {
    const me = await world.addPerson('leaver')
    const [one, two, three] = [await world.entered('leaver'), await world.entered('leaver'), await world.entered('leaver')]
    expect((await world.call({ method: 'POST', path: '/users/logout', token: one.token, body: {} })).status).toBe(200)
    expect(await world.doors(one.token)).toEqual(SHUT)
    await changePassword({ payload: world.payload, person: me, current: PASSWORD, next: 'Third-River-44', headers: new Headers() })
    expect([await world.stateOf(two.token), await world.stateOf(three.token)]).toEqual(['signedOut', 'signedOut'])
  })

  it('is not begun with a password that was changed while it was being looked at', async () => {
    const me = await world.addPerson('racer')
    const [answer] = await Promise.all([
      world.enter('racer'),
      world.payload.update({ collection: SLUG.users, id: me.id, data: { password: 'Fourth-River-45' }, overrideAccess: true }),
    ])
    if (answer.ok) expect(await world.stateOf(answer.token)).toBe('signedOut')
    expect((await world.enter('racer', 'Fourth-River-45')).ok).toBe(true)
  })

  it('makes room for a new one where somebody has too many', async () => {
    await world.addPerson('crowd')
    world.set('SESSIONS_MOST', '2')
    const at = now()
    const opened = []
    for (let time = 0; time < 3; time += 1) {
      setClock(() => at + time * 1000)
      opened.push((await world.entered('crowd')).token)
    }
    expect(await Promise.all(opened.map((token) => world.stateOf(token)))).toEqual(['signedOut', 'open', 'open'])
  })

  it('is none without its row, and none from outside the allowed networks, on every door', async () => {
    const { id } = await world.addPerson('placed')
    const { token, sid } = await world.entered('placed')
    world.set('DESK_IP_ALLOW', '10.0.0.0/8')
    const from = async (address: string) => ({ list: (await world.call({ path: '/matters?limit=1', token, headers: { 'x-portal-ip': address } })).status, desk: await world.stateOf(token, { 'x-portal-ip': address }) })
    expect(await from('10.9.9.9')).toEqual({ list: 200, desk: 'open' })
    expect(await from('203.0.113.9')).toEqual({ list: 403, desk: 'signedOut' })
    expect(await world.enter('placed', PASSWORD, { 'x-portal-ip': '203.0.113.9' })).toMatchObject({ ok: false, why: 'network' })
    expect(await world.enter('placed', 'Wrong-River-42', { 'x-portal-ip': '203.0.113.9' })).toMatchObject({ ok: false, why: 'refused' })
    await world.payload.db.deleteMany({ collection: SLUG.sessions, where: { sid: { equals: sid } } })
    expect(await world.stateOf(token)).toBe('signedOut')
    expect(await findRows({ payload: world.payload }, SLUG.users, { where: { id: { equals: id } } })).toHaveLength(1)
  })
})

describe('a password', () => {
  it('does not come back for five changes, on any door', async () => {
    const me = await world.addPerson('faithful')
    const words = [PASSWORD, 'Amber-Kettle-51', 'Cedar-Wagon-62', 'Lemon-Bridge-73', 'Maple-Candle-84', 'Olive-Ladder-95']
    for (const [index, current] of words.slice(0, -1).entries()) await changePassword({ payload: world.payload, person: me, current, next: words[index + 1] ?? '', headers: new Headers() })
    const change = (next: string) => changePassword({ payload: world.payload, person: me, current: words[5] ?? '', next, headers: new Headers() })
    await expect(change(words[1] ?? '')).rejects.toMatchObject({ fields: [{ field: 'next', code: 'used' }] })
    const keeper = await world.addPerson('keeper', 'securityAdmin')
    const { token } = await world.entered(keeper.username)
    const patch = (password: string) => world.call({ method: 'PATCH', path: `/users/${me.id}`, token, body: { password } })
    expect((await patch(words[2] ?? '')).status).toBe(400)
    expect((await patch('Woaini-1314520')).status).toBe(400)
    // the sixth before is free again
    await change(PASSWORD)
    const shown = await world.call({ path: `/users/${me.id}?showHiddenFields=true`, token })
    expect(shown.text).not.toMatch(/passwordHistory|pbkdf2/)
  }, 60_000)

  it('of an age that is set must be changed first', async () => {
    const { id } = await world.addPerson('aged')
    const { token } = await world.entered('aged')
    world.set('PASSWORD_MAX_DAYS', '90')
    expect(await world.stateOf(token)).toBe('open')
    await updateRowIf({ payload: world.payload }, SLUG.users, { id: { equals: id } }, { passwordChangedAt: new Date(now() - 91 * 24 * 60 * MINUTE).toISOString() })
    expect(await world.stateOf(token)).toBe('password')
    expect((await world.doors(token)).rest).toBe(403)
  })

  it('has the length that is set', async () => {
    const me = await world.addPerson('short')
    world.set('PASSWORD_MIN', '12')
    await expect(changePassword({ payload: world.payload, person: me, current: PASSWORD, next: 'Amber-Ket-5', headers: new Headers() })).rejects.toMatchObject({ fields: [{ field: 'next', code: 'short', params: { min: 12 } }] })
    Reflect.deleteProperty(process.env, 'PASSWORD_MIN')
  })
})

describe('the first account', () => {
  it('has a password nobody knows, told once, and nobody has one that can be guessed', async () => {
    expect(env().DEMO).toBe(false)
    const rows = await findRows({ payload: world.payload }, SLUG.users, { where: { username: { equals: 'owner' } } })
    for (const [username, guess] of [['owner', 'owner'], ['admin', 'admin'], ['owner', 'Admin@123456']] as const) expect((await world.enter(username, guess)).ok).toBe(false)
    for (const row of rows) expect(row.mustChangePassword).toBe(true)
  })
})
