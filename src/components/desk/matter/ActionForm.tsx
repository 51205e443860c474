'use client'

import { useState, type KeyboardEvent } from 'react'
import { fieldWords } from '../faults'
import { useDraftRecord } from '../hooks/useDraft'
import { useNarrow } from '../hooks/useNarrow'
import { newKey } from '../key'
import type { ActionVM, ApiError, InputValue, InputVM } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Key } from '../ui/marks'
import { useDesk } from '../words'
import { useBench } from './context'
import { InputControl } from './inputs/InputControl'
import { encodeInputs, initialValues, inputFaults } from './encode'

type FormProps = { action: ActionVM; onDone: () => void; onLeave: () => void }

/** Errors that the conflict notice already tells. */
const toldElsewhere = (error: ApiError): boolean => error.code === 'conflict' || error.code === 'illegalStep'

/** In the lane the picture comes first, then what came of it, then two lines. */
const inOrder = (inputs: InputVM[], narrow: boolean): InputVM[] =>
  narrow ? [...inputs.filter(({ kind }) => kind === 'photos'), ...inputs.filter(({ kind }) => kind !== 'photos')] : inputs

/** The inputs of one action. What is typed is kept until it is sent, through conflicts, reloads and lost connections. */
export const ActionForm = ({ action, onDone, onLeave }: FormProps) => {
  const desk = useDesk()
  const { say } = desk
  const { matter, transition, conflict } = useBench()
  const [values, setValues, clear] = useDraftRecord(`desk:do:${matter.id}:${action.code}`, initialValues(action.inputs))
  const [key, setKey] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const [tried, setTried] = useState(false)
  const narrow = useNarrow()

  const own = tried ? inputFaults(action.inputs, values) : {}
  const theirs = fieldWords(error, desk)
  const faultOf = (name: string) => {
    const fault = own[name]
    return fault ? desk.sayMaybe(`field.${fault.code}`, fault.params) : theirs[name]
  }
  const send = async () => {
    setTried(true)
    if (busy || conflict || Object.keys(inputFaults(action.inputs, values)).length) return
    setBusy(true)
    setError(undefined)
    const input = encodeInputs(action.inputs, values, desk.timeZone)
    const answer = await transition({ action: action.code, input, key }, say('act.done', { name: action.name }))
    setBusy(false)
    if (answer.ok) {
      clear()
      onDone()
      return
    }
    setError(answer.error)
    // The same key goes again only when it is unknown whether the first sending arrived.
    if (answer.status !== 0) setKey(newKey())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
  }
  const change = (name: string, value: InputValue) => setValues({ ...values, [name]: value })
  return (
    <form onSubmit={(event) => { event.preventDefault(); void send() }} onKeyDown={onKeyDown} noValidate aria-label={action.name}>
      {error && !toldElsewhere(error) ? <div className="notice"><FaultBanner error={error} /></div> : null}
      {action.inputs.length ? (
        <div className="form">
          {inOrder(action.inputs, narrow).map((input) => (
            <InputControl key={input.key} input={input} value={values[input.key] ?? null} fault={faultOf(input.key)} matter={matter.id} onChange={(value) => change(input.key, value)} />
          ))}
        </div>
      ) : <p className="inside muted">{say('act.noInputs')}</p>}
      <footer className="act-foot">
        <button className="btn main" type="submit" aria-busy={busy} aria-disabled={busy || Boolean(conflict)}>{say(busy ? 'common.saving' : 'act.do', { name: action.name })} <Key>Ctrl ⏎</Key></button>
        <button className="btn quiet" type="button" onClick={onLeave}>{say('act.later')}</button>
        <Consequences action={action} />
      </footer>
    </form>
  )
}

/** What follows from it, before it is done: who is told what, and which rule it rests on. */
const Consequences = ({ action }: { action: ActionVM }) => {
  const { say } = useDesk()
  const parts = [action.residentLine ? say('act.reporterReads', { line: action.residentLine }) : say('act.reporterNot'), ...(action.effects ?? [])]
  return (
    <span className="hint">
      {parts.join(say('common.semicolon'))}
      {action.cites ? <> · {action.cites.href ? <a href={action.cites.href}>{action.cites.label}</a> : action.cites.label}</> : null}
    </span>
  )
}
