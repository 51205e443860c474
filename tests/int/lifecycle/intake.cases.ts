import { describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { decideRouting } from '@/services/matters/autoRoute'
import { decryptContact, type ContactCipher } from '@/services/matters/contact'
import { objectorsIn } from '@/services/matters/objectors'
import { workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { ANSWERS, reporter } from '../../helpers/matters'
import { DAY, refusal, type Scene } from './scene'

/** From the report to whoever has it. */
export const intakeCases = (scene: Scene): void => {
  const { person, payload, model, second, at, by, team, accepted, on, jamOutbox } = scene

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
      const row = await findRow({ payload: payload() }, SLUG.contacts, { where: { matter: { equals: matter.id } } })
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
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', ownerTeam: team(), ownerUnit: model().units.byCode.get('jw-01-01')?.id })
      const [, accept, assign] = await on.events(id)
      expect(accept).toMatchObject({ action: 'accept', actorKind: 'staff', stepFrom: 'intake', stepTo: 'routing' })
      expect(assign).toMatchObject({ action: 'assign', actorKind: 'rule', stepTo: 'handling', ruleVersion: model().routing?.version })
      expect(assign?.reason).toMatchObject({ zh: expect.stringContaining('→'), en: expect.stringContaining('→') })
      expect(await on.clock(id, 'accept')).toMatchObject({ state: 'met' })
    })

    it('only records what other rules propose, and a person decides otherwise, with a reason that is kept', async () => {
      const id = await accepted({ category: 'security-patrol', text: '希望晚上多巡逻几次' })
      expect(await on.fresh(id)).toMatchObject({ step: 'routing', ownerTeam: null })
      expect(await on.lastEvent(id)).toMatchObject({ action: 'routingProposed', kind: 'system', actorKind: 'rule', data: { mode: 'proposed', rule: 'patrol-request' } })
      await on.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team: team() }, reason: '志愿者今天没有排班' } })
      const texts = await findRows({ payload: payload() }, SLUG.texts, { where: { matter: { equals: id } } })
      expect(texts.map(({ text }) => text)).toContain('志愿者今天没有排班')
    })

    it('falls to the lead of the unit, or one level up, where no rule fits', async () => {
      const station = model().units.byCode.get('jw-05')
      const lead = person('gridOfficer').id
      await payload().update({ collection: SLUG.units, id: station?.id ?? '', data: { lead }, overrideAccess: true, depth: 0 })
      const id = await accepted({ category: 'care-elder', unit: 'jw-05-01', answers: { forWhom: 'self', need: ['meals'], urgent: 'week', way: 'phone' } })
      const { data, reason } = await on.lastEvent(id)
      expect(data).toMatchObject({ mode: 'fallback', person: lead, unit: station?.id })
      expect(reason).toMatchObject({ zh: expect.any(String) })
      await payload().update({ collection: SLUG.units, id: station?.id ?? '', data: { lead: null }, overrideAccess: true, depth: 0 })
    })

    it('does not route again by itself what its owner sent back', async () => {
      const id = await accepted({ category: 'public-safety-lift', text: '电梯按钮坏了' })
      await on.move(id, 'object', { by: by('handler'), input: { reason: '这一处归物业维修' } })
      expect(await on.fresh(id)).toMatchObject({ step: 'routing', ownerTeam: null, ownerUnit: null, participants: '' })
      expect(await on.shares(id)).toEqual([])
      expect((await on.lastEvent(id)).action).toBe('object')
    })

    it('is not proposed again to those who objected in this round', async () => {
      const id = await accepted({ category: 'public-safety-lift', text: '电梯按钮坏了' })
      const matter = await on.fresh(id)
      expect(decideRouting(model(), matter).team).toBe(team())
      await on.act(id, 'claim', { by: by('handler') })
      await on.move(id, 'object', { by: by('handler'), input: { reason: '这一处归物业维修' } })
      expect((await on.lastEvent(id)).data).toMatchObject({ former: { team: team(), person: person('handler').id } })
      const workflow = await workflowVersion(payload(), matter.workflowVersion)
      const objectors = objectorsIn(await on.events(id) as unknown as Parameters<typeof objectorsIn>[0], workflow, 1)
      const decision = decideRouting(model(), await on.fresh(id), objectors)
      expect(decision).not.toMatchObject({ team: team() })
      expect(decision.trace.find(({ outcome }) => outcome === 'skipped')?.why.zh).toContain('刚提出')
      expect(objectorsIn(await on.events(id) as unknown as Parameters<typeof objectorsIn>[0], workflow, 2).teams.size).toBe(0)
    })

    it('is corrected by whoever accepts, while it waits to be accepted', async () => {
      const { matter } = await on.create()
      const category = model().categories.byCode.get('dispute')
      await on.act(matter.id, 'correct', { by: by('intake'), input: { category: category?.id, unit: model().units.byCode.get('jw-05-01')?.id, reason: '是邻里纠纷' } })
      expect(await on.fresh(matter.id)).toMatchObject({ category: category?.id, confidentiality: 'restricted', unit: model().units.byCode.get('jw-05-01')?.id })
      await on.move(matter.id, 'accept', { by: by('intake') })
      expect((await refusal(on.act(matter.id, 'correct', { by: by('intake'), input: { category: model().categories.byCode.get('security')?.id, reason: '再改一次' } }))).code).toBe('notAllowed')
    })

    it.each(['dispute', 'mediation'])('restricts what is corrected to the type of %s', async (code) => {
      const { matter } = await on.create()
      const type = model().types.all.find((row) => row.confidentiality === 'restricted')
      const input = code === 'dispute' ? { category: model().categories.byCode.get(code)?.id } : { type: type?.id }
      await on.act(matter.id, 'correct', { by: by('dispatcher'), input: { ...input, reason: '是纠纷' } })
      expect(await on.fresh(matter.id)).toMatchObject({ confidentiality: 'restricted' })
    })

    it.each([
      ['reject', { reason: '不归街道', responsible: '供电单位 95598', reply: '请联系供电单位' }, 'rejected'],
      ['handOver', { reason: '转给主管部门', responsible: '市场监管 12315' }, 'handedOver'],
    ])('%s archives with an outcome and who is responsible instead', async (action, input, outcome) => {
      const { matter } = await on.create()
      await on.move(matter.id, action, { by: by('intake'), input })
      expect(await on.fresh(matter.id)).toMatchObject({ step: 'archive', open: false, outcome })
      const texts = await findRows({ payload: payload() }, SLUG.texts, { where: { and: [{ matter: { equals: matter.id } }, { kind: { equals: 'responsible' } }] } })
      expect(texts.map(({ text }) => text)).toEqual([input.responsible])
      expect(await on.clock(matter.id, 'resolve')).toMatchObject({ state: 'ended', nextAt: null })
      expect([(await on.clock(matter.id, 'accept')).state, (await on.clock(matter.id, 'firstReply')).state]).toEqual(['met', 'met'])
    })

    it('is taken back by its reporter', async () => {
      const { matter } = await on.create()
      await on.move(matter.id, 'withdraw', { by: reporter })
      expect(await on.fresh(matter.id)).toMatchObject({ open: false, outcome: 'withdrawn' })
      for (const clock of ['accept', 'firstReply', 'resolve']) expect((await on.clock(matter.id, clock)).state, clock).toBe('ended')
      expect((await refusal(on.move(matter.id, 'rate', { by: reporter, input: { rating: 5 } }))).detail).toMatchObject({ guard: 'verified' })
    })
  })

  describe('coordination', () => {
    const together = async (): Promise<string> => {
      const id = await accepted({ category: 'security-patrol' })
      const parties = [{ team: model().teams.byCode.get('assistants')?.id, note: '看护现场', dueAt: at() + 3 * DAY }, { person: second().id, note: '联系产权单位' }]
      await on.move(id, 'coordinate', { by: by('dispatcher'), input: { lead: { team: team() }, parties } })
      return id
    }

    it('gives each a part and a deadline, goes up a level, and comes to an agreement', async () => {
      const id = await together()
      expect((await on.shares(id)).map(({ role, note }) => [role, note ?? null])).toEqual([['lead', null], ['party', '看护现场'], ['party', '联系产权单位']])
      const before = await on.fresh(id)
      await on.move(id, 'escalate', { by: by('coordinator'), input: { reason: '费用谈不拢' } })
      const above = model().units.byId.get(before.ownerUnit ?? '')?.parent
      expect(await on.fresh(id)).toMatchObject({ step: 'coordination', ownerUnit: above, ownerTeam: null })
      await on.move(id, 'agree', { by: by('coordinator'), input: { parties: [{ person: second().id, note: '联系产权单位' }] } })
      expect(await on.fresh(id)).toMatchObject({ step: 'handling', participants: `|u:${above}|p:${second().id}|` })
      expect(await on.shares(id)).toHaveLength(2)
    })

    it('needs at least two', async () => {
      const id = await together()
      for (const share of (await on.shares(id)).filter(({ role }) => role === 'party')) {
        await on.act(id, 'endParty', { by: by('dispatcher'), input: { party: share.team ? { team: share.team } : { person: share.person }, reason: '这一方不用来了' } })
      }
      expect((await refusal(on.move(id, 'agree', { by: by('coordinator') }))).detail).toMatchObject({ guard: 'hasParties' })
    })
  })
}
