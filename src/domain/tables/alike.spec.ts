import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareName, namesAlike } from './alike'

describe('names that mean one thing', () => {
  it.each([
    ['占道经营', '占道经营类'], ['占道 经营', '占道经营'], ['井盖（丢失）', '井盖丢失'], ['ＬＥＤ路灯', 'led路灯'], ['道路积水问题', '道路积水'], ['Street lights', 'street-lights'],
  ])('%s and %s', (one, other) => {
    expect(namesAlike(one, other)).toBe(true)
    expect(namesAlike(other, one)).toBe(true)
  })
  it.each([
    ['东大桥社区', '西大桥社区'], ['3号楼', '13号楼'], ['建国门外大街第一社区', '建国门外大街第二社区'], ['路灯', '路障'], ['消防通道', '消防设施'], ['甲单元', '乙单元'], ['其他', '其它类'], ['', ''], ['！', '。'],
  ])('not %s and %s', (one, other) => expect(namesAlike(one, other)).toBe(false))
  it('knows a name however it is spaced, and asks both ways the same', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => {
      expect(namesAlike(one, other)).toBe(namesAlike(other, one))
      expect(namesAlike(one, ` ${[...one].join(' ')}`)).toBe(bareName(one) !== '')
    }))
  })
})
