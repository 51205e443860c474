import { canonical } from '../canonical'
import { LIMIT_KEYS } from './limits'
import type { FormPage, Question } from './types'
import type { Words } from '../words'
import type { Place } from './edit'

/** What of a question can differ between two versions. */
export const PARTS = ['label', 'help', 'kind', 'required', 'limits', 'options', 'condition', 'purpose', 'publicity', 'retention'] as const
export type Part = (typeof PARTS)[number]

export type FormChange =
  | { what: 'name'; before: Words; after: Words }
  | { what: 'pageAdded' | 'pageRemoved'; page: number; title: Words }
  | { what: 'pageRenamed'; page: number; before: Words; after: Words }
  | { what: 'added' | 'removed'; question: Question; place: Place }
  | { what: 'moved'; question: Question; before: Place; after: Place }
  | { what: 'changed'; part: Part; before: Question; after: Question; place: Place }

/** What is compared: a form, or what is a form and more. */
export type Compared = { name?: Words; pages: readonly FormPage[] }

const limitsOf = (question: Question) => Object.fromEntries(LIMIT_KEYS.filter((key) => question[key] !== undefined && question[key] !== false).map((key) => [key, question[key]]))

const VIEWS: Record<Part, (question: Question) => unknown> = {
  label: ({ label }) => label,
  help: ({ help }) => help ?? null,
  kind: ({ kind }) => kind,
  required: ({ required }) => required === true,
  limits: limitsOf,
  options: ({ options }) => options ?? [],
  condition: ({ showIf }) => showIf ?? null,
  purpose: ({ purpose }) => purpose ?? null,
  publicity: ({ publicity }) => publicity ?? 'staff',
  retention: ({ retentionDays }) => retentionDays ?? null,
}

type Standing = { question: Question; place: Place }

const standing = (pages: readonly FormPage[]): Map<string, Standing> =>
  new Map(pages.flatMap(({ questions }, page) => questions.map((question, at) => [question.key, { question, place: { page, at } }] as const)))

/** Members of the longest ascending row in a list of different numbers: what kept its order. */
const ascending = (numbers: readonly number[]): Set<number> => {
  const best: number[][] = []
  numbers.forEach((number, at) => {
    const before = numbers.slice(0, at).map((other, index) => (other < number ? (best[index] ?? []) : [])).reduce<number[]>((long, row) => (row.length > long.length ? row : long), [])
    best.push([...before, number])
  })
  return new Set(best.reduce<number[]>((long, row) => (row.length > long.length ? row : long), []))
}

const movedKeys = (before: Map<string, Standing>, after: Map<string, Standing>, pageOf: (page: number) => number): Set<string> => {
  const common = [...after.keys()].filter((key) => before.has(key))
  const order = new Map([...before.keys()].map((key, at) => [key, at]))
  const kept = ascending(common.map((key) => order.get(key) ?? 0))
  return new Set(common.filter((key) => !kept.has(order.get(key) ?? 0) || pageOf(before.get(key)?.place.page ?? 0) !== after.get(key)?.place.page))
}

/** Which page after stands for a page before: the one with the same title, else the one that most of its questions went to; -1 where it is gone. */
const pageHeirs = (before: readonly FormPage[], after: readonly FormPage[]): number[] => {
  const claimed = new Set<number>()
  const claim = (page: number): number => {
    if (page >= 0) claimed.add(page)
    return page
  }
  const titled = before.map(({ title }) => claim(after.findIndex((page, at) => !claimed.has(at) && canonical(page.title) === canonical(title))))
  const keysOf = ({ questions }: FormPage) => new Set(questions.map(({ key }) => key))
  return before.map((page, at) => {
    if ((titled[at] ?? -1) >= 0) return titled[at] ?? -1
    const keys = keysOf(page)
    const shares = after.map((other, index) => (claimed.has(index) ? 0 : other.questions.filter(({ key }) => keys.has(key)).length))
    const most = Math.max(0, ...shares)
    return most > 0 ? claim(shares.indexOf(most)) : -1
  })
}

const pageChanges = (before: readonly FormPage[], after: readonly FormPage[], heirs: readonly number[]): FormChange[] => [
  ...before.flatMap(({ title }, page): FormChange[] => {
    const heir = after[heirs[page] ?? -1]
    if (!heir) return [{ what: 'pageRemoved', page, title }]
    return canonical(heir.title) === canonical(title) ? [] : [{ what: 'pageRenamed', page: heirs[page] ?? page, before: title, after: heir.title }]
  }),
  ...after.flatMap(({ title }, page): FormChange[] => (heirs.includes(page) ? [] : [{ what: 'pageAdded', page, title }])),
]

const partsChanged = (before: Question, { question: after, place }: Standing): FormChange[] =>
  PARTS.filter((part) => canonical(VIEWS[part](before)) !== canonical(VIEWS[part](after))).map((part) => ({ what: 'changed', part, before, after, place }))

/**
 * What changed between two versions of a form, in the order of the later one: questions are the same where their keys are. An equal pair
 * gives an empty list.
 */
export const diffForms = (before: Compared, after: Compared): FormChange[] => {
  const [old, now] = [standing(before.pages), standing(after.pages)]
  const heirs = pageHeirs(before.pages, after.pages)
  const moved = movedKeys(old, now, (page) => heirs[page] ?? -1)
  const name: FormChange[] = before.name && after.name && canonical(before.name) !== canonical(after.name) ? [{ what: 'name', before: before.name, after: after.name }] : []
  return [
    ...name,
    ...pageChanges(before.pages, after.pages, heirs),
    ...[...now].flatMap(([key, here]): FormChange[] => {
      const was = old.get(key)
      if (!was) return [{ what: 'added', ...here }]
      return [...(moved.has(key) ? [{ what: 'moved', question: here.question, before: was.place, after: here.place } as const] : []), ...partsChanged(was.question, here)]
    }),
    ...[...old].flatMap(([key, was]): FormChange[] => (now.has(key) ? [] : [{ what: 'removed', ...was }])),
  ]
}
