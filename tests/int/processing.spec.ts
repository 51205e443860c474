import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collected } from '@/components/site/info/collected'
import { findRow, insertRow, updateRowIf } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import { activitiesOf, COLLECTIONS_OF } from '@/services/processing/activities'
import { keepPrivacyVersion, privacyVersion } from '@/services/processing/versions'
import { privacyFacts } from '@/services/site/content/privacy'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

/** What the office is made of and says in public: nobody's data. A new collection is either here, with a reason, or answered for by an activity. */
const IMPERSONAL = [
  'service-items', 'life-events', 'service-counters', 'booking-days',
  'grid-levels', 'grid-units', 'risk-categories', 'matter-types', 'forms', 'workflows', 'limit-sets', 'routing-sets', 'calendar-days', 'registers', 'routines', 'sources', 'definition-versions', 'standard-replies', 'tags',
  'teams', 'posts', 'rule-documents', 'notice-columns', 'notices', 'pages', 'offices', 'roles', 'counters', 'webhooks', 'typo-words',
]

let portal: TestPortal
const model = () => needModel(portal.payload)
beforeAll(async () => { portal = await openPortal() })
afterAll(() => portal.close())

describe('the register of processing', () => {
  it('answers for every collection that is not named as impersonal', () => {
    const slugs = portal.payload.config.collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))
    const answered = Object.values(COLLECTIONS_OF).flat()
    expect(slugs.filter((slug) => !answered.includes(slug) && !IMPERSONAL.includes(slug))).toEqual([])
    expect(answered.filter((slug) => IMPERSONAL.includes(slug))).toEqual([])
  })

  it('names every question of every matter type and register, its purpose and its own days; the public page shows the same', async () => {
    const { types, forms } = await model()
    const type = types.all.find(({ listed }) => listed)!
    const form = forms.byId.get(type.form)!
    const { id: _id, ...version } = (await findRow({ payload: portal.payload }, SLUG.definitions, { where: { id: { equals: form.current } } }))!
    const def = version.definition as FormDef
    const asked = { key: 'shoeSize', kind: 'text' as const, label: { zh: '鞋码', en: 'Shoe size' }, purpose: { zh: '发雨靴', en: 'Boots' }, retentionDays: 10 }
    const id = await insertRow({ payload: portal.payload }, SLUG.definitions, { ...version, number: version.number + 1, definition: { ...def, pages: [...def.pages, { code: 'more', title: { zh: '更多' }, questions: [asked] }] } } as never)
    const { number: before } = (await keepPrivacyVersion(portal.payload, (await model()).office.id), (await privacyVersion(portal.payload, await model()))!)
    await updateRowIf({ payload: portal.payload }, SLUG.forms, { id: { equals: form.id } }, { current: id, currentNumber: version.number + 1 })
    forgetOfficeModel()
    const activity = (await activitiesOf(portal.payload, await model())).find(({ key }) => key === `type:${type.code}`)
    expect(activity?.asked).toContainEqual({ key: 'shoeSize', label: asked.label, purpose: asked.purpose, required: false, days: 10 })
    expect(JSON.stringify((await privacyFacts(portal.payload, await model(), 'zh')).asked)).toContain('鞋码')
    expect(await keepPrivacyVersion(portal.payload, (await model()).office.id)).toBe(true)
    const version2 = (await privacyVersion(portal.payload, await model()))!
    expect(version2.number).toBe(before + 1)
    expect(version2.changed.map(({ key, how }) => [key, how])).toContainEqual([`type:${type.code}`, 'changed'])
    expect(await keepPrivacyVersion(portal.payload, (await model()).office.id)).toBe(false)
  })

  it('says one thing of one log, and of all matters together no more than each type says', async () => {
    const facts = await privacyFacts(portal.payload, await model(), 'zh')
    expect(facts.activities.find(({ key }) => key === 'log')?.period).toContain(String(facts.logDays))
    expect(collected('zh', { ...facts, cookies: [], rights: [] }).find(({ what }) => what === facts.activities.find(({ key }) => key === 'log')?.name)?.keeps).toContain(String(facts.logDays))
    expect(facts.retention.length).toBeGreaterThan(0)
    expect(facts.activities.find(({ key }) => key === 'report')?.period).toContain('按事项类型')
  })

  it('follows the settings: days of types, of the office, and what the office wrote beside', async () => {
    const { office, types } = await model()
    const type = types.all.find(({ listed }) => listed)!
    await portal.payload.update({ collection: SLUG.types, id: type.id, data: { retentionDays: 777, retentionMode: 'delete', contactRetentionDays: 33 }, overrideAccess: true, depth: 0 })
    await portal.payload.update({ collection: SLUG.offices, id: office.id, data: { contactRetentionDays: 44, processing: { contact: { recipients: '除非法院要求。' } } }, overrideAccess: true, depth: 0 })
    const { activities, retention } = await privacyFacts(portal.payload, await model(), 'zh')
    expect(activities.find(({ key }) => key === `type:${type.code}`)?.period).toContain('777')
    expect(retention).toContainEqual({ matterType: type.name.zh, days: 777, then: 'delete' })
    expect(activities.find(({ key }) => key === 'contact')).toMatchObject({ recipients: expect.stringContaining('除非法院要求') as unknown })
    expect(activities.map(({ key }) => key)).not.toContain('staff')
    for (const each of activities) for (const part of Object.values(each)) expect(part).not.toMatch(/^$|processing\./)
  })
})
