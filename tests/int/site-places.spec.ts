import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gridFinder, unitFacts } from '@/services/site/content/grid'
import { linkedUnit, searchUnits, unitByCode, withinNames } from '@/services/site/units'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let model: OfficeModel
beforeAll(async () => {
  portal = await openPortal()
  model = await needModel(portal.payload)
})
afterAll(() => portal.close())

describe('finding a place by what people write', () => {
  it.each([
    ['槐荫里1号楼1门', 'jw-01-01-01'],
    ['槐荫里 1 号楼 1 门', 'jw-01-01-01'],
    ['住在槐荫里2号楼3门门口', 'jw-01-01-06'],
    ['槐影路 10 号院', 'jw-01-01'],
    ['jw-03-01', 'jw-03-01'],
    ['ＪＷ-03-01', 'jw-03-01'],
    ['枫林园社区', 'jw-02'],
    ['Huaiyinli Building 1, Door 1', 'jw-01-01-01'],
  ])('%s', (text, code) => {
    expect(searchUnits(model, text).hits[0]?.code).toBe(code)
  })

  it.each(['火星路 1 号', '', '。。。', '12345', '不存在的小区'])('nothing for "%s"', (text) => {
    expect(searchUnits(model, text)).toEqual({ hits: [], more: false, total: 0 })
  })

  it('offers few, and says when there are more', () => {
    const { hits, more, total } = searchUnits(model, '槐荫里')
    expect(hits.length).toBeLessThanOrEqual(8)
    expect(more).toBe(true)
    expect(total).toBeGreaterThan(hits.length)
  })

  it('a unit named in full stands alone, with words around it, too', () => {
    const leaf = model.units.all.filter((unit) => unit.active !== false && !model.units.all.some(({ parent }) => parent === unit.id))
    for (const unit of leaf) {
      const twins = leaf.filter(({ name }) => name.zh === unit.name.zh).map(({ code }) => code)
      for (const text of [unit.name.zh, `我家在${unit.name.zh}门口`]) expect(searchUnits(model, text).hits.map(({ code }) => code)).toEqual(twins)
    }
  })

  it('what fits as well stands in the order of the list', () => {
    const codes = searchUnits(model, '槐荫里2号楼').hits.map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(2)
    expect(codes).toEqual([...codes].sort((one, other) => one.length - other.length || (one < other ? -1 : 1)))
  })

  it('names what a door lies in, without the top', () => {
    const door = unitByCode(model, 'jw-01-01-01')
    expect(door && withinNames(model, door, 'zh')).toEqual(['槐荫里社区工作站', '槐荫里1、2号楼组'])
  })
})

describe('a door code', () => {
  it.each([['jw-01-01-01'], [' JW-01-01-01 ']])('names its unit: %s', (code) => {
    expect(linkedUnit(model, code).unit?.code).toBe('jw-01-01-01')
  })

  it.each([['nowhere', 'nowhere'], ['\u202Ejw\n99', 'jw 99'], ['x'.repeat(500), 'x'.repeat(40)]])('that no unit has is said back as it was given', (code, unknown) => {
    expect(linkedUnit(model, code)).toEqual({ unknown })
  })

  it.each([undefined, '', '  '])('that is none says nothing', (code) => {
    expect(linkedUnit(model, code)).toEqual({})
  })
})

describe('walking down', () => {
  it('begins below the only top, and ends at a door', () => {
    const start = gridFinder(model, 'zh', {})
    expect(start.walked).toEqual([])
    expect(start.children).toHaveLength(9)
    expect(start.levelName).toBe('社区工作站')
    const there = gridFinder(model, 'zh', { at: 'jw-01-01' })
    expect(there.walked.map(({ code }) => code)).toEqual(['jw-01', 'jw-01-01'])
    expect(there.children[0]?.path).toBe('/grid/jw-01-01-01')
  })

  it('starts anew from a code that is none', () => {
    expect(gridFinder(model, 'zh', { at: 'nowhere' }).walked).toEqual([])
  })
})

describe('a unit’s page', () => {
  it('names whom to ask, from the nearest unit upwards, and no account’s own name', async () => {
    const door = await unitFacts(portal.payload, model, 'zh', 'jw-01-01-01')
    expect(door.officer?.phone?.text).toBe('010-5550-0120')
    expect(door.crumbs.map(({ text }) => text)).toEqual(['槐荫里社区工作站', '槐荫里1、2号楼组'])
  })

  it('is not there for unknown units', async () => {
    await expect(unitFacts(portal.payload, model, 'zh', 'nowhere')).rejects.toMatchObject({ code: 'notFound' })
  })
})
