import { describe, expect, it, vi } from 'vitest'
import { log } from '@/channels/log'
import { countRows, isNotUnique, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { OUT_EVENTS } from '@/domain/outgoing/events'
import { deadView } from '@/services/outbox/dead'
import { queueMessage } from '@/services/outbox/queue'
import { sendDue } from '@/services/outbox/send'
import { sweepOutbox } from '@/services/outbox/sweep'
import { addHook, changeHook, removeHook } from '@/services/webhooks/save'
import { hookLines } from '@/services/webhooks/view'
import { SLUG } from '@/slugs'
import { engineOf } from '../helpers/dbSqlite'
import { outboxScene } from '../helpers/outbox'
import { isGenuine } from '../helpers/receiver'

const HOUR = 3_600_000
const DAY = 86_400_000

const { scene, payload, rows, on, by, hook, messages, message } = outboxScene()

/** Tries until nothing is left to try, hours or days later. */
const untilDead = async (target: string) => {
  for (let turn = 0; turn < 40 && !(await message(target)).deadAt; turn += 1) {
    scene.at = Math.max(scene.at, Date.parse((await message(target)).dueAt))
    await sendDue(payload())
  }
}

describe('a message to another system', () => {
  it('says ids, codes and times, signed, and nothing that a person wrote', async () => {
    const { secret } = await hook('/in')
    const { matter } = await on.create({ text: '这些字不离开本站', contact: { name: '王小明', phone: '13800138001' } })
    await sendDue(payload())
    expect(scene.receiver.heard).toHaveLength(1)
    const [{ body, signature, key, event }] = scene.receiver.heard as [(typeof scene.receiver.heard)[0]]
    expect(JSON.parse(body)).toEqual({
      id: key, event: 'matter.opened', at: new Date(scene.at).toISOString(),
      matter: { id: matter.id, number: matter.number, seq: 1, type: expect.stringMatching(/^[\w-]+$/) as string, step: matter.step, phase: 'intake' },
    })
    expect(event).toBe('matter.opened')
    expect(isGenuine({ secret, signature, body, now: scene.at })).toBe(true)
    expect(isGenuine({ secret, signature, body: `${body} `, now: scene.at })).toBe(false)
    expect(isGenuine({ secret, signature, body, now: scene.at + HOUR })).toBe(false)
    for (const private_ of ['这些字', '王小明', '13800138001', matter.receiptCode, matter.wordHash]) expect(body).not.toContain(private_)
  })

  it('tells each system what it asked for, in the order in which it happened', async () => {
    await hook('/all')
    await hook('/closed', ['matter.closed'])
    const { matter } = await on.create({ category: 'public-safety-lift' })
    await on.move(matter.id, 'accept', { by: by('intake') })
    await on.move(matter.id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '修好了' } })
    for (let turn = 0; turn < 3; turn += 1) await sendDue(payload())
    const heard = scene.receiver.on('/all').map(({ body }) => (JSON.parse(body) as { matter: { seq: number } }).matter.seq)
    expect(heard).toEqual((await on.events(matter.id)).map(({ seq }) => seq))
    expect(scene.receiver.on('/all').map(({ event }) => event).slice(0, 2)).toEqual(['matter.opened', 'matter.moved'])
    expect(scene.receiver.on('/closed')).toEqual([])
    expect(new Set(scene.receiver.heard.map(({ key }) => key)).size).toBe(heard.length)
  })

  it('leaves only after the commit, and never when the act is taken back', async () => {
    const { id } = await hook('/in')
    const queue = (key: string, fail: boolean) => withTransaction(payload(), async (req) => {
      await queueMessage(req, { office: await scene.world.office(), kind: 'register.review', key, payload: {}, at: scene.at, told: { event: 'register.review', body: {} } })
      await sendDue(payload())
      expect(scene.receiver.heard).toEqual([])
      if (fail) throw new Error('taken back')
    })
    await expect(queue('one', true)).rejects.toThrow('taken back')
    await sendDue(payload())
    expect([scene.receiver.heard.length, (await messages()).length]).toEqual([0, 0])
    await queue('two', false)
    await sendDue(payload())
    expect(scene.receiver.heard.map(({ key }) => key)).toEqual([`two.${id}`])
  })

  it('cannot be queued twice for one event', async () => {
    await hook('/in')
    const office = await scene.world.office()
    const queue = () => withTransaction(payload(), (req) => queueMessage(req, { office, kind: 'register.review', key: 'once', payload: {}, at: scene.at, told: { event: 'register.review', body: {} } }))
    await queue()
    expect(await queue().then(() => false, isNotUnique)).toBe(true)
    expect(await countRows(rows(), SLUG.outbox)).toBe(2)
  })

  it('is not written at all when one of its rows cannot be', async () => {
    await hook('/in')
    const client = engineOf(payload()).connections().writer
    await client.execute("CREATE TRIGGER jam BEFORE INSERT ON outbox WHEN NEW.target IS NOT NULL BEGIN SELECT RAISE(ABORT, 'no more room'); END")
    const before = await countRows(rows(), SLUG.matters)
    await expect(on.create()).rejects.toThrow()
    await client.execute('DROP TRIGGER jam')
    expect([await countRows(rows(), SLUG.matters) - before, (await messages()).length]).toEqual([0, 0])
  })
})

describe('a system that does not answer', () => {
  it('is asked again later, under the same key, while the others hear once', async () => {
    const bad = await hook('/bad')
    await hook('/good')
    const send = vi.spyOn(log, 'send')
    scene.receiver.answer('/bad', 503)
    await on.create()
    for (let turn = 0; turn < 5; turn += 1) {
      await sendDue(payload())
      scene.at = Date.parse((await message(bad.id)).dueAt)
    }
    scene.receiver.fine('/bad')
    await sendDue(payload())
    await sendDue(payload())
    expect(scene.receiver.on('/good')).toHaveLength(1)
    expect(send).toHaveBeenCalledTimes(1)
    expect(scene.receiver.on('/bad')).toHaveLength(6)
    expect(new Set(scene.receiver.on('/bad').map(({ key }) => key)).size).toBe(1)
    expect(new Set(scene.receiver.on('/bad').map(({ body }) => body)).size).toBe(1)
    expect(await message(bad.id)).toMatchObject({ tries: 5, sentAt: new Date(scene.at).toISOString() })
    expect((await hookLines(await scene.world.deskFor('owner'))).find(({ id }) => id === bad.id)).toMatchObject({ lastFault: 'answer', lastSentAt: scene.at, waiting: 0, dead: 0 })
  })

  it('hears later messages of a matter only after the earlier ones; of other matters at once', async () => {
    const { id } = await hook('/in')
    const { matter } = await on.create()
    scene.receiver.answer('/in', 500)
    await sendDue(payload())
    scene.receiver.forget()
    await on.move(matter.id, 'accept', { by: by('intake') })
    await on.create()
    await sendDue(payload())
    expect(scene.receiver.heard.map(({ event }) => event)).toEqual(['matter.opened'])
    expect(scene.receiver.heard[0]?.body).not.toContain(matter.id)
    scene.at = Date.parse((await message(id)).dueAt)
    await sendDue(payload())
    await sendDue(payload())
    const seqs = scene.receiver.heard.filter(({ body }) => body.includes(matter.id)).map(({ body }) => (JSON.parse(body) as { matter: { seq: number } }).matter.seq)
    expect(seqs).toEqual((await on.events(matter.id)).map(({ seq }) => seq))
  })

  it('costs one try a turn, however much waits for it', async () => {
    await hook('/in')
    scene.receiver.answer('/in', 500)
    for (let n = 0; n < 4; n += 1) await on.create()
    await sendDue(payload())
    expect(scene.receiver.heard).toHaveLength(1)
  })

  it('is given up after twelve tries in about two days, and a person sees it', async () => {
    const { id } = await hook('/in')
    const { matter } = await on.create({ text: '这些字不离开本站' })
    scene.receiver.answer('/in', 500)
    const begun = scene.at
    await untilDead(id)
    expect(scene.receiver.heard).toHaveLength(12)
    expect((scene.at - begun) / DAY).toBeGreaterThan(1.6)
    expect((scene.at - begun) / DAY).toBeLessThan(2.2)
    scene.at += 10 * DAY
    await sendDue(payload())
    await sweepOutbox(payload())
    expect(scene.receiver.heard).toHaveLength(12)
    const view = await deadView(await scene.world.deskFor('auditor'))
    expect(view).toMatchObject({ count: 1, lines: [{ event: 'matter.opened', number: matter.number, target: id, tries: 12, fault: 'answer', status: 500, firstTriedAt: begun }] })
    expect(JSON.stringify(view)).not.toContain('这些字')
    expect(await scene.world.finding('outboxDead')).toMatchObject({ gravity: 'soon', fix: { href: '/admin/structure/webhooks' } })
  })
})

describe('what is not sent', () => {
  const restrict = (id: string) => updateRowIf(rows(), SLUG.matters, { id: { equals: id } }, { confidentiality: 'restricted' })

  it('anything of restricted matters, also when they were restricted since', async () => {
    const { id } = await hook('/in')
    const { matter } = await on.create()
    await restrict(matter.id)
    await on.move(matter.id, 'accept', { by: by('intake') })
    await sendDue(payload())
    expect(scene.receiver.heard).toEqual([])
    expect((await messages(id)).map(({ endedWhy, seq }) => [seq, endedWhy])).toEqual([[1, 'restricted']])
  })

  it('to a system that was switched off or removed meanwhile', async () => {
    const off = await hook('/off')
    const gone = await hook('/gone')
    await on.create()
    const desk = await scene.world.deskFor('owner')
    const [line] = (await hookLines(desk)).filter(({ id }) => id === off.id)
    await changeHook(desk, { id: off.id, seen: line?.revision, given: { ...line, active: false } })
    await removeHook(desk, gone.id)
    await on.create()
    await sendDue(payload())
    expect(scene.receiver.heard).toEqual([])
    expect([(await messages(off.id)).map(({ endedWhy }) => endedWhy), (await messages(gone.id)).map(({ endedWhy }) => endedWhy)]).toEqual([['off'], ['removed']])
  })

  it('to an address that leads elsewhere by now', async () => {
    const { id } = await addHook(await scene.world.deskFor('owner'), { name: 'named', address: `http://hooks.example.org:${scene.receiver.port}/in`, events: OUT_EVENTS, active: true })
    await on.create()
    const lead = (address: string) => () => Promise.resolve([{ address, family: 4 }])
    await sendDue(payload(), { resolve: lead('10.0.0.7') })
    expect(await message(id)).toMatchObject({ error: 'private', tries: 1 })
    scene.at = Date.parse((await message(id)).dueAt)
    await sendDue(payload(), { resolve: lead('127.0.0.1') })
    expect(scene.receiver.heard).toHaveLength(1)
  })
})
