'use client'

import { useState } from 'react'
import type { LimitSet } from '../../../domain/clocks/types'
import { createDraft, type Fault } from '../api'
import { FaultNote, Icon } from '../kit'
import { useSay } from '../words'

/** An office without limits, and how to begin. */
export const NoLimits = ({ can }: { can: boolean }) => {
  const say = useSay('studioLimits')
  const say2 = useSay('studio')
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const answer = await createDraft<LimitSet>('limits', { code: 'limits-1', name: { zh: say('none.name') }, limits: [] })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) window.location.reload()
  }
  return (
    <div className="panel">
      <div className="empty">
        <b>{say('none.heading')}</b>
        <p>{say('none.text')}</p>
        {can ? <p className="bar empty-act"><button type="button" className="btn btn-main" disabled={busy} onClick={() => void make()}><Icon name="plus" />{say('none.make')}</button></p> : <p>{say2('version.readOnly')}</p>}
      </div>
      <FaultNote fault={fault} />
    </div>
  )
}
