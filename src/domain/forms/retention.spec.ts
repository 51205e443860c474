import { describe, expect, it } from 'vitest'
import { noiseForm } from './form.fixture'
import { expiredAnswers, retentionTimes, withoutAnswers } from './retention'
import type { Answers, FormDef } from './types'

const DAY = 86_400_000
const DAYS: Record<string, number> = { origin: 30, pictures: 30, detail: 7 }
const def: FormDef = { ...noiseForm, pages: noiseForm.pages.map((page) => ({ ...page, questions: page.questions.map((question) => (DAYS[question.key] ? { ...question, retentionDays: DAYS[question.key] } : question)) })) }
const answers: Answers = { origin: 'works', detail: '一夜没停', hours: 3, pictures: ['p1', 'p2'] }
const due = (days: number, given: Answers = answers) => expiredAnswers({ def, answers: given, archivedAt: 1000, now: 1000 + days * DAY })

describe('retention of answers', () => {
  it.each<[number, string[], string[]]>([
    [0, [], []],
    [6.999, [], []],
    [7, ['detail'], []],
    [29.999, ['detail'], []],
    [30, ['origin', 'detail', 'pictures'], ['p1', 'p2']],
  ])('after %f days', (days, keys, photos) => {
    expect(due(days)).toEqual({ keys, photos })
  })

  it('finds nothing where there is nothing left, or nothing said', () => {
    expect(due(400, withoutAnswers(answers, ['origin', 'detail', 'pictures']))).toEqual({ keys: [], photos: [] })
    expect(expiredAnswers({ def: noiseForm, answers, archivedAt: 0, now: 4000 * DAY })).toEqual({ keys: [], photos: [] })
  })

  it('knows every time once, the shortest first', () => {
    expect(retentionTimes(def)).toEqual([7 * DAY, 30 * DAY])
    expect(retentionTimes(noiseForm)).toEqual([])
  })

  it('takes answers away by key, whatever the key is called', () => {
    expect(withoutAnswers({ constructor: 'a', b: 'c' } as unknown as Answers, ['constructor'])).toEqual({ b: 'c' })
  })
})
