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

    it('stands still while the weather does not allow it', async () => {
      const id = await handled()
      await on.move(id, 'waitForWeather', { by: by('handler'), input: { reason: '大风预警' } })
      expect([(await on.fresh(id)).step, (await on.clock(id, 'resolve')).state]).toEqual(['waitWeather', 'paused'])
      work(100)
      await on.move(id, 'resume', { by: by('handler') })
      expect(await on.clock(id, 'resolve')).toMatchObject({ state: 'running' })
    })

    it('asks for more time; others decide, and the clock goes on meanwhile', async () => {
      const id = await handled()
      const due = async () => Date.parse((await on.clock(id, 'resolve')).dueAt ?? '')
      const before = await due()
      await on.move(id, 'requestTime', { by: by('handler'), input: { reason: '等备件' } })
      expect([(await on.fresh(id)).step, (await on.clock(id, 'resolve')).state]).toEqual(['awaitTime', 'running'])
      expect((await refusal(on.move(id, 'grantTime', { by: by('handler'), input: { minutes: 420, reason: '等备件' } }))).code).toBe('notAllowed')
      await on.move(id, 'refuseTime', { by: by('dispatcher'), input: { reason: '备件今天到' } })
      expect([(await on.fresh(id)).step, await due()]).toEqual(['handling', before])
      await on.move(id, 'requestTime', { by: by('handler'), input: { reason: '备件没有到' } })
      await on.move(id, 'grantTime', { by: by('director'), input: { minutes: 420, reason: '情况属实' } })
      expect(workingMinutesBetween(before, await due(), model().calendar)).toBe(420)
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', ownerTeam: team() })
    })

    it('is not done while a co-handler has an open part, which is due with the matter and ended with a reason', async () => {
      const id = await handled()
      const party = { team: model().teams.byCode.get('assistants')?.id }
      await on.act(id, 'assignParty', { by: by('dispatcher'), input: { party } })
      const { dueAt } = (await on.shares(id)).find(({ role }) => role === 'party') ?? {}
      expect(dueAt).toBe((await on.clock(id, 'resolve')).dueAt)
      const done = () => on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '好了' } })
      expect((await refusal(done())).detail).toMatchObject({ guard: 'sharesEnded' })
      expect((await refusal(on.act(id, 'endParty', { by: by('mediator'), input: { party, reason: '与我无关' } }))).detail).toMatchObject({ guard: 'isOwner' })
      await on.act(id, 'endParty', { by: by('handler'), input: { party, reason: '他们的一部分做完了' } })
      await done()
      expect(await on.fresh(id)).toMatchObject({ step: 'supervision' })
    })

    it('takes and ends a part though the matter and the part are late', async () => {
      const id = await handled()
      const party = { team: model().teams.byCode.get('assistants')?.id }
      await on.act(id, 'assignParty', { by: by('dispatcher'), input: { party } })
      const { dueAt } = (await on.shares(id)).find(({ role }) => role === 'party') ?? {}
      work(20 * 420)
      await on.act(id, 'endParty', { by: by('handler'), input: { party: { ...party, dueAt: Date.parse(dueAt ?? '') }, reason: '做完了，晚了几天' } })
      await on.act(id, 'assignParty', { by: by('dispatcher'), input: { party } })
      expect((await on.shares(id)).find(({ role }) => role === 'party')?.dueAt ?? null).toBeNull()
      await on.act(id, 'endParty', { by: by('handler'), input: { party, reason: '第二次也做完了' } })
      expect(await on.shares(id)).toHaveLength(1)
    })

    it('comes to several parties without an objection, and the lead keeps it', async () => {
      const id = await handled()
      const before = await on.fresh(id)
      await on.move(id, 'bringTogether', { by: by('coordinator'), input: { parties: [{ team: model().teams.byCode.get('assistants')?.id }], reason: '要两家一起' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'coordination', ownerTeam: before.ownerTeam })
      await on.move(id, 'agree', { by: by('coordinator') })
      expect(await on.shares(id)).toHaveLength(2)
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

    it('closes without asking only where nobody can be asked, or where the reporter is told why', async () => {
      const id = await done()
      expect((await refusal(on.move(id, 'verifyClose', { by: by('supervisor'), input: { reason: '看过' } }))).detail).toMatchObject({ guard: 'cannotAsk' })
      expect((await refusal(on.move(id, 'verifyCloseTold', { by: by('supervisor'), input: { reason: '看过' } }))).fields).toEqual([{ field: 'reply', code: 'required' }])
      await on.move(id, 'verifyCloseTold', { by: by('supervisor'), input: { reason: '看过', reply: '您在现场说已经好了' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'archive', outcome: 'solved', rating: null })
    })

    it('asks nobody where staff took it down without contact details: it is closed at once', async () => {
      const id = await done({ by: by('intake'), source: 'counter' })
      expect((await refusal(on.move(id, 'verify', { by: by('supervisor'), input: { reason: '看过' } }))).detail).toMatchObject({ guard: 'canAsk' })
      await on.move(id, 'verifyClose', { by: by('supervisor'), input: { reason: '看过' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'archive', outcome: 'solved' })
    })

    it('asks whoever left contact details with the clerk', async () => {
      const id = await done({ by: by('intake'), source: 'counter', contact: { phone: '13900001234' } })
      await on.move(id, 'verify', { by: by('supervisor'), input: { reason: '看过' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'confirm' })
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
