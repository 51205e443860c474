import { describe, expect, it } from 'vitest'
import { countRows, findRow, findRows, insertRow } from '@/db/rows'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { closeUnit, mergeUnits, moveUnit, orderRows, splitUnit } from '@/services/studio/territory/acts'
import { effectOf, splitCounts } from '@/services/studio/territory/effect'
import { healthView } from '@/services/desk/health'
import { placesOf } from '@/services/desk/matter/placeThen'
import { saveRow } from '@/services/structure/saveRow'
import { saveLevels } from '@/services/studio/territory/levels'
import { unitView } from '@/services/studio/territory/unit'
import { territoryTasks, territoryView } from '@/services/studio/territory/view'
import { categoryView, categoriesView, proposedCategoryCode } from '@/services/studio/categories/view'
import { changeDetail } from '@/services/structure/changes/detail'
import { undoChange } from '@/services/structure/undo'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { openPortal } from '../helpers/portal'
import { openScene } from './structure/scene'
import { openTerritory } from './structure/territory'

const scene = openScene(openPortal)
const { on, by, put, rows, settle, payload } = scene

const { owner, fresh, newestBatch, makeUnit, makeEntry, lies } = openTerritory(scene)
const said = async (work: Promise<unknown>): Promise<{ code: string; detail: { said?: { text: string }[] } }> => work.then(() => { throw new Error('was not refused') }, (error: unknown) => error as never)
const square = (west: number, south: number) => ({ type: 'Polygon', coordinates: [[[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]] })

describe('closing a unit', () => {
  it('hands units, coverage and open matters to the successor, and leaves what is done', async () => {
    const parent = scene.unit('jw-01').id
    const [old, heir] = [await makeUnit(parent, 'group'), await makeUnit(parent, 'group')]
    const door = await makeUnit(old.id, 'door')
    const [{ matter: here }, { matter: below }, { matter: done }] = [await on.create({ unit: old.code }), await on.create({ unit: door.code }), await on.create({ unit: old.code })]
    await on.move(done.id, 'reject', { by: by('intake'), input: { reason: '不归街道', responsible: '物业' } })
    const before = await on.events(here.id)
    const person = String((await findRow(rows(), SLUG.users, { sort: 'id' }))?.id)
    const member = await put(SLUG.memberships, { person, units: [old.id, scene.unit('jw-02').id] })

    const desk = await owner()
    expect(await effectOf(desk, old.id)).toMatchObject({ below: 1, open: 2, here: 1, done: 1, coverage: 1 })
    expect((await said(closeUnit(desk, { unit: old.id, reason: '试试' }))).code).toBe('invalid')
    expect((await said(closeUnit(desk, { unit: old.id, successor: door.id, reason: '试试' }))).detail.said?.[0]?.text).toContain('下级')
    expect((await fresh(old.id)).active).toBe(true)

    await closeUnit(desk, { unit: old.id, successor: heir.id, reason: '人少，并给旁边' })
    expect(await fresh(old.id)).toMatchObject({ active: false, successors: [heir.id], closedAt: expect.any(String) })
    expect(await fresh(door.id)).toMatchObject({ parent: heir.id, path: `${(await fresh(heir.id)).path}${door.id}/` })
    expect((await findRow(rows(), SLUG.memberships, { where: { id: { equals: String(member.id) } } }))?.units).toEqual([heir.id, scene.unit('jw-02').id])
    expect(await findRows(rows(), SLUG.tasks, { where: { subject: { equals: old.id } } })).toMatchObject([{ kind: 'repath', total: 2 }])
    forgetOfficeModel()
    await settle()
    expect(await on.fresh(here.id)).toMatchObject({ unit: heir.id, path: (await fresh(heir.id)).path })
    expect(await on.fresh(below.id)).toMatchObject({ unit: door.id, path: (await fresh(door.id)).path })
    expect(await on.fresh(done.id)).toMatchObject({ unit: old.id, path: (await fresh(old.id)).path })
    const after = await on.events(here.id)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ kind: 'system', action: 'correct', data: expect.objectContaining({ unit: { from: old.code, to: heir.code } }) })
    expect(await findRow(rows(), SLUG.tasks, { where: { subject: { equals: old.id } } })).toMatchObject({ state: 'done', done: 2 })

    const head = (await findRows(rows(), SLUG.changes, { where: { table: { equals: SLUG.changes } }, sort: '-id', limit: 1 }))[0]!
    expect(head).toMatchObject({ reason: '人少，并给旁边', count: 3 })
    expect(await countRows(rows(), SLUG.changes, { batch: { equals: head.batch } })).toBe(4)
    expect(await unitView(await owner(), old.id)).toMatchObject({ active: false, successors: [{ id: heir.id }] })
  })

  it('closes an empty one without a successor, and opens it again', async () => {
    const unit = await makeUnit(scene.unit('jw-01').id, 'group')
    await closeUnit(await owner(), { unit: unit.id, reason: '没用了' })
    expect(await fresh(unit.id)).toMatchObject({ active: false, closedAt: expect.any(String) })
    await scene.change(SLUG.units, unit.id, { active: true })
    expect(await fresh(unit.id)).toMatchObject({ active: true, closedAt: null })
  })

  it('tells of no work where no matter follows', async () => {
    const heir = await makeUnit(scene.unit('jw-01').id, 'group')
    const [empty, full] = [await makeUnit(scene.unit('jw-01').id, 'group'), await makeUnit(scene.unit('jw-01').id, 'group')]
    await on.create({ category: 'environment-green', unit: full.code })
    await closeUnit(await owner(), { unit: empty.id, successor: heir.id, reason: '并进来' })
    expect(await territoryTasks(await owner())).toEqual([])
    expect((await healthView(await owner())).groups.flatMap(({ findings }) => findings.filter(({ key }) => key.startsWith('tasks-repath')))).toEqual([])
    await closeUnit(await owner(), { unit: full.id, successor: heir.id, reason: '并进来' })
    expect(await territoryTasks(await owner())).toMatchObject([{ done: 0, total: 1 }])
    await settle()
    expect((await unitView(await owner(), heir.id)).open).toBe(1)
  })

  it('gives what the unit owns elsewhere to the successor, too', async () => {
    const [old, heir] = [await makeUnit(scene.unit('jw-01').id, 'group'), await makeUnit(scene.unit('jw-01').id, 'group')]
    const { matter } = await on.create({ unit: 'jw-02' })
    await on.move(matter.id, 'accept', { by: by('intake') })
    await on.move(matter.id, 'assign', { by: by('dispatcher'), input: { lead: { unit: old.id } } })
    expect(await on.fresh(matter.id)).toMatchObject({ ownerUnit: old.id })
    await closeUnit(await owner(), { unit: old.id, successor: heir.id, reason: '并给旁边' })
    await settle()
    expect(await on.fresh(matter.id)).toMatchObject({ ownerUnit: heir.id, unit: scene.unit('jw-02').id, participants: expect.stringContaining(`u:${heir.id}`) })
    const shares = await findRows(rows(), SLUG.assignments, { where: { matter: { equals: matter.id } } })
    expect(shares.filter(({ active }) => active).map(({ unit }) => unit)).toEqual([heir.id])
  })
})

describe('what taking back would do', () => {
  it('is told of what was added, of what was changed, and of what people were given', async () => {
    const unit = await makeUnit(scene.unit('jw-01').id, 'group')
    const person = String((await findRow(rows(), SLUG.users, { sort: 'id' }))?.id)
    const { id } = await put(SLUG.memberships, { person, units: [unit.id] })
    const effects = async (target: string) => {
      const change = await findRow(rows(), SLUG.changes, { where: { target: { equals: target } }, sort: '-id' })
      return (await changeDetail(await owner(), String(change?.id))).undo?.effects.map(({ act }) => act)
    }
    expect(await effects(String(id))).toEqual(['去掉'])
    expect(await effects(unit.id)).toEqual(['还在用，停用'])
    await scene.change(SLUG.memberships, String(id), { units: [scene.unit('jw-02').id] })
    expect([await effects(String(id)), await effects(unit.id)]).toEqual([['改回原来的'], ['去掉']])
  })
})

describe('merging and splitting', () => {
  it('merges units of one level, with their boundaries', async () => {
    const parent = scene.unit('jw-01').id
    const keep = await makeUnit(parent, 'group', { boundary: square(116, 40) })
    const [gone, other] = [await makeUnit(parent, 'group', { boundary: square(116.01, 40) }), await makeUnit(scene.unit('jw').id, 'station')]
    expect((await said(mergeUnits(await owner(), { into: keep.id, units: [other.id], reason: '试试' }))).detail.said?.[0]?.text).toContain('同一级')
    await mergeUnits(await owner(), { into: keep.id, units: [gone.id], name: { zh: '合并以后', en: 'Merged' }, joinBoundaries: true, reason: '合成一格' })
    const merged = (await needModel(payload())).units.byId.get(keep.id)
    expect(merged).toMatchObject({ name: { zh: '合并以后', en: 'Merged' }, boundary: { type: 'MultiPolygon' } })
    expect(await fresh(gone.id)).toMatchObject({ active: false, successors: [keep.id] })
  })

  it('shows what is done where it was and as it was called, and what is open where it is now', async () => {
    const [from, to] = [await makeUnit(scene.unit('jw').id, 'station'), await makeUnit(scene.unit('jw').id, 'station')]
    const unit = await makeUnit(from.id, 'group')
    const { matter: done } = await on.create({ unit: unit.code })
    const { matter: open } = await on.create({ unit: unit.code })
    await on.move(done.id, 'reject', { by: by('intake'), input: { reason: '不归街道', responsible: '物业' } })
    const then = await placesOf(await owner(), await on.fresh(done.id))
    scene.pass(60_000)
    await saveRow(await owner(), { slug: SLUG.units, id: unit.id, data: { name: { zh: '改了名的组' } } })
    await saveRow(await owner(), { slug: SLUG.units, id: from.id, data: { name: { zh: '改了名的站' } } })
    await moveUnit(await owner(), { unit: unit.id, parent: to.id, reason: '重新划片' })
    scene.pass(60_000)
    await saveRow(await owner(), { slug: SLUG.units, id: unit.id, data: { name: { zh: '又改了名' } } })
    await settle()
    expect(await placesOf(await owner(), await on.fresh(done.id))).toEqual(then)
    expect(then.unit?.above).toEqual([expect.stringContaining('试点')])
    const now = (await placesOf(await owner(), await on.fresh(open.id))).unit
    expect(now).toMatchObject({ name: '又改了名', above: [(await needModel(payload())).units.byId.get(to.id)?.name.zh] })
  })

  it('takes a merge back with the matters that went along, and leaves what people decided since', async () => {
    const parent = scene.unit('jw-01').id
    const [keep, gone, third] = [await makeUnit(parent, 'group'), await makeUnit(parent, 'group'), await makeUnit(parent, 'group')]
    const door = await makeUnit(gone.id, 'door')
    const person = String((await findRow(rows(), SLUG.users, { sort: 'id' }))?.id)
    const member = await put(SLUG.memberships, { person, units: [gone.id] })
    const make = async (unit: string) => (await on.create({ unit })).matter.id
    const [came, corrected, below, native, owned] = [await make(gone.code), await make(gone.code), await make(door.code), await make(keep.code), await make('jw-02')]
    await on.move(owned, 'accept', { by: by('intake') })
    await on.move(owned, 'assign', { by: by('dispatcher'), input: { lead: { unit: gone.id } } })
    const [went, moved, stood] = [await makeEntry(gone.id), await makeEntry(gone.id), await makeEntry(keep.id)]
    await mergeUnits(await owner(), { into: keep.id, units: [gone.id], joinBoundaries: true, reason: '合成一格' })
    await settle()
    expect([await lies(went), await lies(moved), await lies(stood)]).toEqual([keep.id, keep.id, keep.id])
    expect(await findRow(rows(), SLUG.changes, { where: { target: { equals: went.id } }, sort: '-id' })).toMatchObject({ table: SLUG.entries, reason: expect.stringContaining('停用') })
    // a person says since that one lies with the heir, though it came from the closed one
    await insertRow(rows(), SLUG.changes, { office: (await needModel(payload())).office.id, at: new Date().toISOString(), actor: person, table: SLUG.entries, target: moved.id, label: '一处', before: { unit: gone.id }, after: { unit: keep.id } })
    expect([(await on.fresh(came)).unit, (await on.fresh(owned)).ownerUnit]).toEqual([keep.id, keep.id])
    const later = await make(keep.code)
    await payload().db.updateOne({ collection: SLUG.matters, id: corrected, data: { unit: third.id, path: (await fresh(third.id)).path }, returning: false })

    const batch = await newestBatch()
    const said = (await changeDetail(await owner(), batch)).undo
    expect(said).toMatchObject({ can: true, effects: expect.arrayContaining([{ name: expect.stringContaining('当时 4 件'), act: '随后交还' }]) })
    const back = await undoChange(await owner(), batch, '还是分开')
    expect(await fresh(gone.id)).toMatchObject({ active: true, closedAt: null })
    expect((await findRow(rows(), SLUG.memberships, { where: { id: { equals: String(member.id) } } }))?.units).toEqual([gone.id])
    expect(await findRow(rows(), SLUG.tasks, { where: { subject: { equals: gone.id } }, sort: '-id' })).toMatchObject({ total: 4 })
    await settle()
    const home = (await fresh(gone.id)).path
    expect(await on.fresh(came)).toMatchObject({ unit: gone.id, path: home })
    expect(await on.fresh(below)).toMatchObject({ unit: door.id, path: `${home}${door.id}/` })
    expect(await on.fresh(owned)).toMatchObject({ ownerUnit: gone.id, unit: scene.unit('jw-02').id })
    expect([await lies(went), await lies(moved), await lies(stood)]).toEqual([gone.id, keep.id, keep.id])
    expect([(await on.fresh(corrected)).unit, (await on.fresh(native)).unit, (await on.fresh(later)).unit]).toEqual([third.id, keep.id, keep.id])
    expect((await on.events(came)).at(-1)).toMatchObject({ action: 'correct', data: expect.objectContaining({ unit: { from: keep.code, to: gone.code } }), reason: { zh: expect.stringContaining('回到') } })

    expect(await findRow(rows(), SLUG.changes, { where: { and: [{ table: { equals: SLUG.memberships } }, { target: { equals: String(member.id) } }] }, sort: '-id' })).toMatchObject({ batch: back, undoes: null })
    await undoChange(await owner(), back, '还是合')
    expect((await findRow(rows(), SLUG.memberships, { where: { id: { equals: String(member.id) } } }))?.units).toEqual([keep.id])
    await settle()
    expect(await fresh(gone.id)).toMatchObject({ active: false, successors: [keep.id] })
    expect([(await on.fresh(came)).unit, (await on.fresh(owned)).ownerUnit]).toEqual([keep.id, keep.id])
  })

  it('takes a split back: the parts close and hand over, the unit has its matters again', async () => {
    const unit = await makeUnit(scene.unit('jw-03').id, 'group')
    const door = await makeUnit(unit.id, 'door')
    const { matter: old } = await on.create({ unit: unit.code })
    const entry = await makeEntry(unit.id)
    const [first = '', second = ''] = await splitUnit(await owner(), { unit: unit.id, parts: [{ code: 'undo-1', name: { zh: '甲' } }, { code: 'undo-2', name: { zh: '乙' } }], homes: { [door.id]: 1 }, reason: '分开' })
    await settle()
    forgetOfficeModel()
    const { matter: later } = await on.create({ unit: 'undo-1' })
    expect((await on.fresh(old.id)).unit).toBe(first)
    expect(await lies(entry)).toBe(first)
    await undoChange(await owner(), await newestBatch(), '分错了')
    expect(await findRow(rows(), SLUG.units, { where: { id: { equals: second } } })).toBeUndefined()
    expect(await fresh(first)).toMatchObject({ active: false, successors: [unit.id] })
    expect(await fresh(unit.id)).toMatchObject({ active: true })
    expect(await fresh(door.id)).toMatchObject({ parent: unit.id, path: `${(await fresh(unit.id)).path}${door.id}/` })
    await settle()
    expect([(await on.fresh(old.id)).unit, (await on.fresh(later.id)).unit, await lies(entry)]).toEqual([unit.id, unit.id, unit.id])
  })

  it.runIf(isAtomic())('splits a unit: matters go by their point, the rest to the first, units below where they are told', async () => {
    const unit = await makeUnit(scene.unit('jw-03').id, 'group')
    const [doorA, doorB] = [await makeUnit(unit.id, 'door'), await makeUnit(unit.id, 'door')]
    const { matter: placed } = await on.create({ unit: unit.code })
    const { matter: placeless } = await on.create({ unit: unit.code })
    await payload().db.updateOne({ collection: SLUG.matters, id: placed.id, data: { lng: 117.015, lat: 41.005 }, returning: false })
    const [north, south] = [{ code: 'split-1', name: { zh: '北区' } }, { code: 'split-2', name: { zh: '南区' }, boundary: square(117.01, 41) }]
    expect(await splitCounts(await owner(), unit.id, [undefined, south.boundary])).toEqual({ parts: [0, 1], elsewhere: 1 })
    expect((await said(splitUnit(await owner(), { unit: unit.id, parts: [north], reason: '试试' }))).code).toBe('invalid')
    expect((await said(splitUnit(await owner(), { unit: unit.id, parts: [north, { ...south, code: unit.code }], reason: '试试' }))).code).toBe('invalid')
    expect(await findRow(rows(), SLUG.units, { where: { code: { equals: 'split-1' } } })).toBeUndefined()

    const [first, second] = await splitUnit(await owner(), { unit: unit.id, parts: [north, south], homes: { [doorA.id]: 0, [doorB.id]: 1 }, reason: '一个人跑不过来' })
    expect(await fresh(unit.id)).toMatchObject({ active: false, successors: [first, second] })
    expect([(await fresh(doorA.id)).parent, (await fresh(doorB.id)).parent]).toEqual([first, second])
    await settle()
    expect([(await on.fresh(placed.id)).unit, (await on.fresh(placeless.id)).unit]).toEqual([second, first])
  })

  it('moves a unit with its subtree and matters, as one change with its reason', async () => {
    const unit = await makeUnit(scene.unit('jw-01').id, 'group')
    const { matter } = await on.create({ unit: unit.code })
    expect((await said(moveUnit(await owner(), { unit: unit.id, parent: scene.unit('jw-02').id, reason: '' }))).code).toBe('invalid')
    expect((await said(moveUnit(await owner(), { unit: unit.id, parent: unit.id, reason: '绕圈' }))).code).toBe('invalid')
    await moveUnit(await owner(), { unit: unit.id, parent: scene.unit('jw-02').id, reason: '重新划片' })
    expect((await territoryView(await owner())).tasks).toMatchObject([{ total: 1, done: 0 }])
    await settle()
    expect((await on.fresh(matter.id)).path).toBe(`${scene.unit('jw-02').path}${unit.id}/`)
    expect((await territoryView(await owner())).tasks).toEqual([])
  })
})

describe('levels', () => {
  const given = async () => (await needModel(payload())).levels.all.map(({ id, code, name, staffing }) => ({ id, code, name, staffing: staffing ?? [] }))
  it('keeps names and rules together, adds a fifth, and takes it away', async () => {
    const levels = await given()
    const rules = [{ kind: 'leadRequired' }, { kind: 'size', post: 'gridOfficer', min: 1, max: 3 }]
    await saveLevels(await owner(), { levels: [...levels.slice(0, 3), { ...levels[3], name: { zh: '门栋' }, staffing: rules }, { code: 'room', name: { zh: '户', en: 'Room' }, staffing: [] }], reason: '再分细' })
    forgetOfficeModel()
    const after = (await needModel(payload())).levels.all
    expect(after.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5])
    expect(after[3]).toMatchObject({ name: { zh: '门栋' }, staffing: rules })
    await saveLevels(await owner(), { levels: (await given()).slice(0, 4), reason: '不用了' })
    forgetOfficeModel()
    expect((await needModel(payload())).levels.all).toHaveLength(4)
  })
  it('refuses too few, a used one removed, an order that breaks the tree, and nonsense', async () => {
    const levels = await given()
    const desk = await owner()
    expect((await said(saveLevels(desk, { levels: levels.slice(0, 2), reason: '' }))).detail.said?.[0]?.text).toContain('三到六级')
    expect((await said(saveLevels(desk, { levels: levels.slice(0, 3), reason: '' }))).code).toMatch(/conflict|invalid/)
    expect((await said(saveLevels(desk, { levels: [levels[1], levels[0], levels[2], levels[3]], reason: '' }))).detail.said?.[0]?.text).toContain('位置')
    expect((await said(saveLevels(desk, { levels: [...levels.slice(0, 3), { ...levels[3], staffing: [{ kind: 'size' }] }], reason: '' }))).detail.said?.[0]?.text).toContain('人数')
    expect((await said(saveLevels(desk, { levels: [...levels, { code: 'no code', name: {} }], reason: '' }))).code).toBe('invalid')
    expect(await given()).toEqual(levels)
  })
})

describe('what the editors show', () => {
  it('shows every unit, every rule with its gaps, and the next code', async () => {
    const desk = await owner()
    const view = await territoryView(desk)
    expect(view.units).toHaveLength(desk.model.units.all.length)
    const lead = view.rules.find(({ rule, level }) => rule.kind === 'leadRequired' && level === desk.model.levels.all[1]?.id)!
    expect(lead.gaps.length).toBe(desk.model.units.all.filter(({ level, lead: person, active }) => level === lead.level && !person && active !== false).length)
    expect(view.levels.map(({ code, kind }) => [code, kind])).toEqual(desk.model.levels.all.map(({ id, code }) => {
      const kinds = desk.model.units.all.filter(({ level, active }) => level === id && active !== false).map(({ kind }) => kind)
      return [code, [...kinds].sort((a, b) => kinds.filter((each) => each === b).length - kinds.filter((each) => each === a).length)[0]]
    }))
    const one = await unitView(desk, scene.unit('jw-01').id)
    expect(one).toMatchObject({ code: 'jw-01', parent: scene.unit('jw').id, nextBelow: expect.any(String), siblings: expect.any(Array) })
    expect(one.siblings.length).toBeGreaterThan(3)
    expect(desk.model.units.byCode.has(one.nextBelow!)).toBe(false)
  })
  it('puts rows side by side into another order', async () => {
    const desk = await owner()
    const { categories } = categoriesView(desk)
    const tops = categories.filter(({ parent }) => !parent).map(({ id }) => id)
    await orderRows(desk, { slug: SLUG.categories, ids: [...tops].reverse() })
    expect(categoriesView(await owner()).categories.filter(({ parent }) => !parent).map(({ id }) => id)).toEqual([...tops].reverse())
    expect(await categoryView(await owner(), tops[0]!)).toMatchObject({ id: tops[0], open: expect.any(Number) })
    expect(proposedCategoryCode(await owner(), undefined)).not.toBe('')
  })
})
