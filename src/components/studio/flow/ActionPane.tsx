'use client'

import type { ReactNode } from 'react'
import { CLOCK_SIGNALS, type ClockSignal } from '../../../domain/clocks/types'
import { changeTransition, removeTransition } from '../../../domain/workflow/edit'
import { addOutcome, nameOutcome, ownOutcomes, setOutcome } from '../../../domain/workflow/outcomes'
import { ACTOR_KINDS, EFFECTS, GUARDS, type TransitionDef, type WorkflowDef } from '../../../domain/workflow/types'
import type { FlowView } from '../../../services/studio/flow/view'
import { PickOne, SelectField, WordsField } from '../kit'
import { useSayMaybe } from '../words'
import { ActionInputs, useInputWords } from './ActionInputs'
import { CheckList, Part } from './Checks'
import { useFlowWords, type Chosen } from './words'

type Props = {
  flow: WorkflowDef; action: TransitionDef; canEdit: boolean; about: Pick<FlowView, 'permissions' | 'clocks' | 'clauses'>
  /** Other actions on the same line. */
  beside: readonly TransitionDef[]
  onChange: (flow: WorkflowDef) => void; onChoose: (chosen: Chosen | undefined) => void
}
type Change = (change: Partial<Omit<TransitionDef, 'code'>>) => void
type PartProps = Omit<Props, 'beside' | 'onChoose'> & { change: Change }

const Where = ({ flow, action, change }: PartProps) => {
  const { say, text } = useFlowWords()
  const steps = flow.steps.map(({ code, name }) => ({ value: code, label: text(name) }))
  return (
    <>
      <CheckList label={say('action.from')} all={flow.steps.map(({ code }) => code)} chosen={action.from} nameOf={(code) => text(flow.steps.find((step) => step.code === code)?.name)} onChange={(from) => change({ from })} />
      <SelectField label={say('action.to')} value={action.to} options={[...steps, ...(['same', 'previous'] as const).map((value) => ({ value: value as string, label: say(`action.${value}`) }))]} onChange={(to) => change({ to })} />
    </>
  )
}

const Who = ({ action, about, change }: PartProps) => {
  const { say, permission } = useFlowWords()
  const held = about.permissions.find(({ code }) => code === action.permission)?.roles ?? []
  return (
    <>
      <CheckList label={say('action.who')} all={ACTOR_KINDS} chosen={action.actors} nameOf={(actor) => say(`actor.${actor}`)} onChange={(actors) => change({ actors })} />
      <SelectField label={say('action.permission')} hint={held.length > 0 ? say('action.held', { names: held.join(say('list.joint')) }) : say('action.unheld')} value={action.permission}
        options={about.permissions.map(({ code }) => ({ value: code, label: permission(code) }))} onChange={(value) => change({ permission: about.permissions.find(({ code }) => code === value)?.code ?? action.permission })} />
      <p><b>{say('action.when')}</b></p>
      <CheckList label={say('action.when')} all={GUARDS} chosen={action.guards} nameOf={(guard) => say(`guard.${guard}`)} onChange={(guards) => change({ guards })} />
    </>
  )
}

/** What signals do to the clocks of the office, in words. */
const useClockWords = (clocks: FlowView['clocks']) => {
  const { say } = useFlowWords()
  return (signals: readonly ClockSignal[]): string[] => {
    const some = (list: readonly ClockSignal[]): boolean => list.some((signal) => signals.includes(signal))
    const lines = clocks.flatMap(({ name, start, stop, cancel, pause }) => [
      ...(some(start) ? [say('action.clockStarts', { name })] : []), ...(some(cancel) ? [say('action.clockCancels', { name })] : []),
      ...(some(stop) ? [say('action.clockStops', { name })] : []), ...(some(pause) ? [say('action.clockPauses', { name })] : []),
    ])
    return [...lines, ...(signals.includes('resumed') ? [say('action.clockResumes')] : []), ...(signals.includes('extended') ? [say('action.clockExtends')] : [])]
  }
}

const OUTCOMES = ['rejected', 'merged', 'handedOver', 'withdrawn'] as const

/** Chosen to write an outcome that is not in the list; no outcome has this code. */
const OWN = ' own'

const Outcome = ({ flow, action, onChange }: PartProps) => {
  const { say, text } = useFlowWords()
  const maybe = useSayMaybe('studioFlow')
  const own = ownOutcomes(flow)
  const codes = [...new Set([...OUTCOMES, ...own.map(({ code }) => code), ...(action.outcome ? [action.outcome] : [])])]
  const named = flow.outcomes?.find(({ code }) => code === action.outcome)
  const choose = (code: string): void => onChange(code === OWN ? addOutcome(flow, action.code, { zh: text(action.name) }) : setOutcome(flow, action.code, code || undefined))
  const options = [...codes.map((code) => ({ value: code, label: text(own.find((each) => each.code === code)?.label) || maybe(`outcome.${code}`) || code })), { value: OWN, label: say('action.outcomeOwn') }]
  return (
    <>
      <SelectField label={say('action.outcome')} hint={say('action.outcomeHint')} empty={say('action.outcomeNone')} value={action.outcome ?? ''} options={options} onChange={choose} />
      {named ? <WordsField label={say('action.outcomeName')} value={named.label} maxLength={60} required onChange={(label) => onChange(nameOutcome(flow, named.code, label))} /> : null}
    </>
  )
}

const Does = (props: PartProps) => {
  const { action, change } = props
  const { say } = useFlowWords()
  return (
    <>
      <CheckList label={say('action.does')} all={EFFECTS} chosen={action.effects} nameOf={(effect) => say(`effect.${effect}`)} onChange={(effects) => change({ effects })} />
      <Outcome {...props} />
    </>
  )
}

const TONES = ['main', 'normal', 'careful'] as const

const Told = ({ action, about, change }: PartProps) => {
  const { say } = useFlowWords()
  return (
    <>
      <WordsField label={say('action.line')} hint={say('action.lineHint')} value={action.residentLine} maxLength={300} onChange={(words) => change({ residentLine: words.zh || words.en ? words : undefined })} />
      <PickOne label={say('action.cites')} value={action.cites} choices={about.clauses} placeholder={say('action.citesNone')} onChange={(cites) => change({ cites })} />
      <SelectField label={say('action.tone')} value={action.tone} options={TONES.map((tone) => ({ value: tone, label: say(`tone.${tone}`) }))} onChange={(value) => change({ tone: TONES.find((tone) => tone === value) ?? action.tone })} />
    </>
  )
}

const orElse = (lines: readonly ReactNode[], none: string): readonly ReactNode[] => (lines.length > 0 ? lines : [<span key="none" className="muted">{none}</span>])

const Parts = (props: PartProps) => {
  const { flow, action, canEdit, about, onChange, change } = props
  const { say, text, permission, stepName } = useFlowWords()
  const inputWords = useInputWords()
  const clockWords = useClockWords(about.clocks)
  const who = action.actors.map((actor) => (actor === 'staff' ? say('list.with', { what: say('actor.staff'), note: permission(action.permission) }) : say(`actor.${actor}`)))
  const where = `${action.from.map((code) => stepName(flow, code)).join(say('list.joint'))} → ${stepName(flow, action.to)}`
  return (
    <dl className="facts-wide">
      <Part title={`${say('action.from')} · ${say('action.to')}`} canEdit={canEdit} lines={[where]}><Where {...props} /></Part>
      <Part title={say('action.who')} canEdit={canEdit} lines={[...who, ...action.guards.map((guard) => <small key={guard} className="muted">{say(`guard.${guard}`)}</small>)]}><Who {...props} /></Part>
      <Part title={say('action.inputs')} canEdit={canEdit} lines={orElse(action.inputs.map(inputWords), say('action.noInputs'))}><ActionInputs flow={flow} action={action} onChange={onChange} /></Part>
      <Part title={say('action.does')} canEdit={canEdit} lines={orElse(action.effects.map((effect) => say(`effect.${effect}`)), say('action.nothing'))}><Does {...props} /></Part>
      <Part title={say('action.clocks')} canEdit={canEdit} lines={orElse(clockWords(action.signals), say('action.noClocks'))}>
        <CheckList label={say('action.signals')} hint={say('action.clocksHint')} all={CLOCK_SIGNALS} chosen={action.signals} onChange={(signals) => change({ signals })}
          nameOf={(signal) => <>{say(`signal.${signal}`)}<small>{clockWords([signal]).join(say('list.joint'))}</small></>} />
      </Part>
      <Part title={say('action.told')} canEdit={canEdit} lines={orElse([...(action.residentLine ? [`“${text(action.residentLine)}”`] : []), ...(action.cites ? [about.clauses.find(({ id }) => id === action.cites)?.name ?? action.cites] : [])], say('action.nothing'))}><Told {...props} /></Part>
    </dl>
  )
}

/** The chosen action: what its button says, who may press it, what must be filled in, and what it does. */
export const ActionPane = (props: Props) => {
  const { flow, action, canEdit, beside, onChange, onChoose } = props
  const { say, text, stepName } = useFlowWords()
  const change: Change = (next) => onChange(changeTransition(flow, action.code, next))
  const first = action.from[0]
  return (
    <section className="pane stack" aria-labelledby="chosen">
      <div className="bar">
        <h2 id="chosen" tabIndex={-1}>{say('action.heading', { from: first ? stepName(flow, first) : '', to: stepName(flow, action.to) })}</h2>
        {canEdit ? <button type="button" className="btn btn-small btn-danger push" onClick={() => { onChange(removeTransition(flow, action.code)); onChoose(undefined) }}>{say('action.remove')}</button> : null}
      </div>
      {beside.length > 0 ? <p className="bar small"><span className="muted">{say('action.sameLine')}</span>{beside.map((each) => <button key={each.code} type="button" className="btn btn-small" onClick={() => onChoose({ kind: 'transition', code: each.code })}>{text(each.name)}</button>)}</p> : null}
      <fieldset className="stack" disabled={!canEdit}>
        <legend className="sr">{text(action.name)}</legend>
        <WordsField label={say('action.button')} value={action.name} maxLength={200} required onChange={(name) => change({ name })} />
        <Parts {...props} change={change} />
      </fieldset>
    </section>
  )
}

