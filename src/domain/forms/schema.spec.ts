import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyForm, noiseForm } from './form.fixture'
import { checkFormDef, formDefSchema } from './schema'

const changed = (change: (form: Record<string, unknown> & { pages: Record<string, unknown>[] }) => void): unknown => {
  const copy = structuredClone(noiseForm) as unknown as Parameters<typeof change>[0]
  change(copy)
  return copy
}
const question = (form: { pages: Record<string, unknown>[] }, at: number) => (form.pages[0]?.questions as Record<string, unknown>[])[at] ?? {}

describe('formDefSchema', () => {
  it('takes sound forms unchanged, also through JSON', () => {
    expect(formDefSchema.parse(noiseForm)).toEqual(noiseForm)
    fc.assert(fc.property(anyForm, (def) => {
      expect(formDefSchema.parse(JSON.parse(JSON.stringify(def)))).toEqual(JSON.parse(JSON.stringify(def)))
    }))
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['an unknown key', changed((form) => { form.script = 'x' })],
    ['an unknown key of a question', changed((form) => { question(form, 1).regex = '.*' })],
    ['an unknown kind', changed((form) => { question(form, 1).kind = 'signature' })],
    ['a free pattern', changed((form) => { question(form, 1).pattern = '^a+$' })],
    ['an unknown operator', changed((form) => { question(form, 2).showIf = { match: 'all', rows: [{ question: 'origin', op: 'matches', value: 'x' }] } })],
    ['nesting twice', changed((form) => { question(form, 2).showIf = { match: 'all', rows: [{ match: 'any', rows: [{ match: 'all', rows: [{ question: 'origin', op: 'answered' }] }] }] } })],
    ['a date that is none', changed((form) => { question(form, 1).minDate = '2026-02-30' })],
    ['no pages', changed((form) => { form.pages = [] })],
    ['too many pages', changed((form) => { form.pages = Array.from({ length: 21 }, () => structuredClone(noiseForm.pages[0]) as unknown as Record<string, unknown>) })],
    ['a limit below zero', changed((form) => { question(form, 4).minLength = -1 })],
    ['a label that is too long', changed((form) => { question(form, 1).label = { zh: '问'.repeat(201) } })],
    ['a page without a title', changed((form) => { (form.pages as Record<string, unknown>[])[0]!.title = { zh: ' ' } })],
  ])('refuses %s', (_name, input) => {
    expect(formDefSchema.safeParse(input).success).toBe(false)
  })
})

describe('checkFormDef', () => {
  it('gives the definition when it may be published', () => {
    expect(checkFormDef(structuredClone(noiseForm))).toEqual({ def: noiseForm, problems: [] })
  })

  it.each(['', ' '])('keeps a question without words ("%s"), and lets it not be published', (zh) => {
    const wordless = changed((form) => { question(form, 1).label = { zh } })
    expect(formDefSchema.safeParse(wordless).success).toBe(true)
    expect(checkFormDef(wordless).problems).toContainEqual({ path: 'pages.0.questions.1.label', code: 'noLabel' })
  })

  it('says where the shape is wrong', () => {
    expect(checkFormDef(changed((form) => { question(form, 1).kind = 'signature' }))).toEqual({ problems: [{ path: 'pages.0.questions.1.kind', code: 'shape', params: { fault: 'invalid_value' } }] })
  })

  it('says what a well-formed definition may not ask', () => {
    const { def, problems } = checkFormDef(changed((form) => { question(form, 1).label = { zh: '身份证号' } }))
    expect(def).toBeUndefined()
    expect(problems.map(({ code }) => code)).toEqual(['refused'])
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (input) => {
      expect(checkFormDef(input).problems.length).toBeGreaterThan(0)
    }))
  })
})
