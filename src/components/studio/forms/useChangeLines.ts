'use client'

import { partWords, questionSummary } from '../../../domain/forms/changeWords'
import type { FormChange } from '../../../domain/forms/diff'
import type { FormPage } from '../../../domain/forms/types'
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
  const speech = { say, lang, words: useFormWords() }
  const parts = partWords(speech)
  const place = ({ page, at }: { page: number; at: number }): string => say('changes.place', { page: page + 1, at: at + 1 })

  const line = (change: FormChange, { before, after }: Sides): Omit<ChangeLine, 'id'> => {
    switch (change.what) {
      case 'name': return { tag: say('changes.name'), tone: 'info', what: say('changes.form'), before: sayWords(change.before, lang), after: sayWords(change.after, lang) }
      case 'pageRenamed': return { tag: say('changes.pageRenamed'), tone: 'info', what: say('fields.page', { number: change.page + 1 }), before: sayWords(change.before, lang), after: sayWords(change.after, lang) }
      case 'pageAdded': return { tag: say('changes.pageAdded'), tone: 'ok', what: say('fields.page', { number: change.page + 1 }), after: sayWords(change.title, lang) }
      case 'pageRemoved': return { tag: say('changes.pageRemoved'), tone: 'stop', what: say('fields.page', { number: change.page + 1 }), before: sayWords(change.title, lang) }
      case 'added': return { tag: say('changes.added'), tone: 'ok', what: sayWords(change.question.label, lang), after: questionSummary(change.question, after, speech) }
      case 'removed': return { tag: say('changes.removed'), tone: 'stop', what: sayWords(change.question.label, lang), before: questionSummary(change.question, before, speech) }
      case 'moved': return { tag: say('changes.moved'), tone: 'info', what: sayWords(change.question.label, lang), before: place(change.before), after: place(change.after) }
      case 'changed': {
        const words = parts[change.part]
        return { tag: say(`part.${change.part}`), tone: 'info', what: sayWords(change.after.label, lang), before: words(change.before, change.after, before), after: words(change.after, change.before, after) }
      }
    }
  }
  return (changes, sides) => changes.map((change, at) => ({ id: String(at), ...line(change, sides) }))
}
