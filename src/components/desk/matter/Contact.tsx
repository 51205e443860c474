'use client'

import { useEffect, useState } from 'react'
import { faultWords } from '../faults'
import type { ApiError, ContactVM, RevealAnswer } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { When } from '../ui/marks'
import { useDesk, useWords } from '../words'
import { useBench } from './context'

const SHOWN_MS = 120_000

/** Contact details, masked. A look needs a reason, is kept as an audit record, and closes by itself. */
export const Contact = ({ contact }: { contact: ContactVM }) => {
  const say = useWords()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<RevealAnswer['entries']>()
  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(() => setShown(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])
  if (contact.erasedAt !== undefined) {
    return <><dt>{say('contact.title')}</dt><dd className="muted">{say('contact.erased')} <When at={contact.erasedAt} /></dd></>
  }
  return (
    <>
      <dt>{say('contact.title')}</dt>
      <dd>
        {shown ? <Shown entries={shown} onHide={() => setShown(undefined)} /> : <Masked contact={contact} onAsk={() => setAsking(true)} />}
        {contact.callback ? <p className="hint">{say('contact.callback')}</p> : null}
        {contact.eraseAfter === undefined ? null : <p className="hint">{say('contact.eraseAfter')} <When at={contact.eraseAfter} ago /></p>}
      </dd>
      {asking ? <RevealDialog min={contact.reasonMin} onClose={() => setAsking(false)} onShown={(entries) => { setShown(entries); setAsking(false) }} /> : null}
    </>
  )
}

const Masked = ({ contact, onAsk }: { contact: ContactVM; onAsk: () => void }) => {
  const say = useWords()
  if (!contact.entries.length) return <span className="muted">{say('contact.none')}</span>
  return (
    <span className="row">
      {contact.entries.map(({ kind, label, masked }) => <span key={kind}><span className="hidden">{label}</span>{masked}</span>)}
      {contact.canReveal ? <button className="btn small" type="button" onClick={onAsk}>{say('contact.look')}</button> : <span className="hint">{say('contact.mayNot')}</span>}
    </span>
  )
}

const Shown = ({ entries, onHide }: { entries: RevealAnswer['entries']; onHide: () => void }) => {
  const say = useWords()
  return (
    <span className="row" role="status">
      {entries.map(({ label, value }) => <b key={label}>{label} {value}</b>)}
      <button className="btn small" type="button" onClick={onHide}>{say('contact.hide')}</button>
    </span>
  )
}

type RevealProps = { min: number; onClose: () => void; onShown: (entries: RevealAnswer['entries']) => void }

const RevealDialog = ({ min, onClose, onShown }: RevealProps) => {
  const desk = useDesk()
  const { say } = desk
  const { act } = useBench()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const tooShort = [...reason.trim()].length < min
  const reveal = async () => {
    if (busy || tooShort) return
    setBusy(true)
    const answer = await act<RevealAnswer>('reveal', { reason: reason.trim() })
    setBusy(false)
    if (answer.ok) onShown(answer.data.entries)
    else setError(answer.error)
  }
  return (
    <Dialog title={say('contact.lookTitle')} onClose={onClose}>
      <form className="stack wide" onSubmit={(event) => { event.preventDefault(); void reveal() }}>
        <p>{say('contact.lookWhat')}</p>
        {error ? <FaultBanner error={error} /> : null}
        <Field label={say('contact.why')} required hint={say('contact.whyHint', { n: min })} fault={error?.fields?.length ? faultWords(error, desk).title : undefined}>
          {(control) => <textarea {...control} className="input" rows={2} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <div className="row">
          {[say('contact.reason1'), say('contact.reason2'), say('contact.reason3')].map((text) => <button key={text} type="button" className="chip" onClick={() => setReason(text)}>{text}</button>)}
        </div>
        <div className="row"><button className="btn main" type="submit" disabled={tooShort} aria-busy={busy}>{say('contact.show')}</button></div>
      </form>
    </Dialog>
  )
}
