'use client'

import { useState } from 'react'
import { changeInput, freeOption } from '../../../domain/workflow/edit'
import type { InputDef, TransitionDef, WorkflowDef } from '../../../domain/workflow/types'
import { Check, Icon, NumberField, TextField, WordsField } from '../kit'
import { AddInput } from './AddDialogs'
import { useFlowWords } from './words'

type Change = Partial<Omit<InputDef, 'key' | 'kind' | 'role'>>
type OneProps = { input: InputDef; flow: WorkflowDef; onChange: (change: Change | undefined) => void }

type Bound = 'minLength' | 'maxLength' | 'minCount' | 'maxCount' | 'min' | 'max'

const BOUNDS: Partial<Record<InputDef['kind'], readonly [Bound, Bound]>> = { text: ['minLength', 'maxLength'], photos: ['minCount', 'maxCount'], parties: ['minCount', 'maxCount'], minutes: ['min', 'max'] }
const LABELS = { minLength: 'atLeast', maxLength: 'atMost', minCount: 'fewest', maxCount: 'most', min: 'minMinutes', max: 'maxMinutes' } as const

const Options = ({ input, flow, onChange }: OneProps) => {
  const { say } = useFlowWords()
  const options = input.options ?? []
  return (
    <div className="stack-s">
      <p><b>{say('action.options')}</b></p>
      {options.map((option, at) => (
        <div className="flow-option" key={option.code}>
          <WordsField label={say('action.option', { n: at + 1 })} value={option.label} onChange={(label) => onChange({ options: options.map((each) => (each.code === option.code ? { ...each, label } : each)) })} />
          {options.length > 1 ? <button type="button" className="btn btn-icon" aria-label={say('action.removeInput', { name: option.label.zh })} onClick={() => onChange({ options: options.filter(({ code }) => code !== option.code) })}><Icon name="bin" /></button> : null}
        </div>
      ))}
      <button type="button" className="btn btn-small" onClick={() => onChange({ options: [...options, { code: freeOption(flow), label: { zh: '' } }] })}><Icon name="plus" />{say('action.addOption')}</button>
    </div>
  )
}

const One = ({ input, flow, onChange }: OneProps) => {
  const { say, text } = useFlowWords()
  const bounds = BOUNDS[input.kind] ?? []
  return (
    <li className="flow-input stack-s">
      <div className="bar"><b>{say(`role.${input.role}`)}</b><button type="button" className="btn btn-icon push" aria-label={say('action.removeInput', { name: text(input.label) })} onClick={() => onChange(undefined)}><Icon name="bin" /></button></div>
      <WordsField label={say('action.label')} value={input.label} onChange={(label) => onChange({ label })} />
      <TextField label={say('action.help')} value={input.help?.zh ?? ''} onChange={(zh) => onChange({ help: zh ? { ...input.help, zh } : undefined })} />
      <Check label={say('action.required')} checked={input.required} onChange={(required) => onChange({ required })} />
      {bounds.length > 0 ? <div className="bar">{bounds.map((bound) => <NumberField key={bound} label={say(`action.${LABELS[bound]}`)} value={input[bound]} min={0} onChange={(value) => onChange({ [bound]: value })} />)}</div> : null}
      {input.kind === 'choice' ? <Options input={input} flow={flow} onChange={onChange} /> : null}
    </li>
  )
}

/** What must be filled in before a button works, each with what becomes of it. */
export const ActionInputs = ({ flow, action, onChange }: { flow: WorkflowDef; action: TransitionDef; onChange: (flow: WorkflowDef) => void }) => {
  const { say } = useFlowWords()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ul className="stack">{action.inputs.map((input) => <One key={input.key} input={input} flow={flow} onChange={(change) => onChange(changeInput(flow, action.code, { key: input.key, change }))} />)}</ul>
      <button type="button" className="btn btn-small" onClick={() => setAdding(true)}><Icon name="plus" />{say('action.addInput')}</button>
      {adding ? <AddInput flow={flow} action={action.code} onChange={onChange} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

/** An input in one line. */
export const useInputWords = () => {
  const { say, text } = useFlowWords()
  return (input: InputDef): string => {
    const [low, high] = BOUNDS[input.kind] ?? []
    const bounds = ([low, high] as const).flatMap((bound) => (bound && input[bound] !== undefined ? [`${say(`action.${LABELS[bound]}`)} ${input[bound]}`] : []))
    return [text(input.label), say(input.required ? 'action.required' : 'action.optional'), ...bounds].join(' · ')
  }
}
