'use client'

import { useState } from 'react'
import type { DoneImport, RegisterHead } from '../../../services/registers/view'
import type { ApiError } from '../types'
import { Time } from '../../ui/Time'
import { Banner, FaultBanner } from '../ui/Banner'
import { Field } from '../ui/Field'
import { Panel } from '../ui/Panel'
import { undoFile } from './api'
import { useDesk } from '../words'
import { useRegister } from './words'

type Props = { head: RegisterHead; done: DoneImport; onUndone: (done: DoneImport) => void }

/** What the register itself says against it: which entries were changed since. */
const saidIn = ({ detail }: ApiError): string[] => (Array.isArray(detail?.said) ? (detail.said as { text: string }[]).map(({ text }) => text) : [])

type SureProps = { busy: boolean; onUndo: (reason: string) => void; onKeep: () => void }

const Sure = ({ busy, onUndo, onKeep }: SureProps) => {
  const say = useRegister()
  const [reason, setReason] = useState('')
  return (
    <div className="stack">
      <p>{say('import.undoSure')}</p>
      <Field label={say('import.reason')} need={say('desk.optional')}>{(control) => <input {...control} className="input" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}</Field>
      <p className="row">
        <button type="button" className="btn strong" aria-busy={busy} disabled={busy} onClick={() => onUndo(reason.trim())}>{say('import.undoDo')}</button>
        <button type="button" className="btn quiet" onClick={onKeep}>{say('import.keep')}</button>
      </p>
    </div>
  )
}

const Way = ({ asking, onAsk, ...sure }: SureProps & { asking: boolean; onAsk: () => void }) => {
  const say = useRegister()
  return asking ? <Sure {...sure} /> : <button type="button" className="btn quiet start" onClick={onAsk}>{say('import.undo')}</button>
}

const Refused = ({ error }: { error: ApiError }) => {
  const said = saidIn(error)
  return said.length > 0 ? <Banner tone="warn" live="alert">{said.map((text) => <p key={text}>{text}</p>)}</Banner> : <FaultBanner error={error} />
}

/** The file that was written last, and the way back from it. */
export const LastImport = ({ head, done, onUndone }: Props) => {
  const say = useRegister()
  const ctx = useDesk()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const undo = (reason: string) => {
    setBusy(true)
    void undoFile(head.code, done.id, reason).then((answer) => {
      setBusy(false)
      setError(answer.ok ? undefined : answer.error)
      if (answer.ok) onUndone(answer.data)
    })
  }
  const [before = '', after = ''] = say('import.lastLine', { at: '\u0000', name: done.name, by: done.by, n: done.count }).split('\u0000')
  return (
    <Panel title={say('import.last')}>
      <div className="inside stack">
        <p>{before}<Time at={done.at} as="dayTime" ctx={ctx} />{after}</p>
        {done.undone ? <Banner tone="done" live="status" title={say('import.undone')} /> : <Way asking={asking} busy={busy} onAsk={() => setAsking(true)} onUndo={undo} onKeep={() => setAsking(false)} />}
        {error ? <Refused error={error} /> : null}
      </div>
    </Panel>
  )
}
