import { describe, expect, it } from 'vitest'
import { parseKept, withoutReport, withReport } from './keptReports'

const report = (code: string) => ({ code, word: 'w', title: `t ${code}`, sentAt: 1 })

describe('kept reports', () => {
  it.each([
    [null, 0],
    ['', 0],
    ['{"a":1}', 0],
    ['[{"code":"A"', 0],
    ['[null,1,"x",{"code":"A"}]', 0],
    ['[{"code":"A","title":"t","sentAt":"1"}]', 0],
    ['[{"code":"A","title":"t","sentAt":1,"word":2}]', 0],
    ['[{"code":"A","title":"t","sentAt":1},{"code":"B","word":"w","title":"t","sentAt":2}]', 2],
  ])('reads %s', (text, count) => {
    expect(parseKept(text)).toHaveLength(count)
  })

  it('puts the newest first and keeps each code once', () => {
    expect(withReport([report('A'), report('B')], report('B')).map(({ code }) => code)).toEqual(['B', 'A'])
  })

  it('forgets the oldest beyond fifty', () => {
    const many = Array.from({ length: 50 }, (_, index) => report(String(index)))
    const kept = withReport(many, report('new'))
    expect(kept).toHaveLength(50)
    expect(kept[0]?.code).toBe('new')
    expect(kept.at(-1)?.code).toBe('48')
  })

  it('removes one', () => {
    expect(withoutReport([report('A'), report('B')], 'A').map(({ code }) => code)).toEqual(['B'])
  })
})
