'use client'

import { useCallback, useMemo, useState } from 'react'
import { flowChanges } from '../../../domain/workflow/changes'
import { layoutOf } from '../../../domain/workflow/layout'
import type { WorkflowDef } from '../../../domain/workflow/types'
import type { FlowView } from '../../../services/studio/flow/view'
import { Icon, NumberField, useDraft, VersionBar, WordsField } from '../kit'
import { AddAction, AddStep } from './AddDialogs'
import { ActionPane } from './ActionPane'
import { FlowChanges } from './FlowChanges'
import { FlowDiagram } from './FlowDiagram'
import { FlowFlight } from './FlowFlight'
import { FlowIssues } from './FlowIssues'
import { FlowTable } from './FlowTable'
import { StepPane } from './StepPane'
import { TryWalk } from './TryWalk'
import { useFlowWords, type Chosen } from './words'

type Props = { view: FlowView; can: { edit: boolean; publish: boolean } }
type PaneProps = { flow: WorkflowDef; chosen: Chosen | undefined; canEdit: boolean; about: FlowView; onChange: (flow: WorkflowDef) => void; onChoose: (chosen: Chosen | undefined) => void; onAdd: () => void }

const besideOf = (flow: WorkflowDef, code: string): WorkflowDef['transitions'] => {
  const line = layoutOf(flow, 'zh').lines.find(({ transitions }) => transitions.includes(code))
  return flow.transitions.filter((each) => each.code !== code && line?.transitions.includes(each.code))
}

const Pane = ({ flow, chosen, canEdit, about, onChange, onChoose, onAdd }: PaneProps) => {
  const { say } = useFlowWords()
  const step = chosen?.kind === 'step' ? flow.steps.find(({ code }) => code === chosen.code) : undefined
  if (step) return <StepPane key={step.code} flow={flow} step={step} canEdit={canEdit} onChange={onChange} onChoose={onChoose} onAdd={onAdd} />
  const action = chosen?.kind === 'transition' ? flow.transitions.find(({ code }) => code === chosen.code) : undefined
  if (action) return <ActionPane key={action.code} flow={flow} action={action} canEdit={canEdit} about={about} beside={besideOf(flow, action.code)} onChange={onChange} onChoose={onChoose} />
  return <p className="empty">{say('step.choose')}</p>
}

const Whole = ({ flow, canEdit, onChange }: Pick<PaneProps, 'flow' | 'canEdit' | 'onChange'>) => {
  const { say } = useFlowWords()
  return (
    <details className="panel flow-diff">
      <summary>{say('whole.heading')}</summary>
      <fieldset className="panel-pad" disabled={!canEdit}>
        <legend className="sr">{say('whole.heading')}</legend>
        <WordsField label={say('whole.name')} value={flow.name} maxLength={200} required onChange={(name) => onChange({ ...flow, name })} />
        <NumberField label={say('whole.reopenDays')} hint={say('whole.reopenHint')} value={flow.reopenDays} min={0} max={365} onChange={(reopenDays) => onChange({ ...flow, reopenDays: reopenDays ?? 0 })} />
      </fieldset>
    </details>
  )
}

const Head = ({ name, usedBy }: { name: string; usedBy: FlowView['usedBy'] }) => {
  const { say } = useFlowWords()
  return (
    <div className="page-head"><div>
      <h1>{say('head.heading', { name })}</h1>
      <p>{say('head.lead')}</p>
      <p>{usedBy.length > 0 ? say('head.usedBy', { names: usedBy.map((type) => type.name).join(say('list.joint')) }) : say('head.unused')}</p>
    </div></div>
  )
}

/** The way to what was chosen in the list, a check or the drawing: its pane comes into sight and takes the focus. */
const showChosen = (): void => {
  requestAnimationFrame(() => {
    const head = document.getElementById('chosen')
    head?.scrollIntoView({ block: 'nearest' })
    head?.focus({ preventScroll: true })
  })
}

/** The editor of a workflow: the drawing and its list, what is chosen, the checks, matters in flight, and a pretend matter beside. */
export const FlowEditor = ({ view: about, can }: Props) => {
  const { say, text } = useFlowWords()
  const [state, acts] = useDraft<WorkflowDef>(about.draft)
  const [chosen, setChosen] = useState<Chosen>()
  const [adding, setAdding] = useState<'step' | 'action'>()
  const { definition: flow, view, issues } = state
  const current = view.current?.definition
  const changes = useMemo(() => flowChanges(current, flow), [current, flow])
  const choose = useCallback((next: Chosen | undefined) => { setChosen(next); if (next) showChosen() }, [])
  const change = useCallback((next: WorkflowDef) => acts.change(next), [acts])
  const from = chosen?.kind === 'step' ? chosen.code : flow.steps[0]?.code
  return (
    <>
      <Head name={text(flow.name)} usedBy={about.usedBy} />
      <VersionBar state={state} acts={acts} changes={changes.length} canEdit={can.edit} canPublish={can.publish} />
      <section className="panel cols cols-flow flow-panel" aria-label={say('picture.heading')}>
        <div className="flow-main">
          <div className="panel-head">
            <h2>{say('picture.heading')}</h2><p>{say('picture.counts', { steps: flow.steps.length, lines: flow.transitions.length })}</p>
            <span className="bar push">
              {can.edit ? <button type="button" className="btn btn-small" onClick={() => setAdding('step')}><Icon name="plus" />{say('picture.addStep')}</button> : null}
              <a className="btn btn-small btn-quiet" href="#list">{say('picture.asList')}</a>
            </span>
          </div>
          <FlowDiagram flow={flow} chosen={chosen} onChoose={choose} />
        </div>
        <Pane flow={flow} chosen={chosen} canEdit={can.edit} about={about} onChange={change} onChoose={choose} onAdd={() => setAdding('action')} />
      </section>
      <div className="cols cols-try flow-below">
        <div className="stack">
          <FlowIssues flow={flow} issues={issues} canEdit={can.edit} onChange={change} onChoose={choose} />
          <FlowChanges changes={current ? changes : []} />
          <FlowFlight code={view.code} given={about.flight} published={state.published} canPublish={can.publish} />
          <FlowTable flow={flow} chosen={chosen} onChoose={choose} />
          <Whole flow={flow} canEdit={can.edit} onChange={change} />
        </div>
        <TryWalk definition={flow} view={about} />
      </div>
      {adding === 'step' ? <AddStep flow={flow} onChange={change} onChoose={choose} onClose={() => setAdding(undefined)} /> : null}
      {adding === 'action' && from ? <AddAction flow={flow} from={from} onChange={change} onChoose={choose} onClose={() => setAdding(undefined)} /> : null}
    </>
  )
}
