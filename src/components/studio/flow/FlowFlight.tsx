'use client'

import { useCallback, useEffect, useState } from 'react'
import type { FlightPreview, FlightView } from '../../../services/studio/flow/flight'
import { ask, type Fault } from '../api'
import { FaultNote, Mark, Note, TextField } from '../kit'
import { FlightMap } from './FlightMap'
import { useFlowWords } from './words'

const POLL = 2000

const isBusy = ({ task }: FlightView): boolean => task?.state === 'waiting' || task?.state === 'running'

/** What is in flight, asked again while matters are being brought over. */
const useFlight = (code: string, given: FlightView, published: number | undefined) => {
  const [flight, setFlight] = useState(given)
  const path = `workflows/${encodeURIComponent(code)}/flight`
  const look = useCallback(() => { void ask<FlightView>(path).then((answer) => { if (answer.ok) setFlight(answer.data) }) }, [path])
  useEffect(() => { if (published !== undefined) look() }, [published, look])
  const busy = isBusy(flight)
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(look, POLL)
    return () => clearInterval(timer)
  }, [busy, look])
  return { flight, setFlight, path }
}

const Progress = ({ flight: { task, total: waiting } }: { flight: FlightView }) => {
  const { say } = useFlowWords()
  // What an earlier time brought over is no answer to the matters that wait now.
  if (!task || (waiting > 0 && task.state === 'done' && !task.failed)) return null
  const share = task.total > 0 ? Math.round((task.done * 100) / task.total) : 100
  return (
    <div className="stack-s" role="status">
      {task.state === 'done'
        ? <p><Mark tone="ok">{say('flight.doneAll', { total: task.done })}</Mark></p>
        : <><p>{say('flight.progress', { done: task.done, total: task.total })}</p><svg className="flow-progress" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width={share} height={4} /></svg><p className="small muted">{say('flight.stopHint')}</p></>}
      {task.failed ? <Note tone="warn">{say('flight.failed')}</Note> : null}
    </div>
  )
}

const Preview = ({ preview, flight }: { preview: FlightPreview; flight: FlightView }) => {
  const { say } = useFlowWords()
  const nameOf = (code: string): string => flight.steps.find((step) => step.code === code)?.name ?? code
  if (preview.problems.length > 0) return null
  return (
    <Note tone="info">
      <b>{say('flight.previewHeading')}</b>
      <ul>
        <li>{say('flight.fine')}</li>
        {preview.clocks.length === 0 ? <li>{say('flight.previewNone')}</li> : null}
        {preview.clocks.map(({ step, clock, what, count, looked }) => <li key={`${step} ${clock} ${what}`}>{say(`flight.clock.${what}`, { step: nameOf(step), clock, count, looked })}</li>)}
      </ul>
    </Note>
  )
}

type MoveProps = { flight: FlightView; path: string; canPublish: boolean; onStarted: (flight: FlightView) => void }

const Refusal = ({ fault }: { fault: Fault | undefined }) => {
  const { say } = useFlowWords()
  return fault?.code === 'conflict' ? <Note tone="stop" alert>{say('flight.conflict')}</Note> : <FaultNote fault={fault} />
}

type Why = { total: number; busy: boolean; onGo: (reason: string) => void }

/** Asks why, then brings them over. */
const Go = ({ total, busy, onGo }: Why) => {
  const { say } = useFlowWords()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <>
      <TextField label={say('flight.reason')} hint={say('flight.reasonHint')} value={reason} maxLength={300} error={missing && !reason.trim() ? say('flight.reasonMissing') : undefined} onChange={setReason} />
      <button type="button" className="btn btn-danger" disabled={busy} onClick={() => { if (reason.trim()) onGo(reason.trim()); else setMissing(true) }}>{say('flight.go', { count: total })}</button>
    </>
  )
}

const Move = ({ flight, path, canPublish, onStarted }: MoveProps) => {
  const { say } = useFlowWords()
  const [map, setMap] = useState<Record<string, string>>(() => Object.fromEntries(flight.steps.map(({ code, target }) => [code, target])))
  const [preview, setPreview] = useState<FlightPreview>()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const look = async () => {
    setBusy(true)
    const answer = await ask<FlightPreview>(`${path}/preview`, { method: 'POST', json: { map } })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) setPreview(answer.data)
  }
  const go = async (reason: string) => {
    setBusy(true)
    const answer = await ask<FlightView>(path, { method: 'POST', json: { map, reason, to: flight.to?.id } })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) onStarted(answer.data)
  }
  const fine = preview?.problems.length === 0
  return (
    <div className="stack">
      <FlightMap flight={flight} map={map} problems={preview?.problems ?? []} onChange={(next) => { setMap(next); setPreview(undefined) }} />
      <button type="button" className="btn" disabled={busy} onClick={() => void look()}>{say('flight.preview')}</button>
      <div role="status">{preview ? <Preview preview={preview} flight={flight} /> : null}</div>
      {fine && canPublish ? <Go total={flight.total} busy={busy} onGo={(reason) => void go(reason)} /> : null}
      {canPublish ? null : <Note tone="info">{say('flight.cannot')}</Note>}
      <Refusal fault={fault} />
    </div>
  )
}

const Choose = (props: MoveProps) => {
  const { say } = useFlowWords()
  const { flight } = props
  const [moving, setMoving] = useState(false)
  return (
    <div className="stack-s">
      <p className="small muted">{say('flight.lead', { number: flight.to?.number ?? 0 })}</p>
      <ul className="small">{flight.versions.map(({ number, count }) => <li key={number}>{say('flight.version', { number, count })}</li>)}</ul>
      <fieldset>
        <legend className="sr">{say('flight.heading', { count: flight.total })}</legend>
        <label className="check"><input type="radio" name="flight" checked={!moving} onChange={() => setMoving(false)} /><span>{say('flight.stay')}<small>{say('flight.stayHint')}</small></span></label>
        <label className="check"><input type="radio" name="flight" checked={moving} onChange={() => setMoving(true)} /><span>{say('flight.move', { number: flight.to?.number ?? 0 })}<small>{say('flight.moveHint')}</small></span></label>
      </fieldset>
      {moving ? <Move {...props} /> : null}
    </div>
  )
}

/** Matters in progress on older versions: they stay, or are brought over by a mapping that says where each step goes. */
export const FlowFlight = ({ code, given, published, canPublish }: { code: string; given: FlightView; published: number | undefined; canPublish: boolean }) => {
  const { say } = useFlowWords()
  const { flight, setFlight, path } = useFlight(code, given, published)
  if (!flight.to) return null
  return (
    <section className="panel" aria-labelledby="flight">
      <div className="panel-head"><h2 id="flight">{flight.total > 0 ? say('flight.heading', { count: flight.total }) : say('flight.none')}</h2></div>
      {flight.total > 0 || flight.task ? (
        <div className="panel-pad stack">
          <Progress flight={flight} />
          {flight.total > 0 && !isBusy(flight) ? <Choose key={flight.to.id} flight={flight} path={path} canPublish={canPublish} onStarted={setFlight} /> : null}
        </div>
      ) : null}
    </section>
  )
}

