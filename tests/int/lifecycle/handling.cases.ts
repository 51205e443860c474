import { describe, expect, it } from 'vitest'
import { workingMinutesBetween } from '@/domain/clocks'
import { ANSWERS, reporter } from '../../helpers/matters'
import { refusal, type Scene } from './scene'

/** The work, and its supervision. */
export const handlingCases = (scene: Scene): void => {
  const { person, model, second, by, work, team, handled, done, verified, on } = scene

  describe('handling', () => {
    it('belongs to the owner alone', async () => {
      const id = await handled()
      expect((await refusal(on.move(id, 'done', { by: by('mediator'), input: { outcome: 'solved', reply: '好了' } }))).detail).toMatchObject({ guard: 'isOwner' })
      await on.act(id, 'claim', { by: by('handler') })
      expect((await refusal(on.act(id, 'claim', { by: second().acting }))).detail).toMatchObject({ guard: 'hasPerson' })
      expect(await on.shares(id)).toMatchObject([{ role: 'lead', person: person('handler').id, team: team() }])
    })

    it('stops the clock while the reporter is asked, and moves the due time by the pause', async () => {
      const id = await handled()
      const due = Date.parse((await on.clock(id, 'resolve')).dueAt ?? '')
      await on.move(id, 'askReporter', { by: by('handler'), input: { reply: '请说说是哪一栋楼' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'waitReporter', paused: true })
      expect(await on.clock(id, 'resolve')).toMatchObject({ state: 'paused', nextAt: null })
      work(300)
      await on.move(id, 'reporterAnswers', { by: reporter, input: { answer: '靠近东门的那一栋' } })
      const after = await on.clock(id, 'resolve')
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', previousStep: null, paused: false, dueAt: after.dueAt })
      expect(after.state).toBe('running')
      expect(workingMinutesBetween(due, Date.parse(after.dueAt ?? ''), model().calendar)).toBe(300)
    })

    it('waits for others and resumes where it was', async () => {
      const id = await handled()
      await on.move(id, 'waitThirdParty', { by: by('handler'), input: { reason: '等停电窗口' } })
      work(100)
      await on.move(id, 'resume', { by: by('handler') })
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', paused: false })
    })

    it('extends the limit by what was granted', async () => {
      const id = await handled()
      const due = Date.parse((await on.clock(id, 'resolve')).dueAt ?? '')
      await on.move(id, 'extend', { by: by('dispatcher'), input: { minutes: 840, reason: '连日下雨' } })
      const extended = Date.parse((await on.clock(id, 'resolve')).dueAt ?? '')
      expect(workingMinutesBetween(due, extended, model().calendar)).toBe(840)
    })

    it('is not done before its parts are', async () => {
      const id = await handled()
      const { result } = await on.act(id, 'split', { by: by('handler'), input: { text: '另一处路灯一起修' } })
      const part = String(result?.part)
      expect(await on.fresh(part)).toMatchObject({ parent: id, step: 'intake', answers: ANSWERS, category: (await on.fresh(id)).category })
      expect((await refusal(on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '好了' } }))).detail).toMatchObject({ guard: 'partsClosed' })
      work(10)
      await on.move(part, 'reject', { by: by('intake'), input: { reason: '已由物业处理', responsible: '物业' } })
      expect(await on.fresh(id)).toMatchObject({ openParts: 0 })
      expect(await on.lastEvent(id)).toMatchObject({ action: 'partClosed', data: { part, outcome: 'rejected' } })
      await on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '都好了' } })
    })

    it('corrects the category: limits are computed again from the original start', async () => {
      const id = await handled()
      const category = model().categories.byCode.get('public-safety-lift')
      await on.act(id, 'correct', { by: by('dispatcher'), input: { category: category?.id, reason: '是电梯的事' } })
      const { limit, dueAt, limitVersion } = await on.clock(id, 'resolve')
      expect([limit.code, limitVersion]).toEqual(['resolve-public-safety', model().limits?.version])
      const received = Date.parse((await on.fresh(id)).receivedAt)
      expect(workingMinutesBetween(received, Date.parse(dueAt ?? ''), model().calendar)).toBe(3 * 420)
    })

    it('tells what the reporter adds, and what colleagues note, to whom it is meant for', async () => {
      const id = await handled()
      await on.act(id, 'addInfo', { by: reporter, input: { text: '今天更严重了' } })
      await on.act(id, 'note', { by: by('handler'), input: { text: '联系了维保单位' } })
      const texts = (await on.events(id)).slice(-2).map(({ texts: named }) => (named as { role: string; readers: string }[]).map(({ role, readers }) => [role, readers]))
      expect(texts).toEqual([[['addition', 'reporter']], [['internal', 'staff']]])
    })
  })

  describe('supervision', () => {
    it('is refused to whoever handled the matter, whatever roles they hold', async () => {
      const id = await done({}, second().acting)
      expect((await refusal(on.move(id, 'verify', { by: second().acting, input: { reason: '自己看过' } }))).code).toBe('verifierHandled')
      expect((await refusal(on.move(id, 'notSolved', { by: second().acting, input: { reason: '自己看过' } }))).code).toBe('verifierHandled')
    })

    it('sends back what is not solved, and counts it', async () => {
      const id = await done()
      expect(await on.clock(id, 'resolve')).toMatchObject({ state: 'met' })
      await on.move(id, 'notSolved', { by: by('supervisor'), input: { reason: '只修了一半' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', returns: 1, outcome: null, verifiedBy: null })
      expect(await on.clock(id, 'resolve')).toMatchObject({ state: 'running', stoppedAt: null })
    })

    it('asks the reporter, who says it is not solved, and later that it is', async () => {
      const id = await verified()
      await on.move(id, 'reporterNotSolved', { by: reporter, input: { reason: '今天又坏了' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', returns: 1, silenceAt: null })
      await on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '换了新的' } })
      await on.move(id, 'verify', { by: by('supervisor'), input: { reason: '看过' } })
      await on.move(id, 'confirmSolved', { by: reporter, input: { rating: 4 } })
      expect(await on.fresh(id)).toMatchObject({ step: 'archive', open: false, rating: 4, outcome: 'solved' })
    })
  })
}
