import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRows, insertRows } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import { conditionSays } from '@/domain/routing/describe'
import type { RoutingRule, RoutingSet } from '@/domain/routing/types'
import { deskOf, type Desk } from '@/services/desk/desk'
import { decideRouting } from '@/services/matters/autoRoute'
import { directoryOf } from '@/services/matters/directory'
import type { MatterRow } from '@/services/matters/row'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { routingEditor } from '@/services/studio/routing/editor'
import { replayRecent, type ReplayAnswer } from '@/services/studio/routing/replay'
import type { TryAnswer } from '@/services/studio/routing/tryOut'
import { SLUG } from '@/slugs'
import { driver } from '../helpers/matters'
import { addPerson, PASSWORD } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let set: RoutingSet
const made: string[] = []
const PRESET = 'preset'

/** The owner changes structure and sees no matters; the reader sees both; the handler sees matters only. */
const PEOPLE = { planner: ['owner'], reader: ['owner', 'dispatcher'], worker: ['handler'] } as const
type Who = keyof typeof PEOPLE
const ids = new Map<Who, string>()
const tokens = new Map<Who, string>()

const addPeople = async (): Promise<void> => {
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const duties = who === 'worker' ? [{ team: 'professional', post: 'responder' }, { team: 'volunteers' }, { post: 'gridOfficer', units: ['jw-01-01'] }] : []
    ids.set(who, (await addPerson(portal.payload, { username: `studio-${who}`, roles: PEOPLE[who].map((role) => ({ role })), duties })).id)
    const { token } = await portal.payload.login({ collection: SLUG.users, data: { username: `studio-${who}`, password: PASSWORD } })
    tokens.set(who, token ?? '')
  }
}

const deskFor = async (who: Who): Promise<Desk> => {
  const id = ids.get(who) ?? ''
  const user = await portal.payload.findByID({ collection: SLUG.users, id, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id, office: String(user.office), name: user.name, username: user.username }, lang: 'zh' })
}

beforeAll(async () => {
  portal = await openPortal()
  await addPeople()
  forgetOfficeModel()
  set = (await needModel(portal.payload)).routing?.definition as RoutingSet
  const on = driver(() => portal.payload)
  const categories = ['environment-noise', 'environment-building', 'security-patrol', 'public-safety-road']
  for (const [at, category] of categories.entries()) made.push((await on.create({ category, unit: 'jw-01-01', text: `楼下的第 ${at} 件事`})).matter.id)
}, 60_000)
afterAll(() => portal.close())

const ROUTES = {
  try: () => import('@/app/(studio)/admin/structure/api/routing/try/route'),
  replay: () => import('@/app/(studio)/admin/structure/api/routing/replay/route'),
}
const ask = async <T>(door: keyof typeof ROUTES, body: unknown, by: Who | null = 'planner', headers: Record<string, string> = {}) => {
  const request = new Request(`http://localhost/admin/structure/api/routing/${door}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', host: 'localhost', ...(by ? { authorization: `JWT ${tokens.get(by)}` } : {}), ...headers },
  })
  const response = await (await ROUTES[door]()).POST(request, { params: Promise.resolve({}) })
  return { status: response.status, data: (await response.json()) as T & { error?: { code: string; detail: Record<string, unknown>; fields: { field: string }[] } } }
}

const rule = (code: string, more: Partial<RoutingRule> = {}): RoutingRule => ({ code, name: { zh: `规则 ${code}` }, on: true, match: 'all', conditions: [], result: { kind: 'team', team: 'professional' }, mode: 'trusted', ...more })
const withRules = (...rules: RoutingRule[]): RoutingSet => ({ ...set, rules })

describe('trying a matter', () => {
  const NIGHT = rule('night', { conditions: [{ field: 'category', op: 'within', codes: ['environment'] }, { field: 'timeOfDay', op: 'between', from: '20:00', to: '07:00' }] })
  const rules = () => withRules(rule('off', { on: false }), rule('nobody', { result: { kind: 'team', team: 'lawyers' } }), NIGHT, rule('rest', { result: { kind: 'unitPost', post: 'gridOfficer' } }))

  it('says of every rule whether it fits and why, and marks the first', async () => {
    const { status, data } = await ask<TryAnswer>('try', { definition: rules(), text: '烧烤摊油烟很大', category: 'environment-fumes', unit: 'jw-01-01', at: '2026-11-20T22:40' })
    expect(status).toBe(200)
    expect(data.verdicts.map(({ code, number, outcome }) => `${number} ${code} ${outcome}`)).toEqual(['1 off off', '2 nobody skipped', '3 night first', '4 rest later'])
    expect(data.verdicts[1]?.why).toContain('没有成员')
    expect(data.verdicts[2]?.why).toContain('夜间')
    expect(data).toMatchObject({ mode: 'trusted', who: expect.stringContaining('专业力量') as string })
  })

  it('takes the time as the office’s own', async () => {
    const outcome = async (at: string) => (await ask<TryAnswer>('try', { definition: rules(), text: '烧烤', category: 'environment-fumes', at })).data.verdicts[2]?.outcome
    expect([await outcome('2026-11-20T20:00'), await outcome('2026-11-20T19:59'), await outcome('2026-11-20T06:59'), await outcome('2026-11-20T07:00')]).toEqual(['first', 'notMatched', 'first', 'notMatched'])
  })

  it('judges the category by the text where none is given, and says by which words', async () => {
    const { data } = await ask<TryAnswer>('try', { definition: rules(), text: '半夜施工噪声太大' })
    expect(data.category?.byText).toContain('噪声')
    expect((await ask<TryAnswer>('try', { definition: rules(), text: '嗯' })).data.category).toBeUndefined()
  })

  it('looks at type, source, severity and answers that are made up', async () => {
    const asked = withRules(
      rule('type', { conditions: [{ field: 'matterType', op: 'isOneOf', codes: ['patrol'] }] }), rule('source', { conditions: [{ field: 'source', op: 'isOneOf', codes: ['hotline'] }] }),
      rule('grave', { conditions: [{ field: 'severity', op: 'atLeast', value: 4 }] }), rule('answer', { conditions: [{ field: 'answer', question: 'danger', op: 'is', value: 'yes' }] }),
    )
    const first = async (facts: Record<string, unknown>) => (await ask<TryAnswer>('try', { definition: asked, text: '嗯', ...facts })).data.verdicts.find(({ outcome }) => outcome === 'first')?.code
    expect([await first({}), await first({ type: 'patrol' }), await first({ source: 'hotline' }), await first({ severity: 4 }), await first({ answers: { danger: 'yes' } })]).toEqual([undefined, 'type', 'source', 'grave', 'answer'])
  })

  it.each([
    { why: 'a unit that is not there', body: { unit: 'nosuch' }, field: 'unit' }, { why: 'a category that is not there', body: { category: 'nosuch' }, field: 'category' },
    { why: 'a moment that is none', body: { at: '昨天' }, field: 'at' }, { why: 'a text that is none', body: { text: { $ne: '' } }, field: 'text' },
  ])('refuses $why', async ({ body, field }) => {
    const { status, data } = await ask('try', { definition: set, ...body })
    expect(status).toBe(400)
    expect(data.error?.fields[0]?.field).toBe(field)
  })

  it('says which rule is not complete yet', async () => {
    const { status, data } = await ask('try', { definition: withRules(rule('a'), rule('b', { result: { kind: 'team', team: '' } })), text: '嗯' })
    expect(status).toBe(400)
    expect(data.error?.detail.said).toEqual([{ path: '/rules/1', text: '第 2 条还没填完' }])
  })

  it('saves nothing', async () => {
    const count = async () => (await findRows(portal, SLUG.matters)).length + (await findRows(portal, SLUG.events)).length + (await findRows(portal, SLUG.outbox)).length
    const before = await count()
    await ask('try', { definition: set, text: '烧烤' })
    await ask('replay', { definition: set })
    expect(await count()).toBe(before)
  })
})

describe('what would have happened', () => {
  const take = (): RoutingSet => withRules(rule('all', { result: { kind: 'team', team: 'volunteers' }, conditions: [{ field: 'category', op: 'within', codes: ['environment'] }] }), ...set.rules)

  it('says that unchanged rules change nothing', async () => {
    const { data } = await ask<ReplayAnswer>('replay', { definition: set })
    expect(data).toMatchObject({ total: 4, moved: 0, same: 4, rows: [] })
    expect(data.some).toBeUndefined()
  })

  it('agrees with the engine that routed them, and names only what the person may see', async () => {
    const model = await needModel(portal.payload)
    const replay = await replayRecent(await deskFor('reader'), take())
    expect(replay).toMatchObject({ total: 4, moved: 2, same: 2, hits: { all: 2 } })
    const rows = (await findRows(portal, SLUG.matters)) as MatterRow[]
    const numbers = rows.filter(({ categoryPath }) => categoryPath.startsWith(model.categories.byCode.get('environment')!.path)).map(({ number }) => number).sort()
    expect(replay.rows.flatMap(({ examples }) => examples.map(({ number }) => number)).sort()).toEqual(numbers)
    for (const { from, to, why } of replay.rows) expect([from, to, why].every((words) => words.length > 0)).toBe(true)
    expect(replay.rows[0]?.to).toBe(model.teams.byCode.get('volunteers')?.name.zh)
    expect(replay.rows.every(({ examples }) => examples.every(({ href }) => /^\/desk\/matters\/.+/.test(href)))).toBe(true)
    const building = rows.find(({ category }) => category === model.categories.byCode.get('environment-building')?.id)!
    expect(replay.rows.map(({ why }) => why).join()).toContain(model.routing!.definition.rules.find(({ code }) => code === decideRouting(model, building).ruleCode)!.name.zh)
    const { data } = await ask<ReplayAnswer>('replay', { definition: take() })
    expect(data.moved).toBe(2)
    expect(data.rows.flatMap(({ examples }) => examples)).toEqual([])
  })

  it('leaves confidential matters out for those who may not see them', async () => {
    const rows = await findRows(portal, SLUG.matters)
    await portal.payload.db.updateOne({ collection: SLUG.matters, id: made[0]!, data: { ...rows.find(({ id }) => id === made[0])!, confidentiality: 'restricted' } })
    const { data } = await ask<ReplayAnswer>('replay', { definition: withRules(rule('spy', { conditions: [{ field: 'text', op: 'containsAny', words: ['第 0 件'] }] })) })
    expect(data).toMatchObject({ total: 3, some: true })
    expect(data.hits).toEqual({})
    await portal.payload.db.updateOne({ collection: SLUG.matters, id: made[0]!, data: { ...rows.find(({ id }) => id === made[0])!, confidentiality: 'normal' } })
  })

  it('takes the last five hundred of more', { timeout: 30_000 }, async () => {
    const [like] = await findRows(portal, SLUG.matters, { where: { id: { equals: made[1]! } } })
    const copies = Array.from({ length: 520 }, (_, at) => ({ ...like!, id: undefined, number: `${PRESET}-${at}`, receiptCode: `${PRESET}-${at}`, idempotencyKey: `${PRESET}-${at}`, receivedAt: new Date(Date.parse(like!.receivedAt) + at * 60_000).toISOString() }))
    await insertRows(portal, SLUG.matters, copies)
    const desk = await deskFor('reader')
    const replay = await replayRecent(desk, take())
    expect(replay).toMatchObject({ total: 500, moved: 500 })
    expect(replay.rows[0]?.examples).toHaveLength(500)
  })
})

describe('the doors', () => {
  it.each(['try', 'replay'] as const)('%s asks for the right and for a request of this site', async (door) => {
    expect((await ask(door, { definition: set }, 'worker')).status).toBe(403)
    expect((await ask(door, { definition: set }, null)).status).toBe(401)
    expect((await ask(door, { definition: set }, 'planner', { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await ask(door, { definition: { rules: 'all' } })).status).toBe(400)
  })
})

describe('the editor', () => {
  it('opens with the set in force, its checks, and everything that a rule can speak of', async () => {
    const view = await routingEditor(await deskFor('reader'))
    const model = await needModel(portal.payload)
    expect(view.draft).toMatchObject({ kind: 'routing', changed: false, current: { number: 1 } })
    expect(view.choices.units).toHaveLength(model.units.all.length)
    expect(view.choices.categories).toHaveLength(model.categories.all.length)
    expect(view.choices.teams.find(({ code }) => code === 'professional')).toMatchObject({ active: true, members: 1 })
    expect(view.choices.questions.find(({ code }) => code === 'danger')?.options?.length).toBeGreaterThan(1)
    expect(view.draft?.issues.some(({ code, params }) => code === 'emptyTeam' && params?.value === model.teams.byCode.get('lawyers')?.name.zh)).toBe(true)
    await expect(routingEditor(await deskFor('reader'), 'nosuch')).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('what rules say of answers', () => {
  it('is said in the words of the form that asked', async () => {
    const model = await needModel(portal.payload)
    const asked = model.forms.all.flatMap(({ definition }) => (definition as FormDef).pages).flatMap(({ questions }) => questions)
    const question = asked.find(({ kind, key }) => kind === 'choice' && asked.filter((each) => each.key === key).length === 1)!
    const option = question.options![0]!
    const condition = { field: 'answer', question: question.key, op: 'is', value: option.code } as const
    expect(conditionSays(condition, directoryOf(model)).zh).toBe(`「${question.label.zh}」答「${option.label.zh}」`)
  })
})
