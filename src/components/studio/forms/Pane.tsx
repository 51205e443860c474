'use client'

import { questionAt } from '../../../domain/forms/edit'
import type { FormPage } from '../../../domain/forms/types'
import { useSay } from '../words'
import { issuesOfPage, type Issue } from './at'
import { PagePane } from './PagePane'
import type { Chosen } from './QuestionList'
import { QuestionPane } from './QuestionPane'
import type { FieldActs } from './useFieldActs'

type Props = { pages: readonly FormPage[]; chosen: Chosen | undefined; issues: readonly Issue[]; canEdit: boolean; acts: FieldActs }

/** The question or the page that was chosen. */
export const Pane = ({ pages, chosen, issues, canEdit, acts }: Props) => {
  const say = useSay('studioForms')
  if (!chosen || !pages[chosen.page]) return <h2 id="forms-chosen" tabIndex={-1}>{say('fields.choose')}</h2>
  const { page, at } = chosen
  const here = { page, at: at ?? -1 }
  const question = questionAt(pages, here)
  if (question) {
    return (
      <QuestionPane key={`${page}.${here.at}`} pages={pages} place={here} question={question} issues={issues} canEdit={canEdit}
        onChange={(next) => acts.change(here, next)} onKey={(key) => acts.rekey(here, key)} onPage={(to) => acts.toPage(here, to)} onCopy={() => acts.copy(here, question)} onRemove={() => acts.remove(here)} />
    )
  }
  return (
    <PagePane key={page} pages={pages} page={page} canEdit={canEdit} error={issuesOfPage(issues, page)[0]?.what}
      onRename={(title) => acts.renamePage(page, title)} onMove={(to) => acts.movePage(page, to)} onRemove={() => acts.removePage(page)} />
  )
}
