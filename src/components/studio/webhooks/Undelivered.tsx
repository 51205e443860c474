'use client'

import { useState } from 'react'
import type { DeadLine, DeadView } from '../../../services/outbox/dead'
import type { HookLine } from '../../../services/webhooks/view'
import { Dialog, FaultNote, minuteText, TextField } from '../kit'
import { useSay, useSayMaybe, useStudio } from '../words'
import { useHook } from './useHook'

type Api = ReturnType<typeof useHook>

const LetGo = ({ line, onClose }: { line: DeadLine; onClose: () => void }) => {
  const say = useSay('webhooks')
  const act = useSay('studio')
  const api = useHook()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim().length < 2
  const go = async () => {
    setTried(true)
    if (missing) return
    const answer = await api.send('/undelivered', { method: 'POST', json: { id: line.id, act: 'letGo', reason } })
    if (answer.ok) api.reload()
  }
  const foot = (
    <>
      <button type="button" className="btn btn-danger" disabled={api.busy} onClick={() => void go()}>{say('undelivered.confirm')}</button>
      <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('undelivered.letGoTitle')} onClose={onClose} foot={foot}>
      <FaultNote fault={api.fault} />
      <TextField label={say('undelivered.reason')} hint={say('undelivered.reasonHint')} value={reason} maxLength={500} required error={tried && missing ? say('undelivered.reasonNeeded') : undefined} onChange={setReason} />
    </Dialog>
  )
}

type LineProps = { line: DeadLine; name: string; api: Api; canEdit: boolean; onLetGo: () => void }

const Line = ({ line, name, api, canEdit, onLetGo }: LineProps) => {
  const say = useSay('webhooks')
  const sayMaybe = useSayMaybe('webhooks')
  const { lang, timeZone } = useStudio()
  const when = (at: number) => minuteText(at, { lang, timeZone })
  const again = async () => {
    const answer = await api.send('/undelivered', { method: 'POST', json: { id: line.id, act: 'again' } })
    if (answer.ok) api.reload()
  }
  return (
    <tr>
      <th scope="row" data-l={say('undelivered.event')}>{sayMaybe(`event.${line.event}`) ?? line.event}{line.number ? <small> {line.number}</small> : null}</th>
      <td data-l={say('undelivered.target')}>{name}</td>
      <td data-l={say('undelivered.why')}>{sayMaybe(`fault.${line.fault}`, { status: line.status ?? '' }) ?? line.fault}</td>
      <td data-l={say('undelivered.times')}>{say('undelivered.since', { first: when(line.firstTriedAt ?? line.queuedAt), n: line.tries })}<br /><small>{say('undelivered.stopped', { when: when(line.deadAt) })}</small></td>
      {canEdit ? (
        <td>
          <div className="hooks-acts">
            <button type="button" className="btn btn-small" disabled={api.busy} onClick={() => void again()}>{say('undelivered.again')}</button>
            <button type="button" className="btn btn-small" disabled={api.busy} onClick={onLetGo}>{say('undelivered.letGo')}</button>
          </div>
        </td>
      ) : null}
    </tr>
  )
}

/** What was given up, and what becomes of it. */
export const Undelivered = ({ dead, hooks, canEdit }: { dead: DeadView; hooks: readonly HookLine[]; canEdit: boolean }) => {
  const say = useSay('webhooks')
  const api = useHook()
  const [going, setGoing] = useState<DeadLine>()
  const nameOf = ({ target }: DeadLine) => (target ? (hooks.find(({ id }) => id === target)?.name ?? say('undelivered.gone')) : say('undelivered.own'))
  const many = hooks.filter((hook) => hook.dead > 1)
  const againAll = async (target: string) => {
    const answer = await api.send('/undelivered', { method: 'POST', json: { target, act: 'again' } })
    if (answer.ok) api.reload()
  }
  return (
    <section className="panel" aria-labelledby="undelivered">
      <div className="panel-head"><h2 id="undelivered">{say('undelivered.heading')}</h2><p>{say('undelivered.count', { n: dead.count })}</p></div>
      <div className="panel-pad hooks-told">
        <p>{say('undelivered.lead')}</p>
        <FaultNote fault={api.fault} />
        {canEdit && many.length > 0 ? <div className="bar">{many.map((hook) => <button key={hook.id} type="button" className="btn" disabled={api.busy} onClick={() => void againAll(hook.id)}>{say('undelivered.againAll', { name: hook.name })}</button>)}</div> : null}
        {dead.count > dead.lines.length ? <p className="muted">{say('undelivered.shown', { n: dead.lines.length })}</p> : null}
      </div>
      {dead.count === 0 ? <p className="empty">{say('undelivered.none')}</p> : (
        <div className="scroll">
          <table className="stacked">
            <thead><tr><th scope="col">{say('undelivered.event')}</th><th scope="col">{say('undelivered.target')}</th><th scope="col">{say('undelivered.why')}</th><th scope="col">{say('undelivered.times')}</th>{canEdit ? <td /> : null}</tr></thead>
            <tbody>{dead.lines.map((line) => <Line key={line.id} line={line} name={nameOf(line)} api={api} canEdit={canEdit} onLetGo={() => setGoing(line)} />)}</tbody>
          </table>
        </div>
      )}
      {going ? <LetGo line={going} onClose={() => setGoing(undefined)} /> : null}
    </section>
  )
}
