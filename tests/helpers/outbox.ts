import { afterAll, beforeAll, beforeEach } from 'vitest'
import { deleteRows, findRows } from '@/db/rows'
import { OUT_EVENTS } from '@/domain/outgoing/events'
import { setClock } from '@/lib/clock'
import { forgetHooks } from '@/services/webhooks/known'
import { addHook } from '@/services/webhooks/save'
import { SLUG } from '@/slugs'
import { openHealth, type HealthPortal } from './health'
import { driver } from './matters'
import { openReceiver } from './receiver'

/** A portal, another system that listens on this machine, and a clock; nothing is queued and no hook made when a test begins. */
export const outboxScene = () => {
  const scene = { at: Date.parse('2026-03-02T02:00:00.000Z') } as { at: number; world: HealthPortal; receiver: Awaited<ReturnType<typeof openReceiver>> }
  const payload = () => scene.world.portal.payload
  const rows = () => ({ payload: payload() })
  beforeAll(async () => {
    setClock(() => scene.at)
    scene.receiver = await openReceiver()
    process.env.WEBHOOK_ALLOW = '127.0.0.1'
    process.env.WEBHOOK_HTTP = '1'
    scene.world = await openHealth()
  })
  afterAll(async () => {
    delete process.env.WEBHOOK_ALLOW
    delete process.env.WEBHOOK_HTTP
    await scene.receiver.close()
    await scene.world.portal.close()
    setClock()
  })
  beforeEach(async () => {
    setClock(() => scene.at)
    await deleteRows(rows(), SLUG.webhooks, { id: { exists: true } })
    await deleteRows(rows(), SLUG.outbox, { id: { exists: true } })
    forgetHooks()
    scene.receiver.forget()
  })
  const messages = (target?: string) => findRows(rows(), SLUG.outbox, { where: target ? { target: { equals: target } } : {}, sort: 'id' })
  return {
    scene, payload, rows, messages, on: driver(payload),
    by: (role: string) => scene.world.people.as(role).acting,
    hook: async (path: string, events: readonly string[] = OUT_EVENTS) => addHook(await scene.world.deskFor('owner'), { name: path, address: scene.receiver.address(path), events, active: true }),
    message: async (target: string) => (await messages(target))[0]!,
    audited: (action: string) => findRows(rows(), SLUG.audit, { where: { action: { equals: action } }, sort: 'seq' }),
  }
}
