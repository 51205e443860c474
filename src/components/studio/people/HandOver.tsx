'use client'

import { useState } from 'react'
import type { HandedOver } from '../../../services/people/handOver'
import type { PersonView } from '../../../services/studio/people/person'
import { ask, type Fault } from '../api'
import { Check, FaultNote, PickOne, TextField } from '../kit'
import { useSay } from '../words'

type Order = { matters?: string; units?: string; memberships?: string; leaves: boolean; reason: string }

/** Hands everything of a person over in one go, and says beforehand what that is. */
export const HandOver = ({ view, onDone }: { view: PersonView; onDone: (told: HandedOver) => void }) => {
  const say = useSay('studioPeople')
  const [order, setOrder] = useState<Order>({ leaves: true, reason: '' })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const set = (change: Partial<Order>) => setOrder((now) => ({ ...now, ...change }))
  const colleagues = view.options.people.filter(({ id }) => id !== view.id)
  const counts = { matters: new Set([...view.matters, ...view.shares].map(({ id }) => id)).size, units: new Set([...view.led, ...view.officered].map(({ id }) => id)).size, memberships: view.memberships.length }
  const go = async () => {
    setAsked(true)
    if (!order.reason.trim()) return
    setBusy(true)
    const answer = await ask<HandedOver>(`people/${encodeURIComponent(view.id)}/hand-over`, { method: 'POST', json: order })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) onDone(answer.data)
  }
  return (
    <section className="panel" aria-labelledby="hand">
      <div className="panel-head"><h2 id="hand">{say('one.hand')}</h2><p>{say('one.handLead')}</p></div>
      <div className="panel-pad stack">
        <FaultNote fault={fault} />
        {counts.matters > 0 ? <PickOne label={say('one.mattersTo', { count: counts.matters })} hint={say('one.mattersNobody')} value={order.matters} choices={colleagues} onChange={(matters) => set({ matters })} /> : null}
        {counts.units > 0 ? <PickOne label={say('one.unitsTo', { count: counts.units })} hint={say('one.unitsNobody')} value={order.units} choices={colleagues} onChange={(units) => set({ units })} /> : null}
        {counts.memberships > 0 ? <PickOne label={say('one.membershipsTo', { count: counts.memberships })} hint={say('one.membershipsNobody')} value={order.memberships} choices={colleagues} onChange={(memberships) => set({ memberships })} /> : null}
        <Check label={say('one.leaves')} hint={view.grants.length === 0 ? undefined : say(view.can.grants ? 'one.grantsSelf' : 'one.grantsOther', { count: view.grants.length })} checked={order.leaves} onChange={(leaves) => set({ leaves })} />
        <TextField label={say('one.why')} hint={say('one.whyHint')} value={order.reason} maxLength={500} required error={asked && !order.reason.trim() ? say('one.whyMissing') : undefined} onChange={(reason) => set({ reason })} />
        <p className="small">{say('one.preview', counts)}</p>
        <p><button type="button" className="btn btn-main" disabled={busy} onClick={() => void go()}>{say('one.go')}</button></p>
      </div>
    </section>
  )
}
