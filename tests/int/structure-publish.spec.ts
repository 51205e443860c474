import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import type { LimitSet } from '@/domain/clocks/types'
import type { RoutingSet } from '@/domain/routing/types'
import type { WorkflowDef } from '@/domain/workflow/types'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { rest, rolePeople, type RolePerson } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

type DraftSlug = typeof SLUG.routing | typeof SLUG.limits | typeof SLUG.workflows | typeof SLUG.forms
type Draft = { id: string; definition: unknown; currentNumber?: number | null }

let portal: TestPortal
let owner: RolePerson | undefined
let stranger: RolePerson | undefined
const kept = new Map<DraftSlug, Draft>()

beforeAll(async () => {
  portal = await openPortal()
  const people = await rolePeople(portal.payload)
  owner = people.find(({ permissions }) => permissions.includes('structure.publish'))
  stranger = people.find(({ permissions }) => !permissions.some((permission) => permission.startsWith('structure.')))
  for (const slug of [SLUG.routing, SLUG.limits, SLUG.workflows, SLUG.forms] as const) kept.set(slug, (await findRow(portal, slug, { sort: 'id' })) as Draft)
})
afterAll(() => portal.close())

const idOf = (slug: DraftSlug): string => kept.get(slug)?.id ?? ''
const definition = <T>(slug: DraftSlug): T => structuredClone(kept.get(slug)?.definition) as T
const ask = (method: string, path: string, body?: unknown, token = owner?.token) => rest({ config: portal.payload.config, method, path, token, body, headers: { 'accept-language': 'zh' } })
const save = (slug: DraftSlug, draft: unknown) => ask('PATCH', `/${slug}/${idOf(slug)}`, { definition: draft })
const publish = (slug: DraftSlug, body: unknown = { reason: '按新的制度改' }, token = owner?.token) => ask('POST', `/${slug}/${idOf(slug)}/publish`, body, token)
const check = (slug: DraftSlug, token = owner?.token) => ask('GET', `/${slug}/${idOf(slug)}/check`, undefined, token)
const versions = async (): Promise<number> => (await findRows(portal, SLUG.definitions)).length

/** Each spoils a draft in a way its shape allows. */
const SPOILED: { why: string; slug: DraftSlug; says: string; draft: () => unknown }[] = [
  { why: 'a rule to a team that is not there', slug: SLUG.routing, says: '/rules/0/result：没有“nosuch”', draft: () => {
    const set = definition<RoutingSet>(SLUG.routing)
    return { ...set, rules: set.rules.map((rule, at) => (at === 0 ? { ...rule, result: { kind: 'team', team: 'nosuch' } } : rule)) }
  } },
  { why: 'a limit of a category that is not there', slug: SLUG.limits, says: '没有代码为“nosuch”的类别', draft: () => {
    const set = definition<LimitSet>(SLUG.limits)
    return { ...set, limits: [...set.limits, { ...set.limits[0], code: 'extra', category: 'nosuch' }] }
  } },
  { why: 'a clause that is not there', slug: SLUG.workflows, says: '没有代码为“nosuch#1”的条款', draft: () => {
    const flow = definition<WorkflowDef>(SLUG.workflows)
    return { ...flow, transitions: flow.transitions.map((each, at) => (at === 0 ? { ...each, cites: 'nosuch#1' } : each)) }
  } },
  { why: 'handlers who close their own work', slug: SLUG.workflows, says: '不是经办人', draft: () => {
    const flow = definition<WorkflowDef>(SLUG.workflows)
    return { ...flow, transitions: flow.transitions.map((each) => ({ ...each, guards: each.guards.filter((guard) => guard !== 'notHandler') })) }
  } },
]

describe('publishing', () => {
  it.each(SPOILED)('refuses $why, and the draft is kept and says so', async ({ slug, says, draft }) => {
    const [before, number] = [await versions(), kept.get(slug)?.currentNumber]
    const saved = await save(slug, draft())
    expect(saved.status, saved.text).toBe(200)
    const { status, text } = await publish(slug)
    expect(status, text).toBe(400)
    expect(text).toContain(says)
    expect((await check(slug)).text).toContain(says)
    expect(await versions()).toBe(before)
    expect(await findRow(portal, slug, { where: { id: { equals: idOf(slug) } } })).toMatchObject({ currentNumber: number })
    expect((await save(slug, definition(slug))).status).toBe(200)
  })

  it('asks why, and keeps the reason with the version, the change and the audit', async () => {
    const set = definition<RoutingSet>(SLUG.routing)
    expect((await save(SLUG.routing, { ...set, rules: set.rules.map((rule, at) => ({ ...rule, on: at > 0 })) })).status).toBe(200)
    for (const body of [{}, { reason: '   ' }, { reason: 7 }]) {
      const refused = await publish(SLUG.routing, body)
      expect(refused.status).toBe(400)
      expect(refused.text).toContain('"field":"reason"')
    }
    const told = await publish(SLUG.routing, { reason: '第一条先停用' })
    expect(told.status, told.text).toBe(200)
    expect(told.body).toMatchObject({ published: true, number: 2 })
    expect(Array.isArray(told.body.warnings)).toBe(true)
    expect(await findRow(portal, SLUG.definitions, { where: { reason: { equals: '第一条先停用' } } })).toMatchObject({ number: 2, kind: 'routing' })
    expect(await findRow(portal, SLUG.changes, { where: { reason: { equals: '第一条先停用' } } })).toMatchObject({ table: SLUG.routing, target: idOf(SLUG.routing) })
    expect((await needModel(portal.payload)).routing?.number).toBe(2)
  })

  it('warns of what is doubtful and publishes it', async () => {
    const set = definition<RoutingSet>(SLUG.routing)
    // Nobody is in any team of the preset yet.
    expect((await save(SLUG.routing, { ...set, rules: set.rules.map((rule) => ({ ...rule, result: { kind: 'team', team: 'harmony' } })) })).status).toBe(200)
    const told = await publish(SLUG.routing)
    expect(told.status, told.text).toBe(200)
    expect(told.text).toContain('没有人或已停用')
  })

  it('what has not the shape of a definition is not even kept', async () => {
    const refused = await save(SLUG.routing, { code: 'x', rules: 'all' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('"path":"definition"')
    expect(refused.text).toContain('/rules')
  })

  it('is checked for those who see structure, and for nobody else', async () => {
    expect((await check(SLUG.routing, stranger?.token ?? '')).status).toBe(403)
    expect((await check(SLUG.routing, '')).status).toBe(401)
    expect((await publish(SLUG.routing, undefined, stranger?.token ?? '')).status).toBe(403)
  })
})
