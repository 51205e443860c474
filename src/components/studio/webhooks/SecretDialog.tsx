'use client'

import { useState } from 'react'
import { Dialog, Field, Note } from '../kit'
import { useSay } from '../words'

/** A new secret, shown this once. */
export const SecretDialog = ({ secret, onClose }: { secret: string; onClose: () => void }) => {
  const say = useSay('webhooks')
  const [copied, setCopied] = useState(false)
  // Browsers give the clipboard to pages over https alone; elsewhere the text is there to be marked and copied.
  const canCopy = typeof navigator !== 'undefined' && navigator.clipboard !== undefined
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true))
  const foot = (
    <>
      <button type="button" className="btn btn-main" onClick={onClose}>{say('secret.done')}</button>
      {canCopy ? <button type="button" className="btn" onClick={copy}>{say(copied ? 'secret.copied' : 'secret.copy')}</button> : null}
    </>
  )
  return (
    <Dialog title={say('secret.title')} onClose={onClose} foot={foot}>
      <Note tone="warn">{say('secret.once')}</Note>
      <Field label={say('secret.title')}>{(control) => <textarea {...control} className="input" rows={2} readOnly value={secret} onFocus={(event) => event.target.select()} />}</Field>
    </Dialog>
  )
}
