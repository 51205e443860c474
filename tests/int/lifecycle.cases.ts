import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { addWorkingMinutes, workingMinutesBetween } from '@/domain/clocks'
import { closeSilent } from '@/jobs/closeSilent.handler'
import { afterRetention } from '@/jobs/afterRetention.handler'
import { setClock } from '@/lib/clock'
import { decryptContact, type ContactCipher } from '@/services/matters/contact'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { bookFaults } from '../helpers/books'
import { ANSWERS, driver, reporter, snapshot, type Driver } from '../helpers/matters'
import { addPerson, makePeople, type ActingOf, type People, type Person } from '../helpers/people'
import type { TestPortal } from '../helpers/portal'

export type Engine = {
  open: () => Promise<TestPortal>
  /** Makes the database refuse every row of the outbox, until the returned is called. Absent where nothing is taken back. */
  jamOutbox?: (portal: TestPortal) => Promise<() => Promise<unknown>>
}

const MINUTE = 60_000
const DAY = 86_400_000
/** A Monday morning, 09:30 in the office's zone. */
const MONDAY = Date.parse('2026-03-02T01:30:00.000Z')

const refusal = async (work: Promise<unknown>): Promise<DomainError> => {
  const error: unknown = await work.then(() => undefined, (reason: unknown) => reason)
  if (error instanceof DomainError) return error
  throw new Error(`expected a refusal, got ${String(error)}`)
}

/** A matter's life by the real services, on whichever engine. */
export const lifecycleCases = ({ open, jamOutbox }: Engine): void => {
  let portal: TestPortal
  let people: People
  let second: Person
  let on: Driver
  let model: OfficeModel
  let at = MONDAY
  const by = (role: string): ActingOf => people.as(role).acting
  const later = (minutes: number): void => {
    at += minutes * MINUTE
  }
  const work = (minutes: number): void => {
    at = addWorkingMinutes(at, minutes, model.calendar)
  }

  beforeAll(async () => {
    portal = await open()
    people = await makePeople(portal.payload)
    second = await addPerson(portal.payload, { username: 't-second', roles: [{ role: 'handler' }, { role: 'supervisor' }], seat: 'jw', duties: [{ team: 'professional' }] })
    on = driver(portal.payload)
    model = await needModel(portal.payload)
  })
  afterAll(() => portal.close())
  beforeEach(() => {
    at = MONDAY
    setClock(() => at)
  })
  afterEach(() => setClock())

  const accepted = async (given: Parameters<Driver['create']>[0] = {}): Promise<string> => {
    const { matter } = await on.create(given)
    work(20)
    await on.move(matter.id, 'accept', { by: by('intake') })
    return matter.id
  }
  const TEAM = () => model.teams.byCode.get('professional')?.id ?? ''
  /** In handling, with the handler's team as lead. */
  const handled = async (given: Parameters<Driver['create']>[0] = {}): Promise<string> => {
    const id = await accepted({ category: 'security-patrol', ...given })
    work(20)
    await on.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team: TEAM() } } })
    return id
  }
  const done = async (given?: Parameters<Driver['create']>[0], who: ActingOf = by('handler')): Promise<string> => {
    const id = await handled(given)
    work(60)
    await on.move(id, 'done', { by: who, input: { outcome: 'solved', reply: '已经修好了' } })
    return id
  }
  const verified = async (given?: Parameters<Driver['create']>[0]): Promise<string> => {
    const id = await done(given)
    work(30)
    await on.move(id, 'verify', { by: by('supervisor'), input: { reason: '现场看过' } })
    return id
  }
  const archived = async (given?: Parameters<Driver['create']>[0]): Promise<string> => {
    const id = await verified(given)
    later(120)
    await on.move(id, 'confirmSolved', { by: reporter, input: { rating: 5 } })
    return id
  }

  describe('opening', () => {
    it('makes a matter once per key, with everything that belongs to it', async () => {
      const first = await on.create({ key: 'the-same-sending', contact: { phone: '13800138000', name: '王女士' } })
      const again = await on.create({ key: 'the-same-sending', text: '另一段文字,应当不算数' })
      expect([again.matter.id, again.receiptCode, again.word, again.repeated]).toEqual([first.matter.id, first.receiptCode, first.word, true])
      expect(await on.events(first.matter.id)).toHaveLength(1)
      expect(await on.clock(first.matter.id, 'accept')).toMatchObject({ state: 'running' })
      expect(await on.fresh(first.matter.id)).toMatchObject({ revision: 1, round: 1, step: 'intake', phase: 'intake', open: true, hasContact: true, nextClock: 'accept' })
    })

    it('keeps contact details only in cipher', async () => {
      const { matter } = await on.create({ contact: { phone: '13900139000' } })
      const row = await findRow({ payload: portal.payload }, SLUG.contacts, { where: { matter: { equals: matter.id } } })
      expect(JSON.stringify(row)).not.toContain('13900139000')
      expect(decryptContact(matter.id, { keyId: row?.keyId ?? '', cipher: row?.cipher as ContactCipher })).toEqual({ phone: '13900139000' })
    })

    it.runIf(jamOutbox)('makes one matter of two sendings in the same moment', async () => {
      const both = await Promise.all([on.create({ key: 'twice-at-once' }), on.create({ key: 'twice-at-once' })])
      expect(new Set(both.map(({ matter }) => matter.id)).size).toBe(1)
      expect(both.filter(({ repeated }) => repeated)).toHaveLength(1)
    })

    it('numbers without a gap, whatever is refused in between', async () => {
      const one = await on.create()
      expect((await refusal(on.create({ answers: {} }))).fields.map(({ field }) => field)).toEqual(['q.danger', 'q.since'])
      const two = await on.create()
      const sequence = (number: string) => Number(number.split('-')[1])
      expect(sequence(two.matter.number)).toBe(sequence(one.matter.number) + 1)
    })

    it('drops answers to questions that are hidden', async () => {
      const { matter } = await on.create({ answers: { ...ANSWERS, beforeCode: 'not asked' } })
      expect((await on.fresh(matter.id)).answers).toEqual(ANSWERS)
    })
  })

  describe('acceptance and routing', () => {
    it('lets a trusted rule assign by itself, with its reason', async () => {
      const id = await accepted({ category: 'public-safety-lift', text: '电梯停运两天了' })
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', ownerTeam: TEAM(), ownerUnit: model.units.byCode.get('jw-01-01')?.id })
      const [, accept, assign] = await on.events(id)
      expect(accept).toMatchObject({ action: 'accept', actorKind: 'staff', stepFrom: 'intake', stepTo: 'routing' })
      expect(assign).toMatchObject({ action: 'assign', actorKind: 'rule', stepTo: 'handling', ruleVersion: model.routing?.version })
      expect(assign?.reason).toMatchObject({ zh: expect.stringContaining('→'), en: expect.stringContaining('→') })
      expect(await on.clock(id, 'accept')).toMatchObject({ state: 'met' })
    })

    it('only records what other rules propose, and a person decides otherwise, with a reason that is kept', async () => {
      const id = await accepted({ category: 'security-patrol', text: '希望晚上多巡逻几次' })
      expect(await on.fresh(id)).toMatchObject({ step: 'routing', ownerTeam: null })
      expect(await on.lastEvent(id)).toMatchObject({ action: 'routingProposed', kind: 'system', actorKind: 'rule', data: { mode: 'proposed', rule: 'patrol-request' } })
      await on.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team: TEAM() }, reason: '志愿者今天没有排班' } })
      const texts = await findRows({ payload: portal.payload }, SLUG.texts, { where: { matter: { equals: id } } })
      expect(texts.map(({ text }) => text)).toContain('志愿者今天没有排班')
    })

    it('falls to the lead of the unit, or one level up, where no rule fits', async () => {
      const station = model.units.byCode.get('jw-05')
      const lead = people.as('gridOfficer').id
      await portal.payload.update({ collection: SLUG.units, id: station?.id ?? '', data: { lead }, overrideAccess: true, depth: 0 })
      const id = await accepted({ category: 'care-elder', unit: 'jw-05-01', answers: { forWhom: 'self', need: ['meals'], urgent: 'week', way: 'phone' } })
      const { data, reason } = await on.lastEvent(id)
      expect(data).toMatchObject({ mode: 'fallback', person: lead, unit: station?.id })
      expect(reason).toMatchObject({ zh: expect.any(String) })
      await portal.payload.update({ collection: SLUG.units, id: station?.id ?? '', data: { lead: null }, overrideAccess: true, depth: 0 })
    })

    it('does not route again by itself what its owner sent back', async () => {
      const id = await accepted({ category: 'public-safety-lift', text: '电梯按钮坏了' })
      await on.move(id, 'object', { by: by('handler'), input: { reason: '这一处归物业维修' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'routing', ownerTeam: null, ownerUnit: null, participants: '' })
      expect(await on.shares(id)).toEqual([])
      expect((await on.lastEvent(id)).action).toBe('object')
    })

    it.each([
      ['reject', { reason: '不归街道', responsible: '供电单位 95598', reply: '请联系供电单位' }, 'rejected'],
      ['handOver', { reason: '转给主管部门', responsible: '市场监管 12315' }, 'handedOver'],
    ])('%s archives with an outcome and who is responsible instead', async (action, input, outcome) => {
      const { matter } = await on.create()
      await on.move(matter.id, action, { by: by('intake'), input })
      expect(await on.fresh(matter.id)).toMatchObject({ step: 'archive', open: false, outcome })
      const texts = await findRows({ payload: portal.payload }, SLUG.texts, { where: { and: [{ matter: { equals: matter.id } }, { kind: { equals: 'responsible' } }] } })
      expect(texts.map(({ text }) => text)).toEqual([input.responsible])
      expect(await on.clock(matter.id, 'resolve')).toMatchObject({ state: 'met', nextAt: null })
    })

    it('is taken back by its reporter', async () => {
      const { matter } = await on.create()
      await on.move(matter.id, 'withdraw', { by: reporter })
      expect(await on.fresh(matter.id)).toMatchObject({ open: false, outcome: 'withdrawn' })
    })
  })

  describe('coordination', () => {
    const together = async (): Promise<string> => {
      const id = await accepted({ category: 'security-patrol' })
      const parties = [{ team: model.teams.byCode.get('assistants')?.id, note: '看护现场', dueAt: at + 3 * DAY }, { person: second.id, note: '联系产权单位' }]
      await on.move(id, 'coordinate', { by: by('dispatcher'), input: { lead: { team: TEAM() }, parties } })
      return id
    }

    it('gives each a part and a deadline, goes up a level, and comes to an agreement', async () => {
      const id = await together()
      expect((await on.shares(id)).map(({ role, note }) => [role, note ?? null])).toEqual([['lead', null], ['party', '看护现场'], ['party', '联系产权单位']])
      const before = await on.fresh(id)
      await on.move(id, 'escalate', { by: by('coordinator'), input: { reason: '费用谈不拢' } })
      const above = model.units.byId.get(before.ownerUnit ?? '')?.parent
      expect(await on.fresh(id)).toMatchObject({ step: 'coordination', ownerUnit: above, ownerTeam: null })
      await on.move(id, 'agree', { by: by('coordinator'), input: { parties: [{ person: second.id, note: '联系产权单位' }] } })
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', participants: `|u:${above}|p:${second.id}|` })
      expect(await on.shares(id)).toHaveLength(2)
    })

    it('needs at least two', async () => {
      const id = await together()
      for (const share of (await on.shares(id)).filter(({ role }) => role === 'party')) {
        await on.act(id, 'endParty', { by: by('dispatcher'), input: { party: share.team ? { team: share.team } : { person: share.person } } })
      }
      expect((await refusal(on.move(id, 'agree', { by: by('coordinator') }))).detail).toMatchObject({ guard: 'hasParties' })
    })
  })

  describe('handling', () => {
    it('belongs to the owner alone', async () => {
      const id = await handled()
      expect((await refusal(on.move(id, 'done', { by: by('mediator'), input: { outcome: 'solved', reply: '好了' } }))).detail).toMatchObject({ guard: 'isOwner' })
      await on.act(id, 'claim', { by: by('handler') })
      expect((await refusal(on.act(id, 'claim', { by: second.acting }))).detail).toMatchObject({ guard: 'hasPerson' })
      expect(await on.shares(id)).toMatchObject([{ role: 'lead', person: people.as('handler').id, team: TEAM() }])
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
      expect(workingMinutesBetween(due, Date.parse(after.dueAt ?? ''), model.calendar)).toBe(300)
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
      expect(workingMinutesBetween(due, extended, model.calendar)).toBe(840)
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
      const category = model.categories.byCode.get('public-safety-lift')
      await on.act(id, 'correct', { by: by('dispatcher'), input: { category: category?.id, reason: '是电梯的事' } })
      const { limit, dueAt, limitVersion } = await on.clock(id, 'resolve')
      expect([limit.code, limitVersion]).toEqual(['resolve-public-safety', model.limits?.version])
      const received = Date.parse((await on.fresh(id)).receivedAt)
      expect(workingMinutesBetween(received, Date.parse(dueAt ?? ''), model.calendar)).toBe(3 * 420)
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
      const id = await done({}, second.acting)
      expect((await refusal(on.move(id, 'verify', { by: second.acting, input: { reason: '自己看过' } }))).code).toBe('verifierHandled')
      expect((await refusal(on.move(id, 'notSolved', { by: second.acting, input: { reason: '自己看过' } }))).code).toBe('verifierHandled')
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

  describe('archive', () => {
    it('schedules the erasure of contact details, and a reopening takes it back', async () => {
      const id = await archived({ contact: { phone: '13700137000' } })
      const eraseAfter = async () => (await findRow({ payload: portal.payload }, SLUG.contacts, { where: { matter: { equals: id } } }))?.eraseAfter ?? null
      expect(await eraseAfter()).toBe(new Date(at + 90 * DAY).toISOString())
      expect(await on.fresh(id)).toMatchObject({ reopenUntil: new Date(at + 30 * DAY).toISOString(), archivedAt: new Date(at).toISOString() })
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
      expect((await refusal(on.act(id, 'assignParty', { by: by('dispatcher'), input: { party: { team: TEAM() } } }))).detail).toMatchObject({ guard: 'archived' })
      expect(await on.fresh(id)).toMatchObject({ rating: 2, open: false })
    })

    it('erases contact details when their time is over, once', async () => {
      const id = await archived({ contact: { phone: '13600136000', name: '李先生' } })
      later(89 * 24 * 60)
      await afterRetention(portal.payload)
      const contact = () => findRow({ payload: portal.payload }, SLUG.contacts, { where: { matter: { equals: id } } })
      expect((await contact())?.keyId).toBeTruthy()
      later(2 * 24 * 60)
      await afterRetention(portal.payload)
      expect([(await contact())?.cipher ?? null, (await contact())?.masked ?? null, (await contact())?.keyId ?? null]).toEqual([null, null, null])
      const { erasedAt } = (await contact()) ?? {}
      later(60)
      expect(await afterRetention(portal.payload)).toBe(0)
      expect((await contact())?.erasedAt).toBe(erasedAt)
      expect(await on.fresh(id)).toMatchObject({ hasContact: false })
    })
  })

  describe("the reporter's silence", () => {
    it('closes a verified matter after the days announced, not before, and can be reopened', async () => {
      const id = await verified()
      expect(await on.fresh(id)).toMatchObject({ step: 'confirm', silenceAt: new Date(at + 10 * DAY).toISOString() })
      at += 10 * DAY - 1000
      await closeSilent(portal.payload)
      expect(await on.fresh(id)).toMatchObject({ step: 'confirm', open: true })
      at += 1000
      await closeSilent(portal.payload)
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
      expect(JSON.stringify(detail)).not.toContain(people.as('intake').username)
    })

    it('notices that somebody else wrote, even where the step is the same', async () => {
      const id = await handled()
      const { revision } = await on.fresh(id)
      await on.act(id, 'tag', { by: by('dispatcher'), input: { tags: [model.tags.all[0]?.id] } })
      expect((await refusal(on.act(id, 'note', { by: by('handler'), input: { text: '备注' }, revision }))).code).toBe('conflict')
    })
  })

  it.runIf(jamOutbox)('knows no half matters: what fails inside leaves nothing', async () => {
    const { payload } = portal
    const id = await handled()
    const before = await snapshot(payload)
    // The outbox is written last: everything else stands in the transaction by then.
    const free = await jamOutbox?.(portal)
    const attempts = [
      () => on.create({ contact: { phone: '13500135000' } }),
      () => on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '修好了' } }),
      () => on.act(id, 'split', { by: by('handler'), input: { text: '分出一部分' } }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow()
    await free?.()
    expect(await snapshot(payload)).toEqual(before)
    await on.move(id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '修好了' } })
  })

  it('notices when a history was touched', async () => {
    const { matter } = await on.create()
    const event = await on.lastEvent(matter.id)
    expect(await bookFaults(portal.payload, MONDAY + 400 * DAY)).toEqual([])
    await updateRowIf({ payload: portal.payload }, SLUG.events, { id: { equals: event.id } }, { actorName: '别人' })
    expect(await bookFaults(portal.payload, MONDAY + 400 * DAY)).toEqual([`${matter.number}: event 1 was changed`])
    await updateRowIf({ payload: portal.payload }, SLUG.events, { id: { equals: event.id } }, { actorName: event.actorName ?? null })
  })

  it('leaves its books in order', async () => {
    expect(await bookFaults(portal.payload, MONDAY + 400 * DAY)).toEqual([])
  })
}
