import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { formWords } from '../../../src/components/forms/words'
import { answerLines } from '../../../src/domain/forms/describe'
import { anyForm } from '../../../src/domain/forms/form.fixture'
import type { Answers, Condition, FormDef, Question } from '../../../src/domain/forms/types'
import { errorText } from '../../../src/domain/forms/words'
import type { Tried } from '../../../src/services/studio/forms/tryForm'

/** One thing a resident does: which question, and which of the things that can be done to it. */
type Deed = { which: number; how: number }

/** A form, and what is done on each of its pages. */
export type Trial = { def: FormDef; deeds: Deed[][] }

const deed: fc.Arbitrary<Deed> = fc.record({ which: fc.nat(1000), how: fc.nat(1000) })
/** Comes back to what was asked first again and again, so that what was answered after it is hidden. */
const restless: fc.Arbitrary<Deed> = fc.record({ which: fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 3, max: 1000 }) }, { weight: 1, arbitrary: fc.nat(2) }), how: fc.nat(1000) })

type Row = Extract<Condition['rows'][number], { op: string }>

/** Looks at the three questions that come first, with answers they have. */
const row: fc.Arbitrary<Row> = fc.oneof(
  fc.boolean().map((value): Row => ({ question: 'night', op: 'is', value })),
  fc.tuple(fc.constantFrom('is' as const, 'isNot' as const), fc.constantFrom('a', 'b')).map(([op, value]): Row => ({ question: 'origin', op, value })),
  fc.tuple(fc.constantFrom('includes' as const, 'excludes' as const), fc.constantFrom('a', 'b', 'c')).map(([op, value]): Row => ({ question: 'effects', op, value })),
  fc.constantFrom('answered' as const, 'notAnswered' as const).map((op): Row => ({ question: 'effects', op })),
)
const match = fc.constantFrom('all' as const, 'any' as const)
const group = fc.record({ match, rows: fc.array(row, { minLength: 1, maxLength: 2 }) })
const condition: fc.Arbitrary<Condition> = fc.record({ match, rows: fc.array(fc.oneof({ weight: 3, arbitrary: row }, { weight: 1, arbitrary: group }), { minLength: 1, maxLength: 2 }) })

const options = ['a', 'b', 'c'].map((code) => ({ code, label: { zh: `选项${code}` } }))
const strict: Partial<Question>[] = [
  { kind: 'text', minLength: 3, maxLength: 8 }, { kind: 'text', pattern: 'digits' }, { kind: 'longText', minLength: 2, maxLength: 20 }, { kind: 'number', integer: true, min: 0, max: 9 }, { kind: 'number', min: 0 },
  { kind: 'date', minDate: '2020-01-01', maxDate: '2027-12-31' }, { kind: 'choice', options }, { kind: 'multiChoice', options, minChoices: 2 }, { kind: 'yesNo' }, { kind: 'place' }, { kind: 'photo', maxChoices: 2 },
]
const dependent = (key: string): fc.Arbitrary<Question> =>
  fc.tuple(fc.constantFrom(...strict), fc.boolean(), condition).map(([more, required, showIf]) => ({ key, kind: 'text', label: { zh: `问题${key}` }, required, showIf, ...more }))

/** Forms that live: three questions that are easily answered, and many that come and go with them. */
const livelyForm: fc.Arbitrary<FormDef> = fc.tuple(fc.tuple(...['d1', 'd2', 'd3', 'd4', 'd5'].map(dependent)), fc.boolean(), fc.integer({ min: 4, max: 8 })).map(([dependents, ends, cut]) => {
  const questions: Question[] = [
    { key: 'night', kind: 'yesNo', label: { zh: '夜里吗' } },
    { key: 'origin', kind: 'choice', label: { zh: '从哪来' }, options: options.map((option) => (ends && option.code === 'c' ? { ...option, endsWith: { zh: '请找别处' } } : option)) },
    { key: 'effects', kind: 'multiChoice', label: { zh: '影响谁' }, options },
    ...dependents,
  ]
  const pages = [questions.slice(0, cut), questions.slice(cut)].filter((page) => page.length > 0)
  return { code: 'lively', name: { zh: '试' }, pages: pages.map((page) => ({ title: { zh: '一页' }, questions: page })) }
})

/** Definitions and deeds, the same ones each time: half of any shape whatever, half that live. */
export const trials = (count: number, seed: number): Trial[] => {
  const of = (def: fc.Arbitrary<FormDef>, done: fc.Arbitrary<Deed>, at: number) =>
    fc.sample(fc.record({ def, deeds: fc.array(fc.array(done, { minLength: 14, maxLength: 22 }), { minLength: 4, maxLength: 4 }) }), { numRuns: Math.ceil(count / 2), seed: seed + at })
  return [...of(livelyForm, restless, 1), ...of(anyForm, deed, 2)]
}

const WORDS = formWords('zh')
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const TEXTS = ['', 'a', '井盖松了', ' 两头空 ', '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十多了', '３号', '第一行\n第二行']
const NUMBERS = ['', '3', '-1', '2.5', '３', '1e5', '很多', '99', '7', '0']
const DATES = ['', '2026-02-28', '2028-02-29', '1999-12-31']
const PLACES = ['', '6号楼', '楼下的小花园']

const pick = <T>(list: readonly T[], how: number): T => list[how % list.length] as T
const at = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const inputId = (key: string, option = 0): string => (option === 0 ? `f-q.${key}` : `f-q.${key}.${option}`)

const act: Record<Question['kind'], (page: Page, question: Question, how: number) => Promise<void>> = {
  text: (page, { key }, how) => at(page, inputId(key)).fill(pick(TEXTS, how)),
  longText: (page, { key }, how) => at(page, inputId(key)).fill(pick(TEXTS, how)),
  number: (page, { key }, how) => at(page, inputId(key)).fill(pick(NUMBERS, how)),
  date: (page, { key }, how) => at(page, inputId(key)).fill(pick(DATES, how)),
  choice: (page, { key, options = [] }, how) => at(page, inputId(key, how % options.length)).check(),
  multiChoice: (page, { key, options = [] }, how) => at(page, inputId(key, how % options.length)).click(),
  yesNo: (page, { key }, how) => at(page, inputId(key, how % 2)).check(),
  place: (page, { key }, how) => at(page, inputId(key)).fill(pick(PLACES, how)),
  photo: (page, { key }, how) => at(page, inputId(key)).setInputFiles(Array.from({ length: pick([0, 1, 2, 7], how) }, (_file, index) => ({ name: `${index}.png`, mimeType: 'image/png', buffer: PHOTO }))),
  info: () => Promise.resolve(),
}

type Seen = {
  /** Keys of the questions that the eye can see. */
  visible: string[]
  errors: Record<string, string>
  /** What the page says would be sent. */
  collected: Record<string, string>
  /** What a plain post of this page would send; photos as if they had been stored. */
  fields: Record<string, string[]>
  ended: string
}

/** What a plain post of the page would send now. */
const sendable = (page: Page): Promise<Seen['fields']> => page.evaluate(() => {
  const form = document.querySelector<HTMLFormElement>('.phone form')
  if (!form) return {}
  const data = new FormData(form)
  const texts = [...new Set(data.keys())].map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')] as const)
  const files = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].map((input) => [input.name.replace(/\.files$/, '.ids'), Array.from(input.files ?? [], (_file, index) => `chosen-${index}`)] as const)
  return Object.fromEntries([...texts.filter(([, values]) => values.length > 0), ...files])
})

/** Reads the phone as it stands, from the document alone. */
const look = async (page: Page, keys: string[]): Promise<Seen> => {
  const shown = await page.evaluate(async (asked) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const isShown = (id: string) => Boolean(document.getElementById(id)?.closest('.q')?.getClientRects().length)
    const text = (element: Element | null | undefined) => element?.textContent ?? ''
    return {
      visible: asked.filter((key) => isShown(`f-q.${key}`)),
      errors: Object.fromEntries(asked.filter((key) => isShown(`e-q.${key}`)).map((key) => [key, text(document.getElementById(`e-q.${key}`))])),
      collected: Object.fromEntries([...document.querySelectorAll('[data-answer]')].map((line) => [line.getAttribute('data-answer'), text(line.querySelector('dd'))])),
      ended: text(document.querySelector('.phone .q-ended')),
    }
  }, keys)
  return { ...shown, fields: await sendable(page) }
}

/** What the server says of the same fields, asked by a request of its own. */
const post = (page: Page, body: unknown): Promise<Tried> => page.evaluate(async (sent) => {
  const answer = await fetch('/admin/structure/api/forms/try', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) })
  if (!answer.ok) throw new Error(`the door answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Tried
}, body)

/** Answers as the page would word them; photos, which the page cannot keep, left out. */
const worded = (def: FormDef, answers: Answers): Record<string, string> => {
  const photos = new Set(def.pages.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'photo').map(({ key }) => key)))
  const lines = answerLines({ def, answers, lang: 'zh', words: WORDS })
  return Object.fromEntries(lines.filter(({ key }) => Object.hasOwn(answers, key) && !photos.has(key)).map(({ key, text }) => [key, text]))
}

/** How much of what can differ was really there. */
export type Tally = { forms: number; pages: number; hidden: number; errors: number; ended: number; answers: number }
export const noTally = (): Tally => ({ forms: 0, pages: 0, hidden: 0, errors: 0, ended: 0, answers: 0 })

const doAll = async (page: Page, questions: Question[], deeds: Deed[]): Promise<void> => {
  for (const { which, how } of deeds) {
    const question = questions[which % questions.length]
    if (!question) continue
    // A fault is named where a field is left, and moves what stands below: the field is left, and the page drawn, before the next is aimed at.
    await page.evaluate(async () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
    if (!(await at(page, inputId(question.key)).isVisible())) continue
    await act[question.kind](page, question, how)
  }
}

/** Until the page is alive it shows whatever may be asked; resolves once it is, and has drawn what that makes of it. */
const alive = (page: Page): Promise<void> => page.evaluate(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const joined = () => Object.keys(document.querySelector('.phone form') ?? {}).some((name) => name.startsWith('__reactProps'))
  for (let turn = 0; turn < 900 && !joined(); turn += 1) await frame()
  for (let turn = 0; turn < 3; turn += 1) await frame()
})

const sorted = (keys: Iterable<string>): string[] => [...keys].sort()

/** Presses the button, and waits for what comes of it. Resolves with whether the page asked the server, which it does only where it finds no fault itself. */
const press = async (page: Page, sends: boolean): Promise<boolean> => {
  const asked = page.waitForResponse((response) => response.url().endsWith('/forms/try'), { timeout: sends ? 5000 : 150 }).then(() => true, () => false)
  await page.locator('.phone .btn-stage').click()
  return asked
}

const typedHidden = ({ fields }: Seen, keys: readonly string[], visible: readonly string[]): number =>
  keys.filter((key) => !visible.includes(key) && [`q.${key}`, `q.${key}.address`, `q.${key}.ids`].some((name) => fields[name]?.some((value) => value !== ''))).length

type Turn = { page: Page; def: FormDef; here: number; fields: Seen['fields']; tally: Tally }

/** One page against the server: what is seen and what would be sent, then what pressing the button makes of it. */
const comparePage = async ({ page, def, here, fields, tally }: Turn, seen: Seen): Promise<Tried> => {
  const keys = def.pages[here]?.questions.map(({ key }) => key) ?? []
  const tried = await post(page, { pages: def.pages, page: here, fields })
  const why = JSON.stringify({ form: def.pages, page: here, fields })
  const visible = tried.visible.filter((key) => keys.includes(key))
  expect(sorted(seen.visible), `visible: ${why}`).toEqual(sorted(visible))
  expect(seen.collected, `values: ${why}`).toEqual(worded(def, tried.answers))
  const sends = tried.errors.length === 0 || tried.ended !== undefined
  expect(await press(page, sends), `sent: ${why}`).toBe(sends)
  const after = await look(page, keys)
  if (!sends) expect(after.errors, `errors: ${why}`).toEqual(Object.fromEntries(tried.errors.map((error) => [error.key, errorText(error, WORDS)])))
  expect(after.ended, `ended: ${why}`).toContain(tried.ended?.advice.zh ?? '')
  expect(after.ended === '', `ended: ${why}`).toBe(tried.ended === undefined)
  if (tried.ended) await page.locator('.phone').getByText('到这里就结束了').waitFor()
  tally.pages += 1
  tally.answers += Object.keys(tried.answers).length
  tally.errors += tried.errors.length
  tally.hidden += typedHidden(seen, keys, visible)
  tally.ended += tried.ended ? 1 : 0
  return tried
}

/**
 * Plays one form through in the browser and asks the server about every page: what is seen, what would be sent and what is wrong must be the
 * same. Resolves after the last page, or where the form ended or could not go on.
 */
export const playThrough = async (page: Page, { def, deeds }: Trial, tally: Tally): Promise<void> => {
  let fields: Seen['fields'] = {}
  let current: number | undefined = 0
  tally.forms += 1
  await alive(page)
  while (current !== undefined) {
    const here: number = current
    const questions = def.pages[here]?.questions ?? []
    await doAll(page, questions, deeds[here] ?? [])
    const seen = await look(page, questions.map(({ key }) => key))
    fields = { ...fields, ...seen.fields }
    const { next, errors, ended } = await comparePage({ page, def, here, fields, tally }, seen)
    if (ended || errors.length > 0) return
    await page.locator(next === undefined ? '.phone .is-ok' : '.phone .muted', next === undefined ? {} : { hasText: `第 ${next + 1} 页` }).waitFor()
    current = next
  }
}
