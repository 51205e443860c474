'use client'

import { useState } from 'react'
import { changeStep, removeStep } from '../../../domain/workflow/edit'
import { PHASES, type StepDef, type WorkflowDef } from '../../../domain/workflow/types'
import { Check, Dialog, Icon, NumberField, SelectField, WordsField } from '../kit'
import { useSay } from '../words'
import { useFlowWords, type Chosen } from './words'

type Props = { flow: WorkflowDef; step: StepDef; canEdit: boolean; onChange: (flow: WorkflowDef) => void; onChoose: (chosen: Chosen | undefined) => void; onAdd: () => void }

const KINDS = ['start', 'normal', 'waiting', 'final'] as const
const WAITS = ['reporter', 'thirdParty', 'weather'] as const

const Silence = ({ flow, step, onChange }: Pick<Props, 'flow' | 'step' | 'onChange'>) => {
  const { say, text } = useFlowWords()
  const able = flow.transitions.filter(({ from, actors }) => from.includes(step.code) && actors.includes('system'))
  const { silence } = step
  const set = (next: StepDef['silence']) => {
    const { silence: _silence, ...rest } = step
    onChange({ ...flow, steps: flow.steps.map((each) => (each.code === step.code ? { ...rest, ...(next ? { silence: next } : {}) } : each)) })
  }
  const first = able[0]
  return (
    <div className="field">
      <Check label={say('step.silence')} hint={first || silence ? say('step.silenceHint') : say('step.silenceNone')} checked={Boolean(silence)} disabled={!first && !silence}
        onChange={(on) => set(on && first ? { days: 10, transition: first.code } : undefined)} />
      {silence ? (
        <div className="bar flow-silence">
          <NumberField label={say('step.days')} value={silence.days} min={1} max={365} onChange={(days) => set({ ...silence, days: days ?? 1 })} />
          <SelectField label={say('step.silenceDays')} value={silence.transition} options={able.map(({ code, name }) => ({ value: code, label: text(name) }))} onChange={(transition) => set({ ...silence, transition })} />
        </div>
      ) : null}
    </div>
  )
}

const Fields = ({ flow, step, onChange }: Pick<Props, 'flow' | 'step' | 'onChange'>) => {
  const { say } = useFlowWords()
  const change = (next: Partial<Omit<StepDef, 'code'>>) => onChange(changeStep(flow, step.code, next))
  return (
    <>
      <div className="flow-fields">
        <WordsField label={say('step.name')} value={step.name} maxLength={200} required onChange={(name) => change({ name })} />
        <SelectField label={say('step.phase')} value={step.phase} options={PHASES.map((phase) => ({ value: phase, label: say(`phase.${phase}`) }))} onChange={(value) => change({ phase: PHASES.find((phase) => phase === value) ?? step.phase })} />
        <SelectField label={say('step.kind')} value={step.kind} options={KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))} onChange={(value) => change({ kind: KINDS.find((kind) => kind === value) ?? step.kind })} />
        {step.kind === 'waiting'
          ? <SelectField label={say('step.waitingFor')} value={step.waitingFor ?? 'reporter'} options={WAITS.map((wait) => ({ value: wait, label: say(`waitingFor.${wait}`) }))} onChange={(value) => change({ waitingFor: WAITS.find((wait) => wait === value) })} />
          : null}
        <WordsField label={say('step.residentNow')} hint={say('step.residentNowHint')} value={step.residentNow} maxLength={300} onChange={(words) => change({ residentNow: words.zh || words.en ? words : undefined })} />
        <WordsField label={say('step.residentNext')} hint={say('step.residentNextHint')} value={step.residentNext} maxLength={300} onChange={(words) => change({ residentNext: words.zh || words.en ? words : undefined })} />
      </div>
      {step.kind === 'final' ? null : <Silence flow={flow} step={step} onChange={onChange} />}
    </>
  )
}

const Remove = ({ flow, step, onChange, onChoose, onClose }: Pick<Props, 'flow' | 'step' | 'onChange' | 'onChoose'> & { onClose: () => void }) => {
  const { say, text } = useFlowWords()
  const studio = useSay('studio')
  const after = removeStep(flow, step.code)
  const go = () => { onChange(after); onChoose(undefined); onClose() }
  const foot = <><button type="button" className="btn btn-danger" onClick={go}>{say('step.remove')}</button><button type="button" className="btn" onClick={onClose}>{studio('act.cancel')}</button></>
  return <Dialog title={say('step.remove')} onClose={onClose} foot={foot}><p>{say('step.removeAsk', { name: text(step.name), count: flow.transitions.length - after.transitions.length })}</p></Dialog>
}

/** The chosen step: what it is called, where it belongs, what the reporter reads, and what can be done from it. */
export const StepPane = (props: Props) => {
  const { flow, step, canEdit, onChoose, onAdd } = props
  const { say, text, stepName } = useFlowWords()
  const [removing, setRemoving] = useState(false)
  const leaving = flow.transitions.filter(({ from }) => from.includes(step.code))
  return (
    <section className="pane stack" aria-labelledby="chosen">
      <div className="bar">
        <h2 id="chosen" tabIndex={-1}>{say('step.heading', { name: text(step.name) })}</h2>
        {canEdit ? <button type="button" className="btn btn-small btn-danger push" onClick={() => setRemoving(true)}>{say('step.remove')}</button> : null}
      </div>
      <fieldset className="stack" disabled={!canEdit}><legend className="sr">{say('step.heading', { name: text(step.name) })}</legend><Fields {...props} /></fieldset>
      <div className="stack-s">
        <h3>{say('step.actions')}</h3>
        {leaving.length === 0 ? <p className="muted">{say('step.noActions')}</p> : (
          <ul className="stack-xs">
            {leaving.map((each) => <li key={each.code}><button type="button" className="flow-link" onClick={() => onChoose({ kind: 'transition', code: each.code })}>{text(each.name)}</button> <small className="muted">→ {stepName(flow, each.to)}</small></li>)}
          </ul>
        )}
        {canEdit ? <button type="button" className="btn btn-small" onClick={onAdd}><Icon name="plus" />{say('step.addAction')}</button> : null}
      </div>
      <p className="small muted">{say('step.code')} {step.code}</p>
      {removing ? <Remove {...props} onClose={() => setRemoving(false)} /> : null}
    </section>
  )
}
