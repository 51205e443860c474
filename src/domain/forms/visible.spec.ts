import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsOf } from './conditions'
import { anyForm, anyRaw, noiseForm, questionsIn } from './form.fixture'
import type { Answers, FormDef } from './types'
import { validateAnswers } from './validate'
import { nearestPage, pageAfter, presenceOnPage, visibleQuestions } from './visible'

const second = ['since', 'clock', 'effects', 'spot']

describe('visibleQuestions', () => {
  it.each<[Answers, string[]]>([
    [{}, ['note', 'origin', 'detail', ...second]],
    [{ origin: 'shop' }, ['note', 'origin', 'detail', ...second]],
    [{ origin: 'works' }, ['note', 'origin', 'atNight', 'detail', ...second]],
    [{ origin: 'works', atNight: true }, ['note', 'origin', 'atNight', 'hours', 'detail', ...second]],
    [{ origin: 'works', atNight: true, hours: 5 }, ['note', 'origin', 'atNight', 'hours', 'detail', ...second, 'pictures']],
    [{ effects: ['sleep'] }, ['note', 'origin', 'detail', ...second, 'pictures']],
    // A chain: without the works the night question is hidden, so its answer does not count, so the hours are hidden, so are the pictures.
    [{ origin: 'shop', atNight: true, hours: 5 }, ['note', 'origin', 'detail', ...second]],
  ])('%j', (answers, visible) => {
    expect(visibleQuestions(noiseForm, answers)).toEqual({ visible, ended: undefined })
  })

  it('stops at an answer that ends the form', () => {
    expect(visibleQuestions(noiseForm, { origin: 'horns', detail: '很吵' })).toEqual({
      visible: ['note', 'origin'],
      ended: { question: 'origin', choice: 'horns', page: 0, advice: { zh: '这归公安交管部门管，请拨122', en: 'Please call 122' } },
    })
  })

  it('does not depend on answers to hidden questions', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const { answers, visible } = validateAnswers(def, raw)
      expect(visibleQuestions(def, answers).visible).toEqual(visible)
      const hidden = questionsIn(def).filter(({ key }) => !visible.includes(key))
      const stuffed = Object.fromEntries([...Object.entries(answers), ...hidden.map(({ key }) => [key, 'a'] as const)])
      expect(visibleQuestions(def, stuffed).visible).toEqual(visible)
    }))
  })
})

describe('nearestPage', () => {
  const paged = (...shown: boolean[]): FormDef => ({
    code: 'p', name: { zh: 'p' },
    pages: shown.map((show, at) => ({ title: { zh: `${at}` }, questions: [{ key: `k${at}`, kind: 'text', label: { zh: 'x' }, ...(show ? {} : { showIf: { match: 'all', rows: [{ question: 'k0', op: 'is', value: 'open' }] } }) }] })),
  })

  it.each([
    [paged(true, true), {}, 0, 1, 1], [paged(true, false, true), {}, 0, 1, 2], [paged(true, false, true), { k0: 'open' }, 0, 1, 1],
    [paged(true, false), {}, 0, 1, undefined], [paged(true, false, true), {}, 2, -1, 0], [paged(true), {}, 0, -1, undefined], [paged(true, true), {}, -1, 1, 0],
  ] as const)('%# from page %s', (def, answers, from, step, expected) => {
    expect(nearestPage({ def, answers, from, step })).toBe(expected)
  })

  it('ends where an answer ended the form', () => {
    expect(nearestPage({ def: noiseForm, answers: { origin: 'horns' }, from: 0, step: 1 })).toBeUndefined()
  })
})

describe('presenceOnPage', () => {
  it('marks what hangs on the same page, and settles what hangs on earlier pages', () => {
    expect(Object.fromEntries(presenceOnPage(noiseForm.pages[0]!, {}))).toEqual({ note: 'shown', origin: 'shown', atNight: 'maybe', hours: 'maybe', detail: 'shown' })
    expect(presenceOnPage(noiseForm.pages[1]!, { origin: 'works', hours: 5 }).get('pictures')).toBe('shown')
    expect(presenceOnPage(noiseForm.pages[1]!, { origin: 'shop', hours: 5 }).get('pictures')).toBe('maybe')
  })

  it('hides what hangs on a hidden question, and shows what waits for it to stay unanswered', () => {
    const question = (key: string, on: string, op: 'answered' | 'notAnswered') => ({ key, kind: 'text' as const, label: { zh: key }, showIf: { match: 'all' as const, rows: [{ question: on, op }] } })
    const page = { title: { zh: '页' }, questions: [question('a', 'before', 'answered'), question('b', 'a', 'answered'), question('c', 'a', 'notAnswered'), question('d', 'c', 'answered')] }
    expect(Object.fromEntries(presenceOnPage(page, {}))).toEqual({ a: 'hidden', b: 'hidden', c: 'shown', d: 'maybe' })
    expect(Object.fromEntries(presenceOnPage(page, { before: 'x' }))).toEqual({ a: 'shown', b: 'maybe', c: 'maybe', d: 'maybe' })
  })

  it('offers every question that some answers on the page could reach, and settles only what none could change', () => {
    fc.assert(fc.property(anyForm, anyRaw, anyRaw, (def, early, late) => {
      const first = def.pages[0]!
      const own = new Set(first.questions.map(({ key }) => key))
      const presence = presenceOnPage(first, {})
      const seen = [early, late].map((raw) => new Set(validateAnswers({ ...def, pages: [first] }, raw).visible))
      for (const { key, showIf } of first.questions) {
        if (seen.some((visible) => visible.has(key))) expect(presence.get(key)).not.toBe('hidden')
        if (presence.get(key) === 'maybe') expect(rowsOf(showIf!).some(({ question }) => own.has(question))).toBe(true)
      }
    }))
  })
})

describe('pageAfter', () => {
  const ask = (key: string, on?: string) => ({ key, kind: 'text' as const, label: { zh: key }, ...(on ? { showIf: { match: 'all' as const, rows: [{ question: on, op: 'answered' as const }] } } : {}) })
  const form = (...pages: ReturnType<typeof ask>[][]): FormDef => ({ code: 'f', name: { zh: '表' }, pages: pages.map((questions) => ({ title: { zh: '页' }, questions })) })

  it.each<[string, FormDef, number, Answers, number | 'maybe' | undefined]>([
    ['the next one, which asks something in any case', form([ask('a')], [ask('b', 'a'), ask('c')]), 0, {}, 1],
    ['none after the last', form([ask('a')], [ask('b')]), 1, { a: 'x' }, undefined],
    ['unsure where this page decides', form([ask('a')], [ask('b', 'a')], [ask('c')]), 0, {}, 'maybe'],
    ['the one after what earlier answers hide', form([ask('a')], [ask('b')], [ask('c', 'a')], [ask('d')]), 1, {}, 3],
    ['what earlier answers show', form([ask('a')], [ask('b')], [ask('c', 'a')], [ask('d')]), 1, { a: 'x' }, 2],
    ['none where earlier answers hide the rest', form([ask('a')], [ask('b')], [ask('c', 'a')]), 1, {}, undefined],
  ])('%s', (_what, def, page, before, next) => {
    expect(pageAfter({ def, page, before })).toBe(next)
  })

  it('is where the answers lead, unless they end the form', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const promised = pageAfter({ def, page: 0, before: {} })
      const { answers, ended } = validateAnswers({ ...def, pages: def.pages.slice(0, 1) }, raw)
      if (promised !== 'maybe' && !ended) expect(nearestPage({ def, answers, from: 0, step: 1 })).toBe(promised)
    }))
  })
})
