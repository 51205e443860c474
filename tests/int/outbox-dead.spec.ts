import { describe, expect, it } from 'vitest'
import { findRow, updateRowIf } from '@/db/rows'
import { sendOutbox } from '@/jobs/sendOutbox.handler'
import { deadView, letGo, sendAgain } from '@/services/outbox/dead'
import { sendDue } from '@/services/outbox/send'
import { sweepOutbox } from '@/services/outbox/sweep'
import { SLUG } from '@/slugs'
import { engineOf } from '../helpers/dbSqlite'
import { outboxScene } from '../helpers/outbox'

const MINUTE = 60_000
const DAY = 86_400_000

const { scene, payload, rows, on, hook, messages, message, audited } = outboxScene()

describe('what was given up', () => {
  const dead = async (n = 1) => {
    const { id } = await hook('/in')
    scene.receiver.answer('/in', 500)
    for (let made = 0; made < n; made += 1) await on.create()
    for (const row of await messages(id)) await updateRowIf(rows(), SLUG.outbox, { id: { equals: row.id } }, { deadAt: new Date(scene.at).toISOString(), tries: 12, error: 'answer' })
    scene.receiver.forget()
    return { target: id, ids: (await messages(id)).map((row) => row.id), keys: (await messages(id)).map(({ key }) => key) }
  }

  it('is sent again on demand, under the key it had; audited', async () => {
    const { ids, keys } = await dead()
    const desk = await scene.world.deskFor('owner')
    await sendAgain(desk, { id: ids[0]! })
    await sendDue(payload())
    expect(scene.receiver.heard.map(({ key }) => key)).toEqual(keys)
    expect((await deadView(desk)).count).toBe(0)
    expect((await audited('outbox.sendAgain')).at(-1)).toMatchObject({ actorName: desk.me.name, target: ids[0], detail: { n: 1 } })
    await expect(sendAgain(desk, { id: ids[0]! })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is sent again all at once for one system, and only for that one', async () => {
    const { target, keys } = await dead(3)
    const other = await hook('/other')
    await on.create()
    const desk = await scene.world.deskFor('owner')
    expect(await sendAgain(desk, { target })).toEqual({ n: 3 })
    for (let turn = 0; turn < 3; turn += 1) await sendDue(payload())
    expect(scene.receiver.on('/in').map(({ key }) => key).filter((key) => keys.includes(key)).toSorted()).toEqual(keys.toSorted())
    await expect(sendAgain(desk, { target: other.id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is let go for a reason that is kept; audited, and swept in time', async () => {
    const { ids } = await dead()
    const desk = await scene.world.deskFor('owner')
    await expect(letGo(desk, { id: ids[0]! }, ' ')).rejects.toMatchObject({ code: 'invalid' })
    await letGo(desk, { id: ids[0]! }, '对方已经另外收到')
    await sendDue(payload())
    expect(scene.receiver.heard).toEqual([])
    expect((await deadView(desk)).count).toBe(0)
    expect((await audited('outbox.letGo')).at(-1)).toMatchObject({ target: ids[0], detail: { n: 1 } })
    expect(JSON.stringify(await audited('outbox.letGo'))).not.toContain('另外收到')
    expect(await scene.world.finding('outboxDead')).toBeUndefined()
    const gone = () => findRow(rows(), SLUG.outbox, { where: { id: { equals: ids[0]! } } })
    scene.at += 30 * DAY - 1
    await sweepOutbox(payload())
    expect(await gone()).toBeDefined()
    scene.at += 2
    await sendOutbox(payload())
    expect(await gone()).toBeUndefined()
  })

  it('is decided by those who may change the settings', async () => {
    const { ids, target } = await dead()
    for (const role of ['auditor', 'director', 'dispatcher']) {
      const desk = await scene.world.deskFor(role)
      if (desk.holds('settings.edit')) continue
      await expect(sendAgain(desk, { id: ids[0]! })).rejects.toMatchObject({ code: 'notAllowed' })
      await expect(letGo(desk, { target }, 'no use')).rejects.toMatchObject({ code: 'notAllowed' })
    }
    expect((await deadView(await scene.world.deskFor('owner'))).count).toBe(1)
  })
})

describe('a sender that dies', () => {
  it('before it sent: its claim is taken over after a minute', async () => {
    const { id } = await hook('/in')
    await on.create()
    const row = await message(id)
    await updateRowIf(rows(), SLUG.outbox, { id: { equals: row.id } }, { claim: 'gone', claimedAt: new Date(scene.at).toISOString() })
    scene.at += MINUTE
    await sendDue(payload())
    expect(scene.receiver.heard).toHaveLength(0)
    scene.at += 1
    await sendDue(payload())
    expect(scene.receiver.heard).toHaveLength(1)
  })

  it('between sending and noting it: the message comes twice, under one key', async () => {
    const { id } = await hook('/in')
    await on.create()
    const client = engineOf(payload()).connections().writer
    await client.execute("CREATE TRIGGER jam BEFORE UPDATE ON outbox WHEN NEW.sent_at IS NOT NULL AND NEW.target IS NOT NULL BEGIN SELECT RAISE(ABORT, 'killed'); END")
    await expect(sendDue(payload())).rejects.toThrow()
    await client.execute('DROP TRIGGER jam')
    await sendDue(payload())
    expect(scene.receiver.heard).toHaveLength(1)
    scene.at += MINUTE + 1
    await sendDue(payload())
    expect(scene.receiver.heard.map(({ key }) => key)).toEqual([scene.receiver.heard[0]!.key, scene.receiver.heard[0]!.key])
    expect((await message(id)).sentAt).toBe(new Date(scene.at).toISOString())
  })

  it('two senders at once send once', async () => {
    await hook('/in')
    for (let n = 0; n < 5; n += 1) await on.create()
    await Promise.all([sendDue(payload()), sendDue(payload()), sendDue(payload())])
    expect(scene.receiver.heard).toHaveLength(5)
    expect(new Set(scene.receiver.heard.map(({ key }) => key)).size).toBe(5)
  })
})
