import { afterAll, beforeAll, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { plainActing } from '@/services/matters/actor'
import { createMatter } from '@/services/matters/create'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

it('opens a matter with everything that belongs to it, once per key', async () => {
  const { payload } = portal
  const model = await needModel(payload)
  const category = model.categories.all.find((row) => row.parent)
  const send = () => createMatter({
    payload, who: 'resident', idempotencyKey: 'test-key-0001', acting: () => plainActing({ kind: 'reporter' }),
    input: { text: '楼门口的路灯不亮了,晚上看不清台阶', category: category?.id, answers: {}, contact: { phone: '13800138000' } },
  })
  const first = await send()
  const again = await send()
  expect(again.matter.id).toBe(first.matter.id)
  expect(again.word).toBe(first.word)
  expect(again.repeated).toBe(true)
  expect(await findRows({ payload }, SLUG.matters)).toHaveLength(1)
  expect(await findRows({ payload }, SLUG.events)).toHaveLength(1)
  expect((await findRows({ payload }, SLUG.clocks)).length).toBeGreaterThan(0)
})
