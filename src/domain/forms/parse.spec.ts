import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyForm, anyRaw, questionsIn } from './form.fixture'
import { answerTo, toFields, type Fields } from './names'
import { parseAnswer } from './parse'
import type { Question, QuestionKind } from './types'
import { validateAnswers } from './validate'

const question = (kind: QuestionKind, more: Partial<Question> = {}): Question => ({ key: 'x', kind, label: { zh: '问' }, ...more })
const wrong = (code: string) => ({ wrong: code })
const value = (answer: unknown) => ({ value: answer })

describe('parseAnswer', () => {
  it.each<[QuestionKind, unknown, unknown]>([
    ['text', '  a \n b ', value('a b')], ['text', '', value(null)], ['text', '   ', value(null)], ['text', 5, wrong('wrongKind')], ['text', ['a'], value('a')], ['text', ['a', 'b'], wrong('wrongKind')], ['text', {}, wrong('wrongKind')],
    ['longText', ' a\r\nb ', value('a\nb')], ['longText', '\u0000', value(null)],
    ['number', '12', value(12)], ['number', ' -3.50 ', value(-3.5)], ['number', '＋１２', value(12)], ['number', '-0', value(0)], ['number', '', value(null)], ['number', 7, value(7)],
    ['number', '1e5', wrong('notNumber')], ['number', '0x10', wrong('notNumber')], ['number', '1,000', wrong('notNumber')], ['number', 'Infinity', wrong('notNumber')], ['number', NaN, wrong('notNumber')],
    ['number', 1e-9, wrong('notNumber')], ['number', '0.0000000000001', wrong('notNumber')], ['number', '三', wrong('notNumber')], ['number', true, wrong('wrongKind')], ['number', '1'.repeat(16), wrong('notNumber')], ['number', '.5', wrong('notNumber')], ['number', '5.', wrong('notNumber')],
    ['date', '2026-05-01', value('2026-05-01')], ['date', '2026-5-1', value('2026-05-01')], ['date', '2026/5/1', value('2026-05-01')], ['date', '２０２６年５月１日', value('2026-05-01')], ['date', '2028-02-29', value('2028-02-29')],
    ['date', '2026-02-29', wrong('notDate')], ['date', '2100-02-29', wrong('notDate')], ['date', '2026-13-01', wrong('notDate')], ['date', '2026-00-10', wrong('notDate')], ['date', '2026-04-31', wrong('notDate')], ['date', '26-05-01', wrong('notDate')], ['date', '1899-12-31', wrong('notDate')], ['date', '明天', wrong('notDate')], ['date', '', value(null)], ['date', 20260501, wrong('wrongKind')],
    ['choice', 'a', value('a')], ['choice', '', value(null)], ['choice', ['a', 'b'], wrong('wrongKind')], ['choice', true, wrong('wrongKind')],
    ['multiChoice', 'a', value(['a'])], ['multiChoice', ['a', '', 'b', 'a'], value(['a', 'b'])], ['multiChoice', [], value(null)], ['multiChoice', [1], wrong('wrongKind')], ['multiChoice', { 0: 'a' }, wrong('wrongKind')],
    ['yesNo', 'yes', value(true)], ['yesNo', 'no', value(false)], ['yesNo', true, value(true)], ['yesNo', false, value(false)], ['yesNo', '', value(null)], ['yesNo', 'true', wrong('wrongKind')], ['yesNo', 1, wrong('wrongKind')],
    ['place', '6号楼', value({ address: '6号楼' })], ['place', { unit: 'u-1', address: ' 6号楼 ', other: 1 }, value({ unit: 'u-1', address: '6号楼' })], ['place', { unit: '', address: '' }, value(null)], ['place', {}, value(null)],
    ['place', { unit: '../x' }, wrong('wrongKind')], ['place', { unit: 5 }, wrong('wrongKind')], ['place', 5, wrong('wrongKind')],
    ['photo', 'p1', value(['p1'])], ['photo', ['p1', 'p1', 'p2'], value(['p1', 'p2'])],
    ['info', 'anything', value(null)],
    ...(['text', 'number', 'choice', 'multiChoice', 'yesNo', 'place', 'photo'] as const).flatMap((kind): [QuestionKind, unknown, unknown][] => [[kind, null, value(null)], [kind, undefined, value(null)]]),
  ])('%s %j → %j', (kind, input, expected) => {
    expect(parseAnswer(question(kind), { x: input })).toEqual(expected)
  })

  it('reads form fields before JSON of the same key, and parts of places and photos by their own names', () => {
    expect(parseAnswer(question('text'), { 'q.x': 'field', x: 'json' })).toEqual(value('field'))
    expect(parseAnswer(question('place'), { 'q.x.address': '6号楼', 'q.x.unit': 'u1' })).toEqual(value({ unit: 'u1', address: '6号楼' }))
    expect(parseAnswer(question('place'), { 'q.x': '6号楼', 'q.x.unit': '' })).toEqual(value({ address: '6号楼' }))
    expect(parseAnswer(question('photo'), { 'q.x.ids': ['p1', 'p2'] })).toEqual(value(['p1', 'p2']))
  })

  it('takes a patterned text as a code', () => {
    expect(parseAnswer(question('text', { pattern: 'time24' }), { x: '２１：３０' })).toEqual(value('21:30'))
    expect(parseAnswer(question('text'), { x: '２１：３０' })).toEqual(value('２１：３０'))
  })

  it('finds nothing where nothing was sent, whatever the key', () => {
    for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) expect(parseAnswer({ ...question('text'), key }, {})).toEqual(value(null))
  })

  it('brings back through form fields what it gave as a sound answer', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const { answers } = validateAnswers(def, raw)
      for (const asked of questionsIn(def)) {
        const answer = answerTo(answers, asked.key)
        const fields: Fields = toFields(asked, answer)
        expect(parseAnswer(asked, fields)).toEqual(value(answer))
        expect(parseAnswer(asked, JSON.parse(JSON.stringify({ [asked.key]: answer })))).toEqual(value(answer))
      }
    }))
  })
})
