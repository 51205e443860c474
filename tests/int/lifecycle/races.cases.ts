import { describe, expect, it } from 'vitest'
import { updateRowIf } from '@/db/rows'
import type { DomainError } from '@/domain/errors'
import { SLUG } from '@/slugs'
import { bookFaults } from '../../helpers/books'
import { reporter, snapshot } from '../../helpers/matters'
import { DAY, MONDAY, refusal, type Scene } from './scene'

/** Two at once, failures half-way, and whether the books agree after all that. */
export const raceCases = (scene: Scene): void => {
  const { person, payload, model, by, handled, on, jamOutbox } = scene

  describe('two at once', () => {
    it('lets exactly one of two transitions through; the other is told what happened', async () => {
      const { matter } = await on.create()
      const both = await Promise.allSettled([
        on.move(matter.id, 'accept', { by: by('intake'), revision: 1 }),
        on.move(matter.id, 'reject', { by: by('dispatcher'), revision: 1, input: { reason: '不归街道', responsible: '物业' } }),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const lost = both.find((one): one is PromiseRejectedResult => one.status === 'rejected')?.reason as DomainError
      expect(lost.code).toBe('conflict')
      const events = await on.events(matter.id)
      const happened = lost.detail.happened as { action: string; actor: string }[]
      expect(happened[0]).toMatchObject({ action: events[1]?.action, actor: events[1]?.actorName })
      expect(events.filter(({ action }) => action === 'accept' || action === 'reject')).toHaveLength(1)
    })

    it('tells the reporter only what reporters may know', async () => {
      const { matter } = await on.create()
      await on.act(matter.id, 'note', { by: by('intake'), input: { text: '先打个电话核实' } })
      await on.act(matter.id, 'reply', { by: by('intake'), input: { text: '收到,正在看' } })
      const { code, detail } = await refusal(on.move(matter.id, 'withdraw', { by: reporter, revision: 1 }))
      expect(code).toBe('conflict')
      expect(detail.happened).toHaveLength(1)
      expect(JSON.stringify(detail)).not.toContain(person('intake').username)
    })

    it('notices that somebody else wrote, even where the step is the same', async () => {
      const id = await handled()
      const { revision } = await on.fresh(id)
      await on.act(id, 'tag', { by: by('dispatcher'), input: { tags: [model().tags.all[0]?.id] } })
      expect((await refusal(on.act(id, 'note', { by: by('handler'), input: { text: '备注' }, revision }))).code).toBe('conflict')
    })
  })

  it.runIf(jamOutbox)('knows no half matters: what fails inside leaves nothing', async () => {
    const id = await handled()
    const before = await snapshot(payload())
    // The outbox is written last: everything else stands in the transaction by then.
    const free = await jamOutbox?.(payload())
    const attempts = [
      () => on.create({ contact: { phone: '13500135000' } }),
      () => on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '修好了' } }),
      () => on.act(id, 'split', { by: by('handler'), input: { text: '分出一部分' } }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow()
    await free?.()
    expect(await snapshot(payload())).toEqual(before)
    await on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '修好了' } })
  })

  it('notices when a history was touched', async () => {
    const { matter } = await on.create()
    const event = await on.lastEvent(matter.id)
    expect(await bookFaults(payload(), MONDAY + 400 * DAY)).toEqual([])
    await updateRowIf({ payload: payload() }, SLUG.events, { id: { equals: event.id } }, { actorName: '别人' })
    expect(await bookFaults(payload(), MONDAY + 400 * DAY)).toEqual([`${matter.number}: event 1 was changed`])
    await updateRowIf({ payload: payload() }, SLUG.events, { id: { equals: event.id } }, { actorName: event.actorName ?? null })
  })

  it('leaves its books in order', async () => {
    expect(await bookFaults(payload(), MONDAY + 400 * DAY)).toEqual([])
  })
}
