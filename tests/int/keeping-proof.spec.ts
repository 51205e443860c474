import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow } from '@/db/rows'
import { now, setClock } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { needModel } from '@/services/structure/cache'
import { planOf } from '@/services/forget/plan'
import { driver } from '../helpers/matters'
import { codeFor, MINUTE, openSignIn } from '../helpers/signIn'
import { reporter } from '../helpers/matters'

const DAY = 86_400_000

let world: Awaited<ReturnType<typeof openSignIn>>
beforeAll(async () => { world = await openSignIn() })
afterEach(() => world.reset())
afterAll(() => world.portal.close())

const rows = () => ({ payload: world.payload })
const on = driver(() => world.payload)

type Handler = (request: Request) => Promise<Response>
const HANDLERS: Record<string, () => Promise<{ POST: Handler }>> = {
  retention: () => import('@/app/(desk)/desk/retention/go/route'),
  prove: () => import('@/app/(desk)/desk/prove/go/route'),
}
const post = async (form: string, fields: Record<string, string>, token: string) => {
  const { POST } = await HANDLERS[form]!()
  const headers = { host: 'portal.test', origin: 'http://portal.test', cookie: `payload-token=${token}` }
  const answer = await POST(new Request(`http://portal.test/desk/${form}/go`, { method: 'POST', headers, body: new URLSearchParams(fields) }))
  return new URL(answer.headers.get('location') ?? '', 'http://portal.test')
}

const setType = async (): Promise<void> => {
  const type = (await needModel(world.payload)).types.all.find(({ listed }) => listed)!
  await world.payload.update({ collection: SLUG.types, id: type.id, data: { retentionDays: 400, retentionMode: 'delete' }, overrideAccess: true, depth: 0 })
}

const closed = async () => {
  const { matter } = await on.create({ text: '三号门口的地砖松了' })
  await on.move(matter.id, 'withdraw', { by: reporter, input: { reason: '算了' } })
  return matter
}

const opened = () => countRows(rows(), SLUG.erasures)

describe('who proved themselves too long ago', () => {
  it('destroys nothing, and goes on after the proof with what was asked; nobody else does', async () => {
    await setType()
    await closed()
    const begin = now()
    setClock(() => begin + 500 * DAY)
    const [owner, other] = [await world.addPerson('keeper', 'owner'), await world.addPerson('keeper-2', 'owner')]
    const [{ token, secret }, another] = [await world.withFactor(owner), await world.withFactor(other)]
    const { digest } = await planOf(world.payload, await needModel(world.payload), now())
    setClock(() => begin + 500 * DAY + 11 * MINUTE)
    const to = await post('retention', { do: 'run', seen: digest, sure: 'yes' }, token)
    expect([to.pathname, to.searchParams.get('next')]).toEqual(['/desk/prove', '/desk/retention'])
    const carry = to.searchParams.get('carry') ?? ''
    expect(await opened()).toBe(0)

    expect((await post('prove', { proof: '000000', next: '/desk/retention', carry }, token)).searchParams.get('carry')).toBe(carry)
    expect((await post('prove', { proof: codeFor(another.secret), next: '/desk/retention', carry }, another.token)).search).toBe('')
    expect(await opened()).toBe(0)
    expect((await post('prove', { proof: codeFor(secret), next: '/desk/retention', carry }, token)).href).toBe('http://portal.test/desk/retention?done=started')
    expect(await opened()).toBe(1)
  })

  it('lifts no hold, and words of the reason are not in the address', async () => {
    const matter = await closed()
    const { token, secret } = await world.withFactor(await world.addPerson('holder', 'director'))
    const standing = () => findRow(rows(), SLUG.legalHolds, { where: { and: [{ matter: { equals: matter.id } }, { liftedAt: { exists: false } }] } })
    const reviewBy = new Date(now() + 30 * DAY).toISOString().slice(0, 10)
    expect((await post('retention', { do: 'hold', kind: 'matter', id: matter.id, reason: '有人起诉', reviewBy }, token)).search).toBe('?done=kept')
    const begin = now()
    setClock(() => begin + 11 * MINUTE)
    const to = await post('retention', { do: 'lift', kind: 'matter', id: matter.id, reason: '案子结了' }, token)
    expect(to.pathname).toBe('/desk/prove')
    expect(decodeURIComponent(to.href)).not.toContain('案子')
    expect(await standing()).toBeDefined()
    expect((await post('prove', { proof: codeFor(secret), next: '/desk/retention', carry: to.searchParams.get('carry') ?? '' }, token)).search).toBe('?done=lifted')
    expect(await standing()).toBeUndefined()
  })

  it('does not change for how long things are kept, nor whether they go by themselves; other settings need none', async () => {
    const { token } = await world.withFactor(await world.addPerson('settings-owner', 'owner'))
    const { office } = await needModel(world.payload)
    const begin = now()
    setClock(() => begin + 11 * MINUTE)
    const save = (body: Record<string, unknown>) => world.call({ method: 'PATCH', path: `/offices/${office.id}`, token, body })
    expect((await save({ retentionOn: true })).status).toBe(428)
    expect((await save({ retentionDays: 400 })).status).toBe(428)
    expect((await save({ phone: '010-60000000' })).status).toBe(200)
    expect(await findRow(rows(), SLUG.offices, { where: { id: { equals: office.id } } })).toMatchObject({ retentionOn: false, phone: '010-60000000' })
  })
})
