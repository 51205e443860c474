'use client'

import { useEffect, useMemo, useState } from 'react'
import type { FormChange } from '../../../domain/forms/diff'
import { addPage, dragLine, insertQuestion, moveQuestion, movePage, nextKey, questionAt, rekey, removePage, removeQuestion, renamePage, replaceQuestion, type Place } from '../../../domain/forms/edit'
import type { FormPage, Question } from '../../../domain/forms/types'
import { Icon, Mark } from '../kit'
import { useSay } from '../words'
import { issuesOf, issuesOfPage, placeAt, plainWords, type Issue } from './at'
import { PagePane } from './PagePane'
import { QuestionList, type Chosen } from './QuestionList'
import { QuestionPane } from './QuestionPane'
import { QuestionRow } from './QuestionRow'
import { TryPhone } from './TryPhone'

export type FormFieldsProps<V extends { pages: FormPage[] }> = {
  /** A form, or what is a form and more: everything beside its pages stays as it is. */
  value: V
  onChange: (value: V) => void
  issues: readonly Issue[]
  canEdit: boolean
  /** Whether the phone stands beside it. Default: yes. */
  tryIt?: boolean
  /** What is new against the version in force: told beside each question. */
  changes?: readonly FormChange[]
  /** Keys that questions had before: a new question gets none of them. */
  taken?: readonly string[]
  /** Leads to the place of an issue; a new object each time. */
  go?: { path: string }
}

const keyOf = (change: FormChange): string | undefined => (change.what === 'changed' ? change.after.key : 'question' in change ? change.question.key : undefined)

/** Brings what was chosen into view, and the focus to it: it stands beside the list, or far below it. */
const useFocusOnChosen = (chosen: { times: number }) => {
  useEffect(() => {
    if (chosen.times === 0) return
    const head = document.getElementById('forms-chosen')
    head?.focus({ preventScroll: true })
    head?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
}

/**
 * The pages of a form and their questions: the list with its order, the chosen question, and a phone to try it on. Registers edit their fields
 * with it. The page must speak `studioForms` and `form`.
 */
export const FormFieldsEditor = <V extends { pages: FormPage[] }>({ value, onChange, issues: given, canEdit, tryIt = true, changes = [], taken, go }: FormFieldsProps<V>) => {
  const say = useSay('studioForms')
  const { pages } = value
  const [chosen, setChosen] = useState<{ place?: Chosen; times: number }>({ place: pages[0]?.questions.length ? { page: 0, at: 0 } : { page: 0 }, times: 0 })
  const [went, setWent] = useState(go)
  const [held, setHeld] = useState<readonly string[]>(taken ?? [])
  useFocusOnChosen(chosen)

  const choose = (place: Chosen) => setChosen(({ times }) => ({ place, times: times + 1 }))
  if (go !== went) {
    setWent(go)
    const place = go && placeAt(go.path, pages)
    if (place) choose(place)
  }
  const put = (next: FormPage[], place?: Chosen) => {
    onChange({ ...value, pages: next })
    if (place) setChosen(({ times }) => ({ place, times }))
  }

  const issues = useMemo(() => given.map((issue) => {
    const plain = plainWords(issue)
    return plain ? { ...issue, what: say(`fields.${plain}`) } : issue
  }), [given, say])
  const questions = useMemo(() => new Map(pages.flatMap((page) => page.questions.map((question) => [question.key, question] as const))), [pages])

  const freshKey = () => nextKey(pages, held)
  const insert = (page: number, at: number, question: Question, into = pages) => {
    setHeld([...held, question.key])
    onChange({ ...value, pages: insertQuestion(into, { page, at }, question) })
    choose({ page, at })
  }
  const fresh = (): Question => ({ key: freshKey(), kind: 'text', label: { zh: say('fields.newLabel') } })
  const add = (page: number) => insert(page, pages[page]?.questions.length ?? 0, fresh())
  const addNewPage = () => insert(pages.length, 0, fresh(), addPage(pages, { title: { zh: say('fields.newPage') }, questions: [] }))
  const remove = (place: Place) => {
    const next = removeQuestion(pages, place)
    const left = next[place.page]?.questions.length ?? 0
    setHeld([...held, questionAt(pages, place)?.key ?? ''])
    onChange({ ...value, pages: next })
    choose(left > 0 ? { page: place.page, at: Math.min(place.at, left - 1) } : { page: place.page })
  }
  const copy = (place: Place, question: Question) =>
    insert(place.page, place.at + 1, { ...question, key: freshKey(), label: { zh: say('fields.copyOf', { label: question.label.zh }) } })
  const drag = (from: number, to: number) => {
    const dragged = dragLine(pages, from, to)
    if (dragged) put(dragged.pages, dragged.place)
  }
  const toPage = (from: Place, page: number) => {
    const place = { page, at: pages[page]?.questions.length ?? 0 }
    put(moveQuestion(pages, from, place), place)
  }

  const pane = () => {
    const { place } = chosen
    const at = place?.at
    const question = place && at !== undefined ? questionAt(pages, { page: place.page, at }) : undefined
    if (place && at !== undefined && question) {
      const here = { page: place.page, at }
      return (
        <QuestionPane key={`${here.page}.${here.at}`} pages={pages} place={here} question={question} issues={issues} canEdit={canEdit}
          onChange={(next) => put(replaceQuestion(pages, here, next))} onKey={(key) => put(rekey(pages, here, key))}
          onPage={(page) => toPage(here, page)} onCopy={() => copy(here, question)} onRemove={() => remove(here)} />
      )
    }
    if (!place || !pages[place.page]) return <p className="muted">{say('fields.choose')}</p>
    return (
      <PagePane key={place.page} pages={pages} page={place.page} canEdit={canEdit} error={issuesOfPage(issues, place.page)[0]?.what}
        onRename={(title) => put(renamePage(pages, place.page, title))} onMove={(to) => put(movePage(pages, place.page, to), { page: to })}
        onRemove={() => { put(removePage(pages, place.page)); choose({ page: Math.max(0, place.page - 1) }) }} />
    )
  }
  const count = pages.reduce((sum, page) => sum + page.questions.length, 0)
  const rowOf = (place: Place) => {
    const question = questionAt(pages, place)
    return question ? <QuestionRow question={question} questions={questions} issues={issuesOf(issues, place)} changes={changes.filter((change) => keyOf(change) === question.key)} onChoose={() => choose(place)} /> : null
  }

  return (
    <div className={tryIt ? 'panel cols cols-form' : 'panel cols cols-form forms-two'}>
      <section aria-labelledby="forms-questions">
        <div className="panel-head"><h2 id="forms-questions" tabIndex={-1}>{say('fields.heading')}</h2><p>{say('fields.count', { questions: count, pages: pages.length })}</p></div>
        <QuestionList pages={pages} chosen={chosen.place} canEdit={canEdit} isRefused={(place) => issuesOf(issues, place).some(({ why }) => why)} row={rowOf}
          pageNote={(page) => issuesOfPage(issues, page).map(({ path, what }) => <p key={path} className="forms-note small"><Mark tone="stop">{what}</Mark></p>)}
          onChoosePage={(page) => choose({ page })} onMove={(from, to) => put(moveQuestion(pages, from, to), to)} onDrag={drag} onAdd={add} />
        {canEdit ? <p className="panel-foot bar"><button type="button" className="btn btn-small" onClick={addNewPage}><Icon name="plus" />{say('fields.addPage')}</button></p> : null}
      </section>
      <section className="pane" aria-labelledby="forms-chosen">
        <div className="forms-stick stack">
          {pane()}
          <p className="forms-back"><a className="btn btn-small btn-quiet" href="#forms-questions">{say('fields.toList')}</a></p>
        </div>
      </section>
      {tryIt ? <TryPhone pages={pages} /> : null}
    </div>
  )
}
