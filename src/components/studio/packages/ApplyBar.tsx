'use client'

import { useState } from 'react'
import { useSay } from '../words'
import type { Importing } from './useImport'

/** The one place where a file becomes the office's structure. */
export const ApplyBar = ({ work: { view, busy, fault, apply, compare, letGo } }: { work: Importing }) => {
  const say = useSay('packages')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const count = view.counts.added + view.counts.changed + view.counts.removed
  if (count === 0) return <p className="panel panel-pad">{say('import.same')}</p>
  const stale = fault?.detail.stale === true || view.state === 'failed'
  const go = () => {
    if (!reason.trim()) return setMissing(true)
    setMissing(false)
    void apply(reason)
  }
  return (
    <section className="applybar" aria-label={say('import.apply')}>
      <div className="grow"><b>{say('import.applyCount', { count })}</b><br /><small className="muted">{stale ? say('import.stale') : say('import.applyHint')}</small></div>
      <label><span className="sr">{say('import.why')}</span><input className="input" value={reason} maxLength={500} placeholder={say('import.whyHint')} aria-invalid={missing || undefined} aria-describedby={missing ? 'why-missing' : undefined} onChange={(event) => setReason(event.target.value)} /></label>
      {missing ? <p className="error" id="why-missing" role="alert">{say('import.whyMissing')}</p> : null}
      <a className="btn" href="/admin/structure/api/packages/export" download>{say('import.saveFirst')}</a>
      <button type="button" className="btn" disabled={busy} onClick={() => void letGo()}>{say('import.letGo')}</button>
      {stale ? <button type="button" className="btn btn-main" disabled={busy} onClick={() => void compare()}>{say('import.again')}</button> : <button type="button" className="btn btn-main" disabled={busy} onClick={go}>{say('import.apply')}</button>}
    </section>
  )
}
