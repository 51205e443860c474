'use client'

import { useState } from 'react'
import { useSay } from '../words'
import { Dialog } from './Dialog'
import { FaultNote } from './FaultNote'
import { TextField } from './Field'
import type { DraftActs, DraftState } from './useDraft'

type Props<D> = { state: DraftState<D>; acts: DraftActs<D>; changes: number; onClose: () => void }

/** Asks why, then publishes. */
export const PublishDialog = <D,>({ state, acts, onClose }: Props<D>) => {
  const say = useSay('studio')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const go = async () => {
    if (!reason.trim()) return setMissing(true)
    if (await acts.publish(reason.trim())) onClose()
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={state.busy} onClick={() => void go()}>{say('publish.go')}</button>
      <button type="button" className="btn" onClick={onClose}>{say('publish.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('publish.heading', { number: (state.view.current?.number ?? 0) + 1 })} onClose={onClose} foot={foot}>
      <p>{say('publish.effect')}</p>
      <TextField label={say('publish.why')} hint={say('publish.whyHint')} value={reason} maxLength={500} error={missing && !reason.trim() ? say('publish.whyMissing') : undefined} onChange={setReason} />
      <FaultNote fault={state.fault} />
    </Dialog>
  )
}
