'use client'

import { useState } from 'react'
import type { EntryVM } from '../../../services/registers/view'
import type { ApiError } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { Icon } from '../ui/icons'
import { actOnEntry } from './api'
import { useRegister, type RegisterKey } from './words'

type Act = 'close' | 'reopen' | 'review'

const LABELS: Record<Act, RegisterKey> = { close: 'desk.closeWhy', reopen: 'desk.reopenWhy', review: 'desk.reviewNote' }

const ActDialog = ({ view, act, onClose }: { view: EntryVM; act: Act; onClose: () => void }) => {
  const say = useRegister()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const required = act !== 'review'
  const go = async () => {
    if (required && !reason.trim()) return setMissing(true)
    setBusy(true)
    const answer = await actOnEntry(view.head.code, view.code, act, { revision: view.revision, reason: reason.trim() })
    if (answer.ok) return window.location.reload()
    setBusy(false)
    setError(answer.error)
  }
  const footer = (
    <>
      <button type="button" className="btn main" aria-busy={busy} disabled={busy} onClick={() => void go()}>{say('desk.confirm')}</button>
      <button type="button" className="btn" onClick={onClose}>{say('desk.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say(`desk.${act}`)} onClose={onClose} footer={footer}>
      <div className="stack">
        <Field label={say(LABELS[act])} need={say(required ? 'desk.required' : 'desk.optional')} fault={missing && !reason.trim() ? say('fault.reasonMissing') : undefined} required={required}>
          {(control) => <textarea {...control} className="input" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        {error ? <FaultBanner error={error} /> : null}
      </div>
    </Dialog>
  )
}

/** What may be done with an entry. */
export const EntryActs = ({ view }: { view: EntryVM }) => {
  const say = useRegister()
  const [act, setAct] = useState<Act>()
  return (
    <div className="row push entry-acts">
      {view.newMatterHref ? <a className="btn" href={view.newMatterHref}><Icon name="plus" />{say('desk.newMatter')}</a> : null}
      {view.canEdit && view.active && view.head.review ? <button type="button" className="btn" onClick={() => setAct('review')}><Icon name="check" />{say('desk.review')}</button> : null}
      {view.canEdit && view.active ? <a className="btn main" href={`${view.href}/edit`}><Icon name="edit" />{say('desk.edit')}</a> : null}
      {view.canEdit ? <button type="button" className="btn quiet" onClick={() => setAct(view.active ? 'close' : 'reopen')}>{say(view.active ? 'desk.close' : 'desk.reopen')}</button> : null}
      {act ? <ActDialog view={view} act={act} onClose={() => setAct(undefined)} /> : null}
    </div>
  )
}
