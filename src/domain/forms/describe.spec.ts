import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import enForm from '../../i18n/en/form.json'
import zhForm from '../../i18n/zh/form.json'
import { answerLines, answerText, conditionSentence, publicAnswers } from './describe'
import { anyForm, anyRaw, noiseForm, questionsIn } from './form.fixture'
import type { AnswerValue, Condition } from './types'
import { validateAnswers } from './validate'

const zh = { lang: 'zh', words: zhForm } as const
const asked = (key: string) => questionsIn(noiseForm).find((question) => question.key === key)!

describe('conditionSentence', () => {
  it.each<[Condition, string]>([
    [asked('atNight').showIf!, '如果“噪声从哪里来？”是“施工”，才需要填；不是就留空'],
    [asked('hours').showIf!, '如果“晚上10点以后还在施工吗？”是“是”，才需要填；不是就留空'],
    [asked('pictures').showIf!, '如果“影响到谁？”选了“睡眠”，或者（“一夜大约几小时？”大于3，并且“噪声从哪里来？”不是“商铺”），才需要填；不是就留空'],
    [{ match: 'all', rows: [{ question: 'gone', op: 'answered' }] }, '如果“gone”填了，才需要填；不是就留空'],
  ])('%#', (condition, sentence) => {
    expect(conditionSentence(condition, noiseForm, zh)).toBe(sentence)
  })

  it('speaks English', () => {
    expect(conditionSentence(asked('atNight').showIf!, noiseForm, { lang: 'en', words: enForm })).toBe('Only if “Where does it come from?” is “Building works”; otherwise leave it empty')
  })
})

describe('answerText', () => {
  it.each<[string, AnswerValue, string]>([
    ['origin', 'works', '施工'], ['origin', 'gone', 'gone'], ['atNight', true, '是'], ['atNight', false, '否'], ['hours', 0, '0'], ['effects', ['sleep', 'work'], '睡眠、工作'], ['detail', 'works', 'works'],
    ['spot', { unit: 'u6', address: '西侧' }, '六号楼 西侧'], ['spot', { unit: 'u7' }, 'u7'], ['pictures', ['a', 'b'], '2张照片'], ['detail', null, '没有填'], ['effects', [], '没有填'],
  ])('%s %j: %s', (key, value, text) => {
    expect(answerText({ question: asked(key), value, ...zh, unitName: (code) => (code === 'u6' ? '六号楼' : undefined) })).toBe(text)
  })
})

describe('answerLines', () => {
  it('lists what was asked, in order, without information texts', () => {
    const lines = answerLines({ def: noiseForm, answers: { origin: 'shop', spot: { address: '6号楼' } }, ...zh })
    expect(lines.map(({ key, text, page }) => [key, text, page])).toEqual([
      ['origin', '商铺', 0], ['detail', '没有填', 0], ['since', '没有填', 1], ['clock', '没有填', 1], ['effects', '没有填', 1], ['spot', '6号楼', 1],
    ])
  })
})

describe('publicAnswers', () => {
  it('shows only what the form maker opened, never photos or places', () => {
    const def = { ...noiseForm, pages: noiseForm.pages.map((page) => ({ ...page, questions: page.questions.map((question) => (question.kind === 'photo' || question.kind === 'place' ? { ...question, publicity: 'public' as const } : question)) })) }
    expect(publicAnswers(def, { origin: 'works', clock: '21:30', spot: { unit: 'u' }, pictures: ['p'], effects: ['sleep'] })).toEqual({ clock: '21:30', effects: ['sleep'] })
  })

  it('gives nothing that was not said to be public', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      expect(publicAnswers(def, validateAnswers(def, raw).answers)).toEqual({})
    }))
  })
})
