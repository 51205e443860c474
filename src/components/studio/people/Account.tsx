'use client'

import { useState } from 'react'
import type { PersonView } from '../../../services/studio/people/person'
import { ask, type Fault } from '../api'
import { Dialog, FaultNote, Note } from '../kit'
import { useSay } from '../words'

type Done = 'ended' | 'resetDone'

const send = (person: string, act: 'sessions' | 'factor') => ask<Record<string, never>>(`people/${encodeURIComponent(person)}/account/${act}`, { method: 'POST', json: {} })

/** Asked before a second factor goes: whoever took somebody's name would get in without it. */
const Sure = ({ fault, onGo, onClose }: { fault: Fault | undefined; onGo: () => void; onClose: () => void }) => {
  const say = useSay('studioPeople')
  const act = useSay('studio')
  const foot = <><button type="button" className="btn btn-danger" onClick={onGo}>{say('account.resetGo')}</button><button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button></>
  return <Dialog title={say('account.reset')} onClose={onClose} foot={foot}><p>{say('account.resetAsk')}</p><FaultNote fault={fault} /></Dialog>
}

const Told = ({ done, fault }: { done: Done | undefined; fault: Fault | undefined }) => {
  const say = useSay('studioPeople')
  return <><div role="status">{done ? <Note tone="ok">{say(`account.${done}`)}</Note> : null}</div><FaultNote fault={fault} /></>
}

/** What the security administrator can do for an account: end its sessions, take a lost second factor away. */
export const Account = ({ person, account }: { person: string; account: NonNullable<PersonView['account']> }) => {
  const say = useSay('studioPeople')
  const [done, setDone] = useState<Done>()
  const [fault, setFault] = useState<Fault>()
  const [asking, setAsking] = useState(false)
  const go = async (act: 'sessions' | 'factor'): Promise<void> => {
    setFault(undefined)
    const answer = await send(person, act)
    if (!answer.ok) return setFault(answer.fault)
    setAsking(false)
    setDone(act === 'factor' ? 'resetDone' : 'ended')
  }
  const factor = account.factor && done !== 'resetDone'
  const open = !done && account.sessions > 0
  return (
    <section className="panel" aria-labelledby="account">
      <div className="panel-head"><h2 id="account">{say('account.title')}</h2></div>
      <div className="panel-pad stack-s">
        <p>{open ? say('account.sessions', { n: account.sessions }) : say('account.none')}</p>
        <p>{say(factor ? 'account.factor' : 'account.noFactor')}</p>
        <Told done={done} fault={asking ? undefined : fault} />
        <div className="bar">
          {open ? <button type="button" className="btn" onClick={() => void go('sessions')}>{say('account.end')}</button> : null}
          {factor ? <button type="button" className="btn" onClick={() => setAsking(true)}>{say('account.reset')}</button> : null}
        </div>
      </div>
      {asking ? <Sure fault={fault} onGo={() => void go('factor')} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}
