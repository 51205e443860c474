import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { countRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { applyImport } from '@/services/structure/importApply'
import { dropImport } from '@/services/structure/importStage'
import { templateFile } from '@/services/structure/importTemplate'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { importBench, told, type Line } from './structure/importBench'

const bench = importBench()
const { rows, stage, stageLines, count } = bench

describe('a category tree from a spreadsheet', () => {
  it('takes three levels with more than 500 leaves, with a preview, as one change', { timeout: 60_000 }, async () => {
    const lines: Line[] = [['一级类别', '二级类别', '三级类别', '严重程度', '关键词', '公开范围']]
    for (let a = 0; a < 8; a += 1) for (let b = 0; b < 8; b += 1) for (let c = 0; c < 8; c += 1) lines.push([b + c === 0 ? `大类${a}` : null, c === 0 ? `中类${a}${b}` : null, `小类${a}${b}${c}`, '较重', '词一、词二', '可以公开'])
    const before = await count(SLUG.categories)
    const changesBefore = await countRows(rows(), SLUG.changes)
    const started = performance.now()
    const staged = await stageLines('categories', lines)
    expect(told(staged)).toEqual([])
    expect(staged).toMatchObject({ state: 'staged', counts: { add: 8 + 64 + 512, change: 0, same: 0 } })
    expect(await count(SLUG.categories)).toBe(before)
    const applied = await applyImport(bench.desk, staged.id, '按新目录')
    const seconds = (performance.now() - started) / 1000
    console.info(`584 categories in ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(30)
    expect(applied.state).toBe('applied')
    expect(await count(SLUG.categories)).toBe(before + 584)
    const model = await needModel(bench.portal.payload)
    const leaf = model.categories.all.find(({ name }) => name.zh === '小类777')!
    const above = model.categories.byId.get(leaf.parent!)!
    expect(leaf).toMatchObject({ severity: 2, keywords: '词一、词二', publicity: 'public', active: true, path: `${above.path}${leaf.id}/` })
    expect(model.categories.byId.get(above.parent!)?.name.zh).toBe('大类7')
    expect(new Set(model.categories.all.map(({ code }) => code)).size).toBe(model.categories.all.length)
    const head = await findRow(rows(), SLUG.changes, { where: { id: { equals: applied.batch! } } })
    expect(head).toMatchObject({ count: 584, reason: '按新目录', table: SLUG.changes })
    expect(await countRows(rows(), SLUG.changes)).toBe(changesBefore + 585)
    await expect(applyImport(bench.desk, staged.id, '再来一次')).rejects.toMatchObject({ code: 'conflict' })

    const again = await stageLines('categories', lines)
    expect(again.counts).toMatchObject({ add: 0, change: 0, same: 584 })
  })

  it('changes what its code names, and leaves what an empty cell says nothing of', async () => {
    const model = await needModel(bench.portal.payload)
    const [one] = model.categories.all
    const staged = await stageLines('categories', [['编码', '名称', '严重程度', '说明'], [one!.code, null, 4, '新的说明'], ['fresh-1', '新类别', null, null]])
    expect(staged.rows).toMatchObject([{ action: 'change', fields: expect.arrayContaining(['help']), line: 2 }, { action: 'add', code: 'fresh-1' }])
    await applyImport(bench.desk, staged.id, '补说明')
    const after = (await needModel(bench.portal.payload)).categories.byId.get(one!.id)!
    expect(after).toMatchObject({ severity: 4, name: one!.name, keywords: one!.keywords })
    expect(after.help).toMatchObject({ zh: '新的说明' })
  })

  it('says row and cell of everything that is wrong, and changes nothing', async () => {
    const before = await count(SLUG.categories)
    const staged = await stageLines('categories', [
      ['编码', '名称', '上级', '严重程度', '事项类型'],
      ['n-1', '甲', null, '要命', null],
      ['n 2', '乙', '没有这个', 1, null],
      ['n-3', null, null, 1, '没有这种'],
      ['n-1', '丁', null, 9, null],
    ])
    expect(staged.state).toBe('refused')
    expect(told(staged)).toEqual([[2, 3, 'notOffered'], [3, 0, 'badCode'], [3, 2, 'parentUnknown'], [4, 1, 'required'], [4, 4, 'notOffered'], [5, 0, 'codeTwice'], [5, 3, 'notOffered']])
    await expect(applyImport(bench.desk, staged.id, '硬来')).rejects.toMatchObject({ code: 'conflict' })
    expect(await count(SLUG.categories)).toBe(before)
    await dropImport(bench.desk, staged.id)
  })

  it('reads what Chinese Windows writes', async () => {
    const gbk = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0xc2, 0xb7, 0xb5, 0xc6, 0x0d, 0x0a])
    const staged = await stage('categories', gbk)
    expect(staged.rows).toMatchObject([{ name: '路灯', action: 'add' }])
  })
})

describe('units from a spreadsheet', () => {
  it('takes 2,000 units in a tree, in their places', { timeout: 60_000 }, async () => {
    const model = await needModel(bench.portal.payload)
    const [, second, third, fourth] = model.levels.all
    const top = model.units.all.find(({ parent }) => !parent)!
    const lines: Line[] = [['名称', '层级', '上级网格', '类型', '电话', '负责人', '编码']]
    for (let a = 0; a < 20; a += 1) {
      lines.push([`新社区${a}`, second!.name.zh, null, '社区', '65550101', 'planner', `new-${a}`])
      for (let b = 0; b < 9; b += 1) {
        lines.push([`新组${a}-${b}`, third!.name.zh, `new-${a}`, '楼群', null, null, `new-${a}-${b}`])
        for (let c = 0; c < 10; c += 1) lines.push([`门${a}-${b}-${c}`, fourth!.name.zh, `new-${a}-${b}`, null, null, null, null])
      }
    }
    expect(lines.length - 1).toBe(2000)
    const before = await count(SLUG.units)
    const started = performance.now()
    const staged = await stageLines('units', lines)
    expect(told(staged)).toEqual([])
    const compared = (performance.now() - started) / 1000
    await applyImport(bench.desk, staged.id, '新建网格')
    const seconds = (performance.now() - started) / 1000
    console.info(`2,000 units in ${seconds.toFixed(1)} s: read and compared in ${compared.toFixed(1)} s, written in ${(seconds - compared).toFixed(1)} s`)
    expect(seconds).toBeLessThan(30)
    expect(await count(SLUG.units)).toBe(before + 2000)
    const { units } = await needModel(bench.portal.payload)
    expect(units.byCode.get('new-19')).toMatchObject({ path: `${top.path}${units.byCode.get('new-19')!.id}/`, lead: bench.portal.ids.planner, publicPhone: '65550101', kind: 'community' })
    expect(units.byCode.get('new-19-8-10')).toMatchObject({ level: fourth!.id, path: expect.stringContaining(units.byCode.get('new-19-8')!.path), name: expect.objectContaining({ zh: '门19-8-9' }) })
  })

  it.runIf(isAtomic())('gives nothing when the file broke off half way', async () => {
    const staged = await stageLines('units', [['名称', '层级'], ['临时社区甲', '2'], ['临时社区乙', '2']])
    expect(told(staged)).toEqual([])
    const before = await count(SLUG.units)
    const row = (await findRow(rows(), SLUG.imports, { where: { id: { equals: staged.id } } }))!
    // The second row gets the id of the first: its writing fails after the first was written.
    const kept = row.staged as { rows: { id: string }[] }
    await updateRowIf(rows(), SLUG.imports, { id: { equals: staged.id } }, { staged: { ...kept, rows: kept.rows.map((each) => ({ ...each, id: kept.rows[0]!.id })) } as never })
    await expect(applyImport(bench.desk, staged.id, '坏的')).rejects.toBeInstanceOf(Error)
    expect(await count(SLUG.units)).toBe(before)
    expect(await findRow(rows(), SLUG.imports, { where: { id: { equals: staged.id } } })).toMatchObject({ state: 'failed' })
  })

  it('refuses what was compared with an older structure', async () => {
    const staged = await stageLines('units', [['名称', '层级'], ['过时社区', '2']])
    const { units } = await needModel(bench.portal.payload)
    const before = await count(SLUG.units)
    await updateRowIf(rows(), SLUG.units, { id: { equals: units.byCode.get('new-1')!.id } }, { publicPhone: '65550102' })
    await expect(applyImport(bench.desk, staged.id, '晚了')).rejects.toMatchObject({ code: 'conflict', detail: { stale: true } })
    expect(await count(SLUG.units)).toBe(before)
  })

  it('says which cell hangs a unit in a wrong place', async () => {
    const { units, levels } = await needModel(bench.portal.payload)
    const door = units.byCode.get('new-19-8-10')!
    const staged = await stageLines('units', [['名称', '层级', '上级', '编码'], ['错层', levels.all[1]!.name.zh, door.code, 'x-1'], ['没层', null, door.code, 'x-2'], ['没上级', levels.all[3]!.name.zh, null, 'x-3'], [null, null, 'new-19-8', 'new-19']])
    expect(staged.state).toBe('refused')
    expect(told(staged)).toEqual([[5, 2, 'circle']])
    const places = await stageLines('units', [['名称', '层级', '上级', '编码'], ['错层', levels.all[1]!.name.zh, door.code, 'x-1'], ['没上级', levels.all[3]!.name.zh, null, 'x-3']])
    expect(told(places)).toEqual([[2, 1, 'levelOrder'], [3, 1, 'topLevel']])
  })

  it('moves a unit that stands, with all below it', async () => {
    const before = (await needModel(bench.portal.payload)).units
    const staged = await stageLines('units', [['编码', '上级'], ['new-3-1', 'new-4']])
    expect(staged.rows).toMatchObject([{ action: 'change', fields: ['parent'] }])
    await applyImport(bench.desk, staged.id, '划给四社区')
    const { units } = await needModel(bench.portal.payload)
    const moved = units.byCode.get('new-3-1')!
    expect(moved.path).toBe(`${units.byCode.get('new-4')!.path}${moved.id}/`)
    const below = before.all.filter(({ parent }) => parent === moved.id).map(({ id }) => units.byId.get(id)!.path)
    expect(below.length).toBe(10)
    expect(below.every((path) => path.startsWith(moved.path))).toBe(true)
    expect(await findRows(rows(), SLUG.tasks, { where: { and: [{ kind: { equals: 'repath' } }, { subject: { equals: moved.id } }] } })).toHaveLength(1)
  })

  it('finds nothing to do in what it wrote out itself', async () => {
    forgetOfficeModel()
    for (const kind of ['units', 'categories'] as const) {
      const staged = await stage(kind, await templateFile(kind, { model: await needModel(bench.portal.payload), filled: true, lang: 'zh' }))
      expect([kind, told(staged), staged.counts.add, staged.rows.filter(({ action }) => action === 'change')]).toEqual([kind, [], 0, []])
    }
  })
})

/** A zip of one stored or deflated file after another, as small as it gets. `claimed`: what it says of its unpacked size. */
const zipOf = (files: { name: string; data: Buffer; claimed?: number }[]): Buffer => {
  const locals: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  for (const { name, data, claimed = data.length } of files) {
    const packed = deflateRawSync(data)
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(claimed, 22); local.writeUInt16LE(name.length, 26); local.write(name, 30)
    const head = Buffer.alloc(46 + name.length)
    head.writeUInt32LE(0x02014b50, 0); head.writeUInt16LE(8, 10); head.writeUInt32LE(packed.length, 20); head.writeUInt32LE(claimed, 24); head.writeUInt16LE(name.length, 28); head.writeUInt32LE(at, 42); head.write(name, 46)
    locals.push(local, packed)
    heads.push(head)
    at += local.length + packed.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(files.length, 8); end.writeUInt16LE(files.length, 10); end.writeUInt32LE(directory.length, 12); end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

describe('hostile files', () => {
  const sheet = (cells: string) => Buffer.from(`<worksheet><sheetData>${cells}</sheetData></worksheet>`)
  const book = { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') }
  it.each<[string, () => Buffer, string]>([
    ['a bomb that says so', () => zipOf([book, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(60 * 1024 * 1024, 32) }]), 'zipUnsafe'],
    ['a bomb that lies', () => zipOf([book, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(60 * 1024 * 1024, 32), claimed: 10 }]), 'zipUnsafe'],
    ['a sheet as wide as it goes', () => zipOf([book, { name: 'xl/worksheets/sheet1.xml', data: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }]), 'sheetTooLarge'],
    ['a zip of something else', () => zipOf([{ name: 'a.txt', data: Buffer.from('x') }]), 'notSpreadsheet'],
    ['a broken workbook', () => zipOf([book]), 'fileUnreadable'],
    ['half a zip', () => zipOf([book]).subarray(0, 40), 'notSpreadsheet'],
    ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'fileOld'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'notSpreadsheet'],
    ['nothing', () => Buffer.alloc(0), 'fileEmpty'],
    ['too much', () => Buffer.alloc(6 * 1024 * 1024, 65), 'fileTooLarge'],
  ])('refuses %s', async (_, make, code) => {
    const staged = await stage('units', make())
    expect(staged).toMatchObject({ state: 'refused', problems: [{ code }] })
  })

  it('lets nobody apply without saying why', async () => {
    const staged = await stageLines('categories', [['名称'], ['无理由']])
    await expect(applyImport(bench.desk, staged.id, ' ')).rejects.toMatchObject({ code: 'invalid' })
    await dropImport(bench.desk, staged.id)
    await expect(applyImport(bench.desk, staged.id, '放弃了的')).rejects.toMatchObject({ code: 'conflict' })
  })
})
