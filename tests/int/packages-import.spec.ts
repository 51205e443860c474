import { readFileSync } from 'node:fs'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import type { StructurePackage } from '@/domain/package/schema'
import { serialise } from '@/domain/package/serialise'
import { partOf } from '@/domain/package/part'
import { runTasks } from '@/jobs/tasks.handler'
import { deskOf, type Desk } from '@/services/desk/desk'
import { needModel } from '@/services/structure/cache'
import { applyImport, compareAgain, dropImport, importRow, startImport } from '@/services/structure/package/imports'
import type { ImportDiff } from '@/services/structure/package/lines'
import { exportFile } from '@/services/structure/package/packagesView'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { saveRow } from '@/services/structure/saveRow'
import { undoChange } from '@/services/structure/undo'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { driver } from '../helpers/matters'
import { addPerson, makePeople, type People, type Person } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let people: People
let builder: Person

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
  // whoever may change every part but the roles
  builder = await addPerson(portal.payload, { username: 't-builder', roles: [{ role: 'owner' }, { role: 'publisher' }, { role: 'reviewer' }] })
})
afterAll(() => portal.close())

const deskFor = async ({ id }: Person): Promise<Desk> => {
  const user = await portal.payload.findByID({ collection: SLUG.users, id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username: String(user.username) }, lang: 'zh' })
}
const desk = () => deskFor(builder)
const packageNow = async (): Promise<StructurePackage> => exportOf(await readSource(portal, (await needModel(portal.payload)).office.id))
const fileNow = async () => serialise(await packageNow())
const on = driver(() => portal.payload)

const staged = async (text: string, remove = false) => {
  const { id, work } = await startImport(await desk(), { name: 'file.json', text })
  await work
  if (remove && (await importRow(await desk(), id)).state === 'staged') await (await compareAgain(await desk(), id, true)).work
  return importRow(await desk(), id)
}
const diffOf = ({ diff }: { diff?: unknown }): ImportDiff => diff as ImportDiff
const applied = async (id: string) => {
  await (await applyImport(await desk(), id, '照着别的街道改')).work
  return importRow(await desk(), id)
}

let before: string
beforeEach(async () => {
  before = await fileNow()
})

describe('an import of a package', () => {
  it('of the office’s own file changes nothing', async () => {
    const row = await staged(before, true)
    expect(row).toMatchObject({ state: 'staged' })
    expect(diffOf(row).lines).toEqual([])
    await dropImport(await desk(), row.id)
    expect(await importRow(await desk(), row.id)).toMatchObject({ state: 'dropped', staged: null })
  })

  it('shows what would be added, changed and removed, changes nothing until it is applied, then is the file, and is taken back by one click', async () => {
    const pack = await packageNow()
    const [tag, ...tags] = pack.tags
    const [category, ...categories] = pack.categories
    const rules = pack.routing.rules.map((rule, at) => (at === 0 ? { ...rule, name: { zh: '第一条换了名字' } } : rule))
    const [form, ...forms] = pack.forms
    const renamed = { ...form!, pages: form!.pages.map((page, at) => (at === 0 ? { ...page, title: { zh: '换了标题' } } : page)) }
    const file: StructurePackage = {
      ...pack, tags: [...tags, { code: 'brand-new', name: { zh: '全新的标签', en: 'Brand new' } }], categories: [{ ...category!, severity: 4 }, ...categories], forms: [renamed, ...forms],
      routing: { ...pack.routing, rules }, units: [...pack.units, { ...pack.units.at(-1)!, code: 'new-unit', name: { zh: '新的一格' }, address: { zh: '新街 1 号', en: '1 New Street' }, boundary: undefined }],
    }
    const text = serialise(file)
    const row = await staged(text, true)
    expect(row.state, JSON.stringify(row.problems)).toBe('staged')
    expect(diffOf(row).counts).toEqual({ added: 2, changed: 3, removed: 1, inUse: 0 })
    expect(diffOf(row).lines).toContainEqual(expect.objectContaining({ section: 'categories', key: category!.code, kind: 'changed', told: { zh: [expect.objectContaining({ label: '严重程度', after: '紧急' })], en: [expect.objectContaining({ after: 'pressing' })] } }))
    expect(diffOf(row).lines).toContainEqual(expect.objectContaining({ section: 'tags', key: tag!.code, kind: 'removed', fate: 'removed' }))
    expect(await fileNow()).toBe(before)
    const done = await applied(row.id)
    expect(done, JSON.stringify(done.error)).toMatchObject({ state: 'applied', staged: null })
    expect(JSON.parse(await fileNow())).toEqual(JSON.parse(text))
    const model = await needModel(portal.payload)
    expect(model.forms.byCode.get(form!.code)?.currentNumber).toBe(2)
    expect(model.units.byCode.get('new-unit')?.path).toContain(model.units.byCode.get('new-unit')!.parent)
    await undoChange(await desk(), done.batch!, '不合适')
    expect(await fileNow()).toBe(before)
    expect(await findRow(portal, SLUG.changes, { where: { id: { equals: done.batch } } })).toMatchObject({ label: 'file.json', reason: '照着别的街道改', count: 6 })
  })

  it('closes what is in use, keeps what cannot be closed, and matters stay on the version they began with', async () => {
    const { matter } = await on.create({ category: 'environment-green' })
    const pack = await packageNow()
    const [form] = pack.forms
    const file = { ...pack, categories: pack.categories.filter(({ code }) => code !== 'environment-green'), forms: pack.forms.map((one) => (one === form ? { ...one, name: { zh: '换了名字的表单' } } : one)) }
    const strip = (text: string) => text.replaceAll('"environment-green",', '').replaceAll(',\n        "environment-green"', '')
    const row = await staged(strip(serialise(file)), true)
    expect(row.state, JSON.stringify(row.problems)).toBe('staged')
    const line = diffOf(row).lines.find(({ key }) => key === 'environment-green')
    expect(line).toMatchObject({ kind: 'removed', fate: 'closed', uses: expect.arrayContaining([expect.objectContaining({ collection: SLUG.matters })]) })
    const version = (await on.fresh(matter.id)).formVersion
    const done = await applied(row.id)
    expect(done.state).toBe('applied')
    expect((await needModel(portal.payload)).categories.byCode.get('environment-green')).toMatchObject({ active: false })
    expect((await on.fresh(matter.id)).formVersion).toBe(version)
    await undoChange(await desk(), done.batch!)
    expect((await needModel(portal.payload)).categories.byCode.get('environment-green')).toMatchObject({ active: true })
    expect(await fileNow()).toBe(before)
  })

  it('adds and changes only, where nothing is to be removed', async () => {
    const pack = await packageNow()
    const row = await staged(serialise({ ...pack, tags: [{ code: 'only-one', name: { zh: '只有这一个' } }] }))
    expect(diffOf(row).counts).toMatchObject({ added: 1, removed: 0 })
    const done = await applied(row.id)
    expect((await packageNow()).tags.map(({ code }) => code)).toEqual([...pack.tags.map(({ code }) => code), 'only-one'])
    await undoChange(await desk(), done.batch!)
  })

  it('of a part adds what it needs and leaves the rest alone', async () => {
    const pack = await packageNow()
    const part = partOf({ ...pack, posts: pack.posts.map((post) => ({ ...post, duty: { zh: '别的街道的说法' } })) }, { categories: [pack.categories.find(({ lead }) => lead)!.code] })
    expect(part.units).toEqual([])
    expect(part.posts.length).toBeGreaterThan(0)
    const row = await staged(serialise(part), true)
    expect(row.state, JSON.stringify(row.problems)).toBe('staged')
    expect(diffOf(row).lines).toEqual([])
  })

  it('is refused when the structure changed since it was compared', async () => {
    const pack = await packageNow()
    const row = await staged(serialise({ ...pack, tags: pack.tags.slice(1) }), true)
    const post = (await needModel(portal.payload)).posts.all[0]!
    await saveRow(await desk(), { slug: SLUG.posts, id: post.id, data: { duty: { zh: '刚刚改的' } } })
    await expect(applyImport(await desk(), row.id, '试试')).rejects.toMatchObject({ code: 'conflict', detail: { stale: true } })
    await (await compareAgain(await desk(), row.id)).work
    expect((await applied(row.id)).state).toBe('applied')
  })

  it('moves matters with the units that hang elsewhere', async () => {
    const { matter } = await on.create({ unit: 'jw-01-01' })
    const pack = await packageNow()
    const moved = pack.units.find(({ code }) => code === 'jw-01-01')!
    const other = pack.units.find(({ level, code }) => level === pack.units.find((unit) => unit.code === moved.parent)!.level && code !== moved.parent)!
    const row = await staged(serialise({ ...pack, units: pack.units.map((unit) => (unit === moved ? { ...unit, parent: other.code } : unit)) }))
    const done = await applied(row.id)
    const model = await needModel(portal.payload)
    const unit = model.units.byCode.get('jw-01-01')!
    expect(unit.path).toContain(model.units.byCode.get(other.code)!.id)
    await runTasks(portal.payload)
    expect((await on.fresh(matter.id)).path).toBe((await needModel(portal.payload)).units.byId.get(String((await on.fresh(matter.id)).unit))?.path)
    await undoChange(await desk(), done.batch!)
    expect(await fileNow()).toBe(before)
  })

  it('leaves alone what its bearer may not change: roles', async () => {
    const pack = await packageNow()
    const row = await staged(serialise({ ...pack, roles: pack.roles.map((role) => (role.code === 'handler' ? { ...role, permissions: [...role.permissions, 'structure.edit' as const] } : role)) }), true)
    expect(diffOf(row).lines).toEqual([])
  })

  it('brings its roles by the security administrator, and nothing else', async () => {
    const pack = await packageNow()
    const text = serialise({ ...pack, name: { zh: '别的街道' }, roles: [...pack.roles, { code: 'vet', name: { zh: '兽医' }, description: { zh: '看病畜' }, permissions: ['matter.view', 'matter.handle'] }] })
    const security = await deskFor(people.as('securityAdmin'))
    const { id, work } = await startImport(security, { name: 'file.json', text, remove: true })
    await work
    const row = await importRow(security, id)
    expect(diffOf(row).lines.map(({ section, kind }) => [section, kind])).toEqual([['roles', 'added']])
    await (await applyImport(security, id, '角色接过来')).work
    const done = await importRow(security, id)
    expect((await packageNow()).roles.map(({ code }) => code)).toContain('vet')
    await undoChange(security, done.batch!)
    expect(await fileNow()).toBe(before)
  })

  it('that names a role it brings itself says that its bearer may not make it, and by whom it comes', async () => {
    const pack = await packageNow()
    const vet = { code: 'vet', name: { zh: '兽医' }, description: { zh: '看病畜' }, permissions: ['matter.view' as const] }
    const [register, ...others] = pack.registers
    const row = await staged(serialise({ ...pack, roles: [...pack.roles, vet], registers: [{ ...register!, viewers: ['vet'] }, ...others] }))
    expect([row.state, row.problems]).toEqual(['refused', [expect.objectContaining({ code: 'roleFirst', params: expect.objectContaining({ value: 'vet', zh: '兽医' }) })]])
  })

  it('of an office is a file named as the office is', async () => {
    const { shortName } = (await packageNow()).office
    expect((await exportFile(await desk(), null)).name).toMatch(new RegExp(`^${shortName.zh}-\\d{4}-\\d\\d-\\d\\d\\.json$`))
    expect((await exportFile(await desk(), 'levels')).name).toMatch(new RegExp(`^${shortName.zh}-part-`))
  })

  it('is for those who may change a part of the structure', async () => {
    await expect(startImport(await deskFor(people.as('director')), { name: 'x', text: '{}' })).rejects.toMatchObject({ code: 'notAllowed' })
  })

  const HOSTILE: [what: string, text: () => string, path: string, code: string][] = [
    ['no JSON', () => '{"a": ', '', 'notReadable'],
    ['a prototype', () => before.replace('"units": [', '"__proto__": {"admin": true}, "units": ['), '', 'unknownKey'],
    ['a deep nest', () => '['.repeat(200_000) + ']'.repeat(200_000), '', 'tooDeep'],
    ['a later version', () => before.replace('"schemaVersion": 3', '"schemaVersion": 9'), '/schemaVersion', 'tooNew'],
    ['a rule that points nowhere', () => JSON.stringify({ ...JSON.parse(before), standardReplies: [{ code: 'x', title: { zh: 'x' }, text: { zh: 'x' }, categories: ['nowhere'] }] }), '/standardReplies/0/categories/0', 'unknownCode'],
    ['a million values', () => JSON.stringify({ schemaVersion: 3, units: Array.from({ length: 1_000_001 }, () => 0) }), '', 'tooMuch'],
  ]

  it.each(HOSTILE)('that is %s changes nothing and says where', async (_what, text, path, code) => {
    const row = await staged(text())
    expect(row).toMatchObject({ state: 'refused', staged: null })
    expect((row.problems as { path: string; code: string }[])[0]).toMatchObject(path === '' && code === 'tooDeep' ? { code } : { path, code })
    expect(await fileNow()).toBe(before)
    expect(Object.prototype).not.toHaveProperty('admin')
  })

  it('of the first version is brought up to date', async () => {
    const { registers: _registers, routines: _routines, ...old } = JSON.parse(readFileSync('presets/empty.json', 'utf8')) as Record<string, unknown>
    const row = await staged(JSON.stringify({ ...old, schemaVersion: 1 }))
    expect(row.state, JSON.stringify(row.problems)).toBe('staged')
    expect(row.staged).toMatchObject({ from: 1 })
  })

  it.runIf(isAtomic())('that fails half-way keeps nothing', async () => {
    const pack = await packageNow()
    const row = await staged(serialise({ ...pack, tags: [...pack.tags, { code: 'never', name: { zh: '不会有的' } }] }))
    const create = portal.payload.db.updateOne
    portal.payload.db.updateOne = ((args: { collection: string }) => { if (args.collection === SLUG.auditHeads) throw new Error('the disk is full'); return create.call(portal.payload.db, args as never) }) as never
    const done = await applied(row.id)
    portal.payload.db.updateOne = create
    expect(done.state).toBe('failed')
    expect(await fileNow()).toBe(before)
    expect(await findRows(portal, SLUG.tags, { where: { code: { equals: 'never' } } })).toEqual([])
  })
})
