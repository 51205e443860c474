import { describe, expect, it } from 'vitest'
import { countRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { workingMinutesBetween } from '@/domain/clocks'
import { runTasks } from '@/jobs/tasks.handler'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { reporter } from '../../helpers/matters'
import { DAY, SECOND, shiftsOf, type Scene } from './scene'

/** Open clocks follow the working calendar (decisions.md 8). */
export const calendarCases = ({ on, by, model, rows, payload, monday, now, pass, work, put, change, remove, settle }: Scene): void => {
  /** The date of a day of this week: 1 is Tuesday. */
  const day = (after: number): string => new Date(monday() + after * DAY).toISOString().slice(0, 10)
  const recalculated = async (id: string) => (await on.events(id)).filter(({ action }) => action === 'recalculated')

  describe('the working calendar', () => {
    const holiday = (date: string) => put(SLUG.calendarDays, { date, kind: 'holiday', name: '临时放假' })

    it('moves open limits by a holiday, with an event on each matter, and what was met stays so', async () => {
      const { matter } = await on.create({ category: 'environment-green' })
      const { matter: closed } = await on.create({ category: 'environment-green' })
      work(30)
      await on.move(matter.id, 'accept', { by: by('intake') })
      await on.move(closed.id, 'reject', { by: by('intake'), input: { reason: '不归街道', responsible: '热力公司' } })
      const [met, shown] = [await on.clock(matter.id, 'accept'), await on.clock(matter.id, 'resolve')]
      const off = await holiday(day(1))
      await settle()
      const [after, event] = [await on.clock(matter.id, 'resolve'), (await recalculated(matter.id))[0]]
      expect(Date.parse(after.dueAt ?? '') - Date.parse(shown.dueAt ?? '')).toBe(DAY)
      expect(event).toMatchObject({ kind: 'system', actorKind: 'system', reason: { en: expect.stringContaining('calendar') } })
      expect(shiftsOf(event)).toContainEqual({ clock: 'resolve', from: shown.dueAt, to: after.dueAt })
      expect(event?.residentLine).toMatchObject({ en: expect.stringContaining('date of completion') })
      expect(await on.clock(matter.id, 'accept')).toMatchObject({ state: 'met', dueAt: met.dueAt })
      expect(await recalculated(closed.id)).toEqual([])
      expect((await on.fresh(matter.id)).dueAt).toBe((await on.clock(matter.id, (await on.fresh(matter.id)).nextClock ?? '')).dueAt)

      await change(SLUG.calendarDays, off.id, { kind: 'workday' })
      await settle()
      expect((await on.clock(matter.id, 'resolve')).dueAt).toBe(shown.dueAt)
      await remove(SLUG.calendarDays, off.id)
      await settle()
      expect(await recalculated(matter.id)).toHaveLength(2)
    })

    it('is computed once for several days entered together, and twice without harm', async () => {
      const { matter } = await on.create()
      const earlier = await countRows(rows(), SLUG.tasks)
      const days = [await holiday(day(2)), await holiday(day(3))]
      expect(await countRows(rows(), SLUG.tasks)).toBe(earlier + 1)
      await settle()
      const task = (await findRows(rows(), SLUG.tasks, { sort: '-id', limit: 1 }))[0]!
      expect(task).toMatchObject({ kind: 'reclock', state: 'done', done: task.total })
      const [told, due] = [await recalculated(matter.id), (await on.clock(matter.id, 'resolve')).dueAt]
      expect(told).toHaveLength(1)
      await updateRowIf(rows(), SLUG.tasks, { id: { equals: task.id } }, { state: 'running', cursor: null, claim: null, done: 0 })
      await settle()
      expect([(await recalculated(matter.id)).length, (await on.clock(matter.id, 'resolve')).dueAt]).toEqual([1, due])
      for (const { id } of days) await remove(SLUG.calendarDays, id)
      await settle()
    })

    it('is told also where a step came between the change and its task, and not to what began later', async () => {
      const { matter } = await on.create({ category: 'environment-green' })
      const shown = (await on.clock(matter.id, 'resolve')).dueAt
      pass(SECOND)
      const off = await holiday(day(4))
      pass(SECOND)
      const { matter: later } = await on.create({ category: 'environment-green' })
      await on.move(matter.id, 'accept', { by: by('intake') })
      const stored = (await on.clock(matter.id, 'resolve')).dueAt
      expect(stored).not.toBe(shown)
      await settle()
      expect(shiftsOf((await recalculated(matter.id))[0])).toContainEqual({ clock: 'resolve', from: shown, to: stored })
      expect(await recalculated(later.id)).toEqual([])
      await remove(SLUG.calendarDays, off.id)
      await settle()
    })

    it('tells of a clock that stands still once', async () => {
      const { matter } = await on.create({ category: 'public-safety-lift', text: '电梯门关不上' })
      work(10)
      await on.move(matter.id, 'accept', { by: by('intake') })
      await on.move(matter.id, 'askReporter', { by: by('handler'), input: { reply: '请说说是哪一部电梯' } })
      const off = await holiday(day(1))
      await settle()
      await settle()
      expect(await recalculated(matter.id)).toHaveLength(1)
      await remove(SLUG.calendarDays, off.id)
      await settle()
      await on.move(matter.id, 'reporterAnswers', { by: reporter, input: { answer: '东侧那一部' } })
    })

    it('follows the working hours of the office', async () => {
      const { matter } = await on.create()
      const before = model().office.week as Record<string, { from: number; to: number }[]>
      await change(SLUG.offices, model().office.id, { week: { ...before, 5: [{ from: 540, to: 600 }] } })
      await settle()
      const changed = await needModel(payload())
      const resolve = await on.clock(matter.id, 'resolve')
      expect(workingMinutesBetween(monday(), Date.parse(resolve.dueAt ?? ''), changed.calendar)).toBe((resolve.limit.amount as number) * 420)
      expect(await recalculated(matter.id)).toHaveLength(1)
      await change(SLUG.offices, model().office.id, { phone: '010-1' })
      expect(await countRows(rows(), SLUG.tasks, { state: { not_equals: 'done' } })).toBe(0)
      await change(SLUG.offices, model().office.id, { week: before })
      await settle()
    })

    it('goes on where it was after a stop, and takes over from whoever is gone', async () => {
      const { matter } = await on.create()
      const off = await holiday(day(2))
      pass(10 * SECOND)
      const task = (await findRows(rows(), SLUG.tasks, { where: { state: { equals: 'waiting' } } }))[0]!
      await runTasks(payload(), () => true)
      expect(await findRow(rows(), SLUG.tasks, { where: { id: { equals: task.id } } })).toMatchObject({ state: 'running', done: 0 })
      await updateRowIf(rows(), SLUG.tasks, { id: { equals: task.id } }, { claim: 'somebody who is gone', claimedAt: new Date(now()).toISOString() })
      expect(await runTasks(payload())).toBe(0)
      pass(121 * SECOND)
      expect(await runTasks(payload())).toBe(1)
      expect(await recalculated(matter.id)).toHaveLength(1)
      await remove(SLUG.calendarDays, off.id)
      await settle()
    })
  })
}
