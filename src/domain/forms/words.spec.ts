import { describe, expect, it } from 'vitest'
import enErrors from '../../i18n/en/errors.json'
import enForm from '../../i18n/en/form.json'
import zhErrors from '../../i18n/zh/errors.json'
import zhForm from '../../i18n/zh/form.json'
import { ERROR_STATUS } from '../errors'
import { FINDING_KINDS } from '../privacy/scan'
import { PROBLEM_CODES } from './problem'
import { SAFE_PATTERNS, type AnswerError } from './types'
import { errorText, fill, type FormWords } from './words'

type Leaves = Record<string, string>
const leaves = (node: unknown, path = ''): Leaves =>
  typeof node === 'string' ? { [path]: node } : Object.assign({}, ...Object.entries(node as object).map(([key, value]) => leaves(value, path ? `${path}.${key}` : key)))
const places = (text: string | undefined) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

/** Typed, so that a dictionary that lacks a word does not compile. */
const forms: Record<'zh' | 'en', FormWords> = { zh: zhForm, en: enForm }

describe.each([['form', leaves(zhForm), leaves(enForm)], ['errors', leaves(zhErrors), leaves(enErrors)]])('%s dictionaries', (_name, zh, en) => {
  it('have the same words in both languages, none empty, with the same places to fill', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const key of Object.keys(zh)) {
      expect(zh[key]?.trim(), key).toBeTruthy()
      expect(en[key]?.trim(), key).toBeTruthy()
      expect(places(en[key]), key).toEqual(places(zh[key]))
      expect(en[key], key).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

const PARAMS: Record<AnswerError['code'], Record<string, string | number>> = {
  required: {}, tooShort: { min: 3, length: 1 }, tooLong: { max: 3, length: 5 }, tooSmall: { min: 1 }, tooLarge: { max: 1 }, notNumber: {}, notInteger: {}, notDate: {},
  tooEarly: { min: '2026-01-01' }, tooLate: { max: '2026-01-01' }, notOffered: {}, tooFew: { min: 2, count: 1 }, tooMany: { max: 1, count: 2 }, pattern: { pattern: 'digits' }, wrongKind: {},
}

describe('errorText', () => {
  it.each(['zh', 'en'] as const)('fills every place of every code in %s', (lang) => {
    for (const [code, params] of Object.entries(PARAMS)) {
      const text = errorText({ key: 'x', code: code as AnswerError['code'], params }, forms[lang])
      expect(text).toBeTruthy()
      expect(text).not.toMatch(/[{}]/)
    }
  })
})

describe('closed lists have their words', () => {
  it.each([
    ['lint', PROBLEM_CODES, zhForm.lint], ['finding', FINDING_KINDS, zhForm.finding], ['patternHint', SAFE_PATTERNS, zhForm.patternHint],
    ['errors', [...Object.keys(ERROR_STATUS), 'reference'], zhErrors],
  ])('%s', (_name, codes, words) => {
    expect(Object.keys(words).sort()).toEqual([...codes].sort())
  })

  it('every error says what happened, what was kept, and what to do', () => {
    for (const code of Object.keys(ERROR_STATUS) as (keyof typeof ERROR_STATUS)[]) expect(Object.keys(zhErrors[code])).toEqual(['what', 'kept', 'todo'])
  })
})

describe('fill', () => {
  it.each([
    ['最多{max}项', { max: 3 }, '最多3项'], ['{a}{a}', { a: 'x' }, 'xx'], ['{gone}', {}, '{gone}'], ['{constructor}', {}, '{constructor}'], ['{a}', { a: '{b}', b: 'no' }, '{b}'], ['plain', undefined, 'plain'],
  ])('%s', (template, params, text) => {
    expect(fill(template, params)).toBe(text)
  })
})
