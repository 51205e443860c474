import { describe, expect, it } from 'vitest'
import { countRows, findRow, updateRowIf } from '@/db/rows'
import { needModel } from '@/services/structure/cache'
import { applyImport, startApply } from '@/services/structure/importApply'
import { dropImport, importView, mergeRows, STALE, startStaging } from '@/services/structure/importStage'
import { viewOf } from '@/services/structure/importView'
import { SLUG } from '@/slugs'
import { isAtomic, onMongo } from '../helpers/engine'
import { importBench, told, workbook, type Line } from './structure/importBench'

const bench = importBench()
const { rows, stageLines, count } = bench

describe('rows that mean what stands already', () => {
  it('points them out, and merges them without doubling, with what is below', async () => {
    const first = await stageLines('categories', [['名称', '上级', '编码', '关键词'], ['占道经营', null, 'like-1', '摆摊'], ['马路摊点', '占道经营', 'like-2', null]])
    await applyImport(bench.desk, first.id, '先有的')
    const file: Line[] = [['名称', '上级', '编码', '关键词'], ['占道经营类', null, 'own-1', '游商'], ['夜市', 'own-1', 'own-2', null], ['东路口', null, 'own-3', null]]
    const staged = await stageLines('categories', file)
    expect(staged.rows.map(({ name, action, like }) => [name, action, (like ?? []).map(({ code }) => code)])).toEqual([['占道经营类', 'add', ['like-1']], ['夜市', 'add', []], ['东路口', 'add', []]])
    const { categories } = await needModel(bench.portal.payload)
    const target = categories.byCode.get('like-1')!
    await expect(mergeRows(bench.desk, staged.id, { 0: 'nobody' })).rejects.toMatchObject({ code: 'invalid' })
    const merged = await mergeRows(await bench.portal.deskFor('planner'), staged.id, { [staged.rows[0]!.at]: target.id })
    expect(merged.rows.map(({ name, action, id, merged: into }) => [name, action, id === target.id, into ?? false])).toEqual([['占道经营类', 'change', true, true], ['夜市', 'add', false, false], ['东路口', 'add', false, false]])
    expect(merged.counts).toMatchObject({ add: 2, change: 1 })
    await applyImport(bench.desk, staged.id, '并到一起')
    const after = (await needModel(bench.portal.payload)).categories
    expect(after.byId.get(target.id)).toMatchObject({ code: 'like-1', name: { zh: '占道经营' }, keywords: '游商' })
    expect([after.byCode.get('own-1'), after.byCode.get('own-2')?.parent]).toEqual([undefined, target.id])
    await expect(mergeRows(bench.desk, staged.id, {})).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses to merge two rows into one, and keeps the file as it was', async () => {
    const { categories } = await needModel(bench.portal.payload)
    const target = categories.byCode.get('like-1')!
    const staged = await stageLines('categories', [['名称', '编码'], ['占道经营（类）', 'two-1'], ['占道经营类', 'two-2']])
    const answer = await mergeRows(await bench.portal.deskFor('planner'), staged.id, { 0: target.id, 1: target.id }).then(() => undefined, (error: { code: string; detail: { said: { text: string }[] } }) => error)
    expect(answer).toMatchObject({ code: 'invalid', detail: { said: [{ path: 'merges', text: expect.stringContaining('第 3 行') }] } })
    expect(await importView(bench.desk, staged.id)).toMatchObject({ state: 'staged', counts: { add: 2, change: 0 } })
    await dropImport(bench.desk, staged.id)
  })

  it('knows that units of one name below other parents are other places', async () => {
    const { units, levels } = await needModel(bench.portal.payload)
    const [one, other] = units.all.filter(({ level, active }) => level === levels.all[1]?.id && active !== false)
    await applyImport(bench.desk, (await stageLines('units', [['名称', '上级', '编码'], ['一样的名', one!.code, 'same-1']])).id, '先有')
    const staged = await stageLines('units', [['名称', '上级', '编码'], ['一样的名', other!.code, 'same-2'], ['一样的名 ', one!.code, 'same-3']])
    expect(staged.rows.map(({ code, like }) => [code, (like ?? []).map((each) => each.code)])).toEqual([['same-2', []], ['same-3', ['same-1']]])
    await dropImport(bench.desk, staged.id)
  })
})

describe('all of a file or nothing of it', () => {
  it('says while it reads, checks and writes how far it is', { timeout: 60_000 }, async () => {
    const lines: Line[] = [['名称', '层级'], ...Array.from({ length: 600 }, (_, i): Line => [`进度社区${i}`, '2'])]
    const { id, work } = await startStaging(bench.desk, 'units', { name: 'p.xlsx', bytes: await workbook(lines) })
    expect(await importView(bench.desk, id)).toMatchObject({ state: 'reading', progress: { stage: expect.stringMatching('reading|checking') } })
    await work
    expect(await importView(bench.desk, id)).toMatchObject({ state: 'staged', counts: { add: 600 } })
    const applying = await startApply(bench.desk, id, '看进度')
    const seen = new Set<string>()
    let over = false
    void applying.work.finally(() => { over = true })
    for (; !over; await new Promise((resolve) => setImmediate(resolve))) {
      const { progress } = viewOf((await findRow(rows(), SLUG.imports, { where: { id: { equals: id } } }))!, 'zh')
      if (progress?.stage === 'writing' && progress.total > 0) seen.add(`${progress.done}/${progress.total}`)
    }
    await applying.work
    expect([...seen].length).toBeGreaterThan(1)
    expect([...seen].every((each) => each.endsWith('/600'))).toBe(true)
    expect(await importView(bench.desk, id)).toMatchObject({ state: 'applied' })
    expect((await importView(bench.desk, id)).progress).toBeUndefined()
  })

  it.runIf(isAtomic())('writes nothing at all where the last but one of 2,000 rows cannot be written', { timeout: 60_000 }, async () => {
    const lines: Line[] = [['名称', '层级', '编码'], ...Array.from({ length: 2000 }, (_, i): Line => [`全或无${i}`, '2', `aon-${i}`])]
    const staged = await stageLines('units', lines)
    expect(told(staged)).toEqual([])
    const [before, changes] = [await count(SLUG.units), await countRows(rows(), SLUG.changes)]
    const row = (await findRow(rows(), SLUG.imports, { where: { id: { equals: staged.id } } }))!
    const kept = row.staged as { rows: { id: string }[] }
    await updateRowIf(rows(), SLUG.imports, { id: { equals: staged.id } }, { staged: { ...kept, rows: kept.rows.map((each, i) => (i === 1998 ? { ...each, id: kept.rows[0]!.id } : each)) } as never })
    await expect(applyImport(bench.desk, staged.id, '倒数第二行坏了')).rejects.toBeInstanceOf(Error)
    expect([await count(SLUG.units), await countRows(rows(), SLUG.changes)]).toEqual([before, changes])
    expect(await importView(bench.desk, staged.id)).toMatchObject({ state: 'failed', failed: expect.stringContaining('什么也没有动') })
    const wrong = lines.map((line, i): Line => (i === 1999 ? [line[0] ?? null, '没有这一层', line[2] ?? null] : line))
    const refused = await stageLines('units', wrong)
    expect([refused.state, told(refused)]).toEqual(['refused', [[2000, 1, 'notOffered']]])
  })

  it('says of what a stopped process left that nothing came of it, and lets it be tried again', async () => {
    const staged = await stageLines('units', [['名称', '层级'], ['停过的社区', '2']])
    // As a process leaves it that ends in the middle: claimed, and nobody at work. Where there are several processes, not for a while.
    const left = onMongo() ? { updatedAt: new Date(Date.now() - STALE - 1000).toISOString() } : {}
    await updateRowIf(rows(), SLUG.imports, { id: { equals: staged.id } }, { state: 'applying', ...left })
    expect(await importView(bench.desk, staged.id)).toMatchObject({ state: 'failed', failed: expect.stringContaining('中途停了') })
    expect(await applyImport(bench.desk, staged.id, '再来一次')).toMatchObject({ state: 'applied', counts: { add: 1 } })
  })
})
