'use client'

import { useState, type ReactNode } from 'react'
import { addInput, addStep, addTransition } from '../../../domain/workflow/edit'
import { ROLE_KINDS } from '../../../domain/workflow/roles'
import { PHASES, type InputDef, type Phase, type WorkflowDef } from '../../../domain/workflow/types'
import type { Words } from '../../../domain/words'
import { Dialog, SelectField, WordsField } from '../kit'
import { useSay } from '../words'
import { useFlowWords, type Chosen } from './words'

type Common = { flow: WorkflowDef; onChange: (flow: WorkflowDef) => void; onClose: () => void }

type ShellProps = { title: string; label: string; start?: Words; onGo: (name: Words) => void; onClose: () => void; children: ReactNode }

const Shell = ({ title, label, start = { zh: '' }, onGo, onClose, children }: ShellProps) => {
  const { say } = useFlowWords()
  const studio = useSay('studio')
  const [name, setName] = useState<Words>(start)
  const [missing, setMissing] = useState(false)
  const go = () => {
    if (!name.zh.trim()) return setMissing(true)
    onGo(name)
    onClose()
  }
  const foot = <><button type="button" className="btn btn-main" onClick={go}>{say('add.go')}</button><button type="button" className="btn" onClick={onClose}>{studio('act.cancel')}</button></>
  return (
    <Dialog title={title} onClose={onClose} foot={foot}>
      {children}
      <WordsField label={label} value={name} maxLength={200} required error={missing && !name.zh.trim() ? say('add.nameMissing') : undefined} onChange={setName} />
    </Dialog>
  )
}

/** A new step of a phase. */
export const AddStep = ({ flow, onChange, onChoose, onClose }: Common & { onChoose: (chosen: Chosen) => void }) => {
  const { say } = useFlowWords()
  const [phase, setPhase] = useState<Phase>('handling')
  const go = (name: Words) => {
    const next = addStep(flow, { name, phase })
    const made = next.steps.find(({ code }) => !flow.steps.some((step) => step.code === code))
    onChange(next)
    if (made) onChoose({ kind: 'step', code: made.code })
  }
  return (
    <Shell title={say('add.stepHeading')} label={say('add.stepName')} onGo={go} onClose={onClose}>
      <SelectField label={say('add.stepPhase')} value={phase} options={PHASES.map((each) => ({ value: each, label: say(`phase.${each}`) }))} onChange={(value) => setPhase(PHASES.find((each) => each === value) ?? phase)} />
    </Shell>
  )
}

/** A new action from a step to another. */
export const AddAction = ({ flow, from, onChange, onChoose, onClose }: Common & { from: string; onChoose: (chosen: Chosen) => void }) => {
  const { say, text } = useFlowWords()
  const [start, setStart] = useState(from)
  const [to, setTo] = useState(flow.steps.find(({ code }) => code !== from)?.code ?? 'same')
  const steps = flow.steps.map(({ code, name }) => ({ value: code, label: text(name) }))
  const go = (name: Words) => {
    const next = addTransition(flow, { name, from: start, to })
    onChange(next)
    const made = next.transitions.at(-1)
    if (made) onChoose({ kind: 'transition', code: made.code })
  }
  return (
    <Shell title={say('add.actionHeading')} label={say('add.actionName')} onGo={go} onClose={onClose}>
      <SelectField label={say('action.from')} value={start} options={steps} onChange={setStart} />
      <SelectField label={say('action.to')} value={to} options={[...steps, { value: 'same', label: say('action.same') }]} onChange={setTo} />
    </Shell>
  )
}

const ROLES = Object.keys(ROLE_KINDS) as InputDef['role'][]

/** One more thing to fill in before a button works. */
export const AddInput = ({ flow, action, onChange, onClose }: Common & { action: string }) => {
  const { say } = useFlowWords()
  const asked = flow.transitions.find(({ code }) => code === action)?.inputs.map(({ role }) => role) ?? []
  const free = ROLES.filter((each) => !asked.includes(each))
  const [role, setRole] = useState<InputDef['role']>(free[0] ?? 'reason')
  return (
    <Shell title={say('add.inputHeading')} label={say('add.inputLabel')} onGo={(label) => onChange(addInput(flow, action, { role, label }))} onClose={onClose}>
      <SelectField label={say('add.inputRole')} value={role} options={free.map((each) => ({ value: each, label: say(`role.${each}`) }))} onChange={(value) => setRole(free.find((each) => each === value) ?? role)} />
    </Shell>
  )
}
