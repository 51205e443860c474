// @vitest-environment happy-dom
import { act } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { noiseForm } from '../../domain/forms/form.fixture'
import type { Answers, FormDef } from '../../domain/forms/types'
import { FormRenderer, type FormRendererProps } from './FormRenderer.client'
import { formWords } from './words'

let root: Root | undefined
let sent: FormData[] = []

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
})
beforeEach(() => {
  sent = []
})
afterEach(async () => {
  await act(async () => root?.unmount())
  document.body.replaceChildren()
})

const Page = (props: Partial<FormRendererProps>) => (
  <form>
    <FormRenderer def={noiseForm} page={0} lang="zh" words={formWords('zh')} {...props} />
    <button id="back" type="submit" formNoValidate>back</button>
    <button id="next" type="submit">next</button>
  </form>
)

/** Serves the page, lets a hurried resident type into it, and brings it to life. */
const open = async (props: Partial<FormRendererProps> = {}, early: () => void = () => undefined) => {
  document.body.innerHTML = `<main>${renderToString(<Page {...props} />)}</main>`
  early()
  const main = document.querySelector('main')
  if (!main) throw new Error('no page')
  await act(async () => {
    root = hydrateRoot(main, <Page {...props} />)
  })
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    sent.push(new FormData(event.target as HTMLFormElement))
  })
}

const get = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const hidden = (id: string) => get(id).closest('.q')?.hasAttribute('hidden')
const errors = () => [...document.querySelectorAll('.q-error')].map(({ textContent }) => textContent)

const choose = (id: string) => act(async () => get(id).click())
const type = (id: string, text: string, leave = true) => act(async () => {
  const input = get<HTMLInputElement>(id)
  const proto = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  if (leave) input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
})
const press = (id: string) => act(async () => {
  const form = get(id).closest('form')!
  const event = new Event('submit', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'submitter', { value: get(id) })
  form.dispatchEvent(event)
})

describe('FormRenderer', () => {
  it('shows and hides a chain of questions as answers change, and keeps what was typed in them', async () => {
    await open()
    expect([hidden('f-q.atNight'), hidden('f-q.hours'), hidden('f-q.detail')]).toEqual([true, true, false])
    await choose('f-q.origin')
    expect([hidden('f-q.atNight'), hidden('f-q.hours')]).toEqual([false, true])
    await choose('f-q.atNight')
    await type('f-q.hours', '5')
    expect(hidden('f-q.hours')).toBe(false)
    await choose('f-q.origin.1')
    expect([hidden('f-q.atNight'), hidden('f-q.hours')]).toEqual([true, true])
    await choose('f-q.origin')
    expect(hidden('f-q.hours')).toBe(false)
    expect(get<HTMLInputElement>('f-q.hours').value).toBe('5')
  })

  it('knows questions apart whose keys are words that every object has', async () => {
    const told: Answers[] = []
    const questions: FormDef['pages'][number]['questions'] = [
      { key: 'constructor', kind: 'yesNo', label: { zh: '有吗' } },
      { key: 'valueOf', kind: 'text', label: { zh: '叫什么' }, showIf: { match: 'all', rows: [{ question: 'constructor', op: 'is', value: true }] } },
      { key: 'toString', kind: 'number', label: { zh: '几个' } },
    ]
    await open({ def: { ...noiseForm, pages: [{ title: { zh: '一页' }, questions }] }, onAnswers: (answers) => told.push(answers) })
    expect(hidden('f-q.valueOf')).toBe(true)
    await choose('f-q.constructor')
    await type('f-q.valueOf', '老槐树')
    await type('f-q.toString', '三')
    expect(hidden('f-q.valueOf')).toBe(false)
    expect(errors()).toEqual(['请只写数字，例如 12 或 3.5'])
    await type('f-q.toString', '3')
    expect(Object.entries(told.at(-1) ?? {})).toEqual([['constructor', true], ['valueOf', '老槐树'], ['toString', 3]])
  })

  it('keeps what was typed before the page came alive', async () => {
    await open({}, () => {
      get<HTMLInputElement>('f-q.origin').checked = true
      get<HTMLInputElement>('f-q.atNight.1').checked = true
      get<HTMLTextAreaElement>('f-q.detail').value = '一夜没停'
    })
    expect(get<HTMLInputElement>('f-q.origin').checked).toBe(true)
    expect(get<HTMLInputElement>('f-q.atNight.1').checked).toBe(true)
    expect(get<HTMLTextAreaElement>('f-q.detail').value).toBe('一夜没停')
    expect(hidden('f-q.atNight')).toBe(false)
    expect(document.body.textContent).toContain('已写4字，最多20字')
  })

  it('names a fault when the field is left, but asks for what is missing only on sending', async () => {
    await open()
    await choose('f-q.origin')
    await choose('f-q.atNight')
    await type('f-q.hours', '')
    expect(errors()).toEqual([])
    await type('f-q.detail', '短', false)
    await act(async () => get('f-q.detail').dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(errors()).toEqual(['写得太短了：至少5个字，现在1个'])
    expect(get('f-q.detail').getAttribute('aria-describedby')).toContain('e-q.detail')
    await type('f-q.detail', '已经够长了')
    expect(errors()).toEqual([])
  })

  it('does not send while something is faulty, says what, and sends once it is mended', async () => {
    await open()
    await press('next')
    expect(sent).toHaveLength(0)
    expect(errors()).toEqual(['这一项要填了才能往下走'])
    expect(document.activeElement?.className).toBe('q-summary')
    expect(document.querySelector('.q-summary a')?.getAttribute('href')).toBe('#f-q.origin')
    await choose('f-q.origin.1')
    expect(errors()).toEqual([])
    await press('next')
    expect(sent.map((data) => data.get('q.origin'))).toEqual(['shop'])
  })

  it('lets a button pass that skips checks', async () => {
    await open()
    await press('back')
    expect(sent).toHaveLength(1)
  })

  it('shows the advice of an answer that ends the form, and lets it be sent to hear the same from the server', async () => {
    await open()
    await choose('f-q.origin.2')
    expect(document.querySelector('.q-ended')?.textContent).toContain('请拨122')
    expect(hidden('f-q.detail')).toBe(true)
    await press('next')
    expect(sent).toHaveLength(1)
  })

  it('shows the faults the server found until the answer changes', async () => {
    const fields = { 'q.origin': 'works', 'q.atNight': 'yes', 'q.hours': '九' }
    await open({ fields, errors: [{ key: 'hours', code: 'notNumber' }] })
    expect(errors()).toEqual(['请只写数字，例如 12 或 3.5'])
    expect(get<HTMLInputElement>('f-q.hours').value).toBe('九')
    await type('f-q.hours', '9')
    expect(errors()).toEqual([])
  })

  it('tells sound answers to whoever wants them, each once', async () => {
    const told: Answers[] = []
    await open({ onAnswers: (answers) => told.push(answers) })
    await choose('f-q.origin')
    await type('f-q.detail', '短')
    await choose('f-q.atNight.1')
    expect(told).toEqual([{}, { origin: 'works' }, { origin: 'works', atNight: false }])
  })

  it('counts photos that were chosen before and after the page came alive', async () => {
    const give = (...names: string[]) => {
      Object.defineProperty(get('f-q.pictures'), 'files', { configurable: true, value: names.map((name) => new File(['x'], name)) })
    }
    const told: Answers[] = []
    await open({ page: 1, before: { effects: ['sleep'] }, fields: { effects: ['sleep'], spot: '6号楼', 'q.pictures.ids': ['p1'] }, onAnswers: (answers) => told.push(answers) }, () => give('a', 'b'))
    await press('next')
    expect([errors(), sent.length]).toEqual([[], 1])
    await act(async () => {
      give('a', 'b', 'c')
      get('f-q.pictures').dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(errors()).toEqual(['选得太多了：最多3项，现在4项'])
    expect(told.at(-1)).toEqual({ effects: ['sleep'], spot: { address: '6号楼' } })
  })

  it('settles what hangs on earlier pages', async () => {
    await open({ page: 1, before: { origin: 'works', atNight: true, hours: 5 } })
    expect(hidden('f-q.pictures')).toBe(false)
    await choose('f-q.effects')
    await choose('f-q.effects.1')
    await choose('f-q.effects.2')
    await act(async () => get('f-q.effects.2').dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(errors()).toEqual(['选得太多了：最多2项，现在3项'])
  })
})
