import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyForm, anyRaw, noiseForm, questionsIn } from './form.fixture'
import type { FormDef, Question } from './types'
import { validateAnswers, validatePage } from './validate'

const form = (...questions: Question[]): FormDef => ({ code: 'f', name: { zh: '表' }, pages: [{ title: { zh: '页' }, questions }] })
const one = (question: Omit<Question, 'key' | 'label'>): FormDef => form({ key: 'x', label: { zh: '问' }, ...question })
const options = [{ code: 'a', label: { zh: '甲' } }, { code: 'b', label: { zh: '乙' } }, { code: 'c', label: { zh: '丙' } }]

describe('validateAnswers checks', () => {
  it.each<[Omit<Question, 'key' | 'label'>, unknown, string, Record<string, unknown> | undefined]>([
    [{ kind: 'text', required: true }, '', 'required', undefined],
    [{ kind: 'text', required: true }, ' \u200B ', 'required', undefined],
    [{ kind: 'text', minLength: 3 }, '路灯', 'tooShort', { min: 3, length: 2 }],
    [{ kind: 'text', maxLength: 2 }, '路灯坏', 'tooLong', { max: 2, length: 3 }],
    [{ kind: 'text' }, 'a'.repeat(201), 'tooLong', { max: 200, length: 201 }],
    [{ kind: 'longText', maxLength: 999_999 }, 'a'.repeat(5001), 'tooLong', { max: 5000, length: 5001 }],
    [{ kind: 'text', pattern: 'time24' }, '25:00', 'pattern', { pattern: 'time24' }],
    [{ kind: 'text' }, 5, 'wrongKind', undefined],
    [{ kind: 'number', required: true }, ' ', 'required', undefined],
    [{ kind: 'number', min: 1 }, '0', 'tooSmall', { min: 1 }],
    [{ kind: 'number', max: 5 }, 6, 'tooLarge', { max: 5 }],
    [{ kind: 'number', integer: true }, '1.5', 'notInteger', undefined],
    [{ kind: 'number' }, '1e3', 'notNumber', undefined],
    [{ kind: 'number' }, '99999999999999', 'tooLarge', { max: 1e12 }],
    [{ kind: 'date', minDate: '2026-05-02' }, '2026-5-1', 'tooEarly', { min: '2026-05-02' }],
    [{ kind: 'date', maxDate: '2026-04-30' }, '2026-05-01', 'tooLate', { max: '2026-04-30' }],
    [{ kind: 'date' }, '2026-02-30', 'notDate', undefined],
    [{ kind: 'choice', options }, 'd', 'notOffered', undefined],
    [{ kind: 'choice', options }, 'A', 'notOffered', undefined],
    [{ kind: 'choice', options, required: true }, null, 'required', undefined],
    [{ kind: 'choice' }, 'a', 'notOffered', undefined],
    [{ kind: 'multiChoice', options }, ['a', 'd'], 'notOffered', undefined],
    [{ kind: 'multiChoice', options, minChoices: 2 }, ['a'], 'tooFew', { min: 2, count: 1 }],
    [{ kind: 'multiChoice', options, maxChoices: 2 }, ['a', 'b', 'c'], 'tooMany', { max: 2, count: 3 }],
    [{ kind: 'multiChoice', options, required: true }, [''], 'required', undefined],
    [{ kind: 'yesNo', required: true }, '', 'required', undefined],
    [{ kind: 'yesNo' }, 'maybe', 'wrongKind', undefined],
    [{ kind: 'place', required: true }, { address: '  ' }, 'required', undefined],
    [{ kind: 'place' }, { address: '长'.repeat(201) }, 'tooLong', { max: 200, length: 201 }],
    [{ kind: 'photo' }, ['1', '2', '3', '4', '5', '6', '7'], 'tooMany', { max: 6, count: 7 }],
    [{ kind: 'photo', minChoices: 2 }, ['1'], 'tooFew', { min: 2, count: 1 }],
    [{ kind: 'photo' }, ['../../etc'], 'wrongKind', undefined],
  ])('%j with %j: %s', (question, input, code, params) => {
    const { answers, errors } = validateAnswers(one(question), { x: input })
    expect(errors).toEqual([{ key: 'x', code, ...(params ? { params } : {}) }])
    expect(answers).toEqual({})
  })

  it.each<[Omit<Question, 'key' | 'label'>, unknown, unknown]>([
    [{ kind: 'text', maxLength: 2 }, '😀😀', '😀😀'], [{ kind: 'yesNo', required: true }, 'no', false], [{ kind: 'number', required: true }, '0', 0], [{ kind: 'number', min: 1, max: 5 }, '5', 5],
    [{ kind: 'date', minDate: '2026-05-01', maxDate: '2026-05-01' }, '2026-05-01', '2026-05-01'], [{ kind: 'multiChoice', options }, ['c', 'a'], ['a', 'c']],
    [{ kind: 'place', required: true }, { unit: 'u1' }, { unit: 'u1' }], [{ kind: 'photo', required: true }, ['01ARZ3NDEKTSV4RRFFQ69G5FAV'], ['01ARZ3NDEKTSV4RRFFQ69G5FAV']], [{ kind: 'choice', options }, 'b', 'b'],
  ])('%j takes %j', (question, input, answer) => {
    expect(validateAnswers(one(question), { x: input })).toMatchObject({ answers: { x: answer }, errors: [] })
  })

  it.each(['text', 'number', 'date', 'choice', 'multiChoice', 'yesNo', 'place', 'photo', 'info'] as const)('an optional %s may be left out', (kind) => {
    expect(validateAnswers(one({ kind, options, minChoices: 1, minLength: 5 }), {})).toMatchObject({ answers: {}, errors: [] })
  })

  it('never asks for an information text', () => {
    expect(validateAnswers(one({ kind: 'info', required: true }), { x: 'y' })).toMatchObject({ answers: {}, errors: [] })
  })
})

describe('validateAnswers over a whole form', () => {
  it('drops hidden and unknown answers, and asks nothing about hidden questions', () => {
    const { answers, errors } = validateAnswers(noiseForm, { origin: 'shop', atNight: true, hours: 99, spot: '6号楼', stranger: 1, note: 'x' })
    expect(errors).toEqual([])
    expect(answers).toEqual({ origin: 'shop', spot: { address: '6号楼' } })
  })

  it('counts a faulty answer as none for what hangs on it', () => {
    const { errors, visible } = validateAnswers(noiseForm, { origin: 'works', atNight: 'perhaps', hours: 99, spot: 'x' })
    expect(errors).toEqual([{ key: 'atNight', code: 'wrongKind' }])
    expect(visible).not.toContain('hours')
  })

  it('stops where an answer ends the form', () => {
    const { answers, errors, ended } = validateAnswers(noiseForm, { origin: 'horns', spot: 'x' })
    expect([answers, errors, ended?.choice]).toEqual([{ origin: 'horns' }, [], 'horns'])
  })

  it('reads a plain form post', () => {
    const { answers, errors } = validateAnswers(noiseForm, {
      'q.origin': 'works', 'q.atNight': 'yes', 'q.hours': '４', 'q.detail': '', 'q.since': '2026-5-1', 'q.clock': '', 'q.effects': 'sleep', 'q.spot.address': '6号楼', 'q.spot.unit': 'u-6', 'q.pictures.ids': ['p1', 'p2'],
    })
    expect(errors).toEqual([])
    expect(answers).toEqual({ origin: 'works', atNight: true, hours: 4, since: '2026-05-01', effects: ['sleep'], spot: { unit: 'u-6', address: '6号楼' }, pictures: ['p1', 'p2'] })
  })

  it('gives the same answers when its own answers come in again', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const { answers } = validateAnswers(def, raw)
      expect(validateAnswers(def, answers).answers).toEqual(answers)
      expect(validateAnswers(def, JSON.parse(JSON.stringify(answers))).answers).toEqual(answers)
    }))
  })

  it('lets no answer to a hidden or unknown question through, and names errors of visible ones only, one each', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const { answers, errors, visible } = validateAnswers(def, raw)
      const asked = new Set(questionsIn(def).map(({ key }) => key))
      expect(Object.keys(answers).filter((key) => !visible.includes(key) || !asked.has(key))).toEqual([])
      const faulty = errors.map(({ key }) => key)
      expect(faulty.filter((key) => !visible.includes(key) || Object.hasOwn(answers, key))).toEqual([])
      expect(new Set(faulty).size).toBe(faulty.length)
    }))
  })

  it('misses no required question unless the form ended', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const { answers, errors, visible, ended } = validateAnswers(def, raw)
      const open = questionsIn(def).filter(({ key, required, kind }) => required && kind !== 'info' && visible.includes(key) && !Object.hasOwn(answers, key))
      expect(open.map(({ key }) => key).filter((key) => !errors.some((error) => error.key === key))).toEqual([])
      if (ended) expect(visible.at(-1)).toBe(ended.question)
    }))
  })
})

describe('validatePage', () => {
  it('reports its own page only, and keeps the answers of the others', () => {
    const first = validatePage({ def: noiseForm, page: 0, raw: { 'q.origin': 'works', 'q.atNight': 'no' }, before: {} })
    expect(first.errors).toEqual([])
    expect(first.answers).toEqual({ origin: 'works', atNight: false })
    const next = validatePage({ def: noiseForm, page: 1, raw: { 'q.origin': 'shop', 'q.clock': '99:00' }, before: first.answers })
    expect(next.errors.map(({ key, code }) => [key, code])).toEqual([['clock', 'pattern'], ['spot', 'required']])
    expect(next.answers).toEqual({ origin: 'works', atNight: false })
  })

  it('drops answers of a later page when an earlier one hides them', () => {
    const { answers } = validatePage({ def: noiseForm, page: 0, raw: { origin: 'works', atNight: false }, before: { hours: 5, pictures: ['p1'], spot: { unit: 'u' } } })
    expect(answers).toEqual({ origin: 'works', atNight: false, spot: { unit: 'u' } })
  })

  it('page after page ends where the whole form does, when every page is sound', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const whole = validateAnswers(def, raw)
      fc.pre(whole.errors.length === 0)
      const answers = def.pages.reduce((before, _page, page) => validatePage({ def, page, raw, before }).answers, {})
      expect(answers).toEqual(whole.answers)
    }))
  })
})
