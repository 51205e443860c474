import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRow, updateRowIf } from '@/db/rows'
import { emptyRegister } from '@/domain/registers/newRegister'
import type { ImportView } from '@/services/structure/package/importView'
import { STALE } from '@/services/structure/package/imports'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { undoWorld, type World } from '../helpers/undo/world'

type Row = Record<string, unknown>
type File = Row & { tags: Row[]; registers: Row[]; units: Row[] }

let world: World
let before: string

beforeAll(async () => {
  world = await undoWorld()
}, 120_000)
afterAll(() => world.portal.close())
beforeEach(async () => {
  before = (await world.standing()).file
})

const fileNow = async (): Promise<string> => (await world.standing()).file
const office = (): File => JSON.parse(before) as File
const withTag = (code: string): File => ({ ...office(), tags: [...office().tags, { code, name: { zh: `标签${code}` } }] })

const view = async (id: string): Promise<ImportView> => (await world.studio('GET packages/[id]', { params: { id } })) as unknown as ImportView

const BUSY: readonly string[] = ['reading', 'applying']

const settled = async (id: string): Promise<ImportView> => {
  for (let left = 400; left > 0; left -= 1) {
    const seen = await view(id)
    if (!BUSY.includes(seen.state)) return seen
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('never settled')
}

const sent = async (body: unknown): Promise<ImportView> => {
  const { id } = await world.studio('POST packages', { query: '?name=file.json', body })
  return settled(String(id))
}
const apply = (id: string) => world.studio('POST packages/[id]/apply', { params: { id }, body: { reason: '试试' } })
const applied = async (id: string): Promise<ImportView> => {
  await apply(id)
  return settled(id)
}

describe('a file that is no package', () => {
  const STRANGE: [string, unknown, string][] = [
    ['a number', 42, ''], ['nothing', null, ''], ['a list', [], ''], ['a word', 'zip', ''], ['another thing', { hello: 'world' }, '/schemaVersion'],
    ['lists that are words', { schemaVersion: 3, units: 'many', forms: {}, tags: 7 }, ''],
  ]

  it.each(STRANGE)('%s: is refused in words, with the place', async (_what, body, path) => {
    const seen = await sent(body)
    expect(seen.state).toBe('refused')
    expect(seen.problems.length).toBeGreaterThan(0)
    expect(seen.problems.every(({ where, what }) => where.length > 0 && what.length > 1 && !/undefined|\{|^[a-z]+[A-Z]/.test(what)), JSON.stringify(seen.problems)).toBe(true)
    if (path) expect(seen.problems.map((problem) => problem.path)).toContain(path)
    expect(await fileNow()).toBe(before)
  })

  it.each([['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8, 0])], ['half a file', new TextEncoder().encode('{"schemaVersion": 2, "units": [')]])('%s: is refused before it is read further', async (_what, bytes) => {
    const { id } = await world.studio('POST packages', { query: '?name=file.zip', raw: bytes })
    expect(await settled(String(id))).toMatchObject({ state: 'refused', problems: [{ path: '' }] })
    expect(await fileNow()).toBe(before)
  })

  it('of a hundred megabytes: is turned away at the door', async () => {
    await expect(world.studio('POST packages', { raw: new TextEncoder().encode('{}'), headers: { 'content-length': String(100 * 1024 * 1024) } })).rejects.toThrow(/413/)
    await expect(world.studio('POST packages', { raw: new Uint8Array(21 * 1024 * 1024).fill(32) })).rejects.toThrow(/413/)
    expect(await fileNow()).toBe(before)
  })
})

describe('a package that breaks what holds everywhere', () => {
  it('a register of residents is refused, under whatever name it comes', async () => {
    const people = { ...emptyRegister({ code: 'watch', name: { zh: '帮扶对象', en: 'Spots' }, subject: 'facility', page: { zh: '基本' }, field: { zh: '姓名' } }) }
    const seen = await sent({ ...office(), registers: [...office().registers, people] })
    expect(seen.state).toBe('refused')
    expect(seen.problems.map(({ path }) => path.replace(/\/registers\/\d+/, ''))).toEqual(expect.arrayContaining(['/name', '/pages/0/questions/0/label']))
    expect(seen.problems.some(({ what }) => what.includes('不给居民建名册'))).toBe(true)
    expect(await fileNow()).toBe(before)
  })

  it('so it is at the editor’s door and at Payload’s', async () => {
    const definition = emptyRegister({ code: 'watch', name: { zh: '空巢老人' }, subject: 'place', page: { zh: '基本' }, field: { zh: '住址' } })
    await expect(world.studio('POST definitions/[kind]', { params: { kind: 'register' }, body: { definition } })).rejects.toThrow(/400.*不给居民建名册/)
    const harmless = { ...definition, name: { zh: '楼里的事' } }
    await world.studio('POST definitions/[kind]', { params: { kind: 'register' }, body: { definition: harmless } })
    await expect(world.studio('PUT definitions/[kind]/[key]', { params: { kind: 'register', key: 'watch' }, body: { definition } })).rejects.toThrow(/400.*不给居民建名册/)
    await expect(world.studio('POST definitions/[kind]/[key]/publish', { params: { kind: 'register', key: 'watch' }, body: { reason: '试试' } })).rejects.toThrow(/400.*personDetails/)
    const { id } = (await findRow({ payload: world.portal.payload }, SLUG.registers, { where: { code: { equals: 'watch' } } }))!
    await expect(world.admin('POST', `/${SLUG.registers}/${id}/publish`, { reason: '试试' })).rejects.toThrow(/400.*personDetails/)
    await world.studio('DELETE definitions/[kind]/[key]', { params: { kind: 'register', key: 'watch' } })
  })

  it('levels, hours and boundaries that are wrong are told in words', async () => {
    const file = office()
    const levels = (file.levels as Row[]).map((row, at) => (at === 2 ? { ...row, order: 9 } : row))
    const seen = await sent({ ...file, levels, week: { ...(file.week as Row), 1: [{ from: 600, to: 540 }] }, units: file.units.map((row, at) => (at === 0 ? { ...row, boundary: { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1]]] } } : row)) })
    expect(seen.state).toBe('refused')
    expect(seen.problems.length).toBeGreaterThanOrEqual(3)
    expect(seen.problems.filter(({ what }) => /^[a-z]+[A-Z]\w*$/.test(what))).toEqual([])
  })
})

describe('two people at once', () => {
  it('the second is told that the structure changed, compares again, and both stand', async () => {
    const [one, two] = [await sent(withTag('first')), await sent(withTag('second'))]
    expect((await applied(one.id)).state).toBe('applied')
    await expect(apply(two.id)).rejects.toThrow(/409.*stale/)
    await world.studio('POST packages/[id]/compare', { params: { id: two.id }, body: {} })
    expect(await settled(two.id)).toMatchObject({ state: 'staged', counts: { added: 1, changed: 0, removed: 0 } })
    const done = await applied(two.id)
    for (const batch of [done.batch, (await view(one.id)).batch]) await world.studio('POST changes/[id]/undo', { params: { id: String(batch) }, body: {} })
    expect(await fileNow()).toBe(before)
  })

  it.runIf(isAtomic())('in the same moment, one is written and the other changes nothing', async () => {
    const files = [await sent(withTag('left')), await sent(withTag('right'))]
    await Promise.allSettled(files.map(({ id }) => apply(id)))
    const states = await Promise.all(files.map(async ({ id }) => (await settled(id)).state))
    expect(states.filter((state) => state === 'applied')).toHaveLength(1)
    const tags = (JSON.parse(await fileNow()) as File).tags.map(({ code }) => code)
    expect(tags.filter((code) => code === 'left' || code === 'right')).toHaveLength(1)
    const winner = files[states.indexOf('applied')]!
    await world.studio('POST changes/[id]/undo', { params: { id: String((await view(winner.id)).batch) }, body: {} })
    expect(await fileNow()).toBe(before)
  })
})

describe('an import that is cut short', () => {
  it('is said to have stopped, has changed nothing, and is applied again', async () => {
    const file = await sent(withTag('again'))
    const left = new Date(Date.now() - STALE - 1000).toISOString()
    await updateRowIf({ payload: world.portal.payload }, SLUG.imports, { id: { equals: file.id } }, { state: 'applying', updatedAt: left })
    const seen = await view(file.id)
    expect([seen.state, (seen.failed ?? '').length > 5, /stopped/.test(seen.failed ?? '')]).toEqual(['failed', true, false])
    expect(await fileNow()).toBe(before)
    const done = await applied(file.id)
    expect(done.state).toBe('applied')
    await world.studio('POST changes/[id]/undo', { params: { id: String(done.batch) }, body: {} })
    expect(await fileNow()).toBe(before)
  })
})

describe('an import after which people went on working', () => {
  it('is not taken back over their work: it says whose rows stand in the way, before and when it is tried', async () => {
    const file = office()
    const [first] = file.tags
    const done = await applied((await sent({ ...file, tags: [{ ...first, name: { zh: '文件里的名字' } }, ...file.tags.slice(1), { code: 'after', name: { zh: '新标签' } }] })).id)
    const tag = (await findRow({ payload: world.portal.payload }, SLUG.tags, { where: { code: { equals: String(first?.code) } } }))!
    await world.studio('PATCH rows/[slug]/[id]', { params: { slug: SLUG.tags, id: tag.id }, body: { data: { name: { zh: '后来的名字' } } } })
    const later = await world.newest()
    const standing = await fileNow()
    const detail = await world.studio('GET changes/[id]', { params: { id: String(done.batch) } }) as { undo?: { can: boolean; conflicts: { name: string; why: string }[] } }
    expect(detail.undo).toMatchObject({ can: false, conflicts: [{ name: expect.stringContaining('文件里的名字'), why: expect.stringContaining('名称') }] })
    await expect(world.studio('POST changes/[id]/undo', { params: { id: String(done.batch) }, body: {} })).rejects.toThrow(/409.*文件里的名字/)
    expect(await fileNow()).toBe(standing)
    await world.studio('POST changes/[id]/undo', { params: { id: later }, body: {} })
    await world.studio('POST changes/[id]/undo', { params: { id: String(done.batch) }, body: {} })
    expect(await fileNow()).toBe(before)
  })
})
