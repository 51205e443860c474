'use client'

import { repaired, subjectOf } from '../../../domain/workflow/repair'
import type { WorkflowDef } from '../../../domain/workflow/types'
import type { DraftView } from '../../../services/structure/drafts'
import { Mark } from '../kit'
import { useSay } from '../words'
import { useFlowWords, type Chosen } from './words'

type Issue = DraftView<WorkflowDef>['issues'][number]
type Props = { flow: WorkflowDef; issues: readonly Issue[]; canEdit: boolean; onChange: (flow: WorkflowDef) => void; onChoose: (chosen: Chosen) => void }

const useWhere = (flow: WorkflowDef) => {
  const { say, text } = useFlowWords()
  return (subject: Chosen | undefined): string => {
    if (!subject) return ''
    if (subject.kind === 'step') return say('check.atStep', { name: text(flow.steps.find(({ code }) => code === subject.code)?.name) })
    return say('check.atAction', { name: text(flow.transitions.find(({ code }) => code === subject.code)?.name) })
  }
}

const Line = ({ issue, flow, canEdit, onChange, onChoose }: Omit<Props, 'issues'> & { issue: Issue }) => {
  const { say } = useFlowWords()
  const studio = useSay('studio')
  const subject = subjectOf(flow, issue.path)
  const where = useWhere(flow)(subject)
  const better = canEdit ? repaired(flow, issue) : undefined
  return (
    <li>
      <div>
        <Mark tone={issue.severity === 'error' ? 'stop' : 'warn'}>{studio(issue.severity === 'error' ? 'check.stop' : 'check.warn')}</Mark>
        <p>{where ? <b>{where}</b> : null}{issue.what}</p>
      </div>
      <span className="bar">
        {subject ? <button type="button" className="btn btn-small" onClick={() => onChoose(subject)}>{say('check.where')}<span className="sr">{` · ${where} ${issue.what}`}</span></button> : null}
        {better ? <button type="button" className="btn btn-small" onClick={() => onChange(better)}>{say(issue.code === 'unreachable' ? 'check.mendStep' : 'check.mend')}<span className="sr">{` · ${where} ${issue.what}`}</span></button> : null}
      </span>
    </li>
  )
}

/** Everything the checks say, each with the way to it, and mended at once where only one way makes sense. */
export const FlowIssues = ({ issues, ...props }: Props) => {
  const { say } = useFlowWords()
  const studio = useSay('studio')
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return (
    <section className="panel" aria-labelledby="checks">
      <div className="panel-head"><h2 id="checks" tabIndex={-1}>{say('check.heading')}</h2><p>{studio('check.counts', { errors, warnings: issues.length - errors })}</p></div>
      {issues.length > 0 ? <ul className="issues issues-act">{issues.map((issue) => <Line key={`${issue.path}${issue.what}`} issue={issue} {...props} />)}</ul> : null}
      {errors === 0 ? <p className="panel-foot small"><Mark tone="ok">{studio('check.ok')}</Mark> {say('check.passed')}</p> : null}
    </section>
  )
}
