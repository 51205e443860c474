import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../canonical'
import { diffForms, PARTS, type FormChange, type Part } from './diff'
import { movePage, moveQuestion, removePage, removeQuestion, renamePage, replaceQuestion } from './edit'
import { anyForm, noiseForm, questionsIn } from './form.fixture'
import type { FormPage, Question } from './types'

const told = (changes: readonly FormChange[]): string[] => changes.map((change) => {
  switch (change.what) {
    case 'name': return 'name'
    case 'pageAdded':
    case 'pageRemoved':
    case 'pageRenamed': return `${change.what} ${change.page}`
    case 'changed': return `${change.part} ${change.after.key}`
    default: return `${change.what} ${change.question.key}`
  }
})
const against = (pages: FormPage[]) => told(diffForms(noiseForm, { ...noiseForm, pages }))
const origin = noiseForm.pages[0]!.questions[1]!
const changed = (more: Partial<Question>) => against(replaceQuestion(noiseForm.pages, { page: 0, at: 1 }, { ...origin, ...more }))

/** Each part of a question with something else in it. */
const OTHER: Record<Part, Partial<Question>> = {
  label: { label: { zh: '哪来的噪声？', en: 'Where does it come from?' } },
  help: { help: { zh: '说个大概' } },
  kind: { kind: 'multiChoice' },
  required: { required: false },
  limits: { minChoices: 1 },
  options: { options: origin.options!.map((option) => (option.code === 'shop' ? { ...option, label: { zh: '商铺经营' } } : option)) },
  condition: { showIf: { match: 'all', rows: [{ question: 'note', op: 'answered' }] } },
  purpose: { purpose: { zh: '派人' } },
  publicity: { publicity: 'public' },
  retention: { retentionDays: 30 },
}

describe('diffForms', () => {
  it.each(PARTS)('tells a change of the %s alone', (part) => {
    expect(changed(OTHER[part])).toEqual([`${part} origin`])
  })

  it.each<[string, () => string[], string[]]>([
    ['nothing', () => against(noiseForm.pages), []],
    ['what means the same', () => changed({ publicity: 'staff' }), []],
    ['the name', () => told(diffForms(noiseForm, { ...noiseForm, name: { zh: '噪声' } })), ['name']],
    ['a question that went', () => against(removeQuestion(noiseForm.pages, { page: 0, at: 4 })), ['removed detail']],
    ['a question that came', () => told(diffForms({ pages: removeQuestion(noiseForm.pages, { page: 0, at: 4 }) }, noiseForm)), ['added detail']],
    ['one question that moved, not those it passed', () => against(moveQuestion(noiseForm.pages, { page: 0, at: 4 }, { page: 0, at: 0 })), ['moved detail']],
    ['a question on another page', () => against(moveQuestion(noiseForm.pages, { page: 0, at: 4 }, { page: 1, at: 0 })), ['moved detail']],
    ['a page renamed', () => against(renamePage(noiseForm.pages, 1, { zh: '何时何地' })), ['pageRenamed 1']],
    ['a page gone, its questions on another', () => against(removePage(noiseForm.pages, 1)), ['pageRemoved 1', 'moved since', 'moved clock', 'moved effects', 'moved spot', 'moved pictures']],
    ['a page that came', () => against([...noiseForm.pages, { title: { zh: '第三页' }, questions: [{ key: 'more', kind: 'text', label: { zh: '还有吗' } }] }]), ['pageAdded 2', 'added more']],
  ])('tells %s', (_what, diff, result) => {
    expect(diff()).toEqual(result)
  })

  it('tells pages that changed places by what moved', () => {
    const moved = against(movePage(noiseForm.pages, 1, 0))
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.every((line) => line.startsWith('moved '))).toBe(true)
  })

  it('is empty for a form and itself, and tells of every question that only one of two forms has', () => {
    fc.assert(fc.property(anyForm, anyForm, (one, other) => {
      expect(diffForms(one, one)).toEqual([])
      const [before, after] = [one, other].map((form) => new Set(questionsIn(form).map(({ key }) => key)))
      const lines = told(diffForms(one, other))
      for (const key of after!) expect(lines.includes(`added ${key}`)).toBe(!before!.has(key))
      for (const key of before!) expect(lines.includes(`removed ${key}`)).toBe(!after!.has(key))
    }))
  })

  it('says something whenever two versions of the same questions differ', () => {
    fc.assert(fc.property(anyForm, fc.nat(), (form, which) => {
      const all = questionsIn(form)
      const question = all[which % all.length]!
      const pages = form.pages.map((page) => ({ ...page, questions: page.questions.map((each) => (each === question ? { ...each, help: { zh: '另一句' } } : each)) }))
      expect(canonical(pages)).not.toBe(canonical(form.pages))
      expect(told(diffForms(form, { ...form, pages }))).toEqual([`help ${question.key}`])
    }))
  })
})
