'use client'

import type { FormChange, Part } from '../../../domain/forms/diff'
import { conditionSentence } from '../../../domain/forms/describe'
import { LIMIT_KEYS } from '../../../domain/forms/limits'
import type { FormPage, Question } from '../../../domain/forms/types'
import { say as sayWords } from '../../../domain/words'
import { useSay, useStudio } from '../words'
import { useFormWords } from './useFormWords'

/** A change as one row of a table. An absent side is told by its own word. */
export type ChangeLine = { id: string; tag: string; tone: 'ok' | 'info' | 'stop'; what: string; before?: string; after?: string }

type Sides = { before: readonly FormPage[]; after: readonly FormPage[] }

/** Changes in the words of the editor. */
export const useChangeLines = (): ((changes: readonly FormChange[], sides: Sides) => ChangeLine[]) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  const words = useFormWords()

  const limits = (question: Question): string =>
    LIMIT_KEYS.filter((key) => question[key] !== undefined && question[key] !== false).map((key) => {
      const name = key === 'pattern' ? say('limit.pattern') : say(`limit.${key}`)
      if (key === 'pattern' && question.pattern) return say('part.limit', { name, value: say(`pattern.${question.pattern}`) })
      if (key === 'unit') return say('part.limit', { name, value: sayWords(question.unit, lang) })
      return key === 'integer' ? name : say('part.limit', { name, value: String(question[key]) })
    }).join(say('separator'))

  const options = (question: Question, other: Question): string =>
    (question.options ?? []).map(({ code, label, endsWith }) => {
      const twin = other.options?.find((option) => option.code === code)
      const text = endsWith ? say('fields.ends', { label: sayWords(label, lang), advice: sayWords(endsWith, lang) }) : sayWords(label, lang)
      return twin && sayWords(twin.label, lang) !== sayWords(label, lang) ? say('part.codeKept', { label: text }) : text
    }).join(say('separator'))

  const condition = ({ showIf }: Question, pages: readonly FormPage[]): string =>
    showIf ? conditionSentence(showIf, { code: '', name: { zh: '' }, pages: [...pages] }, { lang, words: { ...words, condition: { ...words.condition, onlyIf: say('condition.shown') } } }) : say('condition.always')

  const PART: Record<Part, (question: Question, other: Question, pages: readonly FormPage[]) => string> = {
    label: ({ label }) => sayWords(label, lang),
    help: ({ help }) => sayWords(help, lang),
    kind: ({ kind }) => say(`kind.${kind}`),
    required: ({ required }) => say(required ? 'fields.required' : 'fields.optional'),
    limits,
    options,
    condition: (question, _other, pages) => condition(question, pages),
    purpose: ({ purpose }) => sayWords(purpose, lang),
    publicity: ({ publicity }) => say(publicity === 'public' ? 'answer.public' : 'answer.staff'),
    retention: ({ retentionDays }) => (retentionDays ? say('answer.days', { count: retentionDays }) : say('answer.kept')),
  }
  const place = ({ page, at }: { page: number; at: number }): string => say('changes.place', { page: page + 1, at: at + 1 })
  const summary = (question: Question, pages: readonly FormPage[]): string =>
    [say(`kind.${question.kind}`), ...(question.kind === 'info' ? [] : [PART.required(question, question, pages)]), ...(question.showIf ? [condition(question, pages)] : [])].join(say('separator'))

  const line = (change: FormChange, { before, after }: Sides): Omit<ChangeLine, 'id'> => {
    switch (change.what) {
      case 'name': return { tag: say('changes.name'), tone: 'info', what: say('changes.form'), before: sayWords(change.before, lang), after: sayWords(change.after, lang) }
      case 'pageRenamed': return { tag: say('changes.pageRenamed'), tone: 'info', what: say('fields.page', { number: change.page + 1 }), before: sayWords(change.before, lang), after: sayWords(change.after, lang) }
      case 'pageAdded': return { tag: say('changes.pageAdded'), tone: 'ok', what: say('fields.page', { number: change.page + 1 }), after: sayWords(change.title, lang) }
      case 'pageRemoved': return { tag: say('changes.pageRemoved'), tone: 'stop', what: say('fields.page', { number: change.page + 1 }), before: sayWords(change.title, lang) }
      case 'added': return { tag: say('changes.added'), tone: 'ok', what: sayWords(change.question.label, lang), after: summary(change.question, after) }
      case 'removed': return { tag: say('changes.removed'), tone: 'stop', what: sayWords(change.question.label, lang), before: summary(change.question, before) }
      case 'moved': return { tag: say('changes.moved'), tone: 'info', what: sayWords(change.question.label, lang), before: place(change.before), after: place(change.after) }
      case 'changed': {
        const words = PART[change.part]
        return { tag: say(`part.${change.part}`), tone: 'info', what: sayWords(change.after.label, lang), before: words(change.before, change.after, before), after: words(change.after, change.before, after) }
      }
    }
  }
  return (changes, sides) => changes.map((change, at) => ({ id: String(at), ...line(change, sides) }))
}
