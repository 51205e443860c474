import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyForm, anyRaw, noiseForm, questionsIn } from '../../domain/forms/form.fixture'
import { lintForm } from '../../domain/forms/lint'
import { validateAnswers } from '../../domain/forms/validate'
import { onOnePage, rawOf, slotOf, valuesOf, withoutChosen } from './formValues'

describe('valuesOf and rawOf', () => {
  it('bring sound answers through the live form unchanged', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const { answers } = validateAnswers(def, raw)
      const questions = questionsIn(def)
      expect(validateAnswers(def, rawOf(questions, valuesOf(questions, answers))).answers).toEqual(answers)
    }))
  })

  it.each<[string, unknown, unknown]>([
    ['effects', false, []], ['effects', 'sleep', ['sleep']], ['effects', ['sleep', 'work'], ['sleep', 'work']], ['effects', undefined, []],
    ['origin', null, null], ['pictures', { ids: false, chosen: 2 }, ['chosen-0', 'chosen-1']], ['pictures', { ids: ['p1'], chosen: 1 }, ['p1', 'chosen-0']], ['pictures', { ids: 'p1' }, ['p1']], ['pictures', undefined, []],
  ])('%s %j → %j', (key, held, raw) => {
    expect(rawOf(questionsIn(noiseForm), { q: { [slotOf(key)]: held } })[key]).toEqual(raw)
  })

  it('has no value for information texts', () => {
    expect(Object.keys(valuesOf(questionsIn(noiseForm), {}).q)).not.toContain(slotOf('note'))
  })
})

describe('withoutChosen', () => {
  it('leaves out photos that are not stored yet, and nothing else', () => {
    expect(withoutChosen(noiseForm, { pictures: ['p1', 'chosen-0'], effects: ['sleep'], clock: 'chosen-0' })).toEqual({ pictures: ['p1'], effects: ['sleep'], clock: 'chosen-0' })
    expect(withoutChosen(noiseForm, { pictures: ['chosen-0'] })).toEqual({})
  })
})

describe('onOnePage', () => {
  it('asks the same and judges the same', () => {
    expect(onOnePage(noiseForm).pages).toHaveLength(1)
    expect(lintForm(onOnePage(noiseForm))).toEqual([])
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const [apart, together] = [validateAnswers(def, raw), validateAnswers(onOnePage(def), raw)]
      expect([together.answers, together.errors, together.visible]).toEqual([apart.answers, apart.errors, apart.visible])
    }))
  })
})
