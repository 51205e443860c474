'use client'

import { useState } from 'react'
import type { SetupView } from '../../../services/setup/view'
import { ask, type Fault } from '../api'
import { FaultNote, Mark } from '../kit'
import { useSay } from '../words'

const FIXES = { noUnits: '/admin/structure/units', noListed: '/admin/structure/types', unpublished: '/admin/structure/types' } as const

const BETTER = { noPhone: '#step-named', noCategories: '/admin/structure/categories', nobodyWorks: '#step-people', noRules: '/admin/structure/routing', noLimits: '/admin/structure/limits' } as const

/** What is still missing, and the two ways to end. */
export const FinishStep = ({ view }: { view: SetupView }) => {
  const say = useSay('setup')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const go = async (open: boolean) => {
    setBusy(true)
    const answer = await ask('setup/finish', { method: 'POST', json: { open } })
    if (answer.ok) return window.location.assign(open ? '/' : '/admin/structure')
    setBusy(false)
    setFault(answer.fault)
  }
  const ready = view.unready.length === 0
  return (
    <div className="panel panel-pad stack">
      {ready ? <p><Mark tone="ok">{say('finish.ready')}</Mark></p> : (
        <ul className="stack-s">{view.unready.map((missing) => <li key={missing}><Mark tone="warn">{say(`finish.missing.${missing}`)}</Mark> <a href={FIXES[missing]}>{say('finish.mend')}</a></li>)}</ul>
      )}
      {view.wanting.length > 0 ? (
        <div className="stack-s">
          <p>{say('finish.better')}</p>
          <ul className="stack-s">{view.wanting.map((code) => <li key={code}><Mark tone="info">{say(`finish.wanting.${code}`)}</Mark> <a href={BETTER[code]}>{say('finish.mend')}</a></li>)}</ul>
        </div>
      ) : null}
      <p className="small muted">{say(view.doorOpen ? (view.unready.length > 0 ? 'finish.doorWaits' : 'finish.doorOpen') : 'finish.doorClosed')}</p>
      <FaultNote fault={fault} />
      <div className="bar">
        <button type="button" className="btn btn-main" disabled={busy || !ready} onClick={() => void go(true)}>{say('finish.open')}</button>
        {view.state === 'pending' ? <button type="button" className="btn" disabled={busy} onClick={() => void go(false)}>{say('finish.later')}</button> : null}
      </div>
    </div>
  )
}
