import { describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { workingMinutesBetween } from '@/domain/clocks'
import { SLUG } from '@/slugs'
import { shiftsOf, type Scene } from './scene'

/** A matter that was put right later (decisions.md 8). */
export const correctionCases = ({ on, by, model, rows, unit, work }: Scene): void => {
  describe('a correction', () => {
    const resolve = (id: string) => on.clock(id, 'resolve')

    it('of the category computes limits again from the original start and keeps what was shown', async () => {
      const { matter } = await on.create({ category: 'environment-green' })
      const shown = (await resolve(matter.id)).dueAt
      work(200)
      await on.act(matter.id, 'correct', { by: by('dispatcher'), input: { category: model().categories.byCode.get('public-safety-lift')?.id, reason: '是电梯' } })
      const now = await resolve(matter.id)
      expect(workingMinutesBetween(Date.parse(matter.receivedAt), Date.parse(now.dueAt ?? ''), model().calendar)).toBe(3 * 420)
      expect(shiftsOf(await on.lastEvent(matter.id))).toEqual([{ clock: 'resolve', from: shown, to: now.dueAt }])
      expect((await on.fresh(matter.id)).type).toBe(matter.type)
    })

    it('of the type keeps form and workflow, and closes the matter where the type does', async () => {
      const { matter } = await on.create({ by: by('intake'), source: 'hotline' })
      const mediation = model().types.byCode.get('mediation')
      await on.act(matter.id, 'correct', { by: by('dispatcher'), input: { type: mediation?.id, reason: '是一桩纠纷' } })
      expect(await on.fresh(matter.id)).toMatchObject({ type: mediation?.id, formVersion: matter.formVersion, workflowVersion: matter.workflowVersion, confidentiality: 'restricted' })
      expect(await on.lastEvent(matter.id)).toMatchObject({ action: 'correct', data: { type: { from: 'report', to: 'mediation' } } })
      await expect(on.act(matter.id, 'correct', { by: by('dispatcher'), input: { type: 'nothing', reason: '试一试' } })).rejects.toMatchObject({ fields: [{ field: 'type', code: 'notOffered' }] })
    })

    it('of the unit takes the limits that hold now, and clocks come and go with them', async () => {
      const { matter } = await on.create()
      const limits = model().limits?.definition.limits ?? []
      const before = [...limits]
      limits.splice(0, limits.length, ...before.filter(({ clock }) => clock !== 'firstReply'), { ...before[0]!, code: 'visit', clock: 'visit', amount: 1, unit: 'workingDays', thresholds: [] })
      try {
        await on.act(matter.id, 'correct', { by: by('dispatcher'), input: { unit: unit('jw-02').id, reason: '地点记错了' } })
      } finally {
        limits.splice(0, limits.length, ...before)
      }
      const clocks = await findRows(rows(), SLUG.clocks, { where: { matter: { equals: matter.id } }, sort: 'clock' })
      expect(clocks.map(({ clock }) => clock)).toEqual(['accept', 'resolve', 'verify', 'visit'])
      const shifts = shiftsOf(await on.lastEvent(matter.id))
      expect(shifts.map(({ clock, from, to }) => [clock, from !== null, to !== null])).toEqual([['firstReply', true, false], ['visit', false, true]])
      expect(clocks.find(({ clock }) => clock === 'visit')?.startedAt).toBe(matter.receivedAt)
      expect(await on.fresh(matter.id)).toMatchObject({ unit: unit('jw-02').id, path: unit('jw-02').path })
    })
  })
}
