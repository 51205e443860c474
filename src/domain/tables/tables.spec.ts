import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesOf, columnName, columnNumber, decodeText, levelHeads, nestedRows, parseCsv, readTable, type Column } from './index'

const columns: Column<'code' | 'name' | 'size' | 'kind' | 'words'>[] = [
  { key: 'code', heads: ['代码', 'code'], kind: 'code', max: 10 },
  { key: 'name', heads: ['名称', 'name'], kind: 'text', max: 5, required: true },
  { key: 'size', heads: ['大小'], kind: 'integer', min: 1, max: 4 },
  { key: 'kind', heads: ['类型'], kind: 'choice', choices: choicesOf([{ value: 'a', words: ['甲', 'A', '同名'] }, { value: 'b', words: ['乙', '同名'] }]) },
  { key: 'words', heads: ['给谁'], kind: 'choices', choices: choicesOf([{ value: 'x', words: ['灯'] }, { value: 'y', words: ['亮 灯'] }]) },
]

describe('names of columns', () => {
  it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [51, 'AZ'], [52, 'BA'], [701, 'ZZ'], [702, 'AAA']])('calls column %i %s', (number, name) => {
    expect(columnName(number)).toBe(name)
    expect(columnNumber(name)).toBe(number)
  })
  it('knows no other words', () => expect(['a', '', 'A1'].map(columnNumber)).toEqual([-1, -1, -1]))
})

describe('files of separated values', () => {
  it.each([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]],
    ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['"a,1","b ""c"""\n"x\ny",', [['a,1', 'b "c"'], ['x\ny', '']]],
    ['a\tb\n1\t2', [['a', 'b'], ['1', '2']]],
    ['\uFEFF名称;代码\n甲;a', [['名称', '代码'], ['甲', 'a']]],
    ['"open,b\nc', [['open,b\nc']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', []],
  ])('reads %j', (text, rows) => expect(parseCsv(text)).toEqual(rows))

  it('reads back whatever was written with quotes', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
      expect(parseCsv(text)).toEqual(rows)
    }))
  })

  it('takes UTF-8, and GBK where it is none', () => {
    expect(decodeText(new TextEncoder().encode('名称'))).toBe('名称')
    expect(decodeText(Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6]))).toBe('名称')
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x0d, 0x54]))).toContain('名')
  })
})

describe('tables', () => {
  it('finds the head below a title, and reads each kind', () => {
    const { rows, faults } = readTable([['类别表', null], [], ['名称（必填）', '代 码', '大小', '类型', '给谁', '备注'], ['路灯', 'A-1', 2, '甲', '灯、亮 灯、灯', '忽略'], [null, ' '], ['井盖', null, '3', 'a', null]], columns)
    expect(faults).toEqual([])
    expect(rows).toEqual([
      { line: 4, values: { name: '路灯', code: 'A-1', size: 2, kind: 'a', words: ['x', 'y'] } },
      { line: 6, values: { name: '井盖', size: 3, kind: 'a' } },
    ])
  })

  it.each([
    ['a missing name', [['名称', '代码'], [null, 'a']], { row: 2, column: 0, code: 'required' }],
    ['a long name', [['名称'], ['六个字的名称']], { row: 2, column: 0, code: 'tooLong' }],
    ['a bad code', [['名称', '代码'], ['甲', '甲 1']], { row: 2, column: 1, code: 'badCode' }],
    ['no number', [['名称', '大小'], ['甲', '多']], { row: 2, column: 1, code: 'notNumber' }],
    ['half a number', [['名称', '大小'], ['甲', 1.5]], { row: 2, column: 1, code: 'notNumber' }],
    ['a number too large', [['名称', '大小'], ['甲', 5]], { row: 2, column: 1, code: 'outOfRange' }],
    ['no such choice', [['名称', '类型'], ['甲', '丙']], { row: 2, column: 1, code: 'notOffered' }],
    ['a word for two', [['名称', '类型'], ['甲', '同名']], { row: 2, column: 1, code: 'ambiguous' }],
    ['one of several that is not known', [['名称', '给谁'], ['甲', '灯、火']], { row: 2, column: 1, code: 'notOffered' }],
    ['no head', [['代码'], ['a']], { row: 1, code: 'headMissing' }],
    ['two heads', [['名称', 'name'], ['甲', '乙']], { row: 1, column: 1, code: 'headTwice' }],
    ['nothing', [['名称', '代码']], { code: 'empty' }],
  ])('says where: %s', (_, sheet, fault) => expect(readTable(sheet, columns).faults).toEqual([expect.objectContaining(fault)]))

  it('refuses what is too large before it looks into it', () => {
    expect(readTable(Array.from({ length: 10_011 }, () => ['a']), columns).faults).toMatchObject([{ code: 'tooManyRows' }])
    expect(readTable([Array.from({ length: 61 }, () => 'a')], columns).faults).toMatchObject([{ code: 'tooManyColumns' }])
  })
})

describe('a tree written side by side', () => {
  const words = { nouns: ['类别'], levels: [['一级', 'level 1', '中心'], ['二级', 'level 2', '社区'], ['三级', 'level 3']] }
  const sheet = [['一级类别', '二级类别', '三级类别', '代码'], ['甲', '甲一', '甲一一', 'a11'], [null, null, '甲一二', 'a12'], [null, '甲二', null, 'a2'], ['甲', null, null, 'a']]
  it('knows its heads', () => {
    expect(levelHeads(sheet[0] ?? [], words)).toEqual([{ level: 0, column: 0 }, { level: 1, column: 1 }, { level: 2, column: 2 }])
    expect(levelHeads(['社区', 'Level 2'], words)).toEqual([{ level: 1, column: 0 }, { level: 1, column: 1 }])
    expect(levelHeads(['名称', '上级'], words)).toEqual([])
  })
  it('goes on from the line above, and makes each node once', () => {
    const rows = nestedRows(sheet, levelHeads(sheet[0] ?? [], words), 2)
    expect(rows.map(({ name, parent, line, own }) => [name, parent, line, own])).toEqual([
      ['甲', undefined, 5, true], ['甲一', 0, 2, false], ['甲一一', 1, 2, true], ['甲一二', 1, 3, true], ['甲二', 0, 4, true],
    ])
  })
})
