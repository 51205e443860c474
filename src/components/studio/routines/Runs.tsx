'use client'

import { useState } from 'react'
import type { RoutineView, RunLine } from '../../../services/routines/view'
import { ask, type Fault } from '../api'
import { FaultNote, minuteText } from '../kit'
import { useSay, useStudio } from '../words'
import { lateText, RunMark } from './RunMarks'

type Page = { runs: RunLine[]; more: boolean }

const What = ({ run }: { run: RunLine }) => {
  const say = useSay('routines')
  return (
    <>
      {run.href ? <a href={run.href}>{[run.number, run.title].filter(Boolean).join(' ')}</a> : run.title}
      {run.total === undefined ? null : <small className="muted">{say('run.progress', { done: run.done ?? 0, total: run.total })}</small>}
      {run.why ? <small className="error-text">{say('run.failedWhy', { why: run.why })}</small> : null}
    </>
  )
}

type RowProps = { run: RunLine; canEdit: boolean; busy: boolean; onRetry: () => void }

const Row = ({ run, canEdit, busy, onRetry }: RowProps) => {
  const say = useSay('routines')
  const studio = useStudio()
  const late = lateText(run, { say, at: (instant) => minuteText(instant, studio) })
  return (
    <tr>
      <th scope="row" className="num" data-l={say('run.due')}>{minuteText(run.dueAt, studio)}</th>
      <td data-l={say('run.opened')}><RunMark run={run} say={say} />{late ? <small className="muted">{late}</small> : null}</td>
      <td data-l={say('run.what')}><What run={run} />{run.state === 'failed' && canEdit ? <button type="button" className="btn btn-small" disabled={busy} onClick={onRetry}>{say(busy ? 'run.retrying' : 'run.retry')}</button> : null}</td>
    </tr>
  )
}

/** What a routine has opened, newest first; what failed can be tried again. */
export const Runs = ({ routine, view }: { routine: string; view: RoutineView }) => {
  const say = useSay('routines')
  const [page, setPage] = useState<Page>({ runs: view.runs, more: view.more })
  const [busy, setBusy] = useState<string>()
  const [fault, setFault] = useState<Fault>()
  const [done, setDone] = useState(false)
  const retry = async (run: RunLine) => {
    setBusy(run.id)
    const answer = await ask<Page>(`routines/${routine}/runs/${run.id}`, { method: 'POST', json: {} })
    setBusy(undefined)
    setDone(answer.ok)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) setPage(answer.data)
  }
  const older = async () => {
    const answer = await ask<Page>(`routines/${routine}/runs?before=${page.runs.at(-1)?.dueAt ?? 0}`)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) setPage(({ runs }) => ({ runs: [...runs, ...answer.data.runs], more: answer.data.more }))
  }
  return (
    <section className="panel" aria-labelledby="runs">
      <div className="panel-head"><h2 id="runs">{say('run.heading')}</h2></div>
      <div role="status">{done ? <p className="panel-pad">{say('run.retried')}</p> : null}</div>
      <FaultNote fault={fault} />
      {page.runs.length === 0 ? <p className="empty">{say('run.none')}</p> : (
        <table className="stacked">
          <thead><tr><th scope="col">{say('run.due')}</th><th scope="col">{say('run.opened')}</th><th scope="col">{say('run.what')}</th></tr></thead>
          <tbody>{page.runs.map((run) => <Row key={run.id} run={run} canEdit={view.can.edit} busy={busy === run.id} onRetry={() => void retry(run)} />)}</tbody>
        </table>
      )}
      {page.more ? <p className="panel-foot"><button type="button" className="btn btn-small" onClick={() => void older()}>{say('run.more')}</button></p> : null}
    </section>
  )
}
