import { describe, expect, it } from 'vitest'
import { wordScore } from '@/domain/services/match'
import { spell } from './spelling'

describe('a text as it may be typed', () => {
  it.each([
    ['社保卡', 'shebaoka', 'sbk'], ['老年证', 'laonianzheng', 'lnz'], ['女', 'nv', 'n'], ['银行', 'yinhang', 'yh'], ['长者', 'zhangzhe', 'zz'],
  ])('%s: %s, %s', (text, full, initials) => {
    expect(spell(text).full).toContain(full)
    expect(spell(text).initials).toContain(initials)
  })

  it('knows signs that sound in more than one way by either', () => {
    expect(spell('银行').full).toContain('yinxing')
  })

  it('leaves white space and width out', () => {
    expect(spell('ＡＢ 证').text).toBe('ab证')
  })

  it.each([['办社保卡', 'shebao'], ['办社保卡', 'bsbk'], ['办社保卡', '社保'], ['开证明', '证明'], ['开证明', 'kaizhengmin']])('%s is found by %s', (text, query) => {
    expect(wordScore(spell(text), query)).toBeGreaterThan(0)
  })

  it('has no sounds for what is no Chinese', () => {
    expect(spell('HPV').full).toEqual(['hpv'])
  })
})
