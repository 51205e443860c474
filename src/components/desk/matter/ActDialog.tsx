'use client'

import { useState, type ReactNode } from 'react'
import { faultWords, fieldWords } from '../faults'
import type { ApiError, InputVM, MatterAct } from '../types'
import { Banner, FaultBanner } from '../ui/Banner'
import { Dialog } from '../ui/Dialog'
import { useDesk, type Say } from '../words'
import { useBench } from './context'
import { encodeInputs, initialValues, inputFaults } from './encode'
import { InputControl } from './inputs/InputControl'

type ActDialogProps = {
  title: string
  intro?: ReactNode
  act: MatterAct
  inputs: InputVM[]
  /** What goes along without being asked. */
  extra?: Record<string, unknown>
  doWord: string
  said: string
  children?: ReactNode
  onClose: () => void
}

/** The reason that nearly every act keeps. */
export const reasonOf = (say: Say): InputVM => ({ key: 'reason', kind: 'text', role: 'reason', label: say('act.reason'), required: true, minLength: 2, maxLength: 500 })

/** One act that needs a few answers first. */
export const ActDialog = ({ title, intro, act: name, inputs, extra, doWord, said, children, onClose }: ActDialogProps) => {
  const desk = useDesk()
  const { matter, act } = useBench()
  const [values, setValues] = useState(() => initialValues(inputs))
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<ApiError>()
  const own = tried ? inputFaults(inputs, values) : {}
  const theirs = fieldWords(error, desk)
  const send = async () => {
    setTried(true)
    if (busy || Object.keys(inputFaults(inputs, values)).length) return
    setBusy(true)
    setError(undefined)
    const answer = await act(name, { ...encodeInputs(inputs, values, desk.timeZone), ...extra }, said)
    setBusy(false)
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  const faultOf = (key: string) => {
    const fault = own[key]
    return fault ? desk.sayMaybe(`field.${fault.code}`, fault.params) : theirs[key]
  }
  const controls = (fits: (input: InputVM) => boolean) => inputs.filter(fits).map((input) => (
    <InputControl key={input.key} input={input} value={values[input.key] ?? null} fault={faultOf(input.key)} matter={matter.id}
      onChange={(value) => setValues((old) => ({ ...old, [input.key]: value }))} />
  ))
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack wide" noValidate onSubmit={(event) => { event.preventDefault(); void send() }}>
        {intro ? <p>{intro}</p> : null}
        {error ? <DialogFault error={error} /> : null}
        {controls(({ role }) => role !== 'reason')}
        {children}
        {controls(({ role }) => role === 'reason')}
        <div className="row">
          <button className="btn main" type="submit" aria-busy={busy}>{busy ? desk.say('common.saving') : doWord}</button>
          <button className="btn quiet" type="button" onClick={onClose}>{desk.say('common.cancel')}</button>
        </div>
      </form>
    </Dialog>
  )
}

/** A conflict inside a dialog: read the matter again, and send again what stands here. */
const DialogFault = ({ error }: { error: ApiError }) => {
  const desk = useDesk()
  const { reload } = useBench()
  if (error.code !== 'conflict') return <FaultBanner error={error} />
  return (
    <Banner tone="warn" live="alert" title={faultWords(error, desk).title}
      actions={<button className="btn small" type="button" onClick={() => void reload()}>{desk.say('conflict.goOn')}</button>} />
  )
}
