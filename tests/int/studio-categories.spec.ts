import { describe, expect, it } from 'vitest'
import { countRows, findRow, findRows, updateRowIf } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { undoChange } from '@/services/structure/undo'
import { closeCategory, moveCategory } from '@/services/studio/categories/acts'
import { addNode } from '@/services/studio/territory/add'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { ownerDesk } from '../helpers/deskOfUser'
import { openPortal } from '../helpers/portal'
import { openScene } from './structure/scene'

const scene = openScene(openPortal)
const { on, by, rows, settle, payload } = scene

const owner = (): Promise<Desk> => {
  forgetOfficeModel()
  return ownerDesk(payload())
}
const category = async (id: string) => (await findRow(rows(), SLUG.categories, { where: { id: { equals: id } } }))!
const add = async (name: string, parent?: string, more: Record<string, unknown> = {}) => addNode(await owner(), { slug: SLUG.categories, data: { name: { zh: name }, severity: 2, publicity: 'reporter', ...(parent ? { parent } : {}), ...more } })
const refused = async (work: Promise<unknown>): Promise<{ code: string; detail: { said?: { path: string; text: string }[] } }> => work.then(() => { throw new Error('was not refused') }, (error: unknown) => error as never)
const newest = async () => String((await findRows(rows(), SLUG.changes, { where: { table: { equals: SLUG.changes } }, sort: '-id', limit: 1 }))[0]?.id)
const codeOf = async (id: string) => { forgetOfficeModel(); return (await category(id)).code }

describe('a new node without a code', () => {
  it('gets the next one, past those that are taken elsewhere', async () => {
    const top = await add('新的大类', undefined, { code: 'neu' })
    const first = await add('第一', top)
    expect([await codeOf(first), (await category(first)).path]).toEqual(['neu-01', `/${top}/${first}/`])
    await add('占着号的', undefined, { code: 'neu-02' })
    expect(await codeOf(await add('第二', top))).toBe('neu-03')
    expect((await refused(add('同号', top, { code: 'neu-01' }))).code).toBe('invalid')
  })

  it.runIf(isAtomic())('gives two people who add at the same time two codes', async () => {
    const top = await add('同时加', undefined, { code: 'both' })
    const made = await Promise.all(['甲', '乙', '丙'].map((name) => add(name, top)))
    expect((await Promise.all(made.map(codeOf))).sort()).toEqual(['both-01', 'both-02', 'both-03'])
    const orders = await Promise.all(made.map(async (id) => (await category(id)).order))
    expect(new Set(orders).size).toBe(3)
  })

  it('says so where the pattern has no number left, and writes nothing', async () => {
    const desk = await owner()
    const before = await countRows(rows(), SLUG.units)
    await updateRowIf(rows(), SLUG.offices, { id: { equals: desk.model.office.id } }, { codePattern: 'digits15' })
    try {
      const level = desk.model.levels.all[1]?.id
      const answer = await refused(addNode(await owner(), { slug: SLUG.units, data: { name: { zh: '没有号' }, level, kind: 'area', parent: scene.unit('jw').id } }))
      expect(answer).toMatchObject({ code: 'invalid', detail: { said: [{ path: 'code', text: expect.stringContaining('编不出号') }] } })
      const long = await refused(addNode(await owner(), { slug: SLUG.units, data: { name: { zh: '太长' }, level: desk.model.levels.all[0]?.id, kind: 'area', code: '110105001001001' } }))
      expect(long.detail.said).toEqual([{ path: 'code', text: expect.stringContaining('写 6 位') }])
      expect(await countRows(rows(), SLUG.units)).toBe(before)
    } finally {
      await updateRowIf(rows(), SLUG.offices, { id: { equals: desk.model.office.id } }, { codePattern: desk.model.office.codePattern ?? 'free' })
    }
  })
})

describe('categories that move and close', () => {
  const tree = async (mark: string) => {
    const [from, to] = [await add(`${mark}旧`, undefined, { code: `${mark}-a` }), await add(`${mark}新`, undefined, { code: `${mark}-b` })]
    const branch = await add(`${mark}枝`, from, { code: `${mark}-c` })
    const leaf = await add(`${mark}叶`, branch, { code: `${mark}-d` })
    forgetOfficeModel()
    return { from, to, branch, leaf }
  }

  it('moves a branch with all below it; open matters follow, what is done stays; one click takes it back', async () => {
    const { from, to, branch, leaf } = await tree('mv')
    const { matter: open } = await on.create({ category: 'mv-d' })
    const { matter: done } = await on.create({ category: 'mv-c' })
    await on.move(done.id, 'reject', { by: by('intake'), input: { reason: '不归街道', responsible: '物业' } })
    expect((await refused(moveCategory(await owner(), { category: branch, parent: to, reason: '' }))).detail.said?.[0]?.path).toBe('reason')
    expect((await refused(moveCategory(await owner(), { category: branch, parent: leaf, reason: '绕圈' }))).code).toBe('invalid')
    expect((await refused(moveCategory(await owner(), { category: 'nobody', parent: to, reason: '没有的' }))).code).toBe('notFound')
    expect((await category(leaf)).path).toBe(`/${from}/${branch}/${leaf}/`)

    await moveCategory(await owner(), { category: branch, parent: to, reason: '重新归类' })
    expect([(await category(branch)).path, (await category(leaf)).path]).toEqual([`/${to}/${branch}/`, `/${to}/${branch}/${leaf}/`])
    expect(await findRows(rows(), SLUG.tasks, { where: { subject: { equals: branch } } })).toMatchObject([{ kind: 'repath', total: 1, input: expect.objectContaining({ tree: SLUG.categories }) }])
    const batch = await newest()
    expect(await findRow(rows(), SLUG.changes, { where: { id: { equals: batch } } })).toMatchObject({ reason: '重新归类', count: 1 })
    await settle()
    expect((await on.fresh(open.id)).categoryPath).toBe(`/${to}/${branch}/${leaf}/`)
    expect((await on.fresh(done.id)).categoryPath).toBe(`/${from}/${branch}/`)

    await undoChange(await owner(), batch, '还是原来的好')
    expect([(await category(branch)).path, (await category(leaf)).path]).toEqual([`/${from}/${branch}/`, `/${from}/${branch}/${leaf}/`])
    await settle()
    expect((await on.fresh(open.id)).categoryPath).toBe(`/${from}/${branch}/${leaf}/`)
  })

  it('hangs a branch at the top, and leaves it where it is told to stay', async () => {
    const { from, branch, leaf } = await tree('tp')
    await moveCategory(await owner(), { category: branch, parent: from, reason: '没有动' })
    expect(await countRows(rows(), SLUG.tasks, { subject: { equals: branch } })).toBe(0)
    await moveCategory(await owner(), { category: branch, reason: '提上来' })
    expect([(await category(branch)).path, (await category(leaf)).path]).toEqual([`/${branch}/`, `/${branch}/${leaf}/`])
    expect((await category(branch)).parent ?? null).toBeNull()
  })

  it('closes a branch with all below it as one change; nobody chooses it, what has it goes on', async () => {
    const { to, branch, leaf } = await tree('cl')
    const { matter } = await on.create({ category: 'cl-d' })
    expect((await refused(closeCategory(await owner(), { category: branch, reason: ' ' }))).code).toBe('invalid')
    expect((await category(branch)).active).toBe(true)
    await closeCategory(await owner(), { category: branch, reason: '不再用' })
    expect([(await category(branch)).active, (await category(leaf)).active, (await category(to)).active]).toEqual([false, false, true])
    forgetOfficeModel()
    await expect(on.create({ category: 'cl-d' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await on.fresh(matter.id)).toMatchObject({ open: true, category: leaf })
    const batch = await newest()
    expect(await findRow(rows(), SLUG.changes, { where: { id: { equals: batch } } })).toMatchObject({ count: 2, reason: '不再用' })
    await undoChange(await owner(), batch, '还要用')
    expect([(await category(branch)).active, (await category(leaf)).active]).toEqual([true, true])
    expect((await needModel(payload())).categories.byId.get(leaf)?.active).toBe(true)
  })
})
