import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow, findRows } from '@/db/rows'
import { enterMatter } from '@/services/desk/create'
import { openMatter } from '@/services/desk/matter/open'
import { exportEntries } from '@/services/registers/files'
import { applyImport, readImport, stageEntries } from '@/services/registers/importing'
import { parseEntryQuery, readEntries } from '@/services/registers/list'
import { mapVM } from '@/services/registers/map'
import { pickEntries } from '@/services/registers/pointing'
import { qrVM } from '@/services/registers/qr'
import { entryVM } from '@/services/registers/read'
import { needEditor, needEntry, needRegister, registersOf, type Register } from '@/services/registers/register'
import { closeEntry, reviewEntry, saveEntry } from '@/services/registers/save'
import { lastImport, undoEntries } from '@/services/registers/undoImport'
import type { EntryInput } from '@/services/registers/view'
import { parseCsv } from '@/domain/tables'
import { createLocalReq } from 'payload'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { deskOfRole, openDeskPortal, type DeskPortal } from '../helpers/desk'

let portal: DeskPortal
let keeper: Desk
let sites: Register
const units = { here: '', there: '', code: '' }

const deskIn = (username: string, role: string, unit?: string): Promise<Desk> => deskOfRole(portal, { username, role, ...(unit ? { unit } : {}) })

const site = (change: Partial<EntryInput> = {}, answers: Record<string, unknown> = {}): EntryInput => ({
  answers: { name: '三号楼外立面', state: String(sites.def.pages[0]!.questions.find(({ key }) => key === 'state')!.options![0]!.code), workers: 12, ...answers }, unit: units.here, address: '枫林路 3 号', ...change,
})

beforeAll(async () => {
  portal = await openDeskPortal()
  keeper = await deskIn('keeper', 'gridOfficer')
  sites = await needRegister(keeper, 'sites')
  const branches = keeper.model.units.all.filter(({ path }) => path.split('/').length === 4)
  units.here = branches[0]!.id
  units.there = branches[1]!.id
  units.code = branches[0]!.code
})
afterAll(() => portal.close())

describe('entries', () => {
  it('are kept with their fields checked, found, and written to history and audit', async () => {
    const made = await saveEntry(keeper, sites, site())
    expect(made).toMatchObject({ code: '0001', revision: 1 })
    const row = await needEntry(keeper, sites, '0001')
    expect(row).toMatchObject({ title: '三号楼外立面', path: keeper.model.units.byId.get(units.here)!.path, revision: 1 })
    expect(Date.parse(row.reviewDue!)).toBeGreaterThan(Date.now())
    expect((await readEntries(keeper, sites, { query: { text: '枫林 外立面' } })).rows.map(({ code }) => code)).toEqual(['0001'])
    expect((await readEntries(keeper, sites, { query: { text: '枫林 幕墙' } })).rows).toEqual([])
    const changed = await saveEntry(keeper, sites, { ...site({}, { workers: 30 }), revision: 1, reason: '赶工期' }, '0001')
    expect(changed.revision).toBe(2)
    const { history } = await entryVM(keeper, sites, await needEntry(keeper, sites, '0001'))
    expect(history.map(({ what }) => what)).toEqual(['修改', '新登记'])
    expect(history[0]).toMatchObject({ who: 'name-keeper', reason: '赶工期', changes: [{ before: '12', after: '30' }] })
    expect(await countRows(portal, SLUG.audit, { and: [{ targetKind: { equals: SLUG.entries } }, { target: { equals: row.id } }] })).toBe(2)
  })

  it('name every fault at once, and keep nothing', async () => {
    const before = await countRows(portal, SLUG.entries)
    const wrong = saveEntry(keeper, sites, { answers: { workers: 'many' }, unit: 'nosuch', lng: 500, lat: 1, address: 'x'.repeat(201) })
    await expect(wrong).rejects.toMatchObject({ code: 'invalid' })
    const { fields } = (await wrong.catch((error: unknown) => error)) as { fields: { field: string }[] }
    expect(fields.map(({ field }) => field).sort()).toEqual(['address', 'lng', 'q.name', 'q.state', 'q.workers', 'unit'])
    await expect(saveEntry(keeper, sites, site({ code: '0001' }))).rejects.toMatchObject({ fields: [{ field: 'code', code: 'codeTaken' }] })
    await expect(saveEntry(keeper, sites, site({ code: '../etc' }))).rejects.toMatchObject({ fields: [{ field: 'code', code: 'badCode' }] })
    expect(await countRows(portal, SLUG.entries)).toBe(before)
  })

  it('that somebody saved meanwhile are not overwritten unseen: who and what is told', async () => {
    await saveEntry(keeper, sites, site({ code: 'race' }))
    await saveEntry(keeper, sites, { ...site({}, { workers: 5 }), revision: 1 }, 'race')
    const late = saveEntry(keeper, sites, { ...site({}, { workers: 7 }), revision: 1 }, 'race')
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: { revision: 2, by: 'name-keeper', changes: [{ before: '5', after: '7' }] } })
    const both = await Promise.allSettled([1, 2].map((workers) => saveEntry(keeper, sites, { ...site({}, { workers }), revision: 2 }, 'race')))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('are closed with a reason, reviewed, and put back', async () => {
    await saveEntry(keeper, sites, site({ code: 'shut' }))
    await expect(closeEntry(keeper, sites, { code: 'shut', revision: 1, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' })
    await closeEntry(keeper, sites, { code: 'shut', revision: 1, reason: '完工' })
    expect((await readEntries(keeper, sites, { query: {} })).rows.map(({ code }) => code)).not.toContain('shut')
    expect((await readEntries(keeper, sites, { query: { state: 'closed' } })).rows.map(({ code }) => code)).toEqual(['shut'])
    await closeEntry(keeper, sites, { code: 'shut', revision: 2, reason: '又开工', open: true })
    await reviewEntry(keeper, sites, { code: 'shut', revision: 3 })
    const { history, review } = await entryVM(keeper, sites, await needEntry(keeper, sites, 'shut'))
    expect([review, history.map(({ what }) => what)]).toEqual(['fine', ['复核，情况属实', '恢复使用', '停用', '新登记']])
  })

  it('are listed page by page in every order, and by their fields', async () => {
    for (let count = 0; count < 12; count += 1) await saveEntry(keeper, sites, site({ unit: count % 2 ? units.there : units.here }, { name: `工地 ${String.fromCharCode(65 + count)}`, workers: count, night: count > 8 }))
    for (const sort of ['title', '-title', 'code', '-editedAt', 'reviewDue', 'q.workers', '-q.workers']) {
      const seen: string[] = []
      for (let after: string | undefined, first = true; first || after; first = false) {
        const page = await readEntries(keeper, sites, { query: { sort, text: '工地' }, limit: 5, ...(after ? { after } : {}) })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 12, 12])
    }
    const found = async (query: string) => (await readEntries(keeper, sites, { query: parseEntryQuery(new URLSearchParams(query)) })).total
    expect(await found('q.workers=3..5&text=工地')).toBe(3)
    expect(await found('q.night=yes')).toBe(3)
    expect(await found(`text=工地&unit=${units.there}`)).toBe(6)
    expect(await found('review=late')).toBe(0)
    await expect(readEntries(keeper, sites, { query: {}, after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('access', () => {
  it('ends at the unit: lists, single entries, maps, files and codes agree', async () => {
    const near = await deskIn('near', 'gridOfficer', units.here)
    const register = await needRegister(near, 'sites')
    const { path } = near.model.units.byId.get(units.here)!
    const rows = (await readEntries(near, register, { query: { state: 'all' }, limit: 200 })).rows
    const all = await findRows(portal, SLUG.entries, { where: { register: { equals: register.id } } })
    const mine = all.filter((row) => row.path?.startsWith(path)).map(({ id }) => id)
    expect(rows.map(({ id }) => id).sort()).toEqual(mine.sort())
    const other = all.find((row) => !row.path?.startsWith(path))!
    await expect(needEntry(near, register, other.code)).rejects.toMatchObject({ code: 'notFound' })
    await expect(saveEntry(near, register, { ...site(), revision: other.revision }, other.code)).rejects.toMatchObject({ code: 'notFound' })
    await expect(saveEntry(near, register, site({ unit: units.there }))).rejects.toMatchObject({ code: 'notAllowed' })
    const own = all.find((row) => row.path?.startsWith(path) && row.active !== false)!
    await expect(saveEntry(near, register, { ...site({ unit: units.there }), revision: own.revision }, own.code)).rejects.toMatchObject({ code: 'notAllowed' })
    expect((await mapVM(near, register, { state: 'all' })).points.every(({ id }) => mine.includes(id))).toBe(true)
    const csv = (await exportEntries(near, register, { query: { state: 'all' }, format: 'csv' })).bytes.toString('utf8')
    expect(parseCsv(csv).length - 1).toBe(mine.length)
    expect((await qrVM(near, register, { query: {}, origin: 'http://x' })).cards.map(({ code }) => code)).not.toContain(other.code)
    await expect(qrVM(near, register, { query: {}, entry: other.code, origin: 'http://x' })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('ends at the role: who may only look changes nothing, who holds nothing finds nothing', async () => {
    const looker = await deskIn('looker', 'director')
    const register = await needRegister(looker, 'sites')
    await expect(needEditor(looker, 'sites')).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(saveEntry(looker, register, site())).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(saveEntry(looker, register, { ...site(), revision: 2 }, '0001')).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(reviewEntry(looker, register, { code: '0001', revision: 2 })).rejects.toMatchObject({ code: 'notAllowed' })
    const blank: Desk = { ...looker, viewer: { ...looker.viewer, grants: [] } }
    expect(await registersOf(blank)).toEqual([])
    await expect(needRegister(blank, 'sites')).rejects.toMatchObject({ code: 'notFound' })
    await expect(needRegister(looker, 'nosuch')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is closed on every door of Payload, history included', async () => {
    const owner = await deskIn('boss', 'owner')
    const req = await createLocalReq({ user: owner.req.user! }, portal.payload)
    await expect(portal.payload.find({ collection: SLUG.entries, req, overrideAccess: false })).rejects.toThrow()
    const seen = await portal.payload.find({ collection: SLUG.changes, req, overrideAccess: false, limit: 500 })
    expect(seen.docs.filter(({ table }) => table === SLUG.entries)).toEqual([])
    expect(await countRows(portal, SLUG.changes, { table: { equals: SLUG.entries } })).toBeGreaterThan(0)
  })
})

describe('files', () => {
  const csv = (rows: string[][]) => Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))
  const headOf = async (): Promise<string[]> => parseCsv((await exportEntries(keeper, sites, { query: { text: 'nothing at all' }, format: 'csv' })).bytes.toString('utf8'))[0]!.map(String)

  it.each(['csv', 'xlsx'] as const)('go out and come in again without a change: %s', async (format) => {
    await saveEntry(keeper, sites, site({ code: `formula-${format}` }, { name: '=HYPERLINK("http://x")', builder: '@cmd,"q"' }))
    const { bytes } = await exportEntries(keeper, sites, { query: {}, format })
    if (format === 'csv') expect([bytes.subarray(0, 3).toString('hex'), bytes.toString('utf8').includes(',"\'=HYPERLINK(""http://x"")",')]).toEqual(['efbbbf', true])
    const staged = await stageEntries(keeper, sites, { name: `x.${format}`, bytes })
    expect(staged).toMatchObject({ state: 'staged', added: 0, changed: 0 })
    expect(staged.same).toBeGreaterThan(10)
  })

  it('are refused whole, with every fault at its cell', async () => {
    const before = await countRows(portal, SLUG.entries)
    const head = await headOf()
    const unit = head.indexOf('网格编码')
    const row = (change: Record<number, string>): string[] => head.map((_cell, at) => change[at] ?? '')
    const state = head.indexOf('状态') >= 0 ? head.indexOf('状态') : head.length - 6
    const staged = await stageEntries(keeper, sites, { name: 'bad.csv', bytes: csv([head, row({ 1: '好工地', [state]: '不存在的', [unit]: units.code }), row({ [unit]: 'nosuch' })]) })
    expect(staged.state).toBe('refused')
    expect(staged.faults.map(({ where }) => where)).toContain('第 3 行 B 列')
    expect(staged.faults.some(({ where, text }) => /^第 3 行 [A-Z] 列$/.test(where) && text.includes('nosuch'))).toBe(true)
    await expect(applyImport(keeper, sites, { id: staged.id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await countRows(portal, SLUG.entries)).toBe(before)
  })

  const exported = async (text: string): Promise<string[][]> =>
    parseCsv((await exportEntries(keeper, sites, { query: { text }, format: 'csv' })).bytes.toString('utf8')).map((row) => row.map(String))

  it('are applied once, whole, as one change, by whoever brought them', async () => {
    const [head = [], first = []] = await exported('0001')
    const [fresh, changed] = [['', '新来的工地', ...first.slice(2)], [first[0] ?? '', '三号楼外立面改造', ...first.slice(2)]]
    const staged = await stageEntries(keeper, sites, { name: 'good.csv', bytes: csv([head, changed, fresh]) })
    expect(staged).toMatchObject({ state: 'staged', added: 1, changed: 1, same: 0 })
    expect((await readEntries(keeper, sites, { query: { text: '新来的工地' } })).rows).toEqual([])
    const stranger = await deskIn('stranger', 'gridOfficer')
    await expect(readImport(stranger, sites, staged.id)).rejects.toMatchObject({ code: 'notFound' })
    expect((await applyImport(keeper, sites, { id: staged.id, reason: '月底核对' })).state).toBe('applied')
    await expect(applyImport(keeper, sites, { id: staged.id })).rejects.toMatchObject({ code: 'conflict' })
    expect((await readEntries(keeper, sites, { query: { text: '新来的工地' } })).rows).toHaveLength(1)
    expect(await needEntry(keeper, sites, '0001')).toMatchObject({ title: '三号楼外立面改造', revision: 3 })
    expect(await findRow(portal, SLUG.changes, { where: { and: [{ reason: { equals: '月底核对' } }, { table: { equals: SLUG.changes } }] } })).toMatchObject({ count: 2 })
    const { history } = await entryVM(keeper, sites, await needEntry(keeper, sites, '0001'))
    expect(history[0]).toMatchObject({ reason: '月底核对', what: '修改' })
  })

  it('are taken back as one, by anybody who may edit every entry in them: what was added goes, or is closed where a matter is about it; what was changed since stands in the way and is named', async () => {
    const [head = [], first = []] = await exported('0001')
    const line = (code: string, name: string) => first.map((cell, at) => (at === 0 ? code : at === 1 ? name : cell))
    const all = () => findRows(portal, SLUG.entries, { where: { register: { equals: sites.id } }, sort: 'id' })
    const before = await all()
    const staged = await stageEntries(keeper, sites, { name: 'back.csv', bytes: csv([head, line('0001', '改错的名字'), line('back-1', '多出来的'), line('back-2', '有人反映的')]) })
    await applyImport(keeper, sites, { id: staged.id })
    expect(await lastImport(keeper, sites)).toMatchObject({ id: staged.id, count: 3, undone: false })
    const touched = await needEntry(keeper, sites, 'back-1')
    await saveEntry(keeper, sites, { ...site({}, { name: '又改了' }), revision: touched.revision }, 'back-1')
    await expect(undoEntries(keeper, sites, { id: staged.id })).rejects.toMatchObject({ code: 'conflict', detail: { said: [{ text: expect.stringContaining('又改了') }] } })
    expect(await needEntry(keeper, sites, '0001')).toMatchObject({ title: '改错的名字' })
    const again = await needEntry(keeper, sites, 'back-1')
    await portal.payload.db.updateOne({ collection: SLUG.entries, id: again.id, data: { ...touched, revision: again.revision }, returning: false })

    const { id: matter } = await portal.enter()
    const { id: kept } = await needEntry(keeper, sites, 'back-2')
    await portal.payload.db.updateOne({ collection: SLUG.matters, id: matter, data: { entry: kept }, returning: false })
    const [elsewhere, colleague] = [await deskIn('stranger-2', 'gridOfficer', units.there), await deskIn('colleague', 'gridOfficer')]
    expect(await lastImport(elsewhere, sites)).toBeUndefined()
    await expect(undoEntries(elsewhere, sites, { id: staged.id })).rejects.toMatchObject({ code: 'notAllowed' })
    expect(await lastImport(colleague, sites)).toMatchObject({ id: staged.id, by: 'name-keeper', undone: false })
    expect(await undoEntries(colleague, sites, { id: staged.id, reason: '文件拿错了' })).toMatchObject({ undone: true })
    await expect(undoEntries(keeper, sites, { id: staged.id })).rejects.toMatchObject({ code: 'conflict', detail: { undone: true } })
    const after = await all()
    const told = (rows: typeof before) => rows.filter(({ code }) => code !== 'back-2').map(({ code, title, answers, unit, address, active, path, searchText }) => [code, title, answers, unit, address, active, path, searchText])
    expect(told(after)).toEqual(told(before))
    expect(after.find(({ code }) => code === 'back-2')).toMatchObject({ active: false })
    expect((await entryVM(keeper, sites, await needEntry(keeper, sites, '0001'))).history[0]).toMatchObject({ reason: '文件拿错了', what: '修改' })
  })

  it('that were checked before somebody changed an entry write nothing', async () => {
    const [head = [], first = []] = await exported('race')
    const changed = first.map((cell, at) => (at === 1 ? '改名' : cell))
    const staged = await stageEntries(keeper, sites, { name: 'late.csv', bytes: csv([head, changed, changed.map((cell, at) => (at === 0 ? 'race-2' : cell))]) })
    const { revision } = await needEntry(keeper, sites, 'race')
    await saveEntry(keeper, sites, { ...site({}, { workers: 99 }), revision }, 'race')
    await expect(applyImport(keeper, sites, { id: staged.id })).rejects.toMatchObject({ code: 'conflict' })
    await expect(needEntry(keeper, sites, 'race-2')).rejects.toMatchObject({ code: 'notFound' })
  })

  it.each([['empty', Buffer.alloc(0)], ['no spreadsheet', Buffer.from([0, 1, 2, 3])], ['a broken workbook', Buffer.from('504b0304ffff', 'hex')]])('that are %s say so', async (_case, bytes) => {
    expect((await stageEntries(keeper, sites, { name: 'x', bytes })).state).toBe('refused')
  })
})

describe('matters', () => {
  const enter = (desk: Desk, entry: string, category = 'public-safety-road') => enterMatter(desk, {
    key: `entry-${Math.random()}`, source: desk.model.sources.byCode.get('hotline')!.id, text: '工地夜里还在施工', category: desk.model.categories.byCode.get(category)!.id,
    unit: units.here, answers: { danger: 'no', since: 'week' }, contact: { callback: false }, entry,
  }, [])

  it('point at an entry of a register that names their type, both ways', async () => {
    const clerk = await portal.deskFor('clerk')
    const { id } = await needEntry(keeper, sites, '0001')
    const type = clerk.model.types.byCode.get('report')!.id
    expect((await pickEntries(clerk, { q: '外立面改造', type })).options.map((option) => option.id)).toEqual([id])
    const made = await enter(clerk, id)
    expect((await findRow(portal, SLUG.matters, { where: { id: { equals: made.id } } }))?.entry).toBe(id)
    const matter = await openMatter(await portal.deskFor('dispatch'), made.id)
    expect(matter.entry).toMatchObject({ name: '三号楼外立面改造', href: '/desk/registers/sites/e/0001' })
    const dispatcher = await portal.deskFor('dispatch')
    expect((await entryVM(dispatcher, sites, await needEntry(dispatcher, sites, '0001'))).matters.map((line) => line.id)).toEqual([made.id])
    const near = await portal.deskFor('near')
    const blind: Desk = { ...near, may: () => false }
    expect((await entryVM(blind, sites, await needEntry(near, sites, '0001'))).matters).toEqual([])
  })

  it('do not point where the register does not name their type, the entry is closed, or the person may not see it', async () => {
    const clerk = await portal.deskFor('clerk')
    const trainings = await needRegister(keeper, 'trainings')
    const questions = trainings.def.pages.flatMap((page) => page.questions)
    const code = (key: string) => questions.find((question) => question.key === key)!.options![0]!.code
    await saveEntry(keeper, trainings, { code: 't1', answers: { name: '消防演练', on: '2026-11-01', kind: code('kind'), team: code('team') } })
    const training = await needEntry(keeper, trainings, 't1')
    await expect(enter(clerk, training.id)).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'entry' }] })
    await saveEntry(keeper, sites, site({ code: 'gone' }))
    const gone = await needEntry(keeper, sites, 'gone')
    await closeEntry(keeper, sites, { code: 'gone', revision: 1, reason: '完工' })
    await expect(enter(clerk, gone.id)).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'entry' }] })
    const blank: Desk = { ...clerk, viewer: { ...clerk.viewer, grants: clerk.viewer.grants.map((grant) => ({ ...grant, permissions: grant.permissions.filter((each) => !each.startsWith('register.')) })) } }
    await expect(enter(blank, (await needEntry(keeper, sites, '0001')).id)).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'entry' }] })
  })
})

describe('where an entry lies', () => {
  it('lie in the unit that was typed: its id, code, name, or an offered line', async () => {
    const unit = keeper.model.units.byId.get(units.here)!
    for (const typed of [unit.id, unit.code, unit.name.zh, `${unit.name.zh} · 上级 › ${unit.code}`]) {
      const { code } = await saveEntry(keeper, sites, site({ unit: typed, address: '按名字放的' }))
      expect((await needEntry(keeper, sites, code)).unit).toBe(unit.id)
    }
    await expect(saveEntry(keeper, sites, site({ unit: '没有这个地方' }))).rejects.toMatchObject({ fields: [{ field: 'unit', code: 'notOffered', params: { value: '没有这个地方' } }] })
    expect((await readEntries(keeper, sites, { query: parseEntryQuery(new URLSearchParams({ unit: unit.name.zh, text: '按名字' })) })).total).toBe(4)
  })
})
