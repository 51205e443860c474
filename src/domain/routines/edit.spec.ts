import { describe, expect, it } from 'vitest'
import { routine } from '../package/routines'
import { answerable, assigned, CADENCE_KINDS, cadenceOf, freeNumbers, limited, missingIn, newRoutine, opensOf, type Missing } from './edit'
import type { Assignee, RoutineDef } from './types'

const form = { code: 'f', name: { zh: '表' }, pages: [{ title: { zh: '一' }, questions: [{ key: 'a', kind: 'number' as const, label: { zh: '甲' } }, { key: 'b', kind: 'number' as const, label: { zh: '乙' } }] }, { title: { zh: '二' }, questions: [{ key: 'c', kind: 'text' as const, label: { zh: '丙' } }, { key: 'd', kind: 'photo' as const, label: { zh: '丁' } }] }] }
const fill = { question: 'a', measure: 'open' as const, period: 'day' as const }
const whole: RoutineDef = { ...newRoutine('r'), name: { zh: '日汇总' }, opens: { kind: 'matter', matterType: 'log', title: { zh: '题' }, text: { zh: '写四个字' }, answers: {}, fills: [] } }

describe('editing a routine', () => {
  it.each(CADENCE_KINDS)('%s begins as something that can be kept', (kind) => expect(routine.safeParse({ ...whole, cadence: cadenceOf(kind) }).success).toBe(true))
  it('keeps what two cadences have in common', () => {
    expect(cadenceOf('monthly', { kind: 'weekly', weekday: 3, shift: 'none' })).toEqual({ kind: 'monthly', day: 1, shift: 'none' })
    expect(cadenceOf('daily', { kind: 'weekly', weekday: 3, shift: 'none' })).toEqual({ kind: 'daily', workdaysOnly: false })
  })
  it('keeps the title when it opens something else', () => expect(opensOf('round', whole.opens)).toEqual({ kind: 'round', register: '', form: '', title: { zh: '题' } }))
  it('names somebody, or nobody', () => {
    const named = assigned(whole, 'team')
    expect(named.assign).toEqual({ kind: 'team', team: '' })
    expect(assigned(named, '')).toEqual(whole)
    expect(limited(limited(whole, { amount: 1, unit: 'workingDays' }), undefined)).toEqual(whole)
  })
  it('offers numbers without a figure, and questions that can be answered beforehand', () => {
    expect(freeNumbers(form, [fill]).map(({ key }) => key)).toEqual(['b'])
    expect(answerable(form, [fill]).pages.map(({ questions }) => questions.map(({ key }) => key))).toEqual([['b', 'c']])
  })
  it.each<[string, RoutineDef, Missing[]]>([
    ['nothing', whole, []],
    ['everything of a new one', newRoutine('r'), ['name', 'type', 'title', 'text']],
    ['what a round asks for', { ...whole, opens: opensOf('round') }, ['title', 'register', 'form']],
    ['the time', { ...whole, at: '' }, ['at']],
    ['an amount', { ...whole, limit: { amount: 0, unit: 'workingDays' } }, ['limit']],
    ...(['team', 'unit', 'unitPost'] as Assignee['kind'][]).map((kind): [string, RoutineDef, Missing[]] => [kind, assigned(whole, kind), [kind === 'unitPost' ? 'post' : kind]]),
  ])('misses %s', (_case, def, missing) => expect(missingIn(def)).toEqual(missing))
})
