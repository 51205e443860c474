import { describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { openSecret } from '@/services/webhooks/secret'
import { addHook, changeHook, removeHook, renewSecret } from '@/services/webhooks/save'
import { tryHook } from '@/services/webhooks/tryOut'
import { hookLines } from '@/services/webhooks/view'
import { SLUG } from '@/slugs'
import { outboxScene } from '../helpers/outbox'
import { isGenuine } from '../helpers/receiver'

const { scene, rows, hook, audited } = outboxScene()

const given = (change: Record<string, unknown> = {}) => ({ name: '区平台', address: scene.receiver.address('/in?key=hunter2'), events: ['matter.opened'], active: true, ...change })
const owner = () => scene.world.deskFor('owner', 'zh')
const row = async (id: string) => (await findRow(rows(), SLUG.webhooks, { where: { id: { equals: id } } }))!

describe('the editor of messages to other systems', () => {
  it.each([
    ['name', { name: ' ' }], ['events', { events: [] }], ['events', { events: ['matter.*', 'everything'] }], ['address', { address: 'hooks.example.org' }],
    ['address', { address: 'https://me:secret@hooks.example.org/' }], ['address', { address: 'http://10.0.0.1/' }], ['address', { address: 'http://[::ffff:a00:1]/' }], ['address', { address: 'http://169.254.169.254/latest' }],
    ['address', { address: 'http://2130706434/' }], ['address', { address: 'https://hooks.example.org:22/' }], ['address', { address: 7 }],
  ])('says in words what is wrong with %s: %j', async (path, change) => {
    const fault = await addHook(await owner(), given(change)).then(() => undefined, (error: { code: string; detail: { said: { path: string; text: string }[] } }) => error)
    expect(fault?.code).toBe('invalid')
    expect(fault?.detail.said.map((each) => each.path)).toEqual([path])
    expect(fault?.detail.said[0]?.text).toMatch(/[\u4e00-\u9fff]/)
    expect(await findRows(rows(), SLUG.webhooks)).toEqual([])
  })

  it('shows a secret once and keeps it sealed, for this hook alone', async () => {
    const { id, secret } = await addHook(await owner(), given())
    const other = await hook('/other')
    expect(secret).toMatch(/^whsec_[\w-]{43}$/)
    const kept = (await row(id)).secret ?? ''
    expect(kept).not.toContain(secret.slice(6, 20))
    expect(openSecret(id, kept)).toBe(secret)
    expect(() => openSecret(other.id, kept)).toThrow()
    const shown = JSON.stringify(await hookLines(await owner()))
    for (const hidden of [secret, kept]) expect(shown).not.toContain(hidden)
    expect(JSON.stringify(await findRows(rows(), SLUG.audit, { where: { action: { contains: 'webhook' } } }))).not.toMatch(/hunter2|whsec_/)
  })

  it('keeps the path of an address from those who may only look', async () => {
    await addHook(await owner(), given())
    expect((await hookLines(await owner()))[0]?.address).toContain('hunter2')
    expect((await hookLines(await scene.world.deskFor('auditor')))[0]?.address).toBe(`http://127.0.0.1:${scene.receiver.port}`)
  })

  it('signs with the new secret once it was renewed', async () => {
    const first = await addHook(await owner(), given())
    const second = await renewSecret(await owner(), first.id)
    expect(await tryHook(await owner(), first.id)).toEqual({ ok: true, status: 200, text: '{"ok":true}' })
    const [{ signature, body, event, key }] = scene.receiver.heard as [(typeof scene.receiver.heard)[0]]
    expect([event, JSON.parse(body)]).toEqual(['test', { id: key, event: 'test', at: new Date(scene.at).toISOString() }])
    expect(isGenuine({ secret: second.secret, signature, body, now: scene.at })).toBe(true)
    expect(isGenuine({ secret: first.secret, signature, body, now: scene.at })).toBe(false)
  })

  it('tells what became of a test message, whatever it was', async () => {
    const { id } = await addHook(await owner(), given({ address: `http://hooks.example.org:${scene.receiver.port}/in` }))
    const lead = (address: string) => () => Promise.resolve([{ address, family: 4 }])
    scene.receiver.answer('/in', 401)
    expect(await tryHook(await owner(), id, lead('127.0.0.1'))).toEqual({ ok: false, fault: 'answer', status: 401 })
    expect(await tryHook(await owner(), id, lead('192.168.0.9'))).toEqual({ ok: false, fault: 'private' })
    expect(await tryHook(await owner(), id, () => Promise.reject(new Error('no name')))).toEqual({ ok: false, fault: 'name' })
  })

  it('notices that somebody else changed it', async () => {
    const { id } = await addHook(await owner(), given())
    const [line] = await hookLines(await owner())
    await changeHook(await owner(), { id, seen: line?.revision, given: given({ name: '一' }) })
    await expect(changeHook(await owner(), { id, seen: line?.revision, given: given({ name: '二' }) })).rejects.toMatchObject({ code: 'conflict' })
    expect((await row(id)).name).toBe('一')
  })

  it('is for those who may change the settings; each change is audited', async () => {
    const { id } = await addHook(await owner(), given())
    const stranger = await scene.world.deskFor('dispatcher')
    const acts = [() => addHook(stranger, given()), () => changeHook(stranger, { id, seen: 1, given: given() }), () => renewSecret(stranger, id), () => tryHook(stranger, id), () => removeHook(stranger, id)]
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'notAllowed' })
    expect(scene.receiver.heard).toEqual([])
    await removeHook(await owner(), id)
    await expect(removeHook(await owner(), id)).rejects.toMatchObject({ code: 'notFound' })
    expect((await audited('webhook.add')).at(-1)).toMatchObject({ target: id, detail: { host: `http://127.0.0.1:${scene.receiver.port}`, active: true } })
    expect((await audited('webhook.remove')).at(-1)).toMatchObject({ target: id, actorKind: 'staff' })
  })

  it('takes twenty and no more', async () => {
    for (let n = 0; n < 20; n += 1) await hook(`/${n}`)
    await expect(hook('/one-more')).rejects.toMatchObject({ code: 'guardFailed' })
  })
})
