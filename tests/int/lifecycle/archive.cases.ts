import { describe, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import { afterRetention } from '@/jobs/afterRetention.handler'
import { closeSilent } from '@/jobs/closeSilent.handler'
import { SLUG } from '@/slugs'
import { reporter } from '../../helpers/matters'
import { DAY, refusal, type Scene } from './scene'

/** The archive, and back from it. */
export const archiveCases = (scene: Scene): void => {
  const { payload, at, by, later, pass, team, handled, verified, archived, on } = scene

  describe('archive', () => {
    it('schedules the erasure of contact details, and a reopening takes it back', async () => {
      const id = await archived({ contact: { phone: '13700137000' } })
      const eraseAfter = async () => (await findRow({ payload: payload() }, SLUG.contacts, { where: { matter: { equals: id } } }))?.eraseAfter ?? null
      expect(await eraseAfter()).toBe(new Date(at() + 90 * DAY).toISOString())
      expect(await on.fresh(id)).toMatchObject({ reopenUntil: new Date(at() + 30 * DAY).toISOString(), archivedAt: new Date(at()).toISOString() })
      later(60 * 24)
      await on.move(id, 'reporterReopen', { by: reporter, input: { reason: '又坏了' } })
      expect(await eraseAfter()).toBeNull()
      expect(await on.fresh(id)).toMatchObject({ step: 'routing', open: true, round: 2, ownerTeam: null, rating: null, archivedAt: null, reopenUntil: null, handlers: [] })
      expect(await on.clock(id, 'resolve')).toMatchObject({ state: 'running' })
    })

    it('is not reopened after its days', async () => {
      const id = await archived()
      later(31 * 24 * 60)
      expect((await refusal(on.move(id, 'reporterReopen', { by: reporter, input: { reason: '太晚了' } }))).detail).toMatchObject({ guard: 'withinReopenDays' })
    })

    it('is rated afterwards, and noted on, but worked on no more', async () => {
      const id = await archived()
      await on.move(id, 'rate', { by: reporter, input: { rating: 2 } })
      await on.act(id, 'note', { by: by('handler'), input: { text: '归档后的备注' } })
      expect((await refusal(on.act(id, 'assignParty', { by: by('dispatcher'), input: { party: { team: team() } } }))).detail).toMatchObject({ guard: 'archived' })
      expect(await on.fresh(id)).toMatchObject({ rating: 2, open: false })
    })

    it('erases contact details when their time is over, once', async () => {
      const id = await archived({ contact: { phone: '13600136000', name: '李先生' } })
      later(89 * 24 * 60)
      await afterRetention(payload())
      const contact = () => findRow({ payload: payload() }, SLUG.contacts, { where: { matter: { equals: id } } })
      expect((await contact())?.keyId).toBeTruthy()
      later(2 * 24 * 60)
      await afterRetention(payload())
      expect([(await contact())?.cipher ?? null, (await contact())?.masked ?? null, (await contact())?.keyId ?? null]).toEqual([null, null, null])
      const { erasedAt } = (await contact()) ?? {}
      later(60)
      expect(await afterRetention(payload())).toBe(0)
      expect((await contact())?.erasedAt).toBe(erasedAt)
      expect(await on.fresh(id)).toMatchObject({ hasContact: false })
    })
  })

  describe("the reporter's silence", () => {
    it('closes a verified matter after the days announced, not before, and can be reopened', async () => {
      const id = await verified()
      expect(await on.fresh(id)).toMatchObject({ step: 'confirm', silenceAt: new Date(at() + 10 * DAY).toISOString() })
      pass(10 * DAY - 1000)
      await closeSilent(payload())
      expect(await on.fresh(id)).toMatchObject({ step: 'confirm', open: true })
      pass(1000)
      await closeSilent(payload())
      expect(await on.fresh(id)).toMatchObject({ step: 'archive', open: false })
      expect(await on.lastEvent(id)).toMatchObject({ action: 'closeSilent', actorKind: 'system' })
      await on.move(id, 'reopen', { by: by('dispatcher'), input: { reason: '居民来电说没解决' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'routing', round: 2 })
    })
  })

  describe('merging', () => {
    it('names the master on the matter and the matter on the master, and can be undone', async () => {
      const master = await handled()
      const { matter } = await on.create()
      await on.move(matter.id, 'mergeInto', { by: by('intake'), input: { target: master, reason: '同一处' } })
      expect(await on.fresh(matter.id)).toMatchObject({ step: 'archive', open: false, mergedInto: master, outcome: 'merged' })
      expect(await on.lastEvent(master)).toMatchObject({ action: 'mergedFrom', data: { matter: matter.id, number: matter.number } })
      expect((await refusal(on.move(matter.id, 'reopen', { by: by('dispatcher'), input: { reason: '试试' } }))).detail).toMatchObject({ guard: 'notMerged' })
      await on.move(matter.id, 'undoMerge', { by: by('intake'), input: { reason: '不是同一处' } })
      expect(await on.fresh(matter.id)).toMatchObject({ step: 'routing', open: true, mergedInto: null, round: 2, outcome: null })
    })

    it.each(['itself', 'closed', 'notOffered'])('is refused into what is %s', async (code) => {
      const { matter } = await on.create()
      const targets: Record<string, () => Promise<string>> = { itself: () => Promise.resolve(matter.id), closed: () => archived(), notOffered: () => Promise.resolve('01ARZ3NDEKTSV4RRFFQ69G5FAV') }
      const target = await targets[code]?.()
      expect((await refusal(on.move(matter.id, 'mergeInto', { by: by('intake'), input: { target } }))).fields).toEqual([{ field: 'target', code }])
    })
  })
}
