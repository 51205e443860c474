'use client'

import { useState } from 'react'
import type { CheckVM } from '../../../services/routines/rounds/view'
import type { ApiError } from '../types'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { sendSkip } from './api'
import { RoundFault } from './faults'
import { useRound } from './words'

/** Says why a place could not be checked. */
export const SkipDialog = ({ view, onDone, onClose }: { view: CheckVM; onDone: () => void; onClose: () => void }) => {
  const say = useRound()
  const [note, setNote] = useState(view.note ?? '')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const go = async () => {
    if (!note.trim()) return setMissing(true)
    setBusy(true)
    const answer = await sendSkip(view, note.trim())
    if (answer.ok) return onDone()
    setBusy(false)
    setError(answer.error)
  }
  const footer = (
    <>
      <button type="button" className="btn main" aria-busy={busy} disabled={busy} onClick={() => void go()}>{say(busy ? 'saving' : 'skipSave')}</button>
      <button type="button" className="btn" onClick={onClose}>{say('cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('skip')} onClose={onClose} footer={footer}>
      <div className="stack">
        <Field label={say('skipWhy')} hint={say('skipHint')} required fault={missing && !note.trim() ? say('reasonMissing') : undefined}>
          {(control) => <textarea {...control} className="input" rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <RoundFault error={error} />
      </div>
    </Dialog>
  )
}
