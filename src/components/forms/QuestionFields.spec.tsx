import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { anyForm, anyRaw, noiseForm } from '../../domain/forms/form.fixture'
import type { RawAnswers } from '../../domain/forms/parse'
import { renderPage } from '../../domain/forms/render'
import type { Answers, FormDef } from '../../domain/forms/types'
import { validateAnswers, validatePage } from '../../domain/forms/validate'
import { FormRenderer } from './FormRenderer.client'
import { QuestionFields } from './QuestionFields'
import { formWords } from './words'

const words = formWords('zh')
type Shown = { def?: FormDef; page?: number; fields?: RawAnswers; before?: Answers }

const faultsOf = ({ def = noiseForm, page = 0, fields = {}, before = {} }: Shown) => validatePage({ def, page, raw: fields, before }).errors
const plain = ({ def = noiseForm, page = 0, fields = {}, before = {} }: Shown, judged = false) => renderToStaticMarkup(
  <QuestionFields words={words} questions={renderPage({ def, page, lang: 'zh', words, fields, before, errors: judged ? faultsOf({ def, page, fields, before }) : [] })} />,
)

/** The inputs of a piece of markup, with their attributes. */
const tags = (html: string) => [...html.matchAll(/<(input|textarea|select|option)\b([^>]*)>/g)].map(([, tag, rest]) => ({ tag, ...Object.fromEntries([...(rest ?? '').matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name ?? '', value ?? ''])) }) as Record<string, string>)
const unescape = (text = '') => text.replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')

/** What a browser would post from this markup. */
const post = (html: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {}
  const isSent = ({ tag, type = '', ...rest }: Record<string, string>) => tag === 'input' && type !== 'file' && (!['radio', 'checkbox'].includes(type) || 'checked' in rest)
  for (const { name = '', value } of tags(html).filter(isSent)) fields[name] = [...(fields[name] ?? []), unescape(value)]
  for (const [, name, text] of html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)) fields[name ?? ''] = [unescape(text).replace(/^\n/, '')]
  return fields
}

describe('QuestionFields', () => {
  it('labels every input, and describes it by hints and errors that are there', () => {
    const html = plain({ page: 1, fields: { 'q.clock': '99' } }, true) + plain({ fields: { 'q.origin': 'x', 'q.detail': '短' } }, true)
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    for (const tag of tags(html).filter(({ tag: name, type }) => name !== 'option' && type !== 'hidden')) {
      const wrapped = tag.type === 'radio' || tag.type === 'checkbox'
      if (!wrapped) expect(html).toContain(`for="${tag.id}"`)
    }
    const named = [...html.matchAll(/aria-describedby="([^"]*)"/g)].flatMap(([, list]) => (list ?? '').split(' '))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
    expect(html).toContain('aria-invalid="true"')
    expect(html.match(/<fieldset/g)).toHaveLength(4)
    expect(html.match(/<legend/g)).toHaveLength(4)
  })

  it('never asks the browser to judge: what is required is the server\'s to say', () => {
    expect(tags(plain({}) + plain({ page: 1 })).filter((tag) => 'required' in tag || 'pattern' in tag || 'maxlength' in tag)).toEqual([])
  })

  it('says when a question is needed that hangs on the same page', () => {
    expect(plain({})).toContain('如果“噪声从哪里来？”是“施工”，才需要填')
  })

  it('keeps stored photos by a tick, and a unit that came with the link', () => {
    const html = plain({ page: 1, fields: { 'q.pictures.ids': ['p1', 'p2'], 'q.spot.unit': 'u6' } })
    expect(post(html)).toMatchObject({ 'q.pictures.ids': ['p1', 'p2'], 'q.spot.unit': ['u6'] })
    expect(html).toContain('name="q.pictures.files"')
  })

  it('posts back the answers it was given', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, raw) => {
      const { answers, ended } = validateAnswers(def, raw)
      fc.pre(!ended)
      const sent = Object.assign({}, ...def.pages.map((_page, page) => post(plain({ def, page, fields: answers, before: answers }))))
      expect(validateAnswers(def, sent).answers).toEqual(answers)
    }))
  })

  it('escapes what was typed', () => {
    expect(plain({ fields: { 'q.detail': '</textarea><script>alert(1)</script>', 'q.hours': '"><b>' } })).not.toMatch(/<script|<b>/)
  })
})

describe('FormRenderer before the page is alive', () => {
  const dead = ({ def = noiseForm, page = 0, fields = {}, before = {} }: Shown) =>
    renderToStaticMarkup(<FormRenderer def={def} page={page} lang="zh" words={words} fields={fields} before={before} errors={faultsOf({ def, page, fields, before })} />)

  it('is the same markup as the plain fields', () => {
    fc.assert(fc.property(anyForm, anyRaw, (def, fields) => {
      def.pages.forEach((_page, page) => {
        expect(dead({ def, page, fields })).toBe(`<div class="q-form">${plain({ def, page, fields }, true)}</div>`)
      })
    }), { numRuns: 50 })
  })
})
