import { describe, expect, it } from 'vitest'
import zh from '../../i18n/zh/form.json'
import { nextEntryCode, publicPart, titleOfEntry } from './fields'
import { shops } from './registers.fixture'
import { readHead, readRow, sheetHead, sheetRow, type SheetWords } from './sheet'

const heads: SheetWords = { code: '编号', unit: '网格编码', unitName: '网格', address: '地址', lng: '经度', lat: '纬度' }
const speech = { lang: 'zh' as const, words: zh, heads }
const answers = { name: '老张面馆', kind: 'food', staff: 6, gas: true, alarm: ['alarm', 'valve'] }
const entry = { code: '0001', unit: 'a-01', unitName: '一社区', address: '枫林路 3 号', lng: 116.45, lat: 39.9, answers }

describe('a register’s file', () => {
  it('has the code first, then the fields, then the place', () => {
    expect(sheetHead(shops, speech)).toEqual(['编号', '店名', '类别', '从业人员数', '用气吗？', '燃气设施', '网格编码', '网格', '地址', '经度', '纬度'])
    expect(sheetHead({ ...shops, grid: 'none' }, speech).at(-1)).toBe('地址')
  })

  it('reads back what it wrote', () => {
    const { columns, faults } = readHead(shops, sheetHead(shops, speech), [heads])
    expect(faults).toEqual([])
    const read = readRow(shops, columns, sheetRow(shops, entry, speech), 2)
    expect(read?.faults).toEqual([])
    expect(read?.answers).toEqual(answers)
    expect(read?.row).toMatchObject({ code: '0001', unit: 'a-01', address: '枫林路 3 号', lng: 116.45, lat: 39.9 })
  })

  it('knows heads in English and by their keys, in any order, and skips empty rows', () => {
    const { columns, faults } = readHead(shops, ['gas', ' KIND ', 'Name'], [heads])
    expect(faults).toEqual([])
    expect(readRow(shops, columns, ['有', 'Inn', '春来旅店'], 2)?.answers).toEqual({ name: '春来旅店', kind: 'inn', gas: true })
    expect(readRow(shops, columns, ['', ' ', ''], 3)).toBeUndefined()
  })

  it.each<[string, string[], string[]]>([
    ['an unknown head', ['店名', '类别', '颜色'], ['1C unknownHead']],
    ['a head twice', ['店名', '类别', '店名'], ['1C headTwice']],
    ['a required field missing', ['店名'], ['1 headMissing']],
  ])('names %s', (_case, head, expected) => {
    expect(readHead(shops, head, [heads]).faults.map(({ row, column, code }) => `${row}${column} ${code}`)).toEqual(expected)
  })

  it.each<[string, string[], string[]]>([
    ['nothing where something must be', ['0001', '', '小餐饮', '', '', '', '', '', '', '', ''], ['B required']],
    ['a choice that is not offered', ['', '店', '超市', '', '', '', '', '', '', '', ''], ['C notOffered']],
    ['a number that is none', ['', '店', '小餐饮', '六个', '', '', '', '', '', '', ''], ['D notNumber']],
    ['yes or no that is neither', ['', '店', '小餐饮', '', '也许', '', '', '', '', '', ''], ['E wrongKind']],
    ['a code with blanks', ['a b', '店', '小餐饮', '', '', '', '', '', '', '', ''], ['A badCode']],
    ['degrees beyond the earth', ['', '店', '小餐饮', '', '', '', '', '', '', '200', '39'], ['J badDegrees']],
    ['an address without end', ['', '店', '小餐饮', '', '', '', '', '', 'x'.repeat(201), '', ''], ['I addressLong']],
  ])('finds %s, with its cell', (_case, cells, expected) => {
    const { columns } = readHead(shops, sheetHead(shops, speech), [heads])
    expect(readRow(shops, columns, cells, 5)?.faults.map(({ row, column, code }) => { expect(row).toBe(5); return `${column} ${code}` })).toEqual(expected)
  })

})

describe('fields', () => {
  it('name an entry by the title question', () => expect(titleOfEntry(shops, answers)).toBe('老张面馆'))
  it('show residents only what was public then and is public now', () => {
    expect(publicPart({ now: shops, then: shops, answers })).toEqual({ name: '老张面馆', kind: 'food' })
    const shy = { ...shops, pages: shops.pages.map((page) => ({ ...page, questions: page.questions.map((question) => ({ ...question, ...(question.key === 'kind' ? { publicity: 'staff' as const } : {}) })) })) }
    expect(publicPart({ now: shops, then: shy, answers })).toEqual({ name: '老张面馆' })
    expect(publicPart({ now: shy, then: shops, answers })).toEqual({ name: '老张面馆' })
    expect(publicPart({ now: { ...shops, open: false }, then: shops, answers })).toEqual({})
    expect(publicPart({ now: shops, then: { ...shops, open: false }, answers })).toEqual({})
  })
  it.each<[string[], string]>([[[], '0001'], [['0001', '0007', 'x-9'], '0008'], [['9999'], '10000']])('after %j comes %s', (taken, next) => expect(nextEntryCode(taken)).toBe(next))
})
