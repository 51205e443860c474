'use client'

import { useEffect, useMemo, useState } from 'react'
import type { FormChange } from '../../../domain/forms/diff'
import { questionAt, type Place } from '../../../domain/forms/edit'
import type { FormPage } from '../../../domain/forms/types'
import { Icon } from '../kit'
import { useSay } from '../words'
import { issuesOf, issuesOfPage, placeAt, plainWords, type Issue } from './at'
import { QuestionList, type Chosen } from './QuestionList'
import { Pane } from './Pane'
import { QuestionRow, Wrong } from './QuestionRow'
import { TryPhone } from './TryPhone'
import { useFieldActs } from './useFieldActs'

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

const firstOf = (pages: readonly FormPage[]): Chosen => (pages[0]?.questions.length ? { page: 0, at: 0 } : { page: 0 })

const keyOf = (change: FormChange): string | undefined => (change.what === 'changed' ? change.after.key : 'question' in change ? change.question.key : undefined)

/** Brings what was chosen into view, and the focus to it: it stands beside the list, or far below it. */
const useFocusOnChosen = (times: number) => {
  useEffect(() => {
    if (times === 0) return
    const head = document.getElementById('forms-chosen')
    head?.focus({ preventScroll: true })
    head?.scrollIntoView({ block: 'nearest' })
  }, [times])
}

/**
 * The pages of a form and their questions: the list with its order, the chosen question, and a phone to try it on. Registers edit their fields
 * with it. The page must speak `studioForms` and `form`.
 */
export const FormFieldsEditor = <V extends { pages: FormPage[] }>({ value, onChange, issues: given, canEdit, tryIt = true, changes = [], taken, go }: FormFieldsProps<V>) => {
  const say = useSay('studioForms')
  const { pages } = value
  const [chosen, setChosen] = useState<{ place?: Chosen; times: number }>({ place: firstOf(pages), times: 0 })
  const [went, setWent] = useState(go)
  useFocusOnChosen(chosen.times)

  const choose = (place: Chosen) => setChosen(({ times }) => ({ place, times: times + 1 }))
  if (go !== went) {
    setWent(go)
    const place = go && placeAt(go.path, pages)
    if (place) choose(place)
  }
  const issues = useMemo(() => given.map((issue) => {
    const plain = plainWords(issue)
    return plain ? { ...issue, what: say(`fields.${plain}`) } : issue
  }), [given, say])
  const questions = useMemo(() => new Map(pages.flatMap((page) => page.questions.map((question) => [question.key, question] as const))), [pages])

  const acts = useFieldActs({ pages, taken, put: (next) => onChange({ ...value, pages: next }), choose, stay: (place) => setChosen(({ times }) => ({ place, times })) })

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
          pageNote={(page) => (issuesOfPage(issues, page).length > 0 ? <div className="forms-note"><Wrong issues={issuesOfPage(issues, page)} /></div> : null)}
          onChoosePage={(page) => choose({ page })} onMove={acts.move} onDrag={acts.drag} onAdd={acts.add} />
        {canEdit ? <p className="panel-foot bar"><button type="button" className="btn btn-small" onClick={acts.addPage}><Icon name="plus" />{say('fields.addPage')}</button></p> : null}
      </section>
      <section className="pane" aria-labelledby="forms-chosen">
        <div className="forms-stick stack">
          <Pane pages={pages} chosen={chosen.place} issues={issues} canEdit={canEdit} acts={acts} />
          <p className="forms-back"><a className="btn btn-small btn-quiet" href="#forms-questions">{say('fields.toList')}</a></p>
        </div>
      </section>
      {tryIt ? <TryPhone pages={pages} /> : null}
    </div>
  )
}
