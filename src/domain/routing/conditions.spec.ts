import { describe, expect, it } from 'vitest'
import { answerName, inSpan, testCondition } from './conditions'
import { directory, factsOf } from './office.fixture'
import type { RoutingFacts, RuleCondition } from './types'

const facts = factsOf()

describe('testCondition', () => {
  it.each<[boolean, string, RuleCondition, Partial<RoutingFacts>?]>([
    [true, '类别在「噪声」', { field: 'category', op: 'within', codes: ['waste', 'noise'] }],
    [true, '类别在「夜间噪声」', { field: 'category', op: 'within', codes: ['night'] }],
    [false, '类别不在「垃圾」、「大件」', { field: 'category', op: 'within', codes: ['waste', 'bulky'] }],
    [true, '类别不在「垃圾」', { field: 'category', op: 'notWithin', codes: ['waste'] }],
    [false, '类别在「噪声」', { field: 'category', op: 'notWithin', codes: ['waste', 'noise'] }],
    [true, '网格在「east格」', { field: 'unit', op: 'within', codes: ['east'] }],
    [false, '网格不在「west格」', { field: 'unit', op: 'within', codes: ['west'] }],
    [true, '网格不在「nowhere」', { field: 'unit', op: 'notWithin', codes: ['nowhere'] }],
    [true, '网格不在「top格」', { field: 'unit', op: 'notWithin', codes: ['top'] }, { unitCodes: [] }],
    [true, '事项类型是「report」', { field: 'matterType', op: 'isOneOf', codes: ['report', 'topic'] }],
    [false, '事项类型是「report」', { field: 'matterType', op: 'isNoneOf', codes: ['report'] }],
    [true, '来源是「网页」', { field: 'source', op: 'isOneOf', codes: ['web'] }],
    [false, '来源不是「phone」', { field: 'source', op: 'isOneOf', codes: ['phone'] }],
    [true, '严重程度不低于「较重」', { field: 'severity', op: 'atLeast', value: 2 }],
    [false, '严重程度低于「严重」', { field: 'severity', op: 'atLeast', value: 3 }],
    [true, '严重程度不高于「较重」', { field: 'severity', op: 'atMost', value: 2 }],
    [false, '严重程度高于「一般」', { field: 'severity', op: 'atMost', value: 1 }],
    [true, '文字里有「烧烤」', { field: 'text', op: 'containsAny', words: ['漏水', '烧烤'] }],
    [false, '文字里没有「漏水」', { field: 'text', op: 'containsAny', words: ['漏水'] }],
    [true, '文字里有「烧烤」、「吵」', { field: 'text', op: 'containsAll', words: ['烧烤', '吵'] }],
    [false, '文字里没有「漏水」', { field: 'text', op: 'containsAll', words: ['烧烤', '漏水'] }],
    [true, '文字里没有「漏水」', { field: 'text', op: 'containsNone', words: ['漏水'] }],
    [false, '文字里有「吵」', { field: 'text', op: 'containsNone', words: ['漏水', '吵'] }],
    [true, '文字里有「ABC」', { field: 'text', op: 'containsAny', words: ['ABC'] }, { text: 'ａｂｃ' }],
    [false, '文字里没有「\u200B」', { field: 'text', op: 'containsAny', words: ['\u200B'] }],
    [false, '文字里没有「\u200B」', { field: 'text', op: 'containsAll', words: ['吵', '\u200B'] }],
    [false, '文字里没有', { field: 'text', op: 'containsAll', words: [] }],
    [true, '夜间（22:00—次日 07:00）', { field: 'timeOfDay', op: 'between', from: '22:00', to: '07:00' }],
    [true, '20:00—23:00 收到', { field: 'timeOfDay', op: 'between', from: '20:00', to: '23:00' }],
    [false, '不在 08:30—17:30 收到', { field: 'timeOfDay', op: 'between', from: '08:30', to: '17:30' }],
    [true, '非工作时间', { field: 'workingTime', op: 'is', value: false }],
    [false, '非工作时间', { field: 'workingTime', op: 'is', value: true }],
    [true, '「楼层」答「3」', { field: 'answer', question: 'floor', op: 'is', value: '3' }],
    [true, '「楼层」答「3」', { field: 'answer', question: 'floor', op: 'is', value: '3' }, { answers: { floor: 3 } }],
    [true, '「楼层」答「4」', { field: 'answer', question: 'floor', op: 'is', value: '4' }, { answers: { floor: ['3', '4'] } }],
    [false, '「楼层」答「4」', { field: 'answer', question: 'floor', op: 'isNot', value: '4' }, { answers: { floor: ['3', '4'] } }],
    [true, '「楼层」不少于 3', { field: 'answer', question: 'floor', op: 'atLeast', value: '3' }],
    [false, '「楼层」少于 10', { field: 'answer', question: 'floor', op: 'atLeast', value: '10' }, { answers: { floor: 9 } }],
    [true, '「楼层」不少于 10', { field: 'answer', question: 'floor', op: 'atLeast', value: '10' }, { answers: { floor: '１２' } }],
    [true, '「楼层」不多于 10', { field: 'answer', question: 'floor', op: 'atMost', value: '10' }, { answers: { floor: -2.5 } }],
    [false, '「楼层」多于 10', { field: 'answer', question: 'floor', op: 'atMost', value: '10' }, { answers: { floor: 10.5 } }],
    [false, '「楼层」没有答出数', { field: 'answer', question: 'floor', op: 'atMost', value: '10' }, { answers: { floor: '很多' } }],
    [false, '「lift」没有答出数', { field: 'answer', question: 'lift', op: 'atLeast', value: '0' }, { answers: { lift: '' } }],
    [false, '「lift」没有答出数', { field: 'answer', question: 'lift', op: 'atMost', value: '3' }, { answers: {} }],
    [true, '「lift」答「是」', { field: 'answer', question: 'lift', op: 'is', value: 'true' }, { answers: { lift: true } }],
    [false, '「lift」不是「yes」', { field: 'answer', question: 'lift', op: 'is', value: 'yes' }],
    [true, '「toString」不是「x」', { field: 'answer', question: 'toString', op: 'isNot', value: 'x' }],
  ])('%s: %s', (holds, zh, condition, more) => {
    expect(testCondition(condition, { ...facts, ...more }, directory)).toMatchObject({ holds, words: { zh } })
  })

  it('speaks English too', () => {
    expect(testCondition({ field: 'timeOfDay', op: 'between', from: '22:00', to: '07:00' }, facts, directory).words.en).toBe('at night (22:00 to 07:00)')
    expect(testCondition({ field: 'unit', op: 'within', codes: ['east'] }, facts, directory).words.en).toBe('place is within “east格”')
  })
})

describe('inSpan', () => {
  it.each([
    ['08:30', '17:30', 8 * 60 + 29, false],
    ['08:30', '17:30', 8 * 60 + 30, true],
    ['08:30', '17:30', 17 * 60 + 30, false],
    ['20:00', '07:00', 0, true],
    ['20:00', '07:00', 7 * 60 - 1, true],
    ['20:00', '07:00', 7 * 60, false],
    ['20:00', '07:00', 20 * 60, true],
    ['09:00', '09:00', 3, true],
  ])('%s to %s at minute %i: %s', (from, to, minute, expected) => {
    expect(inSpan({ from, to }, minute)).toBe(expected)
  })
})

it('says an answer in the words it was offered in', () => {
  const names = { ...directory, answerOf: (question: string, value: string) => (question === 'floor' && value === 'c3' ? { zh: '顶楼', en: 'top floor' } : undefined) }
  expect([['floor', 'c3'], ['floor', 'c4'], ['lift', 'false']].map(([question = '', value = '']) => answerName(names, question, value).zh)).toEqual(['顶楼', 'c4', '否'])
})
