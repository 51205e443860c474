import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import type { RoutingRule, RoutingSet } from '@/domain/routing/types'
import { serialise } from '@/domain/package/serialise'
import type { Desk } from '@/services/desk/desk'
import { needModel } from '@/services/structure/cache'
import { changeDetail } from '@/services/structure/changes/detail'
import { changesView } from '@/services/structure/changes/list'
import { publishDraft, readDraft, saveDraft } from '@/services/structure/drafts'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { removeRow, saveRow } from '@/services/structure/saveRow'
import { undoChange } from '@/services/structure/undo'
import { SLUG, type Slug } from '@/slugs'
import { deskOfUser } from '../helpers/deskOfUser'
import { driver } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let people: People

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
})
afterAll(() => portal.close())

const deskOfRole = (role: string): Promise<Desk> => deskOfUser(portal.payload, people.as(role).id)
const owner = () => deskOfRole('owner')
const last = async (target: string) => (await findRow(portal, SLUG.changes, { where: { target: { equals: target } }, sort: '-id' }))!
const row = async (slug: Slug, id: string) => (await findRow(portal, slug, { where: { id: { equals: id } } })) as unknown as Record<string, unknown> | undefined
const fileNow = async () => serialise(exportOf(await readSource(portal, (await needModel(portal.payload)).office.id)))
const on = driver(() => portal.payload)

describe('taking a change back', () => {
  it('makes every field what it was, in both languages, as a new change with its reason', async () => {
    const before = await fileNow()
    const tag = (await needModel(portal.payload)).tags.all[0]!
    await saveRow(await owner(), { slug: SLUG.tags, id: tag.id, data: { name: { zh: '改过的', en: 'Changed' } }, reason: '试试' })
    expect(await fileNow()).not.toBe(before)
    const change = await last(tag.id)
    const undoing = await undoChange(await owner(), change.id, '叫错了')
    expect(await fileNow()).toBe(before)
    expect((await row(SLUG.tags, tag.id))?.name).toEqual(tag.name)
    expect(await row(SLUG.changes, change.id)).toMatchObject({ undoneBy: undoing })
    expect(await row(SLUG.changes, undoing)).toMatchObject({ undoes: change.id, reason: '叫错了', actor: people.as('owner').id })
  })

  it('takes a change made in the admin back in both languages', async () => {
    const desk = await owner()
    const post = desk.model.posts.all[0]!
    await portal.payload.update({ collection: SLUG.posts, id: post.id, data: { name: 'In English only' }, locale: 'en', req: desk.req, overrideAccess: false })
    await undoChange(desk, (await last(post.id)).id)
    expect((await row(SLUG.posts, post.id))?.name).toEqual(post.name)
  })

  it('leaves what somebody changed again since, and names the fields', async () => {
    const desk = await owner()
    const category = desk.model.categories.all[0]!
    await saveRow(desk, { slug: SLUG.categories, id: category.id, data: { severity: 4, keywords: '一、二' } })
    const change = await last(category.id)
    await saveRow(desk, { slug: SLUG.categories, id: category.id, data: { keywords: '三' } })
    await expect(undoChange(await owner(), change.id)).rejects.toMatchObject({ code: 'conflict', detail: { undo: [{ code: 'changedSince', fields: ['keywords'] }] } })
    expect(await row(SLUG.categories, category.id)).toMatchObject({ severity: 4, keywords: '三' })
  })

  it('removes what was added, and makes again what was removed, with the same id', async () => {
    const before = await fileNow()
    const id = await saveRow(await owner(), { slug: SLUG.tags, data: { code: 'undo-1', name: { zh: '新的' }, active: true } })
    await undoChange(await owner(), (await last(id)).id)
    expect(await row(SLUG.tags, id)).toBeUndefined()
    expect(await fileNow()).toBe(before)
    const again = await saveRow(await owner(), { slug: SLUG.tags, data: { code: 'undo-2', name: { zh: '又一个', en: 'Another' }, active: true } })
    const whole = await fileNow()
    await removeRow(await owner(), { slug: SLUG.tags, id: again })
    await undoChange(await owner(), (await last(again)).id)
    expect(await fileNow()).toBe(whole)
    expect((await row(SLUG.tags, again))?.name).toEqual({ zh: '又一个', en: 'Another' })
  })

  it('closes what was added and is used meanwhile', async () => {
    const desk = await owner()
    const source = await saveRow(desk, { slug: SLUG.sources, data: { code: 'undo-source', name: { zh: '新来源' }, kind: 'counter', openToStaff: true, active: true } })
    const { matter } = await on.create()
    await portal.payload.db.updateOne({ collection: SLUG.matters, id: matter.id, data: { source }, returning: false })
    await undoChange(await owner(), (await last(source)).id)
    expect(await row(SLUG.sources, source)).toMatchObject({ active: false })
  })

  it.each([['removes', false, undefined], ['closes', true, { active: false }]] as const)('%s what an earlier version of the rules names, by whether anything was decided by it', async (_does, decided, left) => {
    const code = `undo-named-${String(decided)}`
    const source = await saveRow(await owner(), { slug: SLUG.sources, data: { code, name: { zh: '临时来源' }, kind: 'counter', openToStaff: true, active: true } })
    const added = await last(source)
    const desk = await owner()
    const { definition } = await readDraft<RoutingSet>(desk, 'routing', desk.model.routing!.definition.code)
    const rule: RoutingRule = { ...definition.rules[0]!, code, conditions: [{ field: 'source', op: 'isOneOf', codes: [code] }] }
    await saveDraft(desk, { kind: 'routing', key: definition.code, definition: { ...definition, rules: [...definition.rules, rule] } })
    await publishDraft(desk, { kind: 'routing', key: definition.code, reason: code })
    const version = (await needModel(portal.payload)).routing!.version
    const { matter } = await on.create()
    await portal.payload.db.updateMany({ collection: SLUG.events, where: { matter: { equals: matter.id } }, data: { ruleVersion: decided ? version : null } })
    const published = (await findRows(portal, SLUG.changes, { where: { reason: { equals: code } } }))[0]!
    await undoChange(await owner(), published.id)
    await undoChange(await owner(), added.id)
    const now = await row(SLUG.sources, source)
    expect(now && { active: now.active }).toEqual(left)
  })

  it('keeps what the version in force names', async () => {
    const source = await saveRow(await owner(), { slug: SLUG.sources, data: { code: 'undo-live', name: { zh: '在用来源' }, kind: 'counter', openToStaff: true, active: true } })
    const desk = await owner()
    const { definition } = await readDraft<RoutingSet>(desk, 'routing', desk.model.routing!.definition.code)
    const rule: RoutingRule = { ...definition.rules[0]!, code: 'undo-live', conditions: [{ field: 'source', op: 'isOneOf', codes: ['undo-live'] }] }
    await saveDraft(desk, { kind: 'routing', key: definition.code, definition: { ...definition, rules: [...definition.rules, rule] } })
    await publishDraft(desk, { kind: 'routing', key: definition.code, reason: '在用' })
    // the draft names it no more; what is in force does
    await saveDraft(await owner(), { kind: 'routing', key: definition.code, definition })
    await undoChange(await owner(), (await last(source)).id)
    expect(await row(SLUG.sources, source)).toMatchObject({ active: false })
    await publishDraft(await owner(), { kind: 'routing', key: definition.code, reason: '不用了' })
  })

  it('puts the version before in force again, as a new version', async () => {
    const desk = await owner()
    const form = desk.model.forms.all[0]!
    const before = await fileNow()
    const draft = await readDraft<FormDef>(desk, 'form', form.code)
    const [page, ...pages] = draft.definition.pages
    await saveDraft(desk, { kind: 'form', key: form.code, definition: { ...draft.definition, pages: [{ ...page!, title: { zh: '改了标题' } }, ...pages] } })
    await publishDraft(desk, { kind: 'form', key: form.code, reason: '换个说法' })
    expect(await fileNow()).not.toBe(before)
    const published = (await findRows(portal, SLUG.changes, { where: { and: [{ target: { equals: form.id } }, { reason: { equals: '换个说法' } }] } }))[0]!
    await undoChange(await owner(), published.id, '还是原来的好')
    expect(await fileNow()).toBe(before)
    const now = await readDraft<FormDef>(await owner(), 'form', form.code)
    expect(now).toMatchObject({ changed: false, current: { number: (draft.current?.number ?? 0) + 2 } })
  })

  it('takes an undoing back too', async () => {
    const tag = (await needModel(portal.payload)).tags.all[0]!
    await saveRow(await owner(), { slug: SLUG.tags, id: tag.id, data: { name: { zh: '第二个名字' } } })
    const change = await last(tag.id)
    const undoing = await undoChange(await owner(), change.id)
    await undoChange(await owner(), undoing)
    expect((await row(SLUG.tags, tag.id))?.name).toMatchObject({ zh: '第二个名字' })
    expect((await row(SLUG.changes, change.id))?.undoneBy ?? null).toBeNull()
    await expect(undoChange(await owner(), undoing)).rejects.toMatchObject({ code: 'conflict', detail: { undone: true } })
  })

  it('moves a unit back, with what lies below it', async () => {
    const { units } = await needModel(portal.payload)
    const [top, unit] = [units.all.filter(({ path }) => path.split('/').length === 4), units.all.find(({ path }) => path.split('/').length === 5)!]
    const before = await fileNow()
    const other = top.find(({ id }) => id !== unit.parent)!
    await saveRow(await owner(), { slug: SLUG.units, id: unit.id, data: { parent: other.id } })
    expect((await row(SLUG.units, unit.id))?.path).toContain(other.id)
    await undoChange(await owner(), (await last(unit.id)).id)
    expect((await row(SLUG.units, unit.id))?.path).toBe(unit.path)
    expect(await fileNow()).toBe(before)
  })

  it('is for those who may make the change themselves', async () => {
    const tag = (await needModel(portal.payload)).tags.all[0]!
    await saveRow(await owner(), { slug: SLUG.tags, id: tag.id, data: { name: { zh: '又改' } } })
    const change = await last(tag.id)
    await expect(undoChange(await deskOfRole('director'), change.id)).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(undoChange(await owner(), 'nothing')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is offered to those only who may; others read which right it needs', async () => {
    const tag = (await needModel(portal.payload)).tags.all[0]!
    await saveRow(await owner(), { slug: SLUG.tags, id: tag.id, data: { name: { zh: '谁能退' } } })
    const offered = async (role: string, { id, table }: { id: string; table: string }) => {
      const { undo, needs } = (await changesView(await deskOfRole(role), { table })).lines.find((line) => line.id === id)!
      const detail = await changeDetail(await deskOfRole(role), id)
      expect([detail.change.undo, detail.undo?.can ?? false]).toEqual([undo, undo === 'can'])
      return [undo, ...(needs ?? [])]
    }
    const renamed = await last(tag.id)
    expect(await offered('owner', renamed)).toEqual(['can'])
    expect(await offered('director', renamed)).toEqual(['others', '编辑结构'])
    const granted = (await findRow(portal, SLUG.changes, { where: { table: { equals: SLUG.grants } }, sort: '-id' }))!
    expect(await offered('owner', granted)).toEqual(['others', '授权'])
    expect(await offered('securityAdmin', granted)).toEqual(['can'])
    await undoChange(await owner(), renamed.id)
    expect(await offered('owner', renamed)).toEqual(['no'])
  })

  it('refuses what would break the structure afterwards, and changes nothing', async () => {
    const desk = await owner()
    const id = await saveRow(desk, { slug: SLUG.tags, data: { code: 'undo-3', name: { zh: '占代码' }, active: true } })
    await removeRow(desk, { slug: SLUG.tags, id })
    const removal = await last(id)
    await saveRow(desk, { slug: SLUG.tags, data: { code: 'undo-3', name: { zh: '后来的' }, active: true } })
    await expect(undoChange(await owner(), removal.id)).rejects.toMatchObject({ code: 'conflict', detail: { undo: [{ code: 'codeTaken' }] } })
  })
})
