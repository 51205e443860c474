'use client'

import { useState } from 'react'
import type { DeadView } from '../../../services/outbox/dead'
import type { HookLine } from '../../../services/webhooks/view'
import { Icon, Mark, minuteText, Note } from '../kit'
import { useSay, useSayMaybe, useStudio } from '../words'
import { HookForm } from './HookForm'
import { Undelivered } from './Undelivered'

/** How a hook fares: its last success or failure, whichever is newer, and what waits. */
const Fares = ({ hook }: { hook: HookLine }) => {
  const say = useSay('webhooks')
  const sayMaybe = useSayMaybe('webhooks')
  const { lang, timeZone } = useStudio()
  const when = (at: number) => minuteText(at, { lang, timeZone })
  const { lastSentAt, lastFaultAt, lastFault } = hook
  const failed = lastFaultAt !== undefined && lastFaultAt > (lastSentAt ?? 0)
  return (
    <>
      {failed ? say('lastFault', { when: when(lastFaultAt), why: sayMaybe(`fault.${lastFault === 'answer' ? 'refused' : (lastFault ?? '')}`) ?? '' }) : lastSentAt ? say('lastSent', { when: when(lastSentAt) }) : say('neverSent')}
      {hook.waiting > 0 ? <><br /><small>{say('waiting', { n: hook.waiting })}</small></> : null}
      {hook.dead > 0 ? <><br /><Mark tone="stop">{say('dead', { n: hook.dead })}</Mark></> : null}
    </>
  )
}

const Line = ({ hook, onOpen }: { hook: HookLine; onOpen?: () => void }) => {
  const say = useSay('webhooks')
  return (
    <tr className={hook.active ? undefined : 'off'}>
      <th scope="row" data-l={say('name')}>{onOpen ? <button type="button" className="link" onClick={onOpen}>{hook.name}</button> : hook.name}</th>
      <td data-l={say('address')} className="mono-break">{hook.address.replace(/^(https?:\/\/[^/?]+).+$/, '$1/…')}</td>
      <td data-l={say('events')}>{hook.events.map((event) => say(`event.${event}`)).join(' · ')}</td>
      <td data-l={say('state')}>{hook.active ? <Fares hook={hook} /> : <Mark tone="none">{say('stateOff')}</Mark>}</td>
    </tr>
  )
}

/** Which other systems are told what, and what did not reach them. */
export const WebhooksPage = ({ hooks, dead, canEdit }: { hooks: readonly HookLine[]; dead: DeadView; canEdit: boolean }) => {
  const say = useSay('webhooks')
  const [asking, setAsking] = useState<{ hook?: HookLine }>()
  return (
    <>
      <div className="page-head"><div><h1>{say('heading')}</h1><p>{say('lead')}</p></div></div>
      <div className="stack">
        {canEdit ? null : <Note tone="info">{say('readOnly')}</Note>}
        <section className="panel" aria-labelledby="hooks-all">
          <div className="panel-head">
            <h2 id="hooks-all">{say('all')}</h2><p>{say('count', { n: hooks.length })}</p>
            {canEdit ? <button type="button" className="btn btn-main push" onClick={() => setAsking({})}><Icon name="plus" />{say('add')}</button> : null}
          </div>
          {hooks.length === 0 ? <p className="empty"><b>{say('none')}</b>{say('noneHint')}</p> : (
            <div className="scroll">
              <table className="stacked">
                <thead><tr><th scope="col">{say('name')}</th><th scope="col">{say('address')}</th><th scope="col">{say('events')}</th><th scope="col">{say('state')}</th></tr></thead>
                <tbody>{hooks.map((hook) => <Line key={hook.id} hook={hook} {...(canEdit ? { onOpen: () => setAsking({ hook }) } : {})} />)}</tbody>
              </table>
            </div>
          )}
        </section>
        <Undelivered dead={dead} hooks={hooks} canEdit={canEdit} />
      </div>
      {asking ? <HookForm hook={asking.hook} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}
