import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addPage, asKind, askedBefore, dragLine, insertQuestion, lineOf, lookingAt, movePage, moveQuestion, nextKey, nextOptionCode, numberOf, questionAt, rekey, removePage, removeQuestion, renamePage, replaceQuestion, stepFrom, type Place } from './edit'
import { anyForm, noiseForm, questionsIn } from './form.fixture'
import { lintForm } from './lint'
import { emptyForm, nextFormCode } from './newForm'
import { QUESTION_KINDS, type FormPage, type Question } from './types'

const asked = (key: string): Question => ({ key, kind: 'text', label: { zh: key } })
const page = (title: string, ...keys: string[]): FormPage => ({ title: { zh: title }, questions: keys.map(asked) })
const told = (pages: readonly FormPage[]) => pages.map(({ title, questions }) => `${title.zh}:${questions.map(({ key }) => key).join('')}`).join(' ')
const PAGES = [page('1', 'a', 'b'), page('2', 'c'), page('3')]

const places = (pages: readonly FormPage[]): Place[] => pages.flatMap(({ questions }, at) => questions.map((_question, index) => ({ page: at, at: index })))

describe('editing pages and questions', () => {
  it.each<[string, () => FormPage[], string]>([
    ['moves within a page', () => moveQuestion(PAGES, { page: 0, at: 0 }, { page: 0, at: 1 }), '1:ba 2:c 3:'],
    ['moves to another page', () => moveQuestion(PAGES, { page: 0, at: 1 }, { page: 1, at: 0 }), '1:a 2:bc 3:'],
    ['moves nothing from a place that is not there', () => moveQuestion(PAGES, { page: 2, at: 0 }, { page: 0, at: 0 }), '1:ab 2:c 3:'],
    ['moves nothing to a page that is not there', () => moveQuestion(PAGES, { page: 0, at: 0 }, { page: 9, at: 0 }), '1:ab 2:c 3:'],
    ['inserts', () => insertQuestion(PAGES, { page: 2, at: 0 }, asked('x')), '1:ab 2:c 3:x'],
    ['removes', () => removeQuestion(PAGES, { page: 0, at: 0 }), '1:b 2:c 3:'],
    ['replaces', () => replaceQuestion(PAGES, { page: 1, at: 0 }, asked('y')), '1:ab 2:y 3:'],
    ['adds a page', () => addPage(PAGES, page('4', 'z')), '1:ab 2:c 3: 4:z'],
    ['renames a page', () => renamePage(PAGES, 1, { zh: 'two' }), '1:ab two:c 3:'],
    ['gives the questions of a page that goes to the one before', () => removePage(PAGES, 1), '1:abc 3:'],
    ['gives those of the first page to the next', () => removePage(PAGES, 0), '2:abc 3:'],
    ['keeps the only page', () => removePage([page('1', 'a')], 0), '1:a'],
    ['moves a page', () => movePage(PAGES, 0, 2), '2:c 3: 1:ab'],
    ['moves no page beyond the end', () => movePage(PAGES, 2, 3), '1:ab 2:c 3:'],
  ])('%s', (_why, change, result) => {
    expect(told(change())).toBe(result)
  })

  it.each<[Place, 1 | -1, Place | undefined]>([
    [{ page: 0, at: 0 }, 1, { page: 0, at: 1 }],
    [{ page: 0, at: 1 }, 1, { page: 1, at: 0 }],
    [{ page: 1, at: 0 }, 1, { page: 2, at: 0 }],
    [{ page: 1, at: 0 }, -1, { page: 0, at: 2 }],
    [{ page: 0, at: 0 }, -1, undefined],
    [{ page: 2, at: 0 }, 1, undefined],
  ])('steps from %j by %i', (from, step, to) => {
    expect(stepFrom(PAGES, from, step)).toEqual(to)
  })

  it.each<[string, number, number, string | undefined]>([
    ['over the head of the next page', 2, 3, '1:a 2:bc 3:'],
    ['to the end of a page', 1, 2, '1:ba 2:c 3:'],
    ['below the last head', 1, 5, '1:b 2:c 3:a'],
    ['back over a head', 4, 2, '1:acb 2: 3:'],
    ['above the first head', 4, 0, '1:cab 2: 3:'],
    ['nowhere', 1, 1, undefined],
    ['a head, which stays', 3, 1, undefined],
  ])('drags a line %s', (_why, from, to, result) => {
    const dragged = dragLine(PAGES, from, to)
    expect(dragged && told(dragged.pages)).toBe(result)
  })

  it('loses and doubles no question by dragging, and says where it went', () => {
    fc.assert(fc.property(anyForm, fc.nat(30), fc.nat(30), ({ pages }, from, to) => {
      const dragged = dragLine(pages, from, to)
      if (!dragged) return
      const keys = (all: readonly FormPage[]) => all.flatMap(({ questions }) => questions.map(({ key }) => key)).sort()
      expect(keys(dragged.pages)).toEqual(keys(pages))
      const moved = places(pages).find((place) => lineOf(pages, place) === from)
      expect(questionAt(dragged.pages, dragged.place)).toBe(moved && questionAt(pages, moved))
    }))
  })

  it('a step and the step back leave everything as it was', () => {
    fc.assert(fc.property(anyForm, fc.nat(), fc.constantFrom(1 as const, -1 as const), ({ pages }, which, step) => {
      const all = places(pages)
      const from = all[which % Math.max(all.length, 1)]
      const to = from && stepFrom(pages, from, step)
      if (!from || !to) return
      const there = moveQuestion(pages, from, to)
      expect(questionAt(there, to)).toBe(questionAt(pages, from))
      const back = stepFrom(there, to, step === 1 ? -1 : 1)
      expect(back && moveQuestion(there, to, back)).toEqual(pages)
    }))
  })

  it('counts questions through all pages, and lines with their heads', () => {
    expect(places(PAGES).map((place) => numberOf(PAGES, place))).toEqual([1, 2, 3])
    expect([lineOf(PAGES, { page: 0 }), ...places(PAGES).map((place) => lineOf(PAGES, place)), lineOf(PAGES, { page: 2 })]).toEqual([0, 1, 2, 4, 5])
  })

  it('proposes keys and codes that nothing has', () => {
    expect(nextKey(noiseForm.pages)).toBe('q1')
    expect(nextKey([page('1', 'q2', 'q10', 'qx')], ['q40'])).toBe('q41')
    expect(nextOptionCode([{ code: 'c3', label: { zh: '' } }, { code: 'x', label: { zh: '' } }])).toBe('c4')
    expect(nextFormCode(['report', 'form-7'])).toBe('form-8')
    expect(nextFormCode([])).toBe('form-1')
  })

  it('makes a form that may be published', () => {
    expect(lintForm(emptyForm({ code: 'form-1', name: { zh: '表' }, page: { zh: '页' }, question: { zh: '问' } }))).toEqual([])
  })

  it('asks a question in another way without leaving limits that mean nothing there', () => {
    const full: Question = { key: 'a', kind: 'text', label: { zh: 'a' }, required: true, minLength: 1, maxLength: 9, pattern: 'digits', help: { zh: 'h' } }
    const first = [{ code: 'c1', label: { zh: '一' } }]
    for (const kind of QUESTION_KINDS) expect(lintForm({ ...noiseForm, pages: [{ title: { zh: '页' }, questions: [asKind(full, kind, first)] }] }), kind).toEqual([])
    expect(asKind(asKind(full, 'choice', first), 'multiChoice', []).options).toEqual(first)
    expect(asKind(full, 'text', first)).toEqual(full)
  })

  it('knows which conditions look at a question, and what a question may look at', () => {
    expect(lookingAt(noiseForm.pages, 'origin')).toEqual(['atNight', 'pictures'])
    expect(askedBefore(noiseForm.pages, { page: 0, at: 2 }).map(({ key }) => key)).toEqual(['origin'])
    expect(askedBefore(noiseForm.pages, { page: 1, at: 1 }).map(({ key }) => key)).toEqual(['origin', 'atNight', 'hours', 'detail', 'since'])
  })

  it('takes every condition along to a new key', () => {
    const renamed = rekey(noiseForm.pages, { page: 0, at: 1 }, 'source')
    expect(lookingAt(renamed, 'origin')).toEqual([])
    expect(lookingAt(renamed, 'source')).toEqual(['atNight', 'pictures'])
    expect(lintForm({ ...noiseForm, pages: renamed })).toEqual([])
    expect(questionsIn({ ...noiseForm, pages: rekey(renamed, { page: 0, at: 1 }, 'origin') })).toEqual(questionsIn(noiseForm))
  })
})
