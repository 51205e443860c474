import { describe, expect, it } from 'vitest'
import type { InputValue, InputVM } from '../types'
import { encodeInputs, initialValues, inputFault, inputFaults } from './encode'

const input = (change: Partial<InputVM>): InputVM => ({ key: 'x', kind: 'text', role: 'reason', required: false, label: 'X', ...change })
const person = { kind: 'person' as const, id: 'p1', name: '王一' }

describe('inputFault', () => {
  it.each<[string, Partial<InputVM>, InputValue, string | undefined]>([
    ['missing text', { required: true }, '  ', 'required'],
    ['left out', {}, '', undefined],
    ['short', { minLength: 3 }, '两字', 'tooShort'],
    ['counted as characters, not as code units', { minLength: 2, maxLength: 2 }, '𠮷𠮷', undefined],
    ['long', { maxLength: 3 }, '四个字了', 'tooLong'],
    ['a choice', { kind: 'choice', required: true }, null, 'required'],
    ['no lead', { kind: 'lead', required: true }, null, 'required'],
    ['a lead', { kind: 'lead', required: true }, person, undefined],
    ['no photo where one is due', { kind: 'photos', minCount: 1 }, [], 'required'],
    ['too few photos', { kind: 'photos', minCount: 2 }, [{ id: 'a', url: '' }], 'tooFew'],
    ['too many parties', { kind: 'parties', maxCount: 1 }, [{ who: person, note: '', due: '' }, { who: person, note: '', due: '' }], 'tooMany'],
    ['too little time', { kind: 'minutes', min: 30 }, 10, 'tooSmall'],
    ['too much time', { kind: 'minutes', max: 100 }, 101, 'tooLarge'],
    ['a rating', { kind: 'rating', min: 1, max: 5 }, 5, undefined],
  ])('%s', (_name, change, value, code) => {
    expect(inputFault(input(change), value)?.code).toBe(code)
  })

  it('gathers faults by key', () => {
    expect(inputFaults([input({ required: true }), input({ key: 'y' })], { x: '', y: '' })).toEqual({ x: { code: 'required' } })
  })
})

describe('encodeInputs', () => {
  it('sends each kind as the door takes it, and leaves out what is empty', () => {
    const inputs = [
      input({ key: 'reason' }), input({ key: 'none' }), input({ key: 'outcome', kind: 'choice' }), input({ key: 'lead', kind: 'lead' }), input({ key: 'who', kind: 'person' }),
      input({ key: 'target', kind: 'matter' }), input({ key: 'photos', kind: 'photos' }), input({ key: 'minutes', kind: 'minutes' }), input({ key: 'parties', kind: 'parties' }),
    ]
    const values = {
      reason: ' 等配件 ', none: '', outcome: 'solved', lead: { kind: 'team' as const, id: 't1', name: '一队' }, who: person, target: { kind: 'matter' as const, id: 'm9', name: 'x' },
      photos: [{ id: 'f1', url: 'u' }], minutes: 60, parties: [{ who: { kind: 'unit' as const, id: 'u1', name: '东片' }, note: ' 查管 ', due: '2026-11-26' }, { who: person, note: '', due: '' }],
    }
    expect(encodeInputs(inputs, values, 'Asia/Shanghai')).toEqual({
      reason: '等配件', outcome: 'solved', lead: { team: 't1' }, who: 'p1', target: 'm9', photos: ['f1'], minutes: 60,
      parties: [{ unit: 'u1', note: '查管', dueAt: Date.UTC(2026, 10, 26, 15, 59) }, { person: 'p1' }],
    })
  })

  it('starts from what is proposed', () => {
    expect(initialValues([input({}), input({ key: 'l', kind: 'lead', preset: person }), input({ key: 'p', kind: 'photos' }), input({ key: 'm', kind: 'minutes' })])).toEqual({ x: '', l: person, p: [], m: null })
  })
})
