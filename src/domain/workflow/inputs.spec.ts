import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateInputs } from './inputs'
import type { InputDef } from './types'
import { NOW } from './world.fixture'

const def = (kind: InputDef['kind'], more: Partial<InputDef> = {}): InputDef => ({
  key: 'x', kind, role: 'reason', label: { zh: '某' }, required: true, ...more,
})
const read = (given: InputDef, raw: unknown) => validateInputs({ defs: [given], raw: { x: raw }, now: NOW })

const options = [{ code: 'a', label: { zh: '甲' } }, { code: 'b', label: { zh: '乙' } }]

describe('validateInputs accepts', () => {
  it.each<[string, InputDef, unknown, unknown]>([
    ['a text, trimmed', def('text'), '  好的\r\n再见 ', '好的\n再见'],
    ['a text of as many code points as allowed', def('text', { maxLength: 2 }), '𠮷👍', '𠮷👍'],
    ['a text of just enough', def('text', { minLength: 2 }), '𠮷a', '𠮷a'],
    ['an offered choice', def('choice', { options }), 'b', 'b'],
    ['a lead team', def('lead'), { team: 't1', extra: 'dropped' }, { team: 't1' }],
    ['a lead with all three', def('lead'), { unit: 'u1', team: 't1', person: 'p1' }, { unit: 'u1', team: 't1', person: 'p1' }],
    ['a lead from a form with empty fields', def('lead'), { unit: 'u1', team: '', person: null }, { unit: 'u1' }],
    ['parties with parts and deadlines', def('parties'), [{ team: 't1', note: ' 清运 ', dueAt: NOW + 1 }, { person: 'p1' }], [{ team: 't1', note: '清运', dueAt: NOW + 1 }, { person: 'p1' }]],
    ['a matter', def('matter'), '01JABC', '01JABC'],
    ['photos, each once', def('photos', { maxCount: 2 }), ['f1', 'f2', 'f1'], ['f1', 'f2']],
    ['minutes', def('minutes', { min: 30, max: 60 }), 30, 30],
    ['minutes from a plain form', def('minutes', { min: 30, max: 60 }), '60', 60],
    ['a rating', def('rating'), 5, 5],
    ['a person', def('person'), 'p1', 'p1'],
  ])('%s', (_name, given, raw, value) => {
    expect(read(given, raw)).toEqual({ values: { x: value }, fieldErrors: [] })
  })
})

describe('validateInputs refuses', () => {
  it.each<[string, InputDef, unknown, string, string]>([
    ['nothing', def('text'), undefined, 'x', 'required'],
    ['blanks', def('text'), ' \n\u200B', 'x', 'required'],
    ['a number for a text', def('text'), 5, 'x', 'wrongKind'],
    ['a short text', def('text', { minLength: 2 }), '👍', 'x', 'tooShort'],
    ['a long text', def('text', { maxLength: 2 }), 'abc', 'x', 'tooLong'],
    ['an endless text where no limit is set', def('text'), 'a'.repeat(5001), 'x', 'tooLong'],
    ['a choice not offered', def('choice', { options }), 'c', 'x', 'notOffered'],
    ['a list for a choice', def('choice', { options }), ['a'], 'x', 'notOffered'],
    ['an empty lead', def('lead'), {}, 'x', 'required'],
    ['a lead that is a text', def('lead'), 't1', 'x', 'wrongKind'],
    ['a lead with a strange id', def('lead'), { team: { $gt: '' } }, 'x.team', 'wrongKind'],
    ['no parties', def('parties', { minCount: 1 }), [], 'x', 'required'],
    ['too few parties', def('parties', { minCount: 2 }), [{ team: 't1' }], 'x', 'tooFew'],
    ['too many parties', def('parties', { maxCount: 1 }), [{ team: 't1' }, { team: 't2' }], 'x', 'tooMany'],
    ['parties that are no list', def('parties'), { team: 't1' }, 'x', 'wrongKind'],
    ['an empty party', def('parties'), [{ team: 't1' }, { note: '无人' }], 'x.1', 'required'],
    ['the same person twice', def('parties'), [{ person: 'p1', unit: 'u1' }, { person: 'p1', unit: 'u2' }], 'x.1', 'duplicate'],
    ['a deadline that has passed', def('parties'), [{ team: 't1', dueAt: NOW }], 'x.0.dueAt', 'tooEarly'],
    ['a deadline in words', def('parties'), [{ team: 't1', dueAt: 'tomorrow' }], 'x.0.dueAt', 'wrongKind'],
    ['an endless note', def('parties'), [{ team: 't1', note: '长'.repeat(501) }], 'x.0.note', 'tooLong'],
    ['a matter that is no id', def('matter'), '../x', 'x', 'wrongKind'],
    ['photos that are no ids', def('photos'), ['f1', 2], 'x', 'wrongKind'],
    ['too many photos', def('photos', { maxCount: 1 }), ['f1', 'f2'], 'x', 'tooMany'],
    ['too few minutes', def('minutes', { min: 30 }), 29, 'x', 'tooSmall'],
    ['too many minutes', def('minutes', { max: 60 }), 61, 'x', 'tooLarge'],
    ['half a minute', def('minutes'), 30.5, 'x', 'notInteger'],
    ['minutes in words', def('minutes'), 'many', 'x', 'notNumber'],
    ['endless minutes', def('minutes'), Infinity, 'x', 'notNumber'],
    ['no minutes, where no limit is set', def('minutes'), 0, 'x', 'tooSmall'],
    ['a rating of 0', def('rating'), 0, 'x', 'tooSmall'],
    ['a rating of 6, even where the author allows it', def('rating', { max: 10 }), 6, 'x', 'tooLarge'],
    ['a person that is a list', def('person'), ['p1'], 'x', 'wrongKind'],
  ])('%s', (_name, given, raw, field, code) => {
    const { values, fieldErrors } = read(given, raw)
    expect(fieldErrors.map((error) => [error.field, error.code])).toEqual([[field, code]])
    expect(values).toEqual({})
  })

  it('says every fault at once', () => {
    const defs = [def('text', { key: 'a' }), def('rating', { key: 'b' }), def('photos', { key: 'c', required: false })]
    expect(validateInputs({ defs, raw: { b: 9 }, now: NOW }).fieldErrors.map((error) => error.field)).toEqual(['a', 'b'])
  })
})

describe('validateInputs drops', () => {
  it('unknown keys and optional blanks', () => {
    const defs = [def('text', { required: false }), def('photos', { key: 'y', required: false })]
    expect(validateInputs({ defs, raw: { x: ' ', y: [], step: 'archive' }, now: NOW })).toEqual({ values: {}, fieldErrors: [] })
  })

  it('what is only inherited', () => {
    expect(validateInputs({ defs: [def('text', { key: 'constructor' })], raw: {}, now: NOW }).fieldErrors).toEqual([{ field: 'constructor', code: 'required' }])
  })
})

describe('properties', () => {
  it('never throws and never lets a value through beside an error of the same key', () => {
    const kinds = fc.constantFrom<InputDef['kind']>('text', 'choice', 'lead', 'parties', 'matter', 'photos', 'minutes', 'rating', 'person')
    fc.assert(
      fc.property(kinds, fc.boolean(), fc.anything(), (kind, required, raw) => {
        const { values, fieldErrors } = read(def(kind, { required, options }), raw)
        expect('x' in values && fieldErrors.length > 0).toBe(false)
        expect(required && !('x' in values) && fieldErrors.length === 0).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})
