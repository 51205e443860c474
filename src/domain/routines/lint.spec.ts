import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormDef } from '../forms/types'
import { answersWith, lintRoutine, type Named } from './lint'
import { pickEntries } from './sample'
import type { Opens, RoutineDef } from './types'

const form: FormDef = { code: 'log', name: { zh: '日志' }, pages: [{ title: { zh: '数字' }, questions: [
  { key: 'kind', kind: 'choice', label: { zh: '种类' }, required: true, options: [{ code: 'digest', label: { zh: '汇总' } }] },
  { key: 'received', kind: 'number', label: { zh: '新收' }, required: true, integer: true, min: 0 },
  { key: 'open', kind: 'number', label: { zh: '在办' }, min: 1 },
  { key: 'note', kind: 'text', label: { zh: '说明' } },
] }] }

type Matter = Extract<Opens, { kind: 'matter' }>
const fill = (question: string): Matter['fills'][number] => ({ question, measure: 'received', period: 'day' })
const opens: Matter = { kind: 'matter', matterType: 'log', title: { zh: '{date}' }, text: { zh: '请核对数字' }, answers: { kind: 'digest' }, fills: [fill('received'), fill('open')] }
const routine = (change: Partial<Matter> = {}): RoutineDef => ({ code: 'r', name: { zh: '日汇总' }, on: true, cadence: { kind: 'daily', workdaysOnly: false }, at: '08:00', opens: { ...opens, ...change } })
const here: Named = { active: true, published: true, staff: true }
const problems = (def: RoutineDef, found: Named, kind = 'matterType') =>
  lintRoutine(def, [{ kind, code: 'x', path: '/opens/matterType' }], { named: () => found, form }).map(({ path, code }) => `${path} ${code}`)

describe('lintRoutine', () => {
  it('lets a routine be whose answers its form takes, whatever the least figure', () => expect(problems(routine(), here)).toEqual([]))
  it.each<[string, Partial<Matter>, string]>([
    ['a figure for no question', { fills: [fill('received'), fill('gone')] }, '/opens/fills/1/question noQuestion'],
    ['a figure for words', { fills: [fill('received'), fill('note')] }, '/opens/fills/1/question notNumber'],
    ['two figures for one question', { fills: [fill('received'), fill('received')] }, '/opens/fills/1/question twice'],
    ['an obliged answer that is missing', { answers: {} }, '/opens/answers/kind answer'],
    ['an obliged figure that is missing', { fills: [] }, '/opens/answers/received answer'],
    ['an answer that is not offered', { answers: { kind: 'other' } }, '/opens/answers/kind answer'],
    ['an answer to no question', { answers: { kind: 'digest', stray: 1 } }, '/opens/answers/stray noQuestion'],
    ['next to no text', { text: { zh: ' 一二 ' } }, '/opens/text textShort'],
  ])('finds %s', (_case, change, problem) => expect(problems(routine(change), here)).toEqual([problem]))
  it.each<[Named, string, string[]]>([
    [undefined, 'team', ['/opens/matterType gone']],
    [{ active: false, published: true, staff: true }, 'team', ['/opens/matterType closed']],
    [{ active: true, published: false, staff: true }, 'register', ['/opens/matterType notPublished']],
    [{ active: true, published: false, staff: true }, 'team', []],
    [{ active: true, published: true, staff: false }, 'matterType', ['/opens/matterType notForStaff']],
  ])('a reference %o of kind %s', (found, kind, expected) => expect(problems(routine(), found, kind)).toEqual(expected))
})

it('answersWith puts every figure where it belongs', () => expect(answersWith(opens, ({ question }) => question.length)).toEqual({ kind: 'digest', received: 8, open: 4 }))

describe('pickEntries', () => {
  it('takes those never checked first, then those checked longest ago', () => {
    const entries = [{ id: 'a', title: 'a', last: '2026-03-01' }, { id: 'b', title: 'b' }, { id: 'c', title: 'c', last: '2026-01-01' }, { id: 'd', title: 'd' }]
    expect(pickEntries(entries, 3).map(({ id }) => id)).toEqual(['b', 'd', 'c'])
    expect(pickEntries(entries, undefined)).toHaveLength(4)
  })
  it('checks every entry once before any twice', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 }), (count, sample) => {
      const last = new Map<string, string>()
      const seen = new Map<string, number>()
      const ids = Array.from({ length: count }, (_, at) => `e${String(at).padStart(2, '0')}`)
      let at = 0
      for (let round = 0; round < 12; round += 1)
        for (const { id } of pickEntries(ids.map((each) => ({ id: each, title: each, ...(last.has(each) ? { last: last.get(each)! } : {}) })), sample)) {
          last.set(id, `2026-${String(at += 1).padStart(4, '0')}`)
          seen.set(id, (seen.get(id) ?? 0) + 1)
        }
      const counts = ids.map((id) => seen.get(id) ?? 0)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }), { numRuns: 100, seed: 5 })
  })
})
