import type { CollectionSlug, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/db/ids'
import { countRows, deleteRows, findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { plainType } from '@/services/matters/createInput'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { relationsTo } from '@/services/structure/uses/relations'
import { SLUG, type Slug } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { graphql, rest, rolePeople, type RolePerson } from '../helpers/doors'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let owner: RolePerson
let editor: RolePerson
let office = ''
const on = driver(() => portal.payload)

beforeAll(async () => {
  portal = await openPortal()
  const people = await rolePeople(portal.payload)
  const holder = (permission: string) => people.find(({ permissions }) => permissions.includes(permission)) as RolePerson
  owner = holder('structure.edit')
  editor = holder('content.edit')
  office = (await needModel(portal.payload)).office.id
})
afterAll(() => portal.close())

const rows = () => ({ payload: portal.payload })
const remove = (path: string, token = owner.token) => rest({ config: portal.payload.config, method: 'DELETE', path, token, headers: { 'accept-language': 'zh' } })
const idOfCode = async (slug: Slug, code: string): Promise<string> => String((await findRow(rows(), slug, { where: { code: { equals: code } } as never }))?.id)

/** Structure that people can delete, and what to fill a row of anything with. */
const STRUCTURE = [SLUG.levels, SLUG.units, SLUG.categories, SLUG.types, SLUG.forms, SLUG.workflows, SLUG.limits, SLUG.routing, SLUG.sources, SLUG.tags, SLUG.teams, SLUG.posts, SLUG.roles, SLUG.rules, SLUG.columns] as const

const fieldsOf = (slug: string): readonly FlattenedField[] => portal.payload.collections[slug as CollectionSlug].config.flattenedFields

const PLAIN: Record<string, (field: FlattenedField) => unknown> = {
  text: () => newId(), textarea: () => 'x', number: () => 1, checkbox: () => true, date: () => new Date().toISOString(), json: () => ({}), richText: () => ({}),
  select: (field) => {
    const [first] = (field as { options: { value: string }[] }).options
    return (field as { hasMany?: boolean }).hasMany ? [first?.value] : first?.value
  },
}

type Filling = { target: string; id: string }

/** A value for one field: whatever stands in the way of storing the row is filled, relations with the target or with any row. */
const valueOf = async (field: FlattenedField, filling: Filling): Promise<unknown> => {
  if (field.type !== 'relationship' && field.type !== 'upload') return PLAIN[field.type]?.(field)
  const to = String(field.relationTo)
  const id = to === filling.target ? filling.id : ((await findRow(rows(), to as CollectionSlug, {}))?.id ?? (await stored(to, filling)))
  return (field as { hasMany?: boolean }).hasMany ? [id] : id
}

const filled = async (fields: readonly FlattenedField[], filling: Filling, only: (name: string) => boolean): Promise<Record<string, unknown>> => {
  const row: Record<string, unknown> = {}
  for (const field of fields) if (field.name !== 'id' && (only(field.name) || ('required' in field && field.required && !('localized' in field && field.localized)))) row[field.name] = await valueOf(field, filling)
  return row
}

const reaches = (fields: readonly FlattenedField[], [name, ...rest]: string[], target: string): boolean => {
  const field = fields.find((each) => each.name === name)
  if (!field) return false
  return rest.length === 0 ? 'relationTo' in field && field.relationTo === target : 'flattenedFields' in field && reaches(field.flattenedFields, rest, target)
}

/** Sets the field at a path of arrays and blocks; everything required around it is filled, too. */
const nested = async (fields: readonly FlattenedField[], path: string[], filling: Filling): Promise<Record<string, unknown>> => {
  const [name = '', ...rest] = path
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return filled(fields, filling, (each) => each === name)
  const around = await filled(fields, filling, () => false)
  if (field.type === 'blocks') {
    const block = field.blocks.find(({ flattenedFields }) => reaches(flattenedFields, rest, filling.target))
    return { ...around, [name]: [{ id: newId(), blockType: block?.slug, ...(await nested(block?.flattenedFields ?? [], rest, filling)) }] }
  }
  return { ...around, [name]: [{ id: newId(), ...(await nested((field as { flattenedFields: FlattenedField[] }).flattenedFields, rest, filling)) }] }
}

async function stored(collection: string, filling: Filling, path = ''): Promise<string> {
  const data = await nested(fieldsOf(collection), path.split('.').filter(Boolean), filling)
  const id = newId()
  await withTransaction(portal.payload, async (req) => {
    await portal.payload.db.create({ collection: collection as CollectionSlug, data: { ...data, id, office, createdAt: new Date().toISOString(), updatedAt: new Date().toISOString() }, req })
  })
  return id
}

/** A row of structure that nothing refers to yet, made by the adapter. */
const unused = (slug: Slug): Promise<string> => stored(slug, { target: '', id: '' })

describe('structure that anything refers to', () => {
  it('is refused through every relation to it, in arrays and blocks too, and goes when the last one is gone', async () => {
    let places = 0
    for (const target of STRUCTURE) {
      for (const collection of Object.keys(portal.payload.collections).filter((slug) => !slug.startsWith('payload-'))) {
        for (const { path } of relationsTo(portal.payload, collection, target)) {
          const id = await unused(target)
          const by = await stored(collection, { target, id }, path)
          const say = `${target} by ${collection}.${path}`
          const refused = await portal.payload.delete({ collection: target, id, overrideAccess: true }).then(() => 200, (error: { status: number }) => error.status)
          // Roles that are given to people have a rule of their own, older than this one.
          expect(refused, say).toBe(target === SLUG.roles && collection === SLUG.grants ? 403 : 409)
          expect(await countRows(rows(), target, { id: { equals: id } }), say).toBe(1)
          await deleteRows(rows(), collection as CollectionSlug, { id: { equals: by } })
          await portal.payload.delete({ collection: target, id, overrideAccess: true })
          expect(await countRows(rows(), target, { id: { equals: id } }), `${say}, after`).toBe(0)
          places += 1
        }
      }
    }
    expect(places).toBeGreaterThan(30)
  }, 120_000)

  it('says where and how many, and what to do instead', async () => {
    await on.create()
    const { status, text } = await remove(`/teams/${await idOfCode(SLUG.teams, 'harmony')}`)
    expect(status, text).toBe(409)
    expect(text).toContain('分流规则（草稿）1 处')
    expect(text).toContain('停用')
    const web = await remove(`/sources/${await idOfCode(SLUG.sources, 'web')}`)
    expect(web.status).toBe(409)
    expect(web.text).toContain('事项（来源）')
  })

  it.each([[SLUG.levels], [SLUG.workflows], [SLUG.forms], [SLUG.limits], [SLUG.routing], [SLUG.types], [SLUG.posts]] as const)('every row of %s that the preset made and uses is kept, with words and no fault', async (slug) => {
    const all = await findRows(rows(), slug)
    const before = all.length
    const tried = async (id: string) => ({ id, ...(await remove(`/${slug}/${id}`)) })
    const answers: Awaited<ReturnType<typeof tried>>[] = []
    // where nothing is atomic, one after the other
    if (isAtomic()) answers.push(...(await Promise.all(all.map(({ id }) => tried(id)))))
    else for (const { id } of all) answers.push(await tried(id))
    for (const { status, text } of answers) expect([200, 409], text).toContain(status)
    expect(await countRows(rows(), slug)).toBe(before - answers.filter(({ status }) => status === 200).length)
    expect(answers.some(({ status }) => status === 409)).toBe(true)
    if (slug !== SLUG.posts && slug !== SLUG.types) expect(answers.every(({ status }) => status === 409)).toBe(true)
  })

  it('is refused in bulk row by row, through GraphQL and through the Local API', async () => {
    const free = await unused(SLUG.teams)
    const used = await idOfCode(SLUG.teams, 'harmony')
    const bulk = await remove(`/teams?where[id][in]=${free},${used}`)
    expect(bulk.text).toContain('停用')
    expect(await findRows(rows(), SLUG.teams, { where: { id: { in: [free, used] } } })).toMatchObject([{ id: used }])
    const query = await graphql({ config: portal.payload.config, token: owner.token, query: `mutation { deleteTeamsItem(id: "${used}") { id } }` })
    expect(query.text).toContain('errors')
    await expect(portal.payload.delete({ collection: SLUG.teams, id: used, overrideAccess: true })).rejects.toMatchObject({ status: 409 })
    await expect(portal.payload.delete({ collection: SLUG.users, id: owner.id, overrideAccess: true })).rejects.toMatchObject({ status: 409 })
    expect(await countRows(rows(), SLUG.teams, { id: { equals: used } })).toBe(1)
  })

  it('a limited grant never comes to reach the whole office', async () => {
    const team = await unused(SLUG.teams)
    const role = (await findRow(rows(), SLUG.roles, { where: { code: { equals: 'handler' } } }))?.id ?? ''
    const grant = await portal.payload.create({ collection: SLUG.grants, overrideAccess: true, data: { office, person: editor.id, role, team, until: '2020-01-01T00:00:00.000Z' } })
    const { status, text } = await remove(`/teams/${team}`)
    expect(status).toBe(409)
    expect(text).toContain('授权（限于队伍）1 处')
    expect(await findRow(rows(), SLUG.grants, { where: { id: { equals: grant.id } } })).toMatchObject({ team })
  })

  it('a code that rules name keeps its name', async () => {
    const rename = await rest({ config: portal.payload.config, method: 'PATCH', path: `/teams/${await idOfCode(SLUG.teams, 'harmony')}`, token: owner.token, body: { code: 'renamed' } })
    expect(rename.status).toBe(400)
    expect(rename.text).toContain('"path":"code"')
    const free = await unused(SLUG.teams)
    expect((await rest({ config: portal.payload.config, method: 'PATCH', path: `/teams/${free}`, token: owner.token, body: { code: 'renamed', name: '新队' } })).status).toBe(200)
  })
})

describe('the type of a report that names none', () => {
  const mark = (id: string, body: object) => rest({ config: portal.payload.config, method: 'PATCH', path: `/matter-types/${id}`, token: owner.token, body })

  it('is the one that is marked, never another that happens to be first', async () => {
    const report = await idOfCode(SLUG.types, 'report')
    expect(plainType(await needModel(portal.payload), 'resident')?.id).toBe(report)
    const second = await mark(await idOfCode(SLUG.types, 'mediation'), { listed: true })
    expect(second.status).toBe(400)
    expect(second.text).toContain('"path":"listed"')
    expect((await mark(report, { active: false })).status).toBe(200)
    forgetOfficeModel()
    expect(plainType(await needModel(portal.payload), 'resident')).toBeUndefined()
    await expect(on.create({ category: undefined })).rejects.toMatchObject({ code: 'notAllowed', detail: { why: 'reportClosed' } })
    expect((await mark(report, { active: true })).status).toBe(200)
  })
})
