'use client'

import { useState } from 'react'
import { addPage, dragLine, insertQuestion, moveQuestion, movePage, nextKey, questionAt, rekey, removePage, removeQuestion, renamePage, replaceQuestion, type Place } from '../../../domain/forms/edit'
import type { FormPage, Question } from '../../../domain/forms/types'
import type { Words } from '../../../domain/words'
import { useSay } from '../words'
import type { Chosen } from './QuestionList'

type Given = {
  pages: readonly FormPage[]
  taken: readonly string[] | undefined
  put: (pages: FormPage[]) => void
  /** Chooses something else, and leads there. */
  choose: (place: Chosen) => void
  /** What was chosen stands somewhere else now. */
  stay: (place: Chosen) => void
}

/** Everything that can be done to the pages of a form and their questions. */
export const useFieldActs = ({ pages, taken = [], put, choose, stay }: Given) => {
  const say = useSay('studioForms')
  const [held, setHeld] = useState<readonly string[]>(taken)
  const freshKey = () => nextKey(pages, held)
  const fresh = (): Question => ({ key: freshKey(), kind: 'text', label: { zh: '' } })
  const insert = (place: Place, question: Question, into = pages) => {
    setHeld([...held, question.key])
    put(insertQuestion(into, place, question))
    choose(place)
  }
  const move = (from: Place, to: Place) => { put(moveQuestion(pages, from, to)); stay(to) }
  return {
    move,
    add: (page: number) => insert({ page, at: pages[page]?.questions.length ?? 0 }, fresh()),
    addPage: () => insert({ page: pages.length, at: 0 }, fresh(), addPage(pages, { title: { zh: say('fields.newPage', { number: pages.length + 1 }) }, questions: [] })),
    copy: ({ page, at }: Place, question: Question) => insert({ page, at: at + 1 }, { ...question, key: freshKey(), label: { zh: say('fields.copyOf', { label: question.label.zh }) } }),
    change: (place: Place, question: Question) => put(replaceQuestion(pages, place, question)),
    rekey: (place: Place, key: string) => put(rekey(pages, place, key)),
    remove: (place: Place) => {
      const next = removeQuestion(pages, place)
      const left = next[place.page]?.questions.length ?? 0
      setHeld([...held, questionAt(pages, place)?.key ?? ''])
      put(next)
      choose(left > 0 ? { page: place.page, at: Math.min(place.at, left - 1) } : { page: place.page })
    },
    toPage: (from: Place, page: number) => move(from, { page, at: pages[page]?.questions.length ?? 0 }),
    drag: (from: number, to: number) => {
      const dragged = dragLine(pages, from, to)
      if (!dragged) return
      put(dragged.pages)
      stay(dragged.place)
    },
    renamePage: (page: number, title: Words) => put(renamePage(pages, page, title)),
    movePage: (page: number, to: number) => { put(movePage(pages, page, to)); stay({ page: to }) },
    removePage: (page: number) => { put(removePage(pages, page)); choose({ page: Math.max(0, page - 1) }) },
  }
}

export type FieldActs = ReturnType<typeof useFieldActs>
