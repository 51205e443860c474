import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteOf, scanForPublic } from './publicScan'

const found = (text: string, known: string[] = []) => scanForPublic(text, known).map(({ kind, text: what }) => [kind, what])

describe('before something is public, it finds', () => {
  it.each<[string, [string, string][]]>([
    ['请联系张师傅13800138000', [['phone', '13800138000']]],
    ['身份证11010519491231002X已核对', [['idNumber', '11010519491231002X']]],
    ['卡号4111 1111 1111 1111', [['bankCard', '4111 1111 1111 1111']]],
    ['车辆京A12345占用通道', [['plate', '京A12345']]],
    ['姓名：李小红', [['name', '李小红']]],
    ['联系人: 王建国，', [['name', '王建国']]],
    ['户主：欧阳明', [['name', '欧阳明']]],
    ['3号楼2单元501室漏水', [['address', '3号楼2单元501室']]],
    ['槐荫里12号院3门402', [['address', '3门402']]],
    ['6号楼2单元301', [['address', '6号楼2单元301']]],
    ['5栋1203室的住户', [['address', '5栋1203室']]],
    ['二单元602', [['address', '二单元602']]],
    ['姓名：李小红，电话13800138000，住3号楼501室', [['name', '李小红'], ['phone', '13800138000'], ['address', '3号楼501室']]],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))
})

describe('it leaves alone', () => {
  it.each([
    '请拨打12345、110、119或120', '6号楼门口的路灯', '3号楼2单元楼道', '联系人：值班室', '联系人：物业', '联系人员请签到', '姓名：', '投诉人：不详', '3号楼120人已接种', '第12号公告', '2026年3号文件',
    '网格员共301人', '办事大厅一层3号窗口', '发布于2026-03-02', '共投入12800000000元', '400-810-1234',
  ])('%s', (text) => expect(found(text)).toEqual([]))

  it('the office’s own numbers and address, however they are written', () => {
    const known = ['010-65021234', '建国门外大街1号3号楼305室']
    expect(found('值班电话（010）6502 1234', known)).toEqual([])
    expect(found('地址：3号楼305室', known)).toEqual([])
    expect(found('也可打010-65029999', known)).toEqual([['phone', '010-65029999']])
  })
})

it('says where, and quotes a little around it', () => {
  const text = '各位居民：如有问题请直接联系张师傅13800138000，随时都在。谢谢大家的配合。'
  const [finding] = scanForPublic(text)
  expect(text.slice(finding!.start, finding!.end)).toBe('13800138000')
  expect(quoteOf(text, finding!)).toBe('…请直接联系张师傅13800138000，随时都在。谢谢…')
})

it('takes linear time and never fails, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '3', '号', '楼', '单', '元', '室', '姓', '名', '：', '李', '京', 'A', ' ', '-') , maxLength: 400 }), (text) => {
    for (const { start, end, text: what } of scanForPublic(text)) expect(text.slice(start, end)).toBe(what)
  }))
})
