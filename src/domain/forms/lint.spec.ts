import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyForm, noiseForm } from './form.fixture'
import { lintForm } from './lint'
import type { Problem } from './problem'
import { operatorsFor } from './lintCondition'
import { QUESTION_KINDS, type Condition, type FormDef, type Question } from './types'

const options = [{ code: 'a', label: { zh: '甲' } }, { code: 'b', label: { zh: '乙' } }]
const form = (...questions: Question[]): FormDef => ({ code: 'f', name: { zh: '表' }, pages: [{ title: { zh: '页' }, questions }] })
const text = (more: Partial<Question> = {}): Question => ({ key: 'x', kind: 'text', label: { zh: '在几层' }, ...more })
const codes = (def: FormDef) => lintForm(def).map(({ path, code }) => `${path} ${code}`)
const first = 'pages.0.questions.0'
const second = 'pages.0.questions.1'

describe('lintForm', () => {
  it('finds nothing in sound forms', () => {
    expect(lintForm(noiseForm)).toEqual([])
  })

  it.each<[string, FormDef, string[]]>([
    ['no pages', { ...form(), pages: [] }, ['pages noQuestions']],
    ['an empty page', form(), ['pages.0 noQuestions']],
    ['duplicate key', form(text(), text()), [`${second}.key duplicateKey`]],
    ['bad keys', form(text({ key: 'X' }), text({ key: 'a b' }), text({ key: `a${'b'.repeat(40)}` })), [`${first}.key badKey`, `${second}.key badKey`, 'pages.0.questions.2.key badKey']],
    ['no words', form(text({ label: { zh: ' ' } })), [`${first}.label noLabel`]],
    ['no title', { ...form(text()), pages: [{ title: { zh: '' }, questions: [text()] }] }, ['pages.0.title noLabel']],
    ['a choice without options', form(text({ kind: 'choice' }), text({ key: 'y', kind: 'multiChoice', options: [] })), [`${first}.options noOptions`, `${second}.options noOptions`]],
    ['options of a text', form(text({ options })), [`${first}.options limitNotForKind`]],
    ['duplicate option', form(text({ kind: 'choice', options: [...options, { code: 'a', label: { zh: '' } }] })), [`${first}.options.2.code duplicateOption`, `${first}.options.2.label noLabel`]],
    ['lengths crossed', form(text({ minLength: 5, maxLength: 4 })), [`${first}.minLength limitsContradict`]],
    ['more length than there can be', form(text({ minLength: 300 })), [`${first}.minLength limitsContradict`]],
    ['amounts crossed', form(text({ kind: 'number', min: 5, max: 4 })), [`${first}.min limitsContradict`]],
    ['no whole number between', form(text({ kind: 'number', min: 0.2, max: 0.8, integer: true })), [`${first}.integer limitsContradict`]],
    ['dates crossed', form(text({ kind: 'date', minDate: '2026-05-02', maxDate: '2026-05-01' })), [`${first}.minDate limitsContradict`]],
    ['more choices than options', form(text({ kind: 'multiChoice', options, minChoices: 3 })), [`${first}.minChoices limitsContradict`]],
    ['limits of another kind', form(text({ min: 1, minDate: '2026-01-01', maxChoices: 2 })), [`${first}.min limitNotForKind`, `${first}.minDate limitNotForKind`, `${first}.maxChoices limitNotForKind`]],
    ['a pattern of a long text', form(text({ kind: 'longText', pattern: 'digits' })), [`${first}.pattern limitNotForKind`]],
    ['a required information text', form(text({ kind: 'info', required: true })), [`${first}.required limitNotForKind`]],
    ['limits above the caps', form(text({ maxLength: 501 }), text({ key: 'y', kind: 'photo', maxChoices: 7 })), [`${first}.maxLength limitTooHigh`, `${second}.maxChoices limitTooHigh`]],
  ])('%s', (_name, def, expected) => {
    expect(codes(def)).toEqual(expected)
  })

  const when = (rows: unknown, kind: Question['kind'] = 'choice'): FormDef =>
    form({ ...text({ kind }), ...(kind === 'choice' || kind === 'multiChoice' ? { options } : {}) }, text({ key: 'y', showIf: { match: 'all', rows } as Condition }), text({ key: 'z' }))
  const at = `${second}.showIf`

  it.each<[string, FormDef, string[]]>([
    ['no rows', when([]), [`${at} emptyCondition`]],
    ['an empty group', when([{ match: 'any', rows: [] }]), [`${at}.rows.0 emptyCondition`]],
    ['an unknown question', when([{ question: 'q', op: 'answered' }]), [`${at}.rows.0 unknownQuestion`]],
    ['a later question', when([{ question: 'z', op: 'answered' }]), [`${at}.rows.0 forwardReference`]],
    ['itself', when([{ question: 'y', op: 'answered' }]), [`${at}.rows.0 forwardReference`]],
    ['inside a group', when([{ match: 'any', rows: [{ question: 'z', op: 'answered' }] }]), [`${at}.rows.0.rows.0 forwardReference`]],
    ['too deep', when([{ match: 'any', rows: [{ match: 'all', rows: [] }] }]), [`${at}.rows.0.rows.0 nestedTooDeep`]],
    ['an operator of another kind', when([{ question: 'x', op: 'includes', value: 'a' }]), [`${at}.rows.0 operatorNotForKind`]],
    ['an information text', when([{ question: 'x', op: 'answered' }], 'info'), [`${at}.rows.0 operatorNotForKind`]],
    ['an answer that is not offered', when([{ question: 'x', op: 'is', value: 'c' }]), [`${at}.rows.0 valueNotOffered`]],
    ['a word for yes or no', when([{ question: 'x', op: 'is', value: 'yes' }], 'yesNo'), [`${at}.rows.0 valueNotOffered`]],
    ['sound', when([{ question: 'x', op: 'is', value: 'a' }, { match: 'any', rows: [{ question: 'x', op: 'notAnswered' }] }]), []],
    ['sound over several', when([{ question: 'x', op: 'excludes', value: 'b' }], 'multiChoice'), []],
  ])('condition with %s', (_name, def, expected) => {
    expect(codes(def)).toEqual(expected)
  })

  it.each<[string, Question, string]>([
    ['label', text({ label: { zh: '您的身份证号' } }), 'label'],
    ['English label', text({ label: { zh: '信息', en: 'Passport number' } }), 'label'],
    ['option', text({ kind: 'choice', options: [{ code: 'a', label: { zh: '护照' } }] }), 'options.0.label'],
    ['help', text({ help: { zh: '请填身份证号' } }), 'help'],
    ['purpose', text({ purpose: { zh: '核对对方的姓名' } }), 'purpose'],
    ['key', text({ key: 'idCardNo' }), 'key'],
  ])('refuses a forbidden %s, and says why', (_name, question, where) => {
    const [problem, ...more] = lintForm(form(question))
    expect(more).toEqual([])
    expect(problem).toMatchObject({ path: `${first}.${where}`, code: 'refused' })
    expect(problem?.why?.zh).toMatch(/。$/)
    expect(problem?.instead?.en).toMatch(/\.$/)
  })

  it('refuses a forbidden page title', () => {
    expect(lintForm({ ...form(text()), pages: [{ title: { zh: '身份证信息' }, questions: [text()] }] })).toMatchObject([{ path: 'pages.0.title', code: 'refused', params: { kind: 'identityNumber' } }])
  })

  it('lets information and advice speak of papers, which collects nothing', () => {
    expect(lintForm(form(text({ kind: 'info', label: { zh: '到窗口请带身份证' } }), text({ key: 'y', kind: 'choice', options: [{ code: 'a', label: { zh: '补办' }, endsWith: { zh: '请带身份证到派出所' } }] })))).toEqual([])
  })

  it('finds the same problems whatever came before on other pages', () => {
    const structural = (problems: Problem[]) => problems.filter(({ code }) => code !== 'operatorNotForKind' && code !== 'valueNotOffered')
    fc.assert(fc.property(anyForm, (def) => {
      expect(structural(lintForm(def))).toEqual([])
      const turned = { ...def, pages: def.pages.map((page) => ({ ...page, questions: page.questions.toReversed() })).toReversed() }
      const looksBack = def.pages.every(({ questions }) => questions.every(({ showIf }) => !showIf))
      if (!looksBack) expect(lintForm(turned).some(({ code }) => code === 'forwardReference')).toBe(true)
    }))
  })
})

describe('operatorsFor', () => {
  it('offers every kind but information at least whether it was answered', () => {
    for (const kind of QUESTION_KINDS) expect(operatorsFor(kind).includes('answered')).toBe(kind !== 'info')
  })
})
