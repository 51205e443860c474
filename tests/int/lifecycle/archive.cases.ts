import { describe, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import { workingMinutesBetween } from '@/domain/clocks'
import { afterRetention } from '@/jobs/afterRetention.handler'
import { closeSilent } from '@/jobs/closeSilent.handler'
import { SLUG } from '@/slugs'
import { reporter } from '../../helpers/matters'
import { DAY, refusal, type Scene } from './scene'

/** The archive, and back from it. */
export const archiveCases = (scene: Scene): void => {
  const { payload, model, at, by, later, work, pass, team, handled, verified, archived, on } = scene

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

    it('keeps how the clocks of the first round ended', async () => {
      const id = await archived()
      const first = await on.clock(id, 'resolve')
      later(60)
      await on.move(id, 'reporterReopen', { by: reporter, input: { reason: '又坏了' } })
      expect((await on.lastEvent(id)).data).toMatchObject({ ended: expect.arrayContaining([{ clock: 'resolve', state: first.state, startedAt: first.startedAt, dueAt: first.dueAt, stoppedAt: first.stoppedAt }]) })
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
      expect(await on.fresh(matter.id)).toMatchObject({ step: 'intake', open: true, mergedInto: null, round: 1, outcome: null, ownerUnit: null, archivedAt: null })
      expect((await on.clock(matter.id, 'accept')).state).toBe('running')
    })

    it('is neither a reply nor solved in time, and undone it goes on with the same people, parts and clocks', async () => {
      const [master, id] = [await handled(), await handled()]
      const party = { team: model().teams.byCode.get('assistants')?.id, note: '看护现场' }
      await on.act(id, 'assignParty', { by: by('dispatcher'), input: { party } })
      await on.act(id, 'claim', { by: by('handler') })
      const before = await on.fresh(id)
      const [due, shares] = [Date.parse((await on.clock(id, 'resolve')).dueAt ?? ''), await on.shares(id)]
      await on.move(id, 'mergeInto', { by: by('dispatcher'), input: { target: master } })
      for (const clock of ['firstReply', 'resolve']) expect((await on.clock(id, clock)).state, clock).toBe('ended')
      expect(await on.clock(id, 'accept')).toMatchObject({ state: 'met' })
      expect((await on.lastEvent(id)).data).toMatchObject({ target: master, number: (await on.fresh(master)).number })
      expect((await refusal(on.move(id, 'rate', { by: reporter, input: { rating: 5 } }))).detail).toMatchObject({ guard: 'verified' })
      work(200)
      await on.move(id, 'undoMerge', { by: by('dispatcher'), input: { reason: '不是同一处' } })
      const { step, round, ownerUnit, ownerTeam, ownerPerson, participants, handlers } = before
      expect(await on.fresh(id)).toMatchObject({ step, round, ownerUnit, ownerTeam, ownerPerson, participants, handlers, open: true, mergedInto: null, outcome: null })
      const told = (rows: typeof shares) => rows.map(({ role, unit, team, person, note, dueAt }) => ({ role, unit, team, person, note, dueAt })).sort((one, other) => (one.role < other.role ? -1 : 1))
      expect(told(await on.shares(id))).toEqual(told(shares))
      const after = await on.clock(id, 'resolve')
      expect([after.state, workingMinutesBetween(due, Date.parse(after.dueAt ?? ''), model().calendar)]).toEqual(['running', 200])
    })

    it('goes back into the hands of a coordination, too', async () => {
      const [master, id] = [await handled(), await handled()]
      await on.move(id, 'bringTogether', { by: by('coordinator'), input: { parties: [{ team: model().teams.byCode.get('assistants')?.id }], reason: '要两家一起' } })
      const shares = await on.shares(id)
      await on.move(id, 'mergeInto', { by: by('dispatcher'), input: { target: master } })
      await on.move(id, 'undoMerge', { by: by('dispatcher'), input: { reason: '不是同一处' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'coordination', round: 1 })
      expect((await on.shares(id)).map(({ role, team }) => [role, team])).toEqual(shares.map(({ role, team }) => [role, team]))
    })

    it.each(['itself', 'closed', 'notOffered'])('is refused into what is %s', async (code) => {
      const { matter } = await on.create()
      const targets: Record<string, () => Promise<string>> = { itself: () => Promise.resolve(matter.id), closed: () => archived(), notOffered: () => Promise.resolve('01ARZ3NDEKTSV4RRFFQ69G5FAV') }
      const target = await targets[code]?.()
      expect((await refusal(on.move(matter.id, 'mergeInto', { by: by('intake'), input: { target } }))).fields).toEqual([{ field: 'target', code }])
    })
  })
}
